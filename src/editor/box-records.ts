import type {Box} from '../geometry/box.js';
import {create, remove, type Change} from '../model/change.js';
import {nextOrder, type AnnotationDocument} from '../model/document.js';
import type {BoxRecord, RecordId} from '../model/record.js';
import type {EditorState} from './editor.js';

/** What a new box is made of. */
export type NewBox = Pick<BoxRecord, 'label' | 'box' | 'attributes' | 'isSuggestion'>;

const prefix = 'box-';

/** The number of an id such as `box-12`; −1 for others. */
function numberOf(id: RecordId): number {
  if (!id.startsWith(prefix)) return -1;
  const number = Number(id.slice(prefix.length));
  return Number.isSafeInteger(number) ? number : -1;
}

/** The first number no box has, nor had in what can be undone, redone or restored. */
function freeNumber({opened, document, history}: EditorState): number {
  let highest = -1;
  for (const id of opened.records.keys()) highest = Math.max(highest, numberOf(id));
  for (const id of document.records.keys()) highest = Math.max(highest, numberOf(id));
  for (const steps of [history.done, history.undone]) {
    for (const {changes} of steps) {
      for (const {id} of changes) highest = Math.max(highest, numberOf(id));
    }
  }
  return highest + 1;
}

/** The place after all records that are there, or that were there and can be restored. */
export function freeOrder({opened, document}: EditorState): number {
  return Math.max(nextOrder(opened), nextOrder(document));
}

/** Records for new boxes, in that order, after all others. */
export function newBoxes(state: EditorState, given: readonly NewBox[]): readonly BoxRecord[] {
  const number = freeNumber(state);
  const order = freeOrder(state);
  return given.map(({label, box, attributes, isSuggestion}, index) => ({
    id: `${prefix}${number + index}`,
    kind: 'box',
    order: order + index,
    label,
    box,
    ...(attributes && {attributes}),
    ...(isSuggestion && {isSuggestion}),
  }));
}

/** The changes that make records. Where there are boxes, “nothing to label” is taken back in the same step. */
export function createBoxes(document: AnnotationDocument, records: readonly BoxRecord[]): readonly Change[] {
  return records.length === 0 ? [] : [...takeNothingBack(document), ...records.map(create)];
}

/** The change that takes “nothing to label” back, if that was said. */
export function takeNothingBack(document: AnnotationDocument): readonly Change[] {
  return [...document.records.values()].filter(({kind}) => kind === 'nothing').map(remove);
}

/** A record whose box somebody moved or resized: neither as it was read nor a suggestion any more. */
export function withBox(
  {read: _read, isSuggestion: _isSuggestion, ...record}: BoxRecord,
  box: Box,
): BoxRecord {
  return {...record, box};
}

/** A record that somebody has agreed to. */
export function accepted({isSuggestion: _isSuggestion, ...record}: BoxRecord): BoxRecord {
  return record;
}
