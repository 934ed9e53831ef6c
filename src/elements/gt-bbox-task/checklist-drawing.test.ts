import {expect} from '@open-wc/testing';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import type {Spot} from './checklist.harness.js';
import {
  across,
  circumstances,
  circumstancesOfLine,
  down,
  patch,
  seenPatch,
  underAllCircumstances,
} from './checklist.harness.js';
import {painted, type Place} from './gt-bbox-task.harness.js';

describe('checklist: the circumstances', () => {
  const names = ['zoom', 'devicePixelRatio', 'dir', 'place'] as const;

  it('bring each pair of conditions together', () => {
    for (const a of names) {
      for (const b of names) {
        if (a === b) continue;
        const valuesOf = (name: typeof a) => new Set(circumstances.map((each) => each[name])).size;
        const pairs = new Set(circumstances.map((each) => `${each[a]} ${each[b]}`));
        expect(pairs.size, `${a} with ${b}`).to.equal(valuesOf(a) * valuesOf(b));
      }
    }
    expect(circumstances.length).to.equal(12);
  });

  it('are met by every line in each zoom, ratio, direction and place, and all by three lines', () => {
    const met = [0, 1, 2].map(circumstancesOfLine);
    expect(new Set(met.flat()).size).to.equal(circumstances.length);
    for (const line of met) {
      const counts = names.map((name) => new Set(line.map((each) => each[name])).size);
      expect(counts).to.deep.equal([4, 3, 2, 3]);
    }
  });
});

