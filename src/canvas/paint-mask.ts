import type {LabelMap} from '../raster/label-map.js';
import {gridPad, type MapGrid} from './mask-grid.js';
import type {Hatch} from './mask-hatch.js';
import {emphasis, hiddenNumber, type MaskLooks} from './mask-looks.js';
import type {DeviceBox} from './projector.js';

/** What painting a part of a mask needs. */
export interface MaskScene {
  readonly map: LabelMap;
  readonly grid: MapGrid;
  readonly looks: MaskLooks;
  readonly hatches: readonly Hatch[];
  /** Device pixels of the thinnest line. */
  readonly line: number;
}

/** Pixels painted between two looks at the clock. */
const pixelsAtOnce = 150_000;

/** How far in device pixels a change of the map changes what is painted around it. */
export function maskReach({looks, line}: MaskScene): number {
  return looks.hasLines || looks.hasEmphasis ? 3 * line : 0;
}

/** Paints a part of a canvas that lies within the picture, in the place of what is there. */
export function* paintMask(
  context: Pick<CanvasRenderingContext2D, 'putImageData'>,
  {left, top, right, bottom}: DeviceBox,
  scene: MaskScene,
): Generator<void, void> {
  const rows = Math.max(1, Math.floor(pixelsAtOnce / (right - left)));
  for (let from = top; from < bottom; from += rows) {
    const band = {left, top: from, right, bottom: Math.min(bottom, from + rows)};
    context.putImageData(maskPixels(band, scene), left, from);
    yield;
  }
}

/** Pixels for one painting at a time: fresh memory costs more than writing to it. */
let words = new Uint32Array(0);
let numbers = new Uint16Array(0);

/** The pixels of a part. They are overwritten by the next call. */
export function maskPixels(part: DeviceBox, scene: MaskScene): ImageData {
  const width = part.right - part.left;
  const height = part.bottom - part.top;
  if (words.length < width * height) words = new Uint32Array(width * height);
  const {looks} = scene;
  if (looks.shown || looks.hasHatches || looks.hasLines || looks.hasEmphasis) paintRichly(part, scene);
  else paintPlainly(part, scene);
  return new ImageData(new Uint8ClampedArray(words.buffer, 0, width * height * 4), width, height);
}

/** Only colours: one look at a table for each pixel, and copies of rows that are the same. */
function paintPlainly({left, top, right, bottom}: DeviceBox, {map, grid, looks}: MaskScene): void {
  const {data} = map;
  const {fill} = looks;
  const {columns, rows} = grid;
  const width = right - left;
  const out = words;
  let at = 0;
  let before = -1;
  for (let y = top; y < bottom; y++) {
    const row = rows[gridPad + y] as number;
    if (row === before) {
      out.copyWithin(at, at - width, at);
      at += width;
      continue;
    }
    before = row;
    for (let x = gridPad + left; x < gridPad + right; x++)
      out[at++] = fill[data[row + (columns[x] as number)] as number] as number;
  }
}

/** Everything else: first which number each pixel shows, with a rim around the part, then what that looks like. */
function paintRichly(part: DeviceBox, scene: MaskScene): void {
  const reach = maskReach(scene);
  const stride = part.right - part.left + 2 * reach;
  sample(part, scene, reach, stride);
  const hasLines = reach > 0 ? rowsWithLines(part, scene, reach, stride) : undefined;
  for (let row = 0; row < part.bottom - part.top; row++)
    paintRow(row, part, scene, {reach, stride, hasLines: hasLines?.[row] === 1});
}

function sample(
  {left, top, right, bottom}: DeviceBox,
  {map, grid, looks}: MaskScene,
  reach: number,
  stride: number,
): void {
  const size = stride * (bottom - top + 2 * reach);
  if (numbers.length < size) numbers = new Uint16Array(size);
  const out = numbers;
  const {data} = map;
  const {shown} = looks;
  const {columns, rows} = grid;
  let at = 0;
  let before = -1;
  for (let y = gridPad + top - reach; y < gridPad + bottom + reach; y++) {
    const row = rows[y] as number;
    if (row === before) {
      out.copyWithin(at, at - stride, at);
      at += stride;
      continue;
    }
    before = row;
    const end = gridPad + right + reach;
    if (shown)
      for (let x = gridPad + left - reach; x < end; x++)
        out[at++] = shown[data[row + (columns[x] as number)] as number] as number;
    else
      for (let x = gridPad + left - reach; x < end; x++)
        out[at++] = data[row + (columns[x] as number)] as number;
  }
}

/** For each row 1 when there may be lines on it, which is rare while only one region stands out. */
function rowsWithLines(
  {top, bottom}: DeviceBox,
  {looks, line}: MaskScene,
  reach: number,
  stride: number,
): Uint8Array {
  const found = new Uint8Array(bottom - top);
  if (looks.hasLines) return found.fill(1);
  const {emphasis: emphases} = looks;
  for (let row = -line; row < found.length + line; row++) {
    const end = (row + reach + 1) * stride;
    let before = -1;
    for (let at = end - stride; at < end; at++) {
      const number = numbers[at] as number;
      if (number === before) continue;
      before = number;
      if (emphases[number] === emphasis.none) continue;
      found.fill(1, Math.max(0, row - line), Math.max(0, row + line + 1));
      break;
    }
  }
  return found;
}

