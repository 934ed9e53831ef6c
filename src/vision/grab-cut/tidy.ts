import {refill, replace, type ByteMap} from '../pieces.js';

const [ground, thing, seen, kept] = [0, 1, 2, 3];

/** Places in a map: what must and what must not belong to the thing. */
export interface Seeds {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** True when everything must be one piece, as extreme points are of one thing. */
  readonly isOnePiece: boolean;
}

/**
 * Leaves of a mask (1 and 0) the pieces that the places to keep are in, or the largest where there are none, without
 * their small holes. Places to keep are in it afterwards, and places to leave out are not.
 */
export function tidy(map: ByteMap, {plus, minus, isOnePiece}: Seeds): void {
  const {data} = map;
  for (const place of plus) data[place] = thing;
  for (const place of minus) data[place] = ground;
  const largest = largestPiece(map);
  replace(map, seen, thing);
  if (largest.place >= 0 && (isOnePiece || plus.length === 0)) refill(map, largest.place, thing, kept);
  for (const place of plus) {
    if (data[place] === kept) continue;
    if (isOnePiece) bridge(map, place);
    refill(map, place, thing, kept);
  }
  for (let at = 0; at < data.length; at++) data[at] = data[at] === kept ? thing : ground;
  fillHoles(map, Math.max(16, largest.count / 200), minus);
}

function largestPiece(map: ByteMap): {readonly place: number; readonly count: number} {
  let largest = {place: -1, count: 0};
  for (let at = 0; at < map.data.length; at++) {
    if (map.data[at] !== thing) continue;
    const count = refill(map, at, thing, seen);
    if (count > largest.count) largest = {place: at, count};
  }
  return largest;
}

/** Leads a line of pixels to what is nearest of what is kept. */
function bridge({data, width}: ByteMap, place: number): void {
  const [x, y] = [place % width, Math.floor(place / width)];
  let [nearest, least] = [-1, Infinity];
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== kept) continue;
    const far = Math.abs((at % width) - x) + Math.abs(Math.floor(at / width) - y);
    if (far < least) [nearest, least] = [at, far];
  }
  if (nearest < 0) return;
  const [toX, toY] = [nearest % width, Math.floor(nearest / width)];
  for (let [atX, atY] = [x, y]; atX !== toX || atY !== toY;) {
    if (data[atY * width + atX] !== kept) data[atY * width + atX] = thing;
    // One step to the side that is farther, so that the line stays straight and its pixels share sides.
    if (Math.abs(toX - atX) > Math.abs(toY - atY)) atX += Math.sign(toX - atX);
    else atY += Math.sign(toY - atY);
  }
}

/** Holes of up to `most` pixels, other than those that somebody pointed at. */
function fillHoles(map: ByteMap, most: number, minus: readonly number[]): void {
  const {width, height, data} = map;
  const outside = 4;
  for (let x = 0; x < width; x++) {
    refill(map, x, ground, outside);
    refill(map, (height - 1) * width + x, ground, outside);
  }
  for (let y = 0; y < height; y++) {
    refill(map, y * width, ground, outside);
    refill(map, y * width + width - 1, ground, outside);
  }
  for (const place of minus) refill(map, place, ground, outside);
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== ground) continue;
    const count = refill(map, at, ground, seen);
    refill(map, at, seen, count <= most ? thing : outside);
  }
  replace(map, outside, ground);
}
