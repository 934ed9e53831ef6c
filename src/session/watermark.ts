import type {SavedSession, SessionId} from './session-store.js';

/** The last that was known to be stored. */
export interface Watermark {
  /** Answers submitted. */
  readonly answers: number;
  readonly seq: number;
  readonly at: number;
}

/** What a watermark has and the store has not. */
export interface Loss {
  /** Answers that are gone; 0 when only drafts are. */
  readonly answers: number;
  /** When they were saved. */
  readonly at: number;
}

/** The text storage of the page, or nothing where it is denied: even looking at it may throw. */
export function textStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Remembers outside the database how much was stored in it, to notice when the browser has thrown the database away.
 *
 * The text storage lags behind by seconds and may be missing: it can only count too little, and it is never a copy of
 * the work.
 */
export class Watermarks {
  readonly #storage: Storage | undefined;
  readonly #store: string;

  /** `store` is the name of the session store. */
  constructor(store: string, storage: Storage | undefined = textStorage()) {
    this.#store = store;
    this.#storage = storage;
  }

  set({id, counts, seq, changedAt}: SavedSession): void {
    const mark: Watermark = {answers: counts.submitted, seq, at: changedAt};
    try {
      this.#storage?.setItem(this.#keyOf(id), JSON.stringify(mark));
    } catch {
      // Full or denied: without a watermark a loss goes unnoticed, and nothing else changes.
    }
  }

  /** What `session`, as it was found, has lost since the last watermark. */
  lossOf({id, counts, seq}: SavedSession): Loss | undefined {
    const mark = this.#get(id);
    if (!mark || mark.seq <= seq) return undefined;
    return {answers: Math.max(0, mark.answers - counts.submitted), at: mark.at};
  }

  forget(id: SessionId): void {
    try {
      this.#storage?.removeItem(this.#keyOf(id));
    } catch {
      // Denied: there is none either.
    }
  }

  #keyOf(id: SessionId): string {
    return `gt-elements watermark ${this.#store} ${id}`;
  }

  #get(id: SessionId): Watermark | undefined {
    try {
      const mark: unknown = JSON.parse(this.#storage?.getItem(this.#keyOf(id)) ?? 'null');
      const isMark =
        typeof mark === 'object' &&
        mark !== null &&
        ['answers', 'seq', 'at'].every((key) => typeof (mark as Record<string, unknown>)[key] === 'number');
      return isMark ? (mark as Watermark) : undefined;
    } catch {
      return undefined;
    }
  }
}
