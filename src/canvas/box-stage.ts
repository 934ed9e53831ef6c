import type {BoxIndex} from '../editor/box-index.js';
import type {Drawing, DrawingState} from '../editor/drawing.js';
import type {Editor, EditorCause} from '../editor/editor.js';
import type {ScreenPoint} from '../geometry/point.js';
import type {Sight} from '../geometry/sight.js';
import {imageToScreen} from '../geometry/view.js';
import type {Change} from '../model/change.js';
import type {AnyRecord, BoxRecord, RecordId} from '../model/record.js';
import {forcedColors, usualColors, type StageColors} from './colors.js';
import {Guides} from './guides.js';
import {IdlePainter} from './idle-painter.js';
import {IdleLayer, type IdleStyle} from './idle-layer.js';
import {MediaWatch} from './media-watch.js';
import {MovedCanvas, stageOf} from './moved-canvas.js';
import {boundsOfOverlay} from './overlay-content.js';
import {paintLivePlainly, type LivePainter} from './paint-live.js';
import {paintOverlay, type OverlaySource} from './paint-overlay.js';
import {paintScene} from './paint-scene.js';
import {Projector, type Area} from './projector.js';
import {finish, sceneOf, type SceneSource} from './scene.js';
import {stageElement} from './stage-element.js';
import {defaultOptions, type StageOptions} from './stage-options.js';
import {TagFace} from './tag-face.js';
import {whenIdle} from './when-idle.js';

/** Up to so many selected boxes are painted over the others; of more, only the lines among the others are thicker. */
const mostLifted = 50;
/** More changed places than this cost more than painting everything. */
const mostPatches = 64;

/** A mark on a minimap: the middle of a box in the stored grid. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

/**
 * Paints the boxes of a drawing over a picture. It listens to the editor and the drawing, and is told the view by
 * {@link look}; it changes neither. All it holds can be thrown away and made again from their state.
 */
export class BoxStage {
  /** Put over the picture; it fills what it is in and lets pointers through. */
  readonly element: HTMLElement;
  readonly #editor: Editor;
  readonly #drawing: Drawing;
  readonly #index: BoxIndex;
  #options: StageOptions;
  #colors: StageColors = usualColors;
  #sight: Sight | undefined;
  readonly #idle: IdlePainter;
  readonly #overlay = new MovedCanvas(0);
  #isOverlayDue = false;
  #isOverlayEmpty = true;
  readonly #guides = new Guides();
  #pointer: ScreenPoint | undefined;
  /** Boxes that the idle canvas leaves out, because the overlay does not cover all of what would be there. */
  #lifted: ReadonlySet<RecordId> = new Set();
  /** Selected boxes that are too many to be lifted. */
  #bold: ReadonlySet<RecordId> | undefined;
  #live: LivePainter = paintLivePlainly;
  #isLiveWanted = false;
  readonly #faces = new Map<number, TagFace>();
  #frame: number | undefined;
  #cancelRefresh: (() => void) | undefined;
  #isDestroyed = false;
  readonly #media: MediaWatch;
  readonly #unsubscribe: readonly (() => void)[];

