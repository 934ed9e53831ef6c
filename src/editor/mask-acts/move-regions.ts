import type {Point, Size} from '../../geometry/point.js';
import type {RegionRecord} from '../../model/record.js';
import type {PixelBox} from '../../raster/pixel-box.js';
import {spansOfNumber} from '../../raster/region-spans.js';
import {boundsOfSpans, eachSpan} from '../../raster/spans.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {paintRule, strokeOver} from '../mask-rules.js';
import {nameRegions} from '../mask-words.js';
import {changing, numbersOf, selectedRegions, tellLeftOut} from './changing.js';

/**
 * Moves the pixels of regions by whole pixels of the stored grid, as far as the picture goes. They replace what is
 * there, unless the mode or a lock forbids it: what finds no place stays nobody's. Moves that follow each other fast
 * become one step.
 */
export function moveRegions(
  context: MaskContext,
  by: Point,
  given: readonly RegionRecord[] = selectedRegions(context),
): Outcome {
  const {board, words, language} = context;
  const which = changing(context, given);
  const {map} = board;
  if ('done' in which) return which;
  if (!map) return refused('no-picture', words.noPicture);
  const numbers = numbersOf(which.regions);
  const found = which.regions.map((region) => ({region, spans: spansOfNumber(map, region.number)}));
  const bounds = found.flatMap(({spans}) => boundsOfSpans(spans) ?? []);
  if (bounds.length === 0) return refused('nothing-there', words.nothingChanged);
  const {x, y} = reachableMove(by, bounds, map);
  if (x === 0 && y === 0) return refused('unchanged', words.isAtBorder);
  const what = nameRegions(context, which.regions);
  const stroke = strokeOver(context, 'nothing', numbers);
  if ('done' in stroke) return stroke;
  for (const {spans} of found) eachSpan(spans, stroke.write);
  for (const {region, spans} of found) {
    stroke.turnTo(region, paintRule(board, board.state.mode, undefined));
    eachSpan(spans, (row, start, end) => stroke.write(row + y, start + x, end + x));
  }
  const pixelsNow = (): number => numbers.reduce((sum, number) => sum + board.countOf(number), 0);
  const before = pixelsNow();
  const tell = (gone: readonly RegionRecord[]): Outcome => {
    const lost = before - pixelsNow();
    const moved = words.moved(what);
    const message = lost > 0 ? `${moved} ${words.lost(words.pixels(lost, language))}` : moved;
    return done(tellLeftOut(context, message, which.leftOut, gone), numbers.length);
  };
  return stroke.commit(
    context,
    words.stepMove(what),
    tell,
    () => refused('unchanged', words.nothingChanged),
    `move ${numbers.join(' ')}`,
  );
}

/** As much of a move by whole pixels as leaves everything in the picture. */
export function reachableMove({x, y}: Point, bounds: readonly PixelBox[], {width, height}: Size): Point {
  return {
    x: within(x, bounds, 'left', 'right', width),
    y: within(y, bounds, 'top', 'bottom', height),
  };
}

/** How far all of them can go one way. */
function within<Side extends 'left' | 'top' | 'right' | 'bottom'>(
  by: number,
  bounds: readonly Readonly<Record<Side, number>>[],
  first: Side,
  last: Side,
  size: number,
): number {
  const least = Math.min(...bounds.map((box) => box[first]));
  const most = Math.max(...bounds.map((box) => box[last]));
  return Math.max(-least, Math.min(size - most, Math.round(by)));
}
