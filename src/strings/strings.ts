import type {en} from './en.js';
import {coreWords} from './english/core.js';

/** The words of one language. Another language has the same members; the compiler lists what it misses. */
export type Strings = typeof en;

/** English grows with the elements a page has, so that a page with one element does not load the words of all. */
const english = {...coreWords} as Strings;

const languages = new Map<string, Strings>([['en', english]]);
const listeners = new Set<() => void>();

/**
 * Adds a language, or replaces one. Elements on the page show it at once. `code` is a BCP 47 tag such as `de` or
 * `pt-BR`.
 */
export function registerStrings(code: string, strings: Strings): void {
  Intl.getCanonicalLocales(code); // Throws for what is no tag, such as `pt_BR`.
  languages.set(code.toLowerCase(), strings);
  for (const listener of listeners) listener();
}

/** Calls `listener` after each registration, until the function it returns is called. */
export function whenRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Adds the English words of elements that are about to be defined. */
export function addEnglish(words: Partial<Strings>): void {
  Object.assign(english, words);
}

/** The registered tag that fits best: `de` for `de-AT`. */
function registered(code: string): string | undefined {
  const subtags = code.toLowerCase().split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const tag = subtags.join('-');
    if (languages.has(tag)) return tag;
  }
  return undefined;
}

/** The words for a BCP 47 tag: exactly that language, else a wider one (`de` for `de-AT`), else English. */
export function stringsFor(code: string): Strings {
  return languages.get(registered(code) ?? 'en') ?? english;
}

/**
 * The tag for numbers, dates and plurals that go with `stringsFor(code)`: the code itself, or `en` where English
 * stands in, because English words need English plurals.
 */
export function formatsFor(code: string): string {
  const tag = registered(code);
  if (!tag) return 'en';
  try {
    return Intl.getCanonicalLocales(code)[0] ?? tag;
  } catch {
    return tag;
  }
}
