import {errorAt, warningAt, type Problem} from '../base/result.js';
import {checkDeliveryPlace} from '../delivery/http-sink.js';
import {overwriteWarning} from '../formats/labels-of.js';
import {readLabels} from '../formats/labels.js';
import {checkJobName, checkLabelAttributeName} from '../formats/names.js';
import type {Label} from '../model/label.js';
import type {Strings} from '../strings/strings.js';
import type {JobDraft, StepName} from './draft-job.js';
import {
  fewestLabels,
  isMaskTask,
  isTimeLimit,
  isWorkerCount,
  longestTimeLimit,
  mostLabels,
  mostWorkersPerObject,
  needsPicture,
  type JobDefinition,
} from './job.js';
import {checkBaseUrl} from './job-media.js';
import {nameTaken} from './jobs.js';

/** What else decides whether a draft can become a job. */
export interface DraftContext {
  readonly words: Strings['wizard'];
  /** Why results cannot be sent somewhere. */
  readonly badAddress: string;
  /** Names of other jobs, which this one cannot have. */
  readonly takenNames: readonly string[];
  /** How many items are chosen; unknown while they are being counted. */
  readonly chosen: number | undefined;
}

/** The names of labels that are files end in `-ref`. */
const maskType = 'groundtruth/semantic-segmentation';

/** What is wrong with a step of a draft, or worth knowing. */
export function problemsAt(step: StepName, draft: JobDraft, context: DraftContext): readonly Problem[] {
  switch (step) {
    case 'data':
      return dataProblems(draft, context);
    case 'task':
      return taskProblems(draft, context);
    case 'labels':
      return labelProblems(draft.definition, context.words);
    case 'instructions':
      return [];
    case 'review':
      return nameProblems(draft, context);
  }
}

function dataProblems({choice, places}: JobDraft, {chosen, words}: DraftContext): readonly Problem[] {
  const {filter} = choice;
  const problems: Problem[] = [];
  if ('key' in filter && filter.key === '') problems.push(errorAt('key', 'wizard/no-key', words.noKey));
  else if ('attribute' in filter && filter.attribute === '')
    problems.push(errorAt('attribute', 'wizard/no-attribute', words.noAttribute));
  else if (chosen === 0) problems.push(errorAt('items', 'wizard/no-items', words.noItems));
  const base = checkBaseUrl(places.baseUrl ?? '');
  return base ? [...problems, base] : problems;
}

function taskProblems({definition, summary}: JobDraft, {words}: DraftContext): readonly Problem[] {
  const {taskType, timeLimit, workersPerObject} = definition;
  const problems: Problem[] = [];
  if (needsPicture(taskType) && summary.kind === 'text')
    problems.push(errorAt('task', 'wizard/needs-pictures', words.needsPictures));
  if (timeLimit !== undefined && !isTimeLimit(timeLimit))
    problems.push(errorAt('time limit', 'wizard/time-limit', words.badTimeLimit(longestTimeLimit / 60)));
  if (workersPerObject !== undefined && !isWorkerCount(workersPerObject))
    problems.push(errorAt('workers', 'wizard/workers', words.badWorkers(mostWorkersPerObject)));
  return problems;
}

/** The labels that are more than an empty row, as the job will have them. */
export function usableLabels(rows: readonly Label[]): readonly Label[] {
  const read = readLabels(rows.filter(({label}) => label.trim() !== ''));
  return read.ok ? read.value : [];
}

function labelProblems(
  {labels: rows, taskType}: JobDefinition,
  words: Strings['wizard'],
): readonly Problem[] {
  const labels = rows.filter(({label}) => label.trim() !== '');
  const fewest = fewestLabels[taskType];
  const most = mostLabels[taskType];
  const read = readLabels(labels);
  const problems = [...((read.ok ? read.warnings : labels.length > 0 ? read.problems : []) ?? [])];
  if (usableLabels(rows).length < fewest)
    problems.push(errorAt('labels', 'wizard/too-few', words.fewerLabels(fewest)));
  if (labels.length > most)
    problems.push(warningAt('labels', 'wizard/too-many', words.tooManyLabels(labels.length, most)));
  return [...problems, ...sameKeys(labels, words)];
}

function sameKeys(labels: readonly Label[], words: Strings['wizard']): readonly Problem[] {
  const byKey = new Map<string, Label[]>();
  for (const label of labels) {
    const key = label.shortcut?.toLowerCase();
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), label]);
  }
  return [...byKey]
    .filter(([, several]) => several.length > 1)
    .map(([key, several]) =>
      warningAt('labels', 'wizard/same-key', words.sameKey(key, several.map(({label}) => label).join(', '))),
    );
}

/** What is wrong with the names, and what they would replace. */
function nameProblems(
  {definition, summary}: JobDraft,
  {takenNames, badAddress}: DraftContext,
): readonly Problem[] {
  const {jobName, labelAttributeName, taskType, deliverTo} = definition;
  const overwrites = summary.first && overwriteWarning(summary.first, labelAttributeName);
  return [
    ...(takenNames.includes(jobName) ? [nameTaken(jobName)] : []),
    ...checkJobName(jobName),
    ...checkLabelAttributeName(labelAttributeName, isMaskTask(taskType) ? maskType : undefined),
    ...(overwrites ? [overwrites] : []),
    ...(deliverTo === undefined || checkDeliveryPlace(deliverTo).ok
      ? []
      : [errorAt('results', deliverTo === '' ? 'wizard/no-address' : 'delivery/address', badAddress)]),
  ];
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({severity}) => severity === 'error');
