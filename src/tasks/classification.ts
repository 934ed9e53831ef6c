import {member, type JsonObject} from '../base/json.js';
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
import type {TaskType} from './task.js';

/** What `crowd-classifier` and `crowd-image-classifier` give. The comment is absent when nothing was typed. */
export type ClassificationAnswer = JsonObject & {
  readonly label: string;
  readonly workerComment?: string;
};

/** One label for the whole item: an image, a text or a video clip. */
export const classification: TaskType<ClassificationAnswer> = {
  name: 'classification',
  kinds: ['choice', 'comment'],

  groundTruthType: (entry) => `groundtruth/${dataOf(entry)}-classification`,
  widgetName: (entry) => (dataOf(entry) === 'image' ? 'crowd-image-classifier' : 'crowd-classifier'),

  check(document, task) {
    const labels = chosenLabels(document);
    if (labels.length === 0) return [errorAt('label', 'answer/no-label', 'Choose one label.')];
    if (labels.length > 1) {
      return [
        errorAt('label', 'answer/several-labels', `${labels.length} labels are chosen. Choose only one.`),
      ];
    }
    return labels.filter((label) => !isLabelOf(task, label)).map((label) => unknownLabel(label, task));
  },

  toAnswer(document) {
    const label = chosenLabels(document).at(-1);
    if (label === undefined) return undefined;
    const workerComment = commentOf(document);
    return workerComment === undefined ? {label} : {label, workerComment};
  },

  fromAnswer(answer, task) {
    const fields = objectOf(answer);
    const label = fields && member(fields, 'label');
    if (typeof label !== 'string') return fail(notAnAnswer(answer, '{"label": "…"}'));
    const warnings = isLabelOf(task, label) ? [] : [unknownPriorLabel(label)];
    return ok(documentOfChoices([label], commentIn(fields as JsonObject)), warnings);
  },

  toLabel({label}, task) {
    return {value: classIdOf(task, label), metadata: {'class-name': label, confidence: 0}};
  },

  fromLabel(value, metadata, task) {
    const problems: Problem[] = [];
    const label = labelOfClass(value, member(metadata, 'class-name'), task, problems);
    return label === undefined ? fail(...problems) : ok({label}, problems);
  },
};
