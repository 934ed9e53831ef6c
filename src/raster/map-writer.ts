import type {LabelMap} from './label-map.js';
import type {PixelBox} from './pixel-box.js';
import {Stretches} from './stretches.js';
import type {SpanSink} from './spans.js';
import {tileGrid, tileSize, type TilePlace} from './tiles.js';

/** Which numbers may be painted over: `rule[n]` is 1 where pixels of number n may change. Nothing: all of them. */
export type WriteRule = Uint8Array<ArrayBuffer> | undefined;

/**
 * Writes one region number into a map, stretch by stretch, where a rule allows it, and remembers what it touched.
 * Stretches are cut at the picture's borders.
 */
export class MapWriter {
  readonly #map: LabelMap;
  readonly #number: number;
  readonly #rule: WriteRule;
  readonly #stretches: Stretches;
  readonly #columns: number;
  /** By column + row · columns. */
  readonly #touched = new Set<number>();
  readonly #recent = new Set<number>();
  /** Tiles of the row that was written last: strokes stay in the same few for a long time. */
  #row = -1;
  #from = 0;
  #to = -1;
  /** What was written since somebody asked: numbers, because an object for every row would be thousands. */
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  constructor(map: LabelMap, number: number, rule?: WriteRule) {
    this.#map = map;
    this.#number = number;
    this.#rule = rule;
    this.#stretches = new Stretches(map.data);
    this.#columns = tileGrid(map).columns;
  }

  readonly write: SpanSink = (y, start, end) => {
    const {data, width, height} = this.#map;
    if (y < 0 || y >= height) return;
    const left = Math.max(0, start);
    const right = Math.min(width, end);
    if (left >= right) return;
    this.#touch(y, left, right);
    const [from, to] = [y * width + left, y * width + right];
    const rule = this.#rule;
    if (!rule) {
      this.#stretches.fill(this.#number, from, to);
      return;
    }
    // A brush goes over most pixels many times, and they lie in stretches of one number.
    for (let at = from; at < to;) {
      const number = data[at] as number;
      const stop = this.#stretches.endOf(number, at, to);
      if (number !== this.#number && rule[number] === 1) this.#stretches.fill(this.#number, at, stop);
      at = stop;
    }
  };

  /** The tiles that may differ from before. */
  get tiles(): readonly TilePlace[] {
    return this.#places(this.#touched);
  }

  /** Those of them that were written to since the last call. */
  takeRecent(): readonly TilePlace[] {
    const recent = this.#places(this.#recent);
    this.#recent.clear();
    this.#row = -1;
    return recent;
  }

  /** What may have changed since the last call. */
  takeDirty(): PixelBox | undefined {
    const [left, top, right, bottom] = [this.#left, this.#top, this.#right, this.#bottom];
    this.#left = this.#top = Infinity;
    this.#right = this.#bottom = -Infinity;
    return left < right ? {left, top, right, bottom} : undefined;
  }

  #touch(y: number, left: number, right: number): void {
    if (left < this.#left) this.#left = left;
    if (right > this.#right) this.#right = right;
    if (y < this.#top) this.#top = y;
    if (y >= this.#bottom) this.#bottom = y + 1;
    const row = Math.floor(y / tileSize);
    const from = Math.floor(left / tileSize);
    const to = Math.floor((right - 1) / tileSize);
    if (row === this.#row && from >= this.#from && to <= this.#to) return;
    for (let column = from; column <= to; column++) {
      this.#touched.add(column + row * this.#columns);
      this.#recent.add(column + row * this.#columns);
    }
    [this.#row, this.#from, this.#to] = [row, from, to];
  }

  #places(tiles: ReadonlySet<number>): readonly TilePlace[] {
    return Array.from(tiles, (index) => ({
      column: index % this.#columns,
      row: Math.floor(index / this.#columns),
    }));
  }
}
