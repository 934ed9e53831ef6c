import {expect} from '@open-wc/testing';
import {contoursOf} from './contours.js';
import {holesIn, innerRim, islandsOf, outerRim} from './fix-ups.js';
import {simplified} from './simplify.js';
import {inOrder} from './span-sets.js';
import type {Spans} from './spans.js';

/** The pixels that are `#` in rows of text. */
function drawn(...rows: readonly string[]): Spans {
  return inOrder(
    Int32Array.from(
      rows.flatMap((row, y) => [...row].flatMap((sign, x) => (sign === '#' ? [y, x, x + 1] : []))),
    ),
  );
}

describe('contoursOf', () => {
  it('goes clockwise around a part and counter-clockwise around its hole', () => {
    const {outer, holes} = contoursOf(drawn('###', '# #', '###'));
    expect(outer.map((ring) => [...ring])).to.deep.equal([[0, 0, 3, 0, 3, 3, 0, 3]]);
    expect(holes.map((ring) => [...ring])).to.deep.equal([[2, 1, 1, 1, 1, 2, 2, 2]]);
  });

  it('gives pixels that meet at a corner only a border each', () => {
    const {outer, holes} = contoursOf(drawn('# ', ' #'));
    expect(outer.map((ring) => [...ring])).to.deep.equal([
      [0, 0, 1, 0, 1, 1, 0, 1],
      [1, 1, 2, 1, 2, 2, 1, 2],
    ]);
    expect(holes).to.deep.equal([]);
  });

  it('has nothing to go around where there are no pixels', () => {
    expect(contoursOf(new Int32Array(0))).to.deep.equal({outer: [], holes: []});
  });
});

it('a stair becomes a straight line when less than a pixel does not matter', () => {
  const [ring] = contoursOf(drawn('#   ', '##  ', '### ', '####')).outer;
  expect([...simplified(ring!, 0.8)]).to.deep.equal([0, 0, 4, 4, 0, 4]);
});

describe('fix-ups', () => {
  const size = {width: 6, height: 4};

  it('a hole is open where it reaches the border of the picture, and closed at corners', () => {
    const ring = drawn(' ## # ', '#  ###', ' ## # ', '      ');
    expect([...holesIn(ring, size, 2)]).to.deep.equal([1, 1, 3]);
    expect([...holesIn(ring, size, 1)]).to.deep.equal([]);
  });

  it('the largest part is no island, however small it is', () => {
    expect([...islandsOf(drawn('# ##', '   #', '#   '), 5)]).to.deep.equal([0, 0, 1, 2, 0, 1]);
    expect([...islandsOf(drawn('##'), 5)]).to.deep.equal([]);
  });

  it('growing and shrinking leave what reaches the border of the picture there', () => {
    const sky = drawn('######', '######');
    expect([...outerRim(sky, size)]).to.deep.equal([2, 0, 6]);
    expect([...innerRim(sky, size)]).to.deep.equal([1, 0, 6]);
  });
});
