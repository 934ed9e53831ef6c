/**
 * Answers that take a while, kept by their questions. One is looked for at a time. A question is an object that nobody
 * changes: asking anew is another object.
 */
export class Answers<Question extends object, Answer> {
  readonly #ask: (question: Question, signal: AbortSignal) => Promise<Answer>;
  readonly #settled: (question: Question) => void;
  readonly #answers = new WeakMap<Question, Answer>();
  readonly #failures = new WeakSet<Question>();
  #current: {readonly question: Question; readonly control: AbortController} | undefined;

  /** `settled` is called after each answer or failure, but not for questions that were given up. */
  constructor(
    ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
    settled: (question: Question) => void,
  ) {
    this.#ask = ask;
    this.#settled = settled;
  }

  of(question: Question | undefined): Answer | undefined {
    return question && this.#answers.get(question);
  }

  hasFailed(question: Question): boolean {
    return this.#failures.has(question);
  }

  /** True when there is an answer, or there will be none. */
  isSettled(question: Question): boolean {
    return this.#answers.has(question) || this.#failures.has(question);
  }

  /**
   * Looks for answers that are missing, the first of them first, and gives up whatever else is looked for. `passing`
   * follows a hand: as long as it moves, what it asked before is still answered, so that it sees something at all.
   */
  want(questions: readonly Question[], passing?: Question): void {
    const next = questions.find((question) => !this.isSettled(question));
    const current = this.#current;
    if (current) {
      if (questions.includes(current.question) || (!next && passing)) return;
      this.#current = undefined;
      current.control.abort();
    }
    const wanted = next ?? passing;
    if (wanted && !this.isSettled(wanted)) this.#start(wanted);
  }

  #start(question: Question): void {
    const current = {question, control: new AbortController()};
    this.#current = current;
    const settle = (note: () => void) => {
      if (this.#current !== current) return;
      this.#current = undefined;
      note();
      this.#settled(question);
    };
    this.#ask(question, current.control.signal).then(
      (answer) => settle(() => this.#answers.set(question, answer)),
      () => settle(() => this.#failures.add(question)),
    );
  }
}
