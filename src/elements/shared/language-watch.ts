import {whenRegistered} from '../../strings/strings.js';

const attributes: MutationObserverInit = {subtree: true, attributes: true, attributeFilter: ['lang']};

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;
let stopHearing: (() => void) | undefined;

const tell = (): void => {
  for (const listener of listeners) listener();
};

/**
 * Calls `listener` when the words around an element may have changed: a `lang` was set, or a language was registered.
 * One observer serves all elements, and there is none while nobody listens.
 */
export function watchLanguage(element: Element, listener: () => void): void {
  observer ??= new MutationObserver(tell);
  stopHearing ??= whenRegistered(tell);
  listeners.add(listener);
  // An observer does not see into shadow roots, so it looks at every root on the way up. Again is no second time.
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, attributes);
    if (!(root instanceof ShadowRoot)) break;
  }
}

export function unwatchLanguage(listener: () => void): void {
  listeners.delete(listener);
  if (listeners.size > 0) return;
  observer?.disconnect();
  stopHearing?.();
  observer = stopHearing = undefined;
}
