import type {Ring} from './outline.js';
import {groupsOf} from './scene.js';

/** Very many boxes, and all that is needed to write their plain lines as pixels: only numbers, so it can travel. */
export interface Crowd {
  /** Of the canvas, in device pixels. */
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Left, top, right and bottom of each in device pixels. */
  readonly places: Int32Array;
  /** For each the number of its look. */
  readonly lookOf: Uint16Array;
  /** The colour of each look, as {@link wordOf} gives it. */
  readonly colors: readonly number[];
  readonly colorRing: Ring;
  readonly dark: number;
  readonly darkRing: Ring;
}

/** Boxes painted, and pixels handed over, between two looks at the clock. */
const boxesAtOnce = 256;
const pixelsAtOnce = 300_000;

/** Paints a crowd onto a canvas of its size, in the place of whatever is there. */
export function* writeCrowd(
  context: Pick<CanvasRenderingContext2D, 'putImageData'>,
  {width, height, count, places, lookOf, colors, colorRing, dark, darkRing}: Crowd,
): Generator<void, void> {
  const image = takeImage(width, height);
  yield;
  const sheet = new Sheet(new Uint32Array(image.data.buffer), width, height);
  for (let i = 0; i < count; i++) {
    if (i % boxesAtOnce === boxesAtOnce - 1) yield;
    sheet.ring(places, i * 4, darkRing, dark);
  }
  for (const [number, group] of groupsOf({count, lookOf, looks: colors}).entries()) {
    const word = colors[number] ?? 0;
    for (const [i, box] of group.entries()) {
      if (i % boxesAtOnce === boxesAtOnce - 1) yield;
      sheet.ring(places, box * 4, colorRing, word);
    }
  }
  const band = Math.max(1, Math.floor(pixelsAtOnce / width));
  for (let top = 0; top < height; top += band) {
    yield;
    context.putImageData(image, 0, 0, 0, top, width, Math.min(band, height - top));
  }
  spare = new WeakRef(image);
}

/** Pixels that no painting is using. Fresh memory costs more than all the writing, so they are used again. */
let spare: WeakRef<ImageData> | undefined;

/** Transparent pixels for one painting; it gives them back by putting them into {@link spare}. */
function takeImage(width: number, height: number): ImageData {
  const image = spare?.deref();
  spare = undefined;
  if (image?.width !== width || image.height !== height) return new ImageData(width, height);
  new Uint32Array(image.data.buffer).fill(0);
  return image;
}

/** Spans shorter than this are written one by one: calling `fill` costs more. */
const shortSpan = 24;

/** Pixels as numbers, to paint rectangles on. */
class Sheet {
  readonly #pixels: Uint32Array;
  readonly #width: number;
  readonly #height: number;

  constructor(pixels: Uint32Array, width: number, height: number) {
    this.#pixels = pixels;
    this.#width = width;
    this.#height = height;
  }

  ring(places: Int32Array, at: number, {outset, width}: Ring, word: number): void {
    const left = (places[at] ?? 0) - outset;
    const top = (places[at + 1] ?? 0) - outset;
    const right = (places[at + 2] ?? 0) + outset;
    const bottom = (places[at + 3] ?? 0) + outset;
    if (right - left <= 2 * width || bottom - top <= 2 * width) {
      return this.#fill(left, top, right, bottom, word);
    }
    for (let inset = 0; inset < width; inset++) {
      this.#line(left + inset, top + inset, right - inset, bottom - inset, word);
    }
  }

  /** A ring of one pixel. Nearly all of the time goes into these loops. */
  #line(left: number, top: number, right: number, bottom: number, word: number): void {
    const pixels = this.#pixels;
    const width = this.#width;
    const y1 = Math.max(top, 0);
    const y2 = Math.min(bottom, this.#height);
    if (y1 >= y2) return;
    const hasLeft = left >= 0 && left < width;
    const hasRight = right > 0 && right <= width;
    const across = right - 1 - left;
    if (hasLeft && hasRight) {
      for (let at = y1 * width + left, end = y2 * width; at < end; at += width) {
        pixels[at] = word;
        pixels[at + across] = word;
      }
    } else if (hasLeft || hasRight) {
      const x = hasLeft ? left : right - 1;
      for (let at = y1 * width + x, end = y2 * width; at < end; at += width) pixels[at] = word;
    }
    if (top >= 0) this.#fill(left, top, right, top + 1, word);
    if (bottom <= this.#height) this.#fill(left, bottom - 1, right, bottom, word);
  }

  #fill(left: number, top: number, right: number, bottom: number, word: number): void {
    const pixels = this.#pixels;
    const x1 = Math.max(left, 0);
    const x2 = Math.min(right, this.#width);
    if (x1 >= x2) return;
    const end = Math.min(bottom, this.#height);
    for (let y = Math.max(top, 0); y < end; y++) {
      const from = y * this.#width + x1;
      const to = from + x2 - x1;
      if (x2 - x1 >= shortSpan) pixels.fill(word, from, to);
      else for (let at = from; at < to; at++) pixels[at] = word;
    }
  }
}
