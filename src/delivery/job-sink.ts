import type {Problem} from '../base/result.js';

/** One file on its way. */
export interface Parcel {
  /** Where it belongs below the place of delivery, such as `birds/annotations/…/7/anna.json`. Never begins with `/`. */
  readonly path: string;
  readonly body: Blob;
}

/**
 * What became of a parcel. `stored`: it is there, whole. `later`: it may arrive when tried again, at the earliest after
 * `waitMs`. `refused`: trying the same again is of no use.
 */
export type Delivery =
  | {readonly kind: 'stored'}
  | {readonly kind: 'later'; readonly problem: Problem; readonly waitMs?: number}
  | {readonly kind: 'refused'; readonly problem: Problem};

/** A place where the results of a job go. */
export interface JobSink {
  /**
   * Stores a file under its path, whole or not at all, in place of what is there. Storing the same twice must leave the
   * same as storing it once: when the answer of a server is lost, it is stored again. Rejects only when `signal` aborts.
   */
  put(parcel: Parcel, signal: AbortSignal): Promise<Delivery>;
}
