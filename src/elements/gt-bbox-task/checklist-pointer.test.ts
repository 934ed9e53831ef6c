import {expect} from '@open-wc/testing';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {underAllCircumstances, type Spot} from './checklist.harness.js';
import type {Place} from './gt-bbox-task.harness.js';

underAllCircumstances('checklist: the pointer', (spot, line) => {
  /** A place so many CSS pixels of the stage further. */
  const beside = ([x, y]: Place, dx: number, dy: number): Place => {
    const {zoom} = spot().circumstance;
    return [x + dx / zoom, y + dy / zoom];
  };
  const expectNoTrace = ({task}: Spot) => {
    expect(task.boxes).to.deep.equal([]);
    expect(task.steps).to.equal(0);
    expect(task.element.value).to.equal(undefined);
  };
  const origin = () => spot().task.onPage(spot().at(0, 0));

  line('makes no shape of a press that trembles by two pixels', async () => {
    const {task} = spot();
    const at = spot().at(6, 5);
    await task.drag(at, beside(at, 1.4, -1.4));
    await task.drag(at, beside(at, -1, 0));
    expectNoTrace(spot());
    await task.click(at);
    await keys('Escape');
    expectNoTrace(spot());
  });

  line('makes a new box of a press inside another one', async () => {
    const {task} = spot();
    await task.drag(spot().at(2, 2), spot().at(16, 14));
    await task.drag(spot().at(5, 5), spot().at(9, 8));
    expect(task.boxes).to.deep.equal([spot().box(2, 2, 14, 12), spot().box(5, 5, 4, 3)]);
  });

  line('leaves no trace of a pointer that was cancelled', async () => {
    const {task} = spot();
    await task.touch('Start', spot().at(4, 3));
    await task.touch('Move', spot().at(12, 9));
    await task.touch('Cancel');
    expectNoTrace(spot());
    task.rest(20_000);
    await task.mouse('Moved', spot().at(4, 3));
    await task.mouse('Pressed', spot().at(4, 3));
    await task.mouse('Moved', spot().at(12, 9));
    await keys('Escape');
    await task.mouse('Released', spot().at(12, 9));
    expectNoTrace(spot());
    await task.drag(spot().at(4, 3), spot().at(12, 9));
    await task.mouse('Pressed', spot().at(12, 9));
    await task.mouse('Moved', spot().at(16, 12));
    await keys('Escape');
    await task.mouse('Released', spot().at(16, 12));
    expect(task.boxes, 'a resize is taken back').to.deep.equal([spot().box(4, 3, 8, 6)]);
    expect(task.steps).to.equal(1);
  });

  line('makes no shape when a second finger comes within 150 ms, and zooms instead', async () => {
    const {task} = spot();
    const before = task.viewer.scale;
    const [first, second, third] = [spot().at(8, 9), spot().at(16, 9), spot().at(20, 9)];
    const moved = beside(first, 12, 0);
    await task.joinedByFinger([first, moved, moved], [second, third], 40);
    expectNoTrace(spot());
    expect(task.viewer.scale).to.be.above(before * 1.1);
  });

  line('ignores a second finger that comes later', async () => {
    const {task} = spot();
    const at = (x: number, y: number) => spot().at(x, y);
    await task.joinedByFinger([at(4, 3), at(9, 7), at(12, 9)], [at(18, 9), at(19, 9)], 400);
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 8, 6)]);
  });

  line('keeps the tolerances of the mouse after a finger was there', async () => {
    const {task} = spot();
    await task.drag(spot().at(4, 3), spot().at(12, 9), 'touch');
    task.rest(1000);
    // Fifteen pixels beside the handle: a finger would grab it there, a mouse does not.
    await task.drag(beside(spot().at(12, 9), 11, 11), spot().at(16, 12));
    expect(task.boxes.length, 'a new box').to.equal(2);
    expect(task.boxes[0]).to.deep.equal(spot().box(4, 3, 8, 6));
    await keys('Escape');
    const at = spot().at(18, 4);
    await task.drag(at, beside(at, 6, 6));
    expect(task.boxes.length, 'six pixels are a drag').to.equal(3);
    await keys('Escape');
    task.rest(1000);
    await task.drag(spot().at(18, 12), beside(spot().at(18, 12), 6, 6), 'touch');
    expect(task.boxes.length, 'for a finger they are a tap').to.equal(3);
    await keys('Escape');
  });

  line('lets the finger pan once a pen has drawn', async () => {
    const {task} = spot();
    await task.drag(spot().at(4, 3), spot().at(12, 9), 'pen');
    expect(task.boxes.length).to.equal(1);
    task.rest(1000);
    const before = origin();
    await task.drag(spot().at(14, 10), spot().at(16, 12), 'touch');
    expect(task.boxes.length).to.equal(1);
    expect(origin().x).to.be.above(before.x + 10);
    expect(origin().y).to.be.above(before.y + 10);
  });
});
