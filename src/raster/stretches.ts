import type {RegionNumbers} from './label-map.js';

/** The same memory, read four bytes at a time. Kept per array: making a view costs as much as scanning a short row. */
const wordsOf = new WeakMap<RegionNumbers, Int32Array>();

/** Longer stretches are filled faster by the browser, which takes its time to begin. */
const mostByHand = 384;

/**
 * Reads and writes the numbers of a map several pixels at a time. Most neighbours on a mask are alike, so that this is
 * what makes painting, saving a stroke and filling an area quick.
 */
export class Stretches {
  readonly #data: RegionNumbers;
  readonly #words: Int32Array;
  /** How many pixels are in a word, less one. */
  readonly #rest: 1 | 3;
  /** Times a number: the number in every pixel of a word. */
  readonly #each: number;
  /** The highest bit of every pixel of a word. */
  readonly #highs: number;
  readonly #shift: 1 | 2;

  constructor(data: RegionNumbers) {
    this.#data = data;
    const isBytes = data.BYTES_PER_ELEMENT === 1;
    this.#rest = isBytes ? 3 : 1;
    this.#shift = isBytes ? 2 : 1;
    this.#each = isBytes ? 0x01010101 : 0x00010001;
    this.#highs = isBytes ? 0x80808080 | 0 : 0x80008000 | 0;
    let words = wordsOf.get(data);
    if (!words) {
      // A view that begins between words has none: it is scanned pixel by pixel.
      const isEven = data.byteOffset % 4 === 0;
      words = isEven ? new Int32Array(data.buffer, data.byteOffset, data.byteLength >> 2) : new Int32Array(0);
      wordsOf.set(data, words);
    }
    this.#words = words;
  }

  /** Writes `value` from `at` on, up to but without `end`. */
  fill(value: number, at: number, end: number): void {
    const data = this.#data;
    const words = this.#words;
    if (end - at > mostByHand || words.length === 0) {
      data.fill(value, at, end);
      return;
    }
    const rest = this.#rest;
    const shift = this.#shift;
    for (const head = Math.min(end, (at + rest) & ~rest); at < head; at++) data[at] = value;
    const word = Math.imul(value, this.#each);
    const last = end >> shift;
    let index = at >> shift;
    if (index < last) {
      for (; index + 4 <= last; index += 4) {
        words[index] = word;
        words[index + 1] = word;
        words[index + 2] = word;
        words[index + 3] = word;
      }
      for (; index < last; index++) words[index] = word;
      at = last << shift;
    }
    for (; at < end; at++) data[at] = value;
  }

  /** Where the numbers from `at` on stop being `value`; at most `end`. */
  endOf(value: number, at: number, end: number): number {
    const data = this.#data;
    const words = this.#words;
    const rest = this.#rest;
    const shift = this.#shift;
    const head = Math.min(end, (at + rest) & ~rest);
    for (; at < head; at++) if (data[at] !== value) return at;
    const word = Math.imul(value, this.#each);
    const last = Math.min(end >> shift, words.length);
    let index = at >> shift;
    if (at === head && (at & rest) === 0) {
      // Four words at a time: most of what is scanned is alike for long.
      while (
        index + 4 <= last &&
        ((words[index]! ^ word) |
          (words[index + 1]! ^ word) |
          (words[index + 2]! ^ word) |
          (words[index + 3]! ^ word)) ===
          0
      )
        index += 4;
      while (index < last && words[index] === word) index++;
      at = Math.max(at, index << shift);
    }
    while (at < end && data[at] === value) at++;
    return at;
  }

  /** The first place from `at` on that has `value`; `end` when there is none before it. */
  find(value: number, at: number, end: number): number {
    const data = this.#data;
    const words = this.#words;
    const rest = this.#rest;
    const shift = this.#shift;
    const head = Math.min(end, (at + rest) & ~rest);
    for (; at < head; at++) if (data[at] === value) return at;
    const each = this.#each;
    const highs = this.#highs;
    const word = Math.imul(value, each);
    const last = Math.min(end >> shift, words.length);
    let index = at >> shift;
    if (at === head && (at & rest) === 0) {
      // A pixel that is `value` is 0 in `differs`, and the usual trick finds words with a 0 in them.
      for (; index < last; index++) {
        const differs = (words[index] as number) ^ word;
        if (((differs - each) & ~differs & highs) !== 0) break;
      }
      at = Math.max(at, index << shift);
    }
    while (at < end && data[at] !== value) at++;
    return at;
  }
}
