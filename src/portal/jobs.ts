import {member, type JsonObject} from '../base/json.js';
import {errorAt, fail, ok, type Problem, type Result} from '../base/result.js';
import type {FolderFile} from '../media/folder.js';
import type {SavedSession, SessionStore} from '../session/session-store.js';
import type {JobDefinition} from './job.js';
import {isPortalJob} from './portal-job.js';
import type {PicturePlaces} from './job-media.js';

/** There is one worker on this machine; the name stands in the worker responses. */
export const workerId = 'local-worker';

/** Pictures are kept with a job up to this size, so that a closed browser can go on without asking for them. */
const mostPictureBytes = 256 * 1024 * 1024;

const manifestName = 'manifest';
const picturePrefix = 'picture:';

/** A job as it is stored: its definition and where its items came from. */
export interface StoredJob {
  readonly id: string;
  readonly definition: JobDefinition;
  readonly source: string;
  readonly total: number;
  readonly session: SavedSession;
}

/** What a new job is made of. */
export interface NewJob {
  readonly definition: JobDefinition;
  readonly manifest: Blob;
  /** The name of the file the items came from. */
  readonly source: string;
  readonly total: number;
  readonly pictures: readonly FolderFile[];
}

/** The portal's jobs in the session store: each is one session with its definition, manifest and pictures beside it. */
export class Jobs {
  readonly #store: SessionStore;
  readonly #now: () => number;
  /** Pictures too large to be kept: here until the page is closed. */
  readonly #visiting = new Map<string, readonly FolderFile[]>();

  constructor(store: SessionStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** The jobs, the last one worked on first. Sessions that other pages made are left out. */
  async list(): Promise<readonly StoredJob[]> {
    const sessions = await this.#store.sessions();
    return sessions.map(jobOf).filter((job) => job !== undefined);
  }

  async find(id: string): Promise<StoredJob | undefined> {
    return (await this.list()).find((job) => job.id === id);
  }

  /** Stores a job and gives it back. Names that belong to another job are refused: both would be one job. */
  async create({definition, manifest, source, total, pictures}: NewJob): Promise<Result<StoredJob>> {
    const {jobName, labelAttributeName} = definition;
    const {id, settings: before} = await this.#store.openSession(
      {jobName, labelAttributeName, workerId},
      this.#now(),
    );
    if (member(before, 'portal') !== undefined) return fail(nameTaken(jobName));
    try {
      await this.#store.putSource(id, manifestName, manifest);
      await this.keepPictures(id, pictures);
      const settings = {portal: {definition, source, total}} as unknown as JsonObject;
      const session = await this.#store.updateSession(id, {settings}, this.#now());
      const job = session && jobOf(session);
      if (!job) throw new Error(`The job ${id} could not be read back after it was stored.`);
      return ok(job);
    } catch (error) {
      await this.#store.removeSession(id).catch(() => {}); // Half a job is worse than none.
      throw error;
    }
  }

  /** Where the references of a job lead from now on. */
  async changeBaseUrl({id, definition, source, total}: StoredJob, baseUrl: string): Promise<void> {
    const settings = {portal: {definition: {...definition, baseUrl}, source, total}} as unknown as JsonObject;
    await this.#store.updateSession(id, {settings}, this.#now());
  }

  /** Keeps pictures with the job. Too large a folder is remembered only for this visit. */
  async keepPictures(id: string, pictures: readonly FolderFile[]): Promise<void> {
    const bytes = pictures.reduce((sum, {file}) => sum + file.size, 0);
    if (bytes > mostPictureBytes) {
      this.#visiting.set(id, pictures);
      return;
    }
    this.#visiting.delete(id);
    for (const {path, file} of pictures) await this.#store.putSource(id, picturePrefix + path, file);
  }

  /** True when the pictures of a job must be pointed at again on the next visit. */
  forgetsPictures(id: string): boolean {
    return this.#visiting.has(id);
  }

  manifest(id: string): Promise<Blob | undefined> {
    return this.#store.source(id, manifestName);
  }

  /** The pictures kept with a job and its base address. */
  async places({id, definition}: StoredJob): Promise<PicturePlaces> {
    const files: FolderFile[] = [...(this.#visiting.get(id) ?? [])];
    for (const name of await this.#store.sourceNames(id)) {
      if (!name.startsWith(picturePrefix)) continue;
      const blob = await this.#store.source(id, name);
      const path = name.slice(picturePrefix.length);
      if (blob) files.push({path, file: new File([blob], path.split('/').at(-1) ?? path, {type: blob.type})});
    }
    return {files, ...(definition.baseUrl ? {baseUrl: definition.baseUrl} : {})};
  }

  async remove(id: string): Promise<void> {
    await this.#store.removeSession(id);
  }
}

/** Two jobs with the same names would share their answers. */
export function nameTaken(jobName: string): Problem {
  return errorAt(
    'job name',
    'portal/name-taken',
    `There is a job named “${jobName}” already. Give this one another name, or go on with that one.`,
  );
}

/** Reads what {@link Jobs.create} stored; nothing for sessions of other pages. */
function jobOf(session: SavedSession): StoredJob | undefined {
  const portal: unknown = member(session.settings, 'portal');
  return isPortalJob(portal) ? {id: session.id, ...portal, session} : undefined;
}
