import {toStoredBox, toUprightBox} from '../geometry/box-orientation.js';
import type {Box} from '../geometry/box.js';
import {uprightSize} from '../geometry/orientation.js';
import type {Size} from '../geometry/point.js';
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
  return turn ? toUprightBox(box, turn) : box;
}

/** A box of an answer in the stored grid. */
export function toStoredGrid(box: Box, task: Task): Box {
  const turn = turnOf(task);
  return turn ? toStoredBox(box, turn) : box;
}
