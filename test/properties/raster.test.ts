import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Point, Size} from '../../src/geometry/point.js';
import {stampBrush, sweepBrush, snapped, type Brush, type BrushShape} from '../../src/raster/brush.js';
import {Components} from '../../src/raster/components.js';
import {contoursOf, type Ring} from '../../src/raster/contours.js';
import {holesIn, innerRim, islandsOf, outerRim} from '../../src/raster/fix-ups.js';
import {footprintOutline} from '../../src/raster/footprint.js';
import {countPixels, emptyMap, type LabelMap} from '../../src/raster/label-map.js';
import {MapWriter} from '../../src/raster/map-writer.js';
import {fillPolygon} from '../../src/raster/polygon-fill.js';
import {spansOfNumber} from '../../src/raster/region-spans.js';
import {simplified} from '../../src/raster/simplify.js';
import {smoothed} from '../../src/raster/smooth.js';
import {common, inOrder, joined, without} from '../../src/raster/span-sets.js';
import {eachSpan, type Spans, type SpanSink} from '../../src/raster/spans.js';
import {decodeTile, encodeTile, tileGrid} from '../../src/raster/tiles.js';

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

/** Small pictures of few numbers, in patches as well as in noise. */
const pictures = fc
  .record({
    width: fc.integer({min: 1, max: 24}),
    height: fc.integer({min: 1, max: 16}),
    isWide: fc.boolean(),
    patch: fc.integer({min: 1, max: 4}),
    numbers: fc.array(fc.integer({min: 0, max: 2}), {minLength: 24 * 16, maxLength: 24 * 16}),
  })
  .map(({width, height, isWide, patch, numbers}): LabelMap => {
    const map = emptyMap({width, height}, isWide ? 70_000 : 1);
    map.data.forEach((_, at) => {
      const [x, y] = [Math.floor((at % width) / patch), Math.floor(at / width / patch)];
      map.data[at] = numbers[y * 24 + x]!;
    });
    return map;
  });

type Pixels = ReadonlySet<number>;

const setOf = (spans: Spans, {width}: Size): Pixels => {
  const pixels = new Set<number>();
  eachSpan(spans, (y, start, end) => {
    for (let x = start; x < end; x++) pixels.add(y * width + x);
  });
  return pixels;
};

const places = ({width, height}: Size): number[] => Array.from({length: width * height}, (_, at) => at);

/** The pixels that have a side in common with one, within a picture. */
function around(at: number, {width, height}: Size): number[] {
  const [x, y] = [at % width, Math.floor(at / width)];
  const all: [number, number][] = [
    [x - 1, y],
    [x + 1, y],
    [x, y - 1],
    [x, y + 1],
  ];
  return all.filter(([u, v]) => u >= 0 && v >= 0 && u < width && v < height).map(([u, v]) => v * width + u);
}

/** Pixel by pixel, from neighbour to neighbour. */
function flood(from: number, size: Size, isIn: (at: number) => boolean): Pixels {
  const found = new Set([from]);
  for (const at of found) for (const next of around(at, size)) if (isIn(next)) found.add(next);
  return found;
}

function partsWhere(size: Size, isIn: (at: number) => boolean): Pixels[] {
  const seen = new Set<number>();
  return places(size).flatMap((at) => {
    if (!isIn(at) || seen.has(at)) return [];
    const part = flood(at, size, isIn);
    part.forEach((pixel) => seen.add(pixel));
    return [part];
  });
}

const sorted = (pixels: Iterable<number>): string => [...pixels].sort((a, b) => a - b).join(' ');

/** Spans in order and inside the picture, with these pixels. */
function expectPixels(spans: Spans, size: Size, expected: Iterable<number>): void {
  expect(inOrder(spans)).to.equal(spans);
  pixelsOf((sink) => eachSpan(spans, sink));
  expect(sorted(setOf(spans, size))).to.equal(sorted(expected));
  for (let at = 0; at < spans.length; at += 3) {
    expect(spans[at]! >= 0 && spans[at]! < size.height && spans[at + 1]! >= 0).to.equal(true);
    expect(spans[at + 2]! <= size.width).to.equal(true);
  }
}

describe('sets of spans', () => {
  const anySpans = fc
    .array(
      fc.tuple(fc.integer({min: 0, max: 4}), fc.integer({min: 0, max: 20}), fc.integer({min: -2, max: 20})),
    )
    .map((spans) => Int32Array.from(spans.flatMap(([y, start, length]) => [y, start, start + length])));
  const size = {width: 50, height: 5};

  it('order, join, cut and remove as sets of pixels do', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (a, b) => {
        const [p, q] = [setOf(a, size), setOf(b, size)];
        const [first, second] = [inOrder(a), inOrder(b)];
        expectPixels(first, size, p);
        expectPixels(joined(first, second), size, new Set([...p, ...q]));
        expectPixels(
          common(first, second),
          size,
          [...p].filter((at) => q.has(at)),
        );
        expectPixels(
          without(first, second),
          size,
          [...p].filter((at) => !q.has(at)),
        );
      }),
    );
  });
});

