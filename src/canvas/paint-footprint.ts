import type {MaskState} from '../editor/mask-board.js';
import {stampBrush} from '../raster/brush.js';
import {boundsOfSpans, SpanList, type Spans} from '../raster/spans.js';
import type {StageColors} from './colors.js';
import {crossReach, paintCross} from './paint-marks.js';
import {expanded, union, type DeviceBox, type Projector} from './projector.js';

type Pointed = Pick<MaskState, 'footprint' | 'cursor'>;

/** CSS pixels of the light line, and of the dark one that it lies on; half of each is on either side of the border. */
const lightLine = 1;
const darkLine = 2;

/** Where the footprint and the crosshair are, in device pixels. */
export function footprintBounds(projector: Projector, {footprint, cursor}: Pointed): DeviceBox | undefined {
  const {ratio} = projector;
  let bounds: DeviceBox | undefined;
  const pixels = footprint && boundsOfSpans(spansOf(footprint));
  if (pixels) {
    // Also beside the picture, where a brush does nothing but is seen.
    const a = projector.point(pixels.left, pixels.top);
    const b = projector.point(pixels.right, pixels.bottom);
    const around = {
      left: Math.floor(Math.min(a.x, b.x)),
      top: Math.floor(Math.min(a.y, b.y)),
      right: Math.ceil(Math.max(a.x, b.x)),
      bottom: Math.ceil(Math.max(a.y, b.y)),
    };
    bounds = expanded(around, Math.ceil(darkLine * ratio) + 2);
  }
  if (cursor) {
    const at = projector.point(cursor.x, cursor.y);
    const [left, top] = [Math.floor(at.x), Math.floor(at.y)];
    const cross = expanded({left, top, right: left + 1, bottom: top + 1}, Math.ceil(crossReach * ratio));
    bounds = union(bounds, cross);
  }
  return bounds;
}

/** Paints a line around exactly the pixels that the brush would change, and the keyboard's crosshair. */
export function paintFootprint(
  context: CanvasRenderingContext2D,
  projector: Projector,
  {footprint, cursor}: Pointed,
  colors: StageColors,
): void {
  const {ratio} = projector;
  if (footprint) {
    const path = outlineOf(spansOf(footprint), projector);
    // Even widths around whole pixels leave no half ones.
    const even = (css: number): number => 2 * Math.max(1, Math.round(css * ratio));
    context.lineJoin = 'miter';
    context.setLineDash([]);
    context.strokeStyle = colors.forced ?? colors.dark;
    context.lineWidth = even(darkLine);
    context.stroke(path);
    context.strokeStyle = colors.light;
    context.lineWidth = even(lightLine);
    if (footprint.erases) context.setLineDash([4 * ratio, 3 * ratio]);
    context.stroke(path);
    context.setLineDash([]);
  }
  if (cursor) paintCross(context, projector.point(cursor.x, cursor.y), ratio, colors);
}

function spansOf({at, brush}: NonNullable<MaskState['footprint']>): Spans {
  const list = new SpanList();
  stampBrush(brush, at, list.add);
  return list.spans;
}

/**
 * The border of pixels that have one stretch in each row: down their left ends, up their right ends. Corners lie where
 * the mask's pixels end on the screen.
 */
function outlineOf(spans: Spans, projector: Projector): Path2D {
  const left: [number, number][] = [];
  const right: [number, number][] = [];
  for (let at = 0; at < spans.length; at += 3) {
    const [y, start, end] = [spans[at] as number, spans[at + 1] as number, spans[at + 2] as number];
    left.push([start, y], [start, y + 1]);
    right.push([end, y], [end, y + 1]);
  }
  const corners = [...left, ...right.reverse()].map(([x, y]) => {
    const at = projector.point(x, y);
    return {x: Math.round(at.x), y: Math.round(at.y)};
  });
  const path = new Path2D();
  const [first] = corners;
  const isTooSmall = (axis: 'x' | 'y'): boolean => corners.every((at) => at[axis] === first?.[axis]);
  // Far away, pixels are smaller than those of the screen; their line goes around one of those then.
  if (first && (isTooSmall('x') || isTooSmall('y'))) path.rect(first.x, first.y, 1, 1);
  else for (const {x, y} of corners) path.lineTo(x, y);
  path.closePath();
  return path;
}
