import type {ImagePoint} from '../../geometry/point.js';
import type {RegionRecord} from '../../model/record.js';
import {sweepBrush, type Brush} from '../../raster/brush.js';
import {Components} from '../../raster/components.js';
import {inOrder, without} from '../../raster/span-sets.js';
import {SpanList, type Spans} from '../../raster/spans.js';
import type {Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {presentRegions} from './changing.js';
import {piecesAt, splitInto} from './instances.js';

/** Too thin to leave a way through by the sides of pixels, and no thinner. */
const knife: Brush = {size: 1, shape: 'square'};

/**
 * Cuts an instance along a line, the selected or present one (INS-3). What hung together before and does not any more
 * becomes instances of its own; the largest piece, the pixels under the line and parts that the line does not touch
 * stay what they are.
 */
export function cutRegion(
  context: MaskContext,
  line: readonly ImagePoint[],
  given: RegionRecord | undefined = presentRegions(context)[0],
): Outcome {
  const under = pixelsUnder(line);
  return splitInto(context, given, (whole) => piecesOf(whole, under), context.words.isNotCut);
}

function pixelsUnder(line: readonly ImagePoint[]): Spans {
  const list = new SpanList();
  let from = line[0];
  for (const to of line) {
    if (from) sweepBrush(knife, from, to, list.add);
    from = to;
  }
  return inOrder(list.spans);
}

/** The pieces that come off, each as its pixels: all but the largest of what was one part. */
function piecesOf(whole: Spans, line: Spans): readonly Spans[] {
  const before = new Components(whole);
  const after = new Components(without(whole, line));
  const seen = new Set<number>();
  // The largest come first.
  const others = after.areas().filter(({at: {x, y}}) => {
    const part = before.partAt(Math.floor(x), Math.floor(y));
    const isFirst = !seen.has(part);
    seen.add(part);
    return !isFirst;
  });
  return piecesAt(after, others);
}
