import type {Direction} from '../../geometry/box-orientation.js';

/** How each arrow moves the picture, in parts of the stage, as if a window were moved over it. */
export const arrowPans: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [1, 0],
  right: [-1, 0],
  up: [0, 1],
  down: [0, -1],
};
