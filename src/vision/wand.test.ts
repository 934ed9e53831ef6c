import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {areaOf, eachSpan, type Spans} from '../raster/spans.js';
import {inMemory, type PixelSource} from './pixel-source.js';
import {runAtOnce} from './steps.js';
import {wand, type WandOptions} from './wand.js';

type Numbers = readonly (readonly number[])[];

/** Grey pixels, opaque, unless a pixel says all of its word. */
function picture(rows: Numbers): PixelSource {
  const words = rows.flat().map((grey) => (grey > 255 ? grey : grey * 0x010101 + 0xff000000));
  return inMemory(Uint32Array.from(words), {width: rows[0]!.length, height: rows.length});
}

const usual: WandOptions = {
  at: {x: 0.5, y: 0.5},
  tolerance: 10,
  isContiguous: true,
  neighbours: 4,
  smoothing: 0,
};

function pixelsOf(spans: Spans): string[] {
  const pixels: string[] = [];
  eachSpan(spans, (y, start, end) => {
    for (let x = start; x < end; x++) pixels.push(`${x},${y}`);
  });
  return pixels.sort();
}

/** The same, one pixel after the other, as nobody can get wrong. */
function obvious(source: PixelSource, {at, tolerance, isContiguous, neighbours}: WandOptions): string[] {
  const {width, height} = source;
  const words = source.rows(0, height);
  const colours = (word: number) => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255];
  const [seedX, seedY] = [Math.floor(at.x), Math.floor(at.y)];
  const seed = colours(words[seedY * width + seedX]!);
  const isAlike = (x: number, y: number) =>
    colours(words[y * width + x]!).every((value, channel) => Math.abs(value - seed[channel]!) <= tolerance);
  const found = new Set<string>();
  if (!isContiguous) {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if (isAlike(x, y)) found.add(`${x},${y}`);
    return [...found].sort();
  }
  const queue = [[seedX, seedY] as const];
  for (const [x, y] of queue) {
    if (x < 0 || y < 0 || x >= width || y >= height || found.has(`${x},${y}`) || !isAlike(x, y)) continue;
    found.add(`${x},${y}`);
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) if (neighbours === 8 || dx === 0 || dy === 0) queue.push([x + dx, y + dy]);
  }
  return [...found].sort();
}

describe('the wand', () => {
  it('takes what is connected and looks like the seed', () => {
    const source = picture([
      [10, 10, 90, 10],
      [12, 90, 90, 14],
      [90, 20, 21, 10],
    ]);
    const take = (change: Partial<WandOptions>) => pixelsOf(runAtOnce(wand(source, {...usual, ...change})));
    expect(take({})).to.deep.equal(['0,0', '0,1', '1,0']);
    expect(take({neighbours: 8})).to.deep.equal(['0,0', '0,1', '1,0', '1,2']);
    expect(take({isContiguous: false})).to.have.length(7);
    expect(take({tolerance: 80})).to.have.length(12);
    expect(take({at: {x: -1, y: 0}})).to.deep.equal([]);
  });

  it('looks at each colour for itself, and not at how transparent a pixel is', () => {
    const source = picture([[0xff808080, 0x10808080, 0xff808a80, 0xff808b80]]);
    expect(pixelsOf(runAtOnce(wand(source, usual)))).to.deep.equal(['0,0', '1,0', '2,0']);
  });

  it('finds what an obvious search finds, in pictures of every size', () => {
    const cases = fc.record({
      width: fc.integer({min: 1, max: 24}),
      height: fc.integer({min: 1, max: 140}),
      seed: fc.integer({min: 1, max: 1e9}),
      tolerance: fc.integer({min: 0, max: 255}),
      isContiguous: fc.boolean(),
      neighbours: fc.constantFrom<4 | 8>(4, 8),
    });
    fc.assert(
      fc.property(cases, ({width, height, seed, ...options}) => {
        let state = seed;
        const random = () => (state = (state * 48_271) % 2_147_483_647) & 0xff;
        const source = picture(
          Array.from({length: height}, () => Array.from({length: width}, () => random() & 0xe0)),
        );
        const at = {x: seed % width, y: seed % height};
        const request = {...usual, ...options, at};
        const spans = runAtOnce(wand(source, request));
        expect(pixelsOf(spans)).to.deep.equal(obvious(source, request));
      }),
      {numRuns: 300},
    );
  });

  it('evens out by majority: a speck goes, a hole closes, a straight border stays', () => {
    const grey = Array.from({length: 12}, () => Array.from({length: 12}, (_, x) => (x < 6 ? 0 : 200)));
    grey[5]![2] = 200;
    grey[8]![9] = 0;
    const spans = runAtOnce(wand(picture(grey), {...usual, isContiguous: false, smoothing: 1}));
    const half = Array.from({length: 12 * 6}, (_, at) => `${at % 6},${Math.floor(at / 6)}`).sort();
    expect(pixelsOf(spans)).to.deep.equal(half);
  });

  it('counts votes as an obvious count does', () => {
    const cases = fc.tuple(
      fc.integer({min: 1, max: 20}),
      fc.integer({min: 1, max: 20}),
      fc.integer({min: 1, max: 3}),
      fc.infiniteStream(fc.boolean()),
    );
    fc.assert(
      fc.property(cases, ([width, height, smoothing, bits]) => {
        const rows = Array.from({length: height}, () =>
          Array.from({length: width}, () => (bits.next().value ? 0 : 200)),
        );
        rows[0]![0] = 0;
        const spans = runAtOnce(wand(picture(rows), {...usual, isContiguous: false, smoothing}));
        const expected: string[] = [];
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const around = rows
              .slice(Math.max(0, y - smoothing), y + smoothing + 1)
              .flatMap((row) => row.slice(Math.max(0, x - smoothing), x + smoothing + 1));
            if (2 * around.filter((grey) => grey === 0).length > around.length) expected.push(`${x},${y}`);
          }
        }
        expect(pixelsOf(spans)).to.deep.equal(expected.sort());
      }),
    );
  });

  it('works through large pictures in small steps', () => {
    const [width, height] = [2000, 2000];
    const source = inMemory(new Uint32Array(width * height).fill(0xff404040), {width, height});
    const steps = wand(source, usual);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    expect(areaOf(step.value)).to.equal(width * height);
    const bands = wand(source, {...usual, isContiguous: false});
    for (count = 0; !bands.next().done;) count++;
    expect(count).to.be.greaterThan(30);
  });
});
