import type {ImagePoint} from '../geometry/point.js';
import {SpanList, type Spans} from '../raster/spans.js';
import {majority, spansOfMask, type Mask} from './mask.js';
import type {PixelSource} from './pixel-source.js';
import type {Steps} from './steps.js';

export interface WandOptions {
  readonly at: ImagePoint;
  /** 0 to 255: by how much a pixel's red, green or blue may differ from that of the seed. */
  readonly tolerance: number;
  /** False: also pixels that are not connected with the seed. */
  readonly isContiguous: boolean;
  readonly neighbours: 4 | 8;
  /** 0 to 3: how far a pixel looks around itself before it goes with the majority there. */
  readonly smoothing: number;
}

/** Rows whose pixels are compared with the seed together, once the wand gets there. */
const bandHeight = 64;
const [alike, taken] = [1, 2];

/** The pixels that look like the one at `at`, whose part of the picture they may be connected with. */
export function* wand(source: PixelSource, options: WandOptions): Steps<Spans> {
  const x = Math.floor(options.at.x);
  const y = Math.floor(options.at.y);
  const {width, height} = source;
  if (x < 0 || y < 0 || x >= width || y >= height) return new SpanList().spans;
  const flood = new Flood(source, x, y, options);
  if (options.isContiguous) while (!flood.spread(1 << 12)) yield;
  else for (let band = 0; flood.take(band); band++) yield;
  const {mask} = flood;
  return spansOfMask(options.smoothing > 0 ? majority(mask, options.smoothing) : mask);
}

/** Spreads over the pixels that look like the seed, row by row. */
class Flood {
  readonly #source: PixelSource;
  readonly #seed: number;
  readonly #tolerance: number;
  /** By how many pixels the rows above and below are looked at beyond a stretch: corners count, or they do not. */
  readonly #beyond: number;
  readonly #state: Uint8Array<ArrayBuffer>;
  readonly #isKnown: Uint8Array;
  /** Pixels from which to go on, as places in `#state`. */
  #stack = new Int32Array(1024);
  #count = 0;
  #box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};

  constructor(source: PixelSource, x: number, y: number, {tolerance, neighbours}: WandOptions) {
    this.#source = source;
    this.#seed = source.rows(y, y + 1)[x] as number;
    this.#tolerance = tolerance;
    this.#beyond = neighbours === 8 ? 1 : 0;
    this.#state = new Uint8Array(source.width * source.height);
    this.#isKnown = new Uint8Array(Math.ceil(source.height / bandHeight));
    this.#push(y * source.width + x);
  }

  get mask(): Mask {
    const {width, height} = this.#source;
    return {width, height, data: this.#state, value: taken, box: this.#box};
  }

  /** Goes on for some stretches; true when there is nothing left to do. */
  spread(stretches: number): boolean {
    const {width, height} = this.#source;
    const state = this.#state;
    while (this.#count > 0) {
      if (stretches-- === 0) return false;
      const at = this.#stack[--this.#count] as number;
      const y = Math.floor(at / width);
      this.#know(y);
      if (state[at] !== alike) continue;
      const [rowStart, rowEnd] = [y * width, (y + 1) * width];
      let [start, end] = [at, at + 1];
      while (start > rowStart && state[start - 1] === alike) start--;
      while (end < rowEnd && state[end] === alike) end++;
      state.fill(taken, start, end);
      this.#include(start - rowStart, y, end - rowStart);
      const left = Math.max(rowStart, start - this.#beyond);
      const right = Math.min(rowEnd, end + this.#beyond);
      if (y > 0) this.#look(left - width, right - width, y - 1);
      if (y + 1 < height) this.#look(left + width, right + width, y + 1);
    }
    return true;
  }

  /** Takes all pixels of a band that look like the seed; false when there is no such band. */
  take(band: number): boolean {
    const {width, height} = this.#source;
    const top = band * bandHeight;
    if (top >= height) return false;
    const bottom = Math.min(height, top + bandHeight);
    this.#compare(top, bottom, taken);
    this.#include(0, top, width);
    this.#include(0, bottom - 1, width);
    return true;
  }

  /** Remembers the first pixel of each stretch of a neighbouring row. */
  #look(from: number, to: number, y: number): void {
    this.#know(y);
    const state = this.#state;
    for (let at = from; at < to; at++) {
      if (state[at] !== alike) continue;
      this.#push(at);
      while (at < to && state[at] === alike) at++;
    }
  }

  #know(y: number): void {
    const band = Math.floor(y / bandHeight);
    if (this.#isKnown[band]) return;
    this.#isKnown[band] = 1;
    this.#compare(band * bandHeight, Math.min(this.#source.height, (band + 1) * bandHeight), alike);
  }

  #compare(top: number, bottom: number, mark: number): void {
    const rows = this.#source.rows(top, bottom);
    compare(rows, this.#seed, this.#tolerance, this.#state.subarray(top * this.#source.width), mark);
  }

  #push(at: number): void {
    if (this.#count === this.#stack.length) {
      const larger = new Int32Array(this.#count * 2);
      larger.set(this.#stack);
      this.#stack = larger;
    }
    this.#stack[this.#count++] = at;
  }

  #include(left: number, y: number, right: number): void {
    const box = this.#box;
    if (left < box.left) box.left = left;
    if (right > box.right) box.right = right;
    if (y < box.top) box.top = y;
    if (y >= box.bottom) box.bottom = y + 1;
  }
}

/** Marks the pixels none of whose colours differs from the seed's by more than the tolerance. */
function compare(rows: Uint32Array, seed: number, tolerance: number, marks: Uint8Array, mark: number): void {
  const red = seed & 255;
  const green = (seed >>> 8) & 255;
  const blue = (seed >>> 16) & 255;
  const most = 2 * tolerance;
  for (let at = 0; at < rows.length; at++) {
    const word = rows[at] as number;
    // One comparison tells both sides: what is too small becomes a very large number without sign.
    if (
      ((word & 255) - red + tolerance) >>> 0 <= most &&
      (((word >>> 8) & 255) - green + tolerance) >>> 0 <= most &&
      (((word >>> 16) & 255) - blue + tolerance) >>> 0 <= most
    )
      marks[at] = mark;
  }
}
