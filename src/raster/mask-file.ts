import {ok, type Result} from '../base/result.js';
import {toStored, toUpright, uprightSize, type Orientation} from '../geometry/orientation.js';
import type {Point, Size} from '../geometry/point.js';
import {backgroundColor, backgroundName} from './colors.js';
import {emptyMap, mostInBytes, type LabelMap, type RegionNumbers} from './label-map.js';
import type {ColorMapEntry} from './png/color-map.js';
import {readInstancePng, readMaskPng, type DecodedMask} from './png/decode-mask.js';
import {encodeInstancePng, encodeMaskPng} from './png/encode-mask.js';
import type {TilePixels} from './png/pixel-bands.js';
import {decodeTile, eachRun, encodeTile, tileGrid} from './tiles.js';

/** What some pixels of a mask file stand for: known by their value, by their colour, or by both. */
export interface MaskMeaning {
  /** The number of the region they belong to; 0: none. */
  readonly number: number;
  /** The value of the pixels, in files whose palette agrees with the colours. */
  readonly id?: number;
  /** `#rrggbb` in either case. */
  readonly color?: string;
}

/** A mask file that has been read, in the stored grid of its picture. */
export interface ReadMask {
  readonly size: Size;
  /** Tiles that have labelled pixels, with the numbers of the meanings. */
  readonly tiles: readonly TilePixels[];
  /** The numbers that occur, ascending, without 0. */
  readonly numbers: readonly number[];
  /** How many pixels have a colour that means nothing. */
  readonly unknownPixels: number;
  /** Those colours, the most frequent first; at most 20. */
  readonly unknown: readonly {
    readonly color: string;
    readonly count: number;
    /** The number whose colour is so near that they were taken for it. Without it they became unlabelled. */
    readonly takenFor?: number;
  }[];
}

/** How the pixels of a document become those of a mask file. */
export interface MaskPlan {
  /** The size of the stored grid. */
  readonly size: Size;
  /** How the file lies over the stored grid. */
  readonly orientation: Orientation;
  /** Region number → value of the file's pixels. */
  readonly ids: ReadonlyMap<number, number>;
  /** The colour of each value that means something. All others are white. */
  readonly colors: ReadonlyMap<number, string>;
}

/** Reads a mask file into tiles. `orientation` says how it lies over the stored grid of its picture. */
export async function readMaskFile(
  bytes: Uint8Array,
  meanings: readonly MaskMeaning[],
  orientation: Orientation,
): Promise<Result<ReadMask>> {
  const {decode, numbers} = decoderFor(meanings);
  const decoded = await decode(bytes);
  if (!decoded.ok) return decoded;
  const {unknownPixels, unknownColors} = decoded.value;
  const file = renumbered(decoded.value, numbers);
  const map = turned(file, uprightSize(file, orientation), (point, stored) =>
    toUpright(point, stored, orientation),
  );
  return ok({
    size: {width: map.width, height: map.height},
    ...tilesOf(map),
    unknownPixels,
    unknown: unknownColors.map(({color, pixels, takenFor}) => {
      const number = takenFor === undefined ? 0 : (numbers.get(takenFor) ?? 0);
      return {color, count: pixels, ...(number > 0 && {takenFor: number})};
    }),
  });
}

/** The file of a mask: with a palette while its values fit into a byte, else in full colour. */
export async function writeMaskFile(
  tiles: readonly TilePixels[],
  {size, orientation, ids, colors}: MaskPlan,
): Promise<Uint8Array<ArrayBuffer>> {
  const last = Math.max(0, ...ids.values(), ...colors.keys());
  const isIndexed = last <= mostInBytes;
  if (isIndexed && orientation === 1) {
    const lookup = lookupOf(ids);
    return encodeMaskPng({...size, tiles, ids: lookup, palette: paletteOf(colors, last)});
  }
  const map = emptyMap(size, Math.max(0, ...ids.keys()));
  for (const tile of tiles) decodeTile(tile.runs, map, tile);
  const values = renumbered(map, ids, last);
  const {width, height, data} = turned(values, uprightSize(size, orientation), (point) =>
    toStored(point, size, orientation),
  );
  const palette = paletteOf(colors, last);
  if (isIndexed) return encodeMaskPng({width, height, data, palette});
  return encodeInstancePng({width, height, data, colors: palette.slice(1)});
}

