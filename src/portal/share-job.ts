import type {JsonObject} from '../base/json.js';
import {backupEnding, jobEnding} from '../session/backup/backup-lines.js';
import {writeBackup, type Backup, type BackupSource} from '../session/backup/write-backup.js';
import {inParts, type Part} from '../session/part.js';
import type {SavedSession, SessionStore, WorkerProfile} from '../session/session-store.js';
import {without} from '../session/without.js';
import type {StoredJob} from './jobs.js';

/** A file for somebody else. */
export interface FileToSend extends Backup {
  readonly name: string;
}

const portalOf = ({definition, source, total}: StoredJob) =>
  ({definition, source, total}) as unknown as JsonObject;

/** A job without anybody's work, for people to do: as one file for all of them, or as so many files with a part each. */
export async function* jobFiles(
  job: StoredJob,
  store: SessionStore,
  parts: number,
): AsyncGenerator<FileToSend> {
  const {jobName} = job.definition;
  if (parts < 2) {
    yield {...(await jobFile(job, store)), name: `${jobName}${jobEnding}`};
    return;
  }
  for (const [index, part] of inParts(job.total, parts).entries()) {
    const name = `${jobName}.part-${index + 1}-of-${parts}${jobEnding}`;
    yield {...(await jobFile(job, store, part)), name};
  }
}

/**
 * A job file for some of the objects, such as those of a batch or those whose answers were rejected. What was decided
 * about them goes with it, so that their workers read why they are to be done again.
 */
export async function partFile(
  job: StoredJob,
  store: SessionStore,
  part: Part,
  name: string,
): Promise<FileToSend> {
  const reviews = job.reviews.map((session): BackupSource => ({store, session, unsaved: new Map(), part}));
  return {
    ...(await jobFile(job, store, part, reviews)),
    name: `${job.definition.jobName}.${name}${jobEnding}`,
  };
}

function jobFile(
  job: StoredJob,
  store: SessionStore,
  part?: Part,
  reviews: readonly BackupSource[] = [],
): Promise<Backup> {
  const session: SavedSession = {
    ...without(job.home, 'place'),
    workerId: '',
    cursor: 0,
    seq: 0,
    settings: {portal: portalOf(job), ...(part?.stretches && {part: part.stretches})},
  };
  const source = {store, session, unsaved: new Map(), leavesItemsOut: true, purpose: 'job'} as const;
  return writeBackup([source, ...reviews], Date.now());
}

/** One worker's work, for whoever shared the job with them. The manifest and the pictures are there already. */
export async function workFile(
  job: StoredJob,
  store: SessionStore,
  session: SavedSession,
  {name}: Pick<WorkerProfile, 'name'>,
): Promise<FileToSend> {
  const settings = {...session.settings, portal: portalOf(job), worker: name};
  const source = {
    store,
    session: {...session, settings},
    unsaved: new Map(),
    leavesSourcesOut: true,
    purpose: 'work',
  } as const;
  const fileName = `${job.definition.jobName}.${session.workerId}${backupEnding}`;
  return {...(await writeBackup(source, Date.now())), name: fileName};
}

/** Everything there is of a job: the job itself and the work of everybody. It says who keeps it, to go on elsewhere. */
export async function wholeJobFile(
  job: StoredJob,
  store: SessionStore,
  {id, name}: Pick<WorkerProfile, 'id' | 'name'>,
): Promise<FileToSend> {
  const home = {...job.home, settings: {...job.home.settings, savedBy: {id, name}}};
  const others = job.sessions.filter((session) => session.id !== job.id);
  const sources = [home, ...others, ...job.reviews].map((session): BackupSource => ({
    store,
    session,
    unsaved: new Map(),
  }));
  return {...(await writeBackup(sources, Date.now())), name: `${job.definition.jobName}${backupEnding}`};
}
