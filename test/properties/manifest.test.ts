import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {JsonValue} from '../../src/base/json.js';
import {checkManifest} from '../../src/formats/check-manifest.js';
import {textOf} from '../../src/formats/entry.js';
import {extendLine} from '../../src/formats/extend-line.js';
import {isFault, scanJson} from '../../src/formats/json-text.js';
import {LineIndex} from '../../src/formats/line-index.js';
import {LineScanner} from '../../src/formats/line-scanner.js';
import {openManifest} from '../../src/formats/manifest.js';
import {outputManifest} from '../../src/formats/output-manifest.js';
import {parseLine} from '../../src/formats/parse-line.js';
import {readLabels} from '../../src/formats/labels.js';

/** Bytes that make trouble for readers of lines, more often than chance would have it. */
const telling = [
  0, 9, 10, 10, 10, 13, 32, 34, 39, 44, 58, 91, 92, 93, 123, 125, 0x7f, 0xbf, 0xc3, 0xe2, 0xed, 0xef, 0xff,
];
const pieces = [
  '{"source":"a"}',
  '{"source-ref":"s3://b/k"}',
  '\r\n',
  '\n\n',
  ' \t',
  '\ufeff',
  '{',
  '"',
  '[1,',
  '{"source":1}',
];
const anyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...telling).map((byte) => [byte]),
      fc.nat(255).map((byte) => [byte]),
      fc.constantFrom(...pieces).map((piece) => Array.from(new TextEncoder().encode(piece))),
    ),
    {maxLength: 60},
  )
  .map((parts) => Uint8Array.from(parts.flat()))
  .filter((bytes) => !(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));

/** The same lines, found the slow and obvious way. */
function slowLines(bytes: Uint8Array, start?: number): {lineNumber: number; bytes: number[]}[] {
  const from = start ?? (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  const lines: number[][] = [[]];
  for (const byte of bytes.slice(from)) {
    if (byte === 10) lines.push([]);
    else lines.at(-1)?.push(byte);
  }
  return lines
    .map((line, index) => ({lineNumber: index + 1, bytes: line.at(-1) === 13 ? line.slice(0, -1) : line}))
    .filter((line) => line.bytes.some((byte) => byte !== 32 && byte !== 9 && byte !== 13));
}

const read = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

/** JSON objects as text, with spelling that only the text keeps: blanks, escapes, numbers, repeated keys. */
const blank = fc.constantFrom('', '', ' ', '\t', '  ');
const key = fc.oneof(
  fc.constantFrom('source', 'source-ref', '__proto__', 'constructor', 'x', 'x-metadata', '10', '2', '$k', ''),
  fc.string({unit: 'binary', maxLength: 5}),
);
const spelled = (text: string) =>
  fc.constantFrom(
    JSON.stringify(text),
    `"${Array.from({length: text.length}, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`,
  );
const number = fc.oneof(
  fc.constantFrom('1.0', '-0', '1e400', '12345678901234567890', '0.10', '1E-7', '0'),
  fc.double({noNaN: true, noDefaultInfinity: true}).map((value) => JSON.stringify(value)),
);
const jsonText: fc.Arbitrary<string> = fc.letrec<{value: string; object: string}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.constantFrom('true', 'false', 'null'),
    number,
    fc.string({unit: 'binary', maxLength: 8}).chain(spelled),
    fc.array(tie('value'), {maxLength: 3}).map((items) => `[${items.join(' ,')}]`),
    tie('object'),
  ),
  object: fc
    .tuple(blank, fc.array(fc.tuple(key.chain(spelled), blank, tie('value'), blank), {maxLength: 5}))
    .map(
      ([inside, members]) =>
        `{${inside}${members.map(([name, before, value, after]) => `${name}${before}:${before}${value}${after}`).join(`,${inside}`)}}`,
    ),
})).object;

const jsonValue = fc.jsonValue({maxDepth: 3}) as fc.Arbitrary<JsonValue>;

