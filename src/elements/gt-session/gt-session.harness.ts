import type {GtSession} from './gt-session.js';

/** Knows where things are in a rendered session, for tests and stories. */
export class SessionHarness {
  readonly element: GtSession;

  constructor(element: GtSession) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  /** The words of the status, such as `Saved`. */
  get status(): string {
    return this.#text('.bar [role="status"]');
  }

  /** `12 of 151`. */
  get position(): string {
    return this.#text('.position');
  }

  /** The messages under the bar that are alerts. */
  get alerts(): string[] {
    return this.#texts('.notices [role="alert"] .notice-text');
  }

  /** The other messages under the bar. */
  get notices(): string[] {
    return this.#texts('.notices [role="status"] .notice-text');
  }

  /** What stands in the place of the item; '' while there is an item. */
  get panel(): string {
    return this.#text('.panel');
  }

  /** The rows of the list of items that are rendered. */
  get rows(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.row')];
  }

  /** A button by its visible or spoken name. */
  button(name: string): HTMLButtonElement {
    const button = this.#button(name);
    if (!button) throw new Error(`There is no button ${name}.`);
    return button;
  }

  hasButton(name: string): boolean {
    return this.#button(name) !== undefined;
  }

  #button(name: string): HTMLButtonElement | undefined {
    return [...this.root.querySelectorAll('button')].find(
      (button) => (button.ariaLabel ?? nameOf(button)) === name,
    );
  }

  #text(selector: string): string {
    return this.#texts(selector)[0] ?? '';
  }

  #texts(selector: string): string[] {
    return Array.from(this.root.querySelectorAll(selector), (element) =>
      (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  }
}

/** The text of a button without what is hidden from assistive technology. */
function nameOf(button: HTMLElement): string {
  const copy = button.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