interface Row {
  /** How far around the part the numbers are known, and how many there are from one row to the next. */
  readonly reach: number;
  readonly stride: number;
  readonly hasLines: boolean;
}

/** A row, stretch by stretch of the same number. */
function paintRow(row: number, part: DeviceBox, scene: MaskScene, {reach, stride, hasLines}: Row): void {
  const {looks, line} = scene;
  const width = part.right - part.left;
  const from = (row + reach) * stride + reach;
  const end = from + width;
  /** From a place among the numbers to its place among the words. */
  const shift = row * width - from;
  let at = from;
  while (at < end) {
    const number = numbers[at] as number;
    const start = at;
    while (at < end && numbers[at] === number) at++;
    paintStretch(number, start + shift, at + shift, {x: part.left + start - from, y: part.top + row}, scene);
    if (!hasLines) continue;
    const own = looks.hasLines || looks.emphasis[number] !== emphasis.none ? reach : line;
    const lines = {looks, line, stride, reach: own};
    // A stretch may go on beyond the part; where it ends decides, else parts would differ from a whole.
    const before = start === from ? alike(start, -1, own) : 0;
    const after = at === end ? alike(at - 1, 1, own) : 0;
    paintLines(number, [start - before, start, at, at + after], shift, lines);
  }
}

/** For how many pixels, but no more than `most`, the number stays the same in a direction. */
function alike(at: number, direction: 1 | -1, most: number): number {
  let count = 0;
  while (count < most && numbers[at + (count + 1) * direction] === numbers[at]) count++;
  return count;
}

/** The inside of a stretch. */
function paintStretch(
  number: number,
  start: number,
  end: number,
  {x, y}: {readonly x: number; readonly y: number},
  {looks, hatches, grid}: MaskScene,
): void {
  const fill = looks.fill[number] as number;
  const kind = looks.hasHatches ? (looks.hatch[number] as number) : 0;
  if (kind === 0) {
    words.fill(fill, start, end);
    return;
  }
  const gap = looks.gap[number] as number;
  const {period, cells} = hatches[kind] as Hatch;
  const first = within(y - grid.phase.y, period) * period;
  const last = first + period;
  let cell = first + within(x - grid.phase.x, period);
  for (let at = start; at < end; at++) {
    words[at] = cells[cell] === 1 ? fill : gap;
    if (++cell === last) cell = first;
  }
}

interface Lines {
  readonly looks: MaskLooks;
  readonly line: number;
  readonly stride: number;
  /** How far from a border lines of this number reach. */
  readonly reach: number;
}

/**
 * Lines lie on both sides of a border, light on one and dark on the other, so that they show on any picture. Pixels are
 * asked how near the next other number is, along rows and columns. The stretch is painted from `start` to `end`, and goes
 * from `first` to `last`.
 */
function paintLines(
  number: number,
  [first, start, end, last]: readonly [number, number, number, number],
  shift: number,
  lines: Lines,
): void {
  const {stride, reach} = lines;
  const far = reach * stride;
  const from = Math.max(start, Math.min(end, first + reach));
  const to = Math.max(from, Math.min(end, last - reach));
  for (let at = start; at < from; at++) paintLine(number, at, shift, lines);
  // Inside of a region, which is nearly everywhere.
  for (let at = from; at < to; at++)
    if (
      numbers[at - stride] !== number ||
      numbers[at + stride] !== number ||
      numbers[at - far] !== number ||
      numbers[at + far] !== number
    )
      paintLine(number, at, shift, lines);
  for (let at = to; at < end; at++) paintLine(number, at, shift, lines);
}

function paintLine(number: number, at: number, shift: number, {looks, line, stride, reach}: Lines): void {
  for (let away = 1; away <= reach; away++) {
    const other = otherAt(at, away, stride, number);
    if (other === undefined) continue;
    const word = lineWord(number, other, away, looks, line);
    if (word !== undefined) words[at + shift] = word;
    return;
  }
}

function otherAt(at: number, away: number, stride: number, number: number): number | undefined {
  const before = numbers[at - away] as number;
  if (before !== number) return before;
  const after = numbers[at + away] as number;
  if (after !== number) return after;
  const above = numbers[at - away * stride] as number;
  if (above !== number) return above;
  const below = numbers[at + away * stride] as number;
  return below === number ? undefined : below;
}

/** The colour of a pixel so many device pixels from where another number begins; nothing where no line reaches. */
function lineWord(
  number: number,
  other: number,
  away: number,
  {emphasis: emphases, hasLines, dark, light, line: colors}: MaskLooks,
  line: number,
): number | undefined {
  const own = emphases[number];
  if (own === emphasis.selected) return away <= 2 * line ? light : dark;
  if (own === emphasis.hovered && away <= 2 * line) return away <= line ? light : dark;
  if (away <= line && emphases[other] !== emphasis.none) return dark;
  if (!hasLines) return undefined;
  const isNone = number === 0 || number === hiddenNumber;
  if (away <= line) return isNone || (number < other && other !== hiddenNumber) ? light : dark;
  return isNone ? undefined : colors[number];
}

function within(value: number, period: number): number {
  const rest = value % period;
  return rest < 0 ? rest + period : rest;
}
