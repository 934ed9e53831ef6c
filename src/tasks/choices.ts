import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {errorAt, warningAt, type Problem} from '../base/result.js';
import {sourceOf, mediumOf, type ManifestEntry} from '../formats/entry.js';
import {quote} from '../formats/parse-line.js';
import {documentOf, recordsOf, type AnnotationDocument} from '../model/document.js';
import type {AnyRecord} from '../model/record.js';
import type {Task} from './task.js';

/** The labels a document chooses, in order of choosing. */
export function chosenLabels(document: AnnotationDocument): readonly string[] {
  return recordsOf(document, 'choice').map(({label}) => label);
}

/** The worker's remark, without blanks around it; `undefined` when there is none. */
export function commentOf(document: AnnotationDocument): string | undefined {
  const text = recordsOf(document, 'comment')
    .map((comment) => comment.text)
    .join('\n')
    .trim();
  return text === '' ? undefined : text;
}

/** A document with these choices. A label stands once, however often it is given. */
export function documentOfChoices(labels: readonly string[], comment?: string): AnnotationDocument {
  const records: AnyRecord[] = [...new Set(labels)].map((label, order) => ({
    id: `choice:${label}`,
    kind: 'choice',
    order,
    label,
  }));
  if (comment !== undefined)
    records.push({id: 'comment', kind: 'comment', order: records.length, text: comment});
  return documentOf(records);
}

/** The remark inside an answer that may be anything. */
export function commentIn(answer: JsonObject): string | undefined {
  const comment = member(answer, 'workerComment');
  return typeof comment === 'string' && comment.trim() !== '' ? comment : undefined;
}

/** True for a label of the task's list. */
export function isLabelOf(task: Task, label: string): boolean {
  return task.labels.some((known) => known.label === label);
}

/** The class id of a label. Throws for labels that are not in the list: `check` reports them before. */
export function classIdOf(task: Task, label: string): number {
  const id = task.labels.findIndex((known) => known.label === label);
  if (id === -1)
    throw new RangeError(`The label ${quote(label)} is not in the task's label list and has no class id.`);
  return id;
}

/** Says that a chosen label is not in the list. */
export function unknownLabel(label: string, task: Task): Problem {
  const names = task.labels.slice(0, 10).map((known) => known.label);
  const more = task.labels.length > names.length ? ', …' : '';
  return errorAt(
    'label',
    'answer/unknown-label',
    `The label “${shortened(label)}” is not one of this task's labels. Choose one of: ${names.join(', ')}${more}.`,
  );
}

/** The same while reading, where it stops nothing yet. */
export function unknownPriorLabel(label: string): Problem {
  return warningAt(
    'label',
    'answer/unknown-label',
    `The earlier label “${shortened(label)}” is not one of this task's labels. Choose another.`,
  );
}

/** Says that an answer has another shape than the task's. */
export function notAnAnswer(answer: unknown, expected: string): Problem {
  const text = JSON.stringify(answer) as string | undefined;
  return errorAt(
    'answer',
    'answer/shape',
    `The answer is ${text === undefined ? String(answer) : shortened(text)}; expected ${expected}.`,
  );
}

function shortened(text: string): string {
  return quote(text).slice(1, -1);
}

/**
 * The label that a class id of an input line stands for. The name beside it decides when it is one of the list,
 * because lists differ between jobs; then the id; then the name as it is. `undefined` when nothing names it.
 */
export function labelOfClass(
  id: JsonValue,
  name: JsonValue | undefined,
  task: Task,
  problems: Problem[],
): string | undefined {
  const index = typeof id === 'string' && /^\d{1,9}$/.test(id) ? Number(id) : id;
  const byId = typeof index === 'number' ? task.labels[index]?.label : undefined;
  const byName = typeof name === 'string' && name !== '' ? name : undefined;
  if (byName !== undefined && isLabelOf(task, byName)) {
    if (byName !== byId) {
      problems.push(
        warningAt(
          'class-name',
          'label/class-moved',
          `The class ${shortened(JSON.stringify(id))} of the earlier label is “${shortened(byName)}”, which has another number in this task's list. The name is taken.`,
        ),
      );
    }
    return byName;
  }
  if (byName !== undefined) {
    problems.push(unknownPriorLabel(byName));
    return byName;
  }
  if (byId === undefined) {
    problems.push(
      warningAt(
        'value',
        'label/unknown-class',
        `The earlier label has the unknown class ${shortened(JSON.stringify(id))}; this task has ${task.labels.length} labels, counted from 0. Choose again.`,
      ),
    );
  }
  return byId;
}

/** `image`, `text` or `video`: which of Ground Truth's classification tasks an entry belongs to. */
export function dataOf(entry: ManifestEntry): 'image' | 'text' | 'video' {
  if (!sourceOf(entry)) return 'image';
  const medium = mediumOf(entry);
  return medium === 'text' || medium === 'video' ? medium : 'image';
}

/** An answer as an object, or `undefined`. */
export function objectOf(answer: unknown): JsonObject | undefined {
  return isJsonObject(answer) ? answer : undefined;
}
