import type {GtInstructions} from '../gt-instructions/gt-instructions.js';
import type {GtLabelPicker} from '../gt-label-picker/gt-label-picker.js';

/** Knows where things are in a rendered task element, for tests and stories. */
export class TaskHarness<T extends HTMLElement = HTMLElement> {
  readonly element: T;

  constructor(element: T) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get picker(): GtLabelPicker {
    return this.#find('gt-label-picker') as GtLabelPicker;
  }

  get instructions(): GtInstructions {
    return this.#find('gt-instructions') as GtInstructions;
  }

  /** The rows of the picker that are rendered. */
  get rows(): HTMLElement[] {
    return [...(this.picker.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [])];
  }

  /** The row of a label. */
  row(label: string): HTMLElement {
    const row = this.rows.find((candidate) => candidate.querySelector('.name')?.textContent === label);
    if (!row) throw new Error(`There is no row for the label ${label}.`);
    return row;
  }

  get chosen(): string[] {
    return this.rows
      .filter((row) => row.ariaChecked === 'true')
      .map((row) => row.querySelector('.name')?.textContent ?? '');
  }

  /** A button of the element's own bar or notices, by its visible or spoken name. */
  button(name: string): HTMLButtonElement {
    const button = [...this.root.querySelectorAll('button')].find(
      (candidate) =>
        (candidate.ariaLabel ?? candidate.querySelector('.label')?.textContent ?? nameOf(candidate)) === name,
    );
    if (!button) throw new Error(`There is no button ${name}.`);
    return button;
  }

  hasButton(name: string): boolean {
    try {
      this.button(name);
      return true;
    } catch {
      return false;
    }
  }

  get toast(): HTMLElement | null {
    return this.root.querySelector('.toast');
  }

  get status(): string {
    return this.root.querySelector('.base > [role="status"]')?.textContent?.trim() ?? '';
  }

  get problems(): HTMLAnchorElement[] {
    return [...this.root.querySelectorAll<HTMLAnchorElement>('.problems a')];
  }

  get notices(): string[] {
    return [...this.root.querySelectorAll('.notices .notice')].map(
      (notice) => notice.textContent?.trim() ?? '',
    );
  }

  get comment(): HTMLTextAreaElement | null {
    return this.root.querySelector('textarea');
  }

  #find(selector: string): Element {
    const found = this.root.querySelector(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  }
}

function nameOf(button: HTMLButtonElement): string {
  return [...button.childNodes]
    .filter((node) => node instanceof Text || (node instanceof Element && node.ariaHidden !== 'true'))
    .map((node) => node.textContent ?? '')
    .join('')
    .trim();
}
