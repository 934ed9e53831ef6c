import {defaultAttributeName} from '../formats/names.js';
import type {Label} from '../model/label.js';
import type {Written} from './rich-text/rich-text.js';

/** The task types the portal can make a job of. */
export type JobTaskType =
  'classification' | 'multi-label' | 'bbox' | 'semantic-segmentation' | 'instance-segmentation';

/** A picture that shows workers how to do it, or how not to. */
export interface Example {
  /** An address or a `data:` URL; without one the caption stands alone. */
  readonly picture?: string;
  readonly caption: string;
}

/** What a requester decides about a job. Plain data: stored, exported, handed to elements. */
export interface JobDefinition {
  readonly title: string;
  readonly taskType: JobTaskType;
  /** The question shown above each item. */
  readonly header: string;
  readonly labels: readonly Label[];
  /** A further choice that says "none of the labels" (multi-label only). */
  readonly exclusionLabel?: string;
  readonly jobName: string;
  readonly labelAttributeName: string;
  readonly instructions: {
    readonly short: Written;
    readonly full: Written;
    readonly good?: Example;
    readonly bad?: Example;
  };
  /** Where references lead: `s3://bucket/key` becomes this address plus the key. */
  readonly baseUrl?: string;
  /** Seconds a worker has for one item. Left out: as long as it takes. */
  readonly timeLimit?: number;
  /** How many people say something about each item. Left out: one. */
  readonly workersPerObject?: number;
  /** Where answers are sent: an address that ends in `/`, or has `{path}` in it. Left out: they stay where they are. */
  readonly deliverTo?: string;
}

/** Ground Truth asks at most so many workers about one item. */
export const mostWorkersPerObject = 9;

/** Seconds: the longest time that Ground Truth gives a worker, 8 hours. */
export const longestTimeLimit = 28_800;

export const isTimeLimit = (seconds: unknown): boolean =>
  typeof seconds === 'number' && seconds >= 1 && seconds <= longestTimeLimit;

export const isWorkerCount = (count: unknown): boolean =>
  Number.isInteger(count) && (count as number) >= 1 && (count as number) <= mostWorkersPerObject;

/** The element that does a task type. */
export const taskTags: Record<JobTaskType, string> = {
  classification: 'gt-classification-task',
  'multi-label': 'gt-multi-label-task',
  bbox: 'gt-bbox-task',
  'semantic-segmentation': 'gt-segmentation-task',
  'instance-segmentation': 'gt-instance-segmentation-task',
};

/** How many labels a job needs at least: with a single one there is nothing to choose, but something to draw. */
export const fewestLabels: Record<JobTaskType, number> = {
  classification: 2,
  'multi-label': 2,
  bbox: 1,
  'semantic-segmentation': 1,
  'instance-segmentation': 1,
};

/** How many labels the console of Ground Truth takes; here more are possible. */
export const mostLabels: Record<JobTaskType, number> = {
  classification: 30,
  'multi-label': 50,
  bbox: 50,
  'semantic-segmentation': 10,
  'instance-segmentation': 10,
};

/** True for labels that are masks: files of their own, in names that end in `-ref`. */
export const isMaskTask = (taskType: JobTaskType): boolean =>
  taskType === 'semantic-segmentation' || taskType === 'instance-segmentation';

/** True for tasks that are done on a picture, by drawing. */
export const needsPicture = (taskType: JobTaskType): boolean => taskType === 'bbox' || isMaskTask(taskType);

/** The label attribute name of a job unless somebody wants another one. */
export const attributeFor = (jobName: string, taskType: JobTaskType): string =>
  defaultAttributeName(jobName, isMaskTask(taskType));

/** A job name made of a title: letters, digits and hyphens, as the rules for job names want it. */
export function jobNameFor(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '')
    .toLowerCase();
  return name || 'labeling-job';
}
