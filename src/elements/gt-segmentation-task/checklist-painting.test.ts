import {expect} from '@open-wc/testing';
import {keys} from '../../../test/helpers/press.js';
import {slowStroke} from '../../../test/helpers/slow-brush.js';
import '../../define/gt-segmentation-task.js';
import {pixelText, type Pixel} from '../mask-task/mask-task.harness.js';
import {across, down} from '../stage/circumstances.harness.js';
import type {Place} from '../stage/stage.harness.js';
import {underAllCircumstances, type Spot} from './checklist.harness.js';

/** The disc of diameter 7, as pixels beside its middle. */
const disc = ['  ###  ', ' ##### ', '#######', '#######', '#######', ' ##### ', '  ###  '];

underAllCircumstances('checklist: painting', (spot, line) => {
  const pixelAt = (x: number, y: number): Pixel => {
    const [left, top] = spot().at(x, y);
    return [Math.floor(left), Math.floor(top)];
  };
  /** The middle of a pixel, where a person aims. */
  const middle = ([x, y]: Pixel): Place => [x + 0.5, y + 0.5];
  const stroke = (size: number, ...way: readonly Place[]): string =>
    pixelText(slowStroke({size}, way, spot().task.size));
  const setMode = async (mode: 'over' | 'behind' | 'inside') => {
    const names = {
      over: 'Over everything',
      behind: 'Only what is unlabelled',
      inside: 'Only inside one region',
    };
    const {task} = spot();
    while (!task.choice(names[mode]).checked) {
      await keys('m');
      await task.element.updateComplete;
    }
  };
  const one = ({task}: Spot, what: string) => expect(task.steps, what).to.equal(1);

  line(
    'paints one pixel by a click with size 1: the one under the pointer, also in the corners',
    async () => {
      const {task} = spot();
      await task.type('Size', 1);
      const corner: Pixel = [across * spot().unit - 1, down * spot().unit - 1];
      const pixels = [pixelAt(6, 5), [0, 0] as const, corner];
      for (const pixel of pixels) await task.click(middle(pixel));
      expect(task.text('car')).to.equal(pixelText(pixels));
      expect(task.steps).to.equal(3);
    },
  );

  line('paints the 37 pixels of a disc of 7', async () => {
    const {task} = spot();
    await task.type('Size', 7);
    const [x, y] = pixelAt(9, 7);
    await task.click(middle([x, y]));
    const known = disc.flatMap((row, dy) =>
      [...row].flatMap((sign, dx): Pixel[] => (sign === '#' ? [[x + dx - 3, y + dy - 3]] : [])),
    );
    expect(known.length).to.equal(37);
    expect(task.text('car')).to.equal(pixelText(known));
    one(spot(), 'one step');
  });

  line('draws straight lines without gaps at any slope by Shift and a press', async () => {
    const {task} = spot();
    await task.type('Size', 1);
    const from = pixelAt(3, 3);
    for (const to of [pixelAt(20, 4), pixelAt(19, 13), pixelAt(5, 15), pixelAt(14, 2)]) {
      task.rest(2000);
      await task.click(middle(from));
      const before = task.steps;
      await spot().holding('Shift', () => task.click(middle(to)));
      expect(task.steps, 'a line is a step').to.equal(before + 1);
      const painted = task.pixels('car');
      const isPainted = new Set(painted.map(([x, y]) => `${x},${y}`));
      const far = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
      expect(painted.length, 'as long as it must be').to.be.at.least(far + 1);
      for (const [x, y] of painted) {
        if ((x === to[0] && y === to[1]) || (x === from[0] && y === from[1])) continue;
        let neighbours = 0;
        for (const dx of [-1, 0, 1])
          for (const dy of [-1, 0, 1]) if ((dx || dy) && isPainted.has(`${x + dx},${y + dy}`)) neighbours++;
        expect(neighbours, `${x},${y} between ${from} and ${to}`).to.be.at.least(2);
      }
      expect(task.text('car')).to.equal(stroke(1, middle(from), middle(to)));
      while (task.steps > 0) await keys('Control+z');
    }
  });

  line('paints over, behind and inside what is there', async () => {
    const {task, unit} = spot();
    const size = 5;
    await task.type('Size', size);
    const [left, right, row] = [pixelAt(4, 8)[0], pixelAt(19, 8)[0], pixelAt(8, 8)[1]];
    const wide = (y: number, from = left, to = right): Place[] => [middle([from, y]), middle([to, y])];
    await task.stroke(...wide(row));
    const first = new Set(task.pixels('car').map(String));
    const second = slowStroke({size}, wide(row + 2), task.size);
    const rest = (labels: ReadonlySet<string>) =>
      pixelText(second.filter((each) => !labels.has(String(each))));

    await keys('2');
    await setMode('behind');
    await task.stroke(...wide(row + 2));
    expect(task.text('dog'), 'behind').to.equal(rest(first));
    expect(task.pixels('car').length, 'behind leaves the other').to.equal(first.size);
    await keys('Control+z');

    await setMode('inside');
    await task.stroke(middle([left, row]), ...wide(row + 2));
    const inside = slowStroke({size}, [middle([left, row]), ...wide(row + 2)], task.size);
    expect(task.text('dog'), 'inside').to.equal(pixelText(inside.filter((each) => first.has(String(each)))));
    await keys('Control+z');

    await setMode('over');
    await task.stroke(...wide(row + 2));
    expect(task.text('dog'), 'over').to.equal(pixelText(second));
    expect(task.pixels('car').length).to.equal(
      [...first].filter((each) => !second.map(String).includes(each)).length,
    );
    await keys('1');
    expect(unit).to.be.above(0);
  });

  line('erases with the eraser, with Alt, with the secondary button and with the other size', async () => {
    const {task} = spot();
    await task.type('Size', 7);
    const [from, to] = [middle(pixelAt(5, 8)), middle(pixelAt(18, 8))];
    const crossing: Place[] = [middle(pixelAt(12, 4)), middle(pixelAt(12, 12))];
    const all = slowStroke({size: 7}, [from, to], task.size);
    await spot().choose('e');
    await task.type('Size', 3);
    await keys('b');
    const gone = new Set(slowStroke({size: 3}, crossing, task.size).map(String));
    const left = pixelText(all.filter((each) => !gone.has(String(each))));
    await task.stroke(from, to);
    expect(task.text(), 'painted').to.equal(pixelText(all));
    const check = async (what: string) => {
      expect(task.text(), what).to.equal(left);
      await keys('Control+z');
      expect(task.text(), `${what}, undone`).to.equal(pixelText(all));
    };
    await keys('x');
    await task.stroke(...crossing);
    await check('eraser');
    await keys('x');
    await spot().holding('Alt', () => task.stroke(...crossing));
    await check('Alt');
    await task.mouse('Moved', crossing[0]!);
    await task.mouse('Pressed', crossing[0]!, 'right');
    await task.mouse('Moved', middle(pixelAt(12, 8)), 'right');
    await task.mouse('Moved', crossing[1]!, 'right');
    await task.mouse('Released', crossing[1]!, 'right');
    await check('secondary button');
  });

  line('clips strokes to the picture, also when they leave the stage and come back', async () => {
    const {task, circumstance} = spot();
    await task.type('Size', 5);
    const start = middle(pixelAt(5, 9));
    // Beyond the side of the stage, wherever that is, and back in another row.
    const {left} = task.stage.getBoundingClientRect();
    const shrunk = circumstance.place === 'transformed container' ? 0.8 : 1;
    const beyond = (task.onPage(start).x - left + 30) / (circumstance.zoom * shrunk);
    const out: Place = [start[0] - beyond, start[1]];
    const back: Place = [out[0], middle(pixelAt(5, 13))[1]];
    const end: Place = [start[0], back[1]];
    await task.stroke(start, out, back, end);
    expect(task.text('car')).to.equal(stroke(5, start, out, back, end));
    one(spot(), 'one stroke');
  });

  line('picks the label under the pointer with Ctrl, and paints with it', async () => {
    const {task} = spot();
    await task.type('Size', 3);
    await keys('3');
    await task.click(middle(pixelAt(6, 6)));
    await spot().choose('1');
    task.hold('Control');
    await task.click(middle(pixelAt(6, 6)));
    task.hold();
    one(spot(), 'picking changes nothing');
    await task.click(middle(pixelAt(14, 6)));
    expect(task.counts).to.deep.equal({tree: 18});
  });
});
