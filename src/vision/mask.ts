import type {Size} from '../geometry/point.js';
import {isEmpty, type PixelBox} from '../raster/pixel-box.js';
import {SpanList, type Spans} from '../raster/spans.js';

/** A set of pixels: those whose byte is `value`. All of them lie in `box`. */
export interface Mask extends Size {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly value: number;
  readonly box: PixelBox;
}

/** The stretches of a mask, moved to where its top left corner lies in a larger picture. */
export function spansOfMask({data, width, value, box}: Mask, left = 0, top = 0): Spans {
  const list = new SpanList();
  if (isEmpty(box)) return list.spans;
  for (let y = box.top; y < box.bottom; y++) {
    const end = y * width + box.right;
    for (let at = y * width + box.left; at < end; at++) {
      if (data[at] !== value) continue;
      const start = at;
      while (at < end && data[at] === value) at++;
      list.add(y + top, start - y * width + left, at - y * width + left);
    }
  }
  return list.spans;
}

/**
 * Evens out a mask: a pixel belongs to the result when more than half of the pixels around it, up to `radius` to each
 * side and within the picture, belong to the mask.
 */
export function majority({data, width, height, value, box}: Mask, radius: number): Mask {
  const around: PixelBox = {
    left: Math.max(0, box.left - radius),
    top: Math.max(0, box.top - radius),
    right: Math.min(width, box.right + radius),
    bottom: Math.min(height, box.bottom + radius),
  };
  const result = new Uint8Array(width * height);
  /** For each column, how many pixels of the rows around the present one belong to the mask. */
  const sums = new Int32Array(width);
  const add = (y: number, by: 1 | -1) => {
    if (y < box.top || y >= box.bottom) return;
    for (let x = box.left, at = y * width + x; x < box.right; x++, at++)
      if (data[at] === value) sums[x]! += by;
  };
  for (let y = around.top - radius; y < around.top + radius; y++) add(y, 1);
  for (let y = around.top; y < around.bottom; y++) {
    add(y + radius, 1);
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    let sum = 0;
    for (let x = Math.max(0, around.left - radius); x < around.left + radius && x < width; x++)
      sum += sums[x] as number;
    for (let x = around.left; x < around.right; x++) {
      if (x + radius < width) sum += sums[x + radius] as number;
      const columns = Math.min(width, x + radius + 1) - Math.max(0, x - radius);
      if (2 * sum > rows * columns) result[y * width + x] = value;
      if (x - radius >= 0) sum -= sums[x - radius] as number;
    }
    add(y - radius, -1);
  }
  return {width, height, data: result, value, box: around};
}
