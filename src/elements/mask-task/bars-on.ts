import type {Size} from '../../geometry/point.js';

/** How the bars lie over a stage. */
export interface Bars {
  /** Everything in one line, with the settings of the tools and the bar of the viewer folded away. */
  readonly isCompact: boolean;
  /** What they take at the top of the stage, in CSS pixels. The picture is fitted below them. */
  readonly roomAbove: number;
}

/** From this width on, in CSS pixels, the tools and their settings stand in one line. */
const oneLine = 860;
/** Below this width or height, in CSS pixels, two lines would take too much of the picture. */
const small: Size = {width: 520, height: 360};

/** Above, below and between the bars, and how high one is: for a mouse, and for fingers. */
const margin = {above: 10, below: 8, between: 6} as const;
const heights = {fine: 38, coarse: 52} as const;

/** How the bars lie over a stage of some size. It is the same for all tools: the picture must not jump. */
export function barsOn({width, height}: Size, {isCoarse}: {readonly isCoarse: boolean}): Bars {
  const isCompact = width < small.width || height < small.height;
  const lines = isCompact || width >= oneLine ? 1 : 2;
  const bars = lines * (isCoarse ? heights.coarse : heights.fine) + (lines - 1) * margin.between;
  return {isCompact, roomAbove: margin.above + bars + margin.below};
}
