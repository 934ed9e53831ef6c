import type {EditorCause} from '../editor/editor.js';
import type {MaskBoard, MaskState} from '../editor/mask-board.js';
import {regionBounds} from '../editor/region-bounds.js';
import type {Sight} from '../geometry/sight.js';
import type {Change} from '../model/change.js';
import type {PixelBox} from '../raster/pixel-box.js';
import {joined, union} from '../raster/pixel-box.js';
import {forcedColors, usualColors, type StageColors} from './colors.js';
import {FrameLines} from './frame-lines.js';
import {IdlePainter} from './idle-painter.js';
import {MaskLayer, type MaskSource} from './mask-layer.js';
import {colorsOf, emphasized, sameColors, type MaskColors, type MaskLooks} from './mask-looks.js';
import {defaultMaskOptions, type MaskOptions} from './mask-options.js';
import {MaskOverlay} from './mask-overlay.js';
import {MediaWatch} from './media-watch.js';
import {paintFootprint, footprintBounds} from './paint-footprint.js';
import {paintMaskInto} from './paint-mask-into.js';
import {paintMaskPreview, previewBounds} from './paint-mask-preview.js';
import {stageElement} from './stage-element.js';

/** What decides what a preview would do, besides what is in it. */
const deciding = [
  'label',
  'instance',
  'mode',
  'erasesOwnOnly',
  'isNewPerFill',
  'lockedNumbers',
  'lockedLabels',
  'hiddenNumbers',
  'hiddenLabels',
  'isAllHidden',
] as const satisfies readonly (keyof MaskState)[];

/** Of more selected instances than this none has its box shown: they would be a tangle of lines. */
const mostFrames = 24;

/** More changed places than this are painted as one. */
const mostPatches = 96;

/** A step back changes hundreds of tiles, most of them side by side, all over the picture. */
function fewer(boxes: readonly PixelBox[]): readonly PixelBox[] {
  const rows = joined(boxes);
  return rows.length > mostPatches ? [rows.reduce((a, b) => union(a, b) ?? a)] : rows;
}

/**
 * Paints the mask of a board over a picture. It listens to the board, its pixels and its document, and is told the view
 * by {@link look}; it changes nothing. All it holds can be thrown away and made again from their state: no canvas is
 * ever as large as the picture, and none is ever read.
 */
export class MaskStage {
  /** Put over the picture; it fills what it is in and lets pointers through. */
  readonly element: HTMLElement;
  readonly #board: MaskBoard;
  #options: MaskOptions;
  #stageColors: StageColors = usualColors;
  #colors: MaskColors;
  #looks: MaskLooks;
  #sight: Sight | undefined;
  readonly #source: MaskSource;
  readonly #pixels: IdlePainter;
  /** What is being made, and apart from it what follows the pointer. */
  readonly #preview: MaskOverlay;
  readonly #pointer: MaskOverlay;
  /** The boxes of selected instances (INS-6). */
  readonly #frames = new FrameLines();
  #changed: PixelBox[] = [];
  #frame: number | undefined;
  #isDestroyed = false;
  readonly #media: MediaWatch;
  readonly #unsubscribe: readonly (() => void)[];

