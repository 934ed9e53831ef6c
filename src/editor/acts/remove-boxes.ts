import {create, remove, replace} from '../../model/change.js';
import {recordsOf} from '../../model/document.js';
import type {BoxRecord, NothingRecord, RecordId} from '../../model/record.js';
import {commitStep, done, refused, type ActContext, type Outcome} from '../act.js';
import {freeOrder, takeNothingBack} from '../box-records.js';
import {countBoxes, nameBoxes} from '../box-words.js';
import {editable, editableSelection, refusedAsLocked, withLeftOut} from './change-boxes.js';

/** Deletes boxes, those selected unless others are given. It asks nothing: undo is the safety (EDIT-3). */
export function deleteBoxes(context: ActContext, given?: readonly BoxRecord[]): Outcome {
  const {drawing, words, language} = context;
  const deleting = given ? editable(context, given) : editableSelection(context);
  if ('done' in deleting) return deleting;
  const {records, lockedCount} = deleting;
  if (records.length === 0) {
    return lockedCount > 0
      ? refusedAsLocked(context, given ?? [])
      : refused('nothing-selected', words.nothingSelected);
  }
  const what = nameBoxes(context, records);
  return commitStep(context, words.stepDelete(what), records.map(remove), () => {
    const message = words.deleted(what, countBoxes(drawing.editor.state.document), language);
    return done(withLeftOut(context, message, lockedCount), records.length);
  });
}

/**
 * Says that there is nothing to label, or takes that back. Where there are boxes it refuses and says so, until it is
 * called with `removesBoxes`; then the boxes go in the same step, locked and hidden ones too.
 */
export function toggleNothing(context: ActContext, removesBoxes = false): Outcome {
  const {drawing, words, language} = context;
  const {document} = drawing.editor.state;
  const back = takeNothingBack(document);
  if (back.length > 0) {
    return commitStep(context, words.stepNotNothing, back, () => done(words.nothingOff, 0));
  }
  const boxes = recordsOf(document, 'box');
  if (boxes.length > 0 && !removesBoxes)
    return refused('has-boxes', words.askNothing(boxes.length, language));
  const nothing: NothingRecord = {id: 'nothing', kind: 'nothing', order: freeOrder(drawing.editor.state)};
  const changes = [...boxes.map(remove), create(nothing)];
  return commitStep(context, words.stepNothing, changes, () => done(words.nothingOn, boxes.length));
}

/** Puts boxes back to what the item was opened with, whether they were changed or removed since (VER-2). */
export function restoreBoxes(context: ActContext, ids: Iterable<RecordId>): Outcome {
  const {drawing, words} = context;
  const {opened, document} = drawing.editor.state;
  const given = [...ids].flatMap((id) => {
    const record = opened.records.get(id);
    return record?.kind === 'box' && document.records.get(id) !== record ? [record] : [];
  });
  if (given.length === 0) return refused('nothing-there', words.nothingToRestore);
  const {records, lockedCount} = editable(context, given);
  if (records.length === 0) return refusedAsLocked(context, given);
  const what = nameBoxes(context, records);
  const changes = records.map((record) => {
    const present = document.records.get(record.id);
    return present ? replace(present, record) : create(record);
  });
  const message = withLeftOut(context, words.restored(what), lockedCount);
  return commitStep(context, words.stepRestore(what), [...takeNothingBack(document), ...changes], () =>
    done(message, records.length),
  );
}
