/**
 * Work in small steps of some milliseconds at most. Between two of them whoever runs it may do something else, or see
 * that nobody wants the result any more.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the work step by step, with pauses; rejects with the signal's reason once that is aborted. */
export type RunSteps = <T>(steps: Steps<T>, signal: AbortSignal | undefined) => Promise<T>;

/** Does all of it at once. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
