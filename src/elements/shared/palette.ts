import type {Label} from '../../model/label.js';

/**
 * Twelve hues: the seven colours of Okabe and Ito, then five chosen so that any two of the twelve stay apart for
 * people with protanopia, deuteranopia and tritanopia (smallest CIEDE2000 distance 10.8; see palette.test.ts).
 * Labels get them in this order, so short lists get the most different ones.
 */
export const hues: readonly string[] = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#d55e00',
  '#cc79a7',
  '#56b4e9',
  '#f0e442',
  '#773344',
  '#2200dd',
  '#bbddaa',
  '#aa0000',
  '#553377',
];

/** Told apart without colour: when the hues are used up, they come again with the next pattern. */
export const patterns = ['solid', 'ring', 'stripes', 'dots'] as const;
export type Pattern = (typeof patterns)[number];

/** How a label is drawn. */
export interface Look {
  readonly color: string;
  readonly pattern: Pattern;
}

const hexColor = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** The look of the label at `index` of its list: its own colour where it has a readable one, else the palette's. */
export function lookOf(label: Label, index: number): Look {
  const own = label.color !== undefined && hexColor.test(label.color) ? label.color : undefined;
  const pattern = patterns[Math.floor(index / hues.length) % patterns.length] ?? 'solid';
  return own ? {color: own, pattern: 'solid'} : {color: hues[index % hues.length] ?? '#0072b2', pattern};
}
