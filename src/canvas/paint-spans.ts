import type {LabelMap} from '../raster/label-map.js';
import type {WriteRule} from '../raster/map-writer.js';
import type {Spans} from '../raster/spans.js';
import {borderAt} from './mask-grid.js';
import {expanded, type DeviceBox, type Projector} from './projector.js';
import {rasterPlaces} from './raster-places.js';

/** How a set of pixels is painted that is not part of the mask yet. Colours are words, as pixels lie in memory. */
export interface SpansStyle {
  readonly stripe: number;
  readonly gap: number;
  /** The two colours that take turns along the border. */
  readonly dark: number;
  readonly light: number;
  /** What is seen of pixels that would stay as they are. */
  readonly kept: number;
}

/** Which of the pixels would change: those whose numbers in the map have a 1. */
export interface ChangedPixels {
  readonly map: LabelMap;
  readonly rule: NonNullable<WriteRule>;
}

/** CSS pixels after which stripes come again, and dashes along the border. */
const stripePeriod = 10;
const dashPeriod = 10;

let cover = new Uint8Array(0);

/** The pixels of a part of a canvas that shows a set of pixels striped, with a dashed border. */
export function spansPixels(
  spans: Spans,
  part: DeviceBox,
  projector: Projector,
  style: SpansStyle,
  changed?: ChangedPixels,
): ImageData {
  const line = Math.max(1, Math.round(projector.ratio));
  const stride = part.right - part.left + 2 * line;
  const size = stride * (part.bottom - part.top + 2 * line);
  if (cover.length < size) cover = new Uint8Array(size);
  else cover.fill(0, 0, size);
  const around = expanded(part, line);
  coverSpans(spans, around, projector);
  if (changed) coverKept(around, projector, changed);
  const image = new ImageData(part.right - part.left, part.bottom - part.top);
  const words = new Uint32Array(image.data.buffer);
  const period = Math.max(4, Math.round(stripePeriod * projector.ratio));
  const dash = Math.max(4, Math.round(dashPeriod * projector.ratio));
  // The stripes move with the picture; a number of whole periods keeps what is left of it positive.
  const {left, top} = projector.picture;
  const phase = (Math.abs(left + top) + 1) * period * dash - left - top;
  let to = 0;
  for (let y = part.top; y < part.bottom; y++) {
    let at = (y - part.top + line) * stride + line;
    for (let x = part.left; x < part.right; x++, at++, to++) {
      if (cover[at] === 0) continue;
      if (cover[at] === 2) {
        // Sparse lines the other way: there is something, but nothing will come of it.
        if ((x - y + phase + period * part.bottom) % period < line) words[to] = style.kept;
        continue;
      }
      const isInside =
        cover[at - line] === 1 &&
        cover[at + line] === 1 &&
        cover[at - line * stride] === 1 &&
        cover[at + line * stride] === 1;
      const along = x + y + phase;
      if (isInside) words[to] = (along % period) * 2 < period ? style.stripe : style.gap;
      else words[to] = (along % dash) * 2 < dash ? style.light : style.dark;
    }
  }
  return image;
}

/** Marks what would stay as it is by a 2. */
function coverKept(around: DeviceBox, projector: Projector, {map, rule}: ChangedPixels): void {
  const {columns, rows} = rasterPlaces(projector, around, {
    left: 0,
    top: 0,
    right: map.width,
    bottom: map.height,
  });
  const {data} = map;
  let at = 0;
  for (const row of rows)
    for (const column of columns) {
      if (cover[at] === 1 && rule[data[row + column] as number] !== 1) cover[at] = 2;
      at++;
    }
}

/** Marks what of the part the pixels cover, by the rule by which a mask's pixels are shown. */
function coverSpans(spans: Spans, {left, top, right, bottom}: DeviceBox, projector: Projector): void {
  const stride = right - left;
  for (let at = 0; at < spans.length; at += 3) {
    const y = spans[at] as number;
    const a = projector.point(spans[at + 1] as number, y);
    const b = projector.point(spans[at + 2] as number, y + 1);
    const x1 = Math.max(left, borderAt(Math.min(a.x, b.x), projector.scale));
    const x2 = Math.min(right, borderAt(Math.max(a.x, b.x), projector.scale));
    if (x1 >= x2) continue;
    const y2 = Math.min(bottom, borderAt(Math.max(a.y, b.y), projector.scale));
    for (let row = Math.max(top, borderAt(Math.min(a.y, b.y), projector.scale)); row < y2; row++)
      cover.fill(1, (row - top) * stride + x1 - left, (row - top) * stride + x2 - left);
  }
}
