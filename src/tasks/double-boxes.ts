import type {BoxRecord} from '../model/record.js';

/** Boxes that share this much of the area they cover together are probably one thing boxed twice. */
const alike = 0.95;

/** Pairs looked at before the search is given up: it only advises, and must never be felt. */
const mostLooks = 10_000_000;

/**
 * Pairs of boxes with the same label that are nearly the same (intersection over union of 0.95 or more); the second
 * of a pair is the older one. Each box is reported once at most.
 *
 * Two boxes so much alike differ at their left edges by at most 5 % of their widths. So the boxes are swept by their
 * left edges, and each is compared with the few that begin right after it.
 */
export function doubles(boxes: readonly BoxRecord[]): readonly (readonly [BoxRecord, BoxRecord])[] {
  const sorted = [...boxes].sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top);
  const lefts = Float64Array.from(sorted, ({box}) => box.left);
  const tops = Float64Array.from(sorted, ({box}) => box.top);
  const widths = Float64Array.from(sorted, ({box}) => box.width);
  const heights = Float64Array.from(sorted, ({box}) => box.height);
  const pairs: [BoxRecord, BoxRecord][] = [];
  const reported = new Set<BoxRecord>();
  let looks = 0;
  for (let i = 0; i < sorted.length && looks < mostLooks; i++) {
    const farthest = (lefts[i] as number) + (1 - alike) * (widths[i] as number);
    const top = tops[i] as number;
    const reach = (1 / alike - 1) * (heights[i] as number);
    for (let j = i + 1; j < sorted.length && (lefts[j] as number) <= farthest; j++) {
      if (++looks >= mostLooks) break;
      if (Math.abs((tops[j] as number) - top) > reach) continue;
      const [a, b] = [sorted[i] as BoxRecord, sorted[j] as BoxRecord];
      if (a.label !== b.label || !isAlike(i, j)) continue;
      const [older, newer] = a.order < b.order ? [a, b] : [b, a];
      if (!reported.has(newer)) pairs.push([newer, older]);
      reported.add(newer);
      // Of a heap of equal boxes each is told of once, not with every other.
      break;
    }
  }
  return pairs;

  function isAlike(i: number, j: number): boolean {
    const width = Math.min(edge(lefts, widths, i), edge(lefts, widths, j)) - (lefts[j] as number);
    const height =
      Math.min(edge(tops, heights, i), edge(tops, heights, j)) -
      Math.max(tops[i] as number, tops[j] as number);
    if (width <= 0 || height <= 0) return false;
    const shared = width * height;
    return shared >= alike * (area(i) + area(j) - shared);
  }

  function area(i: number): number {
    return (widths[i] as number) * (heights[i] as number);
  }
}

function edge(starts: Float64Array, lengths: Float64Array, i: number): number {
  return (starts[i] as number) + (lengths[i] as number);
}