  /** The index must follow the same editor, and have been made before. */
  constructor(editor: Editor, drawing: Drawing, index: BoxIndex, options: Partial<StageOptions> = {}) {
    this.#editor = editor;
    this.#drawing = drawing;
    this.#index = index;
    this.#options = {...defaultOptions, ...options};
    const source = this.#sceneSource();
    this.#idle = new IdlePainter(
      () => new IdleLayer(source, this.#idleStyle),
      this.#wantFrame,
      () => index.generation,
    );
    this.element = stageElement(this.#idle.element, this.#overlay.element, ...this.#guides.elements);
    this.#media = new MediaWatch(this.#onMedia);
    this.#colors = this.#media.isForced ? forcedColors : usualColors;
    this.#unsubscribe = [
      editor.subscribe((_state, cause, changes) => this.#onEdit(cause, changes)),
      drawing.subscribe((state, before) => this.#onDrawing(state, before)),
    ];
    this.#bold = this.#boldIds();
    this.#lifted = this.#idsToLift();
    this.#onHidden();
    this.#wantLive();
  }

  /** Takes the view, the picture and the size of the stage; nothing while there is no picture. */
  look(sight: Sight | undefined): void {
    const before = this.#sight;
    this.#sight = sight;
    if (!sight || sight.stage.width === 0 || sight.stage.height === 0) {
      this.#sight = undefined;
      this.#idle.clear();
      this.#overlay.isShown = false;
      this.#guides.show(undefined, undefined);
      return;
    }
    this.#idle.look(sight, this.#media.ratio);
    if (before && !this.#isOverlayEmpty) this.#overlay.moveTo(sight.view);
    if (!before || !this.#isOverlayEmpty) this.#wantOverlay();
    this.#placeGuides();
  }

  /** Changes how things are painted. */
  set(options: Partial<StageOptions>): void {
    const before = this.#options;
    this.#options = {...before, ...options};
    const now = this.#options;
    const isSame =
      before.lookOf === now.lookOf &&
      before.shortNameOf === now.shortNameOf &&
      before.statusOf === now.statusOf &&
      before.fillOpacity === now.fillOpacity &&
      before.isOutlineOnly === now.isOutlineOnly &&
      before.tags === now.tags;
    this.#lifted = this.#idsToLift();
    if (!isSame) this.#idle.repaint();
    this.#wantOverlay();
    this.#placeGuides();
  }

  /** Where the pointer is on the stage, for the guides; nothing when it is elsewhere. */
  pointerAt(point: ScreenPoint | undefined): void {
    this.#pointer = point;
    this.#placeGuides();
  }

  /**
   * Paints the same things into another canvas in its CSS pixels, at the scale of `sight`; lengths beside a box only on
   * request, because the stage has them already.
   */
  paintInto(context: CanvasRenderingContext2D, sight: Sight, hasSizes = false): void {
    const ratio = context.getTransform().a || 1;
    const projector = new Projector(sight, ratio);
    const canvas = stageOf(sight, ratio);
    context.save();
    context.scale(1 / ratio, 1 / ratio);
    if (!this.#drawing.state.isAllHidden) {
      const scene = finish(sceneOf(this.#sceneSource(), projector, projector.area(canvas)));
      finish(paintScene(context, scene, {...this.#idleStyle(), ratio, isCrowd: false}));
    }
    const source = {...this.#overlaySource(ratio), live: paintLivePlainly, hasSizes};
    paintOverlay(context, projector, canvas, source);
    context.restore();
  }

  /** The middles of all boxes that are not hidden. */
  *marks(): Generator<Mark, void> {
    const {records} = this.#index.rows;
    for (const record of records) {
      if (!record || this.#drawing.isHidden(record)) continue;
      const {left, top, width, height} = record.box;
      yield {x: left + width / 2, y: top + height / 2, color: this.#options.lookOf(record.label).color};
    }
  }

  /** True when everything is painted as sharply as it will be. */
  get isSettled(): boolean {
    return this.#frame === undefined && this.#idle.isSettled;
  }

  /** Stops listening and gives the memory of all canvases back. */
  destroy(): void {
    this.#isDestroyed = true;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#media.destroy();
    this.#cancelRefresh?.();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#sight = undefined;
    this.#idle.destroy();
    this.#overlay.destroy();
    this.element.remove();
  }

  #onEdit(cause: EditorCause, changes: readonly Change[]): void {
    this.#lift();
    this.#wantOverlay();
    this.#refreshIndex();
    if (cause === 'open' || changes.length > mostPatches) return this.#idle.repaint();
    this.#idle.patch(
      changes
        .filter(({id}) => !this.#lifted.has(id))
        .flatMap(({before, after}) => [...areasOf(before), ...areasOf(after)]),
    );
  }

  /** Else it would be made anew in the middle of a gesture, sooner or later. */
  #refreshIndex(): void {
    if (!this.#index.isWorn) return;
    this.#cancelRefresh?.();
    this.#cancelRefresh = whenIdle(() => this.#index.refresh());
  }

  #onDrawing(state: DrawingState, before: DrawingState): void {
    if (state.hiddenIds !== before.hiddenIds || state.hiddenLabels !== before.hiddenLabels)
      this.#idle.repaint();
    if (state.isAllHidden !== before.isAllHidden) this.#onHidden();
    if (state.selection !== before.selection || state.preview !== before.preview) this.#lift();
    if (state.cursor !== before.cursor || state.tool !== before.tool || state.preview !== before.preview) {
      this.#placeGuides();
    }
    this.#wantLive();
    this.#wantOverlay();
  }

  #onHidden(): void {
    const {isAllHidden} = this.#drawing.state;
    this.#idle.element.style.setProperty('visibility', isAllHidden ? 'hidden' : 'visible');
  }

  /** Moves boxes between the idle canvas and the overlay, by who is busy with them. */
  #lift(): void {
    const before = this.#lifted;
    const boldBefore = this.#bold;
    this.#bold = this.#boldIds();
    this.#lifted = this.#idsToLift();
    if (this.#bold !== boldBefore) return this.#idle.repaint();
    const moved = [...before].filter((id) => !this.#lifted.has(id));
    for (const id of this.#lifted) if (!before.has(id)) moved.push(id);
    if (moved.length > mostPatches) return this.#idle.repaint();
    const {records} = this.#editor.state.document;
    this.#idle.patch(moved.flatMap((id) => areasOf(records.get(id))));
  }

  /** The selection, when it is too large to be painted over the others. */
  #boldIds(): ReadonlySet<RecordId> | undefined {
    const {selection} = this.#drawing.state;
    return selection.size > mostLifted ? selection : undefined;
  }

  /** Changed boxes, and selected ones that would show beside or through what is painted over them. */
  #idsToLift(): ReadonlySet<RecordId> {
    const {preview} = this.#drawing.state;
    const ids = new Set(preview?.kind === 'change' ? preview.records.keys() : []);
    for (const record of this.#selectedOver()) {
      if (this.#options.tags === 'always' || this.#options.statusOf(record) !== 'own') ids.add(record.id);
    }
    return ids;
  }

  /** The selected boxes, unless they are too many to be painted over the others. */
  #selectedOver(): readonly BoxRecord[] {
    return this.#bold ? [] : this.#drawing.selected;
  }

  #sceneSource(): SceneSource {
    const isLeftOut = ({id, label}: BoxRecord): boolean => {
      const {hiddenIds, hiddenLabels} = this.#drawing.state;
      return this.#lifted.has(id) || hiddenIds.has(id) || hiddenLabels.has(label);
    };
    const isBold = ({id}: BoxRecord): boolean => this.#bold?.has(id) ?? false;
    const isNobodyLeftOut = (): boolean => {
      const {hiddenIds, hiddenLabels} = this.#drawing.state;
      return this.#lifted.size === 0 && hiddenIds.size === 0 && hiddenLabels.size === 0;
    };
    const hasBold = (): boolean => this.#bold !== undefined;
    return {
      index: this.#index,
      lookOf: (label) => this.#options.lookOf(label),
      statusOf: (record) => this.#options.statusOf(record),
      get isLeftOut() {
        return isNobodyLeftOut() ? undefined : isLeftOut;
      },
      get isBold() {
        return hasBold() ? isBold : undefined;
      },
    };
  }

  readonly #idleStyle = (): IdleStyle => {
    const {fillOpacity, isOutlineOnly, tags, shortNameOf} = this.#options;
    return {
      colors: this.#colors,
      fillOpacity: isOutlineOnly ? 0 : fillOpacity,
      tags: tags === 'always' ? {faceOf: (ratio) => this.#face(ratio), shortNameOf} : undefined,
    };
  };

  #overlaySource(ratio: number): OverlaySource {
    const {preview} = this.#drawing.state;
    const {records} = this.#editor.state.document;
    const shown = new Map(this.#selectedOver().map((record) => [record.id, record]));
    for (const id of preview?.kind === 'change' ? preview.records.keys() : []) {
      const record = records.get(id);
      if (record?.kind === 'box') shown.set(id, record);
    }
    return {
      drawing: this.#drawing,
      options: this.#options,
      colors: this.#colors,
      face: this.#face(ratio),
      live: this.#live,
      hasSizes: true,
      busy: [...shown.values()],
      isLifted: ({id}) => this.#lifted.has(id),
    };
  }

  #face(ratio: number): TagFace {
    let face = this.#faces.get(ratio);
    if (!face) this.#faces.set(ratio, (face = new TagFace(ratio)));
    return face;
  }

  #paintOverlay(): void {
    this.#isOverlayDue = false;
    const sight = this.#sight;
    if (!sight) return;
    const {hovered, preview, cursor} = this.#drawing.state;
    const isSelected = this.#drawing.state.selection.size > 0 && !this.#bold;
    const isEmpty = hovered === undefined && !preview && !cursor && !isSelected;
    if (isEmpty && this.#isOverlayEmpty) return;
    this.#isOverlayEmpty = isEmpty;
    if (isEmpty) {
      this.#overlay.isShown = false;
      return;
    }
    const {ratio} = this.#media;
    const source = this.#overlaySource(ratio);
    const part = boundsOfOverlay(new Projector(sight, ratio), stageOf(sight, ratio), source);
    this.#overlay.isShown = part !== undefined;
    if (!part) return;
    const projector = this.#overlay.start(sight, ratio, part);
    this.#overlay.moveTo(sight.view);
    paintOverlay(this.#overlay.context, projector, this.#overlay.stage, source);
  }

  #placeGuides(): void {
    const {tool, preview, cursor} = this.#drawing.state;
    const isDrawing = tool !== 'select' || (preview?.kind === 'change' && preview.isResize);
    const sight = this.#sight;
    if (!sight || !this.#options.hasGuides || !(isDrawing || cursor)) {
      return this.#guides.show(undefined, undefined);
    }
    this.#guides.show(cursor ? imageToScreen(sight.view, sight.frame, cursor) : this.#pointer, sight);
  }

  /** Loads the library that paints the live box, once somebody selects one. Until then our own painter does it. */
  #wantLive(): void {
    if (this.#isLiveWanted || this.#drawing.state.selection.size !== 1) return;
    this.#isLiveWanted = true;
    // Nothing depends on the library: when it cannot be loaded, our own painter stays.
    import('./live-box.js').then(
      ({createLivePainter}) => {
        this.#live = createLivePainter();
        this.#wantOverlay();
      },
      () => undefined,
    );
  }

  readonly #onMedia = (): void => {
    this.#colors = this.#media.isForced ? forcedColors : usualColors;
    if (!this.#sight) return;
    this.#idle.look(this.#sight, this.#media.ratio);
    this.#idle.repaint();
    this.#wantOverlay();
  };

  #wantOverlay(): void {
    this.#isOverlayDue = true;
    this.#wantFrame();
  }

  readonly #wantFrame = (): void => {
    if (!this.#isDestroyed) this.#frame ??= requestAnimationFrame(this.#onFrame);
  };

  readonly #onFrame = (): void => {
    this.#frame = undefined;
    if (this.#isOverlayDue) this.#paintOverlay();
    if (this.#idle.slice()) this.#wantFrame();
  };
}

function areasOf(record: AnyRecord | undefined): Area[] {
  if (record?.kind !== 'box') return [];
  return [areaOf(record)];
}

function areaOf({box: {left, top, width, height}}: BoxRecord): Area {
  return {left, top, right: left + width, bottom: top + height};
}
