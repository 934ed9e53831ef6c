import type {ImagePoint} from '../geometry/point.js';
import type {PixelBox} from './pixel-box.js';
import {SpanList, type Spans} from './spans.js';

/** One connected area of pixels. */
export interface Area {
  readonly box: PixelBox;
  readonly pixels: number;
  /** The middle of a pixel of it. */
  readonly at: ImagePoint;
}

/**
 * Which stretches hang together by the sides of pixels: those that meet at a corner only do not, as a fill that leaks
 * through corners would leave its outline. Spans are in order.
 */
export class Components {
  readonly #spans: Spans;
  /** For each stretch the number of its part, from 0. */
  readonly #part: Int32Array;
  /** How many parts there are, and how many pixels each has. */
  readonly count: number;
  readonly pixels: Float64Array;

  constructor(spans: Spans) {
    this.#spans = spans;
    const part = linked(spans);
    let count = 0;
    // The first stretch of a part is its root, so that roots come before those that point to them.
    for (let at = 0; at < part.length; at++)
      part[at] = part[at] === at ? count++ : (part[part[at]!] as number);
    this.#part = part;
    this.count = count;
    this.pixels = new Float64Array(count);
    for (let at = 0; at < part.length; at++)
      this.pixels[part[at]!]! += spans[at * 3 + 2]! - spans[at * 3 + 1]!;
  }

  /** The part that a pixel belongs to; -1 where it is none of these pixels. */
  partAt(x: number, y: number): number {
    const spans = this.#spans;
    let [low, high] = [0, this.#part.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = spans[middle * 3]!;
      if (row < y || (row === y && spans[middle * 3 + 2]! <= x)) low = middle + 1;
      else high = middle;
    }
    if (low === this.#part.length || spans[low * 3] !== y || spans[low * 3 + 1]! > x) return -1;
    return this.#part[low]!;
  }

  /** The stretches of those parts that `isWanted`. */
  spansOf(isWanted: (part: number) => boolean): Spans {
    const wanted = Uint8Array.from(this.pixels, (_, part) => (isWanted(part) ? 1 : 0));
    const list = new SpanList();
    const spans = this.#spans;
    for (let at = 0; at < this.#part.length; at++)
      if (wanted[this.#part[at]!]) list.add(spans[at * 3]!, spans[at * 3 + 1]!, spans[at * 3 + 2]!);
    return list.spans;
  }

  /** All parts, the largest first, at most `most`. Parts of one size stay in the order of their first pixels. */
  areas(most = Infinity): readonly Area[] {
    const largest = Array.from(this.pixels.keys())
      .sort((a, b) => this.pixels[b]! - this.pixels[a]! || a - b)
      .slice(0, most);
    const place = new Map(largest.map((part, index) => [part, index]));
    const found = largest.map(() => ({
      left: Infinity,
      top: Infinity,
      right: 0,
      bottom: 0,
      longest: 0,
      x: 0,
      y: 0,
    }));
    const spans = this.#spans;
    for (let at = 0; at < this.#part.length; at++) {
      const index = place.get(this.#part[at]!);
      if (index === undefined) continue;
      const area = found[index]!;
      const [y, start, end] = [spans[at * 3]!, spans[at * 3 + 1]!, spans[at * 3 + 2]!];
      if (start < area.left) area.left = start;
      if (end > area.right) area.right = end;
      if (y < area.top) area.top = y;
      area.bottom = y + 1;
      if (end - start <= area.longest) continue;
      area.longest = end - start;
      area.x = ((start + end) >> 1) + 0.5;
      area.y = y + 0.5;
    }
    return found.map(({left, top, right, bottom, x, y}, index) => ({
      box: {left, top, right, bottom},
      pixels: this.pixels[largest[index]!]!,
      at: {x, y},
    }));
  }
}

/** For each stretch the first one of its part, or another before it on the way there: see {@link Components}. */
function linked(spans: Spans): Int32Array {
  const count = spans.length / 3;
  const parent = new Int32Array(count);
  const rootOf = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  // `above` walks along the row before while `at` walks along its own.
  let above = 0;
  for (let at = 0; at < count; at++) {
    parent[at] = at;
    const [y, start, end] = [spans[at * 3]!, spans[at * 3 + 1]!, spans[at * 3 + 2]!];
    while (
      above < at &&
      (spans[above * 3]! < y - 1 || (spans[above * 3] === y - 1 && spans[above * 3 + 2]! <= start))
    )
      above++;
    for (
      let other = above;
      other < at && spans[other * 3] === y - 1 && spans[other * 3 + 1]! < end;
      other++
    ) {
      const [a, b] = [rootOf(other), rootOf(at)];
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
  for (let at = 0; at < count; at++) parent[at] = rootOf(at);
  return parent;
}
