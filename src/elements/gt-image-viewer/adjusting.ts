import {html, type nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Strings} from '../../strings/strings.js';
import {adjustmentsPanel, gammaDefinition} from './adjustments-panel.js';
import {filterFor, isAdjusted, unadjusted, windowed, type Adjustments} from './adjustments.js';

/** How the picture is made to look, and the panel to change it. Nothing here touches data. */
export class Adjusting {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #value = unadjusted;
  #isKept = false;
  #isOpen = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isAdjusted(): boolean {
    return isAdjusted(this.#value);
  }

  /** The CSS `filter` for whatever shows the picture. */
  get filter(): string {
    return filterFor(this.#value);
  }

  open(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  reset(): void {
    this.#change(unadjusted);
  }

  /** Another picture comes: it starts as it is, unless the person wants to keep what was set. */
  pictureChanges(): void {
    this.#isOpen = false;
    if (!this.#isKept) this.#change(unadjusted);
  }

  /** Starts a drag that changes contrast and brightness. */
  startWindowing(): (dx: number, dy: number) => void {
    const from = this.#value;
    return (dx, dy) => this.#change(dx === 0 && dy === 0 ? from : windowed(from, dx, dy));
  }

  /** What the filter refers to. */
  renderDefinitions(): TemplateResult | typeof nothing {
    return gammaDefinition(this.#value);
  }

  /** `closed` is called when the person closed the panel by a key. */
  renderPanel(text: Strings['viewer'], closed: () => void): TemplateResult {
    const keydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      this.open(false);
      closed();
    };
    return html`
      <div class="panel" part="panel" role="group" aria-label=${text.adjust} @keydown=${keydown}>
        ${adjustmentsPanel({
          text,
          value: this.#value,
          isKept: this.#isKept,
          change: (value) => this.#change(value),
          keep: (isKept) => {
            this.#isKept = isKept;
            this.#host.requestUpdate();
          },
        })}
      </div>
    `;
  }

  #change(value: Adjustments): void {
    this.#value = value;
    this.#host.requestUpdate();
  }
}
