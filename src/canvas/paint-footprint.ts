import type {MaskState} from '../editor/mask-board.js';
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
  if (footprint)
    bounds = expanded(boundsOf(cornersOf(footprint, projector)), Math.ceil(darkLine * ratio) + 2);
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
    const path = outlineOf(cornersOf(footprint, projector));
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

interface Corner {
  readonly x: number;
  readonly y: number;
}

type Footprint = NonNullable<MaskState['footprint']>;

/** In picture pixels, of those that are shown. */
const outlines = new WeakMap<Footprint, ReturnType<typeof footprintOutline>>();

/** Where the corners of the footprint are on the screen: where the mask's pixels end there. Also beside the picture. */
function cornersOf(footprint: Footprint, projector: Projector): readonly Corner[] {
  let outline = outlines.get(footprint);
  if (!outline) outlines.set(footprint, (outline = footprintOutline(footprint.brush, footprint.at)));
  const corners: Corner[] = [];
  for (const corner of outline) {
    const at = projector.point(corner.x, corner.y);
    const [x, y] = [borderAt(at.x, projector.scale), borderAt(at.y, projector.scale)];
    const [before, last] = [corners.at(-2), corners.at(-1)];
    if (last?.x === x && last.y === y) continue;
    // Far away, many sides of pixels lie on one line; each that is left out is one less to be painted.
    const goesOn =
      before && last && ((before.x === last.x && last.x === x) || (before.y === last.y && last.y === y));
    if (goesOn) corners.pop();
    corners.push({x, y});
  }
  return corners;
}

function boundsOf(corners: readonly Corner[]): DeviceBox {
  const xs = corners.map(({x}) => x);
  const ys = corners.map(({y}) => y);
  return {left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys)};
}

function outlineOf(corners: readonly Corner[]): Path2D {
  const path = new Path2D();
  const {left, top, right, bottom} = boundsOf(corners);
  // Far away, pixels are smaller than those of the screen; the line goes around one of those then.
  if (left === right || top === bottom) path.rect(left, top, 1, 1);
  else for (const {x, y} of corners) path.lineTo(x, y);
  path.closePath();
  return path;
}
