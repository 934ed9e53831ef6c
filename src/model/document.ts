import type {Change} from './change.js';
import type {AnyRecord, Kind, RecordId, RecordKinds} from './record.js';

/** Everything one worker has said about one task so far. Immutable: `apply` gives a new one. */
export interface AnnotationDocument {
  readonly records: ReadonlyMap<RecordId, AnyRecord>;
}

export const emptyDocument: AnnotationDocument = {records: new Map()};

/** A document that holds these records. */
export function documentOf(records: Iterable<AnyRecord>): AnnotationDocument {
  return {records: new Map(Array.from(records, (record) => [record.id, record]))};
}

/** The document after the changes. Only the ids and the `after` sides matter, so a replay never fails. */
export function apply(document: AnnotationDocument, changes: readonly Change[]): AnnotationDocument {
  if (changes.length === 0) return document;
  const records = new Map(document.records);
  for (const {id, after} of changes) {
    if (after) records.set(id, after);
    else records.delete(id);
  }
  return {records};
}

/** The records of one kind, in order of creation. */
export function recordsOf<K extends Kind>(document: AnnotationDocument, kind: K): readonly RecordKinds[K][] {
  const found: RecordKinds[K][] = [];
  for (const record of document.records.values()) {
    if (record.kind === kind) found.push(record as RecordKinds[K]);
  }
  return found.sort((a, b) => a.order - b.order);
}

/** The `order` for the next record: larger than any in the document. */
export function nextOrder(document: AnnotationDocument): number {
  let highest = -1;
  for (const {order} of document.records.values()) highest = Math.max(highest, order);
  return highest + 1;
}
