import {expect, waitUntil} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

describe('the bar beside the selected box on a phone', () => {
  beforeEach(() =>
    executeServerCommand('cdp', [
      ['Emulation.setDeviceMetricsOverride', {width: 390, height: 844, deviceScaleFactor: 2, mobile: true}],
      ['Emulation.setTouchEmulationEnabled', {enabled: true}],
    ]),
  );
  afterEach(() =>
    executeServerCommand('cdp', [
      ['Emulation.setTouchEmulationEnabled', {enabled: false}],
      ['Emulation.clearDeviceMetricsOverride', {}],
    ]),
  );

  it('can be hit wherever the box is', async () => {
    const picture = await drawnPicture(300, 400);
    const task = await BboxHarness.of(picture, {}, {width: 390, height: 844});
    const bar = () => task.root.querySelector<HTMLElement>('.mini-bar.placed');
    for (const top of [2, 60, 150, 250, 350]) {
      task.rest(20_000);
      await task.drag([120, top], [180, top + 40], 'touch');
      await waitUntil(bar, `a bar for the box at ${top}`);
      await painted();
      for (const button of bar()!.querySelectorAll('button')) {
        const {left, top: upper, width, height} = button.getBoundingClientRect();
        const hit = task.root.elementFromPoint(left + width / 2, upper + height / 2);
        expect(button.contains(hit), `${button.ariaLabel} of the box at ${top}`).to.equal(true);
      }
      task.element.undo();
      await task.element.updateComplete;
    }
  });
});

describe('a question about the boxes', () => {
  const asked = async (): Promise<{task: BboxHarness; toast: () => HTMLElement | null}> => {
    const task = await BboxHarness.of(await drawnPicture(300, 200));
    for (const [left, top] of [
      [20, 20],
      [120, 60],
    ] as const) {
      await task.drag([left, top], [left + 60, top + 50]);
    }
    await keys('v', 'n');
    const toast = () => task.root.querySelector<HTMLElement>('.toast');
    await waitUntil(toast, 'the question is there');
    return {task, toast};
  };

  it('stands in the middle of the stage, above its bar', async () => {
    const {task, toast} = await asked();
    const stage = task.stage.getBoundingClientRect();
    const {left, right, bottom} = toast()!.getBoundingClientRect();
    const bar = task.viewer.shadowRoot!.querySelector('.toolbar')!.getBoundingClientRect();
    expect(left - stage.left).to.be.closeTo(stage.right - right, 1);
    expect(bottom).to.be.at.most(bar.top);
    expect(bottom).to.be.above(bar.top - 40);
  });

  const acts: Readonly<Record<string, (task: BboxHarness) => Promise<unknown>>> = {
    'another box is selected': (task) => task.click([50, 45]),
    'a box is deleted': () => keys('Delete'),
    'a step is undone': () => keys('Control+z'),
    'the answer is submitted': (task) => task.element.submit(),
  };
  for (const [name, act] of Object.entries(acts)) {
    it(`is over when ${name}`, async () => {
      const {task, toast} = await asked();
      await act(task);
      await waitUntil(() => !toast(), 'the question is gone', {timeout: 1500});
    });
  }
});
