/** Lines found in a stretch of a file. Plain data that a worker can hand over. */
export interface LineBatch {
  /** How many items were found before this batch. */
  readonly first: number;
  /** The byte offset at which each item's line begins. */
  readonly offsets: Float64Array<ArrayBuffer>;
  /** Pairs (item, physical line counting from 1) for the items that do not follow the one before them directly. */
  readonly jumps: Float64Array<ArrayBuffer>;
  /** How many bytes of the file have been seen so far. */
  readonly scanned: number;
  /** A line ended with a carriage return, or was blank: the lines cannot be copied in one piece. */
  readonly irregular: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Finds where the lines of a file begin, looking at each byte about once. Feed it the file's bytes in order.
 *
 * Lines are ended by the byte 10, which in UTF-8 is never part of another character. Lines of nothing but blanks,
 * tabs and carriage returns are no items; they only count for the physical line numbers.
 */
export class LineScanner {
  #scanned: number;
  #lineStart: number;
  #lineNumber = 1;
  /** The line that is being read has shown something else than blanks. */
  #hasContent = false;
  #found: number[] = [];
  #jumps: number[] = [];
  #count = 0;
  #lastItemLine = 0;
  #irregular = false;
  #lastByte = lineFeed;

  /** `start` is where the first line begins: after the byte-order mark, if there is one. */
  constructor(start = 0) {
    this.#scanned = start;
    this.#lineStart = start;
  }

  push(chunk: Uint8Array): void {
    const base = this.#scanned;
    let at = 0;
    while (at < chunk.length) {
      if (!this.#hasContent) {
        at = this.#skipBlanks(chunk, at);
        if (at >= chunk.length) break;
        if (chunk[at] !== lineFeed) this.#item();
      }
      const end = chunk.indexOf(lineFeed, at);
      if (end === -1) break;
      if ((end > 0 ? chunk[end - 1] : this.#lastByte) === carriageReturn) this.#irregular = true;
      if (!this.#hasContent) this.#irregular = true;
      at = end + 1;
      this.#lineStart = base + at;
      this.#lineNumber++;
      this.#hasContent = false;
    }
    if (chunk.length > 0) this.#lastByte = chunk[chunk.length - 1] as number;
    this.#scanned = base + chunk.length;
  }

  /** How many items wait for `take`. */
  get waiting(): number {
    return this.#found.length;
  }

  /** What was found since the last call. */
  take(): LineBatch {
    const offsets = new Float64Array(this.#found);
    const jumps = new Float64Array(this.#jumps);
    const first = this.#count - offsets.length;
    this.#found = [];
    this.#jumps = [];
    return {first, offsets, jumps, scanned: this.#scanned, irregular: this.#irregular || this.#trailing()};
  }

  /** Blanks after the last line end, or a file that ends with a carriage return. */
  #trailing(): boolean {
    return this.#lastByte === carriageReturn || (!this.#hasContent && this.#lineStart < this.#scanned);
  }

  #skipBlanks(chunk: Uint8Array, from: number): number {
    let at = from;
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte !== 32 && byte !== 9 && byte !== carriageReturn) break;
    }
    return at;
  }

  #item(): void {
    this.#hasContent = true;
    if (this.#lineNumber !== this.#lastItemLine + 1) this.#jumps.push(this.#count, this.#lineNumber);
    this.#lastItemLine = this.#lineNumber;
    this.#found.push(this.#lineStart);
    this.#count++;
  }
}
