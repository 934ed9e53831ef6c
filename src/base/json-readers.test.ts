import {expect} from '@open-wc/testing';
import {flagIn, listIn, membersIn, numberIn, oneOf, textIn, within} from './json-readers.js';

describe('JSON readers', () => {
  it('take what they understand, and nothing else', () => {
    expect([numberIn(1.5), numberIn(NaN), numberIn('1'), numberIn(undefined)]).to.deep.equal([
      1.5,
      undefined,
      undefined,
      undefined,
    ]);
    expect([flagIn(false), flagIn(0), textIn(''), textIn(null)]).to.deep.equal([
      false,
      undefined,
      '',
      undefined,
    ]);
    expect([within(1, 5)(9), within(1, 5)(-9), within(1, 5)('3')]).to.deep.equal([5, 1, undefined]);
    expect([oneOf(4, 8)(8), oneOf(4, 8)(5), oneOf('a')('a')]).to.deep.equal([8, undefined, 'a']);
  });

  it('take lists as a whole', () => {
    expect(listIn([1, 2], numberIn)).to.deep.equal([1, 2]);
    expect(listIn([1, null], numberIn)).to.equal(undefined);
    expect(listIn({length: 1}, numberIn)).to.equal(undefined);
  });

  it('take of an object the members that they understand', () => {
    const readers = {size: within(1, 512), shape: oneOf('disc', 'square')};
    expect(membersIn({size: 600, shape: 'star', more: 1}, readers)).to.deep.equal({size: 512});
    expect(membersIn([1], readers)).to.deep.equal({});
    expect(membersIn(undefined, readers)).to.deep.equal({});
    expect(membersIn({}, {constructor: textIn})).to.deep.equal({});
  });
});
