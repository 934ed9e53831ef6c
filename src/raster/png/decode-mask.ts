import {errorAt, fail, ok, type Problem, type Result} from '../../base/result.js';
import {type ColorMap, Colors, type UnknownColor} from './color-map.js';
import {readColors} from './read-colors.js';
import {readSamples} from './read-samples.js';
import {colorTypes, readPng} from './png-file.js';

/** What was read from a mask file. */
export interface DecodedMask<Data = Uint8Array<ArrayBuffer>> {
  readonly width: number;
  readonly height: number;
  /** The class id of each pixel, row by row from the top left. */
  readonly data: Data;
  /** The colour of each id. */
  readonly palette: readonly string[];
  /** The id of pixels that belong to no class. It is 0, unless the map gives that to a class. */
  readonly background: number;
  /** How many pixels have a colour that the map does not name. */
  readonly unknownPixels: number;
  /** Those colours, the most frequent first; at most 20. */
  readonly unknownColors: readonly UnknownColor[];
}

/** Why a mask could not be read. `code` never changes; `message` says it to a person. */
export class MaskPngError extends Error {
  override readonly name = 'MaskPngError';
  readonly code: string;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.code = problem.code;
    this.problem = problem;
  }
}

/**
 * Reads a mask: any PNG file there can be, into one class id per pixel.
 *
 * - A palette or grey file whose colours agree with the map gives its indices. So does one that is read without a map.
 * - Every other file is read by colour; half transparent pixels and those beyond are background. Without a map each
 *   colour becomes a class, in the order of their first pixels.
 * - A colour the map does not name is taken for the one class that is very near, else for background. Either is
 *   counted in `unknownPixels`.
 *
 * Rejects with a `MaskPngError` when the bytes are no PNG file, damaged, or larger than 100 megapixels.
 */
export async function decodeMaskPng(
  bytes: Uint8Array | ArrayBuffer | Blob,
  colorMap?: ColorMap,
): Promise<DecodedMask> {
  return orThrow(await readMaskPng(bytes, colorMap));
}

/**
 * Reads a mask of things: like `decodeMaskPng`, for up to 65,535 of them. `colors` are those of the things 1, 2, 3…
 * in this order; 0 is background. Without them each colour, or each value of a grey file, is a thing.
 */
export async function decodeInstancePng(
  bytes: Uint8Array | ArrayBuffer | Blob,
  colors?: readonly string[],
): Promise<DecodedMask<Uint16Array<ArrayBuffer>>> {
  return orThrow(await readInstancePng(bytes, colors));
}

/** `decodeMaskPng` with what is wrong as a value. */
export async function readMaskPng(
  bytes: Uint8Array | ArrayBuffer | Blob,
  colorMap?: ColorMap,
): Promise<Result<DecodedMask>> {
  return read(bytes, colorMap && new Colors(colorMap), (length) => new Uint8Array(length));
}

/** `decodeInstancePng` with what is wrong as a value. */
export async function readInstancePng(
  bytes: Uint8Array | ArrayBuffer | Blob,
  colors?: readonly string[],
): Promise<Result<DecodedMask<Uint16Array<ArrayBuffer>>>> {
  const map = colors && Object.fromEntries(colors.map((color, index) => [String(index + 1), color]));
  return read(bytes, map && new Colors(map), (length) => new Uint16Array(length));
}

type Ids = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

async function read<Data extends Ids>(
  bytes: Uint8Array | ArrayBuffer | Blob,
  colors: Colors | undefined,
  make: (length: number) => Data,
): Promise<Result<DecodedMask<Data>>> {
  const file = readPng(await bytesOf(bytes));
  if (!file.ok) return file;
  const {width, height, colorType} = file.value;
  const mostIds = 2 ** (make(0).BYTES_PER_ELEMENT * 8);
  if (colors && colors.lastId >= mostIds)
    return fail(
      errorAt(
        'mask',
        'mask/too-many-classes',
        `The colours go up to class ${colors.lastId}; a mask has room for ids up to ${mostIds - 1}.`,
      ),
    );
  const isIndexed = colorType === colorTypes.palette || colorType === colorTypes.grey;
  const pixels = await (isIndexed ? readSamples : readColors)(file.value, colors, make, mostIds);
  return pixels.ok ? ok({width, height, ...pixels.value}) : pixels;
}

async function bytesOf(given: Uint8Array | ArrayBuffer | Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (given instanceof Uint8Array) return given as Uint8Array<ArrayBuffer>;
  if (given instanceof Blob) return new Uint8Array(await given.arrayBuffer());
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  throw new TypeError('A mask is read from the bytes of its file: a Uint8Array, an ArrayBuffer or a Blob.');
}

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new MaskPngError(result.problems[0] as Problem);
}
