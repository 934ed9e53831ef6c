import type {ItemEdit, SavedItem} from './session-store.js';

/**
 * What a page had not stored yet when it ended.
 *
 * A page that goes away has time for one request, not for a question and its answer: an ordinary write first reads the
 * item's revision, and a reload is quicker than that. So the edit is put aside as it is, together with the edits it may
 * follow, and written in its place by whoever opens the session next.
 */
export interface LastWords {
  /** The edit, with all steps and files that may be missing if one of `after` is what is stored. */
  readonly edit: ItemEdit;
  /** The ids of the edits that this one follows; '' when the item may not have been stored at all. */
  readonly after: readonly string[];
}

/** The edit as it is to be written over `current`; nothing when it is there already, or others have gone on since. */
export function editOf({edit, after}: LastWords, current: SavedItem | undefined): ItemEdit | undefined {
  if (current?.edit === edit.id || !after.includes(current?.edit ?? '')) return undefined;
  return {...edit, rev: current?.rev ?? 0};
}
