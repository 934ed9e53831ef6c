import {Part} from './part.js';
import {hasAnswer, type ItemStatus, type SessionStore} from './session-store.js';

/** How far a session is. `total` grows while the manifest is still being read. */
export interface Counts {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** Of each of these a store can say which items they are. */
const told = ['draft', 'submitted', 'changed', 'skipped', 'declined', 'released'] as const;

/** How far each item of a session's part is. Untouched ones, often nearly all, take no memory. */
export class Progress {
  readonly #part: Part;
  readonly #statuses = new Map<number, ItemStatus>();
  readonly #released = new Set<number>();
  readonly #returned = new Set<number>();
  /** No place below this one has an unfinished item: it is asked at every change of a job that is nearly done. */
  #clearTo = 0;
  #done = 0;
  #skipped = 0;
  #declined = 0;
  #changed = 0;

  constructor(part = new Part()) {
    this.#part = part;
  }

  /** Reads the states of all items from a store. */
  static async read(store: SessionStore, session: string, part = new Part()): Promise<Progress> {
    const progress = new Progress(part);
    for (const status of told) {
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

  get declined(): number {
    return this.#declined;
  }

  /** Items worked on since they were submitted. */
  get changed(): number {
    return this.#changed;
  }

  statusOf(index: number): ItemStatus {
    return this.#statuses.get(index) ?? 'untouched';
  }

  set(index: number, status: ItemStatus): void {
    if (!this.#part.has(index)) return;
    this.#count(this.statusOf(index), -1);
    this.#count(status, 1);
    if (status === 'untouched') this.#statuses.delete(index);
    else this.#statuses.set(index, status);
    if (status === 'released') this.#released.add(index);
    else this.#released.delete(index);
    this.#lookAgainAt(index);
  }

  /** The requester wants another answer: the item is unfinished until there is one. */
  setReturned(index: number, isReturned: boolean): void {
    if (isReturned && this.#part.has(index)) this.#returned.add(index);
    else this.#returned.delete(index);
    this.#lookAgainAt(index);
  }

  #lookAgainAt(index: number): void {
    if (!this.isFinished(index)) this.#clearTo = Math.min(this.#clearTo, this.#part.placeOf(index));
  }

  isReturned(index: number): boolean {
    return this.#returned.has(index);
  }

  isFinished(index: number): boolean {
    if (this.#returned.has(index)) return false;
    const status = this.statusOf(index);
    return status === 'submitted' || status === 'skipped' || status === 'declined';
  }

  /** The first unfinished item from `from` up to `end`, which is left out. Those that were given back come later. */
  unfinished(from: number, end: number): number | undefined {
    const last = this.#part.placeOf(end);
    const first = this.#part.placeOf(from);
    const isFromClear = first <= this.#clearTo;
    for (let place = isFromClear ? this.#clearTo : first; place < last; place++) {
      const index = this.#part.at(place);
      if (!this.isFinished(index) && !this.#released.has(index)) return index;
      if (isFromClear) this.#clearTo = place + 1;
    }
    return undefined;
  }

  /** The next item below `end` that was given back, from `from` on and then from the start. */
  released(from: number, end: number): number | undefined {
    const all = [...this.#released].filter((index) => index < end).toSorted((a, b) => a - b);
    return all.find((index) => index >= from) ?? all[0];
  }

  /** All items of a status below `total`, ascending. Those changed since they were submitted are among the submitted. */
  indexesOf(status: ItemStatus | 'all', total: number): Uint32Array {
    if (status === 'all' || status === 'untouched') {
      const all = Uint32Array.from({length: this.#part.size(total)}, (_, place) => this.#part.at(place));
      return status === 'all' ? all : all.filter((index) => !this.#statuses.has(index));
    }
    const fits = (one: ItemStatus) => one === status || (one === 'changed' && status === 'submitted');
    const found = [...this.#statuses].filter(([index, one]) => fits(one) && index < total);
    return Uint32Array.from(found, ([index]) => index).sort();
  }

  #count(status: ItemStatus, by: 1 | -1): void {
    if (hasAnswer(status)) this.#done += by;
    if (status === 'changed') this.#changed += by;
    if (status === 'skipped') this.#skipped += by;
    if (status === 'declined') this.#declined += by;
  }
}
