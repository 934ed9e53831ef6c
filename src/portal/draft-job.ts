import {fail, ok, type Result} from '../base/result.js';
import {openManifest} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';
import {firstProblem} from './first-problem.js';
import type {JobSummary} from './gt-job-list/gt-job-list.js';
import type {IncomingData} from './incoming-data.js';
import type {JobDefinition} from './job.js';
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
export async function draftJob(data: IncomingData, others: readonly JobSummary[]): Promise<Result<JobDraft>> {
  const manifest = await openManifest(data.manifest, {index: indexInWorker});
  const summary = await summarise(manifest);
  if (!summary.first) return fail(await firstProblem(data.manifest));
  return ok({
    data,
    total: manifest.lineCount,
    summary,
    definition: withFreeName(suggestDefinition(data.name, summary), others),
    places: {files: data.pictures, ...(data.baseUrl ? {baseUrl: data.baseUrl} : {})},
  });
}

/** Two jobs of one name would be one job: a new one gets a number. */
function withFreeName(definition: JobDefinition, others: readonly JobSummary[]): JobDefinition {
  const taken = new Set(others.map((job) => job.definition.jobName));
  let jobName = definition.jobName;
  for (let number = 2; taken.has(jobName); number++) jobName = `${definition.jobName.slice(0, 58)}-${number}`;
  return {...definition, jobName, labelAttributeName: jobName};
}
