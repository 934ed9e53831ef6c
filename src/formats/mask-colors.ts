/** The colours that labeling jobs give to the classes 1, 2, 3… of masks: seen in real files, then by their sample tool. */
const sequence = [
  '#2ca02c',
  '#1f77b4',
  '#ff7f0e',
  '#d62728',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#7f7f7f',
  '#bcbd22',
  '#ff9896',
  '#17becf',
  '#aec7e8',
  '#ffbb78',
  '#98df8a',
  '#c5b0d5',
  '#c49c94',
  '#f7b6d2',
  '#c7c7c7',
] as const;

/** The colour of what nobody has labelled, and of palette entries that mean nothing. */
export const backgroundColor = '#ffffff';

/** True for `#rrggbb` in either case. */
export const isHexColor = (text: unknown): text is string =>
  typeof text === 'string' && /^#[0-9a-f]{6}$/i.test(text);

/**
 * Gives out colours for masks, each only once: whoever reads a mask by colour must find one meaning for each. White is
 * the background's.
 */
export class MaskColors {
  readonly #taken = new Set<string>([backgroundColor]);

  /** The wanted colour if nobody has it; else that of the number in the sequence, else the next one that is free. */
  take(wanted: string | undefined, number: number): string {
    if (wanted !== undefined && isHexColor(wanted) && this.#claim(wanted)) return wanted;
    for (let at = number - 1; at < sequence.length; at++) {
      const color = sequence[at];
      if (color && this.#claim(color)) return color;
    }
    for (let step = number; ; step++) {
      // An odd factor: no two steps give the same 24 bits until all have been given.
      const bits = Math.imul(step, 0x9e3779) & 0xffffff;
      const color = `#${bits.toString(16).padStart(6, '0')}`;
      if (this.#claim(color)) return color;
    }
  }

  #claim(color: string): boolean {
    const key = color.toLowerCase();
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }
}
