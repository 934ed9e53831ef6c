import type {RegionRecord} from '../../model/record.js';
import type {Spans} from '../../raster/spans.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {paintRule, ruleOf, strokeOver} from '../mask-rules.js';
import {nameRegions} from '../mask-words.js';
import type {FixUp} from '../mask-work.js';
import {changing, presentRegions, tellLeftOut} from './changing.js';
import {withMask} from './with-mask.js';

/**
 * Corrects the pixels of regions, those selected or painted now unless others are given: fills holes, removes islands,
 * grows or shrinks them by a pixel. What is added keeps to the mode: `behind` grows over nobody.
 */
export async function fixUp(
  context: MaskContext,
  how: FixUp,
  given: readonly RegionRecord[] = presentRegions(context),
): Promise<Outcome> {
  const {words, work} = context;
  const which = changing(context, given);
  if ('done' in which) return which;
  const {mode} = context.board.state;
  const name = nameOf(context, how, nameRegions(context, which.regions));
  return withMask(
    context,
    (mask, signal) => Promise.all(which.regions.map(({number}) => work.fixUp(mask, number, how, signal))),
    (found) => {
      const still = changing(context, which.regions);
      if ('done' in still) return still;
      return apply(context, how, mode, name, which.regions, found, which.leftOut);
    },
  ).then((outcome) =>
    !outcome.done && outcome.reason === 'unchanged' ? refused('unchanged', words.nothingToFix) : outcome,
  );
}

function apply(
  context: MaskContext,
  how: FixUp,
  mode: MaskContext['board']['state']['mode'],
  name: string,
  regions: readonly RegionRecord[],
  found: readonly Spans[],
  leftOut: number,
): Outcome {
  const {board, words, language} = context;
  const adds = how.kind === 'fill-holes' || how.kind === 'grow';
  const stroke = strokeOver(context, 'nothing', []);
  if ('done' in stroke) return stroke;
  for (const [index, region] of regions.entries()) {
    if (adds) stroke.turnTo(region, paintRule(board, mode, undefined));
    else stroke.turnTo('nothing', ruleOf(board, [region.number]));
    stroke.paint(found[index] ?? new Int32Array());
  }
  const before = regions.reduce((sum, {number}) => sum + board.countOf(number), 0);
  return stroke.commit(
    context,
    name,
    (gone) => {
      const count = Math.abs(regions.reduce((sum, {number}) => sum + board.countOf(number), 0) - before);
      const pixels = words.pixels(count, language);
      const message = adds ? words.fixedMore(pixels) : words.fixedLess(pixels);
      return done(tellLeftOut(context, message, leftOut, gone), count);
    },
    () => refused('unchanged', words.nothingToFix),
  );
}

function nameOf({words}: MaskContext, {kind}: FixUp, what: string): string {
  switch (kind) {
    case 'fill-holes':
      return words.stepFillHoles(what);
    case 'remove-islands':
      return words.stepRemoveIslands(what);
    case 'grow':
      return words.stepGrow(what);
    case 'shrink':
      return words.stepShrink(what);
  }
}
