import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {stringsFor, type Strings} from '../../strings/strings.js';

/** The nearest `lang` around an element, through shadow roots, as CSS `:lang()` would see it. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') || 'en';
  }
  return 'en';
}

/** Gives a host element its words in the language of the page around it, read anew whenever it is connected. */
export class StringsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #language = 'en';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get language(): string {
    return this.#language;
  }

  get text(): Strings {
    return stringsFor(this.#language);
  }

  hostConnected(): void {
    this.#language = languageOf(this.#host);
    this.#host.requestUpdate();
  }
}
