import {
  regionId,
  tileId,
  type AnyRecord,
  type RegionRecord,
  type TileRecord,
} from '../../src/model/record.js';
import {emptyMap, type LabelMap} from '../../src/raster/label-map.js';
import {encodeTile, tileGrid} from '../../src/raster/tiles.js';

/** A map whose pixels are what a function says. */
export function mapOf(
  {width, height}: {readonly width: number; readonly height: number},
  numberAt: (x: number, y: number) => number,
): LabelMap {
  const map = emptyMap({width, height});
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) map.data[y * width + x] = numberAt(x, y);
  return map;
}

/** The records of a document that says what a map says. Region 3 has the label `label 3`. */
export function recordsFor(map: LabelMap): readonly AnyRecord[] {
  const {columns, rows} = tileGrid(map);
  const tiles: TileRecord[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const runs = encodeTile(map, {column, row});
      if (runs) tiles.push({id: tileId({column, row}), kind: 'tile', order: 0, column, row, runs});
    }
  const numbers = [...new Set(map.data)].filter((number) => number > 0);
  const regions = numbers.map((number, order): RegionRecord => ({
    id: regionId(number),
    kind: 'region',
    order: order + 1,
    number,
    label: `label ${number}`,
  }));
  return [...tiles, ...regions];
}
