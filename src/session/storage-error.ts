/** Why something could not be stored or read. Each reason has a sentence for the worker in `strings`. */
export type StorageReason =
  /** No space left for this site. */
  | 'full'
  /** The browser cannot write to its disk. */
  | 'disk'
  /** Site data is switched off, or this frame may not use it. */
  | 'denied'
  /** The browser has no IndexedDB here. */
  | 'missing'
  /** Another tab holds an older version open. */
  | 'blocked'
  /** A newer version of the program has changed the store. */
  | 'newer'
  /** The connection was closed under us. */
  | 'gone'
  /** A stored value cannot be read any more. */
  | 'damaged'
  /** A value cannot be stored at all: a mistake of the program or of the page around it. */
  | 'bad-data'
  /** Another tab changed the same item. */
  | 'other-tab';

/** A storage operation that did not happen. A store rejects with this and nothing else. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly reason: StorageReason;

  constructor(reason: StorageReason, cause?: unknown) {
    super(`Storage failed (${reason})${cause instanceof Error ? `: ${cause.message}` : ''}`, {cause});
    this.reason = reason;
  }
}

const reasons: Readonly<Record<string, StorageReason>> = {
  QuotaExceededError: 'full',
  UnknownError: 'disk',
  SecurityError: 'denied',
  VersionError: 'newer',
  InvalidStateError: 'gone',
  AbortError: 'gone',
  DataCloneError: 'bad-data',
  DataError: 'bad-data',
  RangeError: 'bad-data',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
};

/** Translates what IndexedDB throws. Errors it does not know are mistakes and stay what they are. */
export function storageError(error: unknown): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error;
  const reason = reasons[error.name];
  return reason ? new StorageError(reason, error) : error;
}
