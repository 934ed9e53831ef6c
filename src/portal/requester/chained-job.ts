import {ok, type Result} from '../../base/result.js';
import type {Manifest} from '../../formats/manifest.js';
import {exportManifest} from '../../session/export-manifest.js';
import type {SessionStore} from '../../session/session-store.js';
import {draftJob, freeName, type JobDraft} from '../draft-job.js';
import {otherSessions} from '../job-export.js';
import type {Jobs, StoredJob} from '../jobs.js';

/**
 * A job that goes on from the output of another one: the labels that count there are what its workers start from, and
 * correct. The label attribute stays the same, so that they are found; the new label takes the place of the old.
 */
export async function chainedJob(
  job: StoredJob,
  store: SessionStore,
  jobs: Jobs,
  manifest: Manifest,
  title: string,
  taken: readonly string[],
): Promise<Result<JobDraft>> {
  const {blob} = await exportManifest({
    store,
    session: job.id,
    others: otherSessions(job),
    reviews: job.reviews.map(({id}) => id),
    manifest,
    unsaved: new Map(),
  });
  const {files = [], baseUrl} = await jobs.places(job);
  const data = {name: job.definition.jobName, manifest: blob, pictures: files, ...(baseUrl && {baseUrl})};
  const draft = await draftJob(data, taken);
  if (!draft.ok) return draft;
  const jobName = freeName(`${job.definition.jobName.slice(0, 54)}-adjusted`, taken);
  const definition = {...job.definition, title, jobName};
  return ok({...draft.value, definition, step: 'review', named: true});
}
