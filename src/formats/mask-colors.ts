import {backgroundColor, maskColors, rgbOf} from '../raster/colors.js';

/**
 * Gives out colours for masks, each only once: whoever reads a mask by colour must find one meaning for each. White is
 * the background's.
 */
export class MaskColors {
  readonly #taken = new Set<number | undefined>([rgbOf(backgroundColor)]);
  #sequence: readonly string[] = [];

  /** The wanted colour if nobody has it; else that of the number in the sequence, else the next one that is free. */
  take(wanted: string | undefined, number: number): string {
    if (wanted !== undefined && this.#claim(wanted)) return wanted;
    for (let place = number - 1; ; place++) {
      if (place >= this.#sequence.length) this.#sequence = maskColors((place + 8) * 2);
      const color = this.#sequence[place] as string;
      if (this.#claim(color)) return color;
    }
  }

  #claim(color: string): boolean {
    const rgb = rgbOf(color);
    if (rgb === undefined || this.#taken.has(rgb)) return false;
    this.#taken.add(rgb);
    return true;
  }
}
