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

/** Detail of `gt-draft`: plain data to store, and to set again as the properties of the same names. */
export interface DraftDetail {
  /** What is open and in no step yet, such as an outline; missing while nothing is. */
  readonly draft?: JsonObject;
  /** How the worker has set things up: what is seen of the item, the tool in hand, what is selected. */
  readonly workplace: JsonObject;
}

/** Detail of `gt-error`. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly cause?: unknown;
}
