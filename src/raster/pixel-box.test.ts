import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {joined, type PixelBox} from './pixel-box.js';

const boxes = fc.array(
  fc
    .record({
      left: fc.nat(8),
      top: fc.nat(5),
      width: fc.integer({min: 1, max: 4}),
      height: fc.integer({min: 1, max: 2}),
    })
    .map(({left, top, width, height}): PixelBox => ({left, top, right: left + width, bottom: top + height})),
  {maxLength: 30},
);

/** The pixels in any of the boxes. */
function pixelsIn(all: readonly PixelBox[]): string[] {
  const found = new Set<string>();
  for (const {left, top, right, bottom} of all)
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) found.add(`${x},${y}`);
  return [...found].toSorted();
}

describe('boxes of pixels', () => {
  it('cover the same pixels when they are joined, and are no more than before', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const fewer = joined(all);
        expect(pixelsIn(fewer)).to.deep.equal(pixelsIn(all));
        expect(fewer.length).to.be.at.most(all.length);
      }),
    );
  });

  it('become one for each row of tiles', () => {
    const tiles = [3, 1, 0, 2, 7].map((n) => ({left: n * 128, top: 0, right: n * 128 + 128, bottom: 128}));
    expect(joined(tiles)).to.deep.equal([
      {left: 0, top: 0, right: 512, bottom: 128},
      {left: 896, top: 0, right: 1024, bottom: 128},
    ]);
  });
});
