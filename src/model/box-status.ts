import {recordsOf, type AnnotationDocument} from './document.js';
import type {BoxRecord} from './record.js';

/** What became of a box since the item was opened: it was there already, was there but changed, or is new. */
export type BoxStatus = 'given' | 'changed' | 'added';

/** The status of a box of the present document; `opened` is the document the item was opened with. */
export function boxStatus(opened: AnnotationDocument, record: BoxRecord): BoxStatus {
  const before = opened.records.get(record.id);
  if (before?.kind !== 'box') return 'added';
  return saysTheSame(before, record) ? 'given' : 'changed';
}

/** The boxes that were there when the item was opened and are not any more, in order of creation. */
export function removedBoxes(opened: AnnotationDocument, document: AnnotationDocument): readonly BoxRecord[] {
  return recordsOf(opened, 'box').filter(({id}) => !document.records.has(id));
}

function saysTheSame(a: BoxRecord, b: BoxRecord): boolean {
  if (a === b) return true;
  const names = new Set([...Object.keys(a.attributes ?? {}), ...Object.keys(b.attributes ?? {})]);
  return (
    a.label === b.label &&
    (['left', 'top', 'width', 'height'] as const).every((side) => a.box[side] === b.box[side]) &&
    [...names].every((name) => a.attributes?.[name] === b.attributes?.[name])
  );
}
