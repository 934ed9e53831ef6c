import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {extendLine} from './extend-line.js';
import {keepSpelling} from './keep-spelling.js';

const boxes =
  '{"size": [{"w": 1e2}], "boxes":[{"left": 12.0, "top":1e2},{"left":12345678901234567890,"top":-0}]}';

describe('keepSpelling', () => {
  it('gives the same value back as it was, spaces and all', () => {
    expect(keepSpelling(JSON.parse(boxes), boxes)).to.equal(boxes);
    expect(keepSpelling([1], ' [ 1.0 ] ')).to.equal(' [ 1.0 ] ');
  });

  it('keeps the items of a list that are still there, wherever they stand', () => {
    const {size, boxes: list} = JSON.parse(boxes) as {size: []; boxes: {left: number; top: number}[]};
    const [first, second] = list as [{left: number; top: number}, {left: number; top: number}];
    expect(keepSpelling({size, boxes: [second, {left: 3, top: 100}, first, first]}, boxes)).to.equal(
      '{"size":[{"w": 1e2}],"boxes":[{"left":12345678901234567890,"top":-0},{"left":3,"top":100},{"left": 12.0, "top":1e2},{"left":12,"top":100}]}',
    );
  });

  it('writes single values, changed ones and new ones anew', () => {
    expect(keepSpelling(1, '1.0')).to.equal('1');
    expect(keepSpelling({a: 2, b: 1, c: 3}, '{"b":1.0,"a":1.0,"z":0}')).to.equal('{"a":2,"b":1.0,"c":3}');
    expect(keepSpelling({a: [1]}, '[1]')).to.equal('{"a":[1]}');
    expect(keepSpelling(null, '{}')).to.equal('null');
    expect(keepSpelling(JSON.parse('{"__proto__":1,"b":2}'), '{"__proto__":1.0,"b":1}')).to.equal(
      '{"__proto__":1.0,"b":2}',
    );
  });

  it('serves extendLine', () => {
    expect(
      extendLine('{"a":0.0,"x": [1.0, 2.0] ,"x-metadata":{"n":[0.0],"t":1}}', [
        ['x', [2, 3]],
        ['x-metadata', {n: [0], t: 2}],
      ]),
    ).to.equal('{"a":0.0,"x": [2.0,3] ,"x-metadata":{"n":[0.0],"t":2}}');
  });

  it('never changes what is said', () => {
    const spaced = fc.jsonValue().map((value) => JSON.stringify(value, null, 1));
    fc.assert(
      fc.property(fc.jsonValue(), spaced, (value, text) => {
        const json = JSON.stringify(value);
        expect(JSON.stringify(JSON.parse(keepSpelling(JSON.parse(json), text) as string))).to.equal(json);
      }),
    );
  });
});
