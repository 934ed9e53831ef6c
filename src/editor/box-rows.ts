import {recordsOf, type AnnotationDocument} from '../model/document.js';
import type {BoxRecord, RecordId} from '../model/record.js';

/**
 * The boxes of a document as rows of numbers, for those who look at thousands of them at once. Rows are in order of
 * creation. A row stays empty when its box is removed, so that the box finds it again when the removal is undone.
 */
export class BoxRows {
  /** Left, top, right and bottom of each row, one after the other, in the stored grid. */
  edges: Float64Array;
  /** For each row the place of its label in {@link labels}. */
  labelOf: Uint32Array;
  /** Every label that was met so far. */
  readonly labels: string[] = [];
  readonly records: (BoxRecord | undefined)[];
  readonly #rows = new Map<RecordId, number>();
  readonly #labelNumbers = new Map<string, number>();
  #filled = 0;
  #lastOrder = -Infinity;

  constructor(document: AnnotationDocument) {
    const records = recordsOf(document, 'box');
    this.edges = new Float64Array(records.length * 4);
    this.labelOf = new Uint32Array(records.length);
    this.records = new Array<BoxRecord | undefined>(records.length);
    records.forEach((record, row) => {
      this.#rows.set(record.id, row);
      this.#fill(row, record);
    });
    this.#filled = records.length;
  }

  /** How many rows there are, empty ones included. */
  get count(): number {
    return this.records.length;
  }

  /** How many boxes there are. */
  get filled(): number {
    return this.#filled;
  }

  /** The row of a box, or the row it had before it was removed. */
  rowOf(id: RecordId): number | undefined {
    return this.#rows.get(id);
  }

  /**
   * Puts a box into its row, or into a new one at the end. Gives the row; none when the box is older than those before
   * the end, so that the rows must be made anew.
   */
  put(record: BoxRecord): number | undefined {
    let row = this.#rows.get(record.id);
    if (row === undefined) {
      if (record.order < this.#lastOrder) return undefined;
      row = this.records.length;
      this.#rows.set(record.id, row);
      this.records.push(undefined);
      this.#makeRoom();
    }
    if (!this.records[row]) this.#filled++;
    this.#fill(row, record);
    return row;
  }

  /** Empties the row of a box, if it has one. */
  remove(id: RecordId): void {
    const row = this.#rows.get(id);
    if (row === undefined || !this.records[row]) return;
    this.records[row] = undefined;
    this.#filled--;
  }

  #fill(row: number, record: BoxRecord): void {
    const {left, top, width, height} = record.box;
    this.edges[row * 4] = left;
    this.edges[row * 4 + 1] = top;
    this.edges[row * 4 + 2] = left + width;
    this.edges[row * 4 + 3] = top + height;
    this.labelOf[row] = this.#labelNumber(record.label);
    this.records[row] = record;
    this.#lastOrder = Math.max(this.#lastOrder, record.order);
  }

  #labelNumber(label: string): number {
    const known = this.#labelNumbers.get(label);
    if (known !== undefined) return known;
    this.#labelNumbers.set(label, this.labels.length);
    return this.labels.push(label) - 1;
  }

  /** Doubles the arrays when they are full, so that adding boxes one by one stays cheap. */
  #makeRoom(): void {
    if (this.records.length * 4 <= this.edges.length) return;
    const room = Math.max(64, this.records.length * 2);
    const {edges, labelOf} = this;
    this.edges = new Float64Array(room * 4);
    this.edges.set(edges);
    this.labelOf = new Uint32Array(room);
    this.labelOf.set(labelOf);
  }
}
