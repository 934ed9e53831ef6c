import {fail, ok, type Result} from '../base/result.js';
import {everyItem, type ItemChoice} from '../formats/choose-items.js';
import {openManifest} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';
import {firstProblem} from './first-problem.js';
import type {IncomingData} from './incoming-data.js';
import {attributeFor, fewestLabels, type JobDefinition} from './job.js';
import {needsPlace, type PicturePlaces} from './job-media.js';
import {suggestDefinition, summarise, type ManifestSummary} from './job-suggestion.js';

/** What is decided about a job, in this order. */
export const stepNames = ['data', 'task', 'labels', 'instructions', 'review'] as const;
export type StepName = (typeof stepNames)[number];

/** Data that was brought, and what is known about it. */
export interface DraftData {
  readonly data: IncomingData;
  readonly total: number;
  readonly summary: ManifestSummary;
}

/** A job that is being set up: the data, what was decided so far, and how far it is. */
export interface JobDraft extends DraftData {
  readonly definition: JobDefinition;
  readonly places: PicturePlaces;
  /** Which of the items are in the job. */
  readonly choice: ItemChoice;
  readonly step: StepName;
  /** Steps a person has left: what is missing there is told. */
  readonly left: readonly StepName[];
  /** The names were typed: they no longer follow the title. */
  readonly named: boolean;
}

/** Looks into the data; or says why there is nothing to label in it. */
export async function readDraftData(data: IncomingData): Promise<Result<DraftData>> {
  const manifest = await openManifest(data.manifest, {index: indexInWorker});
  const summary = await summarise(manifest);
  if (!summary.first) return fail(await firstProblem(data.manifest));
  return ok({data, total: manifest.lineCount, summary});
}

/** What a new job may look like, told by its manifest; or why there is nothing to label in it. */
export async function draftJob(data: IncomingData, taken: readonly string[]): Promise<Result<JobDraft>> {
  const read = await readDraftData(data);
  if (!read.ok) return read;
  const suggested = suggestDefinition(data.name, read.value.summary);
  const jobName = freeName(suggested.jobName, taken);
  const definition = {
    ...suggested,
    jobName,
    labelAttributeName: attributeFor(jobName, suggested.taskType),
  };
  return ok({
    ...read.value,
    definition,
    places: placesOf(data),
    choice: everyItem,
    step: firstStep(read.value, definition),
    left: [],
    named: false,
  });
}

/** Where the pictures are that came with the data. */
export const placesOf = ({pictures, baseUrl}: IncomingData): PicturePlaces => ({
  files: pictures,
  ...(baseUrl ? {baseUrl} : {}),
});

/** The first step where something is left to decide: with labels in the manifest that is the last one. */
function firstStep({data, summary}: DraftData, {labels, taskType}: JobDefinition): StepName {
  if (data.table) return 'data';
  if (labels.length >= fewestLabels[taskType]) return 'review';
  return summary.references.some(needsPlace) && data.pictures.length === 0 && !data.baseUrl ? 'data' : 'task';
}

/** The name, with a number when it is taken: two jobs of one name would be one job. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${name.slice(0, 58)}-${number}`;
  return free;
}
