import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A key held longer than this was held, not tapped. */
const tapMs = 250;

/** Acts that last as long as their key is down: showing all names, or hiding all boxes to see the picture. */
export class HeldKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lastDown = '';
  #held:
    | {readonly code: string; readonly since: number; readonly isTapKept: boolean; readonly end: () => void}
    | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Calls `end` when the key that is down now goes up. With `isTapKept` a short tap is not ended: it switches. */
  hold(end: () => void, isTapKept = false): void {
    this.release();
    this.#held = {code: this.#lastDown, since: performance.now(), isTapKept, end};
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKeydown, {capture: true});
    this.#host.addEventListener('keyup', this.#onKeyup);
    this.#host.addEventListener('focusout', this.#onFocusout);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeydown, {capture: true});
    this.#host.removeEventListener('keyup', this.#onKeyup);
    this.#host.removeEventListener('focusout', this.#onFocusout);
    this.release();
  }

  readonly #onKeydown = ({code}: KeyboardEvent): void => {
    this.#lastDown = code;
  };

  readonly #onKeyup = ({code}: KeyboardEvent): void => {
    const held = this.#held;
    if (held?.code !== code) return;
    if (held.isTapKept && performance.now() - held.since < tapMs) this.#held = undefined;
    else this.release();
  };

  /** The key may go up where nobody hears it. */
  readonly #onFocusout = ({relatedTarget}: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || !this.#host.contains(relatedTarget)) this.release();
  };

  /** Ends what is held, as if its key had gone up after a while. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    held?.end();
  }
}
