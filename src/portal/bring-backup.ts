import {member, type JsonObject, type JsonValue} from '../base/json.js';
import {membersIn, textIn} from '../base/json-readers.js';
import {errorAt, fail, ok, warningAt, type Problem, type Result} from '../base/result.js';
import type {FolderFile} from '../media/folder.js';
import type {BackupHead, BackupPurpose} from '../session/backup/backup-lines.js';
import {readBackupHead, restoreBackup, type Restored} from '../session/backup/restore-backup.js';
import {partIn, type Part} from '../session/part.js';
import {reviewedBy, reviewOf} from '../session/review/review-log.js';
import type {SavedSession, SessionStore, WorkerProfile} from '../session/session-store.js';
import {textHash} from '../session/text-hash.js';
import {without} from '../session/without.js';
import type {Strings} from '../strings/strings.js';
import {nameOf} from './job-summary.js';
import {agreedKey, Jobs, partOf, type StoredJob} from './jobs.js';
import {formerWorkerId} from './people.js';
import {isPortalJob} from './portal-job.js';

/** Bytes that a compressed file begins with; no other kind of file that the portal takes does. */
const gzipMark = [0x1f, 0x8b];

/** True when all that was brought can be backups, job files or work files. */
export async function areBackups(files: readonly FolderFile[]): Promise<boolean> {
  for (const {file} of files) {
    const start = new Uint8Array(await file.slice(0, gzipMark.length).arrayBuffer());
    if (!gzipMark.every((byte, at) => start[at] === byte)) return false;
  }
  return files.length > 0;
}

export type Person = Pick<WorkerProfile, 'id' | 'name'>;

/** What came out of a file. */
export interface Brought {
  readonly restored: Restored;
  readonly job: StoredJob;
  readonly purpose: BackupPurpose | undefined;
  /** Who keeps a backup of everything. */
  readonly savedBy: Person | undefined;
  /** What the worker of a work file is called. */
  readonly worker: string;
  /** The items that a job file asks for. */
  readonly part: Part;
}

/** Brings what is in a backup, a job file or a work file into the store, or what it knows more about a job here. */
export async function bringBackup(
  file: File,
  store: SessionStore,
  people: readonly WorkerProfile[],
  words: Pick<Strings, 'portal' | 'people'>,
): Promise<Result<Brought>> {
  const jobs = new Jobs(store);
  const head = await readBackupHead(file);
  if (!head.ok) return head;
  const {jobName, settings, purpose} = head.value;
  const wrong = (code: string, message: string) => fail(errorAt(file.name, code, message));
  if (!isPortalJob(member(settings, 'portal')))
    return wrong('portal/foreign-backup', words.portal.foreignBackup(jobName));
  const here = await jobs.named(head.value);
  if (purpose === 'work' && !here) return wrong('portal/no-job', words.people.noJobFor(jobName));
  const warnings: Problem[] = [];
  const place = async (given: BackupHead): Promise<BackupHead> => {
    // Nobody agrees to anything by a file.
    const one = {...given, settings: without(given.settings, 'savedBy', agreedKey)};
    const home = here ?? (await jobs.named(one));
    if (!home) return one;
    if (reviewedBy(one) !== undefined) return {...one, settings: reviewOf(home.id)};
    // In the first releases the home was also somebody's work.
    const isHome = !isWork(one) && (one.workerId === '' || one.workerId === home.home.workerId);
    if (isHome) return {...one, workerId: home.home.workerId};
    const placed = placeWork(one, home, people);
    if (placed.workerId !== one.workerId) {
      const message = words.people.sameWorkerId(String(member(one.settings, 'worker')));
      warnings.push(warningAt(file.name, 'portal/same-worker', message));
    }
    return placed;
  };
  const restored = await restoreBackup(file, store, Date.now(), place);
  if (!restored.ok) return restored;
  const part = partIn(member(settings, 'part'));
  if (purpose === 'job' && here && partOf(here.home).stretches) await widen(store, here.home, part);
  const job = await jobs.named(head.value);
  if (!job) throw new Error(`The job ${jobName} could not be read back after it was stored.`);
  if (purpose === 'work') await keepName(store, restored.value.session, head.value);
  const worker = text(member(settings, 'worker'));
  const savedBy = personIn(member(settings, 'savedBy'));
  return ok({restored: restored.value, job, purpose, savedBy, worker, part}, [
    ...warnings,
    ...(restored.warnings ?? []),
  ]);
}

function personIn(value: JsonValue | undefined): Person | undefined {
  const {id, name} = membersIn<Person>(value, {id: textIn, name: textIn});
  return id ? {id, name: name ?? ''} : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Somebody's work, not the home of a job: also those of a backup of everything. */
const isWork = ({purpose, settings}: BackupHead): boolean =>
  purpose === 'work' || member(settings, 'portalOf') !== undefined;

/**
 * Work belongs to the job here, under the id of its worker. The first releases called everybody the same: somebody who
 * has that id and another name is another person.
 */
function placeWork(head: BackupHead, {id, home, sessions}: StoredJob, people: readonly WorkerProfile[]) {
  const name = text(member(head.settings, 'worker'));
  const part = member(head.settings, 'part');
  const isHome = head.workerId === home.workerId;
  const settings: JsonObject = {
    ...(isHome ? home.settings : {portalOf: id}),
    ...(part !== undefined && {part}),
    ...(name && {worker: name}),
  };
  const there = sessions.find(({workerId}) => workerId === head.workerId);
  const known = there ? nameOf(there, people) : people.find(({id: one}) => one === head.workerId)?.name;
  const isOther = head.workerId === formerWorkerId && name && known && name !== known;
  if (!isOther) return {...head, settings};
  const workerId = `${head.workerId}-${textHash(name)}`;
  return {...head, workerId, settings: {...without(settings, 'portal'), portalOf: id}};
}

/** A worker may be called otherwise by now. */
async function keepName(store: SessionStore, {id, settings}: SavedSession, head: BackupHead): Promise<void> {
  const worker = text(member(head.settings, 'worker'));
  if (worker && member(settings, 'worker') !== worker)
    await store.updateSession(id, {settings: {...settings, worker}}, Date.now());
}

/** This machine was given another part of a job it has a part of. */
async function widen(store: SessionStore, {id, settings}: SavedSession, more: Part): Promise<void> {
  const {stretches} = partIn(member(settings, 'part')).with(more);
  const changed = {...without(settings as {part?: never}, 'part'), ...(stretches && {part: stretches})};
  await store.updateSession(id, {settings: changed as JsonObject}, Date.now());
}
