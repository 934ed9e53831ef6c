import {without, withAll} from '../../base/sets.js';
import {recordsOf} from '../../model/document.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import {done, refused, type ActContext, type Outcome} from '../act.js';
import {nameBoxes} from '../box-words.js';
import type {Drawing, DrawingState} from '../drawing.js';

/** Sets what is hidden. What nobody sees is not selected either, so that no key changes it unseen. */
function hide(drawing: Drawing, part: Partial<DrawingState>): void {
  drawing.set(part);
  const {selected, state} = drawing;
  const seen = selected.filter((record) => !drawing.isHidden(record));
  if (seen.length < state.selection.size) drawing.set({selection: new Set(seen.map(({id}) => id))});
}

function boxesOf({drawing}: ActContext): readonly BoxRecord[] {
  return recordsOf(drawing.editor.state.document, 'box');
}

const idsOf = (records: readonly BoxRecord[]): readonly RecordId[] => records.map(({id}) => id);

/** Hides boxes, those selected unless others are given; shows them when all of them are hidden already. */
export function toggleHidden(context: ActContext, given?: readonly BoxRecord[]): Outcome {
  const {drawing, words} = context;
  const records = given ?? drawing.selected;
  if (records.length === 0) return refused('nothing-selected', words.nothingSelected);
  const {hiddenIds} = drawing.state;
  const what = nameBoxes(context, records);
  if (records.every(({id}) => hiddenIds.has(id))) {
    hide(drawing, {hiddenIds: without(hiddenIds, idsOf(records))});
    return done(words.showed(what), records.length);
  }
  hide(drawing, {hiddenIds: withAll(hiddenIds, idsOf(records))});
  return done(words.hid(what), records.length);
}

/** Shows again whatever would hide new boxes with these labels, and gives a message with what was shown behind. */
export function showForNew(context: ActContext, labels: Iterable<string>, message: string): string {
  const {drawing, words} = context;
  const {isAllHidden, hiddenLabels} = drawing.state;
  const shown = [...new Set(labels)].filter((label) => hiddenLabels.has(label));
  drawing.set({isAllHidden: false, ...(shown.length > 0 && {hiddenLabels: without(hiddenLabels, shown)})});
  return [message, ...(isAllHidden ? [words.showedAll] : shown.map((label) => words.showed(label)))].join(
    ' ',
  );
}

/** Hides all boxes with a label, or shows them. */
export function toggleHiddenLabel(context: ActContext, label: string): Outcome {
  const {drawing, words} = context;
  const {hiddenLabels} = drawing.state;
  if (hiddenLabels.has(label)) {
    hide(drawing, {hiddenLabels: without(hiddenLabels, [label])});
    return done(words.showed(label));
  }
  hide(drawing, {hiddenLabels: withAll(hiddenLabels, [label])});
  return done(words.hid(label));
}

/** Hides all boxes for a moment, or ends that. What is selected stays selected. */
export function toggleAllHidden({drawing, words}: ActContext): Outcome {
  const isAllHidden = !drawing.state.isAllHidden;
  drawing.set({isAllHidden});
  return done(isAllHidden ? words.hidAll : words.showedAll);
}

/** Shows every box. */
export function showAll({drawing, words}: ActContext): Outcome {
  drawing.set({isAllHidden: false, hiddenIds: new Set(), hiddenLabels: new Set()});
  return done(words.showedAll);
}

/** Hides all boxes but these; shows all when only these are shown already. */
export function showOnly(context: ActContext, given?: readonly BoxRecord[]): Outcome {
  const {drawing, words} = context;
  const records = given ?? drawing.selected;
  if (records.length === 0) return refused('nothing-selected', words.nothingSelected);
  const kept = new Set(idsOf(records));
  const others = boxesOf(context).filter(({id}) => !kept.has(id));
  const isSo =
    others.length > 0 &&
    others.every((record) => drawing.isHidden(record)) &&
    records.every((record) => !drawing.isHidden(record));
  if (isSo) return showAll(context);
  const labels = records.map(({label}) => label);
  hide(drawing, {
    isAllHidden: false,
    hiddenIds: new Set(idsOf(others)),
    hiddenLabels: without(drawing.state.hiddenLabels, labels),
  });
  return done(words.onlyShown(nameBoxes(context, records)), records.length);
}

/** Hides the boxes of all other labels; shows all when only this label is shown already. */
export function showOnlyLabel(context: ActContext, label: string, labels: readonly string[]): Outcome {
  const {drawing, words} = context;
  const others = new Set([...labels, ...boxesOf(context).map((record) => record.label)]);
  others.delete(label);
  const {hiddenLabels} = drawing.state;
  const isSo =
    others.size > 0 && !hiddenLabels.has(label) && [...others].every((other) => hiddenLabels.has(other));
  if (isSo) return showAll(context);
  hide(drawing, {isAllHidden: false, hiddenLabels: others});
  return done(words.onlyShown(label));
}

/** Locks boxes, those selected unless others are given; unlocks them when all of them are locked already. */
export function toggleLocked(context: ActContext, given?: readonly BoxRecord[]): Outcome {
  const {drawing, words} = context;
  const records = given ?? drawing.selected;
  if (records.length === 0) return refused('nothing-selected', words.nothingSelected);
  const {lockedIds, lockedLabels} = drawing.state;
  const what = nameBoxes(context, records);
  if (records.some((record) => !drawing.isLocked(record))) {
    drawing.set({lockedIds: withAll(lockedIds, idsOf(records))});
    return done(words.locked(what), records.length);
  }
  const held = records.find(({label}) => lockedLabels.has(label));
  if (held) return refused('locked', words.isLockedByLabel(held.label));
  drawing.set({lockedIds: without(lockedIds, idsOf(records))});
  return done(words.unlocked(what), records.length);
}

/** Locks all boxes with a label, also those to come, or unlocks them. */
export function toggleLockedLabel({drawing, words}: ActContext, label: string): Outcome {
  const {lockedLabels} = drawing.state;
  if (lockedLabels.has(label)) {
    drawing.set({lockedLabels: without(lockedLabels, [label])});
    return done(words.unlocked(label));
  }
  drawing.set({lockedLabels: withAll(lockedLabels, [label])});
  return done(words.locked(label));
}