underAllCircumstances('checklist: drawing a box', (spot, line) => {
  const only = ({task}: Spot) => {
    expect(task.boxes.length, 'one box').to.equal(1);
    expect(task.steps, 'one step').to.equal(1);
    return task.boxes[0];
  };

  line('gives the box around what is seen', async () => {
    const {task, unit, circumstance} = spot();
    const {from, to} = await seenPatch();
    await task.dragOnPage(from, to);
    const {left, top, width, height} = spot().box(patch.left, patch.top, patch.width, patch.height);
    const drawn = only(spot());
    // One device pixel of the screen is all that a person can aim at.
    const shrunk = circumstance.place === 'transformed container' ? 0.8 : 1;
    const error = 1 / (circumstance.zoom * circumstance.devicePixelRatio * shrunk);
    const most = error < 0.5 ? 0 : Math.ceil(error);
    const edges = [left, top, left + width, top + height];
    const drawnEdges = drawn && [drawn.left, drawn.top, drawn.left + drawn.width, drawn.top + drawn.height];
    for (const [index, edge] of edges.entries())
      expect(drawnEdges?.[index], `edge ${index}, ${unit} pixels a unit`).to.be.closeTo(edge, most);
  });

  line('gives the same box from all four corners', async () => {
    const {task} = spot();
    const corners: readonly (readonly [Place, Place])[] = [
      [spot().at(4, 3), spot().at(12, 9)],
      [spot().at(12, 9), spot().at(4, 3)],
      [spot().at(12, 3), spot().at(4, 9)],
      [spot().at(4, 9), spot().at(12, 3)],
    ];
    for (const [from, to] of corners) {
      await task.drag(from, to);
      // Nothing selected: the corners of a selection are handles.
      await keys('Escape');
    }
    expect(task.boxes).to.deep.equal(corners.map(() => spot().box(4, 3, 8, 6)));
    expect(task.steps).to.equal(corners.length);
  });

  line('draws by two clicks, with a pen and with a finger as well', async () => {
    const {task} = spot();
    await task.click(spot().at(4, 3));
    expect(task.boxes).to.deep.equal([]);
    await task.click(spot().at(12, 9));
    await task.drag(spot().at(1, 1), spot().at(5, 4), 'pen');
    task.rest(20_000);
    await task.drag(spot().at(14, 10), spot().at(20, 16), 'touch');
    expect(task.boxes).to.deep.equal([
      spot().box(4, 3, 8, 6),
      spot().box(1, 1, 4, 3),
      spot().box(14, 10, 6, 6),
    ]);
  });

  line('gives 0, 0, W, H for the whole picture', async () => {
    await spot().task.drag(spot().at(0, 0), spot().at(across, down));
    expect(only(spot())).to.deep.equal(spot().box(0, 0, across, down));
  });

  line('stops at the border when the drag begins or ends outside', async () => {
    const {task} = spot();
    await task.drag(spot().at(-1.5, 5), spot().at(6, 9));
    await task.drag(spot().at(18, 9), spot().at(across + 1, down + 1.5));
    expect(task.boxes).to.deep.equal([spot().box(0, 5, 6, 4), spot().box(18, 9, 6, 9)]);
  });

  line('rounds by edges, not by sizes', async () => {
    const {task, unit} = spot();
    const [x, y] = spot().at(4, 3);
    const [right, bottom] = spot().at(12, 9);
    await task.drag([x + 0.3, y - 0.3], [right + 0.3, bottom - 0.3]);
    await keys('Escape');
    await task.drag([x - 0.3, y + 0.7], [right + 0.7, bottom + 0.3]);
    expect(task.boxes).to.deep.equal([
      {left: x, top: y, width: 8 * unit, height: 6 * unit},
      {left: x, top: y + 1, width: 8 * unit + 1, height: 6 * unit - 1},
    ]);
  });

  line('makes a square with Shift, and draws from the centre with Alt', async () => {
    const {task} = spot();
    await spot().holding('Shift', () => task.drag(spot().at(4, 3), spot().at(10, 7)));
    await spot().holding('Alt', () => task.drag(spot().at(12, 9), spot().at(16, 12)));
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 6, 6), spot().box(8, 6, 8, 6)]);
  });

  line('moves what is being drawn while Space is held', async () => {
    const {task} = spot();
    await task.mouse('Moved', spot().at(4, 3));
    await task.mouse('Pressed', spot().at(4, 3));
    await task.mouse('Moved', spot().at(10, 7));
    await spot().holding('Space', () => task.mouse('Moved', spot().at(13, 12)));
    await task.mouse('Moved', spot().at(14, 13));
    await task.mouse('Released', spot().at(14, 13));
    expect(only(spot())).to.deep.equal(spot().box(7, 8, 7, 5));
  });

  line('takes four extremes in any order', async () => {
    const {task} = spot();
    await spot().choose('r');
    const points = [spot().at(8, 3), spot().at(12, 6), spot().at(9, 9), spot().at(4, 5)];
    for (const order of [
      [0, 1, 2, 3],
      [3, 1, 0, 2],
    ]) {
      task.rest(1000);
      for (const index of order) await task.click(points[index]!);
    }
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 8, 6), spot().box(4, 3, 8, 6)]);
    expect(task.steps).to.equal(2);
  });

  line('draws by the keyboard alone, where arrows are arrows in every language', async () => {
    const {unit} = spot();
    await keys('c', 'Home', 'PageUp', 'Shift+ArrowRight', 'ArrowDown', 'Enter');
    await keys('Control+ArrowRight', 'Shift+ArrowDown', 'ArrowLeft', 'Enter', 'c');
    const most = {x: across * unit, y: down * unit};
    const [left, top] = [Math.min(10, most.x), 1];
    const right = Math.min(left + 50, most.x) - 1;
    const bottom = Math.min(top + 10, most.y);
    expect(only(spot())).to.deep.equal({left, top, width: right - left, height: bottom - top});
  });

  line('returns boxes as they came while nobody touches them', async () => {
    const {task, unit} = spot();
    const given = [
      {height: 3.25, label: 'car', left: 1.5, top: 2.125, width: 4.0625},
      {height: down * unit, label: 'dog', left: -3.5, top: -2, width: across * unit + 9},
    ];
    task.element.value = {boundingBoxes: given};
    await painted();
    await task.drag(spot().at(4, 3), spot().at(12, 9));
    const {boundingBoxes} = task.element.value!;
    expect(boundingBoxes).to.deep.equal([...given, {label: 'car', ...spot().box(4, 3, 8, 6)}]);
  });
});
