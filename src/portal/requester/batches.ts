import {Part} from '../../session/part.js';
import type {ItemStatus, SessionStore} from '../../session/session-store.js';
import type {StoredJob} from '../jobs.js';
import type {ObjectRow} from './object-rows.js';

/** How far a batch is: nobody has begun, it is worked on, all of it waits for the requester, all of it is accepted. */
export type BatchState = 'received' | 'in-progress' | 'in-review' | 'accepted';

/** A stretch of the objects of a job, and how far it is. */
export interface Batch {
  /** From 1. */
  readonly number: number;
  /** Lines from `first` up to, but without, `end`. */
  readonly first: number;
  readonly end: number;
  readonly total: number;
  readonly accepted: number;
  readonly toReview: number;
  readonly rejected: number;
  /** Skipped or declined, and answered by nobody. */
  readonly leftOut: number;
  readonly state: BatchState;
}

/** Objects of a batch unless somebody wants another number. */
export const usualBatchSize = 100;

/** The batches of a job, told by its objects that were answered and those that nobody will answer. */
export function batchesOf(
  total: number,
  size: number,
  rows: readonly ObjectRow[],
  leftOut: readonly number[],
  begun: readonly number[] = [],
): readonly Batch[] {
  const count = Math.max(1, Math.ceil(total / size));
  const counts = Array.from({length: count}, () => ({
    accepted: 0,
    'to-review': 0,
    rejected: 0,
    leftOut: 0,
    begun: 0,
  }));
  const of = (index: number) => counts[Math.floor(index / size)];
  const answered = new Set<number>();
  for (const {index, state} of rows) {
    const batch = of(index);
    if (batch) batch[state]++;
    answered.add(index);
  }
  for (const index of new Set(leftOut)) {
    const batch = of(index);
    if (batch && !answered.has(index)) batch.leftOut++;
  }
  for (const index of begun) {
    const batch = of(index);
    if (batch) batch.begun++;
  }
  return counts.map(({accepted, 'to-review': toReview, rejected, leftOut: out, begun: started}, at) => {
    const [first, end] = [at * size, Math.min(total, (at + 1) * size)];
    const settled = accepted + toReview + out;
    const state =
      settled < end - first
        ? settled + rejected + started > 0
          ? 'in-progress'
          : 'received'
        : toReview > 0 || accepted === 0
          ? 'in-review'
          : 'accepted';
    return {
      number: at + 1,
      first,
      end,
      total: end - first,
      accepted,
      toReview,
      rejected,
      leftOut: out,
      state,
    };
  });
}

/** The objects of a batch as a part of the job. */
export const partOfBatch = ({first, end}: Pick<Batch, 'first' | 'end'>): Part => new Part([[first, end]]);

/** These objects as a part of the job. */
export const partOfIndexes = (indexes: readonly number[]): Part =>
  new Part(indexes.map((index) => [index, index + 1]));

/** The objects in one of these states for some worker. */
export async function indexesWith(
  job: StoredJob,
  store: SessionStore,
  ...statuses: readonly ItemStatus[]
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const {id} of job.sessions)
    for (const status of statuses) for (const index of await store.indexesOf(id, status)) found.push(index);
  return found;
}
