import {errorAt, fail, ok, type Result} from '../../base/result.js';
import {backgroundColor, hexOf, rgbOf} from '../colors.js';
import type {Colors} from './color-map.js';
import {colorTypes, type PngFile} from './png-file.js';
import {readRows} from './read-rows.js';
import type {DecodedPixels} from './read-samples.js';
import {UnknownColors} from './unknown-colors.js';

/** A pixel's colour as one number, or −1 where it is rather transparent than not. */
type ColorReader = (bytes: Uint8Array, pixel: number) => number;

/** Reads files with several samples per pixel, by colour. */
export async function readColors<Data extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  file: PngFile,
  colors: Colors | undefined,
  make: (length: number) => Data,
  mostIds: number,
): Promise<Result<DecodedPixels<Data>>> {
  const data = make(file.width * file.height);
  const colorAt = colorReader(file);
  const unknown = new UnknownColors();
  const found = [backgroundColor];
  const ids = new Map<number, number>([[-1, colors?.background ?? 0]]);
  if (!colors) ids.set(rgbOf(backgroundColor) as number, 0);

  const idOf = (rgb: number): number => {
    const known = ids.get(rgb);
    if (known !== undefined) return known;
    if (!colors && found.length > mostIds) return 0;
    const id = colors ? colors.idOf(rgb) : found.push(hexOf(rgb)) - 1;
    if (id !== undefined) ids.set(rgb, id);
    return id ?? -1;
  };
  const endRun = (rgb: number, pixels: number): number => {
    const id = idOf(rgb);
    if (id >= 0 || !colors) return id;
    const near = colors.nearestTo(rgb);
    unknown.add(rgb, pixels, near);
    return near ?? colors.background;
  };

  const outcome = await readRows(file, (bytes, count, start, step) => {
    for (let pixel = 0; pixel < count;) {
      const rgb = colorAt(bytes, pixel);
      const from = pixel++;
      while (pixel < count && colorAt(bytes, pixel) === rgb) pixel++;
      const id = endRun(rgb, pixel - from);
      if (step === 1) data.fill(id, start + from, start + pixel);
      else for (let at = from; at < pixel; at++) data[start + at * step] = id;
    }
  });
  if (!outcome.ok) return outcome;
  if (found.length > mostIds)
    return fail(
      errorAt(
        'mask',
        'mask/too-many-classes',
        `The mask has ${found.length - 1} colours, and without a map of colours each would be a class. There is room for ${mostIds - 1}: is this a mask at all?`,
      ),
    );
  const [palette, background] = colors ? [colors.palette, colors.background] : [found, 0];
  return ok({data, palette, background, ...unknown.report});
}

function colorReader({colorType, depth, channels, transparency}: PngFile): ColorReader {
  const isColor = colorType !== colorTypes.greyAlpha;
  const hasAlpha = colorType !== colorTypes.color;
  const key = !hasAlpha && transparency.length >= 6 ? transparency : undefined;
  const [size, alphaAt] = [(channels * depth) / 8, ((channels - 1) * depth) / 8];
  if (depth === 8) {
    const keyColor = key ? ((key[1] as number) << 16) | ((key[3] as number) << 8) | (key[5] as number) : -1;
    return (bytes, pixel) => {
      const at = pixel * size;
      if (hasAlpha && (bytes[at + alphaAt] as number) < 128) return -1;
      if (!isColor) return (bytes[at] as number) * 0x010101;
      const rgb =
        ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
      return rgb === keyColor ? -1 : rgb;
    };
  }
  /** 16 bits to the nearest of 8. */
  const short = (bytes: Uint8Array, at: number) =>
    Math.round((((bytes[at] as number) << 8) | (bytes[at + 1] as number)) / 257);
  return (bytes, pixel) => {
    const at = pixel * size;
    if (hasAlpha && short(bytes, at + alphaAt) < 128) return -1;
    if (key?.subarray(0, 6).every((byte, index) => byte === bytes[at + index])) return -1;
    if (!isColor) return short(bytes, at) * 0x010101;
    return (short(bytes, at) << 16) | (short(bytes, at + 2) << 8) | short(bytes, at + 4);
  };
}
