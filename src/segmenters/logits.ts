import type {Size} from '../geometry/point.js';
import {SpanList, type Spans} from '../raster/spans.js';

/** What a decoder says of each pixel: above 0 it belongs to the thing. Row by row. */
export interface Logits extends Size {
  readonly data: Float32Array;
}

/**
 * The pixels above 0, in a picture of any size. `covered` is the part of the logits, from the top left, that stands
 * for the picture; between their centres values are interpolated.
 */
export function spansOfLogits({width, height, data}: Logits, picture: Size, covered: Size): Spans {
  const list = new SpanList();
  const [toX, toY] = [covered.width / picture.width, covered.height / picture.height];
  const at = (x: number, y: number) => data[y * width + x] as number;
  for (let y = 0; y < picture.height; y++) {
    const [upper, lower, down] = neighbours((y + 0.5) * toY, height);
    let start = -1;
    for (let x = 0; x < picture.width; x++) {
      const [left, right, across] = neighbours((x + 0.5) * toX, width);
      const above = at(left, upper) * (1 - across) + at(right, upper) * across;
      const below = at(left, lower) * (1 - across) + at(right, lower) * across;
      const isInside = above * (1 - down) + below * down > 0;
      if (isInside && start < 0) start = x;
      if (isInside || start < 0) continue;
      list.add(y, start, x);
      start = -1;
    }
    if (start >= 0) list.add(y, start, picture.width);
  }
  return list.spans;
}

/** The two centres around a place on an axis of `length` cells, and how far it is from the first to the second. */
function neighbours(place: number, length: number): [number, number, number] {
  const centred = Math.min(Math.max(place - 0.5, 0), length - 1);
  const first = Math.floor(centred);
  return [first, Math.min(first + 1, length - 1), centred - first];
}
