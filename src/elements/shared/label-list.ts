import type {Problem} from '../../base/result.js';
import {warnOnce} from '../../base/warn.js';
import {readLabels} from '../../formats/labels.js';
import type {Label} from '../../model/label.js';
import type {TaskType} from '../../tasks/task.js';
import {AttributeText} from './given.js';

/** The labels of a task element: for the task, and in the form the page gave them. */
export interface LabelList {
  readonly labels: readonly Label[];
  /** Texts where the page gave texts. */
  readonly given: readonly (string | Label)[];
  readonly problems: readonly Problem[];
}

const noLabels: LabelList = {labels: [], given: [], problems: []};

/**
 * Reads what a page set as labels: a list, or the text of an attribute. Good labels that the kind of task can use are
 * kept when others are bad.
 */
export function readLabelList(given: unknown, taskType: Pick<TaskType, 'usableLabels'> = {}): LabelList {
  if (given === undefined || given === null) return noLabels;
  const source = given instanceof AttributeText ? given.text : given;
  const read = readLabels(source);
  if (!read.ok) return {...noLabels, problems: read.problems};
  const problems = read.warnings ?? [];
  for (const {severity, message} of problems.slice(0, 20)) if (severity === 'warning') warnOnce(message);
  const texts = new Set(Array.isArray(source) ? source.filter((item) => typeof item === 'string') : []);
  const usable = taskType.usableLabels?.(read.value);
  return {
    labels: usable?.labels ?? read.value,
    given: read.value.map((label) =>
      Object.keys(label).length === 1 &&
      (texts.size === 0 ? typeof source === 'string' : texts.has(label.label))
        ? label.label
        : label,
    ),
    problems: [...problems.filter(({severity}) => severity === 'error'), ...(usable?.problems ?? [])],
  };
}
