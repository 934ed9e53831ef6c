import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {textOf, type ManifestEntry} from '../formats/entry.js';
import {extendLine} from '../formats/extend-line.js';
import {metadataOf} from '../formats/metadata.js';
import type {Result} from '../base/result.js';
import type {LabelParts, Task, TaskType} from './task.js';

/** What an output line needs beside the label. */
export interface LineFacts {
  /** The type of the label: `taskType.groundTruthType(entry)`. */
  readonly type: string;
  readonly attribute: string;
  /** With or without `labeling-job/`. */
  readonly jobName: string;
  /** When the label was made, in milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
}

/**
 * The output line: the entry's text with the label and its metadata set. An earlier label of the same attribute is
 * replaced where it stands, so a line labelled twice is the line labelled once.
 */
export function toLine(entry: ManifestEntry, {value, metadata}: LabelParts, facts: LineFacts): string {
  return extendLine(textOf(entry), [
    [facts.attribute, value],
    [`${facts.attribute}-metadata`, metadataOf(metadata, facts)],
  ]);
}

/** A label as it stands on an entry. */
export interface PriorLabel {
  readonly value: JsonValue;
  readonly metadata: JsonObject;
}

/** The label of an entry under `attribute`; `undefined` when there is none, or when labelling failed. */
export function priorLabel(entry: ManifestEntry, attribute: string): PriorLabel | undefined {
  const value = member(entry, attribute);
  if (value === undefined) return undefined;
  // Training guides pair `mask-ref` with `mask-metadata`.
  const short = attribute.replace(/-ref$/, '');
  const metadata = member(entry, `${attribute}-metadata`) ?? member(entry, `${short}-metadata`);
  return {value, metadata: metadata !== undefined && isJsonObject(metadata) ? metadata : {}};
}

/** The answer that such a label stands for. */
export function priorAnswer<Answer extends JsonObject>(
  taskType: TaskType<Answer>,
  task: Task,
  attribute: string,
): Result<Answer> | undefined {
  const prior = priorLabel(task.entry, attribute);
  return prior && taskType.fromLabel(prior.value, prior.metadata, task);
}
