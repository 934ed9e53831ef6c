import type {Size} from '../geometry/point.js';
import {Stretches} from './stretches.js';

/** Region numbers, one per pixel. Bytes where 255 regions are enough, else two bytes each. */
export type RegionNumbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/**
 * Which region each pixel of a picture belongs to: exactly one. 0 is none. Pixels lie row by row from the top left of
 * the stored grid, so pixel (x, y) is `data[y * width + x]`. This is what a mask is; a canvas only shows it.
 */
export interface LabelMap extends Size {
  readonly data: RegionNumbers;
}

/** The largest number a map of bytes has room for; regions beyond it need a map of two bytes per pixel. */
export const mostInBytes = 255;

/** A map on which nothing is labelled. `mostRegions` decides how many bytes a pixel takes. */
export function emptyMap({width, height}: Size, mostRegions = mostInBytes): LabelMap {
  const length = width * height;
  return {width, height, data: mostRegions > mostInBytes ? new Uint16Array(length) : new Uint8Array(length)};
}

/** How many pixels there are of each region number: `counts[n]` for number n, as long as the largest number needs. */
export function countPixels({data}: LabelMap): number[] {
  const counts = new Float64Array(data.BYTES_PER_ELEMENT === 1 ? 256 : 65_536);
  const stretches = new Stretches(data);
  for (let at = 0; at < data.length;) {
    const number = data[at] as number;
    const end = stretches.endOf(number, at, data.length);
    counts[number]! += end - at;
    at = end;
  }
  return Array.from(counts.subarray(0, counts.findLastIndex((count) => count > 0) + 1));
}
