import {bottomOf, contains, grown, rightOf, type Box} from '../geometry/box.js';
import {vectorShown} from '../geometry/box-orientation.js';
import type {Sides} from '../geometry/box-resize.js';
import type {Orientation} from '../geometry/orientation.js';
import {distance, type ImagePoint} from '../geometry/point.js';
import {reaches} from './reach.js';
import type {PointerInput} from './tool.js';

/** The part of a box that is dragged to resize it, named as in the stored grid. */
export type Handle =
  'top-left' | 'top' | 'top-right' | 'right' | 'bottom-right' | 'bottom' | 'bottom-left' | 'left';

/** A handle and its middle in the stored grid. */
export interface PlacedHandle {
  readonly handle: Handle;
  readonly at: ImagePoint;
}

type Pointer = PointerInput['pointer'];

/** Corners first: they win where handles overlap. */
const sidesByHandle: Readonly<Record<Handle, Sides>> = {
  'top-left': {x: -1, y: -1},
  'top-right': {x: 1, y: -1},
  'bottom-right': {x: 1, y: 1},
  'bottom-left': {x: -1, y: 1},
  top: {x: 0, y: -1},
  right: {x: 1, y: 0},
  bottom: {x: 0, y: 1},
  left: {x: -1, y: 0},
};
const handles = Object.keys(sidesByHandle) as readonly Handle[];

/** Which edges a handle moves. */
export function sidesOf(handle: Handle): Sides {
  return sidesByHandle[handle];
}

/** The box on whose outline the handles sit: one handle width around boxes that handles would cover (VIS-3). */
function handleFrame(box: Box, scale: number, pointer: Pointer): Box {
  const handle = reaches[pointer].handle / scale;
  return Math.min(box.width, box.height) < 3 * handle ? grown(box, handle) : box;
}

/** True for a box that is smaller than a handle: it has one grip beside it instead of eight handles. */
function hasGrip({width, height}: Box, scale: number, pointer: Pointer): boolean {
  return Math.max(width, height) * scale < reaches[pointer].handle;
}

/**
 * The handles of a box, where they are drawn and hit. They have the same size on the screen at any zoom, stand outside
 * a small box, and leave only one beside a tiny one (VIS-3).
 */
export function handlesOf(box: Box, scale: number, pointer: Pointer): readonly PlacedHandle[] {
  const frame = handleFrame(box, scale, pointer);
  const at = (handle: Handle): ImagePoint => ({
    x: frame.left + (frame.width * (1 + sidesByHandle[handle].x)) / 2,
    y: frame.top + (frame.height * (1 + sidesByHandle[handle].y)) / 2,
  });
  const shown: readonly Handle[] = hasGrip(box, scale, pointer) ? ['bottom-right'] : handles;
  return shown.map((handle) => ({handle, at: at(handle)}));
}

/** The handle at a place: the nearest within reach. */
export function handleAt(box: Box, at: ImagePoint, scale: number, pointer: Pointer): Handle | undefined {
  let found: Handle | undefined;
  let least = reaches[pointer].handleHit / scale;
  for (const placed of handlesOf(box, scale, pointer)) {
    const away = distance(placed.at, at);
    if (away > least || (found && away === least)) continue;
    found = placed.handle;
    least = away;
  }
  return found;
}

/** The side at a place, anywhere along it. Beside a small box the sides are where its handles are. */
export function sideAt(box: Box, at: ImagePoint, scale: number, pointer: Pointer): Handle | undefined {
  if (hasGrip(box, scale, pointer)) return undefined;
  const frame = handleFrame(box, scale, pointer);
  const within = reaches[pointer].outline / scale;
  if (!contains(grown(frame, within), at)) return undefined;
  const away: readonly (readonly [Handle, number])[] = [
    ['top', Math.abs(at.y - frame.top)],
    ['right', Math.abs(at.x - rightOf(frame))],
    ['bottom', Math.abs(at.y - bottomOf(frame))],
    ['left', Math.abs(at.x - frame.left)],
  ];
  const [side, least] = away.reduce((nearest, next) => (next[1] < nearest[1] ? next : nearest));
  return least <= within ? side : undefined;
}

/** The CSS cursor over a handle, as the picture is turned. */
export function handleCursor(handle: Handle, orientation: Orientation): string {
  const {x, y} = vectorShown(sidesByHandle[handle], orientation);
  if (x === 0) return 'ns-resize';
  if (y === 0) return 'ew-resize';
  return x * y > 0 ? 'nwse-resize' : 'nesw-resize';
}
