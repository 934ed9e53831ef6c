import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {joinPieces} from './join-pieces.js';
import {inMemory} from './pixel-source.js';
import {runAtOnce} from './steps.js';
import {blockAround, superpixels} from './superpixels.js';

/** Noise over two grounds whose border is a slanted line. */
function scene(width: number, height: number, seed = 7) {
  let state = seed;
  const words = Uint32Array.from({length: width * height}, (_, at) => {
    state = (state * 48_271) % 2_147_483_647;
    const grey = (isLeft(at % width, Math.floor(at / width)) ? 60 : 180) + (state % 24);
    return 0xff000000 | (grey * 0x010101);
  });
  return inMemory(words, {width, height});
}
const isLeft = (x: number, y: number) => x + y / 3 < 130;

/** How many pieces each cell has. */
function piecesOf(cells: Int32Array, width: number, height: number): Map<number, number> {
  const pieces = new Map<number, number>();
  const isSeen = new Uint8Array(cells.length);
  for (let start = 0; start < cells.length; start++) {
    if (isSeen[start]) continue;
    const cell = cells[start]!;
    pieces.set(cell, (pieces.get(cell) ?? 0) + 1);
    const queue = [start];
    isSeen[start] = 1;
    for (const at of queue) {
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= width * height || isSeen[next] || cells[next] !== cell) continue;
        isSeen[next] = 1;
        queue.push(next);
      }
    }
  }
  return pieces;
}

describe('superpixels', () => {
  const [width, height] = [300, 200];
  const box = {left: 0, top: 0, right: width, bottom: height};

  for (const cellSize of [16, 40, 150, 256]) {
    it(`of ${cellSize} pixels are connected, of sane sizes, and the same each time`, () => {
      const cells = runAtOnce(superpixels(scene(width, height), box, cellSize));
      expect(cells).to.deep.equal(runAtOnce(superpixels(scene(width, height), box, cellSize)));
      const pieces = piecesOf(cells, width, height);
      expect([...pieces.values()].every((count) => count === 1)).to.equal(true);
      const counts = new Map<number, number>();
      for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      const full = Math.min(cellSize, height) * cellSize;
      for (const count of counts.values()) expect(count).to.be.within(full / 4, full * 4);
      expect(counts.size).to.be.within((width * height) / full / 2, ((width * height) / full) * 2 + 2);
    });
  }

  it('keep to the edges of the picture', () => {
    const cells = runAtOnce(superpixels(scene(width, height), box, 24));
    const sides = new Map<number, [number, number]>();
    cells.forEach((cell, at) => {
      const count = sides.get(cell) ?? [0, 0];
      count[isLeft(at % width, Math.floor(at / width)) ? 0 : 1]++;
      sides.set(cell, count);
    });
    let wrong = 0;
    for (const [left, right] of sides.values()) wrong += Math.min(left, right);
    expect(wrong).to.be.lessThan(40);
  });

  it('are found in parts of the picture that do not depend on where in them one points', () => {
    const size = {width: 1300, height: 700};
    fc.assert(
      fc.property(
        fc.integer({min: -20, max: 1400}),
        fc.integer({min: -20, max: 800}),
        fc.integer({min: 16, max: 256}),
        (x, y, cellSize) => {
          const part = blockAround({x, y}, size, cellSize);
          expect(part.left % cellSize).to.equal(0);
          expect(part.top % cellSize).to.equal(0);
          for (const corner of [
            {x: part.left, y: part.top},
            {x: part.right - 0.01, y: part.bottom - 0.01},
          ])
            expect(blockAround(corner, size, cellSize)).to.deep.equal(part);
          const inX = Math.min(size.width - 1, Math.max(0, x));
          expect(inX >= part.left && inX < part.right).to.equal(true);
          expect(part.right <= size.width && part.bottom <= size.height).to.equal(true);
        },
      ),
    );
  });

  it('join pieces that are too small with one they touch', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 12}),
        fc.array(fc.integer({min: 0, max: 2}), {minLength: 1, maxLength: 120}),
        fc.integer({min: 0, max: 9}),
        (wide, numbers, least) => {
          const high = Math.max(1, Math.floor(numbers.length / wide));
          const cells = Int32Array.from({length: wide * high}, (_, at) => numbers[at] ?? 0);
          const joined = joinPieces(cells, {width: wide, height: high}, least);
          const pieces = piecesOf(joined, wide, high);
          expect([...pieces.values()].every((count) => count === 1)).to.equal(true);
          const counts = new Map<number, number>();
          for (const cell of joined) counts.set(cell, (counts.get(cell) ?? 0) + 1);
          // The piece at the top left has none before it.
          for (const [cell, count] of counts) if (cell > 0) expect(count).to.be.at.least(least);
        },
      ),
    );
  });
});
