import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {RegionNumbers} from './label-map.js';
import {Stretches} from './stretches.js';

/** Maps of both kinds, also such as begin in the middle of a word, with few numbers so that neighbours are alike. */
const maps = fc
  .record({
    isWide: fc.boolean(),
    skipped: fc.integer({min: 0, max: 3}),
    numbers: fc.array(fc.constantFrom(0, 1, 200), {minLength: 1, maxLength: 600}),
  })
  .map(({isWide, skipped, numbers}): RegionNumbers => {
    const all = isWide ? new Uint16Array(skipped + numbers.length) : new Uint8Array(skipped + numbers.length);
    const map = all.subarray(skipped);
    map.set(numbers);
    return map;
  });

const places = fc.tuple(fc.nat(600), fc.nat(600));
const numbers = fc.constantFrom(0, 1, 200);

const within = (map: RegionNumbers, [a, b]: [number, number]): [number, number] => [
  Math.min(a, b, map.length),
  Math.min(Math.max(a, b), map.length),
];

describe('stretches of a map', () => {
  it('are filled as pixel by pixel, and nothing beside them is', () => {
    fc.assert(
      fc.property(maps, places, numbers, (map, ends, value) => {
        const [at, end] = within(map, ends);
        const expected = Array.from(map, (number, index) => (index >= at && index < end ? value : number));
        new Stretches(map).fill(value, at, end);
        expect([...map]).to.deep.equal(expected);
      }),
    );
  });

  it('end where the first other number is', () => {
    fc.assert(
      fc.property(maps, places, numbers, (map, ends, value) => {
        const [at, end] = within(map, ends);
        let expected = at;
        while (expected < end && map[expected] === value) expected++;
        expect(new Stretches(map).endOf(value, at, end)).to.equal(expected);
      }),
    );
  });

  it('are found where the first such number is', () => {
    fc.assert(
      fc.property(maps, places, numbers, (map, ends, value) => {
        const [at, end] = within(map, ends);
        let expected = at;
        while (expected < end && map[expected] !== value) expected++;
        expect(new Stretches(map).find(value, at, end)).to.equal(expected);
      }),
    );
  });
});
