import type {Size} from '../geometry/point.js';

/** The edges in a part of a picture. */
export interface Edges extends Size {
  /** 0 to 1: how strong the edge at each pixel is, beside the strongest ones here. */
  readonly strength: Float32Array;
  /** The direction across the edge, from dark to light, of length 1; 0 where there is none. */
  readonly acrossX: Float32Array;
  readonly acrossY: Float32Array;
  /** 1 on the crest of an edge: neither neighbour across it is stronger. */
  readonly isCrest: Uint8Array;
}

/**
 * What counts as full strength: that of the few strongest pixels where edges are many, but where they are rare at least
 * half of the very strongest. So a glaring edge does not hide all others, and noise is never taken for one.
 */
const [few, rarest] = [0.97, 0.999];
/** Weaker than this is noise rather than an edge. */
const noticeable = 0.08;

/** Finds edges: where red, green or blue changes most, after a little smoothing. */
export function edgesOf(words: Uint32Array, {width, height}: Size): Edges {
  const strength = new Float32Array(words.length);
  const acrossX = new Float32Array(words.length);
  const acrossY = new Float32Array(words.length);
  for (const shift of [0, 8, 16]) {
    const channel = smoothed(words, shift, width, height);
    for (let y = 0, at = 0; y < height; y++) {
      const up = y > 0 ? -width : 0;
      const down = y < height - 1 ? width : 0;
      for (let x = 0; x < width; x++, at++) {
        const left = x > 0 ? -1 : 0;
        const right = x < width - 1 ? 1 : 0;
        const dx = (channel[at + right] as number) - (channel[at + left] as number);
        const dy = (channel[at + down] as number) - (channel[at + up] as number);
        const change = dx * dx + dy * dy;
        if (change <= (strength[at] as number)) continue;
        strength[at] = change;
        acrossX[at] = dx;
        acrossY[at] = dy;
      }
    }
  }
  for (let at = 0; at < strength.length; at++) {
    const length = Math.sqrt(strength[at] as number);
    strength[at] = length;
    if (length === 0) continue;
    acrossX[at]! /= length;
    acrossY[at]! /= length;
  }
  const full = Math.max(1, quantile(strength, few), quantile(strength, rarest) / 2);
  for (let at = 0; at < strength.length; at++) strength[at] = Math.min(1, strength[at]! / full);
  return {
    width,
    height,
    strength,
    acrossX,
    acrossY,
    isCrest: crests(strength, acrossX, acrossY, {width, height}),
  };
}

/** One colour, each pixel with its neighbours: 1 2 1 in both directions. */
function smoothed(words: Uint32Array, shift: number, width: number, height: number): Float32Array {
  const rows = new Float32Array(words.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const here = ((words[at] as number) >>> shift) & 255;
      const left = x > 0 ? ((words[at - 1] as number) >>> shift) & 255 : here;
      const right = x < width - 1 ? ((words[at + 1] as number) >>> shift) & 255 : here;
      rows[at] = left + 2 * here + right;
    }
  }
  const result = new Float32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const here = rows[at] as number;
    const above = at >= width ? (rows[at - width] as number) : here;
    const below = at + width < rows.length ? (rows[at + width] as number) : here;
    result[at] = (above + 2 * here + below) / 16;
  }
  return result;
}

function quantile(values: Float32Array, share: number): number {
  const counts = new Int32Array(512);
  for (const value of values) counts[Math.min(511, Math.floor(value))]! += 1;
  let left = values.length * (1 - share);
  let bin = 511;
  while (bin > 0 && (left -= counts[bin] as number) > 0) bin--;
  return bin;
}

function crests(
  strength: Float32Array,
  acrossX: Float32Array,
  acrossY: Float32Array,
  {width, height}: Size,
): Uint8Array {
  const isCrest = new Uint8Array(strength.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const here = strength[at] as number;
      if (here < noticeable) continue;
      const step = Math.round(acrossX[at] as number) + Math.round(acrossY[at] as number) * width;
      if (here >= (strength[at + step] as number) && here > (strength[at - step] as number)) isCrest[at] = 1;
    }
  }
  return isCrest;
}
