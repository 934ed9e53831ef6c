import type {ManifestEntry} from '../../formats/entry.js';
import type {Manifest} from '../../formats/manifest.js';
import type {SubmitDetail} from '../../elements/shared/task-element.js';
import type {History} from '../../model/history.js';
import {withFiles, withoutFiles} from '../../session/answer-files.js';
import type {SubmittedItem} from '../../session/answers.js';
import {newId} from '../../session/ids.js';
import {receiptOf} from '../../session/receipt.js';
import {judge, type Decision, type Judgement, type Verdict} from '../../session/review/decision.js';
import {decisionsOf, ReviewLog} from '../../session/review/review-log.js';
import {hasAnswer, type SessionStore} from '../../session/session-store.js';
import {textHash} from '../../session/text-hash.js';
import type {JsonValue} from '../../base/json.js';
import {otherSessions} from '../job-export.js';
import type {Jobs, StoredJob} from '../jobs.js';

/** An object with all that was said about it. */
export interface OpenObject {
  readonly index: number;
  /** Missing when the line cannot be used. */
  readonly entry: ManifestEntry | undefined;
  readonly answers: readonly SubmittedItem[];
  readonly decisions: readonly Decision[];
  readonly judgement: Judgement<SubmittedItem>;
}

/** What a task element gives for a corrected answer. */
export interface Correction extends Pick<SubmitDetail, 'answer' | 'line' | 'files'> {
  readonly history: History;
  readonly timeSpentMs: number;
}

/** Opens the objects of a job for a requester, and keeps what they decide. */
export class ReviewDesk {
  readonly #store: SessionStore;
  readonly #jobs: Jobs;
  readonly #job: StoredJob;
  readonly #manifest: Manifest;
  readonly #by: string;
  readonly #log: ReviewLog;
  readonly #sessions: Set<string>;
  readonly #logs: Set<string>;

  /** `by` is the profile of who decides. */
  constructor(store: SessionStore, jobs: Jobs, job: StoredJob, manifest: Manifest, by: string) {
    this.#store = store;
    this.#jobs = jobs;
    this.#job = job;
    this.#manifest = manifest;
    this.#by = by;
    this.#sessions = new Set([job.id, ...otherSessions(job)]);
    this.#logs = new Set(job.reviews.map(({id}) => id));
    this.#log = new ReviewLog(store, async () => {
      const log = await jobs.reviewLog(job);
      this.#logs.add(log);
      return log;
    });
  }

  async open(index: number): Promise<OpenObject> {
    const [entry, text] = [await this.#manifest.entry(index), await this.#manifest.text(index)];
    const hash = textHash(text);
    const answers: SubmittedItem[] = [];
    for (const session of this.#sessions) {
      const item = (await this.#store.item(session, index))?.item;
      if (item && hasAnswer(item.status) && item.line !== undefined && item.textHash === hash)
        answers.push({...item, line: item.line});
    }
    const decisions: Decision[] = [];
    for (const log of this.#logs) decisions.push(...decisionsOf((await this.#store.item(log, index))?.item));
    const judgement = judge(index, answers, decisions);
    return {index, entry: entry.ok ? entry.value : undefined, answers, decisions, judgement};
  }

  /** What the worker said, in the shape of the `value` of a task element. */
  async valueOf({answer, session, index, files = []}: SubmittedItem): Promise<JsonValue | undefined> {
    const whole =
      answer && files.length > 0 ? await withFiles(answer, await this.#store.files(session, index)) : answer;
    return whole && Object.values(whole.answerContent)[0];
  }

  /** The steps that led to an answer, where it is what they led to. */
  async historyOf({session, index}: SubmittedItem): Promise<History | undefined> {
    const work = await this.#store.item(session, index);
    if (work?.item.status !== 'submitted') return undefined;
    return {done: work.log.slice(0, work.item.stepCount), undone: []};
  }

  /** Says something about an answer. Resolves when it is stored. */
  async decide(object: OpenObject, about: SubmittedItem, verdict: Verdict, comment = ''): Promise<Decision> {
    const {answer, line} = about;
    if (!answer) throw new Error('There is no answer to decide about.');
    const decision = {
      verdict,
      worker: answer.workerId,
      receipt: receiptOf({answer, line}),
      by: this.#by,
      ...(comment && {comment}),
    };
    return this.#log.add(object.index, decision, object.decisions);
  }

  /** Keeps a corrected answer as the requester's own, which counts from now on. The worker's stays what it is. */
  async correct(object: OpenObject, of: SubmittedItem, given: Correction): Promise<void> {
    const {index} = object;
    const session = (await this.#jobs.join(this.#job, this.#by)).id;
    this.#sessions.add(session);
    const {history, timeSpentMs, line, files} = given;
    const paths = files.map(({path}) => path);
    const answer = withoutFiles({...given.answer, workerId: this.#by}, paths);
    for (;;) {
      const there = (await this.#store.item(session, index))?.item;
      const outcome = await this.#store.write({
        id: newId(),
        session,
        index,
        rev: there?.rev ?? 0,
        at: Date.now(),
        content: {
          status: 'submitted',
          stepCount: history.done.length,
          timeSpentMs,
          textHash: of.textHash,
          answer,
          line,
          ...(paths.length > 0 && {files: paths}),
        },
        steps: {from: 0, steps: history.done},
        ...(files.length > 0 && {files: new Map(files.map(({path, blob}) => [path, blob]))}),
      });
      if (outcome.kind !== 'conflict') break;
    }
    await this.decide(object, {...of, session, answer, line}, 'accepted');
  }
}
