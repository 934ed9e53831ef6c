import {tileId, type RecordId} from '../model/record.js';
import type {LabelMap} from '../raster/label-map.js';
import {encodeTile, type TilePlace, type TileRuns} from '../raster/tiles.js';

/** Tiles encoded for each place of the hand: more than a brush leaves behind, and a small part of a frame. */
const tilesPerMove = 4;

/**
 * Encodes the tiles that a stroke has left behind while the hand still moves, so that its end has little to do, also
 * after a wide stroke across a large picture.
 */
export class TilesAhead {
  readonly #map: LabelMap;
  readonly #runs = new Map<RecordId, TileRuns | undefined>();
  /** Written, and not encoded since. */
  readonly #waiting = new Map<RecordId, TilePlace>();

  constructor(map: LabelMap) {
    this.#map = map;
  }

  /** To be told, after each move, which tiles it wrote to. Those are left alone: the next move may write there too. */
  wrote(recent: readonly TilePlace[]): void {
    const ids = new Set(recent.map(tileId));
    for (const place of recent) {
      const id = tileId(place);
      this.#runs.delete(id);
      this.#waiting.set(id, place);
    }
    let count = 0;
    for (const [id, place] of this.#waiting) {
      if (ids.has(id)) continue;
      if (count++ === tilesPerMove) break;
      this.#runs.set(id, encodeTile(this.#map, place));
      this.#waiting.delete(id);
    }
  }

  /** The runs of a tile as it is now. */
  runsOf(place: TilePlace): TileRuns | undefined {
    const id = tileId(place);
    return this.#runs.has(id) ? this.#runs.get(id) : encodeTile(this.#map, place);
  }
}
