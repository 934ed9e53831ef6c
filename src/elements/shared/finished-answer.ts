import type {JsonObject} from '../../base/json.js';
import type {AnnotationDocument} from '../../model/document.js';
import type {Task} from '../../tasks/task.js';
import type {ManifestLine} from './task-events.js';

/** What a person has said at one moment. Nothing that happens later changes it. */
export interface Said<Answer extends JsonObject = JsonObject> {
  readonly document: AnnotationDocument;
  readonly task: Task;
  readonly answer: Answer;
  readonly jobName: string;
  /** The item's number in the manifest, from 0. */
  readonly objectId: number;
  readonly now: Date;
}

/** The same, complete: with what takes time to make. */
export interface Finished<Answer extends JsonObject = JsonObject> extends Pick<ManifestLine, 'files'> {
  /** The answer with everything that `value` leaves out. */
  readonly answer: Answer;
  /** The task, with where the files lie. */
  readonly task: Task;
}