describe('areas', () => {
  it('are what one reaches from pixel to pixel', () => {
    fc.assert(
      fc.property(pictures, fc.nat(2), fc.nat(), (map, number, seed) => {
        const isIn = (at: number) => map.data[at] === number;
        const all = spansOfNumber(map, number);
        expectPixels(all, map, places(map).filter(isIn));
        const parts = new Components(all);
        const expected = partsWhere(map, isIn);
        expect(parts.count).to.equal(expected.length);
        const at = seed % map.data.length;
        const part = parts.partAt(at % map.width, Math.floor(at / map.width));
        if (isIn(at))
          expectPixels(
            parts.spansOf((other) => other === part),
            map,
            flood(at, map, isIn),
          );
        else expect(part).to.equal(-1);
        const areas = parts.areas();
        expect(areas.map(({pixels}) => pixels)).to.deep.equal(
          expected.map(({size}) => size).sort((a, b) => b - a),
        );
        for (const {
          at: {x, y},
          box,
          pixels,
        } of areas) {
          const area = [...flood(Math.floor(y) * map.width + Math.floor(x), map, isIn)];
          const [xs, ys] = [
            area.map((pixel) => pixel % map.width),
            area.map((pixel) => Math.floor(pixel / map.width)),
          ];
          expect(area.length).to.equal(pixels);
          expect(box).to.deep.equal({
            left: Math.min(...xs),
            top: Math.min(...ys),
            right: Math.max(...xs) + 1,
            bottom: Math.max(...ys) + 1,
          });
        }
        expect(parts.areas(2)).to.deep.equal(areas.slice(0, 2));
      }),
    );
  });

  it('are corrected as a slow walk over all pixels would', () => {
    fc.assert(
      fc.property(pictures, fc.nat(2), fc.integer({min: 1, max: 9}), (map, number, most) => {
        const isIn = (at: number) => map.data[at] === number;
        const isOut = (at: number) => !isIn(at);
        const all = spansOfNumber(map, number);
        const isBorder = (at: number) => around(at, map).length < 4;
        const holes = partsWhere(map, isOut).filter((part) => part.size <= most && ![...part].some(isBorder));
        expectPixels(
          holesIn(all, map, most),
          map,
          holes.flatMap((hole) => [...hole]),
        );
        const parts = partsWhere(map, isIn);
        const largest = parts.find(({size}) => size === Math.max(...parts.map((part) => part.size)));
        const islands = parts.filter((part) => part !== largest && part.size <= most);
        expectPixels(
          islandsOf(all, most),
          map,
          islands.flatMap((island) => [...island]),
        );
        const touches = (at: number, other: (at: number) => boolean) => around(at, map).some(other);
        expectPixels(
          outerRim(all, map),
          map,
          places(map).filter((at) => isOut(at) && touches(at, isIn)),
        );
        expectPixels(
          innerRim(all, map),
          map,
          places(map).filter((at) => isIn(at) && touches(at, isOut)),
        );
      }),
    );
  });

  it('are evened out by the majority of pixels around', () => {
    fc.assert(
      fc.property(pictures, fc.integer({min: 1, max: 3}), (map, radius) => {
        const {width, height} = map;
        const taken = places(map).filter((at) => {
          let [count, all] = [0, 0];
          for (let v = -radius; v <= radius; v++) {
            for (let u = -radius; u <= radius; u++) {
              const [x, y] = [(at % width) + u, Math.floor(at / width) + v];
              if (x < 0 || y < 0 || x >= width || y >= height) continue;
              all++;
              if (map.data[y * width + x] === 1) count++;
            }
          }
          return count * 2 > all;
        });
        expectPixels(smoothed(spansOfNumber(map, 1), map, radius), map, taken);
      }),
    );
  });
});

