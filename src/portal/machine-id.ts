import {newId} from '../session/ids.js';
import {textStorage} from '../session/marks.js';

const key = 'gt-elements machine';

let known: string | undefined;

/**
 * Tells this browser from those of others. When it is forgotten there is another one, and nothing else happens: it only
 * keeps two browsers from adding to the same list.
 */
export function machineId(storage = textStorage()): string {
  try {
    known ??= storage?.getItem(key) ?? undefined;
  } catch {
    // Denied: this page has an id of its own.
  }
  known ??= newId().slice(0, 8);
  try {
    storage?.setItem(key, known);
  } catch {
    // Full or denied.
  }
  return known;
}
