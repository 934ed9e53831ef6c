/** Where a map's numbers are read from: one or two bytes each. */
export type Pixels = Uint8Array | Uint8ClampedArray | Uint16Array;

/** Stretches of equal numbers that make up a row: `values[i]` up to, but without, column `ends[i]`. */
export interface RowRuns {
  readonly values: Uint32Array;
  readonly ends: Uint32Array;
  count: number;
}

export function emptyRuns(width: number): RowRuns {
  return {values: new Uint32Array(width), ends: new Uint32Array(width), count: 0};
}

/** Finds the runs of rows, four bytes at a time. */
export class RunScanner {
  readonly #pixels: Pixels;
  readonly #width: number;
  readonly #lookup: ArrayLike<number> | undefined;
  readonly #words: Int32Array;
  /** Pixels before the first whole word. */
  readonly #shift: number;
  /** Pixels in a word, as a shift: 4 bytes or 2 pairs. */
  readonly #wordBits: number;

  /** With a `lookup`, a pixel of number n counts as `lookup[n]`. */
  constructor(pixels: Pixels, width: number, lookup?: ArrayLike<number>) {
    this.#pixels = pixels;
    this.#width = width;
    this.#lookup = lookup;
    const size = pixels.BYTES_PER_ELEMENT;
    this.#wordBits = size === 1 ? 2 : 1;
    const offset = (4 - (pixels.byteOffset % 4)) % 4;
    this.#shift = offset / size;
    const words = Math.max(0, Math.floor((pixels.byteLength - offset) / 4));
    this.#words =
      words > 0 ? new Int32Array(pixels.buffer, pixels.byteOffset + offset, words) : new Int32Array();
  }

  /** Writes the runs of row `y` into `runs`. */
  scan(y: number, runs: RowRuns): void {
    const [pixels, words, shift, wordBits, lookup] = [
      this.#pixels,
      this.#words,
      this.#shift,
      this.#wordBits,
      this.#lookup,
    ];
    const {values, ends} = runs;
    const from = y * this.#width;
    const to = from + this.#width;
    const inWord = (1 << wordBits) - 1;
    const spread = wordBits === 2 ? 0x01010101 : 0x00010001;
    let count = 0;
    let at = from;
    let last = -1;
    while (at < to) {
      const number = pixels[at++] as number;
      while (at < to && pixels[at] === number) {
        at++;
        if (((at - shift) & inWord) !== 0) continue;
        const pattern = Math.imul(number, spread);
        let word = (at - shift) >> wordBits;
        const lastWord = (to - shift) >> wordBits;
        // Eight words at a time: on a mask most neighbours are alike.
        while (
          word + 8 <= lastWord &&
          ((words[word]! ^ pattern) |
            (words[word + 1]! ^ pattern) |
            (words[word + 2]! ^ pattern) |
            (words[word + 3]! ^ pattern) |
            (words[word + 4]! ^ pattern) |
            (words[word + 5]! ^ pattern) |
            (words[word + 6]! ^ pattern) |
            (words[word + 7]! ^ pattern)) ===
            0
        )
          word += 8;
        while (word < lastWord && words[word] === pattern) word++;
        at = (word << wordBits) + shift;
      }
      const value = lookup ? (lookup[number] ?? 0) : number;
      if (value === last) {
        ends[count - 1] = at - from;
        continue;
      }
      last = value;
      values[count] = value;
      ends[count++] = at - from;
    }
    runs.count = count;
  }
}
