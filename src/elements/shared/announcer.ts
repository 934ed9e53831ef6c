import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** Several messages within this time become the last one, so that speech keeps up with the hand. */
const settleMs = 300;

/** Speaks to screen readers: one polite region per element, whose text is replaced. Render `region` once, always. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #message = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Says this next, instead of anything still waiting. */
  announce(message: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // The same words again would be no change, and so would stay unsaid.
      this.#message = message === this.#message ? `${message}\u00a0` : message;
      this.#host.requestUpdate();
    }, settleMs);
  }

  get region(): TemplateResult {
    return html`<div class="visually-hidden" role="status">${this.#message}</div>`;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
