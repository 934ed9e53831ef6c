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

  it('gives the edges of what it visits', () => {
    const visited: number[][] = [];
    index.visit(20, 20, 25, 25, (...found) => visited.push(found));
    expect(visited).to.deep.equal([[1, 5, 5, 20, 20]]);
  });

  for (const [name, edges] of Object.entries({
    'whole pixels': [3, 0, 65535, 7],
    'pixels outside of the picture': [-3, -1, 7, 7],
    'large pixels': [65535, 0, 65536, 7],
    halves: [0.5, 0, 7, 7.5],
    'long fractions': [0.1, 0.2, 0.7, 1 / 3],
  })) {
    it(`keeps ${name} exactly`, () => {
      const [left = 0, top = 0, right = 0, bottom = 0] = edges;
      const exact = new RectangleIndex(Float64Array.from(edges), 1);
      const visited: number[][] = [];
      exact.visit(left, top, right, bottom, (_number, ...found) => visited.push(found));
      expect(visited).to.deep.equal([edges]);
      expect(exact.search(right, bottom, right, bottom)).to.deep.equal([0]);
      expect(exact.search(right + 1e-9, bottom, right + 1e-9, bottom)).to.deep.equal([]);
    });
  }
});
