import type {ImagePoint} from '../../geometry/point.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {nameRegions} from '../mask-words.js';

/** Paints on with what is under a place: its label and, where things are told apart, that very thing (SEG-5). */
export function pickAt(context: MaskContext, at: ImagePoint): Outcome {
  const {board, words} = context;
  const region = board.region(board.numberAt(at));
  if (!region || board.isHidden(region.number)) return refused('nothing-there', words.nothingToPick);
  board.set({label: region.label, ...(board.hasInstances && {instance: region.number})});
  return done(words.picked(nameRegions(context, [region])), 0);
}
