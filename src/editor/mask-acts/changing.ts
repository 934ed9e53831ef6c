import {recordsOf} from '../../model/document.js';
import type {RegionRecord} from '../../model/record.js';
import type {SpanSink} from '../../raster/spans.js';
import {eachRun, tileBox} from '../../raster/tiles.js';
import {refused, type Outcome} from '../act.js';
import {withGone} from '../commit-stroke.js';
import type {MaskBoard} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';
import {isProtected, refusedFor, refusedNow} from '../mask-rules.js';

/** The selected regions, in the order they were selected. */
export function selectedRegions({board}: MaskContext): readonly RegionRecord[] {
  return [...board.state.selection].flatMap((number) => board.region(number) ?? []);
}

/** The selected regions, else that which is painted now: the present instance, or the active label's region. */
export function presentRegions(context: MaskContext): readonly RegionRecord[] {
  const {board} = context;
  const selected = selectedRegions(context);
  if (selected.length > 0) return selected;
  const {instance, label} = board.state;
  const present = board.hasInstances
    ? instance !== undefined && board.region(instance)
    : board.regions.find((region) => region.label === label);
  return present ? [present] : [];
}

/** Those of the regions that an act may change, and how many it leaves out because they are locked or hidden. */
export interface Changing {
  readonly regions: readonly RegionRecord[];
  readonly leftOut: number;
}

/** Which regions an act changes, or why it changes none. */
export function changing(context: MaskContext, given: readonly RegionRecord[]): Changing | Outcome {
  const {board, words} = context;
  const no = refusedNow(context);
  if (no) return no;
  const [first] = given;
  if (!first) return refused('nothing-selected', words.nothingSelected);
  const regions = given.filter(({number}) => !isProtected(board, number));
  if (regions.length > 0) return {regions, leftOut: given.length - regions.length};
  return refusedFor(context, first) ?? refused('locked', words.nothingFree);
}

/** A sentence with what was left out, and what vanished. */
export function tellLeftOut(
  context: MaskContext,
  message: string,
  leftOut: number,
  gone: readonly RegionRecord[] = [],
): string {
  const {words, language} = context;
  return withGone(context, leftOut > 0 ? `${message} ${words.leftOut(leftOut, language)}` : message, gone);
}

export function numbersOf(regions: readonly RegionRecord[]): readonly number[] {
  return regions.map(({number}) => number);
}

/** Hands on every row of the tiles in which pixels of these numbers are: all of them, with others around. */
export function eachRowAround(board: MaskBoard, numbers: readonly number[], sink: SpanSink): void {
  const {map} = board;
  if (!map) return;
  const wanted = new Set(numbers);
  for (const tile of recordsOf(board.editor.state.document, 'tile')) {
    let isThere = false;
    eachRun(tile.runs, (number) => (isThere ||= wanted.has(number)));
    if (!isThere) continue;
    const {left, top, right, bottom} = tileBox(tile, map);
    for (let y = top; y < bottom; y++) sink(y, left, right);
  }
}
