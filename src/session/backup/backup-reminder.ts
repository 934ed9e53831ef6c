import {Marks} from '../marks.js';
import type {SavedSession, SessionId} from '../session-store.js';

/** Reminded again after so many answers that no backup has, or after so long. */
const answersBetween = 50;
const timeBetweenMs = 30 * 60 * 1000;

const keys = ['answers', 'at', 'later'] as const;

/** How the work is kept, as far as that decides how pressing a backup is. */
export interface Keeping {
  readonly isPersistent: boolean;
  /** The browser forgets by itself before long. */
  readonly isForgetful: boolean;
}

/**
 * Knows which answers no backup has, and when to say so: after fifty, or after half an hour; at the first where the
 * browser forgets soon; never where it has promised to keep everything. Who says "later" has half an hour.
 */
export class BackupReminder {
  readonly #marks: Marks<(typeof keys)[number]>;
  readonly #now: () => number;
  /** When the first answer was seen that no backup had. */
  readonly #since = new Map<SessionId, number>();

  /** `store` is the name of the session store. */
  constructor(store: string, now: () => number = Date.now, storage?: Storage) {
    this.#marks = new Marks('backup', store, keys, storage);
    this.#now = now;
  }

  /** How many answers to remind of; 0: not now. */
  due({id, answers}: {readonly id: SessionId; readonly answers: number}, keeping: Keeping): number {
    const mark = this.#marks.get(id);
    const fresh = answers - (mark?.answers ?? 0);
    if (fresh <= 0 || keeping.isPersistent) {
      this.#since.delete(id);
      return 0;
    }
    const now = this.#now();
    const since = this.#since.get(id) ?? now;
    this.#since.set(id, since);
    // A clock that was put back must not silence it for long.
    const isLater = mark !== undefined && Math.abs(now - mark.later) < timeBetweenMs;
    if (isLater) return 0;
    const isLong = Math.abs(now - since) >= timeBetweenMs;
    const isFirst = keeping.isForgetful && mark === undefined;
    return isFirst || isLong || fresh >= answersBetween ? fresh : 0;
  }

  /** A backup with all answers has been made. */
  made({id, counts}: Pick<SavedSession, 'id' | 'counts'>): void {
    this.#since.delete(id);
    this.#marks.set(id, {answers: counts.submitted, at: this.#now(), later: 0});
  }

  /** Not now. */
  later(id: SessionId): void {
    const {answers = 0, at = 0} = this.#marks.get(id) ?? {};
    this.#marks.set(id, {answers, at, later: this.#now()});
  }

  /** When the last backup was made on this machine. */
  lastAt(id: SessionId): number | undefined {
    return this.#marks.get(id)?.at || undefined;
  }
}
