import {expect} from '@open-wc/testing';
import type {LineIndexer} from './index-lines.js';
import {beginManifest, openManifest, type Manifest} from './manifest.js';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : Uint8Array.from(part))));

async function items(manifest: Manifest): Promise<[number, string][]> {
  const found: [number, string][] = [];
  for (let item = 0; item < manifest.lineCount; item++) {
    found.push([manifest.lineNumber(item), await manifest.text(item)]);
  }
  return found;
}

const problemsOf = async (manifest: Manifest, item: number) => {
  const result = await manifest.entry(item);
  return result.ok ? [] : result.problems;
};

describe('openManifest', () => {
  it('reads lines with a BOM, CR LF, blank lines and no last line end; line numbers stay physical', async () => {
    const manifest = await openManifest(
      bytes([0xef, 0xbb, 0xbf], '\n{"source":"a"}\r\n \t\r\n\n {"source":"b"} \n\n{"source":"c"}'),
    );
    expect(await items(manifest)).to.deep.equal([
      [2, '{"source":"a"}'],
      [5, ' {"source":"b"} '],
      [7, '{"source":"c"}'],
    ]);
    expect(manifest.problem).to.equal(undefined);
  });

  it('takes a string for the text of the manifest and keeps lone surrogates', async () => {
    const manifest = await openManifest('{"source":"a\ud800"}\n{"source":"b"}');
    expect(manifest.lineCount).to.equal(2);
    const entry = await manifest.entry(0);
    expect(entry.ok && entry.value['source']).to.equal('a\ud800');
  });

  it('reports a bad line with its number and goes on with the next', async () => {
    const manifest = await openManifest('{"source":"a"}\n\n{"source":\n{"source":"c"}\n');
    expect(
      (await problemsOf(manifest, 1)).map(({code, line, column}) => ({code, line, column})),
    ).to.deep.equal([{code: 'manifest/syntax', line: 3, column: 11}]);
    expect((await manifest.entry(2)).ok).to.equal(true);
  });

  it('reports bytes that are not UTF-8 and names the line and the likely encoding', async () => {
    const manifest = await openManifest(
      bytes('{"source":"a"}\n{"source":"caf', [0xe9], '"}\n{"source":"c"}\n'),
    );
    const [problem] = await problemsOf(manifest, 1);
    expect(problem).to.include({code: 'manifest/not-utf8', line: 2, column: 15});
    expect(problem?.message).to.contain('Windows-1252');
    expect((await manifest.entry(2)).ok).to.equal(true);
  });

  it('reads UTF-16 of both byte orders by its byte-order mark', async () => {
    const text = '{"source":"zwölf 😀"}\r\n{"source":"b"}\n';
    const encode = (little: boolean) => {
      const view = new DataView(new ArrayBuffer(2 * text.length + 2));
      view.setUint16(0, 0xfeff, little);
      for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), little);
      return new Blob([view.buffer]);
    };
    for (const little of [true, false]) {
      const manifest = await openManifest(encode(little));
      const entry = await manifest.entry(0);
      expect(entry.ok && entry.value).to.deep.equal({source: 'zwölf 😀'});
      expect(manifest.lineCount).to.equal(2);
    }
  });

  it('rejects questions about items that do not exist', async () => {
    const manifest = await openManifest('{"source":"a"}');
    for (const item of [-1, 1, 0.5, Number.NaN]) {
      const error = await manifest.entry(item).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error, String(item)).to.be.instanceOf(RangeError);
    }
  });

  it('takes anything but a Blob or a text for a mistake of the program', async () => {
    const error = await openManifest(undefined as never).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });

  it('reads a page of items at once', async () => {
    const manifest = await openManifest('{"source":"a"}\n{"source":"b"}\n{"source":"c"}\n');
    const page = await manifest.entries(1, 3);
    expect(page.map((entry) => entry.ok && entry.value['source'])).to.deep.equal(['b', 'c']);
    expect(await manifest.entries(2, 2)).to.deep.equal([]);
  });

  it('gives on a page what each item gives alone', async () => {
    const line = (item: number) =>
      item % 7 ? `{"source":"${'é'.repeat(item % 50)}${item}"}\r\n` : `{bad ${item}\n\n`;
    const manifest = await openManifest(Array.from({length: 5000}, (_, item) => line(item)).join(''));
    const page = await manifest.entries(4950, 5000);
    expect(page).to.deep.equal(await Promise.all(page.map((_, at) => manifest.entry(4950 + at))));
    expect(page.some(({ok}) => ok) && page.some(({ok}) => !ok)).to.equal(true);
  });

  it('finds lines in blocks and across slices', async () => {
    const lines = Array.from(
      {length: 60_000},
      (_, index) => `{"source":"${'x'.repeat(index % 300)} ${index}"}`,
    );
    const manifest = await openManifest(bytes(lines.join('\n')));
    expect(manifest.blob.size).to.be.greaterThan(8 * 1024 * 1024);
    expect(manifest.lineCount).to.equal(lines.length);
    for (const item of [0, 1, 16_383, 16_384, 32_768, 59_999]) {
      expect(await manifest.text(item)).to.equal(lines[item]);
    }
  });

  it('looks past many blank lines after an item', async () => {
    const manifest = await openManifest(`{"source":"a"}${'\n'.repeat(2_000_000)}{"source":"b"}`);
    expect(await items(manifest)).to.deep.equal([
      [1, '{"source":"a"}'],
      [2_000_001, '{"source":"b"}'],
    ]);
  });

  it('keeps a line of 10 MB as one item', async () => {
    const line = JSON.stringify({source: 'x'.repeat(10_000_000)});
    const manifest = await openManifest(`${line}\n{"source":"b"}`);
    expect((await manifest.text(0)).length).to.equal(line.length);
    expect((await manifest.entry(1)).ok).to.equal(true);
  });
});

