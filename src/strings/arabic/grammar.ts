import {plural} from '../plural.js';

/** Text from elsewhere, such as an English label, which must not pull its neighbours into its own direction. */
export const apart = (text: string): string => `\u2068${text}\u2069`;

/** A number as Arabic writes it, for words that are not told which Arabic it is. */
export const number = (value: number): string => value.toLocaleString('ar');

/** A place in a picture: from left to right in every language. */
export const place = (left: number, top: number): string => `\u2066${number(left)}, ${number(top)}\u2069`;

export interface Counted {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  /** Nouns that follow the number: 3–10, 11–99, 100 and the like. */
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** A number and its noun. One and two are said by the noun alone. */
export function counted(
  language: string,
  count: number,
  {zero, one, two, few, many, other}: Counted,
): string {
  const digits = count.toLocaleString(language);
  return plural(language, count, {
    zero,
    one,
    two,
    few: `${digits} ${few}`,
    many: `${digits} ${many}`,
    other: `${digits} ${other}`,
  });
}
