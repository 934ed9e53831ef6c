import {member, type JsonObject} from '../base/json.js';
import {errorAt, fail, ok, type Problem, type Result} from '../base/result.js';
import type {FolderFile} from '../media/folder.js';
import {machineId} from './machine-id.js';
import {partIn, type Part} from '../session/part.js';
import {reviewedBy, reviewOf} from '../session/review/review-log.js';
import type {SavedSession, SessionIdentity, SessionStore} from '../session/session-store.js';
import type {JobDefinition} from './job.js';
import {isPortalJob} from './portal-job.js';
import type {PicturePlaces} from './job-media.js';

/** Pictures are kept with a job up to this size, so that a closed browser can go on without asking for them. */
const mostPictureBytes = 256 * 1024 * 1024;

const manifestName = 'manifest';
const picturePrefix = 'picture:';

/**
 * A job as it is stored: its definition and where its items came from, in its home session; and the sessions of those
 * who work on it. Jobs of the first releases are at home in the session of their only worker.
 */
export interface StoredJob {
  /** The id of the home session. */
  readonly id: string;
  readonly definition: JobDefinition;
  readonly source: string;
  readonly total: number;
  readonly home: SavedSession;
  /** The sessions of workers, in the order they began. */
  readonly sessions: readonly SavedSession[];
  /** What requesters have decided about answers: a log of each machine on which they did. */
  readonly reviews: readonly SavedSession[];
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

/** The portal's jobs in the session store: each has a home with its definition, manifest and pictures, and workers. */
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
    return sessions
      .flatMap((home) => jobOf(home, sessions) ?? [])
      .toSorted((a, b) => lastChange(b) - lastChange(a));
  }

  async find(id: string): Promise<StoredJob | undefined> {
    return (await this.list()).find((job) => job.id === id);
  }

  /** The job with these names: there is at most one. */
  async named({
    jobName,
    labelAttributeName,
  }: Pick<SessionIdentity, 'jobName' | 'labelAttributeName'>): Promise<StoredJob | undefined> {
    const jobs = await this.list();
    return jobs.find(({home}) => home.jobName === jobName && home.labelAttributeName === labelAttributeName);
  }

  /** Stores a job and gives it back. Names that belong to another job are refused: both would be one job. */
  async create({definition, manifest, source, total, pictures}: NewJob): Promise<Result<StoredJob>> {
    const {jobName, labelAttributeName} = definition;
    if (await this.named(definition)) return fail(nameTaken(jobName));
    const {id} = await this.#store.openSession({jobName, labelAttributeName, workerId: ''}, this.#now());
    try {
      await this.#store.putSource(id, manifestName, manifest);
      await this.keepPictures(id, pictures);
      const settings = {portal: {definition, source, total}} as unknown as JsonObject;
      await this.#store.updateSession(id, {settings}, this.#now());
      const job = await this.find(id);
      if (!job) throw new Error(`The job ${id} could not be read back after it was stored.`);
      return ok(job);
    } catch (error) {
      await this.#store.removeSession(id).catch(() => {}); // Half a job is worse than none.
      throw error;
    }
  }

  /**
   * The session of a worker on a job, made when they come to it first. Who is given a part has that and what they had
   * before; who comes without one has what this machine was given of the job, most often all of it.
   */
  async join(job: StoredJob, workerId: string, given?: Part): Promise<SavedSession> {
    const {jobName, labelAttributeName} = job.home;
    const known = job.sessions.find((session) => session.workerId === workerId);
    if (known && !given) return known;
    const session =
      known ?? (await this.#store.openSession({jobName, labelAttributeName, workerId}, this.#now()));
    const part = given ? (known ? given.with(partOf(known)) : given) : partOf(job.home);
    const isHome = session.id === job.id;
    const settings = {
      ...session.settings,
      ...(!isHome && {portalOf: job.id}),
      ...(part.stretches && {part: part.stretches}),
    };
    if (!part.stretches) delete (settings as {part?: unknown}).part;
    // What was given now is what they came for.
    const change = {settings, ...(given && {cursor: given.at(0)})};
    return (await this.#store.updateSession(session.id, change, this.#now())) ?? session;
  }

  /** The worker wants their answers to be sent where the job says; without that nothing is. */
  async agreeToDelivery(job: StoredJob, workerId: string): Promise<void> {
    const {deliverTo} = job.definition;
    if (deliverTo === undefined) return;
    const {id, settings} = await this.join(job, workerId);
    await this.#store.updateSession(id, {settings: {...settings, [agreedKey]: deliverTo}}, this.#now());
  }

  /** The review log of a job on this machine, made when something is decided first. */
  async reviewLog({id, home: {jobName, labelAttributeName}}: StoredJob): Promise<string> {
    const identity = {jobName, labelAttributeName, workerId: `review ${machineId()}`};
    const session = await this.#store.openSession(identity, this.#now());
    if (reviewedBy(session) !== id)
      await this.#store.updateSession(session.id, {settings: reviewOf(id)}, this.#now());
    return session.id;
  }

  /** Where the references of a job lead from now on. */
  async changeBaseUrl({id, home, definition, source, total}: StoredJob, baseUrl: string): Promise<void> {
    const portal = {definition: {...definition, baseUrl}, source, total} as unknown as JsonObject;
    await this.#store.updateSession(id, {settings: {...home.settings, portal}}, this.#now());
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

  /** Removes a job with the work of everybody. Its home goes last: what is left of a job can be removed again. */
  async remove(id: string): Promise<void> {
    const job = await this.find(id);
    for (const session of [...(job?.sessions ?? []), ...(job?.reviews ?? [])])
      if (session.id !== id) await this.#store.removeSession(session.id);
    await this.#store.removeSession(id);
  }
}

/** In the settings of a worker's session: the address they want their answers to be sent to. */
export const agreedKey = 'deliversTo';

/** Where the answers of a session are sent: where the job says, when that is what its worker agreed to. */
export function deliveryOf(
  {definition: {deliverTo}}: StoredJob,
  {settings}: SavedSession,
): string | undefined {
  return member(settings, agreedKey) === deliverTo ? deliverTo : undefined;
}

/** The items a session is about. */
export const partOf = ({settings}: SavedSession): Part => partIn(member(settings, 'part'));

/** Two jobs with the same names would share their answers. */
export function nameTaken(jobName: string): Problem {
  return errorAt(
    'job name',
    'portal/name-taken',
    `There is a job named “${jobName}” already. Give this one another name, or go on with that one.`,
  );
}

/** Reads what {@link Jobs.create} stored; nothing for sessions of other pages and of workers. */
function jobOf(home: SavedSession, sessions: readonly SavedSession[]): StoredJob | undefined {
  const portal: unknown = member(home.settings, 'portal');
  if (!isPortalJob(portal) || member(home.settings, 'portalOf') !== undefined) return undefined;
  const workers = sessions.filter(
    (session) =>
      member(session.settings, 'portalOf') === home.id || (session === home && home.workerId !== ''),
  );
  const reviews = sessions.filter((session) => reviewedBy(session) === home.id);
  const inTheirOrder = (some: readonly SavedSession[]) => some.toSorted((a, b) => a.createdAt - b.createdAt);
  return {id: home.id, ...portal, home, sessions: inTheirOrder(workers), reviews: inTheirOrder(reviews)};
}

const lastChange = ({home, sessions}: StoredJob) =>
  Math.max(home.changedAt, ...sessions.map(({changedAt}) => changedAt));
