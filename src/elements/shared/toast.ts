import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {visibleText} from './visible-text.js';

/** How long a toast stays, unless the pointer or the focus is on it. */
const stayMs = 4000;

interface Message {
  /** It asks something about the work as it is now. */
  readonly isQuestion: boolean;
  readonly text: string;
  readonly action: string;
  readonly run: () => void;
}

/** A short message with one way back, over the bottom of the item. Screen readers get it from the announcer. */
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
    this.#set({text, action, run, isQuestion: false});
  }

  /** The same for something that is done only if the person agrees, and that nobody asks once the work has gone on. */
  ask(text: string, action: string, run: () => void): void {
    this.#set({text, action, run, isQuestion: true});
  }

  /** Something else was done: a question is over, a message stays. */
  goOn(): void {
    if (this.#message?.isQuestion) this.hide();
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
    return html`<div class="toast-place">
      <div
        class="toast"
        part="toast"
        @pointerenter=${this.#hold}
        @pointerleave=${this.#wait}
        @focusin=${this.#hold}
        @focusout=${this.#wait}
      >
        <bdi>${visibleText(message.text)}</bdi>
        <button
          class="button quiet"
          type="button"
          @click=${() => {
            this.hide();
            message.run();
          }}
        >
          ${message.action}
        </button>
      </div>
    </div>`;
  }

  readonly #hold = (): void => clearTimeout(this.#timer);

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.hide, stayMs);
  };
}
