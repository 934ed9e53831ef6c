import {openManifest} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';
import {exportJob} from '../session/export-job.js';
import {exportManifest} from '../session/export-manifest.js';
import type {SessionStore} from '../session/session-store.js';
import {backupEnding} from '../session/backup/backup-lines.js';
import {writeBackup} from '../session/backup/write-backup.js';
import {saveFile} from '../elements/shared/save-file.js';
import type {StoredJob} from './jobs.js';

/** The file name of a job's output manifest. */
export const outputName = ({definition}: StoredJob): string => `${definition.jobName}.output.manifest`;

/** Downloads the output manifest of a job, or the whole job as a zip, from what is stored. */
export async function exportFile(
  kind: 'export-manifest' | 'export-job',
  store: SessionStore,
  job: StoredJob,
  manifest: Blob,
): Promise<void> {
  const source = {
    store,
    session: job.id,
    manifest: await openManifest(manifest, {index: indexInWorker}),
    unsaved: new Map(),
  };
  if (kind === 'export-job') {
    const {blob} = await exportJob(source, job.definition.jobName);
    saveFile(blob, `${job.definition.jobName}.zip`);
  } else {
    const {blob} = await exportManifest(source);
    saveFile(blob, outputName(job));
  }
}

/** Downloads everything that is stored of a job as one file. */
export async function downloadBackup(store: SessionStore, {session, definition}: StoredJob): Promise<void> {
  const {blob} = await writeBackup({store, session, unsaved: new Map()}, Date.now());
  saveFile(blob, `${definition.jobName}${backupEnding}`);
}
