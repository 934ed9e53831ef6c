import {expect} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

const first = {left: 40, top: 30, width: 100, height: 80};

/** A task with a box, and another one that is being dragged out. */
async function inTheMiddle(): Promise<BboxHarness> {
  const task = await BboxHarness.of(await drawnPicture(400, 300));
  await task.drag([40, 30], [140, 110]);
  await task.mouse('Moved', [200, 150]);
  await task.mouse('Pressed', [200, 150]);
  await task.mouse('Moved', [240, 200]);
  await task.mouse('Moved', [260, 210]);
  return task;
}

describe('giving a drag up', () => {
  for (const key of ['Control+z', 'Delete']) {
    it(`by ${key} leaves the box before it`, async () => {
      const task = await inTheMiddle();
      await keys(key);
      expect(task.viewer.tool?.isDrawing).to.equal(false);
      await task.mouse('Moved', [270, 220]);
      await task.mouse('Released', [270, 220]);
      await painted();
      expect(task.boxes).to.deep.equal([first]);
    });
  }

  it('by Escape, undo brings it back (PTR-9)', async () => {
    const task = await inTheMiddle();
    await keys('Escape');
    await task.mouse('Released', [260, 210]);
    expect(task.viewer.tool?.isDrawing).to.equal(false);
    await keys('Control+z');
    expect(task.viewer.tool?.isDrawing).to.equal(true);
    await task.click([280, 230]);
    expect(task.boxes).to.deep.equal([first, {left: 200, top: 150, width: 80, height: 80}]);
  });

  it('by a second finger leaves nothing to bring back (PTR-5)', async () => {
    const task = await BboxHarness.of(await drawnPicture(400, 300));
    await task.drag([40, 30], [140, 110]);
    await task.touch('Start', [200, 150]);
    await task.touch('Move', [230, 180]);
    await task.touch('Start', [230, 180], [300, 180]);
    await task.touch('Move', [220, 180], [320, 180]);
    await task.touch('End');
    await keys('Control+z');
    expect(task.viewer.tool?.isDrawing).to.equal(false);
    expect(task.boxes).to.deep.equal([]);
  });
});
