import {openManifest} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';
import {exportJob} from '../session/export-job.js';
import {exportManifest, type Exported} from '../session/export-manifest.js';
import type {Backup} from '../session/backup/write-backup.js';
import type {SessionStore} from '../session/session-store.js';
import {saveFile} from '../elements/shared/save-file.js';
import type {Strings} from '../strings/strings.js';
import type {StoredJob} from './jobs.js';

/** The file name of a job's output manifest. */
export const outputName = ({definition}: StoredJob): string => `${definition.jobName}.output.manifest`;

/** The sessions of a job whose answers count, beside one of them. */
export const otherSessions = ({id, sessions}: StoredJob, beside = id): readonly string[] =>
  [id, ...sessions.map((session) => session.id)].filter(
    (one, at, all) => one !== beside && all.indexOf(one) === at,
  );

/** Downloads the output manifest of a job, or the whole job as a zip, with the answers of all who work on it. */
export async function exportFile(
  kind: 'export-manifest' | 'export-job',
  store: SessionStore,
  job: StoredJob,
  manifest: Blob,
): Promise<Exported> {
  const source = {
    store,
    session: job.id,
    others: otherSessions(job),
    reviews: job.reviews.map(({id}) => id),
    manifest: await openManifest(manifest, {index: indexInWorker}),
    unsaved: new Map(),
  };
  const isZip = kind === 'export-job';
  const exported = await (isZip ? exportJob(source, job.definition.jobName) : exportManifest(source));
  saveFile(exported.blob, isZip ? `${job.definition.jobName}.zip` : outputName(job));
  return exported;
}

/** Places of items named in a sentence: a few of them. */
const fewPlaces = 10;

/** What a person must know about a file that was downloaded: what is not in it, and what was chosen for it. */
export function remarksOn(
  {unreadable, changed = [], several = [], rejected = []}: Pick<Backup, 'unreadable'> & Partial<Exported>,
  words: Strings['people'],
): readonly string[] {
  const places = unreadable.slice(0, fewPlaces).map((index) => index + 1);
  const more = unreadable.length > fewPlaces ? ' …' : '';
  return [
    ...(unreadable.length > 0 ? [words.unreadable(places.join(', ') + more, unreadable.length)] : []),
    ...(changed.length > 0 ? [words.changedLines(changed.length)] : []),
    ...(several.length > 0 ? [words.several(several.length)] : []),
    ...(rejected.length > 0 ? [words.rejected(rejected.length)] : []),
  ];
}
