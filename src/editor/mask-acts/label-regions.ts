import {replace} from '../../model/change.js';
import type {RegionRecord} from '../../model/record.js';
import {commitStep, done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {refusedFor, refusedNow, regionFor, strokeOver} from '../mask-rules.js';
import {nameRegions} from '../mask-words.js';
import {
  changing,
  eachRowAround,
  numbersOf,
  presentRegions,
  selectedRegions,
  tellLeftOut,
} from './changing.js';

/**
 * What choosing a label means now: the label of the selected regions or of the present instance, which stays the same
 * thing (INS-1); else the label that is painted from now on.
 */
export function chooseLabel(context: MaskContext, label: string): Outcome {
  const {board, words} = context;
  const {tool, selection, instance} = board.state;
  if (tool === 'select' && selection.size > 0) return relabel(context, label, selectedRegions(context));
  const present = board.hasInstances && instance !== undefined ? board.region(instance) : undefined;
  if (present && present.label !== label) return relabel(context, label, [present]);
  board.set({label});
  return done(words.nextLabel(label), 0);
}

/** Gives regions another label, those selected or painted now unless others are given. */
export function relabel(context: MaskContext, label: string, given?: readonly RegionRecord[]): Outcome {
  const {board, words} = context;
  const which = changing(context, given ?? presentRegions(context));
  if ('done' in which) return which;
  const regions = which.regions.filter((region) => region.label !== label);
  if (regions.length === 0) return refused('unchanged', words.isThatAlready(label));
  const no = refusedFor(context, {number: 0, label});
  if (no) return no;
  const what = nameRegions(context, regions);
  const outcome =
    board.hasInstances || isSimple(context, label, regions)
      ? relabelRecords(context, label, regions, what)
      : mergeIntoLabel(context, label, regions, what);
  if (!outcome.done) return outcome;
  board.set({label});
  return {...outcome, message: tellLeftOut(context, outcome.message, which.leftOut)};
}

/** A label of a semantic mask has one region: only one that nobody has can be given to one region as it is. */
function isSimple({board}: MaskContext, label: string, regions: readonly RegionRecord[]): boolean {
  return regions.length === 1 && board.regions.every((region) => region.label !== label);
}

function relabelRecords(
  context: MaskContext,
  label: string,
  regions: readonly RegionRecord[],
  what: string,
): Outcome {
  const {words} = context;
  const changes = regions.map((region) => replace(region, {...region, label}));
  return commitStep(context, words.stepRelabel(what, label), changes, () =>
    done(words.relabelled(what, label), regions.length),
  );
}

function mergeIntoLabel(
  context: MaskContext,
  label: string,
  regions: readonly RegionRecord[],
  what: string,
): Outcome {
  const {board, words} = context;
  const target = regionFor(context, label);
  if ('done' in target) return target;
  const no = 'kind' in target ? refusedFor(context, target) : undefined;
  if (no) return no;
  const numbers = numbersOf(regions);
  const stroke = strokeOver(context, target, numbers);
  if ('done' in stroke) return stroke;
  eachRowAround(board, numbers, stroke.write);
  return stroke.commit(
    context,
    words.stepRelabel(what, label),
    () => done(words.relabelled(what, label), regions.length),
    () => refused('unchanged', words.nothingChanged),
  );
}

/** Everything with one label gets the other and the other way round, as one step. */
export function swapLabels(context: MaskContext, a: string, b: string): Outcome {
  const {board, words} = context;
  const no = refusedNow(context);
  if (no) return no;
  const regions = board.regions.filter(({label}) => label === a || label === b);
  if (regions.length === 0 || a === b) return refused('nothing-there', words.nothingToSwap(a, b));
  for (const target of [...regions, {number: 0, label: a}, {number: 0, label: b}]) {
    const refusal = refusedFor(context, target);
    if (refusal) return refusal;
  }
  const changes = regions.map((region) => replace(region, {...region, label: region.label === a ? b : a}));
  return commitStep(context, words.stepSwap(a, b), changes, () => done(words.swapped(a, b), regions.length));
}
