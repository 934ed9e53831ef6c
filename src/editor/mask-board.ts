import type {ImagePoint} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import type {Brush} from '../raster/brush.js';
import {emptyMap, mostInBytes, type LabelMap} from '../raster/label-map.js';
import type {PixelBox} from '../raster/pixel-box.js';
import {addPixels, decodeTile, tileBox, type TileRuns} from '../raster/tiles.js';
import type {Change} from '../model/change.js';
import {recordsOf} from '../model/document.js';
import {regionId, type RegionRecord} from '../model/record.js';
import {Drafts} from './drafts.js';
import type {Editor, EditorState} from './editor.js';
import type {MaskPreview} from './mask-preview.js';
import type {MaskStroke} from './mask-stroke.js';

export type MaskToolName =
  'select' | 'brush' | 'eraser' | 'shape' | 'bucket' | 'wand' | 'superpixels' | 'segment';

/** What painting does to pixels that are labelled already; see `interaction` in the help: over, behind, inside. */
export type WriteMode =
  /** Replaces whatever is there. */
  | 'over'
  /** Paints only where nothing is labelled. */
  | 'behind'
  /** Paints only over the region under the first press. */
  | 'inside';

/** How the tools that look at the picture are set. What a person changes here stays from item to item. */
export interface MaskToolOptions {
  /** What the outline tool draws: any outline, or rectangles of whole pixels. */
  readonly shapeKind: 'outline' | 'rectangle';
  /** Outlines follow the edges of the picture. */
  readonly isMagnetic: boolean;
  /** 0 to 255: where the wand begins; see `WandRequest` for these four. */
  readonly tolerance: number;
  readonly isContiguous: boolean;
  readonly neighbours: 4 | 8;
  readonly smoothing: 0 | 1 | 2 | 3;
  /** How large superpixels are, in picture pixels: 16 to 256. */
  readonly cellSize: number;
  /** What clicks of the segment tool mean first: the four extreme points of a thing, or places that belong to it. */
  readonly segmentMode: 'extremes' | 'points';
}

/** A drawing on a mask that was given up. Only the tool that made it knows what is in it. */
export interface MaskDraft {
  readonly tool: MaskToolName;
  readonly drawn: unknown;
}

/** What a person is doing on a mask besides what they have said. Immutable; never part of the history. */
export interface MaskState {
  /** The picture; missing until it is on screen. */
  readonly frame: Frame | undefined;
  readonly tool: MaskToolName;
  /** The label that is painted. */
  readonly label: string;
  /** The number of the instance that painting goes on with. Missing: what is painted next begins a new one. */
  readonly instance: number | undefined;
  readonly mode: WriteMode;
  readonly brush: Brush;
  readonly eraser: Brush;
  /**
   * The sizes that brush and eraser keep on the screen, in CSS pixels, while the view changes (SEG-3). Missing: they
   * keep those in picture pixels.
   */
  readonly screenSizes: {readonly brush: number; readonly eraser: number} | undefined;
  /** The eraser takes away the present label, or instance, only. */
  readonly erasesOwnOnly: boolean;
  /** Every shape, fill and segment begins an instance of its own, for many small things (INS-2). */
  readonly isNewPerFill: boolean;
  readonly toolOptions: MaskToolOptions;
  /** Numbers of regions that are in the document, in the order they were selected. */
  readonly selection: ReadonlySet<number>;
  readonly hovered: number | undefined;
  readonly preview: MaskPreview | undefined;
  /** Something is being worked out that will change the mask, such as a fill of a large area. */
  readonly isBusy: boolean;
  /** Where the footprint of the brush is shown: under the pointer or the keyboard's crosshair. */
  readonly footprint: {readonly at: ImagePoint; readonly brush: Brush; readonly erases: boolean} | undefined;
  /** The crosshair that the keyboard moves, while it is on. */
  readonly cursor: ImagePoint | undefined;
  readonly hiddenNumbers: ReadonlySet<number>;
  readonly hiddenLabels: ReadonlySet<string>;
  /** Everything is hidden for a moment. */
  readonly isAllHidden: boolean;
  readonly lockedNumbers: ReadonlySet<number>;
  readonly lockedLabels: ReadonlySet<string>;
}

export type MaskListener = (state: MaskState, before: MaskState) => void;

const nobody: ReadonlySet<never> = new Set<never>();

