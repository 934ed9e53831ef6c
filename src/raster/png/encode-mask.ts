import {backgroundColor, rgbOf} from '../colors.js';
import {colorPng, indexedPng} from './encode-rows.js';
import type {MaskPixels} from './pixel-bands.js';

/** A mask to be written: the class of each pixel and the colour of each class. */
export type MaskToEncode = MaskPixels & {
  /** By class id, at most 256 colours such as `#2ca02c`. Ids without one get white, as Ground Truth writes them. */
  readonly palette: readonly string[];
  /** The class id of each number, where the numbers are no class ids themselves. */
  readonly ids?: ArrayLike<number>;
};

/** A mask of things to be written: which thing each pixel belongs to, 0 for none. */
export type InstancesToEncode = MaskPixels & {
  /** The colours of the things 1, 2, 3…, each different from the others. White stands for none, and for gaps in the list. */
  readonly colors: readonly string[];
};

/**
 * The mask as a PNG file: 8 bits per pixel, each the id of a class, 256 colours, no transparency, nothing about colour
 * spaces. That is what Ground Truth writes. The same mask gives the same bytes in every browser and in Node.
 *
 * A page stays responsive meanwhile; the mask must not change until it is done. Rejects with a `RangeError` when the
 * mask contradicts itself: that is a programming mistake.
 */
export async function encodeMaskPng(mask: MaskToEncode): Promise<Uint8Array<ArrayBuffer>> {
  checkPixels(mask);
  const {palette, data, ids} = mask;
  checkColors('palette', palette);
  if (palette.length > 256) throw new RangeError(`A mask has room for 256 colours, found ${palette.length}.`);
  if (data && data.BYTES_PER_ELEMENT > 1 && !ids)
    throw new RangeError(
      'A mask with two bytes per pixel needs `ids`, the class id (0 to 255) of each number.',
    );
  return indexedPng(mask, paletteBytes(palette), ids);
}

/**
 * A mask of things as a PNG file in which each thing has a colour of its own: with a palette for up to 255 things,
 * where pixel values are their numbers, and in full colour for more. Otherwise like `encodeMaskPng`.
 */
export async function encodeInstancePng(mask: InstancesToEncode): Promise<Uint8Array<ArrayBuffer>> {
  checkPixels(mask);
  checkColors('colors', mask.colors);
  const palette = [backgroundColor, ...mask.colors];
  if (palette.length > 65_536)
    throw new RangeError(`A mask has room for 65535 things, found ${mask.colors.length}.`);
  const numbers = palette.map(readColor);
  const used = new Set<number>();
  for (const [index, rgb] of numbers.entries()) {
    if (used.has(rgb) && rgb !== numbers[0])
      throw new RangeError(
        `${palette[index]}, the colour of thing ${index}, is used twice. Each needs its own.`,
      );
    used.add(rgb);
  }
  return numbers.length <= 256 ? indexedPng(mask, paletteBytes(palette)) : colorPng(mask, numbers);
}

function checkPixels({width, height, data}: MaskPixels): void {
  const isSize = (side: number) => Number.isInteger(side) && side > 0 && side < 2 ** 31;
  if (!isSize(width) || !isSize(height))
    throw new RangeError(
      `A mask of ${width}×${height} pixels cannot be written: both sides must be whole numbers from 1.`,
    );
  if (data && data.length !== width * height)
    throw new RangeError(
      `A mask of ${width}×${height} pixels needs ${width * height} numbers, found ${data.length}.`,
    );
}

function checkColors(name: 'palette' | 'colors', colors: unknown): void {
  if (!Array.isArray(colors))
    throw new RangeError(
      `A mask cannot be written without \`${name}\`: a list of colours such as "#2ca02c".`,
    );
}

function paletteBytes(palette: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(256 * 3).fill(255);
  for (const [id, color] of palette.entries()) {
    const rgb = readColor(color, id);
    bytes.set([rgb >> 16, (rgb >> 8) & 255, rgb & 255], id * 3);
  }
  return bytes;
}

function readColor(color: string, id: number): number {
  const rgb = rgbOf(color);
  if (rgb === undefined)
    throw new RangeError(`"${color}", the colour of ${id}, cannot be read. Write it as #rrggbb.`);
  return rgb;
}
