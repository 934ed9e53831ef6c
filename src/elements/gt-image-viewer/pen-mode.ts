/** How long after the last pen fingers still only move the picture. */
const penMemoryMs = 10_000;

/** A hand that comes down with the pen comes within this time. */
const palmMs = 50;

/** A contact with a larger radius, in CSS pixels, is a hand. */
const palmRadius = 30;

/** Keeps the hand that holds a pen from drawing. */
export class PenMode {
  #seenMs = -Infinity;
  #contactMs = -Infinity;
  #isDown = false;

  /** A pen was near or on the stage. */
  seen(timeMs: number): void {
    this.#seenMs = timeMs;
  }

  /** A pen touched the stage. */
  down(timeMs: number): void {
    this.seen(timeMs);
    this.#contactMs = timeMs;
    this.#isDown = true;
  }

  up(timeMs: number): void {
    this.seen(timeMs);
    this.#isDown = false;
  }

  /** True while somebody works with a pen. */
  isOn(timeMs: number): boolean {
    return timeMs - this.#seenMs < penMemoryMs;
  }

  /** True for a contact that is the hand rather than a finger. */
  isPalm(event: PointerEvent): boolean {
    if (!this.isOn(event.timeStamp)) return false;
    const radius = Math.max(event.width, event.height) / 2;
    return this.#isDown || radius > palmRadius || event.timeStamp - this.#contactMs <= palmMs;
  }

  /** True for a contact that began so shortly before the pen that it is the hand. */
  cameWithPen(contactMs: number): boolean {
    return Math.abs(this.#contactMs - contactMs) <= palmMs;
  }
}
