import type {LineBatch} from './line-scanner.js';

/** Offsets are kept in blocks, so that a growing index is never copied and never larger than 8 bytes a line. */
const blockLength = 16_384;

/** Where every item of a manifest begins in its file. Grows while the file is being read. */
export class LineIndex {
  readonly #blocks: Float64Array[] = [];
  readonly #jumpItems: number[] = [];
  readonly #jumpLines: number[] = [];
  #count = 0;
  #scanned = 0;
  #irregular = false;
  #size: number | undefined;

  /** Adds what was found. Batches may come again, as they do when indexing starts anew somewhere else. */
  append(batch: LineBatch): void {
    if (batch.first > this.#count) {
      throw new RangeError(`Lines ${this.#count} to ${batch.first} were left out of the index.`);
    }
    const known = this.#count - batch.first;
    for (let from = known; from < batch.offsets.length;) {
      const place = this.#count % blockLength;
      if (place === 0) this.#blocks.push(new Float64Array(blockLength));
      const block = this.#blocks[this.#blocks.length - 1] as Float64Array;
      const part = batch.offsets.subarray(from, from + blockLength - place);
      block.set(part, place);
      from += part.length;
      this.#count += part.length;
    }
    const lastJump = this.#jumpItems.at(-1) ?? -1;
    for (let at = 0; at < batch.jumps.length; at += 2) {
      const item = batch.jumps[at] as number;
      if (item <= lastJump) continue;
      this.#jumpItems.push(item);
      this.#jumpLines.push(batch.jumps[at + 1] as number);
    }
    this.#scanned = Math.max(this.#scanned, batch.scanned);
    this.#irregular ||= batch.irregular;
  }

  /** Says that the whole file of `size` bytes has been seen. */
  finish(size: number): void {
    this.#size = size;
  }

  get isComplete(): boolean {
    return this.#size !== undefined;
  }

  /** Items whose end is known. The last line found has an end only when the next one begins or the file is over. */
  get count(): number {
    return this.isComplete ? this.#count : Math.max(0, this.#count - 1);
  }

  /** Bytes of the file seen so far. */
  get scanned(): number {
    return this.#scanned;
  }

  /** Some lines end with a carriage return or are blank. */
  get isIrregular(): boolean {
    return this.#irregular;
  }

  /** The first byte of an item's line. */
  start(item: number): number {
    return (this.#blocks[Math.floor(item / blockLength)] as Float64Array)[item % blockLength] as number;
  }

  /** One past an item's bytes: its line end and blank lines after it included. */
  end(item: number): number {
    return item + 1 < this.#count ? this.start(item + 1) : (this.#size as number);
  }

  /** The item's line in the file, blank lines counted, from 1. */
  lineNumber(item: number): number {
    let low = 0;
    let high = this.#jumpItems.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#jumpItems[middle] as number) <= item) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return item + 1;
    return (this.#jumpLines[low - 1] as number) + item - (this.#jumpItems[low - 1] as number);
  }
}
