import {expect} from '@open-wc/testing';
import {openManifest} from '../formats/manifest.js';
import {outputManifest} from '../formats/output-manifest.js';
import {emptyHistory} from '../model/history.js';
import {exportManifest} from './export-manifest.js';
import {MemoryStore} from './memory.js';
import type {ItemWork} from './save-queue.js';
import {textHash} from './text-hash.js';

const session = 'none';

/** Exports `text` with a new line for each of `items`, and gives it beside what `outputManifest` makes of the same. */
async function bothWays(text: string, items: readonly number[]): Promise<{sliced: string; plain: string}> {
  const manifest = await openManifest(text);
  const lines = new Map<number, string>();
  const unsaved = new Map<number, ItemWork>();
  for (const index of items) {
    const before = await manifest.text(index);
    const line = `${before.slice(0, -1)},"kind":"${'ü'.repeat(index % 3)}"}`;
    lines.set(index, line);
    unsaved.set(index, {
      status: 'submitted',
      history: emptyHistory,
      timeSpentMs: 0,
      textHash: textHash(before),
      line,
    });
  }
  const {blob} = await exportManifest({store: new MemoryStore(), session, manifest, unsaved});
  return {sliced: await blob.text(), plain: await new Response(outputManifest(manifest, lines)).text()};
}

const line = (i: number) => `{"source": "${i}", "n":1.0}`;
const lines = (count: number, end = '\n') => Array.from({length: count}, (_, i) => line(i) + end).join('');

describe('exportManifest', () => {
  for (const [name, text] of [
    ['an ordinary file', lines(9)],
    ['a file without a last line end', lines(9).trimEnd()],
    ['a file with a byte-order mark', `\ufeff${lines(9)}`],
    ['a file with CR LF and blank lines', `${lines(5, '\r\n')}\n\n${lines(4)}`],
  ] as const) {
    it(`writes what outputManifest writes, of ${name}`, async () => {
      for (const items of [[], [0], [8], [3, 4], [0, 2, 4, 6, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8]]) {
        const {sliced, plain} = await bothWays(text, items);
        expect(sliced, items.join()).to.equal(plain);
      }
    });
  }

  it('passes long stretches on unread', async () => {
    const wide = Array.from({length: 12}, (_, i) => `{"source": "${i}${'x'.repeat(1_000_000)}"}\n`).join('');
    const {sliced, plain} = await bothWays(wide, [0, 5, 11]);
    expect(sliced === plain).to.equal(true);
  });

  it('makes one line of a label that was written over several', async () => {
    const manifest = await openManifest(lines(2));
    const unsaved = new Map<number, ItemWork>([
      [
        0,
        {
          status: 'submitted',
          history: emptyHistory,
          timeSpentMs: 0,
          textHash: textHash(line(0)),
          line: '{"a":\n1}\n',
        },
      ],
    ]);
    const {blob} = await exportManifest({store: new MemoryStore(), session, manifest, unsaved});
    expect(await blob.text()).to.equal(`{"a": 1}\n${line(1)}\n`);
  });
});
