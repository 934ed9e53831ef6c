import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Point} from '../../src/geometry/point.js';
import {stampBrush, sweepBrush, snapped, type Brush, type BrushShape} from '../../src/raster/brush.js';
import {fillPolygon} from '../../src/raster/polygon-fill.js';
import type {SpanSink} from '../../src/raster/spans.js';

/** The pixels of some stretches as sorted text, each stretch checked to be in its place and to overlap no other. */
function pixelsOf(draw: (sink: SpanSink) => void): string {
  const pixels: string[] = [];
  let last = [-Infinity, -Infinity];
  draw((y, start, end) => {
    const [row, stop] = last as [number, number];
    if (!(start < end) || y < row || (y === row && start < stop))
      throw new Error(`stretch ${y} ${start} ${end}`);
    last = [y, end];
    for (let x = start; x < end; x++) pixels.push(`${x},${y}`);
  });
  return pixels.join(' ');
}

/** The same, asking for every pixel of a square part of the plane. */
function pixelsWhere(from: number, to: number, isIn: (x: number, y: number) => boolean): string {
  const pixels: string[] = [];
  for (let y = from; y < to; y++) for (let x = from; x < to; x++) if (isIn(x, y)) pixels.push(`${x},${y}`);
  return pixels.join(' ');
}

const shapes: readonly BrushShape[] = ['disc', 'square'];

/** Is the centre of a pixel in the disc, or the square, at any point of the line? By the rule itself, in half pixels. */
function isSwept({size, shape}: Brush, a: Point, b: Point, x: number, y: number): boolean {
  const [px, py, ax, ay] = [2 * x + 1, 2 * y + 1, 2 * a.x, 2 * a.y];
  const [dx, dy] = [2 * b.x - ax, 2 * b.y - ay];
  if (shape === 'disc') {
    const along = (px - ax) * dx + (py - ay) * dy;
    const square = dx * dx + dy * dy;
    if (along <= 0) return (px - ax) ** 2 + (py - ay) ** 2 <= size ** 2;
    if (along >= square) return (px - ax - dx) ** 2 + (py - ay - dy) ** 2 <= size ** 2;
    return ((px - ax) * dy - (py - ay) * dx) ** 2 <= size ** 2 * square;
  }
  // |p − a − t·d| < size for x and for y, with the same t from 0 to 1: does what is left of that range exist?
  const bounds = [
    [px - ax, dx],
    [py - ay, dy],
  ] as const;
  if (bounds.some(([p, d]) => d === 0 && Math.abs(p) >= size)) return false;
  const scale = Math.abs(dx || 1) * Math.abs(dy || 1);
  let [open, close] = [-Infinity, Infinity];
  for (const [p, d] of bounds) {
    if (d === 0) continue;
    const ends = [(p - size) * Math.sign(d), (p + size) * Math.sign(d)].map(
      (end) => end * (scale / Math.abs(d)),
    );
    open = Math.max(open, Math.min(...ends));
    close = Math.min(close, Math.max(...ends));
  }
  return open < close && open < scale && close > 0;
}

