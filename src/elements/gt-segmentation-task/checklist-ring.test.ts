import {expect} from '@open-wc/testing';
import {executeServerCommand, resetMouse} from '@web/test-runner-commands';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-segmentation-task.js';
import {MaskHarness} from '../mask-task/mask-task.harness.js';
import {screenshot, setScreen} from '../stage/circumstances.harness.js';
import {painted, type Place} from '../stage/stage.harness.js';

/** A picture of one grey, so that everything else on the screen is ring or mask. */
async function onGrey(): Promise<MaskHarness> {
  const picture = await drawnPicture(240, 180, 'image/png', (context) => {
    context.fillStyle = '#808080';
    context.fillRect(0, 0, 240, 180);
  });
  return MaskHarness.of(picture);
}

/** Device pixels of a part of the window where two screenshots differ, as `x,y` counted from its corner. */
function differences(
  a: ImageData,
  b: ImageData,
  {x, y, size}: {x: number; y: number; size: number},
): Set<string> {
  const different = new Set<string>();
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const i = ((y + row) * a.width + x + column) * 4;
      if ([0, 1, 2].some((c) => Math.abs((a.data[i + c] ?? 0) - (b.data[i + c] ?? 0)) > 8))
        different.add(`${column},${row}`);
    }
  return different;
}

/** Pixels that have one of the set, and one that is not in it, within so many pixels: along its border. */
function alongBorder(shape: ReadonlySet<string>, size: number, reach: number): Set<string> {
  const band = new Set<string>();
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let [inside, outside] = [false, false];
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++)
          if (shape.has(`${x + dx},${y + dy}`)) inside = true;
          else outside = true;
      const isIn = shape.has(`${x},${y}`);
      if (isIn ? outside : inside) band.add(`${x},${y}`);
    }
  return band;
}

/** Says which pixels only one of two sets has. */
function expectSame(found: ReadonlySet<string>, wanted: ReadonlySet<string>, what: string): void {
  const without = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((each) => !b.has(each));
  const odd = {more: without(found, wanted).join(' '), missing: without(wanted, found).join(' ')};
  expect(odd, `${what}, of ${wanted.size}`).to.deep.equal({more: '', missing: ''});
}

describe('checklist: the ring is the footprint', () => {
  after(async () => {
    await executeServerCommand('cdp', [['Emulation.clearDeviceMetricsOverride', {}]]);
    await resetMouse();
  });

  for (const [zoom, ratio, sizes] of [
    [0.5, 1, [8, 33]],
    [1, 1, [1, 7, 24]],
    [3.3, 1, [1, 6, 7]],
    [16, 1, [1, 2, 7]],
    [1, 2, [1, 12]],
    [3.3, 1.5, [1, 7]],
    [16, 2, [1, 3]],
  ] as const) {
    it(`at zoom ${zoom} and ${ratio} device pixels: what it surrounds is what gets painted`, async () => {
      await setScreen(ratio);
      const task = await onGrey();
      task.element.focus();
      await task.look(zoom, [120, 90]);
      const beyond: Place = [120 + 190 / zoom, 90];
      for (const size of sizes) {
        await task.type('Size', size);
        const place: Place = [117.3, 88.6];
        await task.mouse('Moved', beyond);
        await painted();
        const bare = await screenshot();
        const at = task.onPage(place);
        const half = Math.ceil((size * zoom * ratio) / 2) + 12;
        const part = {x: Math.round(at.x * ratio) - half, y: Math.round(at.y * ratio) - half, size: 2 * half};
        await task.mouse('Moved', place);
        await painted();
        const ringed = await screenshot();
        await task.click(place);
        await task.mouse('Moved', beyond);
        await painted();
        const filled = await screenshot();

        const shape = differences(bare, filled, part);
        expect(shape.size, 'something was painted').to.be.above(0);
        const ring = differences(bare, ringed, part);
        // Half of the dark line lies on either side of the border.
        const band = alongBorder(shape, part.size, Math.max(1, Math.round(2 * ratio)));
        expectSame(ring, band, `ring of size ${size}`);
        // On the screen are the pixels of the document, no more and no less.
        const {left, top} = task.stage.getBoundingClientRect();
        const corner = task.viewer.imageToScreen({x: 0, y: 0})!;
        const edge = (start: number, pixel: number, from: number) =>
          Math.round(start * ratio + pixel * zoom * ratio) - from;
        const expected = new Set<string>();
        for (const [px, py] of task.pixels()) {
          const [x0, y0] = [edge(left + corner.x, px, part.x), edge(top + corner.y, py, part.y)];
          const [x1, y1] = [edge(left + corner.x, px + 1, part.x), edge(top + corner.y, py + 1, part.y)];
          for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) expected.add(`${x},${y}`);
        }
        if (zoom >= 1) expectSame(shape, expected, `pixels of size ${size}`);
        await keys('Control+z');
        await painted();
      }
    });
  }
});
