import type {JsonObject, JsonValue} from '../base/json.js';
import type {Problem, Result} from '../base/result.js';
import type {ManifestEntry} from '../formats/entry.js';
import type {Frame} from '../geometry/view.js';
import type {AnnotationDocument} from '../model/document.js';
import type {Label} from '../model/label.js';
import type {Kind} from '../model/record.js';
import type {MaskPlan} from '../raster/mask-file.js';
import type {MaskAtHand, MaskRequest} from './mask-file.js';

/** Something to say about each box beside its label. It goes into the session and the worker's answer only. */
export interface BoxAttribute {
  readonly name: string;
  /** What the worker reads; the name when left out. */
  readonly label?: string;
  /** `boolean` is a tick, `choice` one of `options`, `text` anything. */
  readonly type: 'boolean' | 'choice' | 'text';
  readonly options?: readonly string[];
  /** The task cannot be submitted while a box lacks it. */
  readonly required?: boolean;
}

/** Which pixel grid positions in an answer count in: that of the file, or that of the picture turned upright. */
export type Coordinates = 'stored' | 'displayed';

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
  /** For drawing tasks: the stored size of the picture and how it is turned. Missing until it is loaded. */
  readonly frame?: Frame;
  /** For drawing tasks; `stored` when left out. */
  readonly coordinates?: Coordinates;
  /** The answer the item started from: its earlier label or the page's suggestion. Missing when it started empty. */
  readonly initial?: JsonObject;
  /** The answer the page has set, when the open document was read from one. */
  readonly given?: JsonObject;
  /** The earlier label as it stands on the line, when `initial` was read from one. */
  readonly prior?: {readonly value: JsonValue; readonly metadata: JsonObject};
  readonly boxAttributes?: readonly BoxAttribute[];
  /** For masks: the files that answers and labels stand for, by the key of their request, as far as they are there. */
  readonly masks?: ReadonlyMap<string, MaskAtHand>;
  /** For masks: where in the job's output the file of the answer lies. */
  readonly maskPath?: string;
}

/** The label of an output line before job facts are added: its value and the task type's own metadata. */
export interface LabelParts {
  readonly value: JsonValue;
  /** Such as `class-name`, `confidence`, `class-map`. The common fields are added by `formats/metadata.ts`. */
  readonly metadata: JsonObject;
}

/** The labels of a page as far as a kind of task can use them. */
export interface UsableLabels {
  readonly labels: readonly Label[];
  readonly problems: readonly Problem[];
}

/** Everything the kit must know about a kind of task, as one plain object. */
export interface TaskType<Answer extends JsonObject = JsonObject> {
  readonly name: string;
  /** The `type` of the output metadata, such as `groundtruth/image-classification`. */
  groundTruthType(entry: ManifestEntry): string;
  /** The key of the answer in `answerContent` when the element has no name of its own. */
  widgetName(entry: ManifestEntry): string;
  /** Its label is a file of its own: the name of the label attribute ends in `-ref`. */
  readonly isLabelFile?: true;
  /** Which records its documents hold. */
  readonly kinds: readonly Kind[];
  /** Of the labels that a page gives, those this kind of task can use, and what is wrong with the others. */
  usableLabels?(labels: readonly Label[]): UsableLabels;
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
  /**
   * For masks: the file that must be in `task.masks` before `fromAnswer` can read the answer; until then it gives an
   * empty document. Nothing: the answer says all by itself.
   */
  maskOf?(answer: unknown, task: Task): MaskRequest | undefined;
  /** For masks: how to make the file of an answer. Nothing while the size of the picture is not known. */
  maskPlan?(document: AnnotationDocument, task: Task): MaskPlan | undefined;
}
