import type {JsonObject, JsonValue} from '../base/json.js';
import type {Problem, Result} from '../base/result.js';
import type {ManifestEntry} from '../formats/entry.js';
import type {AnnotationDocument} from '../model/document.js';
import type {Label} from '../model/label.js';
import type {Kind} from '../model/record.js';

/** One item of work as plain data: what to label, and with what. */
export interface Task {
  readonly entry: ManifestEntry;
  /** In the order that defines the class ids. */
  readonly labels: readonly Label[];
  /** Choosing it says "none of the labels". Not one of `labels`; it has no class id. */
  readonly exclusionLabel?: string;
  /** Fewest and most labels of a multi-label answer; left out: at least 1, at most all. */
  readonly minLabels?: number;
  readonly maxLabels?: number;
}

/** The label of an output line before job facts are added: its value and the task type's own metadata. */
export interface LabelParts {
  readonly value: JsonValue;
  /** Such as `class-name`, `confidence`, `class-map`. The common fields are added by `formats/metadata.ts`. */
  readonly metadata: JsonObject;
}

/** Everything the kit must know about a kind of task, as one plain object. */
export interface TaskType<Answer extends JsonObject = JsonObject> {
  readonly name: string;
  /** The `type` of the output metadata, such as `groundtruth/image-classification`. */
  groundTruthType(entry: ManifestEntry): string;
  /** The key of the answer in `answerContent` when the element has no name of its own. */
  widgetName(entry: ManifestEntry): string;
  /** Which records its documents hold. */
  readonly kinds: readonly Kind[];
  /** Why the document cannot be submitted yet. */
  check(document: AnnotationDocument, task: Task): readonly Problem[];
  /** The answer as the crowd widget would give it; `undefined` while nothing has been said. */
  toAnswer(document: AnnotationDocument, task: Task): Answer | undefined;
  /** A document that says what `answer` says. Parts that cannot be read are problems; the rest is kept. */
  fromAnswer(answer: unknown, task: Task): Result<AnnotationDocument>;
  /** One worker's answer as a label: class ids instead of names, confidence 0. */
  toLabel(answer: Answer, task: Task): LabelParts;
  /** The answer that a label on an input line stands for. */
  fromLabel(value: JsonValue, metadata: JsonObject, task: Task): Result<Answer>;
}
