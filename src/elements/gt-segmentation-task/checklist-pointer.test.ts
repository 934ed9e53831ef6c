import {expect} from '@open-wc/testing';
import {keys} from '../../../test/helpers/press.js';
import {slowStroke} from '../../../test/helpers/slow-brush.js';
import '../../define/gt-segmentation-task.js';
import {pixelText} from '../mask-task/mask-task.harness.js';
import {painted, type Place} from '../stage/stage.harness.js';
import {underAllCircumstances, type Spot} from './checklist.harness.js';

underAllCircumstances('checklist: pointers that paint', (spot, line) => {
  /** The middle of a pixel. */
  const at = (x: number, y: number): Place => {
    const [left, top] = spot().at(x, y);
    return [Math.floor(left) + 0.5, Math.floor(top) + 0.5];
  };
  /** A place so many CSS pixels of the stage further. */
  const beside = ([x, y]: Place, dx: number, dy: number): Place => {
    const {zoom} = spot().circumstance;
    return [x + dx / zoom, y + dy / zoom];
  };
  const expectNoTrace = ({task}: Spot) => {
    expect(task.text()).to.equal('');
    expect(task.steps).to.equal(0);
    expect(task.element.value).to.equal(undefined);
  };
  const origin = () => spot().task.onPage(spot().at(0, 0));

  beforeEach(() => spot().task.type('Size', 5));

  line('paints one footprint by a press that trembles by two pixels', async () => {
    const {task} = spot();
    await task.drag(at(6, 5), beside(at(6, 5), 1.4, -1.4));
    expect(task.text()).to.equal(pixelText(slowStroke({size: 5}, [at(6, 5)], task.size)));
    expect(task.steps).to.equal(1);
  });

  line('leaves no trace of a pointer that was cancelled, nor of Escape within a stroke', async () => {
    const {task} = spot();
    await task.touch('Start', at(4, 3));
    await task.touch('Move', at(12, 9));
    await task.touch('Cancel');
    expectNoTrace(spot());
    task.rest(20_000);
    await task.mouse('Moved', at(4, 3));
    await task.mouse('Pressed', at(4, 3));
    await task.mouse('Moved', at(12, 9));
    await keys('Escape');
    await task.mouse('Moved', at(14, 9));
    await task.mouse('Released', at(14, 9));
    await painted();
    expectNoTrace(spot());
    await task.stroke(at(4, 3), at(12, 9));
    const before = task.text();
    await task.mouse('Pressed', at(8, 9));
    await task.mouse('Moved', at(18, 3));
    await keys('Control+z');
    await task.mouse('Released', at(18, 3));
    expect(task.text(), 'undo gives the stroke under way up, not the one before').to.equal(before);
    expect(task.steps).to.equal(1);
  });

  line('leaves no stroke when a second finger comes within 150 ms, and zooms instead', async () => {
    const {task} = spot();
    const before = task.viewer.scale;
    const [first, second, third] = [at(8, 9), at(16, 9), at(20, 9)];
    const moved = beside(first, 12, 0);
    await task.joinedByFinger([first, moved, moved], [second, third], 40);
    expectNoTrace(spot());
    expect(task.viewer.scale).to.be.above(before * 1.1);
  });

  line('paints on with one finger when a second one comes late', async () => {
    const {task} = spot();
    const way = [at(4, 3), at(9, 7), at(12, 9)] as const;
    await task.joinedByFinger(way, [at(18, 9), at(19, 9)], 400);
    expect(task.text()).to.equal(pixelText(slowStroke({size: 5}, way, task.size)));
    expect(task.steps).to.equal(1);
  });

  line('paints with a pen and lets the finger pan then; a finger alone paints', async () => {
    const {task} = spot();
    await task.drag(at(14, 4), at(20, 4), 'touch');
    const byFinger = pixelText(slowStroke({size: 5}, [at(14, 4), at(20, 4)], task.size));
    expect(task.text(), 'a finger').to.equal(byFinger);
    task.rest(20_000);
    await keys('Control+z');
    await task.drag(at(4, 3), at(12, 9), 'pen');
    const byPen = pixelText(slowStroke({size: 5}, [at(4, 3), at(12, 9)], task.size));
    expect(task.text(), 'a pen').to.equal(byPen);
    task.rest(1000);
    const before = origin();
    await task.drag(at(14, 10), at(16, 12), 'touch');
    expect(task.text(), 'a finger beside a pen').to.equal(byPen);
    expect(origin().x).to.be.above(before.x + 10);
    expect(origin().y).to.be.above(before.y + 10);
  });
});
