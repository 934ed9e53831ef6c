import {boxBetween, type Box} from './box.js';
import {intoPicture} from './box-in-picture.js';
import type {ImagePoint, Size} from './point.js';

/** How the modifier keys change what two points mean. */
export interface BandShape {
  /** As wide as high. */
  readonly isSquare: boolean;
  /** The first point is the middle, not a corner. */
  readonly isCentred: boolean;
}

/**
 * The box that two points span, always in the picture: what would be outside is cut off, except from a square, which
 * becomes smaller instead and lies on the lattice, where it stays a square.
 */
export function bandBetween(anchor: ImagePoint, corner: ImagePoint, size: Size, shape: BandShape): Box {
  const from = intoPicture(anchor, size);
  if (shape.isSquare) return squareBetween(from, corner, size, shape.isCentred);
  const to = intoPicture(corner, size);
  if (!shape.isCentred) return boxBetween(from, to);
  const opposite = intoPicture({x: 2 * from.x - corner.x, y: 2 * from.y - corner.y}, size);
  return boxBetween(opposite, to);
}

function squareBetween(from: ImagePoint, corner: ImagePoint, size: Size, isCentred: boolean): Box {
  const {width, height} = size;
  const dx = corner.x - from.x;
  const dy = corner.y - from.y;
  const reach = Math.max(Math.abs(dx), Math.abs(dy));
  if (isCentred) {
    const half = Math.min(reach, from.x, width - from.x, from.y, height - from.y);
    const side = Math.round(2 * half);
    const left = Math.min(Math.round(from.x - half), width - side);
    const top = Math.min(Math.round(from.y - half), height - side);
    return {left, top, width: side, height: side};
  }
  const x = Math.round(from.x);
  const y = Math.round(from.y);
  const side = Math.min(Math.round(reach), dx < 0 ? x : width - x, dy < 0 ? y : height - y);
  return {left: dx < 0 ? x - side : x, top: dy < 0 ? y - side : y, width: side, height: side};
}
