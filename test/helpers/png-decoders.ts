import {executeServerCommand} from '@web/test-runner-commands';
import {decode} from 'fast-png';

/** What a file looks like to somebody else: red, green, blue and alpha of every pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** The browser's own decoder, without colour management. */
export async function byBrowser(png: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  const bitmap = await createImageBitmap(new Blob([png], {type: 'image/png'}), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const {width, height} = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true});
  context?.drawImage(bitmap, 0, 0);
  const rgba = context?.getImageData(0, 0, width, height).data;
  if (!rgba) throw new Error('no canvas');
  return {width, height, rgba: new Uint8Array(rgba)};
}

/** fast-png, which unpacks with fflate. For files with 8 bits per sample. */
export function byFastPng(png: Uint8Array): Pixels {
  const {width, height, channels, data, palette} = decode(png, {checkCrc: true});
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const color = palette
      ? palette[data[pixel] ?? 0]
      : Array.from(data.subarray(pixel * channels, pixel * channels + 3));
    rgba.set(color?.slice(0, 3) ?? [], pixel * 4);
    rgba[pixel * 4 + 3] = 255;
  }
  return {width, height, rgba};
}

/** pngjs in Node, which unpacks with Node's zlib. */
export async function byPngjs(png: Uint8Array): Promise<Pixels> {
  const {width, height, runs} = await executeServerCommand<
    {width: number; height: number; runs: readonly number[]},
    string
  >('decode-with-pngjs', toBase64(png));
  const rgba = new Uint8Array(width * height * 4);
  const view = new DataView(rgba.buffer);
  for (let run = 0, at = 0; run < runs.length; run += 2) {
    for (let left = runs[run + 1] ?? 0; left > 0; left--, at += 4) view.setUint32(at, runs[run] ?? 0);
  }
  return {width, height, rgba};
}

export const fromBase64 = (text: string) =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
