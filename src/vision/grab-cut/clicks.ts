import type {ImagePoint, Size} from '../../geometry/point.js';
import {intersection, type PixelBox} from '../../raster/pixel-box.js';
import {refill} from '../pieces.js';
import {ColourModel} from './colour-model.js';
import {surelyGround, surelyThing} from './pixel-graph.js';
import {boxOf, cellAt, grownBox, heightOf, regionOf, widthOf, type Region} from './region.js';
import type {Sketch} from './sketch.js';

const cellsOfWindow = 60_000;
/** Cells around a click that are taken to be what was clicked on. */
const patch = 3;
/** How much less likely than the least likely cell of its patch a cell may be to look like the thing. */
const tolerance = 4;
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
  const alike = looksLike(words, patches(plusCells, region));
  for (let at = 0; at < count; at++) if (alike(words[at] as number)) guess[at] = 1;
  const unlike = minusCells.length > 0 ? looksLike(words, patches(minusCells, region)) : () => false;
  for (let at = 0; at < count; at++)
    if (guess[at] && unlike(words[at] as number) && isNearer(at, minusCells, plusCells, width)) guess[at] = 0;
  for (const cell of plusCells) {
    for (const at of patches([cell], region)) if (guess[at] !== 2) guess[at] = 1;
    refill({width, height, data: guess}, cell, 1, 2);
  }
  for (let at = 0; at < count; at++) guess[at] = guess[at] === 2 ? 1 : 0;
  for (let at = 0; at < count; at++) if (isAtBorder(at, region, picture)) prior[at] = -againstBorder;
  for (const cell of plusCells) [known[cell], guess[cell]] = [surelyThing, 1];
  for (const cell of minusCells) [known[cell], guess[cell]] = [surelyGround, 0];
  return {...region, words, known, guess, prior};
}

/** The share of the window's border, where the picture goes on, that belongs to the thing. */
export function shareOfBorder(mask: Uint8Array, region: Region, picture: Size): number {
  let [all, things] = [0, 0];
  for (let at = 0; at < mask.length; at++) {
    if (!isAtBorder(at, region, picture)) continue;
    all++;
    things += mask[at] as number;
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
export function isNearer(
  at: number,
  these: readonly number[],
  those: readonly number[],
  width: number,
): boolean {
  const far = (cells: readonly number[]) =>
    Math.min(
      ...cells.map((cell) =>
        Math.hypot((cell % width) - (at % width), Math.floor(cell / width) - Math.floor(at / width)),
      ),
    );
  return far(these) < far(those);
}
