import {sameBox, type Box} from '../../geometry/box.js';
import {replace} from '../../model/change.js';
import type {BoxRecord} from '../../model/record.js';
import {commitStep, done, refused, type ActContext, type Outcome} from '../act.js';
import {withBox} from '../box-records.js';
import {nameBoxes, toldBox} from '../box-words.js';

/** Boxes that an act may change, and how many it may not. */
export interface Editable {
  readonly records: readonly BoxRecord[];
  readonly lockedCount: number;
}

/** Parts boxes into those that may be changed and those that are locked. */
export function editable({drawing}: ActContext, records: readonly BoxRecord[]): Editable {
  const free = records.filter((record) => !drawing.isLocked(record));
  return {records: free, lockedCount: records.length - free.length};
}

/** The selected boxes that an act may change, or why there are none. What nobody sees is not changed by a key. */
export function editableSelection(context: ActContext): Editable | Outcome {
  const {drawing, words} = context;
  const {selected} = drawing;
  if (selected.length === 0) return refused('nothing-selected', words.nothingSelected);
  const hidden = refusedAsHidden(context, selected);
  if (hidden) return hidden;
  const parted = editable(context, selected);
  return parted.records.length > 0 ? parted : refusedAsLocked(context, selected);
}

export function refusedAsLocked(context: ActContext, records: readonly BoxRecord[]): Outcome {
  return refused('locked', context.words.isLocked(nameBoxes(context, records)));
}

/** Why boxes may not be changed unseen; nothing when all of them are shown. */
export function refusedAsHidden(context: ActContext, records: readonly BoxRecord[]): Outcome | undefined {
  const {drawing, words, language} = context;
  const hidden = records.filter((record) => drawing.isHidden(record));
  if (hidden.length === 0) return undefined;
  return refused('hidden', words.areHidden(nameBoxes(context, hidden), hidden.length, language));
}

/** The sentence of an act, with what it left out because it is locked. */
export function withLeftOut({words, language}: ActContext, message: string, lockedCount: number): string {
  return lockedCount > 0 ? words.leftOut(message, lockedCount, language) : message;
}

/**
 * Puts boxes where `place` says, as one step. Boxes that end where they were stay as they are, so that what was read
 * from a manifest goes out unchanged.
 */
export function placeBoxes(
  context: ActContext,
  {records, lockedCount}: Editable,
  place: (record: BoxRecord) => Box,
  kind: 'move' | 'resize' | 'fit',
  mergeKey?: string,
): Outcome {
  const {words} = context;
  const moved = records.flatMap((record) => {
    const box = place(record);
    return sameBox(box, record.box) ? [] : [replace(record, withBox(record, box))];
  });
  if (moved.length === 0) return refused('unchanged', words.isUnchanged);
  const changed = moved.map(({after}) => after as BoxRecord);
  const what = nameBoxes(context, changed);
  const step = {move: words.stepMove, resize: words.stepResize, fit: words.stepFit}[kind](what);
  const tell = (): Outcome =>
    done(withLeftOut(context, placedMessage(context, changed, what, kind), lockedCount), moved.length);
  return commitStep(context, step, moved, tell, mergeKey);
}

function placedMessage(
  context: ActContext,
  records: readonly BoxRecord[],
  what: string,
  kind: 'move' | 'resize' | 'fit',
): string {
  const {words} = context;
  const [only] = records;
  if (kind === 'fit') return words.fitted(what);
  if (!only || records.length > 1)
    return kind === 'move' ? words.movedSeveral(what) : words.resizedSeveral(what);
  const {left, top, width, height} = toldBox(context, only.box);
  return kind === 'move' ? words.moved(what, left, top) : words.resized(what, width, height, left, top);
}