describe('contours', () => {
  const points = (ring: Ring): Point[] =>
    Array.from({length: ring.length / 2}, (_, at) => ({x: ring[at * 2]!, y: ring[at * 2 + 1]!}));
  /** Twice the area; positive when it is clockwise on the screen. */
  const turn = (ring: Ring): number =>
    points(ring).reduce((sum, {x, y}, at, all) => {
      const next = all[(at + 1) % all.length]!;
      return sum + x * next.y - next.x * y;
    }, 0);

  it('give the same pixels again when they are filled, ring by ring of connected parts', () => {
    fc.assert(
      fc.property(pictures, (map) => {
        const all = spansOfNumber(map, 1);
        const {outer, holes} = contoursOf(all);
        const filled = pixelsOf((sink) => fillPolygon([...outer, ...holes].map(points), sink));
        expect(filled).to.equal(pixelsOf((sink) => eachSpan(all, sink)));
        expect(outer.every((ring) => turn(ring) > 0) && holes.every((ring) => turn(ring) < 0)).to.equal(true);
        expect(outer.length).to.equal(new Components(all).count);
        for (const ring of [...outer, ...holes]) {
          // Level and upright edges take turns, and none is empty.
          points(ring).forEach(({x, y}, at, corners) => {
            const next = corners[(at + 1) % corners.length]!;
            expect(at % 2 === 0 ? y === next.y && x !== next.x : x === next.x && y !== next.y).to.equal(true);
          });
        }
      }),
    );
  });

  it('of a brush are those of what it paints', () => {
    for (const shape of shapes) {
      for (const size of [1, 2, 3, 4, 7, 24, 129, 512]) {
        for (const at of [
          {x: -3.2, y: 8.7},
          {x: 0.5, y: 0},
        ]) {
          const {origin, ring} = footprintOutline({size, shape}, at);
          const line = points(ring).map(({x, y}) => ({x: x + origin.x, y: y + origin.y}));
          const painted = pixelsOf((sink) => stampBrush({size, shape}, at, sink));
          expect(pixelsOf((sink) => fillPolygon([line], sink)) === painted, `${shape} ${size}`).to.equal(
            true,
          );
        }
      }
    }
  });

  it('can be made simpler within a distance', () => {
    fc.assert(
      fc.property(pictures, fc.double({min: 0, max: 3, noNaN: true}), (map, tolerance) => {
        for (const ring of contoursOf(spansOfNumber(map, 1)).outer) {
          const fewer = points(simplified(ring, tolerance));
          expect(fewer.length).to.be.within(2, ring.length / 2);
          for (const {x, y} of points(ring)) {
            const nearest = fewer.map((a, at) => {
              const b = fewer[(at + 1) % fewer.length]!;
              const [dx, dy] = [b.x - a.x, b.y - a.y];
              const along = Math.max(
                0,
                Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)),
              );
              return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
            });
            expect(Math.min(...nearest)).to.be.at.most(tolerance + 1e-9);
          }
        }
      }),
    );
  });
});

describe('MapWriter', () => {
  const spans = fc.array(
    fc.tuple(fc.integer({min: -2, max: 18}), fc.integer({min: -3, max: 26}), fc.integer({min: 0, max: 30})),
    {maxLength: 12},
  );
  const rules = fc.option(fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)), {nil: undefined});

  it('changes the pixels of stretches that are in the picture and that a rule allows', () => {
    fc.assert(
      fc.property(pictures, spans, rules, fc.nat(2), (map, stretches, rule, number) => {
        const expected = Array.from(map.data);
        const writer = new MapWriter(map, number, rule && Uint8Array.from(rule));
        for (const [y, start, length] of stretches) {
          writer.write(y, start, start + length);
          places(map).forEach((at) => {
            const [x, row] = [at % map.width, Math.floor(at / map.width)];
            if (row !== y || x < start || x >= start + length) return;
            if (!rule || rule[expected[at]!] === 1) expected[at] = number;
          });
        }
        expect(Array.from(map.data)).to.deep.equal(expected);
      }),
    );
  });
});

describe('tiles', () => {
  const sizes = fc.record({width: fc.integer({min: 1, max: 300}), height: fc.integer({min: 1, max: 300})});
  const stretch = fc.tuple(fc.nat(90_000), fc.oneof(fc.nat(6), fc.nat(20_000)), fc.nat(65_535));

  it('give the same map again, of bytes and of two bytes, and know how many pixels there are of each number', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), fc.array(stretch, {maxLength: 60}), (size, isWide, stretches) => {
        const map = emptyMap(size, isWide ? 70_000 : 1);
        for (const [at, length, number] of stretches) map.data.fill(number, at, at + length);
        const copy = emptyMap(size, isWide ? 70_000 : 1);
        copy.data.fill(9);
        const {columns, rows} = tileGrid(size);
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const runs = encodeTile(map, {column, row});
            decodeTile(runs, copy, {column, row});
          }
        }
        expect(copy.data.every((number, at) => number === map.data[at])).to.equal(true);
        const counts: number[] = [];
        for (const number of map.data) counts[number] = (counts[number] ?? 0) + 1;
        expect(countPixels(map)).to.deep.equal(Array.from(counts, (count) => count ?? 0));
      }),
    );
  });
});
