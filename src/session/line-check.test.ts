import {expect} from '@open-wc/testing';
import {openManifest} from '../formats/manifest.js';
import {changedLines} from './line-check.js';
import {textHash} from './text-hash.js';

describe('changedLines', () => {
  it('finds exactly the lines that are other ones now, over blank lines, CR LF and a byte-order mark', async () => {
    const lines = Array.from({length: 300}, (_, i) => `{"source": "zeile ${i} – ü"}`);
    const text = `\ufeff${lines.map((line, i) => line + (i % 7 === 0 ? '\r\n\r\n' : '\n')).join('')}`;
    const manifest = await openManifest(text);
    const items = lines.map((line, index) => ({
      index,
      textHash: textHash(index % 50 === 3 ? `${line} ` : line),
    }));
    expect([...(await changedLines(manifest, items))]).to.deep.equal([3, 53, 103, 153, 203, 253]);
    const some = items.filter(({index}) => index % 11 === 0 && index % 50 !== 3);
    expect([...(await changedLines(manifest, some))]).to.deep.equal([]);
  });

  it('reads a line that is longer than a stretch, and one beyond the end', async () => {
    const long = `{"source": "${'x'.repeat(1_500_000)}"}`;
    const manifest = await openManifest(`${long}\n{"source": "b"}`);
    const items = [long, '{"source": "b"}', '{"source": "gone"}'].map((text, index) => ({
      index,
      textHash: textHash(text),
    }));
    expect([...(await changedLines(manifest, items))]).to.deep.equal([2]);
  });
});

describe('textHash', () => {
  it('is another one for every line that differs in one character or in order', () => {
    const texts = Array.from({length: 20_000}, (_, i) => `{"source-ref": "s3://bucket/images/${i}.jpg"}`);
    expect(new Set(texts.map(textHash))).to.have.property('size', texts.length);
    expect(textHash('ab')).not.to.equal(textHash('ba'));
    expect(textHash('')).not.to.equal(textHash('\0'));
  });
});
