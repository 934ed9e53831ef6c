import {expect} from '@open-wc/testing';
import {scrollFor, windowOf} from './rows.js';

const view = 300;
const rowHeight = 34;

describe('rows in sight', () => {
  it('renders a few rows around what is visible', () => {
    expect(windowOf(3400, view, rowHeight, 1000)).to.deep.equal({
      first: 94,
      end: 115,
      top: 3196,
      height: 34_000,
    });
    expect(windowOf(0, view, rowHeight, 3)).to.deep.equal({first: 0, end: 3, top: 0, height: 102});
    expect(windowOf(0, view, rowHeight, 0)).to.deep.equal({first: 0, end: 0, top: 0, height: 0});
  });

  it('reaches the first and the last of a million rows in a list no browser refuses', () => {
    const count = 1_000_000;
    const {height} = windowOf(0, view, rowHeight, count);
    expect(height).to.be.below(16_000_000);
    expect(windowOf(0, view, rowHeight, count).first).to.equal(0);
    const last = windowOf(height - view, view, rowHeight, count);
    expect(last.end).to.equal(count);
    const bottomOfLast = last.top + (count - last.first) * rowHeight;
    expect(bottomOfLast).to.be.closeTo(height, 1);
  });

  it('scrolls any row wholly into sight, and not further', () => {
    for (const count of [50, 1_000_000]) {
      for (const row of [0, 1, Math.floor(count / 2), count - 1]) {
        const scrollTop = scrollFor(row, 0, view, rowHeight, count);
        const {first, top} = windowOf(scrollTop, view, rowHeight, count);
        const rowTop = top + (row - first) * rowHeight - scrollTop;
        expect(rowTop, `row ${row} of ${count}`).to.be.within(-1, view - rowHeight + 1);
        expect(scrollFor(row, scrollTop, view, rowHeight, count)).to.be.closeTo(scrollTop, 1);
      }
    }
  });
});