describe('manifest laws', () => {
  it('openManifest finds what splitting the bytes finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const manifest = await openManifest(new Blob([bytes]));
        const found = [];
        for (let item = 0; item < manifest.lineCount; item++) {
          found.push({
            lineNumber: manifest.lineNumber(item),
            bytes: Array.from((await manifest.bytes(item)) as Uint8Array),
          });
        }
        expect(found).to.deep.equal(slowLines(bytes));
      }),
      {numRuns: 400},
    );
  });

  it('lines are found however the bytes come in pieces', () => {
    fc.assert(
      fc.property(anyBytes, fc.array(fc.nat(12), {maxLength: 40}), (bytes, lengths) => {
        const index = new LineIndex();
        const scanner = new LineScanner();
        let at = 0;
        for (const length of [...lengths, bytes.length]) {
          scanner.push(bytes.subarray(at, at + length));
          at = Math.min(bytes.length, at + length);
          const batch = scanner.take();
          index.append(batch);
          if (length % 3 === 0) index.append(batch);
        }
        index.finish(bytes.length);
        const found = Array.from({length: index.count}, (_, item) => [
          index.lineNumber(item),
          index.start(item),
        ]);
        const starts = [
          0,
          ...Array.from(bytes.entries()).flatMap(([place, byte]) => (byte === 10 ? [place + 1] : [])),
        ];
        const expected = slowLines(bytes, 0).map(({lineNumber}) => [lineNumber, starts[lineNumber - 1]]);
        expect(found).to.deep.equal(expected);
        const plain = slowLines(bytes, 0).flatMap((line) => [...line.bytes, 10]);
        const whole = bytes.length === 0 || bytes.at(-1) === 10 ? Array.from(bytes) : [...bytes, 10];
        if (!index.isIrregular) expect(whole).to.deep.equal(plain);
      }),
      {numRuns: 1000},
    );
  });

  it('the output of a manifest with no changes is its lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const manifest = await openManifest(new Blob([bytes]));
        const output = await read(outputManifest(manifest, new Map()));
        expect(Array.from(output)).to.deep.equal(slowLines(bytes).flatMap((line) => [...line.bytes, 10]));
      }),
      {numRuns: 400},
    );
  });

  it('the output has the changed lines in their places and the others as they were', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.array(fc.nat(20)), async (bytes, chosen) => {
        const manifest = await openManifest(new Blob([bytes]));
        const changed = new Map(
          chosen.filter((item) => item < manifest.lineCount).map((item) => [item, `{"n":${item}}`]),
        );
        const output = await read(outputManifest(manifest, changed));
        const expected = slowLines(bytes).flatMap((line, item) => {
          const text = changed.get(item);
          return [...(text ? new TextEncoder().encode(text) : line.bytes), 10];
        });
        expect(Array.from(output)).to.deep.equal(expected);
      }),
      {numRuns: 200},
    );
  });

  it('nothing in a file makes reading or checking throw, and every problem has a line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyBytes, fc.uint8Array({maxLength: 100})), async (bytes) => {
        const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
        const manifest = await openManifest(blob);
        for (let item = 0; item < manifest.lineCount; item++) {
          await manifest.text(item);
          const result = await manifest.entry(item);
          if (!result.ok) expect(result.problems[0]?.line).to.equal(manifest.lineNumber(item));
        }
        for await (const {code, message, line} of checkManifest(blob)) {
          expect(code).to.match(/^manifest\/[a-z0-9-]+$/);
          expect(message).to.match(/^[A-Z].*\.$/s);
          expect(line).to.be.greaterThan(0);
        }
      }),
      {numRuns: 400},
    );
  });
});

describe('line laws', () => {
  it('the scanner takes exactly what JSON.parse takes', () => {
    const nearJson = fc.oneof(
      jsonText,
      fc
        .tuple(jsonText, fc.nat(), fc.constantFrom(...'{}[]",:\\0-+.eE \t\n\u00a0x\'/tfn'))
        .map(([text, at, character]) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + character + text.slice(place + (at % 2));
        }),
      fc.string({unit: 'binary', maxLength: 20}),
    );
    fc.assert(
      fc.property(nearJson, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(!isFault(scanJson(text)), text).to.equal(isJson);
      }),
      {numRuns: 3000},
    );
  });

  it('any line with any label survives extend and parse', () => {
    const members = fc.uniqueArray(fc.tuple(key, jsonValue), {maxLength: 3, selector: ([name]) => name});
    fc.assert(
      fc.property(jsonText, members, (text, added) => {
        const extended = extendLine(text, added);
        const before = JSON.parse(text) as {[key: string]: JsonValue};
        const after = JSON.parse(extended) as {[key: string]: JsonValue};
        const values = new Map([...Object.entries(before), ...added]);
        expect(new Set(Object.keys(after))).to.deep.equal(new Set(values.keys()));
        for (const [name, value] of values)
          expect(JSON.stringify(after[name])).to.equal(JSON.stringify(value));
        expect(extendLine(extended, added)).to.equal(extended);
      }),
      {numRuns: 1000},
    );
  });

  it('what is appended is all that is new: without it the text is the same, character for character', () => {
    fc.assert(
      fc.property(jsonText, jsonValue, jsonValue, (text, one, two) => {
        const extended = extendLine(text, [
          ['new label', one],
          ['new label-metadata', two],
        ]);
        const tail = `"new label":${JSON.stringify(one)},"new label-metadata":${JSON.stringify(two)}`;
        const at = extended.lastIndexOf(tail);
        const comma = /^\{\s*\}$/.test(text) ? 0 : 1;
        expect(extended.slice(0, at - comma) + extended.slice(at + tail.length)).to.equal(text);
      }),
      {numRuns: 1000},
    );
  });

  it('a value that was replaced can be put back, and the text is the old one, character for character', () => {
    fc.assert(
      fc.property(jsonText, jsonText, jsonValue, jsonValue, (before, after, old, value) => {
        const text = `{"before": ${before} , "label" :  ${JSON.stringify(old)}  ,"after":${after}}`;
        const changed = extendLine(text, [['label', value]]);
        expect(changed).to.equal(
          `{"before": ${before} , "label" :  ${JSON.stringify(value)}  ,"after":${after}}`,
        );
        expect(extendLine(changed, [['label', old]])).to.equal(text);
      }),
    );
  });

  it('an entry keeps the text of its line', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const result = parseLine(text);
        if (result.ok) expect(textOf(result.value)).to.equal(text);
        else expect(result.problems.length).to.be.greaterThan(0);
      }),
    );
  });

  it('nothing makes the label reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.anything(), jsonText), (source) => {
        const result = readLabels(source);
        if (result.ok)
          expect(new Set(result.value.map(({label}) => label)).size).to.equal(result.value.length);
      }),
      {numRuns: 500},
    );
  });
});
