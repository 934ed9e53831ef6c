import {expect} from '@open-wc/testing';
import {textOf} from './entry.js';
import {parseLine} from './parse-line.js';

/** Codes of everything said about a line. */
function codes(text: string): string[] {
  const result = parseLine(text, 7);
  return (result.ok ? (result.warnings ?? []) : result.problems).map(({code}) =>
    code.replace('manifest/', ''),
  );
}

describe('parseLine', () => {
  it('gives the fields in the order of the line, frozen, with the text they came from', () => {
    const text = '{"source-ref": "s3://b/k.jpg", "n": 1.0, "deep": {"list": [1]}}';
    const result = parseLine(text, 1);
    if (!result.ok) throw new Error('expected an entry');
    const entry = result.value;
    expect(entry).to.deep.equal({'source-ref': 's3://b/k.jpg', n: 1, deep: {list: [1]}});
    expect(textOf(entry)).to.equal(text);
    expect(JSON.stringify(entry)).to.equal('{"source-ref":"s3://b/k.jpg","n":1,"deep":{"list":[1]}}');
    expect(
      Object.isFrozen(entry['deep']) && Object.isFrozen((entry['deep'] as {list: unknown}).list),
    ).to.equal(true);
    expect(result.warnings).to.equal(undefined);
  });

  it('gives compact JSON as the text of an entry made by hand', () => {
    expect(textOf({source: 'a', n: 1})).to.equal('{"source":"a","n":1}');
  });

  it('says in whole sentences where a line is not JSON', () => {
    const result = parseLine('{"source": "a",}', 7);
    expect(!result.ok && result.problems).to.deep.equal([
      {
        code: 'manifest/syntax',
        at: 'line 7',
        message:
          'Line 7, column 16: there is a comma before "}". Correct the line; the other lines are not affected.',
        severity: 'error',
        line: 7,
        column: 16,
      },
    ]);
  });

  it('reports lines without a usable source', () => {
    expect(codes('[1]')).to.deep.equal(['not-an-object']);
    expect(codes('null')).to.deep.equal(['not-an-object']);
    expect(codes('{"a":1}')).to.deep.equal(['no-source']);
    expect(codes('{"source":7}')).to.deep.equal(['source-type']);
    expect(codes('{"source-ref":null}')).to.deep.equal(['source-type']);
    expect(codes('{"source":" "}')).to.deep.equal(['empty-source']);
    expect(codes('{"source":"","source-ref":{}}')).to.deep.equal(['source-type', 'empty-source']);
    expect(codes('{"Source":"a"}')).to.deep.equal(['no-source']);
  });

  it('warns of two sources and of one that cannot be used beside one that can', () => {
    expect(codes('{"source":"a","source-ref":"s3://b/k"}')).to.deep.equal(['two-sources']);
    const result = parseLine('{"source":"a","source-ref":3}', 1);
    expect(result.ok && result.warnings?.map(({severity}) => severity)).to.deep.equal(['warning']);
  });

  it('warns of repeated keys and keeps the line as it is', () => {
    const text = '{"source":"a","k":1,"k":2,"o":{"x":1,"x":1}}';
    expect(codes(text)).to.deep.equal(['duplicate-key', 'duplicate-key']);
    const result = parseLine(text);
    expect(result.ok && textOf(result.value)).to.equal(text);
  });

  it('keeps keys that begin with $ and warns of those no streaming job adds', () => {
    expect(codes('{"source":"a","$x":1}')).to.deep.equal(['dollar-key']);
    expect(codes('{"source":"a","$sequencer":"0","$label-attribute-name-object-id":"1"}')).to.deep.equal([]);
  });

  it('warns of what is longer than Ground Truth takes, counted in characters', () => {
    expect(codes(JSON.stringify({source: 'x'.repeat(20_000)}))).to.deep.equal([]);
    expect(codes(JSON.stringify({source: 'x'.repeat(20_001)}))).to.deep.equal(['long-attribute']);
    expect(codes(JSON.stringify({source: '😀'.repeat(20_000)}))).to.deep.equal([]);
    expect(codes(JSON.stringify({source: 'x', list: Array(60_000).fill(1)}))).to.deep.equal([
      'long-line',
      'long-attribute',
    ]);
  });

  it('reads a line of 10 MB in less than a second', () => {
    const text = JSON.stringify({source: '\u00a0'.repeat(10_000_000)});
    const start = performance.now();
    expect(codes(text)).to.deep.equal(['empty-source']);
    expect(performance.now() - start).to.be.below(1000);
  });

  it('takes invisible characters around the object away and names them', () => {
    for (const [stray, name] of [
      ['\u00a0', 'a no-break space (U+00A0)'],
      ['\u200b', 'a zero-width space (U+200B)'],
      ['\ufeff', 'a byte-order mark (U+FEFF)'],
    ] as const) {
      const result = parseLine(` ${stray}{"source":"a"} ${stray}`, 3);
      expect(result.ok && textOf(result.value)).to.equal('{"source":"a"}');
      expect(result.ok && result.warnings?.[0]?.message).to.contain(
        `Line 3 has ${name} around its JSON object`,
      );
    }
  });

  it('counts columns from the beginning of the file’s line', () => {
    const result = parseLine('\u00a0{"source":}');
    expect(!result.ok && result.problems[0]?.column).to.equal(12);
  });

  it('refuses lines that nest more than 100 levels deep', () => {
    const nested = (depth: number) => `{"source":"a","x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(codes(nested(99))).to.deep.equal([]);
    expect(codes(nested(100))).to.deep.equal(['too-deep']);
    expect(codes(`{"source":"a","x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)).to.deep.equal([
      'too-deep',
    ]);
  });

  it('takes every key for an ordinary one', () => {
    const result = parseLine('{"source":"a","__proto__":{"polluted":1},"constructor":2,"toString":3}');
    if (!result.ok) throw new Error('expected an entry');
    expect(Object.keys(result.value)).to.deep.equal(['source', '__proto__', 'constructor', 'toString']);
    expect(({} as {polluted?: number}).polluted).to.equal(undefined);
  });

  it('shortens what it quotes and makes control characters visible', () => {
    const result = parseLine(`{"source":"a","$${'k'.repeat(500)}":1,"$\\u202e":2}`);
    const messages = result.ok ? (result.warnings ?? []).map(({message}) => message) : [];
    expect(messages[0]).to.have.length.below(200);
    expect(messages[1]).to.contain('U+202E').and.not.contain('\u202e');
  });

  it('keeps NUL, line separators, bidi marks, combining marks and joined emoji in texts', () => {
    const text = String.raw`{"source":"\u0000` + '\u2028\u202ee\u0301👩‍👩‍👧' + String.raw`\ud83d"}`;
    const result = parseLine(text);
    expect(result.ok && result.value['source']).to.equal('\0\u2028\u202ee\u0301👩‍👩‍👧\ud83d');
    expect(result.ok && textOf(result.value)).to.equal(text);
  });
});
