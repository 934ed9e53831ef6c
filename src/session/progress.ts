import {hasAnswer, type ItemStatus, type SessionStore} from './session-store.js';

/** How far a session is. `total` grows while the manifest is still being read. */
export interface Counts {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** Which items are drafts, submitted, changed since or skipped. Untouched ones, often nearly all, take no memory. */
export class Progress {
  readonly #statuses = new Map<number, ItemStatus>();
  #done = 0;
  #skipped = 0;
  #changed = 0;

  /** Reads the states of all items from a store. */
  static async read(store: SessionStore, session: string): Promise<Progress> {
    const progress = new Progress();
    for (const status of ['draft', 'submitted', 'changed', 'skipped'] as const) {
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

  /** Items worked on since they were submitted. */
  get changed(): number {
    return this.#changed;
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

  /** All items of a status below `total`, ascending. Those changed since they were submitted are among the submitted. */
  indexesOf(status: ItemStatus, total: number): Uint32Array {
    if (status === 'untouched') {
      return Uint32Array.from({length: total}, (_, index) => index).filter(
        (index) => !this.#statuses.has(index),
      );
    }
    const fits = (one: ItemStatus) => one === status || (one === 'changed' && status === 'submitted');
    const found = [...this.#statuses].filter(([index, one]) => fits(one) && index < total);
    return Uint32Array.from(found, ([index]) => index).sort();
  }

  #count(status: ItemStatus, by: 1 | -1): void {
    if (hasAnswer(status)) this.#done += by;
    if (status === 'changed') this.#changed += by;
    if (status === 'skipped') this.#skipped += by;
  }
}
