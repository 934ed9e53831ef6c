import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {formatsFor, stringsFor, type Strings} from '../../strings/strings.js';
import {unwatchLanguage, watchLanguage} from './language-watch.js';

/** The nearest `lang` around an element, through shadow roots, as CSS `:lang()` would see it. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') || 'en';
  }
  return 'en';
}

/** Gives a host element its words in the language of the page around it, read anew when connected or changed. */
export class StringsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #text = stringsFor('en');
  #language = 'en';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The tag to format numbers, dates and plurals with; always one that the words are written for. */
  get language(): string {
    return this.#language;
  }

  get text(): Strings {
    return this.#text;
  }

  hostConnected(): void {
    this.#read();
    this.#host.requestUpdate();
    watchLanguage(this.#host, this.#read);
  }

  hostDisconnected(): void {
    unwatchLanguage(this.#read);
  }

  readonly #read = (): void => {
    const code = languageOf(this.#host);
    const text = stringsFor(code);
    const language = formatsFor(code);
    if (text === this.#text && language === this.#language) return;
    this.#text = text;
    this.#language = language;
    this.#host.requestUpdate();
  };
}
