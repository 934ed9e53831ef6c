import type {ImagePoint, Size} from '../../geometry/point.js';
import type {PixelBox} from '../../raster/pixel-box.js';

/** A part of a picture, divided into cells: its pixels, or larger ones that stand for several each. */
export interface Region extends Size {
  readonly box: PixelBox;
}

export const widthOf = ({left, right}: PixelBox): number => right - left;
export const heightOf = ({top, bottom}: PixelBox): number => bottom - top;

/** The whole of a picture. */
export const boxOf = ({width, height}: Size): PixelBox => ({left: 0, top: 0, right: width, bottom: height});

export function grownBox({left, top, right, bottom}: PixelBox, by: number): PixelBox {
  return {left: left - by, top: top - by, right: right + by, bottom: bottom + by};
}

/** A box in cells that are `ratio` pixels a side, or its pixels where it is small. */
export function regionOf(box: PixelBox, ratio: number): Region {
  const cells = (length: number) => Math.max(1, Math.round(length / Math.max(1, ratio)));
  return {box, width: cells(widthOf(box)), height: cells(heightOf(box))};
}

/** The cell that a place of the picture is in; the nearest where it is beside the region. */
export function cellAt({box, width, height}: Region, {x, y}: ImagePoint): number {
  const column = Math.floor(((Math.floor(x) + 0.5 - box.left) * width) / widthOf(box));
  const row = Math.floor(((Math.floor(y) + 0.5 - box.top) * height) / heightOf(box));
  return Math.min(height - 1, Math.max(0, row)) * width + Math.min(width - 1, Math.max(0, column));
}

/** Where the middle of a cell is in the picture. */
export function middleOf({box, width, height}: Region, column: number, row: number): ImagePoint {
  return {
    x: box.left + ((column + 0.5) * widthOf(box)) / width,
    y: box.top + ((row + 0.5) * heightOf(box)) / height,
  };
}
