import {swapsSides, toStored, toUpright, uprightSize} from '../geometry/orientation.js';
import type {Box} from '../geometry/box.js';
import type {ImagePoint, Point, Size, UprightPoint} from '../geometry/point.js';
import type {Task} from './task.js';

/**
 * Between the stored grid, in which documents hold boxes, and the grid in which a task's answers and labels count.
 * They differ only for pictures that are turned, and only when the task asks for the grid as displayed.
 */

/** How a turned picture is to be counted; `undefined` where both grids are the same or the picture is unknown. */
function turnOf({frame, coordinates}: Task): Task['frame'] {
  return coordinates === 'displayed' && frame && frame.orientation !== 1 ? frame : undefined;
}

/** The size of the picture in the grid of answers; `undefined` until the picture is known. */
export function pictureSize(task: Task): Size | undefined {
  const turn = turnOf(task);
  return turn ? uprightSize(turn.stored, turn.orientation) : task.frame?.stored;
}

/** A box of the document in the grid of answers. */
export function toAnswerGrid(box: Box, task: Task): Box {
  const turn = turnOf(task);
  return turn
    ? mapped(box, swapsSides(turn.orientation), (point) =>
        toUpright(point as ImagePoint, turn.stored, turn.orientation),
      )
    : box;
}

/** A box of an answer in the stored grid. */
export function toStoredGrid(box: Box, task: Task): Box {
  const turn = turnOf(task);
  return turn
    ? mapped(box, swapsSides(turn.orientation), (point) =>
        toStored(point as UprightPoint, turn.stored, turn.orientation),
      )
    : box;
}

/** A rectangle stays a rectangle: two opposite corners tell where it goes, and its sides at most change places. */
function mapped({left, top, width, height}: Box, swaps: boolean, map: (point: Point) => Point): Box {
  const a = map({x: left, y: top});
  const b = map({x: left + width, y: top + height});
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: swaps ? height : width,
    height: swaps ? width : height,
  };
}

/**
 * A box as it may go out: its four edges on the pixel lattice, inside the picture, at least one pixel wide and high.
 * Edges are rounded, not lengths, so boxes that touch still touch (COORD-3).
 */
export function settled(box: Box, size: Size | undefined): Box {
  const [left, width] = settledSide(box.left, box.width, size?.width);
  const [top, height] = settledSide(box.top, box.height, size?.height);
  return {left, top, width, height};
}

function settledSide(from: number, length: number, most = Number.MAX_SAFE_INTEGER): [number, number] {
  const start = Math.min(Math.max(Math.round(from), 0), most - 1);
  const end = Math.min(Math.max(Math.round(from + length), start + 1), most);
  return [start, end - start];
}

/** True when no part of the box lies beyond the picture. */
export function isInside({left, top, width, height}: Box, size: Size): boolean {
  return left >= 0 && top >= 0 && left + width <= size.width && top + height <= size.height;
}

/** True when the numbers are the same. */
export function sameBox(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
