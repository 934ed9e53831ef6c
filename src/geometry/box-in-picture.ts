import {bottomOf, rightOf, type Box} from './box.js';
import type {ImagePoint, Point, Size} from './point.js';

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The box of the whole picture. */
export function wholePicture({width, height}: Size): Box {
  return {left: 0, top: 0, width, height};
}

/** The place of the picture nearest to a place: on the border for places outside (COORD-4). */
export function intoPicture({x, y}: ImagePoint, {width, height}: Size): ImagePoint {
  return {x: clamp(x, 0, width), y: clamp(y, 0, height)};
}

/** True when no part of the box is outside the picture. */
export function isInPicture(box: Box, {width, height}: Size): boolean {
  return box.left >= 0 && box.top >= 0 && rightOf(box) <= width && bottomOf(box) <= height;
}

/** Two lattice lines of `least`…`most` nearest to two edges, at least one pixel apart. */
function latticeSpan(from: number, to: number, most: number, least = 0): readonly [number, number] {
  // Adding 0 makes −0 to 0.
  const low = Math.round(clamp(from, least, most)) + 0;
  const high = Math.round(clamp(to, least, most)) + 0;
  if (high > low) return [low, high];
  // Too thin: the pixel in which it lies. An edge on a lattice line stays there, whichever side the other one was.
  const middle = (clamp(from, least, most) + clamp(to, least, most)) / 2;
  const pixel = clamp(Math.floor(middle), least, most - 1);
  return [pixel, pixel + 1];
}

/**
 * The box as it is committed: each edge on the nearest lattice line of the picture, at least one pixel a side
 * (COORD-3, COORD-4). It rounds edges and not sizes, so boxes that share an edge still share it.
 */
export function onLattice(box: Box, size: Size): Box {
  const [left, right] = latticeSpan(box.left, rightOf(box), size.width);
  const [top, bottom] = latticeSpan(box.top, bottomOf(box), size.height);
  return {left, top, width: right - left, height: bottom - top};
}

/** One axis of a box: where it starts and how long it is. */
type Extent = readonly [start: number, length: number];

/** Less than any difference somebody made, more than turning a box there and back does to a fraction. */
const noise = 1e-6;

function settledExtent([start, length]: Extent, [given, givenLength]: Extent, most: number): Extent {
  const end = given + givenLength;
  const isOut = given < 0 || end > most;
  const isSame = Math.abs(start - given) < noise && Math.abs(length - givenLength) < noise;
  if (isOut && isSame) return [given, givenLength];
  const [low, high] = latticeSpan(
    start,
    start + length,
    Math.max(most, Math.floor(end)),
    Math.min(0, Math.ceil(given)),
  );
  return [low, high - low];
}

/**
 * A box as it is committed after somebody moved or resized the box `given`: as {@link onLattice} says, but what reached
 * out of the picture is not fitted into it unasked (COORD-5). It may be out as far as it was, and an axis on which
 * nothing was done stays as it was given.
 */
export function settled(box: Box, given: Box, size: Size): Box {
  const [left, width] = settledExtent([box.left, box.width], [given.left, given.width], size.width);
  const [top, height] = settledExtent([box.top, box.height], [given.top, given.height], size.height);
  return {left, top, width, height};
}

/** Moves a box as far as it stays in the picture, or no further out than it is. */
export function movedBy({left, top, width, height}: Box, by: Point, size: Size): Box {
  return {
    left: clamp(left + by.x, Math.min(0, left), Math.max(size.width - width, left)),
    top: clamp(top + by.y, Math.min(0, top), Math.max(size.height - height, top)),
    width,
    height,
  };
}

/** Moves a box, then pushes it into the picture without changing its size. What is larger than the picture starts at 0. */
export function movedInto({left, top, width, height}: Box, by: Point, size: Size): Box {
  return {
    left: clamp(left + by.x, 0, Math.max(0, size.width - width)),
    top: clamp(top + by.y, 0, Math.max(0, size.height - height)),
    width,
    height,
  };
}

/**
 * The part of a move that takes no box out of the picture (COORD-4), so that several keep their distances. Boxes that
 * are outside already hinder only moves that would take them further out.
 */
export function moveWithin(boxes: Iterable<Box>, by: Point, size: Size): Point {
  let [left, top, right, bottom] = [-Infinity, -Infinity, Infinity, Infinity];
  for (const box of boxes) {
    left = Math.max(left, Math.min(0, -box.left));
    top = Math.max(top, Math.min(0, -box.top));
    right = Math.min(right, Math.max(0, size.width - rightOf(box)));
    bottom = Math.min(bottom, Math.max(0, size.height - bottomOf(box)));
  }
  return {x: clamp(by.x, left, right), y: clamp(by.y, top, bottom)};
}
