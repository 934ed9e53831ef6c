import {fail, ok, type Result} from '../base/result.js';
import {openManifest} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';
import {firstProblem} from './first-problem.js';
import type {IncomingData} from './incoming-data.js';
import {attributeFor, type JobDefinition} from './job.js';
import type {PicturePlaces} from './job-media.js';
import {suggestDefinition, summarise, type ManifestSummary} from './job-suggestion.js';

/** A job that is being set up: what was brought and what is known about it. */
export interface JobDraft {
  readonly data: IncomingData;
  readonly total: number;
  readonly summary: ManifestSummary;
  readonly definition: JobDefinition;
  readonly places: PicturePlaces;
}

/** What a new job may look like, told by its manifest; or why there is nothing to label in it. */
export async function draftJob(data: IncomingData, taken: readonly string[]): Promise<Result<JobDraft>> {
  const manifest = await openManifest(data.manifest, {index: indexInWorker});
  const summary = await summarise(manifest);
  if (!summary.first) return fail(await firstProblem(data.manifest));
  const definition = suggestDefinition(data.name, summary);
  const jobName = freeName(definition.jobName, taken);
  return ok({
    data,
    total: manifest.lineCount,
    summary,
    definition: {...definition, jobName, labelAttributeName: attributeFor(jobName, definition.taskType)},
    places: {files: data.pictures, ...(data.baseUrl ? {baseUrl: data.baseUrl} : {})},
  });
}

/** The name, with a number when it is taken: two jobs of one name would be one job. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${name.slice(0, 58)}-${number}`;
  return free;
}
