import {FlowGraph} from '../max-flow.js';
import type {Steps} from '../steps.js';

/** Costs are whole numbers in the graph: so many to one. */
const fine = 64;
/** What it costs to part two neighbours that look the same; more makes smoother borders. */
const smoothness = 40;
/** More than all other costs of a pixel together. */
const certain = 1 << 20;
const nodesAtATime = 4000;

/** What is known of a pixel before the cut. */
export const [free, surelyThing, surelyGround] = [0, 1, 2];

/** Pixels in reading order, each with its place; those of one row follow each other from left to right. */
export interface PixelSet {
  readonly width: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly words: Uint32Array;
  /** One of the three words above for each. */
  readonly known: Uint8Array;
}

/**
 * Parts pixels into thing (1) and ground (0) at the least cost: `lean` says for each by how much more it costs to call
 * it ground than to call it thing; and neighbours, eight of each, want to be the same unless their colours differ.
 */
export function* cutPixels(pixels: PixelSet, lean: (at: number) => number): Steps<Uint8Array<ArrayBuffer>> {
  const {x, known, words} = pixels;
  const pairs = neighbours(pixels);
  yield;
  const sharpness = sharpnessOf(words, pairs);
  const graph = new FlowGraph(x.length, pairs.count);
  for (let at = 0; at < x.length; at++) {
    const toThing =
      known[at] === surelyThing
        ? certain
        : known[at] === surelyGround
          ? -certain
          : Math.round(lean(at) * fine);
    graph.tie(at, Math.max(0, toThing), Math.max(0, -toThing));
  }
  yield;
  for (let pair = 0; pair < pairs.count; pair++) {
    const a = pairs.from[pair] as number;
    const b = pairs.to[pair] as number;
    const alike = Math.exp(-sharpness * difference(words[a] as number, words[b] as number));
    const cost = Math.round(fine * smoothness * alike * (pairs.isSlanted[pair] ? Math.SQRT1_2 : 1)) + 1;
    graph.connect(a, b, cost, cost);
  }
  yield;
  while (!graph.run(nodesAtATime)) yield;
  return Uint8Array.from(x, (_, at) => (graph.isOnSource(at) ? 1 : 0));
}

interface Pairs {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly isSlanted: Uint8Array;
}

function neighbours({width, x, y}: PixelSet): Pairs {
  const from = new Int32Array(x.length * 4);
  const to = new Int32Array(x.length * 4);
  const isSlanted = new Uint8Array(x.length * 4);
  let count = 0;
  const pair = (a: number, b: number, slanted: 0 | 1) => {
    from[count] = a;
    to[count] = b;
    isSlanted[count++] = slanted;
  };
  // Which pixel is where, in the row above and in this one; with room to the left and right, so that nobody must ask.
  let above = new Int32Array(width + 2).fill(-1);
  let here = new Int32Array(width + 2).fill(-1);
  let row = -1;
  for (let at = 0; at < x.length; at++) {
    if (y[at] !== row) {
      const isNext = y[at] === row + 1;
      [above, here] = [here, above];
      here.fill(-1);
      if (!isNext) above.fill(-1);
      row = y[at] as number;
    }
    const column = (x[at] as number) + 1;
    if (here[column - 1]! >= 0) pair(at, here[column - 1]!, 0);
    if (above[column]! >= 0) pair(at, above[column]!, 0);
    if (above[column - 1]! >= 0) pair(at, above[column - 1]!, 1);
    if (above[column + 1]! >= 0) pair(at, above[column + 1]!, 1);
    here[column] = at;
  }
  return {count, from, to, isSlanted};
}

function difference(a: number, b: number): number {
  const red = (a & 255) - (b & 255);
  const green = ((a >>> 8) & 255) - ((b >>> 8) & 255);
  const blue = ((a >>> 16) & 255) - ((b >>> 16) & 255);
  return red * red + green * green + blue * blue;
}

/** Differences that are usual here, such as noise, are no edges. */
function sharpnessOf(words: Uint32Array, {count, from, to}: Pairs): number {
  let sum = 0;
  for (let pair = 0; pair < count; pair++)
    sum += difference(words[from[pair] as number] as number, words[to[pair] as number] as number);
  return sum > 0 ? count / (2 * sum) : 0;
}
