import type {Size} from '../geometry/point.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {PicturePixels} from './segmenter.js';

/**
 * The pixels of a picture in its stored grid, wherever they are kept: all in memory, or read part by part.
 * A word is one pixel: red in its lowest eight bits, then green, blue and alpha.
 */
export interface PixelSource extends Size {
  /** Whole rows from `top` up to, but without, `bottom`. Not to be changed: it may be the picture itself. */
  rows(top: number, bottom: number): Uint32Array<ArrayBuffer>;
  /** A part, row by row; it must lie within the picture. It belongs to the caller. */
  words(box: PixelBox): Uint32Array<ArrayBuffer>;
}

/** A picture that lies in memory as a whole. */
export function inMemory(words: Uint32Array<ArrayBuffer>, {width, height}: Size): PixelSource {
  return {
    width,
    height,
    rows: (top, bottom) => words.subarray(top * width, bottom * width),
    words({left, top, right, bottom}) {
      const wide = right - left;
      const part = new Uint32Array(wide * (bottom - top));
      for (let y = top; y < bottom; y++)
        part.set(words.subarray(y * width + left, y * width + right), (y - top) * wide);
      return part;
    },
  };
}

/** Pixels as bytes, seen as words without copying them. */
export function wordsOf({data}: PicturePixels): Uint32Array<ArrayBuffer> {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
}

/** Words seen as bytes without copying them. */
export function pixelsOf(words: Uint32Array<ArrayBuffer>, {width, height}: Size): PicturePixels {
  return {width, height, data: new Uint8ClampedArray(words.buffer, words.byteOffset, words.length * 4)};
}
