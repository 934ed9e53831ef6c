import {warnOnce} from '../base/warn.js';

/**
 * Registers an element under its tag. A tag that is taken keeps its first definition, so that a page with two copies
 * of the kit keeps working; the developer is told.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const taken = customElements.get(tag);
  if (taken === element) return;
  if (!taken) return customElements.define(tag, element);
  warnOnce(`<${tag}> is defined already, probably by another copy of the kit; the first definition stays.`);
}
