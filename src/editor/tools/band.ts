import {bandBetween, type BandShape} from '../../geometry/box-drawing.js';
import type {Box} from '../../geometry/box.js';
import {intoPicture, moveWithin} from '../../geometry/box-in-picture.js';
import {distance, type ImagePoint, type Size} from '../../geometry/point.js';
import {speck} from '../reach.js';

/** A box while it is drawn: from a place to where the pointer is. */
export interface Band {
  /** Where the pointer was pressed; it may be outside the picture. */
  readonly start: ImagePoint;
  /** The place of the picture from which the box is drawn. */
  readonly anchor: ImagePoint;
  /** What the pointer holds; it may be outside the picture. */
  readonly corner: ImagePoint;
  /** Where the pointer was last, to move the band by as much as it moves. */
  readonly pointer: ImagePoint;
}

export function startBand(start: ImagePoint, size: Size): Band {
  return {start, anchor: intoPicture(start, size), corner: start, pointer: start};
}

export function bandBox({anchor, corner}: Band, size: Size, shape: BandShape): Box {
  return bandBetween(anchor, corner, size, shape);
}

/** The band with its corner at the pointer. */
export function stretched(band: Band, pointer: ImagePoint): Band {
  return {...band, corner: pointer, pointer};
}

/** The band moved by as much as the pointer was, as far as its box stays in the picture. */
export function carried(band: Band, pointer: ImagePoint, size: Size, shape: BandShape): Band {
  const wanted = {x: pointer.x - band.pointer.x, y: pointer.y - band.pointer.y};
  const {x, y} = moveWithin([bandBox(band, size, shape)], wanted, size);
  return {
    ...band,
    anchor: {x: band.anchor.x + x, y: band.anchor.y + y},
    corner: {x: band.corner.x + x, y: band.corner.y + y},
    pointer,
  };
}

/** True for a band nobody meant to be a box: it ends where it began (BOX-3), or lies beside the picture altogether. */
export function isAccident(band: Band, box: Box, size: Size, scale: number): boolean {
  const {start, anchor, corner} = band;
  if (distance(anchor, intoPicture(corner, size)) * scale < speck) return true;
  const isOut = (place: number, most: number): boolean => place < 0 || place > most;
  const isBesideX = box.width === 0 && (isOut(start.x, size.width) || isOut(corner.x, size.width));
  const isBesideY = box.height === 0 && (isOut(start.y, size.height) || isOut(corner.y, size.height));
  return isBesideX || isBesideY;
}
