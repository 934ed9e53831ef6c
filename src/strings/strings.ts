import {en} from './en.js';

/** The words of one language. Another language has the same members; the compiler lists what it misses. */
export type Strings = typeof en;

const languages = new Map<string, Strings>([['en', en]]);

/** Adds a language, or replaces one. `code` is a BCP 47 tag such as `de` or `pt-BR`. */
export function registerStrings(code: string, strings: Strings): void {
  languages.set(code.toLowerCase(), strings);
}

/** The words for a BCP 47 tag: exactly that language, else its base language, else English. */
export function stringsFor(code: string): Strings {
  const tag = code.toLowerCase();
  return languages.get(tag) ?? languages.get(tag.split('-')[0] ?? '') ?? en;
}
