import {expect} from '@open-wc/testing';
import {inParts, Part, partIn} from './part.js';

describe('a part of a job', () => {
  it('is all of it unless stretches are named', () => {
    const part = new Part();
    expect([part.has(7), part.size(30), part.placeOf(7), part.at(7)]).to.deep.equal([true, 30, 7, 7]);
  });

  it('counts its items from the first one on, over the gaps', () => {
    const part = new Part([
      [20, 23],
      [5, 7],
    ]);
    expect(part.size(30)).to.equal(5);
    const indexes = [0, 1, 2, 3, 4].map((place) => part.at(place));
    expect(indexes).to.deep.equal([5, 6, 20, 21, 22]);
    expect(indexes.map((index) => part.placeOf(index))).to.deep.equal([0, 1, 2, 3, 4]);
    expect([4, 5, 7, 19, 20, 23].map((index) => part.has(index))).to.deep.equal([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect([part.at(-1), part.at(99)], 'the nearest there is').to.deep.equal([5, 22]);
    expect(part.size(6), 'of a shorter manifest').to.equal(1);
  });

  it('joins stretches that meet', () => {
    const [first, second] = inParts(30, 3);
    expect(first!.with(second!).stretches).to.deep.equal([[0, 20]]);
    expect(first!.with(new Part()).stretches).to.equal(undefined);
  });

  it('shares items out evenly, and each to one part only', () => {
    for (const [total, count] of [
      [30, 3],
      [10, 3],
      [2, 3],
    ] as const) {
      const parts = inParts(total, count);
      const sizes = parts.map((part) => part.size(total));
      expect(sizes.reduce((a, b) => a + b)).to.equal(total);
      expect(Math.max(...sizes) - Math.min(...sizes)).to.be.at.most(1);
    }
  });

  it('takes nothing but stretches of lines for a part', () => {
    expect(partIn([[0, 10]]).stretches).to.deep.equal([[0, 10]]);
    for (const wrong of [undefined, 5, [5], [[3, 3]], [[-1, 2]], [['a', 'b']], [[0, 1, 2]]]) {
      expect(partIn(wrong).stretches, JSON.stringify(wrong)).to.equal(undefined);
    }
  });
});
