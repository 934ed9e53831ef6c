import {errorAt, fail, type Result} from '../base/result.js';
import {member} from '../base/json.js';
import type {FolderFile} from '../media/folder.js';
import {readBackupHead, restoreBackup, type Restored} from '../session/backup/restore-backup.js';
import type {SessionStore} from '../session/session-store.js';
import type {Strings} from '../strings/strings.js';
import {isPortalJob} from './portal-job.js';

/** Bytes that a compressed file begins with; no other kind of file that the portal takes does. */
const gzipMark = [0x1f, 0x8b];

/** The one file that was brought, if it can be a backup. */
export async function backupIn(files: readonly FolderFile[]): Promise<File | undefined> {
  const [only, another] = files;
  if (!only || another) return undefined;
  const start = new Uint8Array(await only.file.slice(0, gzipMark.length).arrayBuffer());
  return gzipMark.every((byte, at) => start[at] === byte) ? only.file : undefined;
}

/** Brings the job of a backup into the store, or what the backup knows more about it. */
export async function bringBackup(
  file: File,
  store: SessionStore,
  words: Strings['portal'],
): Promise<Result<Restored>> {
  const head = await readBackupHead(file);
  if (!head.ok) return head;
  const {jobName, settings} = head.value;
  if (!isPortalJob(member(settings, 'portal')))
    return fail(errorAt(file.name, 'portal/foreign-backup', words.foreignBackup(jobName)));
  return restoreBackup(file, store, Date.now());
}
