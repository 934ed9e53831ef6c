import type {Size} from '../geometry/point.js';
import type {LabelMap} from './label-map.js';
import {intersection, type PixelBox} from './pixel-box.js';
import {Stretches} from './stretches.js';

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
  const stretches = new Stretches(data);
  let length = 0;
  let value = data[top * width + left] as number;
  let count = 0;
  for (let y = top; y < bottom; y++) {
    const end = y * width + right;
    let at = y * width + left;
    for (;;) {
      const stop = stretches.endOf(value, at, end);
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
  const stretches = new Stretches(data);
  if (!runs) {
    for (let y = top; y < bottom; y++) stretches.fill(0, y * width + left, y * width + right);
    return;
  }
  let [x, y] = [left, top];
  eachRun(runs, (value, count) => {
    while (count > 0 && y < bottom) {
      const length = Math.min(count, right - x);
      stretches.fill(value, y * width + x, y * width + x + length);
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
  while (at < runs.length) {
    let value = runs[at++] as number;
    // Nearly all numbers are one byte long. Others go on in the next bytes.
    if (value > 127) {
      value &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        byte = runs[at++] ?? 0;
        value |= (byte & 127) << shift;
      }
    }
    let count = runs[at++] ?? 0;
    if (count > 127) {
      count &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        byte = runs[at++] ?? 0;
        count |= (byte & 127) << shift;
      }
    }
    take(value, count);
  }
}

/** Of the tile whose pixels are being counted, by number; all 0 between two. Asking a `Map` for each run takes longer. */
const tileTotals = new Uint32Array(65_536);

/** Adds how many pixels of each number a tile has to the totals, or takes them off. */
export function addPixels(runs: TileRuns, sign: 1 | -1, totals: Map<number, number>): void {
  const found: number[] = [];
  eachRun(runs, (number, count) => {
    if (tileTotals[number] === 0) found.push(number);
    tileTotals[number]! += count;
  });
  for (const number of found) {
    totals.set(number, (totals.get(number) ?? 0) + sign * (tileTotals[number] as number));
    tileTotals[number] = 0;
  }
}

function writeNumber(at: number, number: number): number {
  while (number > 127) {
    scratch[at++] = (number & 127) | 128;
    number >>>= 7;
  }
  scratch[at++] = number;
  return at;
}
