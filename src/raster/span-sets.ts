import type {Point} from '../geometry/point.js';
import type {PixelBox} from './pixel-box.js';
import {SpanList, type Spans} from './spans.js';

/**
 * The same pixels in order: row by row, from left to right, in as few stretches as there can be. What follows here, and
 * everything that says so, needs spans in order and gives them so.
 */
export function inOrder(spans: Spans): Spans {
  if (isInOrder(spans)) return spans;
  const indices = Uint32Array.from({length: spans.length / 3}, (_, index) => index * 3);
  indices.sort((a, b) => spans[a]! - spans[b]! || spans[a + 1]! - spans[b + 1]!);
  const list = new SpanList();
  let [row, start, end] = [0, 0, 0];
  for (const index of indices) {
    const [y, from, to] = [spans[index]!, spans[index + 1]!, spans[index + 2]!];
    if (from >= to) continue;
    if (y === row && from <= end && end > start) {
      if (to > end) end = to;
      continue;
    }
    if (end > start) list.add(row, start, end);
    [row, start, end] = [y, from, to];
  }
  if (end > start) list.add(row, start, end);
  return list.spans;
}

function isInOrder(spans: Spans): boolean {
  let [row, end] = [-Infinity, -Infinity];
  for (let at = 0; at < spans.length; at += 3) {
    const [y, start] = [spans[at]!, spans[at + 1]!];
    if (y < row || (y === row && start <= end) || start >= spans[at + 2]!) return false;
    [row, end] = [y, spans[at + 2]!];
  }
  return true;
}

/** No pixel at all. */
export const noSpans: Spans = new Int32Array(0);

/** True when the pixel that contains a place is among them. */
export function hasPixel(spans: Spans, {x, y}: Point): boolean {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  // How many stretches begin before the pixel or at it.
  let [low, high] = [0, spans.length / 3];
  while (low < high) {
    const middle = (low + high) >> 1;
    const spanRow = spans[middle * 3]!;
    if (spanRow > row || (spanRow === row && spans[middle * 3 + 1]! > column)) high = middle;
    else low = middle + 1;
  }
  const last = (low - 1) * 3;
  return last >= 0 && spans[last] === row && column < spans[last + 2]!;
}

/** The pixels of one or the other. */
export const joined = (a: Spans, b: Spans): Spans => combine(a, b, 0b1110);

/** The pixels of both. */
export const common = (a: Spans, b: Spans): Spans => combine(a, b, 0b1000);

/** The pixels of the first that are not in the second. */
export const without = (a: Spans, b: Spans): Spans => combine(a, b, 0b0010);

/** All pixels of a box. */
export function spansOfBox({left, top, right, bottom}: PixelBox): Spans {
  const list = new SpanList();
  if (left < right) for (let y = top; y < bottom; y++) list.add(y, left, right);
  return list.spans;
}

/** The pixels that are in the first (1), in the second (2), in both (3) or in none (0), for each bit set in `wanted`. */
function combine(a: Spans, b: Spans, wanted: number): Spans {
  const list = new SpanList();
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const y = Math.min(i < a.length ? a[i]! : Infinity, j < b.length ? b[j]! : Infinity);
    // `i` and `j` stand at a stretch, `inA` and `inB` say whether its start has been passed.
    let [inA, inB, start, isOpen] = [0, 0, 0, false];
    for (;;) {
      const nextA = i < a.length && a[i] === y ? a[i + 1 + inA]! : Infinity;
      const nextB = j < b.length && b[j] === y ? b[j + 1 + inB]! : Infinity;
      const x = nextA < nextB ? nextA : nextB;
      if (x === Infinity) break;
      if (nextA === x) {
        if (inA) i += 3;
        inA = 1 - inA;
      }
      if (nextB === x) {
        if (inB) j += 3;
        inB = 1 - inB;
      }
      const isWanted = ((wanted >> (inA | (inB << 1))) & 1) === 1;
      if (isWanted === isOpen) continue;
      if (isOpen) list.add(y, start, x);
      else start = x;
      isOpen = isWanted;
    }
  }
  return list.spans;
}
