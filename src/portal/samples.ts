import {ok, type Result} from '../base/result.js';
import {openManifest} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';
import {fetchManifest} from './fetch-manifest.js';
import type {Example, JobDefinition} from './job.js';
import type {Jobs, StoredJob} from './jobs.js';

/** A sample job: a definition, the manifest it is for, and pictures for its card. */
export interface SampleJob {
  readonly id: string;
  readonly description: string;
  readonly manifestUrl: string;
  readonly cover: readonly string[];
  readonly definition: JobDefinition;
}

interface SampleFile extends JobDefinition {
  readonly id: string;
  readonly description: string;
  readonly manifest: string;
  readonly cover: readonly string[];
}

/** Reads the list of samples; its addresses are relative to it. */
export async function loadSamples(address: string): Promise<readonly SampleJob[]> {
  const base = new URL(address, document.baseURI);
  const response = await fetch(base);
  if (!response.ok) throw new Error(`${base.href} answered ${response.status}.`);
  const files = (await response.json()) as readonly SampleFile[];
  const photo = (name: string) => new URL(`photos/${name}`, base).href;
  const example = (given: Example | undefined) =>
    given?.picture ? {...given, picture: photo(given.picture)} : given;
  return files.map(({id, description, manifest, cover, ...definition}) => {
    const good = example(definition.instructions.good);
    const bad = example(definition.instructions.bad);
    return {
      id,
      description,
      manifestUrl: new URL(manifest, base).href,
      cover: cover.map(photo),
      definition: {
        ...definition,
        instructions: {...definition.instructions, ...(good ? {good} : {}), ...(bad ? {bad} : {})},
      },
    };
  });
}

/** The job of a sample: the one begun earlier, else a new one. */
export async function startSample(
  {definition, manifestUrl}: SampleJob,
  jobs: Jobs,
): Promise<Result<StoredJob>> {
  const begun = (await jobs.list()).find((job) => job.definition.jobName === definition.jobName);
  if (begun) return ok(begun);
  const data = await fetchManifest(manifestUrl);
  if (!data.ok) return data;
  const {manifest, name, baseUrl = ''} = data.value;
  const {lineCount} = await openManifest(manifest, {index: indexInWorker});
  return jobs.create({
    definition: {...definition, baseUrl},
    manifest,
    source: name,
    total: lineCount,
    pictures: [],
  });
}