  constructor(board: MaskBoard, options: Partial<MaskOptions> = {}) {
    this.#board = board;
    this.#options = {...defaultMaskOptions, ...options};
    this.#media = new MediaWatch(this.#onMedia);
    this.#stageColors = this.#media.isForced ? forcedColors : usualColors;
    this.#colors = colorsOf(board, this.#options, this.#stageColors);
    this.#looks = emphasized(this.#colors, board.state);
    this.#source = this.#sourceOf();
    this.#pixels = new IdlePainter(() => new MaskLayer(this.#source), this.#wantFrame);
    this.#preview = new MaskOverlay({
      boundsOf: (projector) => previewBounds(projector, board.state),
      paint: (context, projector, part) =>
        paintMaskPreview(context, projector, part, board.state, {
          options: this.#options,
          colors: this.#stageColors,
          map: board.map,
        }),
    });
    this.#pointer = new MaskOverlay({
      boundsOf: (projector) => footprintBounds(projector, board.state),
      paint: (context, projector) => paintFootprint(context, projector, board.state, this.#stageColors),
    });
    this.element = stageElement(
      this.#pixels.element,
      this.#frames.element,
      this.#preview.element,
      this.#pointer.element,
    );
    this.#frames.setColors(this.#stageColors);
    // Neither event bubbles; a browser that took the pixels of a canvas away tells when it can have them again.
    this.element.addEventListener('contextrestored', this.#repaintAll, {capture: true});
    this.#unsubscribe = [
      board.editor.subscribe((_state, cause, changes) => this.#onEdit(cause, changes)),
      board.subscribe((state, before) => this.#onState(state, before)),
      board.onPixels((box) => this.#onPixels(box)),
    ];
    this.#onHidden();
  }

  /** Takes the view, the picture and the size of the stage; nothing while there is no picture. */
  look(sight: Sight | undefined): void {
    this.#sight = sight;
    if (!sight || sight.stage.width === 0 || sight.stage.height === 0) {
      this.#sight = undefined;
      this.#pixels.clear();
    } else {
      this.#pixels.look(sight, this.#media.ratio);
    }
    this.#frames.look(this.#sight, this.#media.ratio);
    this.#preview.look(this.#sight);
    this.#pointer.look(this.#sight);
    if (this.#preview.isDue || this.#pointer.isDue) this.#wantFrame();
  }

  /** Changes how things are painted. */
  set(options: Partial<MaskOptions>): void {
    this.#options = {...this.#options, ...options};
    this.#refreshLooks();
    this.#want(this.#preview);
  }

  /** Paints the same things into another canvas in its CSS pixels, at the scale of `sight`. */
  paintInto(context: CanvasRenderingContext2D, sight: Sight): void {
    const {map, looks} = this.#source;
    const {state} = this.#board;
    paintMaskInto(context, sight, {
      map: state.isAllHidden ? undefined : map,
      looks,
      state,
      options: this.#options,
      colors: this.#stageColors,
    });
  }

  /** True when everything is painted as sharply as it will be. */
  get isSettled(): boolean {
    return this.#frame === undefined && this.#pixels.isSettled;
  }

  /** Stops listening and gives the memory of all canvases back. */
  destroy(): void {
    this.#isDestroyed = true;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#media.destroy();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#sight = undefined;
    this.#pixels.destroy();
    this.#preview.destroy();
    this.#pointer.destroy();
    this.element.remove();
  }

  #sourceOf(): MaskSource {
    const looks = (): MaskLooks => this.#looks;
    const board = this.#board;
    return {
      get map() {
        return board.map;
      },
      get looks() {
        return looks();
      },
    };
  }

  #onEdit(cause: EditorCause, changes: readonly Change[]): void {
    this.#frameSelection();
    if (cause === 'open') this.#repaintAll();
    // Most steps change pixels only, of which the board tells.
    else if (changes.some(({before, after}) => (after ?? before)?.kind === 'region')) this.#refreshLooks();
  }

  #onState(state: MaskState, before: MaskState): void {
    if (state.isAllHidden !== before.isAllHidden) this.#onHidden();
    if (state.hiddenNumbers !== before.hiddenNumbers || state.hiddenLabels !== before.hiddenLabels)
      this.#refreshLooks();
    const isFramedAnew = (
      ['selection', 'isAllHidden', 'hiddenNumbers', 'hiddenLabels', 'frame'] as const
    ).some((name) => state[name] !== before[name]);
    if (isFramedAnew) this.#frameSelection();
    if (state.selection !== before.selection || state.hovered !== before.hovered) {
      this.#looks = emphasized(this.#colors, state);
      this.#pixels.repaint();
    }
    const {preview, footprint, cursor} = state;
    if (preview !== before.preview || (preview && deciding.some((name) => state[name] !== before[name])))
      this.#want(this.#preview);
    if (footprint !== before.footprint || cursor !== before.cursor) this.#want(this.#pointer);
  }

  #onPixels(box: PixelBox): void {
    if (this.#board.state.preview?.pixels) this.#want(this.#preview);
    const {map} = this.#board;
    if (map && box.right - box.left === map.width && box.bottom - box.top === map.height) {
      this.#changed = [];
      return this.#pixels.repaint();
    }
    this.#changed.push(box);
    this.#wantFrame();
  }

  #frameSelection(): void {
    const {hasInstances, state} = this.#board;
    const numbers = [...state.selection].filter((number) => !this.#board.isHidden(number));
    const isShown = hasInstances && numbers.length <= mostFrames;
    this.#frames.boxes = isShown ? numbers.flatMap((number) => regionBounds(this.#board, number) ?? []) : [];
  }

  #onHidden(): void {
    const visibility = this.#board.state.isAllHidden ? 'hidden' : 'inherit';
    this.#pixels.element.style.setProperty('visibility', visibility);
  }

  /** Regions, or how they are painted, may have changed. */
  #refreshLooks(): void {
    const colors = colorsOf(this.#board, this.#options, this.#stageColors);
    if (sameColors(colors, this.#colors)) return;
    this.#colors = colors;
    this.#looks = emphasized(colors, this.#board.state);
    this.#pixels.repaint();
  }

  readonly #repaintAll = (): void => {
    this.#colors = colorsOf(this.#board, this.#options, this.#stageColors);
    this.#looks = emphasized(this.#colors, this.#board.state);
    this.#pixels.repaint();
    this.#want(this.#preview);
    this.#want(this.#pointer);
  };

  readonly #onMedia = (): void => {
    this.#stageColors = this.#media.isForced ? forcedColors : usualColors;
    this.#frames.setColors(this.#stageColors);
    if (this.#sight) this.look(this.#sight);
    this.#repaintAll();
  };

  #want(overlay: MaskOverlay): void {
    overlay.isDue = true;
    this.#wantFrame();
  }

  readonly #wantFrame = (): void => {
    if (!this.#isDestroyed) this.#frame ??= requestAnimationFrame(this.#onFrame);
  };

  readonly #onFrame = (): void => {
    const changed = fewer(this.#changed);
    this.#changed = [];
    // Still marked as wanted, so that a patch, which is shown at once, asks for no other frame.
    this.#pixels.patch(changed);
    this.#frame = undefined;
    this.#preview.paint(this.#media.ratio);
    this.#pointer.paint(this.#media.ratio);
    if (this.#pixels.slice()) this.#wantFrame();
  };
}
