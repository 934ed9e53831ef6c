import type {ImagePoint, Point, Size, UprightPoint} from './point.js';

/** The EXIF orientation of a picture: how its stored pixels must be turned or mirrored to stand upright. 1: not at all. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** True when width and height change places on the way from the file to the screen. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** The size of the picture as shown, from the size as stored. The way back is the same. */
export function uprightSize(stored: Size, orientation: Orientation): Size {
  return swapsSides(orientation) ? {width: stored.height, height: stored.width} : stored;
}

/** Turns a point of a plane of that size the way the orientation says. */
function turned({x, y}: Point, {width, height}: Size, orientation: Orientation): Point {
  switch (orientation) {
    case 1:
      return {x, y};
    case 2:
      return {x: width - x, y};
    case 3:
      return {x: width - x, y: height - y};
    case 4:
      return {x, y: height - y};
    case 5:
      return {x: y, y: x};
    case 6:
      return {x: height - y, y: x};
    case 7:
      return {x: height - y, y: width - x};
    case 8:
      return {x: y, y: width - x};
  }
}

const inverse: Readonly<Record<Orientation, Orientation>> = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6};

/** Where a place of the stored grid is shown. `stored` is the size of the stored grid. */
export function toUpright(point: ImagePoint, stored: Size, orientation: Orientation): UprightPoint {
  return turned(point, stored, orientation) as UprightPoint;
}

/** Which place of the stored grid is shown there. `stored` is the size of the stored grid. */
export function toStored(point: UprightPoint, stored: Size, orientation: Orientation): ImagePoint {
  return turned(point, uprightSize(stored, orientation), inverse[orientation]) as ImagePoint;
}
