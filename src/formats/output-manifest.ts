import type {Manifest} from './manifest.js';
import {encodeUtf8, escapeLoneSurrogates, readBytes} from './read-blob.js';

/** How much is handed out at a time: a stretch of the file, or this many characters of new lines. */
const pieceSize = 1024 * 1024;

/**
 * The output manifest: a line for each item, in the order of the input, each ended by `\n`, without a byte-order mark.
 *
 * `lines` has the new texts by item, counted from 0. Other items come byte for byte as they are in the file, whatever
 * those bytes are. Blank lines are left out. Memory stays the same for files of any size.
 */
export function outputManifest(
  manifest: Manifest,
  lines: ReadonlyMap<number, string>,
): ReadableStream<Uint8Array> {
  if (manifest.isIndexed) checkItems(manifest, lines);
  const pieces = write(manifest, lines);
  return new ReadableStream({
    async pull(controller) {
      const {done, value} = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* write(
  manifest: Manifest,
  lines: ReadonlyMap<number, string>,
): AsyncGenerator<Uint8Array, undefined> {
  await manifest.indexed;
  const count = manifest.lineCount;
  checkItems(manifest, lines);
  const items = [...lines.keys()].sort((a, b) => a - b);
  let next = 0;
  let text = '';
  for (const item of items) {
    if (item > next) {
      if (text) yield encodeUtf8(text);
      text = '';
      yield* copy(manifest, next, item);
    }
    text += `${asOneLine(lines.get(item) as string)}\n`;
    if (text.length >= pieceSize) {
      yield encodeUtf8(text);
      text = '';
    }
    next = item + 1;
  }
  if (text) yield encodeUtf8(text);
  if (next < count) yield* copy(manifest, next, count);
  return undefined;
}

function checkItems({lineCount}: Manifest, lines: ReadonlyMap<number, string>): void {
  for (const item of lines.keys()) {
    if (Number.isInteger(item) && item >= 0 && item < lineCount) continue;
    throw new RangeError(
      `There is a line for item ${item}; the manifest has ${lineCount} items, counted from 0.`,
    );
  }
}

/** Outside its strings JSON may hold line breaks, and in them it may not: each becomes a blank. */
export function asOneLine(line: string): string {
  return escapeLoneSurrogates(line.replace(/[\r\n]+$/, '').replace(/[\r\n]+/g, ' '));
}

/** The lines of the items `first` up to `end` as they are. */
async function* copy(manifest: Manifest, first: number, end: number): AsyncGenerator<Uint8Array> {
  const {blob} = manifest;
  if (!manifest.isRegular) {
    yield* copyLines(manifest, first, end);
    return;
  }
  const from = manifest.range(first).start;
  const to = manifest.range(end - 1).end;
  let last: number | undefined;
  for (let at = from; at < to; at += pieceSize) {
    const bytes = await readBytes(blob, at, Math.min(at + pieceSize, to));
    last = bytes[bytes.length - 1];
    yield bytes;
  }
  if (last !== 10) yield Uint8Array.of(10);
}

/** The same for files with blank lines or CR LF: line by line, each with a line end of its own. */
async function* copyLines(manifest: Manifest, first: number, end: number): AsyncGenerator<Uint8Array> {
  for (let item = first; item < end;) {
    const from = manifest.range(item).start;
    const start = item;
    do item++;
    while (item < end && manifest.range(item).end - from <= pieceSize);
    const bytes = await readBytes(manifest.blob, from, manifest.range(item - 1).end);
    const copied = new Uint8Array(bytes.length + 1);
    let length = 0;
    for (let at = start; at < item; at++) {
      const lineStart = manifest.range(at).start - from;
      const found = bytes.indexOf(10, lineStart);
      let lineEnd = found === -1 ? bytes.length : found;
      if (bytes[lineEnd - 1] === 13) lineEnd--;
      copied.set(bytes.subarray(lineStart, lineEnd), length);
      length += lineEnd - lineStart;
      copied[length++] = 10;
    }
    yield copied.subarray(0, length);
  }
}
