import type {ImagePoint, Size} from '../../geometry/point.js';
import {intersection, type PixelBox} from '../../raster/pixel-box.js';
import {refill} from '../pieces.js';
import {ColourModel} from './colour-model.js';
import {surelyGround, surelyThing} from './pixel-graph.js';
import {boxOf, cellAt, grownBox, heightOf, regionOf, widthOf, type Region} from './region.js';
import {unsure, type Sketch} from './sketch.js';

const cellsOfWindow = 22_000;
/** Cells around a click that are taken to be what was clicked on. */
const patch = 4;
/** By how much red, green and blue may differ within it. */
const evenness = 24;
/** By how much less likely than the usual cells of the patch a cell may be that looks like the thing. */
const tolerance = 5;
/** Farther from all clicks than this share of the window's smaller side is rather the ground. */
const farShare = 0.3;
/** So much more of the window's border than the first click may a later one reach. */
const strayShare = 0.05;
/** For a while: looks like the click and is connected with it. */
const reached = 3;
/** What speaks against cells at the border of the window, beyond which nobody looks. */
const againstBorder = 3;

/** The first window around places on a thing: what somebody who clicks once means is seldom smaller. */
export function windowAround(plus: readonly ImagePoint[], picture: Size): PixelBox {
  const room = Math.max(40, Math.round(Math.min(picture.width, picture.height) * 0.15));
  const xs = plus.map(({x}) => Math.floor(x));
  const ys = plus.map(({y}) => Math.floor(y));
  const box = {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs) + 1,
    bottom: Math.max(...ys) + 1,
  };
  return intersection(grownBox(box, room), boxOf(picture));
}

/** The window with half as much again on each side; nothing when it is the whole picture already. */
export function larger(window: PixelBox, picture: Size): PixelBox | undefined {
  const room = Math.ceil(Math.max(widthOf(window), heightOf(window)) * 0.5);
  const next = intersection(grownBox(window, room), boxOf(picture));
  return widthOf(next) === widthOf(window) && heightOf(next) === heightOf(window) ? undefined : next;
}

export function regionOfWindow(window: PixelBox): Region {
  return regionOf(window, Math.sqrt((widthOf(window) * heightOf(window)) / cellsOfWindow));
}

/** What clicks say of each cell: it is rather the thing when it looks like one and is connected with it. */
export function sketchOfClicks(
  region: Region,
  words: Uint32Array,
  plus: readonly ImagePoint[],
  minus: readonly ImagePoint[],
  picture: Size,
): Sketch {
  const {width, height} = region;
  const count = width * height;
  const known = new Uint8Array(count);
  const guess = new Uint8Array(count);
  const prior = new Float32Array(count);
  const plusCells = plus.map((point) => cellAt(region, point));
  const minusCells = minus.filter((point) => isIn(region.box, point)).map((point) => cellAt(region, point));
  const soft = averaged(words, region);
  const unlike = minusCells.map((cell) => looksLike(words, evenPatch(cell, region, soft)));
  const isMinus = Uint8Array.from(soft, (word, at) =>
    unlike.some((isUnlike) => isUnlike(word)) && isNearer(at, minusCells, plusCells, width) ? 1 : 0,
  );
  const far = farShare * Math.min(width, height);
  for (let at = 0; at < count; at++)
    if (!isMinus[at] && nearest(at, plusCells, width) < far) guess[at] = unsure;
  const reaches = plusCells.map((cell) => reachOf(cell, region, words, soft, isMinus));
  // A later click on a border, where colours mix, may look like all of the ground: it means what is under it only.
  const borders = reaches.map((reach) => shareOfBorder(reach, region, picture));
  const first = borders[0] ?? 0;
  plusCells.forEach((cell, click) => {
    const isStray = (borders[click] as number) > 2 * first + strayShare;
    if (isStray) for (const at of evenPatch(cell, region, soft)) guess[at] = 1;
    else for (let at = 0; at < count; at++) if (reaches[click]![at]) guess[at] = 1;
  });
  for (let at = 0; at < count; at++) if (isAtBorder(at, region, picture)) prior[at] = -againstBorder;
  for (const cell of plusCells) [known[cell], guess[cell]] = [surelyThing, 1];
  for (const cell of minusCells) [known[cell], guess[cell]] = [surelyGround, 0];
  return {...region, words, known, guess, prior};
}

