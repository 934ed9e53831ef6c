import type {MaskState} from '../editor/mask-board.js';
import {snapped} from '../raster/brush.js';
import {footprintOutline} from '../raster/footprint.js';
import type {StageColors} from './colors.js';
import {borderAt} from './mask-grid.js';
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
  if (footprint) {
    const {left, top, right, bottom} = ringBounds(footprint, projector);
    // Far away, pixels are smaller than those of the screen.
    const seen = {left, top, right: Math.max(right, left + 1), bottom: Math.max(bottom, top + 1)};
    bounds = expanded(seen, Math.ceil(darkLine * ratio) + 2);
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
    tracePath(context, footprint, projector);
    // Even widths around whole pixels leave no half ones.
    const even = (css: number): number => 2 * Math.max(1, Math.round(css * ratio));
    context.lineJoin = 'miter';
    context.setLineDash([]);
    context.strokeStyle = colors.forced ?? colors.dark;
    context.lineWidth = even(darkLine);
    context.stroke();
    context.strokeStyle = colors.light;
    context.lineWidth = even(lightLine);
    if (footprint.erases) context.setLineDash([4 * ratio, 3 * ratio]);
    context.stroke();
    context.setLineDash([]);
  }
  if (cursor) paintCross(context, projector.point(cursor.x, cursor.y), ratio, colors);
}

type Footprint = NonNullable<MaskState['footprint']>;

/** The place of a corner of picture pixels on the canvas: where the mask's pixels end there. Also beside the picture. */
function corner(projector: Projector, x: number, y: number): {readonly x: number; readonly y: number} {
  const at = projector.point(x, y);
  return {x: borderAt(at.x, projector.scale), y: borderAt(at.y, projector.scale)};
}

function ringBounds({at, brush}: Footprint, projector: Projector): DeviceBox {
  const {x, y} = snapped(at, brush);
  const half = brush.size / 2;
  const a = corner(projector, x - half, y - half);
  const b = corner(projector, x + half, y + half);
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

/** Makes the border of the footprint the path of a canvas. */
function tracePath(context: CanvasRenderingContext2D, footprint: Footprint, projector: Projector): void {
  const {left, top, right, bottom} = ringBounds(footprint, projector);
  context.beginPath();
  // Far away, pixels are smaller than those of the screen; the line goes around one of those then.
  if (left === right || top === bottom) {
    context.rect(left, top, 1, 1);
    return;
  }
  const {origin, ring} = footprintOutline(footprint.brush, footprint.at);
  let last = {x: NaN, y: NaN};
  for (let at = 0; at < ring.length; at += 2) {
    const next = corner(projector, origin.x + ring[at]!, origin.y + ring[at + 1]!);
    // Far away, many corners of pixels are one on the screen.
    if (next.x !== last.x || next.y !== last.y) context.lineTo(next.x, next.y);
    last = next;
  }
  context.closePath();
}
