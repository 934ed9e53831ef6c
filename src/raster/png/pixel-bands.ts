import {decodeTile, tileGrid, tileSize, type TilePlace, type TileRuns} from '../tiles.js';
import {type Pixels, RunScanner} from './run-scanner.js';

/** The labelled pixels of one tile. */
export interface TilePixels extends TilePlace {
  readonly runs: TileRuns;
}

/** The pixels of a mask: one number each, row by row from the top left, or as the tiles in which some are labelled. */
export type MaskPixels = {readonly width: number; readonly height: number} & (
  | {readonly data: Pixels; readonly tiles?: never}
  | {readonly tiles: readonly TilePixels[]; readonly data?: never}
);

/** Rows that can be scanned at once. */
export interface Band {
  readonly scanner: RunScanner;
  readonly rows: number;
}

/** The rows of a mask from top to bottom. A mask of tiles is laid out one row of tiles at a time. */
export function* bandsOf(mask: MaskPixels, lookup?: ArrayLike<number>): Generator<Band> {
  const {width, height} = mask;
  if (mask.data) {
    yield {scanner: new RunScanner(mask.data, width, lookup), rows: height};
    return;
  }
  const data = new Uint16Array(width * Math.min(height, tileSize));
  const scanner = new RunScanner(data, width, lookup);
  const byRow = new Map<number, TilePixels[]>();
  for (const tile of mask.tiles) {
    const others = byRow.get(tile.row);
    if (others) others.push(tile);
    else byRow.set(tile.row, [tile]);
  }
  for (let row = 0; row < tileGrid(mask).rows; row++) {
    const rows = Math.min(tileSize, height - row * tileSize);
    data.fill(0);
    for (const {column, runs} of byRow.get(row) ?? [])
      decodeTile(runs, {width, height: rows, data}, {column, row: 0});
    yield {scanner, rows};
  }
}
