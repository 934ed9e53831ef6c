import type {CellGrid, WandRequest} from '../editor/mask-work.js';
import type {ImagePoint, Size} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import {StoredPixels} from '../media/stored-pixels.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {Spans} from '../raster/spans.js';
import {graphCut} from '../vision/grab-cut/graph-cut.js';
import {inMemory, pixelsOf, type PixelSource} from '../vision/pixel-source.js';
import type {PicturePixels, SegmentPrompt} from '../vision/segmenter.js';
import {edgePath} from '../vision/scissors.js';
import {shrink} from '../vision/shrink.js';
import {blockAround, superpixels} from '../vision/superpixels.js';
import {wand} from '../vision/wand.js';
import {runInSlices} from './run-in-slices.js';

/** What can be asked of a picture, and what comes back. */
export interface PictureCalls {
  prepare(): undefined;
  wand(request: WandRequest): Spans;
  superpixels(at: ImagePoint, cellSize: number): CellGrid;
  segment(prompt: SegmentPrompt): Spans;
  edgePath(from: ImagePoint, to: ImagePoint): readonly ImagePoint[];
  read(box: PixelBox, size: Size | undefined): PicturePixels;
}

export type PictureReply =
  | {readonly id: number; readonly answer: ReturnType<PictureCalls[CallName]>}
  /** `isUnreadable`: whatever else is asked will fail as well. */
  | {readonly id: number; readonly failed: string; readonly isUnreadable: boolean};

export type CallName = keyof PictureCalls;

/** The picture cannot be decoded. */
class UnreadablePicture extends Error {}

/** An error on its way to whoever asked. */
export function failure(id: number, error: unknown): PictureReply {
  const failed = error instanceof Error ? error.message : String(error);
  return {id, failed, isUnreadable: error instanceof UnreadablePicture};
}

type Answer<Name extends CallName> = Promise<ReturnType<PictureCalls[Name]>>;

/** Above this only the browser keeps the picture, and its pixels are read part by part: twice were too much memory. */
const mostInMemory = 24_500_000;
const rowsAtATime = 256;
/** Of so many parts of the picture the superpixels are kept: a megabyte each. */
const mostBlocks = 24;

/**
 * Answers what is asked of one picture, one thing after the other, wherever it stands: in a worker or in the page. The
 * picture is decoded at the first call and kept.
 */
export class PictureDesk {
  readonly #blob: Blob;
  readonly #frame: Frame;
  #seen: Promise<Seen> | undefined;
  #decoded: StoredPixels | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(blob: Blob, frame: Frame) {
    this.#blob = blob;
    this.#frame = frame;
  }

  ask<Name extends CallName>(
    name: Name,
    args: Parameters<PictureCalls[Name]>,
    signal?: AbortSignal,
  ): Answer<Name> {
    const answer = this.#last.then(async () => {
      signal?.throwIfAborted();
      this.#seen ??= this.#decode();
      const seen = await this.#seen;
      return answers[name](seen, signal, ...args);
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Gives the memory back. */
  close(): void {
    this.#isClosed = true;
    this.#decoded?.close();
    this.#decoded = undefined;
    this.#seen = Promise.reject(new Error('The picture was closed.'));
    this.#seen.catch(() => undefined);
  }

  async #decode(): Promise<Seen> {
    const {stored} = this.#frame;
    const decoded = await StoredPixels.decode(this.#blob, this.#frame).catch((error: unknown) => {
      throw new UnreadablePicture(error instanceof Error ? error.message : String(error));
    });
    if (this.#isClosed) {
      decoded.close();
      throw new Error('The picture was closed.');
    }
    if (stored.width * stored.height > mostInMemory) {
      this.#decoded = decoded;
      return {source: partByPart(decoded, stored), cells: new Map()};
    }
    const words = copyOf(decoded, stored);
    decoded.close();
    return {source: inMemory(words, stored), cells: new Map()};
  }
}

/** The picture, and what was found in it so far. */
interface Seen {
  readonly source: PixelSource;
  /** The superpixels of parts of it, those that were asked for last at the end. */
  readonly cells: Map<string, Int32Array<ArrayBuffer>>;
}

type Answers = {
  readonly [Name in CallName]: (
    seen: Seen,
    signal: AbortSignal | undefined,
    ...args: Parameters<PictureCalls[Name]>
  ) => Answer<Name>;
};

const answers: Answers = {
  prepare: async () => undefined,
  wand: ({source}, signal, request) => runInSlices(wand(source, request), signal),
  async superpixels({source, cells}, signal, at, cellSize) {
    const size = Math.round(Math.min(256, Math.max(16, cellSize)));
    const box = blockAround(at, source, size);
    const name = `${size}:${box.left}:${box.top}`;
    const known = cells.get(name) ?? (await runInSlices(superpixels(source, box, size), signal));
    cells.delete(name);
    cells.set(name, known);
    for (const oldest of cells.keys()) if (cells.size > mostBlocks) cells.delete(oldest);
    // What is handed to the page is gone from here, so it gets a copy.
    return {box, cells: known.slice()};
  },
  segment: (seen, signal = new AbortController().signal, prompt) =>
    graphCut(runInSlices).segment(
      {
        key: '',
        size: seen.source,
        read: (box, size) => answers.read(seen, signal, box, size),
      },
      prompt,
      signal,
    ),
  edgePath: ({source}, signal, from, to) => runInSlices(edgePath(source, from, to), signal),
  async read({source}, signal, box, size) {
    const own = {width: box.right - box.left, height: box.bottom - box.top};
    if (!size || (size.width === own.width && size.height === own.height))
      return pixelsOf(source.words(box), own);
    return pixelsOf(await runInSlices(shrink(source, box, size), signal), size);
  },
};

/** All pixels, read in portions: a canvas of the whole picture would take as much memory again. */
function copyOf(decoded: StoredPixels, {width, height}: Size): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(width * height);
  for (let top = 0; top < height; top += rowsAtATime) {
    const part = {left: 0, top, width, height: Math.min(rowsAtATime, height - top)};
    words.set(decoded.words(part), top * width);
  }
  return words;
}

function partByPart(decoded: StoredPixels, {width, height}: Size): PixelSource {
  return {
    width,
    height,
    rows: (top, bottom) => decoded.words({left: 0, top, width, height: bottom - top}),
    words: ({left, top, right, bottom}) =>
      decoded.words({left, top, width: right - left, height: bottom - top}),
  };
}
