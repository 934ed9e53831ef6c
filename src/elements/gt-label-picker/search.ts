import type {Option} from './options.js';

/** Text as people look for it: without case, accents and differences of width. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Finds rows by what a person types. Reads each label once, when the first search comes. */
export class OptionSearch {
  readonly #options: readonly Option[];
  #texts: readonly string[] | undefined;

  constructor(options: readonly Option[]) {
    this.#options = options;
  }

  /** The rows that hold every typed word: those that begin with the query first, then in the order of the list. */
  find(query: string): readonly Option[] {
    const words = plain(query).split(/\s+/u).filter(Boolean);
    if (words.length === 0) return this.#options;
    this.#texts ??= this.#options.map(({label}) =>
      plain(`${label.label}\n${label.shortDisplayName ?? ''}\n${label.description ?? ''}`),
    );
    const texts = this.#texts;
    const found = this.#options.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
    const start = words.join(' ');
    const begins = ({index}: Option): boolean => texts[index]?.startsWith(start) ?? false;
    return [...found.filter(begins), ...found.filter((option) => !begins(option))];
  }
}
