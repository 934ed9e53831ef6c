import {objectFrom, type JsonObject} from '../../base/json.js';
import {errorAt, type Problem} from '../../base/result.js';
import type {Strings} from '../../strings/strings.js';
import {toLine} from '../../tasks/line.js';
import type {TaskType} from '../../tasks/task.js';
import type {Finished, Said} from './finished-answer.js';
import type {ItemOpening} from './item-opening.js';
import {SubmitGate} from './submit-gate.js';
import type {ManifestLine, SubmitDetail} from './task-events.js';

/** What the page has said about the answer and its line. */
export interface AnswerFacts {
  readonly name: string;
  readonly jobName: string;
  readonly attribute: string;
  readonly objectId: number;
  readonly workerId: string;
}

/** What handing an answer over needs of its element. */
export interface SubmissionHost<Answer extends JsonObject> {
  readonly element: HTMLElement;
  readonly opening: ItemOpening;
  taskType(): TaskType;
  words(): Strings['task'];
  facts(): AnswerFacts;
  isLocked(): boolean;
  /** The work on the item as it is now; nothing while it is no answer. */
  said(now: Date, facts: AnswerFacts): Said<Answer> | undefined;
  /** Waits for what is not in the answer yet; see `TaskElement.settle`. */
  settle(endsStrokes: boolean): Promise<void> | undefined;
  /** Why the answer cannot be handed over. */
  problems(): readonly Problem[];
  /** Completes an answer with what takes time to make. */
  finish(said: Said<Answer>): Promise<Finished<Answer>>;
  /** A person is about to hear something else: questions about the work are over. */
  goOn(): void;
  /** The problems are shown now. */
  refused(): Promise<void>;
  accepted(): void;
  /** What is shown of all this differs. */
  changed(): void;
}

type Written<Answer extends JsonObject> = ManifestLine & {readonly answer: Answer};

/** Puts the answer together and hands it over, once and of what was there when it was asked for. */
export class Submission<Answer extends JsonObject> {
  readonly #host: SubmissionHost<Answer>;
  readonly #gate = new SubmitGate();
  #running: Promise<boolean> | undefined;
  #problems: readonly Problem[] = [];
  #isWaiting = false;
  #isWriting = false;
  #wasAccepted = false;

  constructor(host: SubmissionHost<Answer>) {
    this.#host = host;
  }

  /** Why the answer was not handed over when that was tried last. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** The answer is being put together: nothing can be changed meanwhile. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** The same, or it waits for work that belongs to the answer. */
  get isBusy(): boolean {
    return this.#isWriting || this.#isWaiting;
  }

  /** The answer that is there has been handed over. */
  get wasAccepted(): boolean {
    return this.#wasAccepted;
  }

  /** False while a press on Submit is probably an accident, and while one is on its way. */
  get accepts(): boolean {
    return !this.#running && this.#gate.accepts(performance.now());
  }

  itemOpened(): void {
    this.#gate.itemOpened(performance.now());
    this.#set([], false);
  }

  itemShown(): void {
    this.#gate.itemShown(performance.now());
  }

  /** The person has changed something. */
  edited(): void {
    this.#gate.changed();
    this.#set(this.#problems, false);
    this.checkAgain();
  }

  /** What was refused may be right now. */
  checkAgain(): void {
    if (this.#problems.length > 0) this.#set(this.#host.problems());
  }

  forgetProblems(): void {
    this.#set([]);
  }

  submit(): Promise<boolean> {
    this.#running ??= this.#trySubmit().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** The complete answer; nothing while there is none. */
  async answer(): Promise<Answer | undefined> {
    const work = this.#work(false);
    if (work && !(await work)) return undefined;
    const said = this.#host.said(new Date(), this.#host.facts());
    return said && (await this.#host.finish(said)).answer;
  }

  /** The line of the output and its files; nothing while there is no answer. */
  async line(now: Date | undefined): Promise<ManifestLine | undefined> {
    const work = this.#work(false);
    if (work && !(await work)) return undefined;
    const facts = this.#host.facts();
    const said = this.#host.said(now ?? new Date(), facts);
    if (!said) return undefined;
    const {line, files} = await this.#write(said, facts);
    return {line, files};
  }

  /**
   * Waits for work that belongs to the answer; nothing when there is none. It gives false when another item was opened
   * meanwhile.
   */
  #work(endsStrokes: boolean): Promise<boolean> | undefined {
    const {opening} = this.#host;
    opening.open();
    const {item} = opening;
    const work = this.#host.isLocked() ? undefined : this.#host.settle(endsStrokes);
    return work?.then(() => {
      opening.open();
      return opening.item === item;
    });
  }

  async #isFinished(work: Promise<boolean>): Promise<boolean> {
    this.#isWaiting = true;
    this.#host.changed();
    try {
      return (await work) && !this.#host.isLocked();
    } finally {
      this.#isWaiting = false;
      this.#host.changed();
    }
  }

  async #trySubmit(): Promise<boolean> {
    const host = this.#host;
    const {opening} = host;
    opening.open();
    if (host.isLocked()) return false;
    const work = this.#work(true);
    if (work && !(await this.#isFinished(work))) return false;
    host.goOn();
    this.#set(host.problems());
    const {item} = opening;
    const now = new Date();
    const facts = host.facts();
    const said = this.#problems.length > 0 ? undefined : host.said(now, facts);
    if (!said) {
      await host.refused();
      return false;
    }
    const {acceptanceTime} = opening;
    const written = await this.#writeForSubmit(said, facts);
    // A page may have opened another item meanwhile.
    if (!written || opening.item !== item) return false;
    const entry = item ?? {};
    const name = facts.name || host.taskType().widgetName(entry);
    const detail: SubmitDetail = {
      entry,
      answer: {
        answerContent: objectFrom([[name, written.answer]]),
        acceptanceTime,
        submissionTime: now.toISOString(),
        timeSpentInSeconds: Math.round(opening.timeSpentMs) / 1000,
        workerId: facts.workerId,
      },
      line: written.line,
      files: written.files,
    };
    this.#gate.submitted(performance.now());
    const isAccepted = host.element.dispatchEvent(
      new CustomEvent<SubmitDetail>('gt-submit', {bubbles: true, composed: true, cancelable: true, detail}),
    );
    if (isAccepted && opening.item === item) {
      this.#set(this.#problems, true);
      host.accepted();
    }
    return isAccepted;
  }

  async #write(said: Said<Answer>, {jobName, attribute}: AnswerFacts): Promise<Written<Answer>> {
    const {entry} = said.task;
    const taskType = this.#host.taskType();
    const facts = {
      type: taskType.groundTruthType(entry),
      attribute,
      jobName,
      createdAt: said.now.getTime(),
    };
    const {answer, task, files} = await this.#host.finish(said);
    return {line: toLine(entry, taskType.toLabel(said.answer, task), facts), files, answer};
  }

  async #writeForSubmit(said: Said<Answer>, facts: AnswerFacts): Promise<Written<Answer> | undefined> {
    this.#isWriting = true;
    this.#host.changed();
    try {
      return await this.#write(said, facts);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#set([errorAt('answer', 'answer/not-written', this.#host.words().notWritten(why))]);
      return undefined;
    } finally {
      this.#isWriting = false;
      this.#host.changed();
    }
  }

  #set(problems: readonly Problem[], wasAccepted = this.#wasAccepted): void {
    if (problems === this.#problems && wasAccepted === this.#wasAccepted) return;
    this.#problems = problems;
    this.#wasAccepted = wasAccepted;
    this.#host.changed();
  }
}
