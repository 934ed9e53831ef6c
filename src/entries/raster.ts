/**
 * Masks as data: which class each pixel of a picture belongs to, and the PNG files they are kept in. Runs in Node, in
 * workers and in pages.
 *
 * @module
 */
export type {Problem, Result} from '../base/result.js';
export {stampBrush, sweepBrush, type Brush, type BrushShape} from '../raster/brush.js';
export {maskColors} from '../raster/colors.js';
export {
  packRunLengths,
  runLengthsOf,
  spansOfRunLengths,
  unpackRunLengths,
  type RunLengths,
} from '../raster/rle.js';
export {spansByNumber} from '../raster/spans-by-number.js';
export {Components, type Area} from '../raster/components.js';
export {contoursOf, type Contours, type Ring} from '../raster/contours.js';
export {holesIn, innerRim, islandsOf, outerRim} from '../raster/fix-ups.js';
export {countPixels, emptyMap, type LabelMap, type RegionNumbers} from '../raster/label-map.js';
export {MapWriter, type WriteRule} from '../raster/map-writer.js';
export {mapOfTiles} from '../raster/packed-tiles.js';
export type {PixelBox} from '../raster/pixel-box.js';
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
export {
  readMaskFile,
  writeMaskFile,
  type MaskMeaning,
  type MaskPlan,
  type ReadMask,
} from '../raster/mask-file.js';
export type {MaskPixels, TilePixels} from '../raster/png/pixel-bands.js';
export {fillPolygon} from '../raster/polygon-fill.js';
export {spansOfNumber} from '../raster/region-spans.js';
export {simplified} from '../raster/simplify.js';
export {common, inOrder, joined, without} from '../raster/span-sets.js';
export {areaOf, eachSpan, SpanList, type Spans, type SpanSink} from '../raster/spans.js';
export {decodeTile, encodeTile, tileGrid, type TilePlace, type TileRuns} from '../raster/tiles.js';
