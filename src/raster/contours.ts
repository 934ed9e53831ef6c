import type {Spans} from './spans.js';

/** A closed line along the sides of pixels: x and y of its corners by turns. Its last corner is joined to the first. */
export type Ring = Int32Array<ArrayBuffer>;

/** The borders of some pixels. */
export interface Contours {
  /** Around each connected part, clockwise as one sees it, with the pixels to the right hand. */
  readonly outer: readonly Ring[];
  /** Around each hole, counter-clockwise, again with the pixels to the right hand. */
  readonly holes: readonly Ring[];
}

/**
 * The exact borders of pixels, which are spans in order: filling all rings gives the same pixels again. Pixels that meet
 * at a corner only have borders of their own. The rings come from top to bottom by their highest sides.
 *
 * The border is made of sides of stretches, which go straight down, and of level edges where one row has a pixel and the
 * next has none. Each corner has one neighbour on its level edge and one on its upright one.
 */
export function contoursOf(spans: Spans): Contours {
  const {xs, ys, upright, isPixelBelow} = cornersOf(spans);
  const isDone = new Uint8Array(isPixelBelow.length);
  const outer: Ring[] = [];
  const holes: Ring[] = [];
  for (let edge = 0; edge < isDone.length; edge++) {
    if (isDone[edge]) continue;
    // The highest edge of a ring: pixels are below it on the outside, and above it when it is that of a hole.
    const isOuter = isPixelBelow[edge] === 1;
    const first = isOuter ? edge * 2 : edge * 2 + 1;
    const ring: number[] = [];
    let at = first;
    do {
      const other = at ^ 1;
      isDone[at >> 1] = 1;
      ring.push(xs[at]!, ys[at]!, xs[other]!, ys[other]!);
      at = upright[other]!;
    } while (at !== first);
    (isOuter ? outer : holes).push(Int32Array.from(ring));
  }
  return {outer, holes};
}

/** The corners of all borders: 2n and 2n + 1 are the left and the right end of level edge n. */
interface Corners {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** For each corner, the other end of its upright edge. */
  readonly upright: Int32Array;
  /** For each level edge, whether the pixels are below it; else they are above. */
  readonly isPixelBelow: Uint8Array;
}

function cornersOf(spans: Spans): Corners {
  // Each side of a stretch has two ends at most.
  const most = (spans.length / 3) * 4;
  const xs = new Int32Array(most);
  const ys = new Int32Array(most);
  const upright = new Int32Array(most);
  const isPixelBelow = new Uint8Array(most / 2);
  /** For each side of the stretches (two each), the corner at which its upright edge begins, further up. */
  const begins = new Int32Array((spans.length / 3) * 2);
  let count = 0;
  const corner = (x: number, y: number, isBelow: boolean): number => {
    xs[count] = x;
    ys[count] = y;
    if (count % 2 === 0) isPixelBelow[count >> 1] = isBelow ? 1 : 0;
    return count++;
  };
  const sideAt = (side: number): number => spans[(side >> 1) * 3 + 1 + (side & 1)]!;
  const rowEnd = (side: number, y: number): number => {
    while (side < begins.length && spans[(side >> 1) * 3] === y) side += 2;
    return side;
  };
  /** The upright edge of a stretch of the row above ends here, or that of one below begins. */
  const end = (side: number, y: number): void => {
    const at = corner(sideAt(side), y, (side & 1) === 1);
    upright[at] = begins[side]!;
    upright[begins[side]!] = at;
  };
  const begin = (side: number, y: number): void => {
    begins[side] = corner(sideAt(side), y, (side & 1) === 0);
  };
  let [above, below] = [0, 0];
  while (above < begins.length) {
    // Between the rows y - 1 and y. Nothing above: on to the next row that has pixels.
    const y = above < below ? spans[(above >> 1) * 3]! + 1 : spans[(below >> 1) * 3]!;
    const [lastAbove, lastBelow] = [below, rowEnd(below, y)];
    while (above < lastAbove || below < lastBelow) {
      const a = above < lastAbove ? sideAt(above) : Infinity;
      const b = below < lastBelow ? sideAt(below) : Infinity;
      if (a === b && (above & 1) === (below & 1)) {
        begins[below++] = begins[above++]!;
        continue;
      }
      // Where both rows meet at a corner only, each keeps to itself: what ends comes before what begins.
      if (a < b || (a === b && (above & 1) === 1)) end(above++, y);
      else begin(below++, y);
    }
  }
  const cut = (numbers: Int32Array): Int32Array => numbers.subarray(0, count);
  return {xs: cut(xs), ys: cut(ys), upright: cut(upright), isPixelBelow: isPixelBelow.subarray(0, count / 2)};
}
