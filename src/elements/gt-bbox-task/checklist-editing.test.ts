import {expect} from '@open-wc/testing';
import {keys} from '../../../test/helpers/press.js';
import type {Box} from '../../geometry/box.js';
import '../../define/gt-bbox-task.js';
import {across, down, underAllCircumstances, type Spot} from './checklist.harness.js';
import {painted} from './gt-bbox-task.harness.js';

/** Gives the task one box, selected, as it would be from the page. */
async function given({task}: Spot, box: Box): Promise<void> {
  task.element.value = {boundingBoxes: [{label: 'car', ...box}]} as never;
  await painted();
}

underAllCircumstances('checklist: changing a box', (spot, line) => {
  line('moves by a drag inside, and keeps its size at every border', async () => {
    const {task} = spot();
    await given(spot(), spot().box(4, 3, 8, 6));
    await spot().choose('v');
    await task.drag(spot().at(8, 6), spot().at(10, 5));
    expect(task.boxes).to.deep.equal([spot().box(6, 2, 8, 6)]);
    await task.drag(spot().at(10, 5), spot().at(-0.5, -1.5));
    expect(task.boxes).to.deep.equal([spot().box(0, 0, 8, 6)]);
    await task.drag(spot().at(4, 3), spot().at(across + 1, down + 1));
    expect(task.boxes).to.deep.equal([spot().box(across - 8, down - 6, 8, 6)]);
    expect(task.steps).to.equal(3);
  });

  line('keeps to one axis with Shift', async () => {
    const {task} = spot();
    await given(spot(), spot().box(4, 3, 8, 6));
    await spot().choose('v');
    await spot().holding('Shift', () => task.drag(spot().at(8, 6), spot().at(13, 8)));
    expect(task.boxes).to.deep.equal([spot().box(9, 3, 8, 6)]);
  });

  line('resizes by corners and by any place of a side, and flips past the opposite edge', async () => {
    const {task} = spot();
    await given(spot(), spot().box(8, 6, 6, 6));
    await spot().choose('v');
    await task.click(spot().at(11, 9));
    await task.drag(spot().at(14, 12), spot().at(16, 14));
    expect(task.boxes, 'corner').to.deep.equal([spot().box(8, 6, 8, 8)]);
    // A quarter down the left side, where no handle is.
    await task.drag(spot().at(8, 8), spot().at(5, 8));
    expect(task.boxes, 'side').to.deep.equal([spot().box(5, 6, 11, 8)]);
    await task.drag(spot().at(16, 14), spot().at(3, 2));
    expect(task.boxes, 'both flipped').to.deep.equal([spot().box(3, 2, 2, 4)]);
    expect(task.steps).to.equal(3);
  });

  line('keeps the ratio with Shift, and the centre with Alt', async () => {
    const {task} = spot();
    await given(spot(), spot().box(8, 6, 4, 3));
    await spot().choose('v');
    await task.click(spot().at(10, 7.5));
    await spot().holding('Shift', () => task.drag(spot().at(12, 9), spot().at(16, 9)));
    expect(task.boxes).to.deep.equal([spot().box(8, 6, 8, 6)]);
    await spot().holding('Alt', () => task.drag(spot().at(16, 12), spot().at(17, 14)));
    expect(task.boxes).to.deep.equal([spot().box(7, 4, 10, 10)]);
  });

  line('grabs the handles of the selection while a draw tool is armed, and nothing else', async () => {
    const {task} = spot();
    await task.drag(spot().at(4, 3), spot().at(12, 9));
    await task.drag(spot().at(12, 9), spot().at(14, 11));
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 10, 8)]);
    await task.drag(spot().at(6, 5), spot().at(9, 8));
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 10, 8), spot().box(6, 5, 3, 3)]);
  });

  line('nudges by arrows, which no language turns around', async () => {
    const {task} = spot();
    const {left, top, width, height} = spot().box(8, 6, 4, 3);
    await given(spot(), {left, top, width, height});
    await spot().choose('.');
    await keys('ArrowRight', 'ArrowDown', 'ArrowDown', 'Alt+ArrowRight', 'Alt+Shift+ArrowUp');
    expect(task.boxes).to.deep.equal([{left: left + 1, top: top + 3, width: width + 1, height: height - 1}]);
  });
});
