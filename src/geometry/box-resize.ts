import {bottomOf, rightOf, type Box} from './box.js';
import type {Point, Size} from './point.js';

/** Which edges a handle moves: −1 the left or top one, 1 the right or bottom one, 0 none on that axis. */
export interface Sides {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** How the modifier keys change a resize. */
export interface ResizeShape {
  readonly keepsRatio: boolean;
  /** The opposite edge moves as far the other way. */
  readonly isSymmetric: boolean;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** One axis of a box: two edges, the one that moves, and the length of the picture. */
interface Axis {
  readonly low: number;
  readonly high: number;
  readonly side: -1 | 0 | 1;
  readonly by: number;
  readonly most: number;
}

type Span = readonly [number, number];

const sorted = (a: number, b: number): Span => (a < b ? [a, b] : [b, a]);

/** Where an edge is moved to: into the picture, or no further out than it was. */
const within = (edge: number, by: number, most: number): number =>
  clamp(edge + by, Math.min(0, edge), Math.max(most, edge));

/** Both edges after the move: what moves is clamped, and may pass the edge that stays. */
function freeSpan({low, high, side, by, most}: Axis, isSymmetric: boolean): Span {
  if (side === 0) return [low, high];
  const moving = side > 0 ? high : low;
  const other = side > 0 ? low : high;
  return sorted(within(moving, by, most), isSymmetric ? within(other, -by, most) : other);
}

/** The place of an axis that stays where it is. */
function originOf({low, high, side}: Axis, isSymmetric: boolean): number {
  if (side === 0 || isSymmetric) return (low + high) / 2;
  return side > 0 ? low : high;
}

/** How many times longer the axis is to become; negative when the moving edge has passed the origin. */
function factorOf(axis: Axis, isSymmetric: boolean): number {
  const moving = axis.side > 0 ? axis.high : axis.low;
  const origin = originOf(axis, isSymmetric);
  return (moving + axis.by - origin) / (moving - origin);
}

/** The largest factor for which the axis stays in the picture, or is no further out than it is. */
function mostFactor(axis: Axis, isSymmetric: boolean, isFlipped: boolean): number {
  const length = axis.high - axis.low;
  const origin = originOf(axis, isSymmetric);
  if (axis.side === 0 || isSymmetric) return Math.max(1, (2 * Math.min(origin, axis.most - origin)) / length);
  const goesUp = axis.side > 0 !== isFlipped;
  return Math.max(isFlipped ? 0 : 1, (goesUp ? axis.most - origin : origin) / length);
}

function scaledSpan(axis: Axis, factor: number, isSymmetric: boolean, isFlipped: boolean): Span {
  const length = (axis.high - axis.low) * factor;
  const origin = originOf(axis, isSymmetric);
  if (axis.side === 0 || isSymmetric) return [origin - length / 2, origin + length / 2];
  return axis.side > 0 !== isFlipped ? [origin, origin + length] : [origin - length, origin];
}

function proportional(x: Axis, y: Axis, isSymmetric: boolean): readonly [Span, Span] {
  const factorX = x.side === 0 ? 0 : factorOf(x, isSymmetric);
  const factorY = y.side === 0 ? 0 : factorOf(y, isSymmetric);
  const flipsX = factorX < 0;
  const flipsY = factorY < 0;
  const wanted = Math.max(Math.abs(factorX), Math.abs(factorY));
  const most = Math.min(mostFactor(x, isSymmetric, flipsX), mostFactor(y, isSymmetric, flipsY));
  const factor = clamp(wanted, 0, Math.max(0, most));
  return [scaledSpan(x, factor, isSymmetric, flipsX), scaledSpan(y, factor, isSymmetric, flipsY)];
}

/**
 * A box after one of its sides or corners was moved `by`. Edges past the opposite edge flip the box, whose opposite
 * corner stays where it is (BOX-1). What moves stays in the picture (COORD-4), or goes no further out (COORD-5).
 */
export function resized(box: Box, sides: Sides, by: Point, size: Size, shape: ResizeShape): Box {
  const x: Axis = {low: box.left, high: rightOf(box), side: sides.x, by: by.x, most: size.width};
  const y: Axis = {low: box.top, high: bottomOf(box), side: sides.y, by: by.y, most: size.height};
  const hasRatio = box.width > 0 && box.height > 0;
  const [[left, right], [top, bottom]] =
    shape.keepsRatio && hasRatio
      ? proportional(x, y, shape.isSymmetric)
      : [freeSpan(x, shape.isSymmetric), freeSpan(y, shape.isSymmetric)];
  return {left, top, width: right - left, height: bottom - top};
}
