import type {ImagePoint, Size} from '../../geometry/point.js';
import {intersection, union, type PixelBox} from '../../raster/pixel-box.js';
import {looksLike, patches} from './clicks.js';
import {surelyGround, surelyThing} from './pixel-graph.js';
import {boxOf, cellAt, grownBox, heightOf, middleOf, regionOf, widthOf, type Region} from './region.js';
import {unsure, withoutGround, type Sketch} from './sketch.js';

/** Cells of the box that are cut as a whole: more find no better outline, since that is refined afterwards. */
const cellsOfBox = 25_000;
/** How much likelier a cell in the middle is the thing than its colour says, and one beyond the curve is not. */
const [inward, outward] = [1.2, 2.5];

/** The four places where a thing meets the box around it, clockwise from the top. */
export interface Touching {
  readonly box: PixelBox;
  readonly top: ImagePoint;
  readonly right: ImagePoint;
  readonly bottom: ImagePoint;
  readonly left: ImagePoint;
}

/** Which of some points is the extreme on which side, whatever their order; pixels of the picture. */
export function touchingOf(points: readonly ImagePoint[], {width, height}: Size): Touching | undefined {
  const pixels = points.map(({x, y}) => ({
    x: Math.min(width - 1, Math.max(0, Math.floor(x))) + 0.5,
    y: Math.min(height - 1, Math.max(0, Math.floor(y))) + 0.5,
  }));
  if (pixels.length === 0) return undefined;
  const most = (key: (point: ImagePoint) => number) => pixels.reduce((a, b) => (key(b) > key(a) ? b : a));
  const top = most(({y}) => -y);
  const right = most(({x}) => x);
  const bottom = most(({y}) => y);
  const left = most(({x}) => -x);
  const box = {left: left.x - 0.5, top: top.y - 0.5, right: right.x + 0.5, bottom: bottom.y + 0.5};
  return {box, top, right, bottom, left};
}

/** A thing in a box of which nothing else is known meets it in the middle of each side. */
export function touchingBox(box: PixelBox): Touching {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return {
    box,
    top: {x, y: box.top},
    right: {x: box.right, y},
    bottom: {x, y: box.bottom},
    left: {x: box.left, y},
  };
}

/** The box, other places of the thing, and some room around them, in which the ground shows its colours. */
export function regionAround({box}: Touching, picture: Size, places: readonly ImagePoint[] = []): Region {
  const room = Math.max(10, Math.ceil(Math.max(widthOf(box), heightOf(box)) * 0.2));
  const whole = places.reduce((around, {x, y}) => union(around, pixelAt(x, y)) ?? around, box);
  const ratio = Math.sqrt((widthOf(whole) * heightOf(whole)) / cellsOfBox);
  return regionOf(intersection(grownBox(whole, room), boxOf(picture)), ratio);
}

function pixelAt(x: number, y: number): PixelBox {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return {left, top, right: left + 1, bottom: top + 1};
}

/**
 * What four places say of each cell before its colour is looked at: outside the box it is ground; inside a curve through
 * the four it is rather the thing, the more so the farther in. `certain` belong to it, and so do `added`, which may lie
 * beyond the box.
 */
export function sketchOf(
  touching: Touching,
  region: Region,
  words: Uint32Array,
  certain: readonly ImagePoint[],
  added: readonly ImagePoint[] = [],
): Sketch {
  const {width, height} = region;
  const {box} = touching;
  // Nobody points more exactly than that.
  const near = grownBox(box, 1 + Math.ceil(Math.max(widthOf(box), heightOf(box)) * 0.015));
  const known = new Uint8Array(width * height);
  const guess = new Uint8Array(width * height);
  const prior = new Float32Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const {x, y} = middleOf(region, column, row);
      if (x < near.left || x > near.right || y < near.top || y > near.bottom) {
        known[at] = surelyGround;
        continue;
      }
      const out = beyondCurve(touching, x, y);
      guess[at] = out <= 1 ? 1 : 0;
      prior[at] = out <= 1 ? inward * (1 - out) : -outward * Math.min(1, out - 1);
    }
  }
  for (const point of certain) {
    const cell = cellAt(region, point);
    known[cell] = surelyThing;
    guess[cell] = 1;
  }
  if (added.length > 0) {
    // What looks like a place that belongs to the thing must not teach what the ground looks like.
    const cells = added.map((point) => cellAt(region, point));
    const isAlike = looksLike(words, patches(cells, region));
    for (let at = 0; at < words.length; at++)
      if (known[at] === surelyGround && isAlike(words[at] as number)) guess[at] = unsure;
  }
  const sketch = {...region, words, known, guess, prior};
  return {...sketch, guess: withoutGround(sketch)};
}

/** How far out a place is: 0 where it cannot be beside the thing, 1 on the curve of four quarter ellipses, more beyond. */
export function beyondCurve({box, top, right, bottom, left}: Touching, x: number, y: number): number {
  const corner = (toSide: number, side: number, toEnd: number, end: number) =>
    toSide > 0 && toEnd > 0 ? Math.hypot(toSide / Math.max(1, side), toEnd / Math.max(1, end)) : 0;
  return Math.max(
    corner(x - top.x, box.right - top.x, right.y - y, right.y - box.top),
    corner(x - bottom.x, box.right - bottom.x, y - right.y, box.bottom - right.y),
    corner(bottom.x - x, bottom.x - box.left, y - left.y, box.bottom - left.y),
    corner(top.x - x, top.x - box.left, left.y - y, left.y - box.top),
    // Straight beside the box, where there is no corner.
    x < box.left || x > box.right || y < box.top || y > box.bottom ? 1.2 : 0,
  );
}
