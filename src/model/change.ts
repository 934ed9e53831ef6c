import type {AnyRecord, RecordId} from './record.js';

/** One record before and after. No `before`: it was made. No `after`: it was removed. */
export interface Change {
  readonly id: RecordId;
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord | undefined;
}

/** The change that makes a new record. */
export function create(record: AnyRecord): Change {
  return {id: record.id, before: undefined, after: record};
}

/** The change that puts `after` in the place of `before`. They have the same id. */
export function replace(before: AnyRecord, after: AnyRecord): Change {
  return {id: before.id, before, after};
}

/** The change that takes a record away. */
export function remove(record: AnyRecord): Change {
  return {id: record.id, before: record, after: undefined};
}

/** The changes that take `changes` back, in the order they must be applied. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(({id, before, after}) => ({id, before: after, after: before}));
}

/** The same effect with at most one change per record, and none for a record that ends as it began. */
export function squash(changes: readonly Change[]): readonly Change[] {
  const byId = new Map<RecordId, Change>();
  for (const change of changes) {
    const earlier = byId.get(change.id);
    byId.set(change.id, earlier ? {id: change.id, before: earlier.before, after: change.after} : change);
  }
  return [...byId.values()].filter(({before, after}) => before !== after);
}
