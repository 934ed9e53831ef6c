import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {onTouchScreen} from '../../../test/helpers/conditions.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys, tap} from '../../../test/helpers/press.js';
import '../../define/gt-instance-segmentation-task.js';
import '../../define/gt-segmentation-task.js';
import {setScreen} from '../stage/circumstances.harness.js';
import {painted, type Setting} from '../stage/stage.harness.js';
import {MaskHarness, type MaskTag} from './mask-task.harness.js';

const settings = 'Settings of the tool';
const view = 'Zoom and view';

/** A phone held upright. */
async function onPhone(
  tag: MaskTag = 'gt-segmentation-task',
  setting: Setting = {width: 320, height: 640},
): Promise<MaskHarness> {
  const header = 'Paint the sky, the ground and the building.';
  const task = await MaskHarness.of(await drawnPicture(300, 400), {header}, setting, tag);
  task.element.focus();
  await painted();
  return task;
}

/** The part of the stage that nothing lies over. */
function free(task: MaskHarness): {readonly top: number; readonly bottom: number; readonly height: number} {
  const {bottom} = task.stage.getBoundingClientRect();
  const {bottom: top} = task.root.querySelector('.tools-row')!.getBoundingClientRect();
  const toolbar = task.viewer.shadowRoot!.querySelector('.toolbar');
  const end = toolbar ? toolbar.getBoundingClientRect().top : bottom;
  return {top, bottom: end, height: end - top};
}

describe('a small stage', () => {
  beforeEach(() => setScreen(1, 320, 640));
  after(() => executeServerCommand('cdp', [['Emulation.clearDeviceMetricsOverride', {}]]));

  for (const tag of ['gt-segmentation-task', 'gt-instance-segmentation-task'] as const) {
    it(`leaves at least 60 % of a phone's height to the picture, also for fingers: ${tag}`, async () => {
      const task = await onPhone(tag);
      expect(free(task).height, 'mouse').to.be.at.least(0.6 * 640);
      task.element.remove();
      await onTouchScreen(async () => {
        const touched = await onPhone(tag);
        expect(free(touched).height, 'fingers').to.be.at.least(0.6 * 640);
        expect(matchMedia('(pointer: coarse)').matches).to.equal(true);
        const targets = touched.root.querySelectorAll<HTMLElement>(':is(.tools, .coverage) button');
        for (const target of targets) {
          const {width, height} = target.getBoundingClientRect();
          expect(Math.min(width, height), target.ariaLabel ?? '').to.be.at.least(44);
        }
      });
    });
  }

  it('shows the whole picture in what is free, with and without the bar of the view', async () => {
    const task = await onPhone();
    const isSeen = () => {
      const [first, last] = [task.onPage([0, 0]), task.onPage([300, 400])];
      const {top, bottom} = free(task);
      expect(first.y).to.be.at.least(top);
      expect(last.y).to.be.at.most(bottom);
    };
    isSeen();
    expect(task.viewer.shadowRoot!.querySelector('.toolbar')).to.equal(null);
    await click(task.button(view));
    await painted();
    expect(task.viewer.shadowRoot!.querySelector('.toolbar'), 'zoom').to.exist;
    isSeen();
    await click(task.button(view));
    await painted();
    expect(task.viewer.shadowRoot!.querySelector('.toolbar')).to.equal(null);
  });

  it('folds the settings of the tool under a button', async () => {
    const task = await onPhone();
    expect(task.options).to.equal(null);
    await click(task.button(settings));
    expect(task.button(settings).ariaExpanded).to.equal('true');
    await task.type('Size', 40);
    await click(task.button(settings));
    task.choice('Square').click();
    await task.says('Square brush.');
    await keys('Escape');
    expect(task.options).to.equal(null);
    expect(task.root.activeElement, 'the focus is where it was').to.equal(task.button(settings));
    await click(task.button(settings));
    await task.click([150, 200]);
    expect(task.options, 'a press on the picture closes it').to.equal(null);
    expect(task.counts['car']).to.equal(40 * 40);
    await keys('v');
    await painted();
    expect(task.button(settings).disabled, 'nothing to set').to.equal(true);
  });

  it('has the answer to what is open, and what is offered for a selection, at once', async () => {
    const task = await onPhone('gt-instance-segmentation-task');
    await keys('q');
    for (const place of [
      [60, 100],
      [240, 100],
      [150, 300],
    ] as const)
      await task.click(place);
    expect(task.isAnswerOffered).to.equal(true);
    await click(task.button('Accept'));
    await task.stepsAre(1);
    expect(task.isAnswerOffered).to.equal(false);
    await keys('v');
    await task.click([150, 150]);
    await painted();
    await click(task.button('Delete'));
    await task.stepsAre(2);
    expect(task.regions).to.have.length(0);
  });

  it('scrolls to the tool that a key takes, in both directions of writing', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const task = await onPhone('gt-segmentation-task', {width: 320, height: 640, dir});
      const bar = task.root.querySelector<HTMLElement>('.tools-main')!;
      const isSeen = (name: string) => {
        const [room, place] = [bar.getBoundingClientRect(), task.button(name).getBoundingClientRect()];
        expect(place.left, `${dir}: ${name}`).to.be.at.least(room.left);
        expect(place.right, `${dir}: ${name}`).to.be.at.most(room.right);
      };
      expect(bar.scrollWidth, 'there is more').to.be.above(bar.clientWidth);
      for (const [key, name] of [
        ['a', 'Find a thing'],
        ['v', 'Select'],
      ] as const) {
        await keys(key);
        await painted();
        isSeen(name);
      }
      task.element.remove();
    }
  });

  it('says below the picture which label is painted, and offers the others there', async () => {
    const task = await onPhone();
    const button = () => task.root.querySelector<HTMLElement>('.coverage-label')!;
    expect(button().textContent.trim()).to.equal('car');
    await onTouchScreen(() => tap(button()));
    await painted();
    const rows = () => [...task.root.querySelectorAll('.label-popover gt-label-picker')];
    expect(rows()).to.have.length(1);
    expect(button().ariaExpanded).to.equal('true');
    await keys('2');
    await painted();
    await click(button());
    await painted();
    expect(rows(), 'pressed once more').to.have.length(0);
    await click(button());
    await painted();
    await task.click([150, 200]);
    expect(rows(), 'a press elsewhere').to.have.length(0);
    const label = button().textContent.trim();
    expect(task.labelAt([150, 200])).to.equal(label);
  });
});

describe('a stage with room', () => {
  it('has settings, tools and view side by side, and labels beside the picture', async () => {
    await setScreen(1, 1280, 800);
    const task = await MaskHarness.of(await drawnPicture(300, 400));
    await painted();
    expect(task.options).to.exist;
    expect(() => task.button(settings)).to.throw();
    expect(task.viewer.shadowRoot!.querySelector('.toolbar')).to.exist;
    expect(getComputedStyle(task.root.querySelector('.coverage-label')!).display).to.equal('none');
    await executeServerCommand('cdp', [['Emulation.clearDeviceMetricsOverride', {}]]);
  });
});
