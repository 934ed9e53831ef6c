import type {JsonObject} from '../../base/json.js';
import type {ManifestEntry} from '../../formats/entry.js';

/** What a worker's submission says about itself, as in a worker-response file. */
export interface SubmittedAnswer {
  readonly answerContent: JsonObject;
  /** When the item appeared, ISO 8601. */
  readonly acceptanceTime: string;
  readonly submissionTime: string;
  readonly timeSpentInSeconds: number;
  readonly workerId: string;
}

/** A line of the output manifest and the files it refers to. */
export interface ManifestLine {
  readonly line: string;
  readonly files: readonly {readonly path: string; readonly blob: Blob}[];
}

/** Detail of `gt-submit`. */
export interface SubmitDetail extends ManifestLine {
  readonly entry: ManifestEntry;
  readonly answer: SubmittedAnswer;
}

/** Detail of `gt-error`. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly cause?: unknown;
}
