import {isJsonObject, member, type JsonObject} from '../base/json.js';
import {checkDeliveryPlace} from '../delivery/http-sink.js';
import {isItemChoice} from '../formats/choose-items.js';
import type {FolderFile} from '../media/folder.js';
import type {SavedSession, SessionStore} from '../session/session-store.js';
import {readDraftData, stepNames, type JobDraft, type StepName} from './draft-job.js';
import type {IncomingData, TableSource} from './incoming-data.js';
import {isTimeLimit, isWorkerCount, type JobDefinition} from './job.js';
import {isPortalJob} from './portal-job.js';

/** Pictures of a draft are kept up to this size: they are stored once more with the job. */
const mostDraftBytes = 64 * 1024 * 1024;

/** Drafts of tabs that never came back are forgotten after this time, in ms. */
const forgottenAfter = 3 * 24 * 3600 * 1000;

/** Under this name a tab knows its own draft again after a reload. */
const tabKey = 'gt-elements.draft';

/** Here stands what was decided last: written at once, while the store takes its time. */
const lastKey = 'gt-elements.draft.last';

const pictureName = 'picture:';

/** What is kept of a draft beside its files. */
interface StoredDraft {
  readonly name: string;
  readonly baseUrl?: string;
  readonly table?: Omit<TableSource, 'file'>;
  readonly definition: JobDefinition;
  readonly choice: JobDraft['choice'];
  readonly step: StepName;
  readonly left: readonly StepName[];
  readonly named: boolean;
}

/** Keeps the job that is being made in this tab, so that a reload in the middle costs nothing. */
export class DraftStore {
  readonly #store: SessionStore;
  readonly #now: () => number;
  /** The data and pictures that are stored already. */
  #kept: Files | undefined;
  /** Names the data and pictures of the draft; decisions belong to the data they were made on. */
  #version: {readonly name: string; readonly of: Files} | undefined;
  #waiting: JobDraft | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: SessionStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** Stores a draft, soon; of several in a row the last. What cannot be stored lasts as long as the page. */
  keep(draft: JobDraft): void {
    const isWaiting = this.#waiting !== undefined;
    this.#waiting = draft;
    if (!this.#version || !haveSameFiles(this.#version.of, draft))
      this.#version = {name: crypto.randomUUID(), of: draft};
    rememberLast({version: this.#version.name, draft: storedDraft(draft)});
    if (!isWaiting) this.#queue(() => this.#write());
  }

  /** Resolves when everything that was asked for is stored. */
  get settled(): Promise<unknown> {
    return this.#last;
  }

  /** Forgets the draft of this tab: it became a job, or nobody wants it. */
  discard(): void {
    this.#waiting = undefined;
    this.#kept = undefined;
    this.#version = undefined;
    rememberLast(undefined);
    this.#queue(async () => {
      const session = await this.#own();
      if (session) await this.#store.removeSession(session.id);
    });
  }

  /** The draft of this tab, as it was left. `isWhole`: with all its pictures. */
  async restore(): Promise<{readonly draft: JobDraft; readonly isWhole: boolean} | undefined> {
    await this.#sweep();
    const session = await this.#own();
    const manifest = session && (await this.#store.source(session.id, 'manifest'));
    const version = session && member(session.settings, 'version');
    const last = lastDraft();
    const stored: unknown =
      last?.version === version ? last?.draft : session && member(session.settings, 'draft');
    if (!session || !manifest || typeof version !== 'string' || !isStoredDraft(stored)) return undefined;
    const files = await this.#pictures(session.id);
    const table = stored.table && (await this.#store.source(session.id, 'table'));
    const data: IncomingData = {
      name: stored.name,
      manifest,
      pictures: files,
      ...(stored.table && table ? {table: {...stored.table, file: table}} : {}),
    };
    const read = await readDraftData(data);
    if (!read.ok) return undefined;
    const {definition, choice, step, left, named, baseUrl} = stored;
    const places = {files, ...(baseUrl ? {baseUrl} : {})};
    this.#kept = {data: read.value.data, places};
    this.#version = {name: version, of: this.#kept};
    const isWhole = member(session.settings, 'withPictures') !== false;
    return {draft: {...read.value, definition, choice, step, left, named, places}, isWhole};
  }

  #queue(act: () => Promise<void>): void {
    this.#last = this.#last.then(act).catch(() => {});
  }

  async #write(): Promise<void> {
    const draft = this.#waiting;
    const version = this.#version?.name;
    this.#waiting = undefined;
    if (!draft || !version) return;
    const isNew = !this.#kept || !haveSameFiles(this.#kept, draft);
    if (isNew) await this.#removeOwn();
    const {id, settings} = await this.#store.openSession(identityOf(tabId()), this.#now());
    const withPictures = isNew
      ? await this.#writeFiles(id, draft)
      : (member(settings, 'withPictures') ?? true);
    const kept = {version, draft: storedDraft(draft), withPictures} as unknown as JsonObject;
    await this.#store.updateSession(id, {settings: kept}, this.#now());
    this.#kept = {data: draft.data, places: draft.places};
  }

  async #writeFiles(id: string, {data, places}: JobDraft): Promise<boolean> {
    await this.#store.putSource(id, 'manifest', data.manifest);
    if (data.table) await this.#store.putSource(id, 'table', data.table.file);
    const files = places.files ?? [];
    if (files.reduce((sum, {file}) => sum + file.size, 0) > mostDraftBytes) return false;
    for (const {path, file} of files) await this.#store.putSource(id, pictureName + path, file);
    return true;
  }

