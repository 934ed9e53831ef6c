import {recordsOf, type AnnotationDocument} from '../model/document.js';
import type {BoxRecord, RecordId} from '../model/record.js';

/**
 * The boxes of a document numbered as rows, for those who look at thousands of them at once. Rows are in order of
 * creation. A row stays empty when its box is removed, so that the box finds it again when the removal is undone.
 */
export class BoxRows {
  readonly records: (BoxRecord | undefined)[];
  /** Made when somebody asks for the row of a box: most documents are looked at more than they are changed. */
  #rows: Map<RecordId, number> | undefined;
  #filled: number;
  #lastOrder: number;

  constructor(document: AnnotationDocument) {
    // A copy has no room to grow: it is a third smaller.
    this.records = recordsOf(document, 'box').slice();
    this.#filled = this.records.length;
    this.#lastOrder = this.records.at(-1)?.order ?? -Infinity;
  }

  /** How many rows there are, empty ones included. */
  get count(): number {
    return this.records.length;
  }

  /** How many boxes there are. */
  get filled(): number {
    return this.#filled;
  }

  /** Left, top, right and bottom of each row, one after the other, in the stored grid; zeros for empty rows. */
  edges(): Float64Array {
    const edges = new Float64Array(this.records.length * 4);
    let at = 0;
    for (const record of this.records) {
      if (record) {
        const {left, top, width, height} = record.box;
        edges[at] = left;
        edges[at + 1] = top;
        edges[at + 2] = left + width;
        edges[at + 3] = top + height;
      }
      at += 4;
    }
    return edges;
  }

  /** The row of a box, or the row it had before it was removed. */
  rowOf(id: RecordId): number | undefined {
    return this.#rowById.get(id);
  }

  /**
   * Puts a box into its row, or into a new one at the end. Gives the row; none when the box is older than those before
   * the end, so that the rows must be made anew.
   */
  put(record: BoxRecord): number | undefined {
    let row = this.#rowById.get(record.id);
    if (row === undefined) {
      if (record.order < this.#lastOrder) return undefined;
      row = this.records.push(undefined) - 1;
      this.#rowById.set(record.id, row);
    }
    if (!this.records[row]) this.#filled++;
    this.records[row] = record;
    this.#lastOrder = Math.max(this.#lastOrder, record.order);
    return row;
  }

  /** Empties the row of a box, if it has one. */
  remove(id: RecordId): void {
    const row = this.#rowById.get(id);
    if (row === undefined || !this.records[row]) return;
    this.records[row] = undefined;
    this.#filled--;
  }

  get #rowById(): Map<RecordId, number> {
    if (!this.#rows) {
      this.#rows = new Map();
      for (const [row, record] of this.records.entries()) if (record) this.#rows.set(record.id, row);
    }
    return this.#rows;
  }
}