describe('brush', () => {
  const sizes = Array.from({length: 64}, (_, index) => index + 1);
  const place = fc.record({
    x: fc.double({min: -40, max: 90, noNaN: true}),
    y: fc.double({min: -40, max: 90, noNaN: true}),
  });

  it('covers what the rule says when it is put down, for all sizes from 1 to 64', () => {
    for (const shape of shapes) {
      for (const size of sizes) {
        for (const at of [
          {x: 0, y: 0},
          {x: 7.49, y: -3.51},
        ]) {
          const brush = {size, shape};
          const middle = snapped(at, brush);
          const expected = pixelsWhere(-45, 50, (x, y) => isSwept(brush, middle, middle, x, y));
          expect(pixelsOf((sink) => stampBrush(brush, at, sink)) === expected, `${shape} ${size}`).to.equal(
            true,
          );
        }
      }
    }
  });

  it('covers what the rule says along 1,000 random strokes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.integer({min: 1, max: 64}),
        place,
        place,
        (shape, size, from, to) => {
          const brush = {size, shape};
          const [a, b] = [snapped(from, brush), snapped(to, brush)];
          const swept = pixelsOf((sink) => sweepBrush(brush, from, to, sink));
          expect(swept === pixelsWhere(-74, 124, (x, y) => isSwept(brush, a, b, x, y))).to.equal(true);
          expect(pixelsOf((sink) => sweepBrush(brush, to, from, sink)) === swept).to.equal(true);
        },
      ),
      {numRuns: 1000},
    );
  });

  it('leaves no gap in a line of one pixel, at whatever slope', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), place, place, (shape, from, to) => {
        const brush = {size: 1, shape};
        const pixels = new Set(pixelsOf((sink) => sweepBrush(brush, from, to, sink)).split(' '));
        const isIn = (x: number, y: number) => pixels.has(`${x},${y}`);
        const [a, b] = [snapped(from, brush), snapped(to, brush)];
        const reached = new Set<string>();
        const walk = (x: number, y: number) => {
          if (!isIn(x, y) || reached.has(`${x},${y}`)) return;
          reached.add(`${x},${y}`);
          for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) walk(x + dx, y + dy);
        };
        walk(Math.floor(a.x), Math.floor(a.y));
        expect(reached.size).to.equal(pixels.size);
        expect(isIn(Math.floor(b.x), Math.floor(b.y))).to.equal(true);
      }),
    );
  });

  it('is exact where products are too large for a number', () => {
    const brush: Brush = {size: 512, shape: 'disc'};
    const [from, to] = [
      {x: -150_000, y: 3},
      {x: 149_999, y: 131_071},
    ];
    const rows: [number, number, number][] = [];
    sweepBrush(brush, from, to, (...span) => rows.push(span));
    const isIn = (x: number, y: number): boolean => {
      const [dx, dy] = [2n * 299_999n, 2n * 131_068n];
      const [u, v] = [BigInt(2 * x + 1 + 300_000), BigInt(2 * y + 1 - 6)];
      return (u * dy - v * dx) ** 2n <= 512n ** 2n * (dx * dx + dy * dy);
    };
    for (const [y, start, end] of rows.slice(2000, -2000).filter((_, index) => index % 97 === 0)) {
      const seen = [start - 1, start, end - 1, end].map((x) => isIn(x, y));
      expect(seen).to.deep.equal([false, true, true, false]);
    }
  });
});

describe('fillPolygon', () => {
  /** Even-odd by counting the edges left of a centre, in fractions that are never divided. */
  function isInside(rings: readonly (readonly Point[])[], column: number, row: number): boolean {
    const [cx, cy] = [BigInt(column * 64 + 32), BigInt(row * 64 + 32)];
    let crossings = 0;
    for (const ring of rings) {
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length] as Point;
        const ends = [from, to].map(({x, y}) => ({
          x: BigInt(Math.round(x * 64)),
          y: BigInt(Math.round(y * 64)),
        }));
        const [a, b] = ends.sort((p, q) => Number(p.y - q.y)) as [
          {x: bigint; y: bigint},
          {x: bigint; y: bigint},
        ];
        if (!(a.y <= cy && cy < b.y)) return;
        if ((cx - a.x) * (b.y - a.y) >= (cy - a.y) * (b.x - a.x)) crossings++;
      });
    }
    return crossings % 2 === 1;
  }

  const number = fc.oneof(
    fc.double({min: -5, max: 25, noNaN: true}),
    fc.integer({min: -10, max: 50}).map((half) => half / 2),
  );
  const ring = fc.array(fc.record({x: number, y: number}), {maxLength: 9});

  it('takes the pixels that an exact count takes, with holes and outlines that cross themselves', () => {
    fc.assert(
      fc.property(fc.array(ring, {maxLength: 3}), (rings) => {
        expect(pixelsOf((sink) => fillPolygon(rings, sink))).to.equal(
          pixelsWhere(-6, 26, (x, y) => isInside(rings, x, y)),
        );
      }),
      {numRuns: 1000},
    );
  });

  it('gives every pixel to exactly one of two shapes with a common border', () => {
    fc.assert(
      fc.property(ring, (border) => {
        const path = [{x: 10, y: -6}, ...border, {x: 10, y: 26}];
        const halves = [-6, 26].map((side) => [...path, {x: side, y: 26}, {x: side, y: -6}]);
        const sets = halves.map((half) => new Set(pixelsOf((sink) => fillPolygon([half], sink)).split(' ')));
        const inOne = pixelsWhere(-6, 26, (x, y) => sets[0]?.has(`${x},${y}`) !== sets[1]?.has(`${x},${y}`));
        expect(inOne).to.equal(pixelsWhere(-6, 26, () => true));
      }),
    );
  });
});
