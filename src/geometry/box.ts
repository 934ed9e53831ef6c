import type {ImagePoint, Point} from './point.js';

/**
 * A rectangle on the pixel lattice of a picture: `left` 0 and `width` W cover the whole width of a picture of W pixels.
 * Lengths are picture pixels, the origin is the top left corner of the stored grid unless a name says otherwise.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const rightOf = ({left, width}: Box): number => left + width;
export const bottomOf = ({top, height}: Box): number => top + height;
export const areaOf = ({width, height}: Box): number => width * height;

/** The middle of a box. */
export function centreOf({left, top, width, height}: Box): ImagePoint {
  return {x: left + width / 2, y: top + height / 2};
}

/** The box with these two opposite corners, whichever they are. */
export function boxBetween(a: Point, b: Point): Box {
  const left = Math.min(a.x, b.x);
  const top = Math.min(a.y, b.y);
  return {left, top, width: Math.max(a.x, b.x) - left, height: Math.max(a.y, b.y) - top};
}

/** The smallest box around boxes; `undefined` around none. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, rightOf(box));
    bottom = Math.max(bottom, bottomOf(box));
  }
  return left === Infinity ? undefined : {left, top, width: right - left, height: bottom - top};
}

/** The smallest box around points; `undefined` around none. */
export function boxAround(points: Iterable<Point>): Box | undefined {
  return boundsOf(Array.from(points, ({x, y}) => ({left: x, top: y, width: 0, height: 0})));
}

/** A box that is larger by `by` on each side. */
export function grown({left, top, width, height}: Box, by: number): Box {
  return {left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by};
}

export function sameBox(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** True for places in the box and on its outline. */
export function contains(box: Box, {x, y}: Point): boolean {
  return x >= box.left && x <= rightOf(box) && y >= box.top && y <= bottomOf(box);
}

/** True when no part of `inner` is outside `outer`. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    rightOf(inner) <= rightOf(outer) &&
    bottomOf(inner) <= bottomOf(outer)
  );
}

/** True when two boxes have a place in common, if only on their outlines. */
export function touches(a: Box, b: Box): boolean {
  return a.left <= rightOf(b) && b.left <= rightOf(a) && a.top <= bottomOf(b) && b.top <= bottomOf(a);
}

/** How alike two boxes are: the area in both divided by the area in either; from 0 to 1. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const width = Math.min(rightOf(a), rightOf(b)) - Math.max(a.left, b.left);
  const height = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.top, b.top);
  const shared = Math.max(0, width) * Math.max(0, height);
  const either = areaOf(a) + areaOf(b) - shared;
  return either > 0 ? shared / either : 0;
}

/** How far a place is from the outline of a box, from inside or outside. */
export function distanceToOutline(box: Box, at: Point): number {
  return distanceToEdges(box.left, box.top, rightOf(box), bottomOf(box), at);
}

/** The same for a box by its edges. */
export function distanceToEdges(
  left: number,
  top: number,
  right: number,
  bottom: number,
  {x, y}: Point,
): number {
  const beyondX = Math.max(left - x, x - right);
  const beyondY = Math.max(top - y, y - bottom);
  if (beyondX <= 0 && beyondY <= 0) return Math.min(-beyondX, -beyondY);
  if (beyondX <= 0) return beyondY;
  if (beyondY <= 0) return beyondX;
  return Math.sqrt(beyondX * beyondX + beyondY * beyondY);
}
