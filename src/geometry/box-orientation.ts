import {boxBetween, type Box} from './box.js';
import {toStored, toUpright, uprightSize, type Orientation} from './orientation.js';
import type {Point, Size} from './point.js';
import type {Frame} from './view.js';

/** A direction as somebody sees it on the screen. */
export type Direction = 'left' | 'right' | 'up' | 'down';

const shown: Readonly<Record<Direction, Point>> = {
  left: {x: -1, y: 0},
  right: {x: 1, y: 0},
  up: {x: 0, y: -1},
  down: {x: 0, y: 1},
};

/** The step of length 1 in the stored grid that goes this way on the screen. */
export function directionIn({stored, orientation}: Frame, direction: Direction): Point {
  const start = toStored({x: 0, y: 0}, stored, orientation);
  const end = toStored(shown[direction], stored, orientation);
  return {x: end.x - start.x, y: end.y - start.y};
}

/** A vector of the stored grid as it is seen on the screen. */
export function vectorShown({x, y}: Point, orientation: Orientation): Point {
  const nowhere: Size = {width: 0, height: 0};
  const start = toUpright({x: 0, y: 0}, nowhere, orientation);
  const end = toUpright({x, y}, nowhere, orientation);
  return {x: end.x - start.x, y: end.y - start.y};
}

/** A box of the stored grid as it is shown. */
export function toUprightBox(box: Box, {stored, orientation}: Frame): Box {
  return turnedBox(box, (corner) => toUpright(corner, stored, orientation));
}

/** The box of the stored grid that is shown as `box`. */
export function toStoredBox(box: Box, {stored, orientation}: Frame): Box {
  return turnedBox(box, (corner) => toStored(corner, stored, orientation));
}

function turnedBox({left, top, width, height}: Box, turn: (corner: Point) => Point): Box {
  return boxBetween(turn({x: left, y: top}), turn({x: left + width, y: top + height}));
}

/** The size of the picture as it is shown. */
export function shownSize({stored, orientation}: Frame): Size {
  return uprightSize(stored, orientation);
}
