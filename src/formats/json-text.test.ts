import {expect} from '@open-wc/testing';
import {isFault, scanJson} from './json-text.js';

const reason = (text: string) => {
  const scan = scanJson(text);
  return isFault(scan) ? `${scan.offset}: ${scan.reason}` : 'no fault';
};

describe('scanJson', () => {
  it('says where the members of the top-level object are, repeated ones included', () => {
    expect(scanJson('{"a": 1.0 ,"b":{"c":[2]}, "a":"x"}')).to.deep.equal({
      kind: 'object',
      members: [
        {key: 'a', start: 1, valueStart: 6, valueEnd: 9},
        {key: 'b', start: 11, valueStart: 15, valueEnd: 24},
        {key: 'a', start: 26, valueStart: 30, valueEnd: 33},
      ],
      items: [],
      duplicateKeys: ['a'],
    });
  });

  it('says where the items of a top-level array are', () => {
    const scan = scanJson(' [1.0 , [2,3],"x"]');
    expect(!isFault(scan) && scan.items).to.deep.equal([
      {start: 2, end: 5},
      {start: 8, end: 13},
      {start: 14, end: 17},
    ]);
  });

  it('finds the same key behind different spellings', () => {
    const scan = scanJson('{"a":1,"\\u0061":2}');
    expect(!isFault(scan) && scan.duplicateKeys).to.deep.equal(['a']);
  });

  it('names the place and the reason of a fault', () => {
    expect(reason('{"a":1,}')).to.equal('7: there is a comma before "}"');
    expect(reason('[1,]')).to.equal('3: there is a comma before "]"');
    expect(reason("{'a':1}")).to.equal('1: a key is in single quotes; JSON takes double quotes');
    expect(reason(`{"a":'b'}`)).to.equal('5: a string is in single quotes; JSON takes double quotes');
    expect(reason('{"a":NaN}')).to.equal('5: NaN is not a JSON value; use null or leave it out');
    expect(reason('{"a":-Infinity}')).to.contain('5: Infinity is not a JSON value');
    expect(reason('{"a":1 // x\n}')).to.equal('7: expected "," or "}", found “/”');
    expect(reason('{"a": /* x */ 1}')).to.equal('6: JSON has no comments');
    expect(reason('{"a":01}')).to.equal('5: a number begins with 0');
    expect(reason('{"a":1.}')).to.contain('5: a number is not written as in JSON');
    expect(reason('{"a":"\t"}')).to.contain('6: a string holds a tab (U+0009) as it is');
    expect(reason('{"a":1}{"b":2}')).to.equal('7: more text follows the end of the JSON value: “{”');
    expect(reason('{"a":"b')).to.equal('7: a string does not end');
    expect(reason('{"a":"\\x"}')).to.equal('6: "\\x" is not an escape of JSON');
    expect(reason('{"a":"\\u12g4"}')).to.contain('four hexadecimal digits');
    expect(reason('{"a":True}')).to.equal('5: expected a JSON value, found “True”');
    expect(reason('{a:1}')).to.equal('1: expected a key in double quotes, found “a”');
    expect(reason('{"a"\u00a0:1}')).to.equal('4: expected ":" after a key, found a no-break space (U+00A0)');
    expect(reason('')).to.equal('0: expected a JSON value, found the end of the line');
  });

  it('stops at 100 levels, however deep a text goes on', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(reason(nested(100))).to.equal('no fault');
    const scan = scanJson(nested(100_000));
    expect(isFault(scan) && scan.tooDeep).to.equal(true);
  });
});
