import type {PixelBox} from '../raster/pixel-box.js';
import {borderAt} from './mask-grid.js';
import type {DeviceBox, Projector} from './projector.js';

/**
 * Which pixel of a raster each device pixel of a part shows: `columns[x] + rows[y]` is its place in the data, row by
 * row. It is that of the nearest pixel beside the raster.
 */
export interface RasterPlaces {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** Of a raster of the pixels of `box`. */
export function rasterPlaces(projector: Projector, part: DeviceBox, box: PixelBox): RasterPlaces {
  const width = box.right - box.left;
  const {left, top, right, bottom} = projector.area(part);
  const near = {
    left: Math.max(box.left, Math.floor(left) - 1),
    top: Math.max(box.top, Math.floor(top) - 1),
    right: Math.min(box.right, Math.ceil(right) + 1),
    bottom: Math.min(box.bottom, Math.ceil(bottom) + 1),
  };
  const isSwapped = projector.point(1, 0).x === projector.point(0, 0).x;
  const along: Side = {
    from: near.left,
    to: near.right,
    first: box.left,
    step: 1,
    at: (x) => (isSwapped ? projector.point(x, 0).y : projector.point(x, 0).x),
  };
  const down: Side = {
    from: near.top,
    to: near.bottom,
    first: box.top,
    step: width,
    at: (y) => (isSwapped ? projector.point(0, y).x : projector.point(0, y).y),
  };
  return {
    columns: places(part.left, part.right, isSwapped ? down : along, projector.scale),
    rows: places(part.top, part.bottom, isSwapped ? along : down, projector.scale),
  };
}

/** The pixels along one side of a raster, as far as they are near. */
interface Side {
  readonly from: number;
  readonly to: number;
  /** The first pixel of the raster, and how far apart two are in its data. */
  readonly first: number;
  readonly step: number;
  /** Where a border between pixels is, in device pixels. */
  readonly at: (border: number) => number;
}

function places(start: number, end: number, {from, to, first, step, at}: Side, scale: number): Int32Array {
  const found = new Int32Array(end - start);
  if (to <= from) return found;
  const borderOf = (pixel: number): number => borderAt(at(pixel), scale) - start;
  const within = (place: number): number => Math.max(0, Math.min(found.length, place));
  const isForward = borderOf(to) >= borderOf(from);
  // What is beside the raster first; the pixels then take the place of it.
  found.fill(
    (isForward ? from - first : to - 1 - first) * step,
    0,
    within(Math.min(borderOf(from), borderOf(to))),
  );
  found.fill(
    (isForward ? to - 1 - first : from - first) * step,
    within(Math.max(borderOf(from), borderOf(to))),
  );
  for (let pixel = from, before = borderOf(from); pixel < to; pixel++) {
    const next = borderOf(pixel + 1);
    found.fill((pixel - first) * step, within(Math.min(before, next)), within(Math.max(before, next)));
    before = next;
  }
  return found;
}
