import {errorAt, fail, type Problem, type Result} from '../base/result.js';
import {emptyFile, otherKindOf} from './file-kind.js';
import {indexHere, type LineIndexer} from './index-lines.js';
import {LineIndex} from './line-index.js';
import {LineScanner} from './line-scanner.js';
import type {ManifestEntry} from './entry.js';
import {parseLine} from './parse-line.js';
import {decodeForShow, decodeUtf8, encodeUtf8, escapeLoneSurrogates, readBytes} from './read-blob.js';
import {utf16OrderOf, utf8FromUtf16} from './utf16.js';

/** The beginning of a file that is read at once: the first items come from it, whatever the size of the file. */
const headSize = 64 * 1024;

/** A line longer than this is no manifest line; it is passed on to the output and never read as a whole. */
export const maxReadLine = 64 * 1024 * 1024;

/** Items that lie within so many bytes are read together. */
const maxPage = 4 * 1024 * 1024;

/** How a manifest is opened. */
export interface OpenOptions {
  /** Who reads the file through; the thread that asks, when left out. */
  readonly index?: LineIndexer;
  /** Called while the file is read through: bytes seen so far, and bytes in all. */
  readonly onProgress?: (scanned: number, size: number) => void;
  /** Stops the reading. The manifest then has the items found so far, and `indexed` rejects. */
  readonly signal?: AbortSignal;
}

/**
 * A manifest of any size: knows where its lines are and reads those that are asked for.
 *
 * Items are counted from 0 and blank lines are no items; the problems tell physical line numbers, from 1.
 * Asking for an item that does not exist is a mistake of the program and rejects with a `RangeError`.
 */
export class Manifest {
  /** The file in UTF-8. */
  readonly blob: Blob;
  /** Resolves when all lines are known; rejects when the file could not be read to its end. */
  readonly indexed: Promise<void>;
  readonly #head: Uint8Array;
  readonly #index: LineIndex;
  readonly #problem: Problem | undefined;
  #failure: {readonly reason: unknown} | undefined;
  #grown: () => void = () => {};
  #growth: Promise<void>;

  /** Made by {@link beginManifest}. `start` is the byte after the byte-order mark, if there is one. */
  constructor(
    blob: Blob,
    head: Uint8Array,
    start: number,
    problem: Problem | undefined,
    options: OpenOptions,
  ) {
    this.blob = blob;
    this.#head = head;
    this.#problem = problem;
    this.#index = new LineIndex();
    this.#growth = this.#nextGrowth();
    const scanner = new LineScanner(start);
    scanner.push(head.subarray(start));
    this.#index.append(scanner.take());
    if (head.length >= blob.size) this.#index.finish(blob.size);
    this.indexed = this.#readThrough(start, options);
    // Those who wait for it hear of a failure; those who do not are told by the item they ask for.
    this.indexed.catch(() => {});
  }

  /** Items known so far; all of them once `indexed` has resolved. */
  get lineCount(): number {
    return this.#index.count;
  }

  get isIndexed(): boolean {
    return this.#index.isComplete;
  }

  /** Why the file as a whole is no manifest: it is something else, or has no items. */
  get problem(): Problem | undefined {
    return this.#problem ?? (this.isIndexed && this.lineCount === 0 ? emptyFile : undefined);
  }

  /** Lines end with `\n` only and none is blank: stretches of the file can be copied as they are. */
  get isRegular(): boolean {
    return !this.#index.isIrregular;
  }

  /** The item's line in the file, from 1. The item must be known. */
  lineNumber(item: number): number {
    return this.#index.lineNumber(item);
  }

