import {expect} from '@open-wc/testing';
import {extendLine} from './extend-line.js';

describe('extendLine', () => {
  it('appends members and leaves every other character alone', () => {
    const text =
      '{"10":1.0, "2": 12345678901234567890 ,"n":-0,"e":1e400,"__proto__":{"x":1},"h":"\\ud800\\u0041\\/","d":0.10,"d":2 }';
    expect(extendLine(text, [['label', 3]])).to.equal(`${text.slice(0, -2)},"label":3 }`);
  });

  it('replaces what stands there in its place', () => {
    expect(extendLine('{"a": [1, 2], "label" : {"x": 1.0},"z":0}', [['label', 7]])).to.equal(
      '{"a": [1, 2], "label" : 7,"z":0}',
    );
  });

  it('replaces a repeated key wherever it stands, so that every reader finds the new value', () => {
    expect(extendLine('{"k":1,"a":0,"\\u006b":2}', [['k', 'new']])).to.equal(
      '{"k":"new","a":0,"\\u006b":"new"}',
    );
  });

  it('replaces and appends at once, whatever the order in the line', () => {
    const members = [
      ['x', [1]],
      ['x-metadata', {type: 't'}],
    ] as const;
    const once = extendLine('{"x-metadata":{},"source":"s"}', members);
    expect(once).to.equal('{"x-metadata":{"type":"t"},"source":"s","x":[1]}');
    expect(extendLine(once, members)).to.equal(once);
  });

  it('fills an empty object and writes keys that mean something to JavaScript', () => {
    expect(extendLine('{ }', [['__proto__', null]])).to.equal('{"__proto__":null }');
  });

  it('writes lone surrogates as escapes', () => {
    expect(extendLine('{}', [['a', '\ud800']])).to.equal('{"a":"\\ud800"}');
  });

  it('takes texts that are no object for a mistake of the program', () => {
    expect(() => extendLine('[1]', [])).to.throw(TypeError);
    expect(() => extendLine('{', [])).to.throw(TypeError);
    expect(() => extendLine('{}', [['a', undefined as never]])).to.throw(TypeError);
  });
});
