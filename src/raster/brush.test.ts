import {expect} from '@open-wc/testing';
import {snapped, stampBrush, sweepBrush, type Brush} from './brush.js';
import {areaOf, SpanList} from './spans.js';

function stamp(brush: Brush, x: number, y: number): number[] {
  const list = new SpanList();
  stampBrush(brush, {x, y}, list.add);
  return [...list.spans];
}

describe('stampBrush', () => {
  it('covers one pixel with size 1: the one under the pointer', () => {
    for (const shape of ['disc', 'square'] as const) {
      expect(stamp({size: 1, shape}, 3.99, 5.01)).to.deep.equal([5, 3, 4]);
      expect(stamp({size: 1, shape}, -0.01, 0)).to.deep.equal([0, -1, 0]);
    }
  });

  it('covers the 37 pixels of a disc of 7', () => {
    const spans = stamp({size: 7, shape: 'disc'}, 3.5, 3.5);
    const rows = [
      [0, 2, 5],
      [1, 1, 6],
      [2, 0, 7],
      [3, 0, 7],
      [4, 0, 7],
      [5, 1, 6],
      [6, 2, 5],
    ];
    expect(spans).to.deep.equal(rows.flat());
    expect(areaOf(Int32Array.from(spans))).to.equal(37);
  });

  it('covers size × size pixels of a square, around a corner of pixels when the size is even', () => {
    expect(stamp({size: 2, shape: 'square'}, 4.4, 7.6)).to.deep.equal([7, 3, 5, 8, 3, 5]);
    expect(areaOf(Int32Array.from(stamp({size: 512, shape: 'square'}, 0, 0)))).to.equal(512 * 512);
  });
});

it('a diagonal line of size 1 has one pixel in each row', () => {
  for (const shape of ['disc', 'square'] as const) {
    const list = new SpanList();
    sweepBrush({size: 1, shape}, {x: 0.5, y: 0.5}, {x: 3.5, y: 3.5}, list.add);
    expect([...list.spans]).to.deep.equal([0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
  }
});

it('the middle of a brush snaps to a pixel or to a corner of pixels', () => {
  expect(snapped({x: 2.9, y: 2.1}, {size: 3, shape: 'disc'})).to.deep.equal({x: 2.5, y: 2.5});
  expect(snapped({x: 2.9, y: 2.1}, {size: 4, shape: 'disc'})).to.deep.equal({x: 3, y: 2});
});