/** The colours by value. */
function paletteOf(colors: ReadonlyMap<number, string>, last: number): readonly string[] {
  return Array.from({length: last + 1}, (_, id) => colors.get(id) ?? backgroundColor);
}

function lookupOf(ids: ReadonlyMap<number, number>): Uint8Array {
  const lookup = new Uint8Array(Math.max(mostInBytes, ...ids.keys()) + 1);
  for (const [number, id] of ids) lookup[number] = id;
  return lookup;
}

interface Decoder {
  decode(bytes: Uint8Array): Promise<Result<DecodedMask<RegionNumbers>>>;
  /** The region that each id it gives stands for; others are nobody's. */
  readonly numbers: ReadonlyMap<number, number>;
}

function decoderFor(meanings: readonly MaskMeaning[]): Decoder {
  const ids = idsOf(meanings);
  const colored = ids.filter(({color}) => color !== undefined);
  const numbers = new Map(ids.map(({id, number}) => [id, number]));
  // Without any colour there are only the values of the pixels to go by.
  if (colored.length === 0) return {decode: (bytes) => readMaskPng(bytes), numbers};
  if (colored.every(({id}) => id <= mostInBytes)) {
    const map = Object.fromEntries(colored.map(({id, ...meaning}) => [id, entryOf(meaning)]));
    return {decode: (bytes) => readMaskPng(bytes, map), numbers};
  }
  const things = meanings.filter(({number, color}) => number > 0 && color !== undefined);
  return {
    decode: (bytes) =>
      readInstancePng(
        bytes,
        things.map(({color}) => color as string),
      ),
    numbers: new Map(things.map(({number}, index) => [index + 1, number])),
  };
}

function entryOf({number, color = backgroundColor}: MaskMeaning): ColorMapEntry {
  return {'hex-color': color, ...(number === 0 && {'class-name': backgroundName})};
}

/** The meanings, each with an id of its own: the one it has where it can be that of a pixel, else one that is free. */
function idsOf(meanings: readonly MaskMeaning[]): readonly (MaskMeaning & {readonly id: number})[] {
  const taken = new Set<number>();
  const known = new Set(
    meanings.filter(({id}) => id !== undefined && id <= mostInBytes && !taken.has(id) && taken.add(id)),
  );
  let free = 1;
  return meanings.map((meaning) => {
    if (known.has(meaning)) return {...meaning, id: meaning.id as number};
    while (taken.has(free)) free++;
    taken.add(free);
    return {...meaning, id: free};
  });
}

/** The map with other numbers; those that stand for nothing become 0. */
function renumbered(
  {width, height, data}: LabelMap,
  numbers: ReadonlyMap<number, number>,
  most = Math.max(0, ...numbers.values()),
): LabelMap {
  const lookup = new Uint16Array(data.BYTES_PER_ELEMENT === 1 ? 256 : 65_536);
  for (const [from, to] of numbers) lookup[from] = to;
  const map = emptyMap({width, height}, most);
  for (let at = 0; at < data.length; at++) map.data[at] = lookup[data[at] as number] as number;
  return map;
}

/** The map in another grid; `source` tells which place of the map is at a place of it. */
function turned(map: LabelMap, size: Size, source: (point: Point, size: Size) => Point): LabelMap {
  const indexOf = (x: number, y: number) => {
    const at = source({x: x + 0.5, y: y + 0.5}, size);
    return Math.floor(at.y) * map.width + Math.floor(at.x);
  };
  // Turning and mirroring go through the map in even steps.
  const start = indexOf(0, 0);
  const [across, down] = [indexOf(1, 0) - start, indexOf(0, 1) - start];
  if (across === 1 && down === map.width && size.width === map.width) return map;
  const to = emptyMap(size, map.data.BYTES_PER_ELEMENT === 1 ? mostInBytes : Infinity);
  for (let y = 0, at = 0; y < size.height; y++)
    for (let x = 0, from = start + y * down; x < size.width; x++, from += across)
      to.data[at++] = map.data[from] as number;
  return to;
}

function tilesOf(map: LabelMap): Pick<ReadMask, 'tiles' | 'numbers'> {
  const {columns, rows} = tileGrid(map);
  const tiles: TilePixels[] = [];
  const numbers = new Set<number>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const runs = encodeTile(map, {column, row});
      if (!runs) continue;
      tiles.push({column, row, runs});
      eachRun(runs, (number) => numbers.add(number));
    }
  }
  numbers.delete(0);
  return {tiles, numbers: [...numbers].toSorted((a, b) => a - b)};
}
