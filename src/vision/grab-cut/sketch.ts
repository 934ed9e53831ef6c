import type {Steps} from '../steps.js';
import {ColourModel} from './colour-model.js';
import {cutPixels, surelyGround, surelyThing, type PixelSet} from './pixel-graph.js';
import type {Region} from './region.js';

/** A region with few enough cells to be cut as a whole, and what is thought of them before. */
export interface Sketch extends Region {
  readonly words: Uint32Array;
  /** `free`, `surelyThing` or `surelyGround`. */
  readonly known: Uint8Array<ArrayBuffer>;
  /** 1 where the thing is thought to be, 0 where the ground is, `unsure` where nothing is thought. */
  readonly guess: Uint8Array<ArrayBuffer>;
  /** How much more likely than its colour tells a cell is the thing (positive) or the ground, as a logarithm. */
  readonly prior: Float32Array;
}

/** In a guess: what a cell is has yet to be found out, so its colour is learned for neither side. */
export const unsure = 2;

const mostRounds = 5;

/** So large a share of the ground around is taken to look like ground; the rest may be anything. */
const usualShare = 0.9;
/** With less than this share of the guess left, the ground around looks like the thing and tells nothing. */
const leastLeft = 0.15;

/**
 * The guess without the cells that look like the ground that is certain: a curve around a crescent holds more ground
 * than thing, and colours learned from it would be those of both.
 */
export function withoutGround({words, known, guess}: Sketch): Uint8Array<ArrayBuffer> {
  const around = words.filter((_, at) => known[at] === surelyGround && guess[at] === 0);
  const model = ColourModel.of(around);
  if (!model) return guess;
  const costs = Float32Array.from(around, (word) => model.cost(word)).sort();
  const usual = costs[Math.floor((costs.length - 1) * usualShare)] as number;
  const looksLikeGround = (at: number) =>
    known[at] !== surelyThing && model.cost(words[at] as number) <= usual;
  const left = guess.map((value, at) => (value === 1 && looksLikeGround(at) ? 0 : value));
  return countOf(left) >= leastLeft * countOf(guess) ? left : guess;
}

/**
 * Cuts a thing out by its colours, over and over: what colours thing and ground have by the present guess, and then the
 * cheapest cut with those colours, which is the next guess. This is the method called GrabCut.
 */
export function* cutColours(sketch: Sketch): Steps<Uint8Array<ArrayBuffer>> {
  const {words, known, prior} = sketch;
  const pixels = worthCutting(sketch);
  let {guess} = sketch;
  for (let round = 0; round < mostRounds; round++) {
    const thing = ColourModel.of(words.filter((_, at) => guess[at] === 1));
    const ground = ColourModel.of(words.filter((_, at) => guess[at] === 0));
    yield;
    if (!thing || !ground) return settled(guess);
    const {cells} = pixels;
    const lean = (at: number) => {
      const word = pixels.words[at] as number;
      return ground.cost(word) - thing.cost(word) + (prior[cells[at] as number] as number);
    };
    const cut = yield* cutPixels(pixels, lean);
    const next = new Uint8Array(guess.length);
    let [size, changed] = [0, 0];
    for (let at = 0; at < cut.length; at++) {
      if (known[cells[at] as number] === surelyGround || !cut[at]) continue;
      next[cells[at] as number] = 1;
      size++;
    }
    for (let at = 0; at < next.length; at++) if (next[at] !== guess[at]) changed++;
    // Where hardly anything is left, the colours did not tell thing and ground apart: the last guess is better.
    if (size < 4 || size < countOf(guess) / 40) return settled(guess);
    guess = next;
    if (changed < size / 500) break;
  }
  return guess;
}

/** Only what was thought to be the thing. */
const settled = (guess: Uint8Array<ArrayBuffer>) => guess.map((value) => (value === 1 ? 1 : 0));

const countOf = (guess: Uint8Array): number => guess.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0);

/** The cells that are not settled, and their neighbours. */
function worthCutting({width, height, words, known}: Sketch): PixelSet & {readonly cells: Int32Array} {
  const isIn = new Uint8Array(known.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (known[at] === surelyGround) continue;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        isIn.fill(1, row * width + Math.max(0, x - 1), row * width + Math.min(width, x + 2));
    }
  }
  const cells = new Int32Array(countOf(isIn));
  for (let at = 0, count = 0; at < isIn.length; at++) if (isIn[at]) cells[count++] = at;
  return {
    width,
    cells,
    x: cells.map((at) => at % width),
    y: cells.map((at) => Math.floor(at / width)),
    words: Uint32Array.from(cells, (at) => words[at] as number),
    known: Uint8Array.from(cells, (at) => known[at] as number),
  };
}
