/** Right after an item appears, a press on Submit was meant for the one before (SHELL-4). */
const settleMs = 300;
/** A second press on Submit in this time, with nothing changed, is the same press. */
const twiceMs = 1000;

/** Tells presses on Submit that are meant from accidents, by comparing times. */
export class SubmitGate {
  #appearedAt = -Infinity;
  #submittedAt = -Infinity;

  /** `at` is the time in milliseconds, here and below. */
  itemAppeared(at: number): void {
    this.#appearedAt = at;
    this.#submittedAt = -Infinity;
  }

  submitted(at: number): void {
    this.#submittedAt = at;
  }

  /** The answer is another one, so submitting again means something. */
  changed(): void {
    this.#submittedAt = -Infinity;
  }

  accepts(at: number): boolean {
    return at - this.#appearedAt >= settleMs && at - this.#submittedAt >= twiceMs;
  }
}
