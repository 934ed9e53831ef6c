import type {JsonValue} from '../../base/json.js';
import type {Box} from '../../geometry/box.js';

/**
 * The frame around polygons written as lists of numbers, x and y in turn: `[[x, y, x, y, …], …]`. `undefined` when it
 * is anything else, such as a mask in run lengths.
 */
export function boundsOf(polygons: JsonValue | undefined): Box | undefined {
  if (!Array.isArray(polygons)) return undefined;
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const polygon of polygons as readonly JsonValue[]) {
    if (!Array.isArray(polygon)) return undefined;
    for (const [index, number] of (polygon as readonly JsonValue[]).entries()) {
      if (typeof number !== 'number') return undefined;
      (index % 2 === 0 ? xs : ys).push(number);
    }
  }
  if (xs.length < 2 || xs.length !== ys.length) return undefined;
  const [left, right] = rangeOf(xs);
  const [top, bottom] = rangeOf(ys);
  return {left, top, width: right - left, height: bottom - top};
}

/** Not `Math.min(...numbers)`: there may be more numbers than a call takes. */
function rangeOf(numbers: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return [low, high];
}
