import {expect} from '@open-wc/testing';
import {packRunLengths, runLengthsOf, spansOfRunLengths, unpackRunLengths} from './rle.js';

const size = {width: 4, height: 3};

describe('run lengths', () => {
  it('count down the columns, first what is outside', () => {
    // . # # .
    // . # # .
    // # . . .
    const spans = Int32Array.of(0, 1, 3, 1, 1, 3, 2, 0, 1);
    const counts = runLengthsOf(spans, size);
    expect(counts).to.deep.equal([2, 3, 1, 2, 4]);
    expect(spansOfRunLengths(counts, size)).to.deep.equal(spans);
  });

  it('begin with 0 when the first pixel is inside, and end with what is last', () => {
    expect(runLengthsOf(Int32Array.of(0, 0, 4, 1, 0, 4, 2, 0, 4), size)).to.deep.equal([0, 12]);
    expect(runLengthsOf(Int32Array.of(2, 3, 4), size)).to.deep.equal([11, 1]);
    expect(runLengthsOf(new Int32Array(), size)).to.deep.equal([12]);
  });

  it('leave out counts beyond the picture', () => {
    expect(spansOfRunLengths([10, 50], size)).to.deep.equal(Int32Array.of(1, 3, 4, 2, 3, 4));
  });

  it('become the text that COCO files have', () => {
    // By hand, from the rule: 5 bits a character from the lowest, 32 added while more follow, 48 added to all.
    expect(packRunLengths([2, 3, 1, 2, 4])).to.equal('231O3');
    expect(packRunLengths([0, 12])).to.equal('0<');
    expect(packRunLengths([6, 1, 40, 4, 5, 4, 5, 4, 21])).to.equal('61X13mN000`0');
    for (const counts of [
      [2, 3, 1, 2, 4],
      [6, 1, 40, 4, 5],
      [0, 12],
      [99_999_999, 1],
      [5, 70_000, 3, 1, 50_000, 90_000_000, 1],
    ])
      expect(unpackRunLengths(packRunLengths(counts))).to.deep.equal(counts);
  });
});
