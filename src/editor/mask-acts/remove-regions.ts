import {create, remove} from '../../model/change.js';
import {nextOrder, recordsOf} from '../../model/document.js';
import type {NothingRecord, RegionRecord} from '../../model/record.js';
import {commitStep, done, refused, type Outcome} from '../act.js';
import {takeNothingBack} from '../box-records.js';
import type {MaskContext} from '../mask-context.js';
import {refusedNow, strokeOver} from '../mask-rules.js';
import {nameRegions} from '../mask-words.js';
import {changing, eachRowAround, numbersOf, selectedRegions, tellLeftOut} from './changing.js';

/** Takes away all pixels of regions, those selected unless others are given. It asks nothing: undo is the safety. */
export function deleteRegions(context: MaskContext, given?: readonly RegionRecord[]): Outcome {
  const {board, words} = context;
  const which = changing(context, given ?? selectedRegions(context));
  if ('done' in which) return which;
  const what = nameRegions(context, which.regions);
  const numbers = numbersOf(which.regions);
  const stroke = strokeOver(context, 'nothing', numbers);
  if ('done' in stroke) return stroke;
  eachRowAround(board, numbers, stroke.write);
  return stroke.commit(
    context,
    words.stepDelete(what),
    () => done(tellLeftOut(context, words.deleted(what), which.leftOut), numbers.length),
    () => refused('unchanged', words.nothingChanged),
  );
}

/** Takes away everything that is neither locked nor hidden. */
export function clearAll(context: MaskContext): Outcome {
  const {board, words} = context;
  const {regions} = board;
  if (regions.length === 0) return refusedNow(context) ?? refused('nothing-there', words.nothingLabelled);
  return deleteRegions(context, regions);
}

/**
 * Says that there is nothing to label, or takes that back. Where something is labelled it refuses and says so, until
 * it is called with `removesAll`; then everything goes in the same step, locked and hidden too.
 */
export function toggleNothing(context: MaskContext, removesAll = false): Outcome {
  const {board, words, isReadonly} = context;
  if (isReadonly) return refused('read-only', words.isReadonly);
  if (board.stroke) return refused('busy', words.isPainting);
  const {document} = board.editor.state;
  const back = takeNothingBack(document);
  if (back.length > 0)
    return commitStep(context, words.stepNotNothing, back, () => done(words.nothingOff, 0));
  const {regions} = board;
  if (regions.length > 0 && !removesAll)
    return refused('has-regions', words.askNothing(regions.length, context.language));
  const nothing: NothingRecord = {id: 'nothing', kind: 'nothing', order: nextOrder(document)};
  const gone = [...regions, ...recordsOf(document, 'tile')];
  const changes = [...gone.map(remove), create(nothing)];
  return commitStep(context, words.stepNothing, changes, () => done(words.nothingOn, regions.length));
}
