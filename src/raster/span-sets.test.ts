import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {hasPixel, inOrder, noSpans} from './span-sets.js';

const stretch = fc.tuple(fc.integer({min: -2, max: 6}), fc.integer({min: -2, max: 9}), fc.nat(4));

describe('span-sets', () => {
  it('says of every place whether its pixel is among them', () => {
    fc.assert(
      fc.property(fc.array(stretch, {maxLength: 12}), (stretches) => {
        const spans = Int32Array.from(stretches.flatMap(([y, start, length]) => [y, start, start + length]));
        const ordered = inOrder(spans);
        for (let y = -3; y < 8; y++) {
          for (let x = -3; x < 14; x++) {
            const isThere = stretches.some(
              ([row, start, length]) => row === y && start <= x && x < start + length,
            );
            expect(hasPixel(ordered, {x: x + 0.75, y: y + 0.25}), `${x}, ${y}`).to.equal(isThere);
          }
        }
      }),
    );
    expect(hasPixel(noSpans, {x: 0, y: 0})).to.equal(false);
  });
});
