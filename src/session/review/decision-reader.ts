import type {SessionStore} from '../session-store.js';
import type {Decision} from './decision.js';
import {decisionsOf} from './review-log.js';

/** Items read at a time. */
const pageSize = 500;

interface Reader {
  readonly session: string;
  waiting: readonly (readonly [index: number, decisions: readonly Decision[]])[];
  /** Everything below was read. */
  end: number;
}

/** Reads the review logs of a job along with its objects, so that neither is ever in memory as a whole. */
export class DecisionReader {
  readonly #store: SessionStore;
  readonly #readers: readonly Reader[];

  /** `sessions` are the review logs. */
  constructor(store: SessionStore, sessions: readonly string[]) {
    this.#store = store;
    this.#readers = sessions.map((session) => ({session, waiting: [], end: 0}));
  }

  /** What was decided about the objects below `end` that have not been told yet, of all logs together. */
  async before(end: number): Promise<ReadonlyMap<number, readonly Decision[]>> {
    const found = new Map<number, readonly Decision[]>();
    for (const reader of this.#readers) {
      while (reader.end < end) await this.#read(reader);
      for (const [index, decisions] of reader.waiting)
        if (index < end) found.set(index, [...(found.get(index) ?? []), ...decisions]);
      reader.waiting = reader.waiting.filter(([index]) => index >= end);
    }
    return found;
  }

  async #read(reader: Reader): Promise<void> {
    const {items, unreadable} = await this.#store.items(reader.session, reader.end, pageSize);
    const all = [...items.map(({index}) => index), ...unreadable];
    const read = items.map((item) => [item.index, decisionsOf(item)] as const);
    reader.waiting = [...reader.waiting, ...read];
    reader.end = all.length < pageSize ? Infinity : Math.max(...all) + 1;
  }
}
