import {decode as fastDecode, encode as fastEncode} from 'fast-png';
import {zlibSync} from 'fflate';
import UPNG from 'upng-js';
import {headerChunk, pngOf} from '../../src/raster/png/chunks.ts';
import {decodeMaskPng, encodeMaskPng} from '../../src/entries/raster.ts';
import {idsOf, palette, rgb, rgbaOf} from './mask.js';

function canvasOf({width, height}) {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  return {canvas, context: canvas.getContext('2d', {willReadFrequently: true})};
}

/** Rows without any filter: what most people would do first. */
function plainRows({width, height, data}) {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return rows;
}

const indexed = ({width, height}, compressed) =>
  pngOf([
    headerChunk(width, height, 8, 3),
    {type: 'PLTE', data: [Uint8Array.from(rgb.flat())]},
    {type: 'IDAT', data: [compressed]},
    {type: 'IEND', data: []},
  ]);

/** Ways to make a PNG file of a mask. */
export const encoders = {
  ours: (mask) => encodeMaskPng(mask),
  toBlob: async (mask) => {
    const {canvas, context} = canvasOf(mask);
    context.putImageData(new ImageData(rgbaOf(mask), mask.width, mask.height), 0, 0);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    return new Uint8Array(await blob.arrayBuffer());
  },
  CompressionStream: async (mask) => {
    const stream = new Blob([plainRows(mask)]).stream().pipeThrough(new CompressionStream('deflate'));
    return indexed(mask, new Uint8Array(await new Response(stream).arrayBuffer()));
  },
  'fflate 1': (mask) => indexed(mask, zlibSync(plainRows(mask), {level: 1})),
  'fflate 6': (mask) => indexed(mask, zlibSync(plainRows(mask), {level: 6})),
  'fast-png': ({width, height, data}) =>
    fastEncode({width, height, data, depth: 8, channels: 1, palette: rgb}),
  'upng-js': (mask) => new Uint8Array(UPNG.encode([rgbaOf(mask).buffer], mask.width, mask.height, 0)),
};

/** Ways to get the classes of a PNG file back. */
export const decoders = {
  ours: async (png) => (await decodeMaskPng(png, palette)).data,
  canvas: async (png) => {
    const bitmap = await createImageBitmap(new Blob([png]), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
    const {context} = canvasOf(bitmap);
    context.drawImage(bitmap, 0, 0);
    return idsOf(context.getImageData(0, 0, bitmap.width, bitmap.height).data);
  },
  'fast-png': (png) => fastDecode(png).data,
  'upng-js': (png) => {
    const image = UPNG.decode(png.slice().buffer);
    return idsOf(new Uint8Array(UPNG.toRGBA8(image)[0]));
  },
};
