import type {Manifest} from '../formats/manifest.js';
import {asOneLine, outputManifest} from '../formats/output-manifest.js';
import {readBytes} from '../formats/read-blob.js';
import {answerPages, type AnswerSource, type SubmittedItem} from './answers.js';
import {blobOf} from './blob-of.js';

/** A file, and the items whose answers did not get into it. */
export interface Exported {
  readonly blob: Blob;
  /** Their line is not the one that was labelled. */
  readonly changed: readonly number[];
  /** Their record is damaged. */
  readonly unreadable: readonly number[];
  /** Several workers answered them: the answer that `answerOf` chose went in. */
  readonly several: readonly number[];
  /** All answers to them were rejected: their lines are as they came. */
  readonly rejected: readonly number[];
}

const type = 'application/jsonl';

/** A stretch of the file with many answers is read at once, up to this many bytes; longer ones are passed on unread. */
const stretchBytes = 8 * 1024 * 1024;

/** The output manifest so far: a line per item, submitted ones with their label, all others byte for byte. */
export async function exportManifest(source: AnswerSource): Promise<Exported> {
  const {manifest} = source;
  await manifest.indexed;
  const changed: number[] = [];
  const unreadable: number[] = [];
  const several: number[] = [];
  const rejected: number[] = [];
  async function* submitted(): AsyncGenerator<readonly SubmittedItem[]> {
    for await (const page of answerPages(source)) {
      changed.push(...page.changed);
      unreadable.push(...page.unreadable);
      several.push(...page.several.keys());
      rejected.push(...page.rejected);
      if (page.submitted.length > 0) yield page.submitted;
    }
  }
  const blob = manifest.isRegular
    ? await fileOfSlices(manifest, submitted())
    : await fileOfLines(manifest, submitted());
  return {blob, changed, unreadable, several, rejected};
}

/** For files with blank lines or CR LF, which must be looked at line by line. */
async function fileOfLines(
  manifest: Manifest,
  pages: AsyncIterable<readonly SubmittedItem[]>,
): Promise<Blob> {
  const lines = new Map<number, string>();
  for await (const page of pages) for (const {index, line} of page) lines.set(index, line);
  return blobOf(outputManifest(manifest, lines), type);
}

/**
 * For all other files: new lines between slices of the old file. The browser keeps the slices where they are, so that
 * neither the file nor the answers are ever in this page's memory as a whole.
 */
async function fileOfSlices(
  manifest: Manifest,
  pages: AsyncIterable<readonly SubmittedItem[]>,
): Promise<Blob> {
  const {blob, lineCount} = manifest;
  const start = (item: number) => (item < lineCount ? manifest.range(item).start : blob.size);
  const pieces: BlobPart[] = [];
  let next = 0;
  for await (const page of pages) {
    const first = page[0]?.index ?? next;
    if (first > next) pieces.push(blob.slice(start(next), start(first)));
    next = (page.at(-1)?.index ?? first - 1) + 1;
    pieces.push(await stretch(blob, page, start));
  }
  if (next < lineCount) {
    pieces.push(blob.slice(start(next)));
    if ((await readBytes(blob, blob.size - 1, blob.size))[0] !== 10) pieces.push('\n');
  }
  return new Blob(pieces, {type});
}

/** The lines from the first to the last item of a page, those between them as they are. */
async function stretch(
  blob: Blob,
  page: readonly SubmittedItem[],
  start: (item: number) => number,
): Promise<Blob> {
  const [from, to] = [start(page[0]?.index ?? 0), start((page.at(-1)?.index ?? 0) + 1)];
  const bytes = to - from <= stretchBytes ? await readBytes(blob, from, to) : undefined;
  const parts: BlobPart[] = [];
  let next = page[0]?.index ?? 0;
  for (const {index, line} of page) {
    const [gap, end] = [start(next), start(index)];
    if (end > gap) parts.push(bytes ? bytes.subarray(gap - from, end - from) : blob.slice(gap, end));
    parts.push(`${asOneLine(line)}\n`);
    next = index + 1;
  }
  return new Blob(parts);
}
