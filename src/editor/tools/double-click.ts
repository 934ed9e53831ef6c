import {distance} from '../../geometry/point.js';
import {reaches} from '../reach.js';
import type {PointerInput} from '../tool.js';

const doubleClickMs = 350;

/**
 * True for the second click of a double one. Somebody who ends a drawing so, as other programs want it, means one click:
 * the second one starts nothing. The keyboard has no times, and clicks as often as it is pressed.
 */
export function isDoubleClick(before: PointerInput | undefined, input: PointerInput): boolean {
  return (
    before !== undefined &&
    input.timeMs - before.timeMs <= doubleClickMs &&
    distance(before.at, input.at) * input.scale <= reaches[input.pointer].doubleClick
  );
}
