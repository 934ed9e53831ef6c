import {expect} from '@open-wc/testing';
import {mapOf} from '../../test/helpers/masks.js';
import type {CellGrid} from '../editor/mask-work.js';
import {imageToScreen} from '../geometry/view.js';
import {stampBrush} from '../raster/brush.js';
import {SpanList, type Spans} from '../raster/spans.js';
import {screenOf, usualSight, withRatio, type Pixels} from './stage-host.harness.js';
import {maskStageWith} from './mask-stage.harness.js';

const empty = () => mapOf(usualSight.frame.stored, () => 0);
const grey = '#808080';

/** The device pixels that a line lies around: those from which it cannot be left without crossing it. */
function inside(pixels: Pixels, from: readonly [number, number]): {count: number; left: number; top: number} {
  const seen = new Set<number>([from[1] * pixels.width + from[0]]);
  const open = [from];
  let [left, top] = [Infinity, Infinity];
  for (let at = open.pop(); at; at = open.pop()) {
    const [x, y] = at;
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    for (const [nextX, nextY] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      const key = nextY * pixels.width + nextX;
      if (seen.has(key) || pixels.at(nextX, nextY) !== grey) continue;
      seen.add(key);
      open.push([nextX, nextY]);
    }
  }
  return {count: seen.size, left, top};
}

describe('MaskStage: the footprint of a brush', () => {
  for (const ratio of [1, 2]) {
    for (const [size, scale] of [
      [1, 16],
      [2, 16],
      [7, 9],
      [24, 5.3],
    ] as const) {
      it(`has its line around exactly the pixels it would paint: size ${size}, zoom ${scale}, ratio ${ratio}`, () =>
        withRatio(ratio, async () => {
          const at = {x: 50.4, y: 30.3};
          const sight = {...usualSight, view: {scale, x: 200 - 50 * scale, y: 150 - 30 * scale}};
          const harness = await maskStageWith(empty(), {sight});
          const brush = {size, shape: 'disc'} as const;
          try {
            harness.board.set({footprint: {at, brush, erases: false}});
            await harness.settled();
            const pixels = await screenOf(harness);
            const middle = Math.round((at.x * scale + sight.view.x) * ratio);
            const found = inside(pixels, [middle, Math.round((at.y * scale + sight.view.y) * ratio)]);
            // The same from the pixels: dark and light lines take two device pixels of them on each side.
            const dark = 2 * ratio;
            const covered = new Set<string>();
            const edge = (place: number, offset: number) => Math.round((place * scale + offset) * ratio);
            stampBrush(brush, at, (y, start, end) => {
              for (let row = edge(y, sight.view.y); row < edge(y + 1, sight.view.y); row++)
                for (let x = edge(start, sight.view.x); x < edge(end, sight.view.x); x++)
                  covered.add(`${x},${row}`);
            });
            const isDeep = (x: number, y: number) => {
              for (let dy = -dark; dy <= dark; dy++)
                for (let dx = -dark; dx <= dark; dx++) if (!covered.has(`${x + dx},${y + dy}`)) return false;
              return true;
            };
            const deep = [...covered]
              .map((key) => key.split(',').map(Number))
              .filter(([x = 0, y = 0]) => isDeep(x, y));
            expect(found.count).to.equal(deep.length);
            expect(found.left).to.equal(Math.min(...deep.map(([x = 0]) => x)));
            expect(found.top).to.equal(Math.min(...deep.map(([, y = 0]) => y)));
          } finally {
            harness.close();
          }
        }));
    }
  }

  it('is seen where a pixel of the picture is smaller than one of the screen, and beside the picture', async () => {
    const sight = {...usualSight, view: {scale: 0.2, x: 100, y: 100}};
    const harness = await maskStageWith(empty(), {sight});
    try {
      for (const x of [50, -40]) {
        harness.board.set({footprint: {at: {x, y: 30}, brush: {size: 1, shape: 'disc'}, erases: false}});
        await harness.settled();
        const pixels = await screenOf(harness);
        const place = Math.round(100 + x * 0.2);
        expect(pixels.at(place, 106)).not.to.equal(grey);
        expect(pixels.at(place + 9, 106)).to.equal(grey);
      }
      harness.board.set({footprint: undefined});
      await harness.settled();
      expect((await screenOf(harness)).at(92, 106)).to.equal(grey);
    } finally {
      harness.close();
    }
  });
});