  async #pictures(id: string): Promise<readonly FolderFile[]> {
    const files: FolderFile[] = [];
    for (const name of await this.#store.sourceNames(id)) {
      const blob = name.startsWith(pictureName) ? await this.#store.source(id, name) : undefined;
      const path = name.slice(pictureName.length);
      if (blob) files.push({path, file: new File([blob], path.split('/').at(-1) ?? path, {type: blob.type})});
    }
    return files;
  }

  async #own(): Promise<SavedSession | undefined> {
    const {workerId} = identityOf(tabId());
    return (await this.#store.sessions()).find(
      (session) => isDraft(session) && session.workerId === workerId,
    );
  }

  async #removeOwn(): Promise<void> {
    const session = await this.#own();
    if (session) await this.#store.removeSession(session.id);
  }

  async #sweep(): Promise<void> {
    const before = this.#now() - forgottenAfter;
    for (const session of await this.#store.sessions())
      if (isDraft(session) && session.changedAt < before) await this.#store.removeSession(session.id);
  }
}

/** No job has an empty name, so no job can be taken for a draft or the other way round. */
const identityOf = (tab: string) => ({jobName: '', labelAttributeName: '', workerId: `draft ${tab}`});

const isDraft = ({jobName, settings}: SavedSession): boolean =>
  jobName === '' && member(settings, 'draft') !== undefined;

type Files = Pick<JobDraft, 'data' | 'places'>;

const haveSameFiles = (one: Files, other: Files): boolean =>
  one.data === other.data && one.places.files === other.places.files;

interface LastDraft {
  readonly version: string;
  readonly draft: unknown;
}

function rememberLast(last: LastDraft | undefined): void {
  try {
    sessionStorage.removeItem(lastKey);
    if (last) sessionStorage.setItem(lastKey, JSON.stringify(last));
  } catch {
    // Refused, or too many pictures in the instructions: the store has it a moment later.
  }
}

function lastDraft(): LastDraft | undefined {
  try {
    const last: unknown = JSON.parse(sessionStorage.getItem(lastKey) ?? 'null');
    return isJsonObject(last as never) ? (last as LastDraft) : undefined;
  } catch {
    return undefined;
  }
}

function tabId(): string {
  try {
    const known = sessionStorage.getItem(tabKey);
    if (known) return known;
    const made = crypto.randomUUID();
    sessionStorage.setItem(tabKey, made);
    return made;
  } catch {
    return 'page'; // Without memory for the tab all tabs share one draft, which is better than none.
  }
}

function storedDraft({data, places, definition, choice, step, left, named}: JobDraft): StoredDraft {
  const {timeLimit, workersPerObject, deliverTo, ...rest} = definition;
  const {baseUrl} = places;
  return {
    name: data.name,
    ...(baseUrl ? {baseUrl} : {}),
    ...(data.table ? {table: withoutFile(data.table)} : {}),
    definition: {
      ...rest,
      ...(timeLimit !== undefined && isTimeLimit(timeLimit) ? {timeLimit} : {}),
      ...(workersPerObject !== undefined && isWorkerCount(workersPerObject) ? {workersPerObject} : {}),
      ...(deliverTo !== undefined && checkDeliveryPlace(deliverTo).ok ? {deliverTo} : {}),
    },
    choice,
    step,
    left,
    named,
  };
}

const withoutFile = ({columns, header, column, as}: TableSource) => ({columns, header, column, as});

const isStep = (value: unknown): value is StepName => stepNames.includes(value as StepName);

function isStoredDraft(value: unknown): value is StoredDraft {
  if (!isJsonObject(value as never)) return false;
  const {name, definition, choice, step, left, baseUrl, table} = value as Record<string, unknown>;
  return (
    isPortalJob({definition, source: name, total: 0}) &&
    isItemChoice(choice) &&
    isStep(step) &&
    Array.isArray(left) &&
    left.every(isStep) &&
    (baseUrl === undefined || typeof baseUrl === 'string') &&
    (table === undefined || isJsonObject(table as never))
  );
}
