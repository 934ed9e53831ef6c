import {backgroundColor, rgbOf} from '../colors.js';
import {headerChunk, pngOf} from './chunks.js';
import {MaskEncoder} from './mask-encoder.js';
import {type Pixels, RunScanner} from './run-scanner.js';

/** A mask to be written: the class of each pixel, row by row from the top left, and the colour of each class. */
export interface MaskToEncode {
  readonly width: number;
  readonly height: number;
  readonly data: Pixels;
  /** By class id, at most 256 colours such as `#2ca02c`. Ids without one get white, as Ground Truth writes them. */
  readonly palette: readonly string[];
  /** The class id of each number in `data`, where the numbers are no class ids themselves. */
  readonly ids?: ArrayLike<number>;
}

/**
 * The mask as a PNG file: 8 bits per pixel, each the id of a class, 256 colours, no transparency, nothing about colour
 * spaces. That is what Ground Truth writes. The same mask gives the same bytes in every browser and in Node.
 *
 * Rejects with a `RangeError` when the mask contradicts itself: that is a programming mistake.
 */
export async function encodeMaskPng(mask: MaskToEncode): Promise<Uint8Array<ArrayBuffer>> {
  const {width, height, data, palette, ids} = mask;
  checkMask(mask);
  const encoder = new MaskEncoder(width);
  encoder.addRows(new RunScanner(data, width, ids), 0, height);
  return pngOf([
    headerChunk(width, height, 8, 3),
    {type: 'PLTE', data: [paletteBytes(palette)]},
    {type: 'IDAT', data: encoder.finish()},
    {type: 'IEND', data: []},
  ]);
}

function checkMask({width, height, data, palette, ids}: MaskToEncode): void {
  const isSize = (side: number) => Number.isInteger(side) && side > 0 && side < 2 ** 31;
  if (!isSize(width) || !isSize(height))
    throw new RangeError(
      `A mask of ${width}×${height} pixels cannot be written: both sides must be whole numbers from 1.`,
    );
  if (data.length !== width * height)
    throw new RangeError(
      `A mask of ${width}×${height} pixels needs ${width * height} numbers, found ${data.length}.`,
    );
  if (palette.length > 256) throw new RangeError(`A mask has room for 256 colours, found ${palette.length}.`);
  if (data.BYTES_PER_ELEMENT > 1 && !ids)
    throw new RangeError(
      'A mask with two bytes per pixel needs `ids`, the class id (0 to 255) of each number.',
    );
}

function paletteBytes(palette: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(256 * 3);
  for (let id = 0; id < 256; id++) {
    const color = palette[id] ?? backgroundColor;
    const rgb = rgbOf(color);
    if (rgb === undefined)
      throw new RangeError(`"${color}", the colour of class ${id}, cannot be read. Write it as #rrggbb.`);
    bytes.set([rgb >> 16, (rgb >> 8) & 255, rgb & 255], id * 3);
  }
  return bytes;
}
