import {emptyRuns, type RowRuns, type RunScanner} from './run-scanner.js';

/** The two filters that keep runs runs: pixels as they are, or their difference to the pixel above. */
const filterNone = 0;
const filterUp = 2;

/** What compresses a picture's rows, told as runs of pixels with the same value. */
export interface RunSink {
  /** A row begins, with this filter. */
  filter(byte: number): void;
  run(value: number, count: number): void;
  /** What a pixel leaves of itself when the one above it is subtracted. */
  difference(value: number, above: number): number;
  /** The zlib stream. */
  finish(): Uint8Array<ArrayBuffer>[];
}

/** Gives every row the filter that leaves fewer runs. */
export class RowEncoder {
  readonly #sink: RunSink;
  #row: RowRuns;
  #above: RowRuns;
  readonly #difference: RowRuns;

  constructor(width: number, sink: RunSink) {
    this.#sink = sink;
    this.#row = emptyRuns(width);
    this.#above = emptyRuns(width);
    this.#difference = emptyRuns(width);
  }

  /** Takes the next row of the picture, which is row `y` of what is scanned, and tells how many runs it became. */
  addRow(scanner: RunScanner, y: number): number {
    scanner.scan(y, this.#row);
    this.#subtractAbove();
    const isUp = this.#difference.count < this.#row.count;
    const {values, ends, count} = isUp ? this.#difference : this.#row;
    const sink = this.#sink;
    sink.filter(isUp ? filterUp : filterNone);
    let from = 0;
    for (let run = 0; run < count; run++) {
      const end = ends[run] as number;
      sink.run(values[run] as number, end - from);
      from = end;
    }
    [this.#row, this.#above] = [this.#above, this.#row];
    return count;
  }

  /** Above the first row all pixels count as 0. */
  #subtractAbove(): void {
    const [sink, row, above, {values, ends}] = [this.#sink, this.#row, this.#above, this.#difference];
    let [i, j, count, last] = [0, 0, 0, -1];
    while (i < row.count) {
      const rowEnd = row.ends[i] as number;
      const isFirst = above.count === 0;
      const aboveEnd = isFirst ? rowEnd : (above.ends[j] as number);
      const value = sink.difference(row.values[i] as number, isFirst ? 0 : (above.values[j] as number));
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
    this.#difference.count = count;
  }
}
