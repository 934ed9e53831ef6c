import type {StorageReason} from './storage-error.js';

/** What may truthfully be said about the work of a session. */
export type SaveStatus =
  /** All of it is on the disk. `at`: since when; missing while there has been nothing to save. */
  | {readonly kind: 'saved'; readonly at?: number}
  | {readonly kind: 'saving'}
  /** Kept in this page, tried again. */
  | {readonly kind: 'not-saved'; readonly reason: StorageReason}
  /** There is no storage: it ends with this page. */
  | {readonly kind: 'tab-only'; readonly reason: StorageReason}
  /** Another tab is the writer. */
  | {readonly kind: 'read-only'}
  /** A newer version of the program has taken the store; this page must be reloaded. */
  | {readonly kind: 'update-needed'};
