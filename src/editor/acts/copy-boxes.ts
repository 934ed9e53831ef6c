import {sameBox, type Box} from '../../geometry/box.js';
import {directionIn} from '../../geometry/box-orientation.js';
import {movedInto, moveWithin, onLattice} from '../../geometry/box-in-picture.js';
import type {Frame} from '../../geometry/view.js';
import type {Point} from '../../geometry/point.js';
import {remove} from '../../model/change.js';
import type {BoxRecord} from '../../model/record.js';
import {commitStep, done, refused, type ActContext, type Outcome} from '../act.js';
import {createBoxes, newBoxes, type NewBox} from '../box-records.js';
import {nameBoxes} from '../box-words.js';
import {editableSelection, withLeftOut} from './change-boxes.js';
import {showForNew} from './show-boxes.js';

/** Boxes taken along to another place or another item. Plain data; positions are those of the picture they came from. */
export interface BoxClipboard {
  readonly boxes: readonly NewBox[];
}

/** What copying gives: nothing to paste when it was refused. */
export interface Copied {
  readonly outcome: Outcome;
  readonly clipboard?: BoxClipboard;
}

/** How far a duplicate is from its original, in CSS pixels (EDIT-2). */
const duplicateOffset = 10;

/** How often a copy is moved on to find a free place. */
const mostOffsets = 100;

function copyOf({label, box, attributes}: NewBox): NewBox {
  return {label, box, ...(attributes && {attributes})};
}

/** Copies the selected boxes. */
export function copyBoxes(context: ActContext): Copied {
  const {drawing, words} = context;
  const {selected} = drawing;
  if (selected.length === 0) return {outcome: refused('nothing-selected', words.nothingSelected)};
  const outcome = done(words.copied(nameBoxes(context, selected)), selected.length);
  return {outcome, clipboard: {boxes: selected.map(copyOf)}};
}

/** Copies the selected boxes and deletes them. Locked ones stay and are not copied. */
export function cutBoxes(context: ActContext): Copied {
  const {words} = context;
  const cutting = editableSelection(context);
  if ('done' in cutting) return {outcome: cutting};
  const {records, lockedCount} = cutting;
  const what = nameBoxes(context, records);
  const message = withLeftOut(context, words.wasCut(what), lockedCount);
  const outcome = commitStep(context, words.stepCut(what), records.map(remove), () =>
    done(message, records.length),
  );
  return outcome.done ? {outcome, clipboard: {boxes: records.map(copyOf)}} : {outcome};
}

/**
 * Pastes boxes where they were in the picture they came from, pushed into this one. On top of a box that is just the
 * same none would be seen: then all of them are put beside, as duplicates are, as far as it takes.
 */
export function pasteBoxes(context: ActContext, clipboard: BoxClipboard | undefined, scale: number): Outcome {
  const {drawing, words} = context;
  const {frame} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  if (!clipboard || clipboard.boxes.length === 0) return refused('nothing-there', words.nothingToPaste);
  const boxes = clipboard.boxes.map((copied) => ({...copyOf(copied), box: intoFrame(copied.box, frame)}));
  const present = presentBoxes(context);
  const isOnTop = (places: readonly NewBox[]): boolean =>
    places.some(({label, box}) => present.has(keyOf(label, box)));
  let pasted: readonly NewBox[] = boxes;
  for (let times = 1; times <= mostOffsets && isOnTop(pasted); times++) {
    pasted = offset(boxes, frame, scale, times);
  }
  return add(context, pasted, words.stepPaste, words.pasted);
}

/** Makes copies of the selected boxes a little beside them, and selects the copies. */
export function duplicateBoxes(context: ActContext, scale: number): Outcome {
  const {drawing, words} = context;
  const {frame} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  const {selected} = drawing;
  if (selected.length === 0) return refused('nothing-selected', words.nothingSelected);
  const copies = offset(selected.map(copyOf), frame, scale);
  return add(context, copies, words.stepDuplicate, words.duplicated);
}

/** Adds the boxes of the item before as suggestions, to be accepted, changed or deleted (EDIT-2). */
export function repeatBoxes(context: ActContext, previous: readonly BoxRecord[]): Outcome {
  const {drawing, words} = context;
  const {frame} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  if (previous.length === 0) return refused('nothing-there', words.nothingToRepeat);
  const present = presentBoxes(context);
  const suggested = previous
    .map((record) => ({...copyOf(record), box: intoFrame(record.box, frame), isSuggestion: true as const}))
    .filter(({label, box}) => !present.has(keyOf(label, box)));
  if (suggested.length === 0) return refused('unchanged', words.isUnchanged);
  return add(context, suggested, words.stepRepeat, words.repeated);
}

/** Adds boxes as one step, selects them and makes them seen. */
function add(
  context: ActContext,
  boxes: readonly NewBox[],
  stepName: (what: string) => string,
  message: (what: string) => string,
): Outcome {
  const {drawing, words, language} = context;
  const {editor} = drawing;
  const records = newBoxes(editor.state, boxes);
  const [first] = boxes;
  const what = first && boxes.length === 1 ? first.label : words.several(boxes.length, language);
  return commitStep(context, stepName(what), createBoxes(editor.state.document, records), () => {
    drawing.set({selection: new Set(records.map(({id}) => id))});
    const labels = records.map(({label}) => label);
    return done(showForNew(context, labels, message(nameBoxes(context, records))), records.length);
  });
}

function intoFrame(box: Box, {stored}: Frame): Box {
  return onLattice(movedInto(box, {x: 0, y: 0}, stored), stored);
}

const keyOf = (label: string, {left, top, width, height}: Box): string =>
  JSON.stringify([label, left, top, width, height]);

function presentBoxes({drawing}: ActContext): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const record of drawing.editor.state.document.records.values()) {
    if (record.kind === 'box') keys.add(keyOf(record.label, record.box));
  }
  return keys;
}

/** Boxes a little further right and down as seen on the screen, or some times as far; at a border the other way. */
function offset(boxes: readonly NewBox[], frame: Frame, scale: number, times = 1): readonly NewBox[] {
  const pixels = Math.max(1, Math.round(duplicateOffset / scale)) * times;
  const right = directionIn(frame, 'right');
  const down = directionIn(frame, 'down');
  const by = {x: (right.x + down.x) * pixels, y: (right.y + down.y) * pixels};
  const size = frame.stored;
  const places = boxes.map(({box}) => box);
  const forth = moveWithin(places, by, size);
  const back = moveWithin(places, {x: -by.x, y: -by.y}, size);
  const longer = (a: number, b: number): number => (Math.abs(a) >= Math.abs(b) ? a : b);
  const shift: Point = {x: longer(forth.x, back.x), y: longer(forth.y, back.y)};
  return boxes.map((copy) => {
    const moved = onLattice(movedInto(copy.box, shift, size), size);
    return {...copy, box: sameBox(moved, copy.box) ? copy.box : moved};
  });
}
