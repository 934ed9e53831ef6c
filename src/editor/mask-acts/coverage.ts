import type {MaskBoard} from '../mask-board.js';

/** How much of the picture something covers. */
export interface Share {
  readonly pixels: number;
  /** 0 to 1. */
  readonly share: number;
}

/** How much each label covers, and what nobody has labelled, as of the last step (SEG-11). */
export interface Coverage {
  readonly byLabel: ReadonlyMap<string, Share>;
  readonly unlabelled: Share;
}

/** Every label of `labels` is in it, also those that cover nothing, and those that only the mask knows. */
export function coverage(board: MaskBoard, labels: readonly string[]): Coverage | undefined {
  const {map} = board;
  if (!map) return undefined;
  const total = map.width * map.height;
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const {number, label} of board.regions)
    counts.set(label, (counts.get(label) ?? 0) + board.countOf(number));
  const shareOf = (pixels: number): Share => ({pixels, share: total > 0 ? pixels / total : 0});
  return {
    byLabel: new Map([...counts].map(([label, pixels]) => [label, shareOf(pixels)])),
    unlabelled: shareOf(total - board.labelledCount),
  };
}
