import {Marks} from './marks.js';
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

const keys = ['answers', 'seq', 'at'] as const;

/**
 * Remembers outside the database how much was stored in it, to notice when the browser has thrown the database away.
 *
 * It lags behind, so it can only count too little.
 */
export class Watermarks {
  readonly #marks: Marks<(typeof keys)[number]>;

  /** `store` is the name of the session store. */
  constructor(store: string, storage?: Storage) {
    this.#marks = new Marks('watermark', store, keys, storage);
  }

  set({id, counts, seq, changedAt}: SavedSession): void {
    this.#marks.set(id, {answers: counts.submitted, seq, at: changedAt} satisfies Watermark);
  }

  /** What `session`, as it was found, has lost since the last watermark. */
  lossOf({id, counts, seq}: SavedSession): Loss | undefined {
    const mark = this.#marks.get(id);
    if (!mark || mark.seq <= seq) return undefined;
    return {answers: Math.max(0, mark.answers - counts.submitted), at: mark.at};
  }

  forget(id: SessionId): void {
    this.#marks.forget(id);
  }
}
