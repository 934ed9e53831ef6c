import {create, remove, replace, type Change} from '../model/change.js';
import {nextOrder} from '../model/document.js';
import {regionId, tileId, type RegionRecord, type TileRecord} from '../model/record.js';
import type {LabelMap} from '../raster/label-map.js';
import {MapWriter, type WriteRule} from '../raster/map-writer.js';
import {eachSpan, type SpanSink, type Spans} from '../raster/spans.js';
import {addPixels, decodeTile, tileBox, type TilePlace, type TileRuns} from '../raster/tiles.js';
import {commitStep, type Outcome} from './act.js';
import {takeNothingBack} from './box-records.js';
import type {MaskBoard} from './mask-board.js';
import type {MaskContext} from './mask-context.js';
import {TilesAhead} from './tiles-ahead.js';

/** What a stroke makes of the pixels it touches: those of a region, which may be a new one, or nobody's (0). */
export type StrokeTarget = Pick<RegionRecord, 'number' | 'label'> | 'nothing';

/** One target and what was written of it. */
interface Part {
  readonly target: StrokeTarget;
  readonly writer: MapWriter;
}

/**
 * Pixels being changed by one gesture or act. They change on the map at once, so that a hand sees what it does; the
 * document learns of them when the stroke is committed, as one step, or never, when it is dropped.
 */
export class MaskStroke {
  readonly #board: MaskBoard;
  readonly #map: LabelMap;
  #part: Part;
  readonly #parts: Part[];
  readonly #ahead: TilesAhead;

  /** `map` is the board's; `rule` says which pixels may change. */
  constructor(board: MaskBoard, map: LabelMap, target: StrokeTarget, rule: WriteRule) {
    this.#board = board;
    this.#map = map;
    this.#ahead = new TilesAhead(map);
    this.#part = this.#newPart(target, rule);
    this.#parts = [this.#part];
    board.setStroke(this);
  }

  /** What it makes of pixels now. */
  get target(): StrokeTarget {
    return this.#part.target;
  }

  /** False from when it was committed or dropped, be it by undo or by another item: then nothing is painted any more. */
  get isLive(): boolean {
    return this.#board.stroke === this;
  }

  /** Goes on with another region, in the same step. */
  turnTo(target: StrokeTarget, rule: WriteRule): void {
    this.show();
    this.#part = this.#newPart(target, rule);
    this.#parts.push(this.#part);
  }

  /** Changes a stretch of a row. Nobody is told until {@link show}. */
  get write(): SpanSink {
    return this.#part.writer.write;
  }

  /** Changes a set of pixels, and shows it. */
  paint(spans: Spans): void {
    eachSpan(spans, this.write);
    this.show();
  }

  /** Tells painters what has been written since the last time. */
  show(): void {
    const {writer} = this.#part;
    const dirty = writer.takeDirty();
    if (!dirty) return;
    this.#ahead.wrote(writer.takeRecent());
    this.#board.tellPixels(dirty);
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
    mergeKey?: string,
  ): Outcome {
    if (!this.isLive) return unchanged();
    this.show();
    const tiles = this.#tileChanges();
    this.#board.setStroke(undefined);
    if (tiles.length === 0) return unchanged();
    const gained = pixelsGained(tiles);
    const gone = this.#emptied(gained);
    const {document} = this.#board.editor.state;
    const changes = [
      ...takeNothingBack(document),
      ...this.#newRegions(gained),
      ...tiles,
      ...gone.map(remove),
    ];
    let outcome: Outcome | undefined;
    this.#board.commitPainted(() => {
      outcome = commitStep(context, name, changes, () => tell(gone), mergeKey);
    });
    if (!outcome?.done) this.#putBack();
    return outcome ?? unchanged();
  }

  /** Puts every pixel back to what the document says. */
  drop(): void {
    if (!this.isLive) return;
    this.#board.setStroke(undefined);
    this.#putBack();
  }

  #newPart(target: StrokeTarget, rule: WriteRule): Part {
    return {target, writer: new MapWriter(this.#map, target === 'nothing' ? 0 : target.number, rule)};
  }

  #putBack(): void {
    for (const place of this.#tiles()) {
      decodeTile(this.#tile(place)?.runs, this.#map, place);
      this.#board.tellPixels(tileBox(place, this.#map));
    }
  }

  /** The tiles that may differ from before, each once. */
  #tiles(): readonly TilePlace[] {
    if (this.#parts.length === 1) return this.#part.writer.tiles;
    const places = this.#parts.flatMap(({writer}) => writer.tiles);
    return [...new Map(places.map((place) => [tileId(place), place])).values()];
  }

  #tile(place: TilePlace): TileRecord | undefined {
    const record = this.#board.editor.state.document.records.get(tileId(place));
    return record?.kind === 'tile' ? record : undefined;
  }

  #tileChanges(): readonly Change[] {
    return this.#tiles().flatMap((place): Change[] => {
      const before = this.#tile(place);
      const runs = this.#ahead.runsOf(place);
      if (!runs) return before ? [remove(before)] : [];
      const after: TileRecord = {id: tileId(place), kind: 'tile', order: 0, ...place, runs};
      if (!before) return [create(after)];
      return isSame(before.runs, runs) ? [] : [replace(before, after)];
    });
  }

  /** Regions that have pixels now and no record yet. */
  #newRegions(gained: ReadonlyMap<number, number>): readonly Change[] {
    let order = nextOrder(this.#board.editor.state.document);
    const targets = this.#parts.flatMap(({target}) => (target === 'nothing' ? [] : [target]));
    const labels = new Map(targets.map(({number, label}) => [number, label]));
    return [...labels].flatMap(([number, label]) => {
      if (this.#board.region(number) || (gained.get(number) ?? 0) <= 0) return [];
      return [create({id: regionId(number), kind: 'region', order: order++, number, label})];
    });
  }

  /** Regions that have no pixel left. */
  #emptied(gained: ReadonlyMap<number, number>): readonly RegionRecord[] {
    return [...gained].flatMap(([number, pixels]) => {
      const region = number > 0 && pixels < 0 ? this.#board.region(number) : undefined;
      return region && this.#board.countOf(number) === -pixels ? [region] : [];
    });
  }
}

/** By how many pixels each number grows. */
function pixelsGained(changes: readonly Change[]): ReadonlyMap<number, number> {
  const gained = new Map<number, number>();
  for (const {before, after} of changes) {
    if (before?.kind === 'tile') addPixels(before.runs, -1, gained);
    if (after?.kind === 'tile') addPixels(after.runs, 1, gained);
  }
  return gained;
}

function isSame(a: TileRuns, b: TileRuns): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
