import type {ImagePoint} from '../geometry/point.js';
import type {SpanSink} from './spans.js';

/** The outline of a brush's footprint. */
export type BrushShape = 'disc' | 'square';

/** A brush in picture pixels. */
export interface Brush {
  /** The diameter: a whole number from 1 to {@link largestBrush}. */
  readonly size: number;
  readonly shape: BrushShape;
}

export const largestBrush = 512;

/**
 * Where the middle of a brush lies when it is put down at a place: the middle of a pixel for odd sizes, the corner of
 * four for even ones. So a footprint has the same pixels everywhere, and its ring never flickers under a resting hand.
 */
export function snapped({x, y}: ImagePoint, {size}: Brush): ImagePoint {
  if (size % 2 === 0) return {x: Math.round(x), y: Math.round(y)};
  return {x: Math.floor(x) + 0.5, y: Math.floor(y) + 0.5};
}

/** The pixels that a brush covers when it is put down: one pixel for size 1. */
export function stampBrush(brush: Brush, at: ImagePoint, sink: SpanSink): void {
  sweepBrush(brush, at, at, sink);
}

/**
 * The pixels that a brush covers on its way from one place to another, row by row, each once: those whose centre is
 * inside the disc (or on its rim), or inside the square, at any point of the line between the two snapped middles.
 * Rows and columns may lie outside the picture. Everything is whole numbers of half pixels, so nothing is rounded: the
 * centre of pixel (x, y) is (2x + 1, 2y + 1), and half the brush is `size`.
 */
export function sweepBrush(brush: Brush, from: ImagePoint, to: ImagePoint, sink: SpanSink): void {
  const {size, shape} = brush;
  const [a, b] = [snapped(from, brush), snapped(to, brush)];
  // From top to bottom.
  const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
  const line: Line = {
    x: 2 * upper.x,
    y: 2 * upper.y,
    dx: 2 * (lower.x - upper.x),
    dy: 2 * (lower.y - upper.y),
  };
  const row = shape === 'disc' ? discRow(line, size) : squareRow(line, size);
  const first = Math.ceil((line.y - size - 1) / 2);
  const last = Math.floor((line.y + line.dy + size - 1) / 2);
  for (let y = first; y <= last; y++) {
    row(2 * y + 1);
    const start = Math.ceil((left - 1) / 2);
    const end = Math.floor((right + 1) / 2);
    if (start < end) sink(y, start, end);
  }
}

/** In half pixels; `dy` is not negative. */
interface Line {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** What the last row gave: the least and the greatest place, in half pixels, that is covered. Kept out of objects: a
 * stroke has thousands of rows. */
let left = 0;
let right = 0;

/**
 * A swept disc is a capsule: two discs, and a strip between them that reaches `size` to both sides of the line. Each of
 * the three meets a row in one stretch, and together they do, since a capsule is convex.
 */
function discRow({x, y, dx, dy}: Line, size: number): (row: number) => void {
  const square = dx * dx + dy * dy;
  /** How large a cross product may be: |cross| ≤ size · length, as the whole number below. */
  const reach = wholeRoot(BigInt(size * size) * BigInt(square));
  return (row) => {
    left = Infinity;
    right = -Infinity;
    const v = row - y;
    widen(x, size * size - v * v);
    if (square === 0) return;
    widen(x + dx, size * size - (v - dy) * (v - dy));
    // The strip: 0 ≤ dx·u + dy·v ≤ square and |dx·v − dy·u| ≤ reach, where u is the column from `x` on.
    let least = -Infinity;
    let greatest = Infinity;
    if (dx === 0) {
      if (v < 0 || v > dy) return;
    } else {
      const [near, far] = [-dy * v, square - dy * v];
      least = Math.ceil(dx > 0 ? near / dx : far / dx);
      greatest = Math.floor(dx > 0 ? far / dx : near / dx);
    }
    if (dy === 0) {
      if (Math.abs(dx * v) > reach) return;
    } else {
      least = Math.max(least, Math.ceil((dx * v - reach) / dy));
      greatest = Math.min(greatest, Math.floor((dx * v + reach) / dy));
    }
    if (least > greatest) return;
    left = Math.min(left, x + least);
    right = Math.max(right, x + greatest);
  };
}

/** Adds the stretch of a disc around `x`, given its half width squared. */
function widen(x: number, squared: number): void {
  if (squared < 0) return;
  const half = Math.floor(Math.sqrt(squared));
  left = Math.min(left, x - half);
  right = Math.max(right, x + half);
}

/**
 * A swept square covers, in each row, all columns between those of its places that reach the row. Its rim does not
 * count: otherwise a diagonal line of size 1 would take the pixels beside it, which it touches with a corner only.
 */
function squareRow({x, y, dx, dy}: Line, size: number): (row: number) => void {
  return (row) => {
    left = Infinity;
    right = -Infinity;
    // The part of the line, counted downwards from its upper end, that is nearer to the row than `size`.
    const from = Math.max(0, row - size - y);
    const to = Math.min(dy, row + size - y);
    if (row - size >= y + dy || row + size <= y) return;
    const first = dy === 0 ? 0 : (dx * from) / dy;
    const last = dy === 0 ? dx : (dx * to) / dy;
    left = x + Math.floor(Math.min(first, last)) - size + 1;
    right = x + Math.ceil(Math.max(first, last)) + size - 1;
  };
}

/** The largest whole number whose square is not larger. Products of long strokes do not fit a number exactly. */
function wholeRoot(square: bigint): number {
  let root = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (root * root > square) root--;
  while ((root + 1n) * (root + 1n) <= square) root++;
  return Number(root);
}
