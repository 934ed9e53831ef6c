import {isJsonObject, member, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import {errorAt, fail, ok, type Problem} from '../base/result.js';
import {
  chosenLabels,
  classIdOf,
  commentIn,
  commentOf,
  dataOf,
  documentOfChoices,
  isLabelOf,
  labelOfClass,
  notAnAnswer,
  objectOf,
  unknownLabel,
  unknownPriorLabel,
} from './choices.js';
import type {Task, TaskType} from './task.js';

/** What the multi-select classifiers give: labels in the order of the list, none for “none of the above”. */
export type MultiLabelAnswer = JsonObject & {
  readonly labels: readonly string[];
  readonly workerComment?: string;
};

/** Any number of labels for the whole item: an image, a text or a video clip. */
export const multiLabel: TaskType<MultiLabelAnswer> = {
  name: 'multi-label',
  kinds: ['choice', 'comment'],

  groundTruthType: (entry) => `groundtruth/${dataOf(entry)}-classification-multilabel`,
  widgetName: (entry) =>
    dataOf(entry) === 'image' ? 'crowd-image-classifier-multi-select' : 'crowd-classifier-multi-select',

  check(document, task) {
    const chosen = chosenLabels(document);
    const isNone = task.exclusionLabel !== undefined && chosen.includes(task.exclusionLabel);
    if (isNone) {
      return chosen.length === 1
        ? []
        : [
            errorAt(
              'labels',
              'answer/excluded',
              `“${task.exclusionLabel}” is chosen together with other labels. Choose either.`,
            ),
          ];
    }
    return [
      ...checkCount(chosen.length, task),
      ...chosen.filter((label) => !isLabelOf(task, label)).map((label) => unknownLabel(label, task)),
    ];
  },

  toAnswer(document, task) {
    const chosen = chosenLabels(document);
    const isNone = task.exclusionLabel !== undefined && chosen.includes(task.exclusionLabel);
    if (chosen.length === 0 && task.minLabels !== 0) return undefined;
    const labels = isNone ? [] : inListOrder(chosen, task);
    const workerComment = commentOf(document);
    return workerComment === undefined ? {labels} : {labels, workerComment};
  },

  fromAnswer(answer, task) {
    const fields = objectOf(answer);
    const list = fields && member(fields, 'labels');
    if (!Array.isArray(list)) return fail(notAnAnswer(answer, '{"labels": ["…"]}'));
    const items = list as readonly JsonValue[];
    const labels = items.filter((item) => typeof item === 'string');
    const warnings: Problem[] = [
      ...items.filter((item) => typeof item !== 'string').map((item) => notAnAnswer(item, 'a label text')),
      ...labels.filter((label) => !isLabelOf(task, label)).map(unknownPriorLabel),
    ];
    const isNone = items.length === 0 && task.exclusionLabel !== undefined;
    const chosen = isNone ? [task.exclusionLabel as string] : inListOrder(labels, task);
    return ok(documentOfChoices(chosen, commentIn(fields as JsonObject)), warnings);
  },

  toLabel({labels}, task) {
    const classes = labels
      .map((label) => ({id: classIdOf(task, label), label}))
      .sort((a, b) => a.id - b.id)
      .filter(({id}, at, all) => id !== all[at - 1]?.id);
    return {
      value: classes.map(({id}) => id),
      metadata: {
        'class-map': objectFrom(classes.map(({id, label}) => [String(id), label] as const)),
        'confidence-map': objectFrom(classes.map(({id}) => [String(id), 0] as const)),
      },
    };
  },

  fromLabel(value, metadata, task) {
    if (!Array.isArray(value)) {
      return fail(notAnAnswer(value, 'a list of class ids as the earlier label'));
    }
    const names = member(metadata, 'class-map') ?? member(metadata, 'class_map');
    const problems: Problem[] = [];
    const labels = (value as readonly JsonValue[]).flatMap((id) => {
      const name = names !== undefined && isJsonObject(names) ? member(names, String(id)) : undefined;
      return labelOfClass(id, name, task, problems) ?? [];
    });
    return ok({labels: inListOrder([...new Set(labels)], task)}, problems);
  },
};

/** ML-2: labels come in the order of the list, whatever the order of choosing; unknown ones come last. */
function inListOrder(labels: readonly string[], task: Task): string[] {
  const place = new Map(task.labels.map(({label}, index) => [label, index]));
  const placeOf = (label: string) => place.get(label) ?? task.labels.length;
  return [...labels].sort((a, b) => placeOf(a) - placeOf(b));
}

function checkCount(
  count: number,
  {minLabels = 1, maxLabels = Number.POSITIVE_INFINITY, exclusionLabel}: Task,
): Problem[] {
  if (count < minLabels) {
    const none = exclusionLabel === undefined ? '' : `, or “${exclusionLabel}”`;
    const wanted = minLabels === 1 ? 'at least one label' : `at least ${minLabels} labels`;
    return [errorAt('labels', 'answer/too-few', `Choose ${wanted}${none}. ${chosenSentence(count)}`)];
  }
  if (count > maxLabels) {
    const most = maxLabels === 1 ? 'one label' : `${maxLabels} labels`;
    return [errorAt('labels', 'answer/too-many', `Choose at most ${most}. ${chosenSentence(count)}`)];
  }
  return [];
}

function chosenSentence(count: number): string {
  return count === 0 ? 'None is chosen.' : count === 1 ? 'One is chosen.' : `${count} are chosen.`;
}
