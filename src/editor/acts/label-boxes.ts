import {replace} from '../../model/change.js';
import type {BoxRecord} from '../../model/record.js';
import {commitStep, done, refused, type ActContext, type Outcome} from '../act.js';
import {accepted} from '../box-records.js';
import {nameBoxes} from '../box-words.js';
import {editable, editableSelection, refusedAsHidden, withLeftOut} from './change-boxes.js';

/** What choosing a label means now: the label of the box being drawn, of the selection, or of the next box. */
export function chooseLabel(context: ActContext, label: string): Outcome {
  const {drawing, words} = context;
  const {preview, selection} = drawing.state;
  const isDrawing = preview?.kind === 'new' || preview?.kind === 'points';
  if (selection.size > 0 && !isDrawing) return relabel(context, label);
  drawing.set({label, ...(preview?.kind === 'new' && {preview: {...preview, label}})});
  return done(words.nextLabel(label), 0);
}

/** Gives the selected boxes another label, as one step. It counts as agreeing to suggestions. */
export function relabel(context: ActContext, label: string): Outcome {
  const {words} = context;
  const changing = editableSelection(context);
  if ('done' in changing) return changing;
  const records = changing.records.filter((record) => record.label !== label || record.isSuggestion);
  if (records.length === 0) return refused('unchanged', words.isUnchanged);
  const what = nameBoxes(context, records);
  const changes = records.map((record) => replace(record, {...accepted(record), label}));
  const message = withLeftOut(context, words.relabelled(what, label), changing.lockedCount);
  return commitStep(context, words.stepRelabel(what, label), changes, () => done(message, records.length));
}

/** Agrees to suggestions, those selected unless others are given. */
export function acceptSuggestions(context: ActContext, given?: readonly BoxRecord[]): Outcome {
  const {drawing, words} = context;
  const hidden = given ? undefined : refusedAsHidden(context, drawing.selected);
  if (hidden) return hidden;
  const suggestions = (given ?? drawing.selected).filter(({isSuggestion}) => isSuggestion);
  if (suggestions.length === 0) return refused('nothing-there', words.nothingToAccept);
  const what = nameBoxes(context, suggestions);
  const changes = suggestions.map((record) => replace(record, accepted(record)));
  const tell = (): Outcome => done(words.accepted(what), suggestions.length);
  return commitStep(context, words.stepAccept(what), changes, tell);
}

/** A record with one attribute set. What is as at the start is left out. */
function withAttribute(record: BoxRecord, name: string, value: boolean | string): BoxRecord {
  const {attributes = {}, ...rest} = accepted(record);
  const others = Object.entries(attributes).filter(([key]) => key !== name);
  const isSet = value !== false && value !== '';
  const members = isSet ? [...others, [name, value] as const] : others;
  return members.length === 0 ? rest : {...rest, attributes: Object.fromEntries(members)};
}

/**
 * Sets an attribute of boxes, those selected unless others are given; `false` and the empty text clear it. Keystrokes
 * in one text field become one step when they say `isTyped`.
 */
export function setAttribute(
  context: ActContext,
  name: string,
  value: boolean | string,
  options: {readonly records?: readonly BoxRecord[]; readonly isTyped?: boolean} = {},
): Outcome {
  const {drawing, words} = context;
  if (!options.records && drawing.selected.length === 0)
    return refused('nothing-selected', words.nothingSelected);
  const changing = options.records ? editable(context, options.records) : editableSelection(context);
  if ('done' in changing) return changing;
  const records = changing.records.filter((record) => valueOf(record, name) !== normal(value));
  if (records.length === 0) {
    return changing.lockedCount > 0
      ? refused('locked', words.isLocked(nameBoxes(context, options.records ?? drawing.selected)))
      : refused('unchanged', words.isUnchanged);
  }
  const what = nameBoxes(context, records);
  const changes = records.map((record) => replace(record, withAttribute(record, name, value)));
  const key = options.isTyped ? `attribute ${name} ${records[0]?.id ?? ''} ${records.length}` : undefined;
  const message =
    normal(value) === false
      ? words.attributeOff(what, name)
      : typeof value === 'string'
        ? words.attributeIs(what, name, value)
        : words.attributeOn(what, name);
  const tell = (): Outcome => done(withLeftOut(context, message, changing.lockedCount), records.length);
  return commitStep(context, words.stepAttribute(what, name), changes, tell, key);
}

/** Ticks an attribute of the selected boxes, or takes the tick back when all of them have it. */
export function toggleAttribute(context: ActContext, name: string): Outcome {
  const {records} = editable(context, context.drawing.selected);
  const isSetOnAll = records.every((record) => valueOf(record, name) !== false);
  return setAttribute(context, name, !isSetOnAll);
}

const normal = (value: boolean | string): boolean | string => (value === '' ? false : value);

function valueOf({attributes}: BoxRecord, name: string): boolean | string {
  return attributes && Object.hasOwn(attributes, name) ? (attributes[name] ?? false) : false;
}
