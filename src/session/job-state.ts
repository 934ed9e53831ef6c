import type {JsonObject} from '../base/json.js';
import type {Problem} from '../base/result.js';
import type {ManifestEntry} from '../formats/entry.js';
import type {WorkerAnswer} from '../formats/worker-response.js';
import type {History} from '../model/history.js';
import type {Counts} from './progress.js';
import type {ItemWork} from './save-queue.js';
import type {SaveStatus} from './save-status.js';
import type {Loss} from './watermark.js';

/** The item on screen. */
export interface OpenedItem {
  readonly index: number;
  /** Its line in the file, from 1, blank lines counted. */
  readonly lineNumber: number;
  /** Missing when the line cannot be used; `problems` says why. */
  readonly entry?: ManifestEntry;
  readonly problems: readonly Problem[];
  /** The work as it was found: empty for an item nobody has touched. */
  readonly work: ItemWork;
  /** How the worker had set things up here; only for the item that a session is opened with. */
  readonly workplace?: JsonObject;
  /** Why the requester wants another answer than the one that was submitted. */
  readonly returned?: Returned;
  /** True when there was an answer, and the line is another one now. The answer is kept, and not used. */
  readonly isChanged: boolean;
}

/** What the requester said about an answer that is to be given again. */
export interface Returned {
  /** Empty when nothing was said. */
  readonly comment: string;
  readonly at: number;
}

/** Everything a screen shows of a session. Immutable; compared by identity. */
export interface JobState {
  /** Missing until the first item has been read, and for a manifest without items. */
  readonly item?: OpenedItem;
  readonly index: number;
  /** Where that is among the items of this session, from 0: the same as `index` for a session of the whole job. */
  readonly place: number;
  readonly counts: Counts;
  /** Items the worker will not do. */
  readonly declined: number;
  /** Items worked on since they were submitted. What was submitted counts and is exported until it is submitted again. */
  readonly changedSinceSubmit: number;
  /** False while lines are still being counted. */
  readonly isTotalKnown: boolean;
  readonly status: SaveStatus;
  /** False while another tab is the writer. */
  readonly isWritable: boolean;
  /** Every item is submitted, skipped or declined, none was changed since, and none given back waits. */
  readonly isComplete: boolean;
  /** Why the manifest as a whole cannot be used. */
  readonly problem?: Problem;
  /** Lines that cannot be used, among those seen so far. */
  readonly badLines: ReadonlyMap<number, readonly Problem[]>;
  /** Items whose line is not the one that was labelled, as far as seen. */
  readonly changedLines: ReadonlySet<number>;
  /** What the browser has lost of this session since it was here last. */
  readonly loss?: Loss;
}

/** How an item stands on the screen right now. */
export interface Present {
  readonly history: History;
  /** What is open and in no step yet. */
  readonly draft?: JsonObject;
  readonly timeSpentMs: number;
  /** When the item first appeared to the worker, ISO 8601. */
  readonly acceptanceTime?: string;
}

/** What a worker submits: the answer as a worker response holds it, and the output line. */
export interface Submission {
  readonly answer: WorkerAnswer;
  readonly line: string;
  /** The files that the line refers to, by their path below the job's output prefix. */
  readonly files?: readonly {readonly path: string; readonly blob: Blob}[];
}
