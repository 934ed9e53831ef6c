import {expect} from '@open-wc/testing';
import {batchesOf, partOfIndexes} from './batches.js';
import type {ObjectRow} from './object-rows.js';

const row = (index: number, state: ObjectRow['state']): ObjectRow => ({index, state, answers: []});

describe('batches', () => {
  const stateOf = (...rows: readonly ObjectRow[]) => batchesOf(2, 2, rows, [])[0]?.state;

  it('go from received over in progress and in review to accepted, as the work goes on', () => {
    expect(stateOf()).to.equal('received');
    expect(stateOf(row(0, 'to-review'))).to.equal('in-progress');
    expect(stateOf(row(0, 'to-review'), row(1, 'to-review'))).to.equal('in-review');
    expect(stateOf(row(0, 'accepted'), row(1, 'to-review'))).to.equal('in-review');
    expect(stateOf(row(0, 'accepted'), row(1, 'accepted'))).to.equal('accepted');
    expect(stateOf(row(0, 'accepted'), row(1, 'rejected')), 'given back').to.equal('in-progress');
  });

  it('count what nobody answers as settled, and the last one is as long as what is left', () => {
    const batches = batchesOf(5, 2, [row(0, 'accepted'), row(4, 'to-review')], [1, 1, 0, 3]);
    expect(batches.map(({state, total, leftOut}) => [state, total, leftOut])).to.deep.equal([
      ['accepted', 2, 1],
      ['in-progress', 2, 1],
      ['in-review', 1, 0],
    ]);
  });

  it('make a part of single objects', () => {
    expect(partOfIndexes([7, 3, 4]).stretches).to.deep.equal([
      [3, 5],
      [7, 8],
    ]);
  });
});
