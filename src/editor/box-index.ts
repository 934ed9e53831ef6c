import {bottomOf, rightOf, type Box} from '../geometry/box.js';
import {RectangleIndex, type FoundRectangle} from '../geometry/rectangle-index.js';
import type {Change} from '../model/change.js';
import type {BoxRecord} from '../model/record.js';
import {BoxRows} from './box-rows.js';
import type {Editor, EditorCause} from './editor.js';
import type {ShapeIndex} from './shape-index.js';

/** Looking at so many rows one by one takes about as long as a search of the tree. */
const mostChanged = 64;

/**
 * Finds the boxes of a document by place: a tree that is fixed once built, and a short list of the rows that changed
 * since, which are looked at one by one. Nothing is built before somebody asks.
 */
export class BoxIndex implements ShapeIndex {
  readonly #editor: Editor;
  readonly #unsubscribe: () => void;
  #rows: BoxRows | undefined;
  #tree: RectangleIndex | undefined;
  /** Rows whose place in the tree is no longer theirs, or that are not in it. */
  readonly #changed = new Set<number>();
  #generation = 0;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#unsubscribe = editor.subscribe((_state, cause, changes) => this.#follow(cause, changes));
  }

  /** The boxes as rows of numbers. Ask again after a change: it may be another object, see {@link generation}. */
  get rows(): BoxRows {
    if (!this.#rows) {
      this.#rows = new BoxRows(this.#editor.state.document);
      this.#tree = undefined;
      this.#changed.clear();
      this.#generation++;
    }
    return this.#rows;
  }

  /** Grows whenever the rows are numbered anew. */
  get generation(): number {
    void this.rows;
    return this.#generation;
  }

  get size(): number {
    return this.rows.filled;
  }

  search({left, top, width, height}: Box): readonly BoxRecord[] {
    const rows = this.searchRows(left, top, left + width, top + height);
    const {records} = this.rows;
    return rows.map((row) => records[row] as BoxRecord);
  }

  /** The rows of the boxes that touch an area of the stored grid, in no order. */
  searchRows(left: number, top: number, right: number, bottom: number): number[] {
    const tree = this.#fresh();
    const {records, filled, count} = this.rows;
    const found = tree.search(left, top, right, bottom);
    if (this.#changed.size === 0 && filled === count) return found;
    const kept = found.filter((row) => records[row] && !this.#changed.has(row));
    this.#visitChanged(left, top, right, bottom, (row) => kept.push(row));
    return kept;
  }

  /** Neighbours come one after the other, mostly. */
  visit(left: number, top: number, right: number, bottom: number, found: FoundRectangle): void {
    const tree = this.#fresh();
    const {records, filled, count} = this.rows;
    if (this.#changed.size === 0 && filled === count) return tree.visit(left, top, right, bottom, found);
    tree.visit(left, top, right, bottom, (row, x1, y1, x2, y2) => {
      if (records[row] && !this.#changed.has(row)) found(row, x1, y1, x2, y2);
    });
    this.#visitChanged(left, top, right, bottom, found);
  }

  recordAt(row: number): BoxRecord | undefined {
    return this.rows.records[row];
  }

  /** True when so many boxes changed since the tree was built that searches take longer. */
  get isWorn(): boolean {
    return this.#changed.size > mostChanged;
  }

  /** Builds the tree anew if boxes changed since. For idle moments; 40 ms for 50,000 boxes. */
  refresh(): void {
    void this.rows;
    if (!this.#tree || this.#changed.size > 0) this.#build();
  }

  /** Stops following the editor. */
  destroy(): void {
    this.#unsubscribe();
  }

  /** The tree, built anew when too much changed since. */
  #fresh(): RectangleIndex {
    const {count} = this.rows;
    if (!this.#tree || this.#changed.size > 256 + count / 16) return this.#build();
    return this.#tree;
  }

  #build(): RectangleIndex {
    const {count, filled} = this.rows;
    if (count - filled > 256 + count / 2) this.#rows = undefined;
    const {rows} = this;
    const tree = new RectangleIndex(rows.edges(), rows.count);
    this.#tree = tree;
    this.#changed.clear();
    return tree;
  }

  #visitChanged(left: number, top: number, right: number, bottom: number, found: FoundRectangle): void {
    const {records} = this.rows;
    for (const row of this.#changed) {
      const box = records[row]?.box;
      if (!box || box.left > right || box.top > bottom || rightOf(box) < left || bottomOf(box) < top)
        continue;
      found(row, box.left, box.top, rightOf(box), bottomOf(box));
    }
  }

  #follow(cause: EditorCause, changes: readonly Change[]): void {
    const rows = this.#rows;
    if (cause === 'open') this.#rows = undefined;
    if (!rows || cause === 'open') return;
    for (const {id, after} of changes) {
      if (after?.kind !== 'box') {
        rows.remove(id);
        continue;
      }
      const row = rows.put(after);
      if (row === undefined) return void (this.#rows = undefined);
      this.#changed.add(row);
    }
  }
}