const squareOf = (left: number, top: number, side: number): Spans => {
  const list = new SpanList();
  for (let y = top; y < top + side; y++) list.add(y, left, left + side);
  return list.spans;
};

describe('MaskStage: what is being made', () => {
  for (const orientation of [1, 3, 6, 8] as const) {
    it(`covers exactly the pixels it says, with EXIF orientation ${orientation}`, async () => {
      const frame = {stored: {width: 60, height: 60}, orientation};
      const sight = {...usualSight, frame, view: {scale: 3.3, x: 10.4, y: 7.7}};
      const map = mapOf(frame.stored, () => 0);
      const harness = await maskStageWith(map, {sight});
      try {
        harness.board.set({preview: {pixels: {spans: squareOf(11, 23, 17), erases: false}}});
        await harness.settled();
        const preview = await screenOf(harness);
        harness.board.set({preview: undefined});
        const {board} = harness;
        for (let y = 23; y < 40; y++) board.map?.data.fill(1, y * 60 + 11, y * 60 + 28);
        board.tellPixels({left: 11, top: 23, right: 28, bottom: 40});
        await harness.settled();
        const painted = await screenOf(harness);
        let wrong = 0;
        let covered = 0;
        for (let y = 0; y < painted.height; y++)
          for (let x = 0; x < painted.width; x++) {
            const isPainted = painted.at(x, y) !== grey;
            if (isPainted) covered++;
            if (isPainted !== (preview.at(x, y) !== grey)) wrong++;
          }
        expect(covered).to.be.above(3000);
        expect(wrong).to.equal(0);
      } finally {
        harness.close();
      }
    });
  }

  it('looks like no part of the mask, and otherwise when it erases', async () => {
    const harness = await maskStageWith(empty());
    const colorsOf = async (erases: boolean) => {
      harness.board.set({preview: {pixels: {spans: squareOf(20, 20, 20), erases}}});
      await harness.settled();
      const pixels = await screenOf(harness);
      const found = new Set<string>();
      for (let x = 90; x < 150; x++) found.add(pixels.at(x, 150));
      return [...found].toSorted();
    };
    try {
      const [paints, erases] = [await colorsOf(false), await colorsOf(true)];
      expect(paints.length).to.be.above(1);
      expect(paints).not.to.include('#ff0000');
      expect(erases.some((color) => paints.includes(color))).to.equal(false);
    } finally {
      harness.close();
    }
  });

  it('shows outlines, marks and boxes where they are, and moves with the view', async () => {
    const harness = await maskStageWith(empty());
    const at = {x: 30, y: 20};
    try {
      harness.board.set({
        preview: {
          path: [at, {x: 70, y: 20}],
          marks: [
            {at, kind: 'first'},
            {at: {x: 50, y: 40}, kind: 'plus'},
            {at: {x: 60, y: 40}, kind: 'minus'},
            {at: {x: 70, y: 40}, kind: 'extreme'},
          ],
          box: {left: 80, top: 10, width: 10, height: 10},
        },
      });
      await harness.settled();
      const places = [
        [120, 110],
        [200, 110],
        [200, 190],
        [240, 190],
        [280, 190],
        [320, 90],
      ] as const;
      const before = await screenOf(harness);
      for (const [x, y] of places) expect(before.at(x, y), `${x},${y}`).not.to.equal(grey);
      // Two signs that are not told apart by their colours alone.
      expect(before.at(200, 187)).to.equal('#ffffff');
      expect(before.at(240, 187)).not.to.equal('#ffffff');
      harness.look({x: 20, y: 40});
      await harness.settled();
      const after = await screenOf(harness);
      for (const [x, y] of places) expect(after.at(x + 20, y + 10), `${x},${y}`).to.equal(before.at(x, y));
    } finally {
      harness.close();
    }
  });

  for (const orientation of [1, 6, 8, 4] as const) {
    it(`shows where cells meet, around a place, with EXIF orientation ${orientation}`, async () => {
      const frame = {stored: {width: 60, height: 60}, orientation};
      const sight = {...usualSight, frame, view: {scale: 4, x: 20, y: 10}};
      const harness = await maskStageWith(
        mapOf(frame.stored, () => 0),
        {sight},
      );
      const inGrid = (left: number, number: (x: number, y: number) => number): CellGrid => ({
        box: {left, top: 0, right: left + 30, bottom: 60},
        cells: Int32Array.from({length: 30 * 60}, (_, at) => number(at % 30, Math.floor(at / 30))),
      });
      // On the left an upper and a lower cell; what is on the right is one with the same number as the upper one.
      const grids = [inGrid(0, (_x, y) => (y < 22 ? 0 : 1)), inGrid(30, () => 0)];
      try {
        harness.board.set({preview: {cells: {grids, around: {left: 10, top: 10, right: 50, bottom: 50}}}});
        await harness.settled();
        const pixels = await screenOf(harness);
        const isMarked = (x: number, y: number): boolean => {
          const at = imageToScreen(sight.view, frame, {x, y});
          // Light and dark take turns along a line, each of them seen somewhere near.
          for (let dx = -4; dx <= 4; dx++)
            for (let dy = -4; dy <= 4; dy++)
              if (pixels.at(Math.round(at.x) + dx, Math.round(at.y) + dy) !== grey) return true;
          return false;
        };
        expect(isMarked(20, 22), 'between two cells').to.equal(true);
        expect(isMarked(30, 35), 'between two grids').to.equal(true);
        expect(isMarked(40, 22), 'within a cell').to.equal(false);
        expect(isMarked(20, 16), 'within another').to.equal(false);
        expect(isMarked(5, 22), 'too far away').to.equal(false);
        expect(isMarked(30, 8), 'too far above').to.equal(false);
      } finally {
        harness.close();
      }
    });
  }

  for (const orientation of [1, 6, 3] as const)
    it(`shows what would stay as it is faintly, with EXIF orientation ${orientation}`, async () => {
      const frame = {stored: {width: 60, height: 60}, orientation};
      const sight = {...usualSight, frame, view: {scale: 4, x: 20, y: 10}};
      const map = mapOf(frame.stored, (x) => (x < 30 ? 1 : 0));
      const rule = Uint8Array.of(1, 0);
      const harness = await maskStageWith(map, {sight, opacity: 0, changedBy: () => rule});
      const colorsIn = async (left: number, top: number, side: number) => {
        const pixels = await screenOf(harness);
        const a = imageToScreen(sight.view, frame, {x: left, y: top});
        const b = imageToScreen(sight.view, frame, {x: left + side, y: top + side});
        const count = {all: 0, bare: 0};
        for (let y = Math.min(a.y, b.y); y < Math.max(a.y, b.y); y++)
          for (let x = Math.min(a.x, b.x); x < Math.max(a.x, b.x); x++) {
            count.all++;
            if (pixels.at(x, y) === grey) count.bare++;
          }
        return count.bare / count.all;
      };
      try {
        harness.board.set({preview: {pixels: {spans: squareOf(20, 20, 20), erases: false}}});
        await harness.settled();
        expect(await colorsIn(31, 21, 8), 'what would change').to.equal(0);
        const kept = await colorsIn(21, 21, 8);
        expect(kept, 'what would stay').to.be.within(0.6, 0.95);
        expect(await colorsIn(10, 10, 8), 'beside').to.equal(1);
        rule[1] = 1;
        harness.board.set({mode: 'behind'});
        await harness.settled();
        expect(await colorsIn(21, 21, 8), 'once it would change as well').to.equal(0);
      } finally {
        harness.close();
      }
    });

  it('is painted in the loupe as well', async () => {
    const map = mapOf(usualSight.frame.stored, (x) => (x < 50 ? 1 : 2));
    const harness = await maskStageWith(map);
    try {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 200;
      const context = canvas.getContext('2d')!;
      context.fillStyle = grey;
      context.fillRect(0, 0, 200, 200);
      context.scale(2, 2);
      const stage = {width: 100, height: 100};
      const sight = {...usualSight, stage, view: {scale: 10, x: 50 - 500, y: 50 - 300}};
      harness.board.set({preview: {pixels: {spans: squareOf(53, 28, 4), erases: true}}});
      harness.stage.paintInto(context, sight);
      const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
      expect(at(20, 100)).to.deep.equal([255, 0, 0]);
      expect(at(110, 100)).to.deep.equal([0, 255, 0]);
      expect(at(190, 100)).not.to.deep.equal([0, 255, 0]);
      expect(context.getTransform().a).to.equal(2);
    } finally {
      harness.close();
    }
  });
});
