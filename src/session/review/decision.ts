import {isFields, isNumber, isText, optional} from '../../base/checks.js';
import type {JsonValue} from '../../base/json.js';
import {answerOf} from '../answer-of.js';
import type {SubmittedAnswer} from '../answers.js';
import {receiptOf} from '../receipt.js';

/** What a requester says about an answer. `withdrawn`: what was said about it before no longer holds. */
export const verdicts = ['accepted', 'rejected', 'withdrawn'] as const;
export type Verdict = (typeof verdicts)[number];

/** One thing a requester has said about one answer. It is never changed: what comes later is said anew. */
export interface Decision {
  readonly id: string;
  readonly verdict: Verdict;
  /** Whose answer it is about. */
  readonly worker: string;
  /** Which of their answers; see `receiptOf`. */
  readonly receipt: string;
  /** The profile of who decided. */
  readonly by: string;
  readonly at: number;
  readonly comment?: string;
}

/** True for what can be a decision: what comes out of a file is not taken at its word. */
export function isDecision(value: unknown): value is Decision {
  if (!isFields(value)) return false;
  const {id, verdict, worker, receipt, by, at, comment} = value;
  return (
    [id, worker, receipt, by].every(isText) &&
    (verdicts as readonly unknown[]).includes(verdict) &&
    isNumber(at) &&
    optional(isText)(comment)
  );
}

/** The decisions in a value; what is none is left out. */
export const decisionsIn = (value: JsonValue | undefined): readonly Decision[] =>
  Array.isArray(value) ? value.filter(isDecision) : [];

/** How an object stands with the requester. */
export type ReviewState = 'to-review' | 'accepted' | 'rejected';

/** What holds about the answers to one object. */
export interface Judgement<Given> {
  readonly state: ReviewState;
  /** The answer that counts; none where all were rejected. */
  readonly chosen: Given | undefined;
  /** What was said last about each answer, where that still holds. In the order of the answers. */
  readonly standing: readonly (Decision | undefined)[];
}

const isLater = (one: Decision, other: Decision | undefined): boolean =>
  !other || one.at > other.at || (one.at === other.at && one.id > other.id);

/**
 * What holds about the answers to an object, whatever the order in which the decisions were brought together. There is
 * at least one answer.
 *
 * The answer that was accepted last counts; without one, of those not rejected the one that `answerOf` says. A decision
 * belongs to one answer: who submits anew has not been judged yet.
 */
export function judge<Given extends SubmittedAnswer & {readonly session: string}>(
  index: number,
  answers: readonly Given[],
  decisions: readonly Decision[],
): Judgement<Given> {
  const standing = answers.map((answer) =>
    decisions.length > 0 ? standingOn(answer, decisions) : undefined,
  );
  let chosen: {readonly answer: Given; readonly decision: Decision} | undefined;
  for (const [at, decision] of standing.entries())
    if (decision?.verdict === 'accepted' && isLater(decision, chosen?.decision))
      chosen = {answer: answers[at]!, decision};
  if (chosen) return {state: 'accepted', chosen: chosen.answer, standing};
  const open = answers.filter((_, at) => standing[at]?.verdict !== 'rejected');
  if (open.length === 0) return {state: 'rejected', chosen: undefined, standing};
  return {state: 'to-review', chosen: answerOf(index, open), standing};
}

/** What was said last about an answer; nothing where that was withdrawn. */
export function standingOn(
  {answer, line}: SubmittedAnswer,
  decisions: readonly Decision[],
): Decision | undefined {
  if (!answer) return undefined;
  const receipt = receiptOf({answer, line});
  let last: Decision | undefined;
  for (const decision of decisions) {
    if (decision.worker !== answer.workerId || decision.receipt !== receipt) continue;
    if (isLater(decision, last)) last = decision;
  }
  return last?.verdict === 'withdrawn' ? undefined : last;
}
