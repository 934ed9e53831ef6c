import type {Point} from '../geometry/point.js';
import type {SpanSink} from './spans.js';

/** Corners are taken to the nearest 64th of a pixel: far below what a hand can do, and all arithmetic stays whole. */
const steps = 64;

/** Where an edge is met, counted in 64ths of a pixel; it goes downwards. */
interface Edge {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  /** More than 0. */
  readonly dy: number;
  /** The first row whose middle it meets, and the one after the last. */
  readonly top: number;
  readonly bottom: number;
}

/**
 * The pixels inside closed outlines, row by row. A pixel is inside when its centre is, by the even-odd rule over all
 * outlines together: one inside another is a hole, and so is what an outline encloses twice. A centre that lies exactly
 * on an outline belongs to the side right of it or below it, so that shapes with a common border share no pixel and
 * leave none out. Outlines close by themselves. Rows and columns may lie outside the picture.
 */
export function fillPolygon(rings: readonly (readonly Point[])[], sink: SpanSink): void {
  const edges = rings.flatMap(edgesOf).sort((a, b) => a.top - b.top);
  const active: Edge[] = [];
  let crossings = new Int32Array(16);
  let next = 0;
  for (let y = edges[0]?.top ?? 0; active.length > 0 || next < edges.length; y++) {
    if (active.length === 0) y = Math.max(y, (edges[next] as Edge).top);
    for (let edge = edges[next]; edge?.top === y; edge = edges[++next]) active.push(edge);
    let count = 0;
    if (active.length > crossings.length) crossings = new Int32Array(active.length * 2);
    for (const edge of active) {
      if (edge.bottom <= y) continue;
      active[count] = edge;
      insert(crossings, count++, crossingOf(edge, y));
    }
    active.length = count;
    for (let at = 0; at < count; at += 2) {
      const [start, end] = [crossings[at] as number, crossings[at + 1] as number];
      if (start < end) sink(y, start, end);
    }
  }
}

function edgesOf(ring: readonly Point[]): Edge[] {
  const corners = ring.map(({x, y}) => ({x: Math.round(x * steps), y: Math.round(y * steps)}));
  return corners.flatMap((corner, index) => {
    const other = corners[(index + 1) % corners.length] as Point;
    const [a, b] = corner.y <= other.y ? [corner, other] : [other, corner];
    const [top, bottom] = [firstFrom(a.y), firstFrom(b.y)];
    return top < bottom ? [{x: a.x, y: a.y, dx: b.x - a.x, dy: b.y - a.y, top, bottom}] : [];
  });
}

/** The first row, or column, whose middle is at this place or after it. */
const firstFrom = (place: number): number => Math.ceil((place - steps / 2) / steps);

/** The first pixel of a row whose centre is at an edge or right of it: ceil of an exact fraction. */
function crossingOf({x, y, dx, dy}: Edge, row: number): number {
  const down = row * steps + steps / 2 - y;
  return Math.ceil(((x - steps / 2) * dy + down * dx) / (steps * dy));
}

/** Puts a number into its place among the first `count`, which are in order; from one row to the next few move. */
function insert(sorted: Int32Array, count: number, number: number): void {
  let at = count;
  while (at > 0 && (sorted[at - 1] as number) > number) {
    sorted[at] = sorted[at - 1] as number;
    at--;
  }
  sorted[at] = number;
}
