import {member, type JsonObject, type JsonValue} from '../../base/json.js';
import {newId} from '../ids.js';
import type {ItemStatus, SavedItem, SavedSession, SessionStore} from '../session-store.js';
import {StorageError} from '../storage-error.js';
import {decisionsIn, type Decision, type Verdict} from './decision.js';

/** Where in the answer of an item the decisions about it stand. */
const key = 'decisions';

/** A decision about an answer to an object. */
export type NewDecision = Omit<Decision, 'id' | 'at'>;

/**
 * What is decided on one machine about the answers of a job: a session of its own, whose items are the objects. Nobody
 * else ever writes to it, so that the logs of several machines are brought together by putting them side by side.
 */
export class ReviewLog {
  readonly #store: SessionStore;
  readonly #session: () => Promise<string>;
  readonly #now: () => number;

  /** `session` opens the session, when something is decided first. */
  constructor(store: SessionStore, session: () => Promise<string>, now: () => number = Date.now) {
    this.#store = store;
    this.#session = session;
    this.#now = now;
  }

  /**
   * Adds a decision to those about an object. Resolves when it is stored. `known` are those of other logs: what is said
   * now counts for more than all of them, however wrong the clocks are.
   */
  async add(index: number, decision: NewDecision, known: readonly Decision[] = []): Promise<Decision> {
    const session = await this.#session();
    for (;;) {
      const there = (await this.#store.item(session, index))?.item;
      const before = decisionsOf(there);
      const at = Math.max(this.#now(), ...[...before, ...known].map((one) => one.at + 1));
      const added: Decision = {...decision, id: newId(), at};
      const outcome = await this.#store.write({
        id: added.id,
        session,
        index,
        rev: there?.rev ?? 0,
        at,
        content: {
          status: statusFor[decision.verdict],
          stepCount: 0,
          timeSpentMs: 0,
          textHash: '',
          answer: {
            workerId: decision.by,
            submissionTime: new Date(at).toISOString(),
            answerContent: {[key]: [...before, added] as unknown as JsonValue},
          },
        },
      });
      if (outcome.kind === 'saved') return added;
      if (outcome.kind === 'missing') throw new StorageError('gone');
    }
  }
}

/** How the item of an object stands, so that those that are to be done again are found without reading all others. */
const statusFor: Readonly<Record<Verdict, ItemStatus>> = {
  accepted: 'submitted',
  rejected: 'declined',
  withdrawn: 'skipped',
};

/** The objects of which a log said last that an answer to them was rejected. */
export const rejectedIn = (store: SessionStore, log: string): Promise<readonly number[]> =>
  store.indexesOf(log, statusFor.rejected);

/** What an item of a review log holds. */
export function decisionsOf(item: Pick<SavedItem, 'answer'> | undefined): readonly Decision[] {
  return item?.answer ? decisionsIn(member(item.answer.answerContent, key)) : [];
}

/** The settings of a session that is the review log of a job. */
export const reviewOf = (home: string): JsonObject => ({reviewOf: home});

/** The home of the job that a session is a review log of; nothing for other sessions. */
export const reviewedBy = ({settings}: Pick<SavedSession, 'settings'>): JsonValue | undefined =>
  member(settings, 'reviewOf');
