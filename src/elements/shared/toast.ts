import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {visibleText} from './visible-text.js';

/** How long a toast stays, unless the pointer or the focus is on it. */
const stayMs = 4000;

interface Message {
  /** It is about the work as it is now: once that goes on, it is over. */
  readonly isPassing: boolean;
  readonly text: string;
  readonly button?: {readonly action: string; readonly run: () => void};
}

/** A short message, mostly with one way back, over the bottom of the item. Screen readers get it from the announcer. */
export class Toast implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #message: Message | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Shows a message in the place of the one before. `run` is what its button does. */
  show(text: string, action: string, run: () => void): void {
    this.#set({text, button: {action, run}, isPassing: false});
  }

  /** The same for something that is done only if the person agrees, and that nobody asks once the work has gone on. */
  ask(text: string, action: string, run: () => void): void {
    this.#set({text, button: {action, run}, isPassing: true});
  }

  /** Says why something was not done. There is nothing to press, and presses go through it. */
  tell(text: string): void {
    this.#set({text, isPassing: true});
  }

  /** Something else was done: a question or a refusal is over, a message stays. */
  goOn(): void {
    if (this.#message?.isPassing) this.hide();
  }

  #set(message: Message): void {
    this.#message = message;
    this.#wait();
    this.#host.requestUpdate();
  }

  readonly hide = (): void => {
    clearTimeout(this.#timer);
    if (!this.#message) return;
    this.#message = undefined;
    this.#host.requestUpdate();
  };

  hostDisconnected(): void {
    this.hide();
  }

  get view(): TemplateResult | typeof nothing {
    const message = this.#message;
    if (!message) return nothing;
    const {text, button} = message;
    return html`<div class="toast-place">
      <div
        class="toast ${button ? '' : 'plain'}"
        part="toast"
        @pointerenter=${this.#hold}
        @pointerleave=${this.#wait}
        @focusin=${this.#hold}
        @focusout=${this.#wait}
      >
        <bdi>${visibleText(text)}</bdi>
        ${
          button
            ? html`<button
                class="button quiet"
                type="button"
                @click=${() => {
                  this.hide();
                  button.run();
                }}
              >
                ${button.action}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  readonly #hold = (): void => clearTimeout(this.#timer);

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.hide, stayMs);
  };
}
