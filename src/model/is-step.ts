import {isRecord} from './is-record.js';
import type {Step} from './history.js';

/** True for what can be a step of a history: something read from a file is not taken at its word. */
export function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false;
  const {name, at, changes, mergeKey} = value as Partial<Record<keyof Step, unknown>>;
  return (
    typeof name === 'string' &&
    typeof at === 'number' &&
    (mergeKey === undefined || typeof mergeKey === 'string') &&
    Array.isArray(changes) &&
    changes.every(isChange)
  );
}

function isChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const {id, before, after} = value as Readonly<Record<string, unknown>>;
  const fits = (record: unknown): boolean => record === undefined || (isRecord(record) && record.id === id);
  return typeof id === 'string' && fits(before) && fits(after) && (before ?? after) !== undefined;
}