describe('beginManifest', () => {
  const long = `{"source":"first"}\n${`{"source":"${'x'.repeat(1000)}"}\n`.repeat(500)}{"source":"last"}`;

  it('gives the first items before the file has been read through', async () => {
    let finish = () => {};
    const index: LineIndexer = (blob, start, take, signal) =>
      new Promise((resolve, reject) => {
        finish = () => {
          void import('./index-lines.js').then(({indexHere}) =>
            indexHere(blob, start, take, signal).then(resolve, reject),
          );
        };
      });
    const manifest = await beginManifest(long, {index});
    expect(manifest.isIndexed).to.equal(false);
    const first = await manifest.entry(0);
    expect(first.ok && first.value).to.deep.equal({source: 'first'});
    expect(manifest.lineCount).to.be.within(50, 70);

    const last = manifest.entry(501);
    finish();
    const result = await last;
    expect(result.ok && result.value).to.deep.equal({source: 'last'});
    await manifest.indexed;
    expect(manifest.lineCount).to.equal(502);
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    const manifest = await beginManifest(long, {onProgress: (scanned) => seen.push(scanned)});
    await manifest.indexed;
    expect(seen.at(-1)).to.equal(manifest.blob.size);
  });

  it('stops when told to and keeps what it has', async () => {
    const stop = new AbortController();
    stop.abort();
    const manifest = await beginManifest(long, {signal: stop.signal});
    const reason = await manifest.indexed.catch((error: unknown) => (error as DOMException).name);
    expect(reason).to.equal('AbortError');
    expect((await manifest.entry(0)).ok).to.equal(true);
  });

  it('fails loudly when a file gives fewer bytes than it has', async () => {
    const short: LineIndexer = async () => {};
    const manifest = await beginManifest(long, {index: short});
    const reason = await manifest.indexed.catch((error: unknown) => String(error));
    expect(reason).to.match(/The file has \d+ bytes, and only \d+ could be read/);
    const [problem] = await problemsOf(manifest, 400);
    expect(problem).to.include({code: 'manifest/unreadable', line: 401});
  });

  it('reports an item whose bytes cannot be read any more', async () => {
    const blob = new Blob([long]);
    const manifest = await openManifest(blob);
    Object.defineProperty(blob, 'slice', {
      value: () => ({arrayBuffer: () => Promise.reject(new Error('gone'))}),
    });
    const [problem] = await problemsOf(manifest, 500);
    expect(problem?.message).to.contain('Line 501 could not be read from the file (gone)');
  });
});