const initial: MaskState = {
  frame: undefined,
  tool: 'brush',
  label: '',
  instance: undefined,
  mode: 'over',
  brush: {size: 24, shape: 'disc'},
  eraser: {size: 24, shape: 'disc'},
  screenSizes: undefined,
  erasesOwnOnly: false,
  isNewPerFill: false,
  toolOptions: {
    shapeKind: 'outline',
    isMagnetic: false,
    tolerance: 24,
    isContiguous: true,
    neighbours: 4,
    smoothing: 1,
    cellSize: 32,
    segmentMode: 'extremes',
  },
  selection: nobody,
  hovered: undefined,
  preview: undefined,
  isBusy: false,
  footprint: undefined,
  cursor: undefined,
  hiddenNumbers: nobody,
  hiddenLabels: nobody,
  isAllHidden: false,
  lockedNumbers: nobody,
  lockedLabels: nobody,
};

/** What a board is for. */
export interface MaskBoardOptions {
  /** Every thing has a region of its own; without it every label has one. */
  readonly hasInstances: boolean;
}

/**
 * The mask of one item as it is worked on: the map of all pixels, which follows the document, and what a person is
 * doing with it. Those who paint listen to it and to its pixels; those who act set its state and make strokes on it.
 */
export class MaskBoard {
  readonly editor: Editor;
  readonly hasInstances: boolean;
  /** Outlines, previews and the like that were given up and may come back. */
  readonly drafts: Drafts<MaskDraft>;
  #state = initial;
  #map: LabelMap | undefined;
  #counts = new Map<number, number>();
  /** Set while a step is committed whose pixels are on the map already. */
  #isPainted = false;
  #mostLabels = 0;
  #stroke: MaskStroke | undefined;
  #whenIdle: (() => void)[] = [];
  #whenDone: (() => void)[] = [];
  #worksUnderWay = 0;
  readonly #listeners = new Set<MaskListener>();
  readonly #pixelListeners = new Set<(box: PixelBox) => void>();

  constructor(editor: Editor, {hasInstances}: MaskBoardOptions) {
    this.editor = editor;
    this.hasInstances = hasInstances;
    this.drafts = new Drafts(editor);
    // Things lie side by side: an eraser that took from all of them would spoil those around.
    this.#state = {...initial, erasesOwnOnly: hasInstances};
    editor.subscribe((state, cause, changes) => {
      if (cause !== 'commit') this.#stroke?.drop();
      if (cause === 'open') this.#open();
      else this.#follow(changes);
      this.#forgetGone(state);
    });
  }

  get state(): MaskState {
    return this.#state;
  }

  /** The pixels as they are now, with those of strokes under way. Missing until the picture is there. */
  get map(): LabelMap | undefined {
    return this.#map;
  }

