import {refill} from '../pieces.js';
import {isNearer, looksLike, patches} from './clicks.js';
import type {Region} from './region.js';

/**
 * Corrects a mask (1 and 0) of the cells of a region where somebody clicked: what looks like the place of a click, is
 * connected with it, and is nearer to it than to a click that says the opposite, belongs to the thing or does not.
 */
export function correct(
  mask: Uint8Array<ArrayBuffer>,
  region: Region,
  words: Uint32Array,
  plus: readonly number[],
  minus: readonly number[],
): void {
  const {width, height} = region;
  const take = (clicks: readonly number[], others: readonly number[], value: number) => {
    for (const click of clicks) {
      const patch = patches([click], region);
      const isAlike = looksLike(words, patch);
      const data = Uint8Array.from(words, (word, at) =>
        isAlike(word) && !isNearer(at, others, clicks, width) ? 1 : 0,
      );
      // What is under the click is meant, whatever it looks like.
      for (const at of patch) if (!isNearer(at, others, clicks, width)) data[at] = 1;
      refill({width, height, data}, click, 1, 2);
      for (let at = 0; at < mask.length; at++) if (data[at] === 2) mask[at] = value;
    }
  };
  take(plus, minus, 1);
  take(minus, plus, 0);
}
