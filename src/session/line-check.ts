import type {Manifest} from '../formats/manifest.js';
import {withoutReturn} from '../formats/manifest.js';
import {decodeForShow, readBytes} from '../formats/read-blob.js';
import {textHash} from './text-hash.js';

/** Lines that lie together are read together, up to this many bytes. */
const stretchBytes = 1024 * 1024;

/** What was labelled: a line index and the fingerprint its line had then. */
export interface Labelled {
  readonly index: number;
  readonly textHash: string;
}

/**
 * Which of `items` (ascending) stand on another line than the one that was labelled: the manifest was edited, or is
 * another one. All lines of the manifest must be known.
 */
export async function changedLines(manifest: Manifest, items: readonly Labelled[]): Promise<Set<number>> {
  const changed = new Set<number>();
  const present = items.filter(({index}) => index < manifest.lineCount || !changed.add(index));
  for (let first = 0; first < present.length;) {
    let end = first + 1;
    const {start} = rangeOf(manifest, present[first]);
    while (end < present.length && rangeOf(manifest, present[end]).end - start <= stretchBytes) end++;
    const stretch = present.slice(first, end);
    for (const index of await changedIn(manifest, stretch, start)) changed.add(index);
    first = end;
  }
  return changed;
}

async function changedIn(manifest: Manifest, items: readonly Labelled[], start: number): Promise<number[]> {
  const {end} = rangeOf(manifest, items.at(-1));
  // A line that is longer than a stretch stands alone; the manifest knows how to read it.
  const bytes = end - start <= stretchBytes ? await readBytes(manifest.blob, start, end) : undefined;
  const changed: number[] = [];
  for (const item of items) {
    const text = bytes
      ? lineAt(bytes, manifest.range(item.index).start - start)
      : await manifest.text(item.index);
    if (textHash(text) !== item.textHash) changed.push(item.index);
  }
  return changed;
}

function lineAt(bytes: Uint8Array, start: number): string {
  const end = bytes.indexOf(10, start);
  return decodeForShow(withoutReturn(bytes.subarray(start, end === -1 ? bytes.length : end)));
}

function rangeOf(
  manifest: Manifest,
  item: Labelled | undefined,
): {readonly start: number; readonly end: number} {
  return item ? manifest.range(item.index) : {start: 0, end: 0};
}
