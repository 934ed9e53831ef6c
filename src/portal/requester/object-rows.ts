import type {Manifest} from '../../formats/manifest.js';
import {submittedAt} from '../../session/answer-of.js';
import {givenPages, type SubmittedItem} from '../../session/answers.js';
import {judge, type Judgement, type ReviewState, type Verdict} from '../../session/review/decision.js';
import type {SessionStore} from '../../session/session-store.js';
import {otherSessions} from '../job-export.js';
import type {StoredJob} from '../jobs.js';
import {labelsSaid} from './labels-said.js';

/** What a list and the numbers need of an answer. */
export interface AnswerRow {
  readonly session: string;
  readonly worker: string;
  /** When it was submitted, in milliseconds. */
  readonly at: number;
  /** How long it took, where that is known. */
  readonly seconds: number | undefined;
  readonly labels: readonly string[];
  readonly verdict: Verdict | undefined;
}

/** An object that somebody has answered. */
export interface ObjectRow {
  readonly index: number;
  readonly state: ReviewState;
  readonly answers: readonly AnswerRow[];
}

/** The objects of a job that were answered, in the order of the lines, page by page. */
export async function* objectPages(
  job: StoredJob,
  store: SessionStore,
  manifest: Manifest,
): AsyncGenerator<readonly ObjectRow[]> {
  const source = {
    store,
    session: job.id,
    others: otherSessions(job),
    reviews: job.reviews.map(({id}) => id),
    manifest,
    unsaved: new Map(),
  };
  for await (const {answers, decisions} of givenPages(source)) {
    yield Array.from(answers, ([index, all]) =>
      rowOf(index, all, judge(index, all, decisions.get(index) ?? [])),
    );
  }
}

/** What is kept of an object while it is not on screen. */
export function rowOf(
  index: number,
  answers: readonly SubmittedItem[],
  {state, standing}: Judgement<SubmittedItem>,
): ObjectRow {
  return {
    index,
    state,
    answers: answers.map(({session, answer, timeSpentMs}, at) => ({
      session,
      worker: answer?.workerId ?? '',
      at: answer ? submittedAt(answer) : 0,
      seconds: answer?.timeSpentInSeconds ?? (timeSpentMs > 0 ? timeSpentMs / 1000 : undefined),
      labels: answer ? labelsSaid(answer.answerContent) : [],
      verdict: standing[at]?.verdict,
    })),
  };
}
