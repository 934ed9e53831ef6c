import type {ItemStatus, SessionStore} from './session-store.js';

/** How far a session is. `total` grows while the manifest is still being read. */
export interface Counts {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** Which items are drafts, submitted or skipped. Untouched ones, often nearly all, take no memory. */
export class Progress {
  readonly #statuses = new Map<number, ItemStatus>();
  #done = 0;
  #skipped = 0;

  /** Reads the states of all items from a store. */
  static async read(store: SessionStore, session: string): Promise<Progress> {
    const progress = new Progress();
    for (const status of ['draft', 'submitted', 'skipped'] as const) {
      for (const index of await store.indexesOf(session, status)) progress.set(index, status);
    }
    return progress;
  }

  get done(): number {
    return this.#done;
  }

  get skipped(): number {
    return this.#skipped;
  }

  statusOf(index: number): ItemStatus {
    return this.#statuses.get(index) ?? 'untouched';
  }

  set(index: number, status: ItemStatus): void {
    this.#count(this.statusOf(index), -1);
    this.#count(status, 1);
    if (status === 'untouched') this.#statuses.delete(index);
    else this.#statuses.set(index, status);
  }

  isFinished(index: number): boolean {
    const status = this.statusOf(index);
    return status === 'submitted' || status === 'skipped';
  }

  /** The first unfinished item from `from` up to `end`, which is left out. */
  unfinished(from: number, end: number): number | undefined {
    for (let index = from; index < end; index++) if (!this.isFinished(index)) return index;
    return undefined;
  }

  /** All items of a status below `total`, ascending. */
  indexesOf(status: ItemStatus, total: number): Uint32Array {
    if (status === 'untouched') {
      return Uint32Array.from({length: total}, (_, index) => index).filter(
        (index) => !this.#statuses.has(index),
      );
    }
    const found = [...this.#statuses].filter(([index, one]) => one === status && index < total);
    return Uint32Array.from(found, ([index]) => index).sort();
  }

  #count(status: ItemStatus, by: 1 | -1): void {
    if (status === 'submitted') this.#done += by;
    if (status === 'skipped') this.#skipped += by;
  }
}
