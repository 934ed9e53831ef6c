import type {ByteMap} from '../pieces.js';
import {wordsOf} from '../pixel-source.js';
import type {SegmentPicture} from '../segmenter.js';
import type {RunSteps, Steps} from '../steps.js';
import {ColourModel} from './colour-model.js';
import {cutPixels, free, surelyGround, surelyThing, type PixelSet} from './pixel-graph.js';
import {heightOf, widthOf, type Region} from './region.js';

/** How many times finer the next attempt may be: more would leave the border more room than its colours can hold. */
const finer = 3;
/** How many cells to each side of the border are looked at again. */
const reach = 2;
/** Pixels that are read together. */
const rowsAtATime = 64;

/** A mask of a region, and the colours that were seen there. */
export interface Cut {
  readonly region: Region;
  readonly mask: Uint8Array<ArrayBuffer>;
  readonly words: Uint32Array;
}

/** Cuts along the border again, in ever smaller cells up to the pixels of the picture. */
export async function refined(
  picture: SegmentPicture,
  cut: Cut,
  seeds: {
    readonly plus: (region: Region) => readonly number[];
    readonly minus: (region: Region) => readonly number[];
  },
  run: RunSteps,
  signal: AbortSignal,
): Promise<ByteMap> {
  const {box} = cut.region;
  let {region, mask} = cut;
  while (region.width < widthOf(box) || region.height < heightOf(box)) {
    signal.throwIfAborted();
    const ratio = Math.max(widthOf(box) / region.width, heightOf(box) / region.height);
    const isLast = ratio <= finer * 1.2;
    const next: Region = isLast
      ? {box, width: widthOf(box), height: heightOf(box)}
      : {box, width: Math.round(region.width * finer), height: Math.round(region.height * finer)};
    const border = await run(borderOf({...region, data: mask}, next), signal);
    const words = await colours(picture, next, border, isLast);
    mask = await run(
      cutBorder(border, words, {cut, plus: seeds.plus(next), minus: seeds.minus(next)}, next),
      signal,
    );
    region = next;
  }
  return {width: region.width, height: region.height, data: mask};
}

/** The pixels near the border of a mask, in reading order, and all pixels as the mask has them so far. */
interface Border {
  readonly mask: Uint8Array<ArrayBuffer>;
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Those that are the last before what is not looked at. */
  readonly isRim: Uint8Array;
}

function* borderOf(coarse: ByteMap, {width, height}: Region): Steps<Border> {
  const far = distances(coarse);
  yield;
  const mask = new Uint8Array(width * height);
  const columns = Int32Array.from({length: width}, (_, x) => Math.floor((x * coarse.width) / width));
  let count = 0;
  const rows: Int32Array[] = [];
  for (let y = 0; y < height; y++) {
    const start = Math.floor((y * coarse.height) / height) * coarse.width;
    const row: number[] = [];
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const cell = start + (columns[x] as number);
      mask[at] = coarse.data[cell] as number;
      if ((far[cell] as number) <= reach) row.push(x);
    }
    rows.push(Int32Array.from(row));
    count += row.length;
    if (y % 256 === 255) yield;
  }
  const [x, y, isRim] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  let at = 0;
  rows.forEach((row, number) => {
    const start = Math.floor((number * coarse.height) / height) * coarse.width;
    for (const column of row) {
      x[at] = column;
      y[at] = number;
      isRim[at++] = far[start + (columns[column] as number)] === reach ? 1 : 0;
    }
  });
  return {mask, x, y, isRim};
}

/** How far each cell is from the border of the mask, up to `reach`: 0 for those with another one beside them. */
function distances({width, height, data}: ByteMap): Uint8Array {
  const far = new Uint8Array(data.length).fill(reach + 1);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const value = data[at];
      if (x + 1 < width && data[at + 1] !== value) far[at] = far[at + 1] = 0;
      if (y + 1 < height && data[at + width] !== value) far[at] = far[at + width] = 0;
    }
  }
  for (let step = 1; step <= reach; step++) {
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        if (far[at] !== step - 1) continue;
        for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
          for (
            let cell = row * width + Math.max(0, x - 1);
            cell <= row * width + Math.min(width - 1, x + 1);
            cell++
          )
            if ((far[cell] as number) > step) far[cell] = step;
      }
    }
  }
  return far;
}

/** The colours of the pixels at the border. Pixels of the picture itself are read in strips, however large it is. */
async function colours(
  picture: SegmentPicture,
  region: Region,
  {x, y}: Border,
  isLast: boolean,
): Promise<Uint32Array<ArrayBuffer>> {
  const words = new Uint32Array(x.length);
  if (!isLast) {
    const all = wordsOf(await picture.read(region.box, region));
    for (let at = 0; at < x.length; at++) words[at] = all[y[at]! * region.width + x[at]!] as number;
    return words;
  }
  for (let start = 0; start < x.length;) {
    const top = y[start] as number;
    let end = start;
    let [left, right] = [Infinity, -Infinity];
    for (; end < x.length && y[end]! < top + rowsAtATime; end++) {
      if (x[end]! < left) left = x[end]!;
      if (x[end]! > right) right = x[end]!;
    }
    const bottom = y[end - 1]! + 1;
    const wide = right + 1 - left;
    const {box} = region;
    const strip = wordsOf(
      await picture.read({
        left: box.left + left,
        top: box.top + top,
        right: box.left + right + 1,
        bottom: box.top + bottom,
      }),
    );
    for (let at = start; at < end; at++) words[at] = strip[(y[at]! - top) * wide + x[at]! - left] as number;
    start = end;
  }
  return words;
}

interface Known {
  readonly cut: Cut;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

function* cutBorder(
  {mask, x, y, isRim}: Border,
  words: Uint32Array<ArrayBuffer>,
  {cut, plus, minus}: Known,
  {width}: Region,
): Steps<Uint8Array<ArrayBuffer>> {
  const known = new Uint8Array(x.length);
  const certain = new Map<number, number>([
    ...plus.map((at) => [at, surelyThing] as const),
    ...minus.map((at) => [at, surelyGround] as const),
  ]);
  for (let at = 0; at < x.length; at++) {
    const place = y[at]! * width + x[at]!;
    known[at] = certain.get(place) ?? (isRim[at] ? (mask[place] ? surelyThing : surelyGround) : free);
  }
  // Finer pixels are noisier than those they were averaged to, so their colours are learned anew beside the old ones.
  const learned = (value: 0 | 1) => {
    const sure = value ? surelyThing : surelyGround;
    const near = words.filter((_, at) => known[at] === sure);
    const before = cut.words.filter((_, at) => cut.mask[at] === value);
    const all = new Uint32Array(near.length + before.length);
    all.set(near);
    all.set(before, near.length);
    return ColourModel.of(all);
  };
  const thing = learned(1);
  yield;
  const ground = learned(0);
  yield;
  if (!thing || !ground) return mask;
  const pixels: PixelSet = {width, x, y, words, known};
  const sides = yield* cutPixels(
    pixels,
    (at) => ground.cost(words[at] as number) - thing.cost(words[at] as number),
  );
  for (let at = 0; at < sides.length; at++) mask[y[at]! * width + x[at]!] = sides[at] as number;
  return mask;
}
