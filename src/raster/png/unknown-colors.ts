import {hexOf} from '../colors.js';
import type {UnknownColor} from './color-map.js';

/** Colours that are told one by one. */
const mostTold = 20;

/** Colours that are remembered; of those that come later only the pixels are counted. */
const mostKept = 4096;

/** Counts the pixels whose colour no map names. */
export class UnknownColors {
  readonly #pixels = new Map<number, number>();
  readonly #takenFor = new Map<number, number>();
  #total = 0;

  add(rgb: number, pixels: number, takenFor: number | undefined): void {
    this.#total += pixels;
    const before = this.#pixels.get(rgb);
    if (before === undefined && this.#pixels.size >= mostKept) return;
    this.#pixels.set(rgb, (before ?? 0) + pixels);
    if (takenFor !== undefined) this.#takenFor.set(rgb, takenFor);
  }

  get report(): {readonly unknownPixels: number; readonly unknownColors: readonly UnknownColor[]} {
    const colors = [...this.#pixels].sort(([, a], [, b]) => b - a).slice(0, mostTold);
    return {
      unknownPixels: this.#total,
      unknownColors: colors.map(([rgb, pixels]) => {
        const takenFor = this.#takenFor.get(rgb);
        return {color: hexOf(rgb), pixels, ...(takenFor === undefined ? {} : {takenFor})};
      }),
    };
  }
}
