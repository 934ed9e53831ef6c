import type {Size} from '../geometry/point.js';
import type {LabelMap, RegionNumbers} from './label-map.js';
import {intersection, type PixelBox} from './pixel-box.js';
import {Scan} from './scan.js';

/**
 * Pixels along each side of a tile. Undo, saving and resuming know a mask as tiles: small enough that a stroke changes
 * few pixels beside its own, large enough that a picture of 100 megapixels has some thousands of them only.
 */
export const tileSize = 128;

/** A tile of a map, counted in tiles from the top left. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/**
 * The pixels of a tile as runs, row by row: the region number and then how many pixels have it, each as a base-128
 * number with the lowest seven bits first (LEB128). Nothing changes these bytes once they are made.
 */
export type TileRuns = Uint8Array<ArrayBuffer>;

/** How many tiles a picture has along each side. */
export function tileGrid({width, height}: Size): {readonly columns: number; readonly rows: number} {
  return {columns: Math.ceil(width / tileSize), rows: Math.ceil(height / tileSize)};
}

/** The pixels of a tile. Those at the right and at the bottom may be smaller. */
export function tileBox({column, row}: TilePlace, {width, height}: Size): PixelBox {
  const [left, top] = [column * tileSize, row * tileSize];
  return intersection(
    {left, top, right: left + tileSize, bottom: top + tileSize},
    {left: 0, top: 0, right: width, bottom: height},
  );
}

/** Large enough for the runs of any tile: two numbers of up to three bytes for every pixel. */
const scratch = new Uint8Array(tileSize * tileSize * 6);

/** The runs of a tile; nothing when no pixel of it is labelled. */
export function encodeTile(map: LabelMap, place: TilePlace): TileRuns | undefined {
  const {data, width} = map;
  const {left, top, right, bottom} = tileBox(place, map);
  const scan = new Scan(data);
  let length = 0;
  let value = data[top * width + left] as number;
  let count = 0;
  for (let y = top; y < bottom; y++) {
    const end = y * width + right;
    let at = y * width + left;
    for (;;) {
      const stop = scan.endOf(value, at, end);
      count += stop - at;
      if (stop === end) break;
      length = writeNumber(writeNumber(length, value), count);
      value = data[stop] as number;
      count = 0;
      at = stop;
    }
  }
  if (length === 0 && value === 0) return undefined;
  return scratch.slice(0, writeNumber(writeNumber(length, value), count));
}

/** Puts the pixels of a tile into a map; without runs, none of them is labelled. */
export function decodeTile(runs: TileRuns | undefined, map: LabelMap, place: TilePlace): void {
  const {data, width} = map;
  const {left, top, right, bottom} = tileBox(place, map);
  if (!runs) {
    for (let y = top; y < bottom; y++) data.fill(0, y * width + left, y * width + right);
    return;
  }
  let [x, y] = [left, top];
  eachRun(runs, (value, count) => {
    while (count > 0 && y < bottom) {
      const length = Math.min(count, right - x);
      write(data, value, y * width + x, length);
      count -= length;
      x += length;
      if (x < right) continue;
      x = left;
      y++;
    }
  });
}

/** Hands on every run of a tile, in order. */
export function eachRun(runs: TileRuns, take: (value: number, count: number) => void): void {
  let at = 0;
  const next = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = runs[at++] ?? 0;
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
  };
  while (at < runs.length) {
    const value = next();
    take(value, next());
  }
}

/** As `fill`, which costs more than a short run does. */
function write(data: RegionNumbers, value: number, at: number, length: number): void {
  if (length > 24) data.fill(value, at, at + length);
  else for (const end = at + length; at < end; at++) data[at] = value;
}

function writeNumber(at: number, number: number): number {
  while (number > 127) {
    scratch[at++] = (number & 127) | 128;
    number >>>= 7;
  }
  scratch[at++] = number;
  return at;
}
