import type {Size} from '../geometry/point.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {PixelSource} from './pixel-source.js';
import type {Steps} from './steps.js';

/** About how many pixels are read at a time, so that no part of a large picture is ever in memory twice. */
const pixelsAtATime = 1 << 20;

/**
 * A part of a picture in fewer pixels: each is the average of those it stands for, so that fine texture neither
 * glitters nor gets lost. Where more pixels are wanted than there are, they are repeated.
 */
export function* shrink(source: PixelSource, box: PixelBox, size: Size): Steps<Uint32Array<ArrayBuffer>> {
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  const out = new Uint32Array(size.width * size.height);
  const rowsAtATime = Math.max(1, Math.floor((pixelsAtATime / wide) * (size.height / high)));
  const columns = bounds(wide, size.width);
  const rows = bounds(high, size.height);
  for (let y = 0; y < size.height; y += rowsAtATime) {
    const until = Math.min(size.height, y + rowsAtATime);
    const top = rows.from[y] as number;
    const part = source.words({...box, top: box.top + top, bottom: box.top + (rows.to[until - 1] as number)});
    for (let row = y; row < until; row++)
      averageRow(
        part,
        wide,
        (rows.from[row] as number) - top,
        (rows.to[row] as number) - top,
        columns,
        out,
        row * size.width,
      );
    yield;
  }
  return out;
}

interface Bounds {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Which of `length` source pixels each of `count` pixels stands for: at least one. */
function bounds(length: number, count: number): Bounds {
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    from[at] = Math.floor((at * length) / count);
    to[at] = Math.max(from[at]! + 1, Math.floor(((at + 1) * length) / count));
  }
  return {from, to};
}

function averageRow(
  part: Uint32Array,
  wide: number,
  top: number,
  bottom: number,
  columns: Bounds,
  out: Uint32Array,
  at: number,
): void {
  const {from, to} = columns;
  for (let column = 0; column < from.length; column++) {
    const left = from[column] as number;
    const right = to[column] as number;
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    for (let y = top; y < bottom; y++) {
      for (let x = y * wide + left; x < y * wide + right; x++) {
        const word = part[x] as number;
        red += word & 255;
        green += (word >>> 8) & 255;
        blue += (word >>> 16) & 255;
        alpha += word >>> 24;
      }
    }
    const count = (right - left) * (bottom - top);
    const half = count >> 1;
    const mean = (sum: number) => ((sum + half) / count) | 0;
    out[at + column] = mean(red) | (mean(green) << 8) | (mean(blue) << 16) | (mean(alpha) << 24);
  }
}
