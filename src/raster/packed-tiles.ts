import type {Size} from '../geometry/point.js';
import {emptyMap, type LabelMap} from './label-map.js';
import type {TilePixels} from './png/pixel-bands.js';
import {decodeTile, eachRun} from './tiles.js';

/** Many tiles in two pieces of memory: thousands of small ones take a page longer to send and receive than to make. */
export interface PackedTiles {
  /** Column, row and number of bytes of each. */
  readonly places: Int32Array<ArrayBuffer>;
  /** Their runs, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function packTiles(tiles: readonly TilePixels[]): PackedTiles {
  const places = new Int32Array(tiles.length * 3);
  const bytes = new Uint8Array(tiles.reduce((sum, {runs}) => sum + runs.length, 0));
  let at = 0;
  tiles.forEach(({column, row, runs}, index) => {
    places[index * 3] = column;
    places[index * 3 + 1] = row;
    places[index * 3 + 2] = runs.length;
    bytes.set(runs, at);
    at += runs.length;
  });
  return {places, bytes};
}

/** Each tile gets memory of its own: what holds on to one keeps no other. */
export function unpackTiles({places, bytes}: PackedTiles): TilePixels[] {
  const tiles: TilePixels[] = [];
  for (let index = 0, at = 0; index < places.length; index += 3) {
    const end = at + places[index + 2]!;
    tiles.push({column: places[index]!, row: places[index + 1]!, runs: bytes.slice(at, end)});
    at = end;
  }
  return tiles;
}

/** The map whose labelled pixels are in these tiles, of two bytes per pixel when a number needs them. */
export function mapOfTiles(size: Size, tiles: readonly TilePixels[]): LabelMap {
  let most = 0;
  for (const {runs} of tiles) eachRun(runs, (number) => (most = Math.max(most, number)));
  const map = emptyMap(size, most);
  for (const tile of tiles) decodeTile(tile.runs, map, tile);
  return map;
}
