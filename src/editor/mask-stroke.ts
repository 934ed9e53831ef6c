import {create, remove, replace, type Change} from '../model/change.js';
import {nextOrder} from '../model/document.js';
import {regionId, tileId, type RegionRecord, type TileRecord} from '../model/record.js';
import type {LabelMap} from '../raster/label-map.js';
import {MapWriter, type WriteRule} from '../raster/map-writer.js';
import {eachSpan, type SpanSink, type Spans} from '../raster/spans.js';
import {decodeTile, eachRun, encodeTile, tileBox, type TilePlace, type TileRuns} from '../raster/tiles.js';
import {commitStep, type Outcome} from './act.js';
import type {MaskBoard} from './mask-board.js';
import type {MaskContext} from './mask-context.js';

/** What a stroke makes of the pixels it touches: those of a region, which may be a new one, or nobody's (0). */
export type StrokeTarget = Pick<RegionRecord, 'number' | 'label'> | 'nothing';

/**
 * Pixels being changed by one gesture or act. They change on the map at once, so that a hand sees what it does; the
 * document learns of them when the stroke is committed, as one step, or never, when it is dropped.
 */
export class MaskStroke {
  readonly #board: MaskBoard;
  readonly #map: LabelMap;
  readonly #target: StrokeTarget;
  readonly #writer: MapWriter;

  /** `map` is the board's; `rule` says which pixels may change. */
  constructor(board: MaskBoard, map: LabelMap, target: StrokeTarget, rule: WriteRule) {
    this.#board = board;
    this.#map = map;
    this.#target = target;
    this.#writer = new MapWriter(map, target === 'nothing' ? 0 : target.number, rule);
  }

  /** Changes a stretch of a row. Nobody is told until {@link show}. */
  get write(): SpanSink {
    return this.#writer.write;
  }

  /** Changes a set of pixels, and shows it. */
  paint(spans: Spans): void {
    eachSpan(spans, this.#writer.write);
    this.show();
  }

  /** Tells painters what has been written since the last time. */
  show(): void {
    const dirty = this.#writer.takeDirty();
    if (dirty) this.#board.tellPixels(dirty);
  }

  /**
   * Makes one step of what was written. Regions that lost their last pixel go with it. `tell` gives the outcome of a
   * step that was done; `unchanged` that of a stroke that changed no pixel.
   */
  commit(
    context: MaskContext,
    name: string,
    tell: (gone: readonly RegionRecord[]) => Outcome,
    unchanged: () => Outcome,
  ): Outcome {
    this.show();
    const tiles = this.#tileChanges();
    if (tiles.length === 0) return unchanged();
    const gone = this.#emptied(tiles);
    const changes = [...this.#newRegion(), ...tiles, ...gone.map(remove)];
    let outcome: Outcome | undefined;
    this.#board.commitPainted(() => {
      outcome = commitStep(context, name, changes, () => tell(gone));
    });
    if (!outcome?.done) this.drop();
    return outcome ?? unchanged();
  }

  /** Puts every pixel back to what the document says. */
  drop(): void {
    for (const place of this.#writer.tiles) {
      decodeTile(this.#tile(place)?.runs, this.#map, place);
      this.#board.tellPixels(tileBox(place, this.#map));
    }
  }

  #tile(place: TilePlace): TileRecord | undefined {
    const record = this.#board.editor.state.document.records.get(tileId(place));
    return record?.kind === 'tile' ? record : undefined;
  }

  #tileChanges(): readonly Change[] {
    return this.#writer.tiles.flatMap((place): Change[] => {
      const before = this.#tile(place);
      const runs = encodeTile(this.#map, place);
      if (!runs) return before ? [remove(before)] : [];
      const after: TileRecord = {id: tileId(place), kind: 'tile', order: 0, ...place, runs};
      if (!before) return [create(after)];
      return isSame(before.runs, runs) ? [] : [replace(before, after)];
    });
  }

  #newRegion(): readonly Change[] {
    if (this.#target === 'nothing' || this.#board.region(this.#target.number)) return [];
    const {number, label} = this.#target;
    const order = nextOrder(this.#board.editor.state.document);
    return [create({id: regionId(number), kind: 'region', order, number, label})];
  }

  /** Regions that have no pixel left after these changes. */
  #emptied(changes: readonly Change[]): readonly RegionRecord[] {
    const lost = new Map<number, number>();
    const count = (runs: TileRuns, sign: number) =>
      eachRun(runs, (number, pixels) => lost.set(number, (lost.get(number) ?? 0) + sign * pixels));
    for (const {before, after} of changes) {
      if (before?.kind === 'tile') count(before.runs, 1);
      if (after?.kind === 'tile') count(after.runs, -1);
    }
    return [...lost].flatMap(([number, pixels]) => {
      const region = number > 0 && pixels > 0 ? this.#board.region(number) : undefined;
      return region && this.#board.countOf(number) === pixels ? [region] : [];
    });
  }
}

function isSame(a: TileRuns, b: TileRuns): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
