import {intersection} from './pixel-box.js';
import type {Size} from '../geometry/point.js';
import {boundsOfSpans, eachSpan, SpanList, type Spans} from './spans.js';

/**
 * Evens out ragged borders, single pixels and pinholes: a pixel is taken when most pixels of the square around it are,
 * which reaches `radius` (1 to 3) pixels to each side. Beyond the picture the square has no pixels. A straight border
 * stays where it is.
 */
export function smoothed(spans: Spans, {width, height}: Size, radius: number): Spans {
  const bounds = boundsOfSpans(spans);
  if (!bounds || radius < 1) return spans;
  const box = intersection(
    {
      left: bounds.left - radius,
      top: bounds.top - radius,
      right: bounds.right + radius,
      bottom: bounds.bottom + radius,
    },
    {left: 0, top: 0, right: width, bottom: height},
  );
  const [columns, rows] = [box.right - box.left, box.bottom - box.top];
  const pixels = new Uint8Array(columns * rows);
  eachSpan(spans, (y, start, end) => {
    const row = (y - box.top) * columns - box.left;
    pixels.fill(1, row + start, row + end);
  });
  const list = new SpanList();
  /** How many pixels of each column are taken, in the rows around the present one. */
  const taken = new Uint8Array(columns);
  const add = (y: number, sign: 1 | -1): void => {
    if (y < 0 || y >= rows) return;
    const row = y * columns;
    for (let x = 0; x < columns; x++) taken[x]! += sign * pixels[row + x]!;
  };
  const wide = Uint8Array.from({length: columns}, (_, x) => inside(x + box.left, width, radius));
  for (let y = 0; y < radius; y++) add(y, 1);
  for (let y = 0; y < rows; y++) {
    add(y + radius, 1);
    add(y - radius - 1, -1);
    // Pixels of the picture that are beside the box are counted, as not taken.
    const tall = inside(y + box.top, height, radius);
    let sum = 0;
    for (let x = 0; x < Math.min(radius, columns); x++) sum += taken[x]!;
    let start = -1;
    for (let x = 0; x < columns; x++) {
      if (x + radius < columns) sum += taken[x + radius]!;
      if (x > radius) sum -= taken[x - radius - 1]!;
      const isTaken = sum * 2 > tall * wide[x]!;
      if (isTaken && start < 0) start = x;
      if (isTaken || start < 0) continue;
      list.add(y + box.top, start + box.left, x + box.left);
      start = -1;
    }
    if (start >= 0) list.add(y + box.top, start + box.left, box.right);
  }
  return list.spans;
}

/** How many places up to `radius` away from one are within 0 and `end`. */
const inside = (at: number, end: number, radius: number): number =>
  Math.min(end, at + radius + 1) - Math.max(0, at - radius);
