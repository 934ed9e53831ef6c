import {expect} from '@open-wc/testing';
import {RectangleIndex} from './rectangle-index.js';

describe('RectangleIndex', () => {
  const index = new RectangleIndex(Float64Array.of(0, 0, 10, 10, 5, 5, 20, 20, 30, 0, 31, 1), 3);

  it('finds rectangles by their number, borders included', () => {
    expect(index.search(7, 7, 7, 7).sort()).to.deep.equal([0, 1]);
    expect(index.search(20, 20, 25, 25)).to.deep.equal([1]);
    expect(index.search(21, 21, 29, 29)).to.deep.equal([]);
    expect(index.search(-100, -100, 100, 100).sort()).to.deep.equal([0, 1, 2]);
  });

  it('reads no more than it was told', () => {
    expect(
      new RectangleIndex(Float64Array.of(0, 0, 10, 10, 5, 5, 20, 20), 1).search(15, 15, 15, 15),
    ).to.deep.equal([]);
  });

  it('may be empty', () => {
    expect(new RectangleIndex(new Float64Array(0), 0).search(0, 0, 1, 1)).to.deep.equal([]);
  });
});
