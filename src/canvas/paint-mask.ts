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
  const {left, top, right, bottom} = part;
  const stride = right - left + 2 * reach;
  sample(part, scene, reach, stride);
  paintFills(part, scene, reach, stride);
  if (reach > 0) paintLines({left, top, right, bottom}, scene, reach, stride);
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

function paintFills(
  {left, top, right, bottom}: DeviceBox,
  {grid, looks, hatches}: MaskScene,
  reach: number,
  stride: number,
): void {
  const {fill, gap, hatch, hasHatches} = looks;
  const {phase} = grid;
  let to = 0;
  for (let y = top; y < bottom; y++) {
    let from = (y - top + reach) * stride + reach;
    for (let x = left; x < right; x++) {
      const number = numbers[from++] as number;
      const kind = hasHatches ? (hatch[number] as number) : 0;
      if (kind === 0) {
        words[to++] = fill[number] as number;
        continue;
      }
      const {period, cells} = hatches[kind] as Hatch;
      const cell = within(y - phase.y, period) * period + within(x - phase.x, period);
      words[to++] = (cells[cell] === 1 ? fill[number] : gap[number]) as number;
    }
  }
}

/**
 * Lines lie on both sides of a border, light on one and dark on the other, so that they show on any picture. Pixels are
 * asked how near the next other number is, along rows and columns.
 */
function paintLines(
  {left, top, right, bottom}: DeviceBox,
  {looks, line}: MaskScene,
  reach: number,
  stride: number,
): void {
  const width = right - left;
  const far = reach * stride;
  for (let y = top; y < bottom; y++) {
    let at = (y - top + reach) * stride + reach;
    let to = (y - top) * width;
    for (let x = left; x < right; x++, at++, to++) {
      const number = numbers[at] as number;
      // Inside of a region, which is nearly everywhere.
      if (
        numbers[at - 1] === number &&
        numbers[at + 1] === number &&
        numbers[at - stride] === number &&
        numbers[at + stride] === number &&
        numbers[at - reach] === number &&
        numbers[at + reach] === number &&
        numbers[at - far] === number &&
        numbers[at + far] === number
      )
        continue;
      for (let away = 1; away <= reach; away++) {
        const other = otherAt(at, away, stride, number);
        if (other === undefined) continue;
        const word = lineWord(number, other, away, looks, line);
        if (word !== undefined) words[to] = word;
        break;
      }
    }
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
