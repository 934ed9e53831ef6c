import type {Size} from '../geometry/point.js';
import {SpanList, type Spans} from './spans.js';

/**
 * Pixels as COCO counts them: column by column from the left, each from the top, how many are outside, then how many
 * inside, and so on. All counts together are all pixels of the picture.
 */
export type RunLengths = readonly number[];

/** The run lengths of pixels, which are spans in order and inside the picture. */
export function runLengthsOf(spans: Spans, {width, height}: Size): RunLengths {
  const turns = turnsOf(spans, height);
  const counts: number[] = [];
  let from = 0;
  for (let at = 0; at < turns.length; at++) {
    // The end of a column and the start of the next are one place: two turns there are none.
    if (turns[at] === turns[at + 1]) {
      at++;
      continue;
    }
    counts.push((turns[at] as number) - from);
    from = turns[at] as number;
  }
  if (from < width * height) counts.push(width * height - from);
  return counts;
}

/** The pixels of run lengths, in order. Counts beyond the picture are left out. */
export function spansOfRunLengths(counts: RunLengths, {width, height}: Size): Spans {
  const rows = Array.from({length: height}, (): number[] => []);
  let at = 0;
  for (const [index, count] of counts.entries()) {
    const end = Math.min(at + count, width * height);
    if (index % 2 === 1) for (; at < end; at++) rows[at % height]?.push(Math.floor(at / height));
    at = end;
  }
  const list = new SpanList();
  for (const [y, columns] of rows.entries()) {
    for (let first = 0, last = 0; first < columns.length; first = last) {
      const start = columns[first] as number;
      for (last = first + 1; columns[last] === start + last - first;) last++;
      list.add(y, start, start + last - first);
    }
  }
  return list.spans;
}

/** Run lengths as the short text in COCO files: differences to the last count but one, five bits a character. */
export function packRunLengths(counts: RunLengths): string {
  let text = '';
  for (const [index, count] of counts.entries()) {
    let rest = index > 2 ? count - (counts[index - 2] as number) : count;
    for (let isMore = true; isMore;) {
      const bits = rest & 31;
      rest >>= 5;
      isMore = bits & 16 ? rest !== -1 : rest !== 0;
      text += String.fromCharCode((isMore ? bits | 32 : bits) + 48);
    }
  }
  return text;
}

/** The run lengths of such a text. */
export function unpackRunLengths(text: string): RunLengths {
  const counts: number[] = [];
  for (let at = 0; at < text.length;) {
    let count = 0;
    for (let shift = 0, isMore = true; isMore; shift += 5) {
      const bits = text.charCodeAt(at++) - 48;
      count |= (bits & 31) << shift;
      isMore = (bits & 32) !== 0 && at < text.length;
      if (!isMore && bits & 16 && shift < 27) count |= -1 << (shift + 5);
    }
    counts.push(counts.length > 2 ? count + (counts[counts.length - 2] as number) : count);
  }
  return counts;
}

/** The places, counted along the columns, at which pixels begin or end to be inside, ascending. */
function turnsOf(spans: Spans, height: number): Float64Array {
  let turns = new Float64Array(1024);
  let count = 0;
  const turn = (y: number, start: number, end: number): void => {
    while (count + end - start > turns.length) {
      const larger = new Float64Array(turns.length * 2);
      larger.set(turns);
      turns = larger;
    }
    for (let x = start; x < end; x++) turns[count++] = x * height + y;
  };
  /** Where a row and the one above it differ: between each two of all their ends, sorted. */
  const compare = (y: number, above: readonly number[], row: readonly number[]): void => {
    let [i, j, from] = [0, 0, -1];
    while (i < above.length || j < row.length) {
      const [a, b] = [above[i] ?? Infinity, row[j] ?? Infinity];
      const x = Math.min(a, b);
      if (a === x) i++;
      if (b === x) j++;
      if (a === b) continue;
      if (from >= 0) turn(y, from, x);
      from = from >= 0 ? -1 : x;
    }
  };
  let above: number[] = [];
  let y = spans[0] ?? 0;
  for (let at = 0; at < spans.length;) {
    const row: number[] = [];
    for (; spans[at] === y; at += 3) row.push(spans[at + 1] as number, spans[at + 2] as number);
    compare(y, above, row);
    above = row;
    y++;
    if (at === spans.length || spans[at] === y) continue;
    compare(y, above, []);
    above = [];
    y = spans[at] as number;
  }
  compare(y, above, []);
  return turns.subarray(0, count).sort();
}
