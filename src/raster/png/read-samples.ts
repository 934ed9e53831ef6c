import {errorAt, fail, ok, type Result} from '../../base/result.js';
import {backgroundColor, hexOf} from '../colors.js';
import {pause} from '../pause.js';
import type {Colors} from './color-map.js';
import type {DecodedMask} from './decode-mask.js';
import {colorTypes, type PngFile} from './png-file.js';
import {readRows} from './read-rows.js';
import {emptyRuns, RunScanner} from './run-scanner.js';
import {UnknownColors} from './unknown-colors.js';

/** Work between two pauses: a run costs about as much as 16 pixels, and all of this some milliseconds. */
const workPerTurn = 1 << 21;
const workOfRun = 16;

/** The pixels of a mask without its size. */
export type DecodedPixels<Data> = Omit<DecodedMask<Data>, 'width' | 'height'>;

/** What a sample, an index of the palette or a shade of grey, looks like. */
interface Shade {
  /** Nothing for an index beyond the palette. */
  readonly rgb: number | undefined;
  readonly isTransparent: boolean;
}

/** Reads files with one sample per pixel: palette and grey. The samples are ids, or stand for colours that are. */
export async function readSamples<Data extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  file: PngFile,
  colors: Colors | undefined,
  make: (length: number) => Data,
  mostIds: number,
): Promise<Result<DecodedPixels<Data>>> {
  const length = file.width * file.height;
  const isDeep = file.depth === 16;
  const samples = isDeep ? new Uint16Array(length) : new Uint8Array(length);
  const outcome = await readRows(file, (bytes, count, start, step) => {
    if (file.depth === 8 && step === 1) samples.set(bytes.subarray(0, count), start);
    else unpack(bytes, file.depth, count, samples, start, step);
  });
  if (!outcome.ok) return outcome;
  const counts = await countSamples(samples, file.width);
  const data = (): Data => {
    if (samples.BYTES_PER_ELEMENT * 8 === Math.log2(mostIds)) return samples as Data;
    const ids = make(length);
    ids.set(samples);
    return ids;
  };
  const shadeOf = (sample: number) => shade(file, sample);
  if (!colors) {
    if (counts.length > mostIds)
      return fail(
        errorAt(
          'mask',
          'mask/too-many-classes',
          `The mask has grey values up to ${counts.length - 1}, which stand for as many classes. There is room for ids up to ${mostIds - 1}.`,
        ),
      );
    const isPalette = file.colorType === colorTypes.palette;
    const palette = Array.from({length: isPalette ? file.palette.length / 3 : counts.length}, (_, id) =>
      isPalette ? hexOf(shadeOf(id).rgb ?? 0) : id === 0 ? backgroundColor : hexOf(id * 0x010101),
    );
    return ok({data: data(), palette, background: 0, unknownPixels: 0, unknownColors: []});
  }
  const unknown = new UnknownColors();
  const table = idsOfSamples(counts, shadeOf, colors, unknown, file.colorType === colorTypes.grey);
  const rest = {palette: colors.palette, background: colors.background, ...unknown.report};
  if (table.every((id, sample) => id === sample || !counts[sample])) return ok({data: data(), ...rest});
  const ids = samples.BYTES_PER_ELEMENT * 8 === Math.log2(mostIds) ? (samples as Data) : make(length);
  await eachRun(samples, file.width, (sample, start, end) => ids.fill(table[sample] as number, start, end));
  return ok({data: ids, ...rest});
}

/** Packed samples of 1, 2, 4, 8 or 16 bits to the pixels they are of. */
function unpack(
  bytes: Uint8Array,
  depth: number,
  count: number,
  samples: Uint8Array | Uint16Array,
  start: number,
  step: number,
): void {
  if (depth === 16) {
    for (let i = 0; i < count; i++)
      samples[start + i * step] = ((bytes[2 * i] as number) << 8) | (bytes[2 * i + 1] as number);
    return;
  }
  const mask = (1 << depth) - 1;
  for (let i = 0; i < count; i++) {
    const bit = i * depth;
    samples[start + i * step] = ((bytes[bit >> 3] as number) >> (8 - depth - (bit & 7))) & mask;
  }
}

/** How often each sample occurs; as long as the largest needs. */
async function countSamples(samples: Uint8Array | Uint16Array, width: number): Promise<Float64Array> {
  const counts = new Float64Array(samples.BYTES_PER_ELEMENT === 1 ? 256 : 65_536);
  await eachRun(samples, width, (sample, start, end) => {
    counts[sample]! += end - start;
  });
  return counts.subarray(0, counts.findLastIndex((count) => count > 0) + 1);
}

/** Hands on the runs of equal samples, row by row, and lets the page do other things between rows. */
async function eachRun(
  samples: Uint8Array | Uint16Array,
  width: number,
  take: (sample: number, start: number, end: number) => void,
): Promise<void> {
  const scanner = new RunScanner(samples, width);
  const runs = emptyRuns(width);
  let work = 0;
  for (let start = 0; start < samples.length; start += width) {
    scanner.scan(start / width, runs);
    let from = start;
    for (let run = 0; run < runs.count; run++) {
      const end = start + (runs.ends[run] as number);
      take(runs.values[run] as number, from, end);
      from = end;
    }
    work += width + runs.count * workOfRun;
    if (work < workPerTurn) continue;
    work = 0;
    await pause();
  }
}

function shade({colorType, depth, palette, transparency}: PngFile, sample: number): Shade {
  if (colorType === colorTypes.palette) {
    const at = sample * 3;
    if (at >= palette.length) return {rgb: undefined, isTransparent: false};
    const [red, green, blue] = palette.subarray(at, at + 3) as unknown as [number, number, number];
    return {rgb: (red << 16) | (green << 8) | blue, isTransparent: (transparency[sample] ?? 255) < 128};
  }
  const grey = Math.round((sample * 255) / (2 ** depth - 1));
  const key =
    transparency.length >= 2 ? ((transparency[0] as number) << 8) | (transparency[1] as number) : -1;
  return {rgb: grey * 0x010101, isTransparent: sample === key};
}

/** The id of each sample that occurs. */
function idsOfSamples(
  counts: Float64Array,
  shadeOf: (sample: number) => Shade,
  colors: Colors,
  unknown: UnknownColors,
  isGrey: boolean,
): Uint16Array {
  const used = Array.from(counts.keys()).filter((sample) => counts[sample]);
  const shades = new Map(used.map((sample) => [sample, shadeOf(sample)]));
  const areIds = used.every((sample) => {
    const known = colors.colorOf(sample);
    const {rgb, isTransparent} = shades.get(sample) as Shade;
    // Shades of grey are ids when all of them are; a palette says which colours it means.
    return isTransparent || (isGrey ? known !== undefined : known === undefined || known === rgb);
  });
  const table = new Uint16Array(counts.length);
  for (const [sample, {rgb, isTransparent}] of shades) {
    const exact =
      areIds && colors.colorOf(sample) !== undefined ? sample : rgb !== undefined && colors.idOf(rgb);
    if (isTransparent) table[sample] = colors.background;
    else if (typeof exact === 'number') table[sample] = exact;
    else {
      const near = rgb === undefined ? undefined : colors.nearestTo(rgb);
      unknown.add(rgb ?? 0, counts[sample] as number, near);
      table[sample] = near ?? colors.background;
    }
  }
  return table;
}
