import {isJsonObject, type JsonObject, type JsonValue} from '../../base/json.js';
import type {Problem} from '../../base/result.js';
import {emptyDocument, type AnnotationDocument} from '../../model/document.js';
import {priorAnswer} from '../../tasks/line.js';
import type {Task, TaskType} from '../../tasks/task.js';

/** Where a document starts from. */
export interface StartingPoint {
  /** The answer the page set, in the shape of `value`; nothing when it set none. */
  readonly value?: JsonValue;
  /** The answer the page suggests; the label on the entry goes before it. */
  readonly initialValue?: JsonValue;
  /** The key of a label that the entry may carry already. */
  readonly labelAttributeName: string;
}

export interface OpenedItem {
  readonly document: AnnotationDocument;
  readonly problems: readonly Problem[];
  /** Where it starts from; nothing when it begins empty. */
  readonly source?: 'value' | 'entry' | 'initial-value';
  /** The answer that the item suggests by itself, whatever the page has set since; nothing when it begins empty. */
  readonly initial?: JsonObject;
}

/** The document a task starts with: what the page set, else the entry's own label, else the suggestion, else nothing. */
export function openItem(taskType: TaskType, task: Task, from: StartingPoint): OpenedItem {
  const prior = priorAnswer(taskType, task, from.labelAttributeName);
  const initial = prior
    ? prior.ok
      ? prior.value
      : undefined
    : suggestion(taskType, task, from.initialValue);
  const opened = (item: OpenedItem): OpenedItem => (initial ? {...item, initial} : item);
  if (from.value !== undefined) return opened({...fromAnswer(taskType, task, from.value), source: 'value'});
  if (prior?.ok) {
    const item = fromAnswer(taskType, task, prior.value);
    const problems = distinct([...(prior.warnings ?? []), ...item.problems]);
    return opened({...item, problems, source: 'entry'});
  }
  if (prior) return {document: emptyDocument, problems: prior.problems, source: 'entry'};
  if (from.initialValue === undefined) return {document: emptyDocument, problems: []};
  return opened({...fromAnswer(taskType, task, from.initialValue), source: 'initial-value'});
}

/** A suggestion as an answer; some tasks also take a bare list. */
function suggestion(taskType: TaskType, task: Task, value: JsonValue | undefined): JsonObject | undefined {
  if (value === undefined || isJsonObject(value)) return value;
  const read = taskType.fromAnswer(value, task);
  return read.ok ? taskType.toAnswer(read.value, task) : undefined;
}

/** Reading the label and reading the answer may find the same fault. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function fromAnswer(taskType: TaskType, task: Task, answer: JsonValue): OpenedItem {
  // `null` is how frameworks and forms say "no value".
  if (answer === null) return {document: emptyDocument, problems: []};
  const opened = taskType.fromAnswer(answer, task);
  return opened.ok
    ? {document: opened.value, problems: opened.warnings ?? []}
    : {document: emptyDocument, problems: opened.problems};
}