/** What looks like a click and is connected with it (1), without what belongs to clicks that say the opposite. */
function reachOf(
  cell: number,
  region: Region,
  words: Uint32Array,
  soft: Uint32Array,
  isMinus: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const patch = evenPatch(cell, region, soft);
  const isAlike = looksLike(words, patch);
  const {width, height} = region;
  const data = Uint8Array.from(soft, (word, at) => (isAlike(word) && !isMinus[at] ? 1 : 0));
  for (const at of patch) data[at] = 1;
  refill({width, height, data}, cell, 1, reached);
  return data.map((value) => (value === reached ? 1 : 0));
}

/** The share of the window's border, where the picture goes on, that belongs to the thing. */
export function shareOfBorder(mask: Uint8Array, region: Region, picture: Size): number {
  let [all, things] = [0, 0];
  for (let at = 0; at < mask.length; at++) {
    if (!isAtBorder(at, region, picture)) continue;
    all++;
    if (mask[at] === 1) things++;
  }
  return all > 0 ? things / all : 0;
}

function isIn({left, top, right, bottom}: PixelBox, {x, y}: ImagePoint): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

function isAtBorder(at: number, {box, width, height}: Region, picture: Size): boolean {
  const x = at % width;
  const y = Math.floor(at / width);
  return (
    (x === 0 && box.left > 0) ||
    (y === 0 && box.top > 0) ||
    (x === width - 1 && box.right < picture.width) ||
    (y === height - 1 && box.bottom < picture.height)
  );
}

/** The cells around some cells that are taken to be what was clicked on. */
export function patches(cells: readonly number[], {width, height}: Region): number[] {
  return cells.flatMap((cell) => {
    const found: number[] = [];
    const [x, y] = [cell % width, Math.floor(cell / width)];
    for (let row = Math.max(0, y - patch); row <= Math.min(height - 1, y + patch); row++)
      for (let column = Math.max(0, x - patch); column <= Math.min(width - 1, x + patch); column++)
        if (Math.hypot(column - x, row - y) <= patch) found.push(row * width + column);
    return found;
  });
}

/** The cells around a click that look like the one clicked on: near a border, the others belong to something else. */
function evenPatch(cell: number, region: Region, soft: Uint32Array): number[] {
  const clicked = soft[cell] as number;
  const differs = (word: number, shift: number) =>
    Math.abs(((word >>> shift) & 255) - ((clicked >>> shift) & 255)) > evenness;
  return patches([cell], region).filter((at) => {
    const word = soft[at] as number;
    return !differs(word, 0) && !differs(word, 8) && !differs(word, 16);
  });
}

/** Says of colours whether they are about as likely as those of some cells. */
export function looksLike(words: Uint32Array, cells: readonly number[]): (word: number) => boolean {
  const samples = Uint32Array.from(cells, (at) => words[at] as number);
  const model = ColourModel.of(samples);
  if (!model) return () => false;
  const costs = Array.from(samples, (word) => model.cost(word)).sort((a, b) => a - b);
  const most = (costs[Math.floor(costs.length * 0.9)] as number) + tolerance;
  return (word) => model.cost(word) <= most;
}

/** True when a cell is nearer to one of these than to any of those. */
export /** How far a cell is from the nearest of some. */
function nearest(at: number, cells: readonly number[], width: number): number {
  const [x, y] = [at % width, Math.floor(at / width)];
  let least = Infinity;
  for (const cell of cells)
    least = Math.min(least, Math.hypot((cell % width) - x, Math.floor(cell / width) - y));
  return least;
}

/** True when a cell is nearer to one of these than to any of those. */
export function isNearer(
  at: number,
  these: readonly number[],
  those: readonly number[],
  width: number,
): boolean {
  return nearest(at, these, width) < nearest(at, those, width);
}

/** Each cell with its neighbours, so that noise does not decide what looks alike. */
function averaged(words: Uint32Array, {width, height}: Region): Uint32Array {
  const soft = new Uint32Array(words.length);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const word = words[row * width + column] as number;
          red += word & 255;
          green += (word >>> 8) & 255;
          blue += (word >>> 16) & 255;
          count++;
        }
      }
      soft[to] =
        Math.round(red / count) | (Math.round(green / count) << 8) | (Math.round(blue / count) << 16);
    }
  }
  return soft;
}
