/**
 * Masks as data: which class each pixel of a picture belongs to, and the PNG files they are kept in. Runs in Node, in
 * workers and in pages.
 *
 * @module
 */
export type {Problem, Result} from '../base/result.js';
export {maskColors} from '../raster/colors.js';
export type {ColorMap, ColorMapEntry, UnknownColor} from '../raster/png/color-map.js';
export {
  decodeInstancePng,
  decodeMaskPng,
  MaskPngError,
  readInstancePng,
  readMaskPng,
  type DecodedMask,
} from '../raster/png/decode-mask.js';
export {
  encodeInstancePng,
  encodeMaskPng,
  type InstancesToEncode,
  type MaskToEncode,
} from '../raster/png/encode-mask.js';
export type {MaskPixels, TilePixels} from '../raster/png/pixel-bands.js';
export type {TilePlace, TileRuns} from '../raster/tiles.js';
