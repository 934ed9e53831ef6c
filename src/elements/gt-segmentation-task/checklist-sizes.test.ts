import {expect} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-segmentation-task.js';
import {MaskHarness} from '../mask-task/mask-task.harness.js';
import {painted} from '../stage/stage.harness.js';

async function onStage(): Promise<MaskHarness> {
  const task = await MaskHarness.of(await drawnPicture(300, 220));
  task.element.focus();
  await task.look(1, [150, 110]);
  return task;
}

const sizeOf = async (task: MaskHarness): Promise<number> => {
  await task.element.updateComplete;
  return task.options.querySelector<HTMLInputElement>('[type="number"]')!.valueAsNumber;
};

describe('checklist: sizes of brushes', () => {
  it('SEG-3: change by a tenth and at least by one, from 1 to 512; brush and eraser have their own', async () => {
    const task = await onStage();
    await task.type('Size', 2);
    await keys(']');
    expect(await sizeOf(task)).to.equal(3);
    await keys('[', '[', '[');
    expect(await sizeOf(task), 'at least one').to.equal(1);
    await task.type('Size', 100);
    await keys(']');
    expect(await sizeOf(task)).to.equal(110);
    await task.type('Size', 9000);
    expect(await sizeOf(task), 'at most 512').to.equal(512);
    await task.type('Size', 40);
    await keys('e');
    expect(await sizeOf(task), 'the eraser').to.equal(24);
    await task.type('Size', 10);
    await keys('b');
    expect(await sizeOf(task), 'the brush').to.equal(40);
  });

  it('SEG-3: the wheel with Alt changes the size and not the view', async () => {
    const task = await onStage();
    await task.type('Size', 40);
    const {scale} = task.viewer;
    await task.mouse('Moved', [150, 110]);
    await task.wheel([150, 110], -100, 1);
    expect(await sizeOf(task)).to.be.above(40);
    await task.wheel([150, 110], 100, 1);
    await task.wheel([150, 110], 100, 1);
    expect(await sizeOf(task)).to.be.below(40);
    expect(task.viewer.scale).to.equal(scale);
    expect(task.steps).to.equal(0);
  });

  it('SEG-3: the switch keeps the ring as it is on the screen, and what it surrounds is painted', async () => {
    const task = await onStage();
    await task.type('Size', 20);
    await task.mouse('Moved', [150, 110]);
    await keys('Shift+B');
    await task.says('stays the same on screen');
    expect(task.button('Same size on screen').ariaPressed).to.equal('true');
    await task.look(4, [150, 110]);
    expect(await sizeOf(task), '20 on the screen').to.equal(5);
    await task.click([150.5, 110.5]);
    expect(new Set(task.pixels().map(([x]) => x)).size, 'columns').to.equal(5);
    await task.look(0.5, [150, 110]);
    expect(await sizeOf(task)).to.equal(40);

    const {entry} = task.element;
    task.element.entry = {...entry, 'x-another': true};
    await task.element.updateComplete;
    await task.look(2, [150, 110]);
    expect(await sizeOf(task), 'the switch stays from item to item').to.equal(10);
    task.button('Same size on screen').click();
    await task.says('stays the same in picture pixels');
    await task.look(1, [150, 110]);
    expect(await sizeOf(task)).to.equal(10);
  });

  it('SEG-12: H hides the mask and shows it again, and nothing is painted meanwhile', async () => {
    const task = await onStage();
    await task.click([50, 50]);
    const before = task.text();
    await keys('h');
    await task.click([150, 110]);
    await painted();
    expect(task.text(), 'nobody paints what is hidden').to.equal(before);
    await keys('h');
    await task.click([150, 110]);
    expect(task.text()).to.not.equal(before);
  });
});
