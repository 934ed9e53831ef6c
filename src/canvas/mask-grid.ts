import {toStored, uprightSize} from '../geometry/orientation.js';
import type {Sight} from '../geometry/sight.js';
import {intersection, type DeviceBox, type Origin} from './projector.js';

/** Device pixels beyond the canvas that the tables tell of as well, for lines that come from there. */
export const gridPad = 16;

/** Of a picture pixel. Browsers reckon with less exact numbers than we do. */
const hair = 1e-4;

/** The device pixel at which a border between picture pixels lies, as {@link MapGrid} has it. */
export const borderAt = (place: number, scale: number): number => Math.round(place + hair * scale);

/**
 * Which pixel of a map each device pixel of a canvas shows: the one under its middle, as browsers choose it for a
 * picture whose pixels are not blended; of two, the one before. So a border between pixels lies at `Math.round` of where
 * it would be. `columns[gridPad + x] + rows[gridPad + y]` is the place in the map's data;
 * beside the picture it is that of the nearest pixel in it.
 */
export class MapGrid {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  /** The part of the canvas that shows the picture; nothing when none does. */
  readonly picture: DeviceBox | undefined;
  /** Where hatchings begin: they move with the picture. */
  readonly phase: Origin;

  /** The area of the canvas, and where it lies on the stage, in device pixels. */
  constructor({view, frame}: Sight, ratio: number, canvas: DeviceBox, on: Origin) {
    const {stored, orientation} = frame;
    const upright = uprightSize(stored, orientation);
    const scale = view.scale * ratio;
    const x = view.x * ratio - on.x;
    const y = view.y * ratio - on.y;
    // Where the upright pixels 0,0 and 1,0 and 0,1 are in the map: from there on it is counting.
    const placeOf = (column: number, row: number): number => {
      const at = toStored({x: column + 0.5, y: row + 0.5}, stored, orientation);
      return Math.floor(at.y) * stored.width + Math.floor(at.x);
    };
    const first = placeOf(0, 0);
    this.columns = places(canvas.right, x, scale, upright.width, placeOf(1, 0) - first, 0);
    this.rows = places(canvas.bottom, y, scale, upright.height, placeOf(0, 1) - first, first);
    this.picture = intersection(canvas, {
      left: borderAt(x, scale),
      top: borderAt(y, scale),
      right: borderAt(x + upright.width * scale, scale),
      bottom: borderAt(y + upright.height * scale, scale),
    });
    this.phase = {x: Math.round(x), y: Math.round(y)};
  }
}

function places(
  length: number,
  offset: number,
  scale: number,
  pixels: number,
  stride: number,
  first: number,
): Int32Array {
  const found = new Int32Array(length + 2 * gridPad);
  const last = pixels - 1;
  for (let at = 0; at < found.length; at++) {
    const pixel = Math.ceil((at - gridPad + 0.5 - offset) / scale - hair) - 1;
    found[at] = first + stride * (pixel < 0 ? 0 : pixel > last ? last : pixel);
  }
  return found;
}
