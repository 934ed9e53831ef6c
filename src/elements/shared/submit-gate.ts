/** Right after an item appears, a press on Submit was meant for the one before (SHELL-4). */
const settleMs = 300;
/** A second press on Submit in this time, with nothing changed, is the same press. */
const twiceMs = 1000;

/**
 * Tells presses on Submit that are meant from accidents, by comparing times. Whoever has worked on an item means that
 * item: fast hands must not wait, or the next label would go to it too.
 */
export class SubmitGate {
  #appearedAt = -Infinity;
  #submittedAt = -Infinity;
  #isWorkedOn = false;

  /** Another item is open. `at` is the time in milliseconds, here and below. */
  itemOpened(at: number): void {
    this.#appearedAt = at;
    this.#submittedAt = -Infinity;
    this.#isWorkedOn = false;
  }

  /** The open item can be seen, which for a picture is later. */
  itemShown(at: number): void {
    this.#appearedAt = at;
  }

  submitted(at: number): void {
    this.#submittedAt = at;
  }

  /** The worker has made the answer another one, so submitting, even again, means something. */
  changed(): void {
    this.#submittedAt = -Infinity;
    this.#isWorkedOn = true;
  }

  accepts(at: number): boolean {
    const isSettled = this.#isWorkedOn || at - this.#appearedAt >= settleMs;
    return isSettled && at - this.#submittedAt >= twiceMs;
  }
}
