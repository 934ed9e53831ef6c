import {toUprightBox} from '../../geometry/box-orientation.js';
import {recordsOf} from '../../model/document.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import {done, refused, type ActContext, type Outcome} from '../act.js';
import {nameBoxes} from '../box-words.js';
import type {Drawing} from '../drawing.js';

/** In which order boxes follow each other: by label and then as they are read on the screen, or as they were made. */
export type ShapeOrder =
  {readonly by: 'label'; readonly labels: readonly string[]} | {readonly by: 'creation'};

/** A box and what decides its place. */
interface Placed {
  readonly record: BoxRecord;
  readonly label: number;
  readonly top: number;
  readonly left: number;
}

function compare(a: Placed, b: Placed): number {
  return a.label - b.label || a.top - b.top || a.left - b.left || a.record.order - b.record.order;
}

function placing({state}: Drawing, order: ShapeOrder): (record: BoxRecord) => Placed {
  const {frame} = state;
  if (order.by === 'creation' || !frame) return (record) => ({record, label: 0, top: 0, left: 0});
  const places = new Map(order.labels.map((label, index) => [label, index]));
  return (record) => {
    const {top, left} = toUprightBox(record.box, frame);
    return {record, label: places.get(record.label) ?? order.labels.length, top, left};
  };
}

/** Boxes in that order, from the top left of the picture as it is shown. */
export function inShapeOrder(
  drawing: Drawing,
  records: readonly BoxRecord[],
  order: ShapeOrder,
): readonly BoxRecord[] {
  return records
    .map(placing(drawing, order))
    .sort(compare)
    .map(({record}) => record);
}

/**
 * Selects the next or the previous visible box and says which of how many it is. After the last comes the first.
 * It looks at each box once instead of sorting them all for every press.
 */
export function selectNext(context: ActContext, order: ShapeOrder, way: 'next' | 'previous'): Outcome {
  const {drawing, words, language} = context;
  const shown = recordsOf(drawing.editor.state.document, 'box').filter((record) => !drawing.isHidden(record));
  if (shown.length === 0) return refused('nothing-there', words.noBoxes);
  const place = placing(drawing, order);
  const sign = way === 'next' ? 1 : -1;
  const goesBefore = (a: Placed, b: Placed): boolean => sign * compare(a, b) < 0;
  const current = drawing.selected.at(-1);
  const from = current && place(current);
  let first: Placed | undefined;
  let next: Placed | undefined;
  const placed = shown.map(place);
  for (const one of placed) {
    if (!first || goesBefore(one, first)) first = one;
    if (from && goesBefore(from, one) && (!next || goesBefore(one, next))) next = one;
  }
  const chosen = next ?? first;
  if (!chosen) return refused('nothing-there', words.noBoxes);
  drawing.set({selection: new Set([chosen.record.id])});
  const before = placed.filter((one) => compare(one, chosen) < 0).length;
  return done(words.selected(before + 1, shown.length, chosen.record.label, language));
}

/** Selects all boxes that are neither hidden nor locked (SEL-1). */
export function selectAll(context: ActContext): Outcome {
  const {drawing, words} = context;
  const records = recordsOf(drawing.editor.state.document, 'box').filter(
    (record) => !drawing.isHidden(record) && !drawing.isLocked(record),
  );
  if (records.length === 0) return refused('nothing-there', words.noBoxes);
  drawing.set({selection: new Set(records.map(({id}) => id))});
  return done(words.selectedSeveral(nameBoxes(context, records)), records.length);
}

/**
 * Selects these boxes and no others, as from the list. Those selected already stay the same selection: the list follows
 * a new one with the focus.
 */
export function selectOnly({drawing}: ActContext, ids: Iterable<RecordId>): void {
  const {records} = drawing.editor.state.document;
  const before = [...drawing.state.selection];
  const selection = new Set([...ids].filter((id) => records.has(id)));
  const isSame = selection.size === before.length && [...selection].every((id, i) => id === before[i]);
  if (!isSame) drawing.set({selection});
}
