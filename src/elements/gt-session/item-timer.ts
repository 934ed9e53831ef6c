import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Strings} from '../../strings/strings.js';
import {soonSeconds} from './worker-acts.js';

/** How much time is left for an item. */
export interface TimeLeft {
  readonly text: string;
  readonly isOver: boolean;
  /** It will be over soon: who works is told, and may ask for more. */
  readonly isSoon: boolean;
}

/** Counts down the time a worker has for an item, by asking the task element how long it has taken so far. */
export class ItemTimer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #spentMs: () => number;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, spentMs: () => number) {
    this.#host = host;
    this.#spentMs = spentMs;
    host.addController(this);
  }

  /** What is left of `limit` seconds, in words; nothing when there is no limit. */
  left(limit: number, words: Strings['session'], language: string): TimeLeft | undefined {
    if (!(limit > 0)) {
      this.#stop();
      return undefined;
    }
    this.#tick ??= setInterval(() => this.#host.requestUpdate(), 1000);
    const seconds = Math.ceil(limit - this.#spentMs() / 1000);
    if (seconds <= 0) return {text: words.timeOver, isOver: true, isSoon: false};
    const two = new Intl.NumberFormat(language, {minimumIntegerDigits: 2});
    const minutes = Math.floor(seconds / 60).toLocaleString(language);
    return {
      text: words.timeLeft(`${minutes}:${two.format(seconds % 60)}`),
      isOver: false,
      isSoon: seconds <= soonSeconds(limit),
    };
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#tick);
    this.#tick = undefined;
  }
}