  /** Sets parts of the state. Listeners are told once, and only when something differs. */
  set(part: Partial<MaskState>): void {
    const before = this.#state;
    const differs = Object.entries(part).some(([name, value]) => before[name as keyof MaskState] !== value);
    if (!differs) return;
    this.#state = {...before, ...part};
    if (this.#state.frame?.stored !== before.frame?.stored) this.#fill();
    for (const listener of [...this.#listeners]) listener(this.#state, before);
  }

  /** Sets some of the options of tools. */
  setToolOptions(part: Partial<MaskToolOptions>): void {
    this.set({toolOptions: {...this.#state.toolOptions, ...part}});
  }

  /** More labels than one byte has numbers for make the map larger. Call it before the picture is set. */
  setLabelCount(count: number): void {
    this.#mostLabels = count;
  }

  /** Calls `listener` after every change of the state, until the returned function is called. */
  subscribe(listener: MaskListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` with every part of the map that may have changed, until the returned function is called. */
  onPixels(listener: (box: PixelBox) => void): () => void {
    this.#pixelListeners.add(listener);
    return () => this.#pixelListeners.delete(listener);
  }

  /** Tells painters that pixels have changed. Strokes do so while they are under way. */
  tellPixels(box: PixelBox): void {
    for (const listener of [...this.#pixelListeners]) listener(box);
  }

  /** Runs a commit whose pixels are on the map already. */
  commitPainted(commit: () => void): void {
    this.#isPainted = true;
    try {
      commit();
    } finally {
      this.#isPainted = false;
    }
  }

  // The stroke under way.

  /** The pixels that are being changed now and are in no step yet. There is one stroke at a time. */
  get stroke(): MaskStroke | undefined {
    return this.#stroke;
  }

  /** Strokes say so themselves when they begin and end. */
  setStroke(stroke: MaskStroke | undefined): void {
    this.#stroke = stroke;
    if (stroke) return;
    const waiting = this.#whenIdle;
    this.#whenIdle = [];
    for (const go of waiting) go();
  }

  /** Settles when no stroke is under way: what was found meanwhile must not come in between. */
  async idle(): Promise<void> {
    while (this.#stroke) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  /** Says that something is being worked out, until the returned function is called. */
  beginWork(): () => void {
    this.#worksUnderWay++;
    this.set({isBusy: true});
    return () => {
      this.set({isBusy: --this.#worksUnderWay > 0});
      if (this.#worksUnderWay > 0) return;
      const waiting = this.#whenDone;
      this.#whenDone = [];
      for (const go of waiting) go();
    };
  }

  /** Settles when what is being worked out now is done or given up. Nothing while nothing is. */
  whenDone(): Promise<void> | undefined {
    if (this.#worksUnderWay === 0) return undefined;
    return new Promise((resolve) => this.#whenDone.push(resolve));
  }

  // Regions.

  get regions(): readonly RegionRecord[] {
    return recordsOf(this.editor.state.document, 'region');
  }

  region(number: number): RegionRecord | undefined {
    const record = this.editor.state.document.records.get(regionId(number));
    return record?.kind === 'region' ? record : undefined;
  }

  /** How many pixels a region has, as of the last step. */
  countOf(number: number): number {
    return this.#counts.get(number) ?? 0;
  }

  /** How many pixels are labelled, as of the last step. */
  get labelledCount(): number {
    let sum = 0;
    for (const count of this.#counts.values()) sum += count;
    return sum;
  }

  /** The number under a place of the picture: 0 where nothing is labelled or the place is beside the picture. */
  numberAt({x, y}: ImagePoint): number {
    const map = this.#map;
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (!map || column < 0 || row < 0 || column >= map.width || row >= map.height) return 0;
    return map.data[row * map.width + column] as number;
  }

  isHidden(number: number): boolean {
    const {isAllHidden, hiddenNumbers, hiddenLabels} = this.#state;
    if (isAllHidden) return true;
    const label = this.region(number)?.label;
    return hiddenNumbers.has(number) || (label !== undefined && hiddenLabels.has(label));
  }

  isLocked(number: number): boolean {
    const {lockedNumbers, lockedLabels} = this.#state;
    const label = this.region(number)?.label;
    return lockedNumbers.has(number) || (label !== undefined && lockedLabels.has(label));
  }

  // Following the document.

  #open(): void {
    this.#counts = new Map();
    for (const {runs} of recordsOf(this.editor.state.document, 'tile')) this.#count(runs, 1);
    this.#fill();
    this.set({preview: undefined});
  }

  /** Makes the map anew from the document. */
  #fill(): void {
    this.#stroke?.drop();
    const size = this.#state.frame?.stored;
    this.#map =
      size && emptyMap(size, this.hasInstances ? Infinity : Math.max(mostInBytes, this.#mostLabels));
    const map = this.#map;
    if (!map) return;
    for (const tile of recordsOf(this.editor.state.document, 'tile')) decodeTile(tile.runs, map, tile);
    this.tellPixels({left: 0, top: 0, right: map.width, bottom: map.height});
  }

  #follow(changes: readonly Change[]): void {
    for (const {before, after} of changes) {
      if (before?.kind === 'tile') this.#count(before.runs, -1);
      if (after?.kind === 'tile') this.#count(after.runs, 1);
      const tile = after ?? before;
      if (tile?.kind !== 'tile' || !this.#map || this.#isPainted) continue;
      decodeTile(after?.kind === 'tile' ? after.runs : undefined, this.#map, tile);
      this.tellPixels(tileBox(tile, this.#map));
    }
  }

  #count(runs: TileRuns, sign: 1 | -1): void {
    addPixels(runs, sign, this.#counts);
    this.#counts.delete(0);
  }

  /** What is gone can be neither selected, nor pointed at, nor painted on. */
  #forgetGone({document}: EditorState): void {
    const isThere = (number: number) => document.records.has(regionId(number));
    const {selection, hovered, instance} = this.#state;
    const rest = [...selection].filter(isThere);
    if (rest.length < selection.size) this.set({selection: new Set(rest)});
    if (hovered !== undefined && !isThere(hovered)) this.set({hovered: undefined});
    if (instance !== undefined && !isThere(instance)) this.set({instance: undefined});
  }
}
