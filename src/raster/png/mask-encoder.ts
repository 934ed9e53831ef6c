import {Adler32} from './checksums.js';
import {RunDeflater} from './run-deflater.js';
import {emptyRuns, type RowRuns, type RunScanner} from './run-scanner.js';

/** The two filters that keep runs runs: pixels as they are, or their difference to the pixel above. */
const filterNone = 0;
const filterUp = 2;

/** Makes the compressed rows of an 8-bit PNG from runs of equal pixels. The rows themselves are never written anywhere. */
export class MaskEncoder {
  readonly #deflater = new RunDeflater();
  readonly #sum = new Adler32();
  #row: RowRuns;
  #above: RowRuns;
  readonly #difference: RowRuns;
  #value = 0;
  #count = 0;

  constructor(width: number) {
    this.#row = emptyRuns(width);
    this.#above = emptyRuns(width);
    this.#difference = emptyRuns(width);
  }

  /** Takes the rows from `top` up to, but without, `bottom`. Rows come in order, from as many scanners as need be. */
  addRows(scanner: RunScanner, top: number, bottom: number): void {
    for (let y = top; y < bottom; y++) {
      scanner.scan(y, this.#row);
      subtract(this.#row, this.#above, this.#difference);
      this.#addRow();
      [this.#row, this.#above] = [this.#above, this.#row];
    }
  }

  /** The zlib stream. */
  finish(): Uint8Array<ArrayBuffer>[] {
    this.#flush();
    const end = new Uint8Array(4);
    new DataView(end.buffer).setUint32(0, this.#sum.value);
    return [Uint8Array.of(0x78, 0x9c), this.#deflater.finish(), end];
  }

  #addRow(): void {
    const isUp = this.#difference.count < this.#row.count;
    const {values, ends, count} = isUp ? this.#difference : this.#row;
    this.#add(isUp ? filterUp : filterNone, 1);
    let from = 0;
    for (let run = 0; run < count; run++) {
      const end = ends[run] as number;
      this.#add(values[run] as number, end - from);
      from = end;
    }
  }

  /** Runs that continue in the next row, over its filter byte, are one. */
  #add(value: number, count: number): void {
    if (value === this.#value) {
      this.#count += count;
      return;
    }
    this.#flush();
    this.#value = value;
    this.#count = count;
  }

  #flush(): void {
    if (this.#count === 0) return;
    this.#deflater.run(this.#value, this.#count);
    this.#sum.run(this.#value, this.#count);
  }
}

/** The runs of what a row differs from the one above it. Above the first row all pixels count as 0. */
function subtract(row: RowRuns, above: RowRuns, difference: RowRuns): void {
  const {values, ends} = difference;
  let [i, j, count, last] = [0, 0, 0, -1];
  while (i < row.count) {
    const rowEnd = row.ends[i] as number;
    const aboveEnd = j < above.count ? (above.ends[j] as number) : rowEnd;
    const value = ((row.values[i] as number) - (j < above.count ? (above.values[j] as number) : 0)) & 255;
    const end = rowEnd < aboveEnd ? rowEnd : aboveEnd;
    if (end === rowEnd) i++;
    if (end === aboveEnd) j++;
    if (value === last) {
      ends[count - 1] = end;
      continue;
    }
    last = value;
    values[count] = value;
    ends[count++] = end;
  }
  difference.count = count;
}
