import type {MaskState} from '../editor/mask-board.js';
import type {PreviewMark} from '../editor/mask-preview.js';
import type {LabelMap} from '../raster/label-map.js';
import {boundsOfSpans} from '../raster/spans.js';
import type {StageColors} from './colors.js';
import {wordOf} from './mask-looks.js';
import type {MaskOptions} from './mask-options.js';
import {edgesOf} from './overlay-content.js';
import {dotReach, paintDot, paintMarquee} from './paint-marks.js';
import {paintCells} from './paint-cells.js';
import {spansPixels} from './paint-spans.js';
import {expanded, intersection, union, type DeviceBox, type Projector} from './projector.js';

/** What belongs to a thing and what does not; the signs in them say the same without colour. */
const plusColor = '#0a7d33';
const minusColor = '#c0182b';

/** Where what is being made is, in device pixels. */
export function previewBounds(
  projector: Projector,
  {preview}: Pick<MaskState, 'preview'>,
): DeviceBox | undefined {
  if (!preview) return undefined;
  const {ratio} = projector;
  let bounds: DeviceBox | undefined;
  const pixels = preview.pixels && boundsOfSpans(preview.pixels.spans);
  if (pixels) bounds = expanded(projector.box(pixels), 1);
  if (preview.cells) bounds = union(bounds, projector.box(preview.cells.around));
  if (preview.box)
    bounds = union(bounds, expanded(projector.box(edgesOf(preview.box)), Math.ceil(2 * ratio)));
  const points = [...(preview.path ?? []), ...(preview.marks ?? []).map(({at}) => at)];
  for (const {x, y} of points) {
    const at = projector.point(x, y);
    const [left, top] = [Math.floor(at.x), Math.floor(at.y)];
    const place = {left, top, right: left + 1, bottom: top + 1};
    bounds = union(bounds, expanded(place, Math.ceil((dotReach + 3) * ratio)));
  }
  return bounds;
}

/** What painting a preview needs besides what is in it. */
export interface PreviewScene {
  readonly options: MaskOptions;
  readonly colors: StageColors;
  /** The pixels that it would change. */
  readonly map: LabelMap | undefined;
}

/** Paints what is being made and is in no document yet, so that nobody takes it for a part of the mask. */
export function paintMaskPreview(
  context: CanvasRenderingContext2D,
  projector: Projector,
  canvas: DeviceBox,
  {preview}: Pick<MaskState, 'preview'>,
  {options, colors, map}: PreviewScene,
): void {
  if (!preview) return;
  const {ratio} = projector;
  const {color} = options.activeLook();
  if (preview.cells) paintCells(context, projector, canvas, preview.cells, colors);
  context.globalAlpha = preview.isBusy ? 0.6 : 1;
  if (preview.pixels && preview.pixels.spans.length > 0) {
    const {spans, erases} = preview.pixels;
    const rule = options.changedBy(preview.pixels);
    const bounds = boundsOfSpans(spans);
    const part = bounds && intersection(expanded(projector.box(bounds), 1), canvas);
    if (part) {
      const pixels = spansPixels(
        spans,
        part,
        projector,
        {
          stripe: erases ? wordOf(colors.dark, 0.7) : wordOf(color, 0.7),
          gap: erases ? wordOf(colors.light, 0.3) : wordOf(color, 0.15),
          dark: wordOf(colors.dark),
          light: wordOf(colors.light),
          kept: wordOf(erases ? colors.dark : color, 0.45),
        },
        rule && map && {map, rule},
      );
      const easel = new OffscreenCanvas(pixels.width, pixels.height);
      easel.getContext('2d')?.putImageData(pixels, 0, 0);
      context.drawImage(easel, part.left, part.top);
    }
  }
  if (preview.box) paintMarquee(context, projector.box(edgesOf(preview.box)), ratio, colors);
  if (preview.path) paintPath(context, projector, preview.path, color, colors);
  for (const mark of preview.marks ?? []) paintMark(context, projector, mark, colors);
  context.globalAlpha = 1;
}

function paintPath(
  context: CanvasRenderingContext2D,
  projector: Projector,
  points: NonNullable<NonNullable<MaskState['preview']>['path']>,
  color: string,
  colors: StageColors,
): void {
  const {ratio} = projector;
  const path = new Path2D();
  for (const {x, y} of points) {
    const at = projector.point(x, y);
    path.lineTo(at.x, at.y);
  }
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const [stroke, width] of [
    [colors.forced ?? colors.dark, 5],
    [colors.light, 3],
    [colors.forced ?? color, 1.5],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width * ratio;
    context.stroke(path);
  }
}

function paintMark(
  context: CanvasRenderingContext2D,
  projector: Projector,
  {at, kind}: PreviewMark,
  colors: StageColors,
): void {
  const {ratio} = projector;
  const place = projector.point(at.x, at.y);
  switch (kind) {
    case 'extreme':
      return paintDot(context, place, ratio, colors);
    case 'corner':
      return paintCorner(context, place, 3 * ratio, ratio, colors);
    case 'first':
      return paintCorner(context, place, 5.5 * ratio, ratio, colors);
    case 'plus':
    case 'minus':
      return paintSign(context, place, kind === 'plus', ratio, colors);
  }
}

/** A square, as polygons have them; the first is larger, because a press on it closes the outline. */
function paintCorner(
  context: CanvasRenderingContext2D,
  {x, y}: {readonly x: number; readonly y: number},
  half: number,
  ratio: number,
  {dark, light, forced}: StageColors,
): void {
  const [left, top] = [Math.round(x - half), Math.round(y - half)];
  const side = Math.round(2 * half);
  const line = Math.max(1, Math.round(ratio));
  context.fillStyle = forced ?? dark;
  context.fillRect(left - line, top - line, side + 2 * line, side + 2 * line);
  context.fillStyle = light;
  context.fillRect(left, top, side, side);
}

function paintSign(
  context: CanvasRenderingContext2D,
  {x, y}: {readonly x: number; readonly y: number},
  isPlus: boolean,
  ratio: number,
  {light, forced}: StageColors,
): void {
  const arm = 3.5 * ratio;
  for (const [color, radius] of [
    [light, 8],
    [forced ?? (isPlus ? plusColor : minusColor), 7],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius * ratio, 0, 2 * Math.PI);
    context.fill();
  }
  context.strokeStyle = light;
  context.lineWidth = 2 * ratio;
  context.lineCap = 'butt';
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  if (isPlus) {
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
  }
  context.stroke();
}
