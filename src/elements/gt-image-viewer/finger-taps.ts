import {distance, type ScreenPoint} from '../../geometry/point.js';
import {dragThreshold} from './press.js';

/** From the first finger down to the last finger up. */
const tapMs = 300;

/** Tells when two or three fingers tapped the stage at once. */
export class FingerTaps {
  readonly #down = new Map<number, ScreenPoint>();
  #startMs = 0;
  #most = 0;
  #isSpoiled = false;
  #restore: (() => void) | undefined;

  /** `save` remembers the view, which the fingers of a tap may move a little. */
  down(id: number, point: ScreenPoint, timeMs: number, save: () => () => void): void {
    if (this.#down.size === 0) {
      this.#startMs = timeMs;
      this.#most = 0;
      this.#isSpoiled = false;
      this.#restore = save();
    }
    this.#down.set(id, point);
    this.#most = Math.max(this.#most, this.#down.size);
  }

  move(id: number, point: ScreenPoint): void {
    const start = this.#down.get(id);
    if (start && distance(start, point) >= dragThreshold.touch) this.#isSpoiled = true;
  }

  /** How many fingers tapped, once the last one is up; 0 while there is no tap. The view is back where it was then. */
  up(id: number, timeMs: number): number {
    if (!this.#down.delete(id) || this.#down.size > 0) return 0;
    if (this.#isSpoiled || this.#most < 2 || timeMs - this.#startMs > tapMs) return 0;
    this.#restore?.();
    return this.#most;
  }

  /** The contact is no finger of a tap. */
  forget(id: number): void {
    if (this.#down.delete(id)) this.#isSpoiled = true;
  }
}
