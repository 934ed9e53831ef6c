import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-segmentation-task.js';
import {MaskHarness} from '../mask-task/mask-task.harness.js';

/** A task in whose picture two halves can be told apart, larger than its stage. */
async function enlarged(): Promise<MaskHarness> {
  const picture = await drawnPicture(200, 140, 'image/png', (context) => {
    context.fillStyle = '#d8d4c8';
    context.fillRect(0, 0, 200, 140);
    context.fillStyle = '#203040';
    context.fillRect(80, 50, 40, 40);
  });
  const task = await MaskHarness.of(picture);
  task.element.focus();
  await task.look(12, [100, 70]);
  return task;
}

describe('StageDesk', () => {
  it('lets Space and a drag move the picture while found pixels wait for an answer', async () => {
    const task = await enlarged();
    await keys('w');
    await task.click([100, 70]);
    await waitUntil(() => task.isAnswerOffered);
    const before = task.onPage([100, 70]);
    await sendKeys({down: 'Space'});
    await task.drag([100, 70], [95, 70]);
    await sendKeys({up: 'Space'});
    expect(task.onPage([100, 70]).x).to.be.closeTo(before.x - 60, 2);
    expect([task.isAnswerOffered, task.steps]).to.deep.equal([true, 0]);
    await keys('Enter');
    await task.stepsAre(1);
    expect(task.pixels().length).to.be.within(1500, 1600);
  });

  it('lets Space carry an outline that is open', async () => {
    const task = await enlarged();
    await keys('q');
    const before = task.onPage([100, 70]);
    for (const corner of [
      [90, 60],
      [110, 60],
      [110, 80],
    ] as const) {
      task.rest(1000);
      await task.click(corner);
    }
    await sendKeys({down: 'Space'});
    await task.drag([110, 80], [105, 80]);
    await sendKeys({up: 'Space'});
    await keys('Enter');
    await task.stepsAre(1);
    expect(task.onPage([100, 70])).to.deep.equal(before);
    const columns = task.pixels().map(([x]) => x);
    expect([Math.min(...columns), Math.max(...columns)]).to.deep.equal([85, 104]);
  });

  it('unwinds one layer for each Escape: drawing, crosshair, selection, tool', async () => {
    const task = await enlarged();
    await task.click([100, 70]);
    await keys('v');
    await task.click([100, 70]);
    await keys('q', 'c');
    const before = task.onPage([100, 70]);
    await keys('Enter', 'ArrowRight', 'Enter');
    const selected = () => task.root.querySelector('.options .tools-name') !== null;
    expect(task.isDrawing).to.equal(true);
    await keys('Escape');
    await task.says('Cancelled.');
    expect(task.isDrawing).to.equal(false);
    await keys('Escape');
    await task.says('Crosshair off.');
    await keys('Escape');
    await task.says('Nothing is selected.');
    await keys('Escape');
    expect(task.options.dataset['tool']).to.equal('select');
    expect([selected(), task.onPage([100, 70])]).to.deep.equal([false, before]);
  });
});
