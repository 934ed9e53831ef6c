import {handlesOf} from '../editor/box-handles.js';
import type {Drawing} from '../editor/drawing.js';
import {reaches} from '../editor/reach.js';
import type {Box} from '../geometry/box.js';
import type {BoxRecord} from '../model/record.js';
import type {StageColors} from './colors.js';
import {outlineOf} from './outline.js';
import {edgesOf, hasHandles, hoveredIn, shadedAround, shownIn} from './overlay-content.js';
import {darkness, paintCross, paintDot, paintMarquee, paintSizes, shade} from './paint-marks.js';
import {paintLivePlainly, type LivePainter} from './paint-live.js';
import {colorOf, paintOutline, type OutlineStyle} from './paint-scene.js';
import {paintTag, placesFor} from './paint-tags.js';
import {deviceBox, expanded, type DeviceBox, type Projector} from './projector.js';
import type {StageOptions} from './stage-options.js';
import type {TagFace} from './tag-face.js';
import {paintWarning} from './warning-badge.js';

export interface OverlaySource {
  readonly drawing: Drawing;
  readonly options: StageOptions;
  readonly colors: StageColors;
  readonly face: TagFace;
  readonly live: LivePainter;
  /** Lengths are written beside what is drawn or resized. */
  readonly hasSizes: boolean;
  /** The boxes that are selected or being changed, as they are in the document. */
  readonly busy: readonly BoxRecord[];
  /** True for those that are not among the idle boxes beneath. */
  readonly isLifted: (record: BoxRecord) => boolean;
}

/** Of more selected boxes than this only the lines are painted. */
const mostTags = 20;

/**
 * Paints what a person is busy with: hovered and selected boxes, what is being drawn, the keyboard's crosshair. The
 * stage is where it is on the canvas, in device pixels.
 */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  projector: Projector,
  stage: DeviceBox,
  source: OverlaySource,
): void {
  const {drawing, options, colors} = source;
  const {preview, cursor} = drawing.state;
  const painter = new OverlayPainter(context, projector, stage, source);
  const shaded = shadedAround(source);
  if (shaded) {
    const dark = preview?.kind === 'new' ? darkness.drawn : darkness.resized;
    shade(context, projector.box(edgesOf(shaded)), projector.picture, stage, dark);
  }
  const hovered = hoveredIn(source);
  if (hovered) painter.box(hovered, options.tags === 'always' || options.tags === 'hover');
  const shown = shownIn(source);
  for (const record of shown) {
    if (hasHandles(source, record)) painter.live(record);
    else painter.box(record, options.tags !== 'never' && shown.length <= mostTags);
  }
  if (preview?.kind === 'new') painter.fresh(preview.box, preview.label);
  if (preview?.kind === 'points') {
    for (const {x, y} of preview.points) paintDot(context, projector.point(x, y), projector.ratio, colors);
  }
  if (preview?.kind === 'marquee')
    paintMarquee(context, projector.box(edgesOf(preview.box)), projector.ratio, colors);
  if (cursor) paintCross(context, projector.point(cursor.x, cursor.y), projector.ratio, colors);
}

class OverlayPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #projector: Projector;
  readonly #stage: DeviceBox;
  readonly #source: OverlaySource;

  constructor(
    context: CanvasRenderingContext2D,
    projector: Projector,
    stage: DeviceBox,
    source: OverlaySource,
  ) {
    this.#context = context;
    this.#projector = projector;
    this.#stage = stage;
    this.#source = source;
  }

  box(record: BoxRecord, hasTag: boolean): void {
    const box = this.#projector.box(edgesOf(record.box));
    // Over the inside that a hovered box has already, this one makes it stand out.
    if (this.#source.isLifted(record) || !this.#isSelected(record)) this.#fill(box, record.label);
    paintOutline(
      this.#context,
      Int32Array.of(box.left, box.top, box.right, box.bottom),
      0,
      this.#style(record.label, this.#source.options.statusOf(record), this.#isSelected(record)),
    );
    this.#warn(record);
    if (hasTag) this.#tag(box, record.label);
  }

  /** The box with handles. */
  live(record: BoxRecord): void {
    const {options, live, drawing} = this.#source;
    const {ratio, scale} = this.#projector;
    const box = this.#projector.box(edgesOf(record.box));
    if (this.#source.isLifted(record)) this.#fill(box, record.label);
    const size = reaches[options.pointer].handle;
    const handles = handlesOf(record.box, scale / ratio, options.pointer).map(({handle, at}) => ({
      handle,
      ...this.#projector.point(at.x, at.y),
    }));
    const style = this.#style(record.label, options.statusOf(record), true);
    const painted = {box, style, handles, handleSize: size * ratio};
    try {
      live(this.#context, painted);
    } catch (error) {
      // The library failed, not the worker's box: it is painted all the same, and the page's developer is told.
      reportError(error);
      paintLivePlainly(this.#context, painted);
    }
    this.#warn(record);
    if (options.tags !== 'never')
      this.#tag(around(box, handles, Math.ceil((size / 2) * ratio)), record.label);
    const {preview} = drawing.state;
    if (preview?.kind === 'change' && preview.isResize) this.#sizes(record.box);
  }

  /** The box that is being drawn. */
  fresh(box: Box, label: string): void {
    const place = this.#projector.box(edgesOf(box));
    const style = this.#style(label, 'own', true);
    paintOutline(this.#context, Int32Array.of(place.left, place.top, place.right, place.bottom), 0, style);
    this.#sizes(box);
  }

  #sizes(box: Box): void {
    if (!this.#source.hasSizes) return;
    paintSizes(this.#context, box, this.#projector.box(edgesOf(box)), this.#stage, this.#source);
  }

  #fill({left, top, right, bottom}: DeviceBox, label: string): void {
    const {options, colors} = this.#source;
    if (options.isOutlineOnly || options.fillOpacity === 0) return;
    this.#context.globalAlpha = options.fillOpacity;
    this.#context.fillStyle = colorOf(options.lookOf(label), colors);
    this.#context.fillRect(left, top, right - left, bottom - top);
    this.#context.globalAlpha = 1;
  }

  #tag(box: DeviceBox, label: string): void {
    const {options, colors, face} = this.#source;
    const [above, inside] = placesFor(box, face.sizeOf(label), this.#projector.ratio);
    const place = above && above.top < this.#stage.top && inside ? inside : above;
    if (place) paintTag(this.#context, face, label, place, options.lookOf(label), colors);
  }

  /** The badge of a box that reaches out of the picture. Handles beside the picture alone would look like no box. */
  #warn({box: {left, top, width, height}}: BoxRecord): void {
    const place = new Int32Array(4);
    const projector = this.#projector;
    if (!projector.place(left, top, left + width, top + height, place, 0)) return;
    const style = {ratio: projector.ratio, colors: this.#source.colors};
    paintWarning(this.#context, deviceBox(place, 0), style, projector.picture);
  }

  #isSelected({id}: BoxRecord): boolean {
    return this.#source.drawing.state.selection.has(id);
  }

  #style(label: string, status: OutlineStyle['status'], isSelected: boolean): OutlineStyle {
    const {options, colors} = this.#source;
    const {ratio} = this.#projector;
    const outline = outlineOf('bold', ratio);
    return {outline, look: options.lookOf(label), status, ratio, colors, isSelected};
  }
}

/** The rectangle around a box and its handles. */
function around(
  box: DeviceBox,
  handles: readonly {readonly x: number; readonly y: number}[],
  by: number,
): DeviceBox {
  const xs = handles.map(({x}) => Math.round(x));
  const ys = handles.map(({y}) => Math.round(y));
  return expanded(
    {
      left: Math.min(box.left, ...xs),
      top: Math.min(box.top, ...ys),
      right: Math.max(box.right, ...xs),
      bottom: Math.max(box.bottom, ...ys),
    },
    by,
  );
}
