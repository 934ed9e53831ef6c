import {unlabelledHatch} from './mask-looks.js';

/** CSS pixels after which the lines of a hatching come again, for the first eight kinds and for the others. */
const periods = [8, 14] as const;

/** Which pixels of a square of `period` device pixels a line of a hatching covers: 1, else 0. It is laid like tiles. */
export interface Hatch {
  readonly period: number;
  readonly cells: Uint8Array;
}

type Covers = (x: number, y: number, period: number, width: number) => boolean;

const within = (value: number, period: number): number => ((value % period) + period) % period;

/** From no hatching at all to the busiest; neighbours in a list of labels differ as much as they can. */
const kinds: readonly Covers[] = [
  () => true,
  (x, y, period, width) => within(x + y, period) < width,
  (x, y, period, width) => within(x - y, period) < width,
  (x, y, period, width) => Math.hypot(x - period / 2, y - period / 2) < width,
  (_x, y, _period, width) => y < width,
  (x, _y, _period, width) => x < width,
  (x, y, _period, width) => x < width || y < width,
  (x, y, period, width) => within(x + y, period) < width || within(x - y, period) < width,
];

/** The hatchings at a device pixel ratio, by their numbers. */
export function hatchesFor(ratio: number): readonly Hatch[] {
  const hatches = periods.flatMap((css) => kinds.map((covers) => hatch(covers, css, ratio)));
  // Large and coarse, so that no label's hatching is taken for it.
  hatches[unlabelledHatch] = hatch((x, y, period) => within(x + y, period) * 2 < period, 10, ratio);
  return hatches;
}

function hatch(covers: Covers, css: number, ratio: number): Hatch {
  const period = Math.max(2, Math.round(css * ratio));
  const width = Math.max(1, Math.round((css / 4) * ratio));
  const cells = new Uint8Array(period * period);
  for (let y = 0; y < period; y++)
    for (let x = 0; x < period; x++) cells[y * period + x] = covers(x, y, period, width) ? 1 : 0;
  return {period, cells};
}
