import type {Result} from '../base/result.js';

/** A place where a job comes from. Both reject only when `signal` aborts. */
export interface JobSource {
  /** The manifest, whole. */
  manifest(signal: AbortSignal): Promise<Result<Blob>>;
  /** The file behind a reference of the manifest. */
  media(reference: string, signal: AbortSignal): Promise<Result<Blob>>;
}
