import type {ImagePoint, Size} from '../geometry/point.js';
import {intersection, type PixelBox} from '../raster/pixel-box.js';
import {edgesOf, type Edges} from './edges.js';
import type {PixelSource} from './pixel-source.js';
import {shrink} from './shrink.js';
import type {Steps} from './steps.js';

/** Beyond this the way is looked for in coarser cells. */
const mostCells = 300_000;
/** What a step costs at least: of two ways that are as good, the shorter. */
const perStep = 4;
/** What it costs to leave the crest of an edge, to leave an edge, and to go across one, each at most. */
const [offCrest, offEdge, across] = [36, 28, 24];
/** More than any step costs, slanted ones included. */
const mostPerStep = Math.ceil((perStep + offCrest + offEdge + across) * Math.SQRT2) + 1;
const cellsAtATime = 20_000;

/**
 * The way along edges from one place to another: intelligent scissors. Both places are in it as they are; between them
 * lie the middles of neighbouring pixels, or of larger cells where the places are far apart.
 */
export function* edgePath(
  source: PixelSource,
  from: ImagePoint,
  to: ImagePoint,
): Steps<readonly ImagePoint[]> {
  const box = windowOf(from, to, source);
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const ratio = Math.max(1, Math.sqrt((wide * high) / mostCells));
  const size = {width: Math.max(1, Math.round(wide / ratio)), height: Math.max(1, Math.round(high / ratio))};
  const words = ratio > 1 ? yield* shrink(source, box, size) : source.words(box);
  yield;
  const edges = edgesOf(words, size);
  yield;
  const cellOf = ({x, y}: ImagePoint) => {
    const column = Math.floor(((x - box.left) * size.width) / wide);
    const row = Math.floor(((y - box.top) * size.height) / high);
    return (
      Math.min(size.height - 1, Math.max(0, row)) * size.width + Math.min(size.width - 1, Math.max(0, column))
    );
  };
  const cells = yield* cheapestWay(edges, cellOf(from), cellOf(to));
  const between = cells.slice(1, -1).map((cell) => ({
    x: box.left + (((cell % size.width) + 0.5) * wide) / size.width,
    y: box.top + ((Math.floor(cell / size.width) + 0.5) * high) / size.height,
  }));
  return [from, ...between, to];
}

/** Both places and some room beside them: edges seldom go farther round. */
function windowOf(from: ImagePoint, to: ImagePoint, {width, height}: Size): PixelBox {
  const room = Math.ceil(24 + Math.hypot(from.x - to.x, from.y - to.y) * 0.25);
  const inX = (x: number) => Math.min(width - 1, Math.max(0, Math.floor(x)));
  const inY = (y: number) => Math.min(height - 1, Math.max(0, Math.floor(y)));
  return intersection(
    {
      left: inX(Math.min(from.x, to.x)) - room,
      top: inY(Math.min(from.y, to.y)) - room,
      right: inX(Math.max(from.x, to.x)) + room + 1,
      bottom: inY(Math.max(from.y, to.y)) + room + 1,
    },
    {left: 0, top: 0, right: width, bottom: height},
  );
}

/** Dijkstra's search. Costs are small whole numbers, so cells wait in a ring of buckets, one for each cost. */
function* cheapestWay(edges: Edges, from: number, to: number): Steps<readonly number[]> {
  const {width, height} = edges;
  const costs = new Int32Array(width * height).fill(0x7fffffff);
  const before = new Int32Array(width * height).fill(-1);
  const isDone = new Uint8Array(width * height);
  const buckets = Array.from({length: mostPerStep + 1}, () => [] as number[]);
  const moves = movesOf(width);
  costs[from] = 0;
  buckets[0]!.push(from);
  let waiting = 1;
  let count = 0;
  for (let cost = 0; waiting > 0 && !isDone[to]; cost++) {
    const bucket = buckets[cost % buckets.length]!;
    for (let cell = bucket.pop(); cell !== undefined; cell = bucket.pop()) {
      waiting--;
      if (isDone[cell]) continue;
      isDone[cell] = 1;
      if (++count % cellsAtATime === 0) yield;
      const x = cell % width;
      for (const {dx, step, alongX, alongY, length} of moves) {
        const next = cell + step;
        if (x + dx < 0 || x + dx >= width || next < 0 || next >= costs.length || isDone[next]) continue;
        const total = cost + priceOf(edges, cell, next, alongX, alongY, length);
        if (total >= (costs[next] as number)) continue;
        costs[next] = total;
        before[next] = cell;
        buckets[total % buckets.length]!.push(next);
        waiting++;
      }
    }
  }
  const way: number[] = [];
  for (let cell = to; cell >= 0; cell = before[cell] as number) way.push(cell);
  // Places in the same cell have no way between them, but both ends.
  return way.length > 1 ? way.reverse() : [from, to];
}

interface Move {
  readonly dx: number;
  readonly step: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly length: number;
}

function movesOf(width: number): readonly Move[] {
  const sides = [-1, 0, 1];
  return sides.flatMap((dy) =>
    sides
      .filter((dx) => dx !== 0 || dy !== 0)
      .map((dx) => {
        const length = Math.hypot(dx, dy);
        return {dx, step: dy * width + dx, alongX: dx / length, alongY: dy / length, length};
      }),
  );
}

function priceOf(
  edges: Edges,
  cell: number,
  next: number,
  alongX: number,
  alongY: number,
  length: number,
): number {
  const {strength, acrossX, acrossY, isCrest} = edges;
  const crossing = (at: number) =>
    Math.abs((acrossX[at] as number) * alongX + (acrossY[at] as number) * alongY);
  const off =
    (isCrest[next] ? 0 : offCrest) +
    offEdge * (1 - (strength[next] as number)) +
    across * 0.5 * (crossing(cell) + crossing(next));
  return Math.round((perStep + off) * length);
}