  /** The bytes from an item's line to the next item's line. The item must be known. */
  range(item: number): {readonly start: number; readonly end: number} {
    return {start: this.#index.start(item), end: this.#index.end(item)};
  }

  /** The item, or what is wrong with its line. Waits until the item's line has been found. */
  async entry(item: number): Promise<Result<ManifestEntry>> {
    try {
      const bytes = await this.bytes(item);
      const lineNumber = this.lineNumber(item);
      return bytes ? readLine(bytes, lineNumber) : fail(endless(lineNumber));
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return fail(unreadable(item < this.lineCount ? this.lineNumber(item) : item + 1, error));
    }
  }

  /** The items from `first` up to `end`, which is left out: a page of them costs little more than one. */
  async entries(first: number, end: number): Promise<Result<ManifestEntry>[]> {
    if (end <= first) return [];
    await this.#known(first);
    await this.#known(end - 1);
    const items = Array.from({length: end - first}, (_, at) => first + at);
    const from = this.range(first).start;
    const to = this.range(end - 1).end;
    if (to - from > maxPage) return Promise.all(items.map((item) => this.entry(item)));
    let bytes: Uint8Array;
    try {
      bytes = await this.#read(from, to);
    } catch (error) {
      return items.map((item) => fail(unreadable(this.lineNumber(item), error)));
    }
    return items.map((item) => {
      const range = this.range(item);
      const line = bytes.subarray(range.start - from, range.end - from);
      const lineEnd = line.indexOf(10);
      return readLine(
        withoutReturn(lineEnd === -1 ? line : line.subarray(0, lineEnd)),
        this.lineNumber(item),
      );
    });
  }

  /**
   * The text of the item's line, without its line end. To be shown: bytes that are not UTF-8 come as U+FFFD, and
   * of a line beyond {@link maxReadLine} comes the beginning. What is written comes from `textOf(entry)`.
   */
  async text(item: number): Promise<string> {
    await this.#known(item);
    const {start} = this.range(item);
    return decodeForShow((await this.bytes(item)) ?? (await this.#read(start, start + maxReadLine)));
  }

  /** The bytes of the item's line, without its line end; `undefined` for a line beyond {@link maxReadLine}. */
  async bytes(item: number): Promise<Uint8Array | undefined> {
    await this.#known(item);
    const {start, end} = this.range(item);
    // Blank lines after the item belong to its range and may be many: look for the line's end step by step.
    for (let length = headSize; ; length *= 8) {
      const stop = Math.min(start + length, end);
      const bytes = await this.#read(start, stop);
      const lineEnd = bytes.indexOf(10);
      if (lineEnd !== -1) return withoutReturn(bytes.subarray(0, lineEnd));
      if (stop === end) return withoutReturn(bytes);
      if (length >= maxReadLine) return undefined;
    }
  }

  async #read(start: number, end: number): Promise<Uint8Array> {
    return end <= this.#head.length ? this.#head.subarray(start, end) : readBytes(this.blob, start, end);
  }

  async #known(item: number): Promise<void> {
    while (Number.isInteger(item) && item >= this.lineCount && !this.isIndexed) {
      if (this.#failure) throw this.#failure.reason;
      await this.#growth;
    }
    if (!(item >= 0 && item < this.lineCount && Number.isInteger(item))) {
      throw new RangeError(`There is no item ${item}: the manifest has ${this.lineCount}, counted from 0.`);
    }
  }

  async #readThrough(start: number, {index = indexHere, onProgress, signal}: OpenOptions): Promise<void> {
    const {size} = this.blob;
    try {
      if (!this.isIndexed) {
        await index(
          this.blob,
          start,
          (batch) => {
            this.#index.append(batch);
            onProgress?.(batch.scanned, size);
            this.#announceGrowth();
          },
          signal,
        );
        if (this.#index.scanned !== size) {
          throw new Error(`The file has ${size} bytes, and only ${this.#index.scanned} could be read.`);
        }
        this.#index.finish(size);
      } else {
        onProgress?.(size, size);
      }
    } catch (reason) {
      this.#failure = {reason};
      throw reason;
    } finally {
      this.#announceGrowth();
    }
  }

  #nextGrowth(): Promise<void> {
    return new Promise((resolve) => {
      this.#grown = resolve;
    });
  }

  #announceGrowth(): void {
    this.#grown();
    this.#growth = this.#nextGrowth();
  }
}

/**
 * Opens a manifest and gives it as soon as its first items can be read: in a few milliseconds, whatever its size.
 * The rest of the file is read in the background; `manifest.indexed` tells when all lines are known.
 *
 * A string is the text of the manifest, not an address.
 */
export async function beginManifest(source: Blob | string, options: OpenOptions = {}): Promise<Manifest> {
  let blob = blobOf(source);
  let head = await readBytes(blob, 0, Math.min(headSize, blob.size));
  const order = utf16OrderOf(head);
  if (order) {
    blob = await utf8FromUtf16(blob, order);
    head = await readBytes(blob, 0, Math.min(headSize, blob.size));
  }
  return new Manifest(blob, head, startOf(head), await otherKindOf(head, blob), options);
}

/** Opens a manifest and waits until all its lines are known. */
export async function openManifest(source: Blob | string, options: OpenOptions = {}): Promise<Manifest> {
  const manifest = await beginManifest(source, options);
  await manifest.indexed;
  return manifest;
}

/** A file for either kind of source. Blobs of other windows are blobs too. */
export function blobOf(source: Blob | string): Blob {
  if (typeof source !== 'string' && typeof (source as Partial<Blob> | null)?.arrayBuffer !== 'function') {
    throw new TypeError(`A manifest is opened from a Blob or from its text, not from ${String(source)}.`);
  }
  return typeof source === 'string' ? new Blob([encodeUtf8(escapeLoneSurrogates(source))]) : source;
}

/** Where the first line begins: after the byte-order mark, if there is one. */
export function startOf(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

/** Reads the bytes of one line. */
export function readLine(bytes: Uint8Array, lineNumber: number): Result<ManifestEntry> {
  const text = decodeUtf8(bytes);
  return text === undefined ? fail(notUtf8(lineNumber, bytes)) : parseLine(text, lineNumber);
}

/** A line of `bytes` that was ended by CR LF. */
export function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes[bytes.length - 1] === 13 ? bytes.subarray(0, -1) : bytes;
}

function notUtf8(lineNumber: number, bytes: Uint8Array): Problem {
  const shown = decodeForShow(bytes);
  const column = shown.indexOf('\ufffd') + 1;
  return {
    ...errorAt(
      `line ${lineNumber}`,
      'manifest/not-utf8',
      `Line ${lineNumber}, column ${column}: the bytes are not UTF-8, perhaps Windows-1252 (Latin-1). Save the file as UTF-8; in the output this line stays as it is.`,
    ),
    line: lineNumber,
    column,
  };
}

/** A line that is too long to be read at all. */
export function endless(lineNumber: number): Problem {
  return {
    ...errorAt(
      `line ${lineNumber}`,
      'manifest/endless-line',
      `Line ${lineNumber} is longer than ${maxReadLine / 1024 / 1024} MB; Ground Truth takes at most 100,000 characters. It is left as it is and cannot be labelled.`,
    ),
    line: lineNumber,
  };
}

function unreadable(lineNumber: number, error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return {
    ...errorAt(
      `line ${lineNumber}`,
      'manifest/unreadable',
      `Line ${lineNumber} could not be read from the file (${why}). The file may have been changed or moved since it was opened; open it again.`,
    ),
    line: lineNumber,
  };
}
