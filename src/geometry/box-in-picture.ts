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

/** Two lattice lines of 0…`most` nearest to two edges, at least one pixel apart. */
function latticeSpan(from: number, to: number, most: number): readonly [number, number] {
  const low = Math.round(clamp(from, 0, most));
  const high = Math.round(clamp(to, 0, most));
  if (high > low) return [low, high];
  // Too thin: the pixel in which it lies. An edge on a lattice line stays there, whichever side the other one was.
  const pixel = clamp(Math.floor((clamp(from, 0, most) + clamp(to, 0, most)) / 2), 0, most - 1);
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
