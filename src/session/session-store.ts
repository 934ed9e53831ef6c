import type {JsonObject} from '../base/json.js';
import type {WorkerAnswer} from '../formats/worker-response.js';
import type {Step} from '../model/history.js';
import type {LastWords} from './last-words.js';

/** Identifies a session; see {@link sessionIdOf}. */
export type SessionId = string;

/** What makes a session the same one when a worker comes back. */
export interface SessionIdentity {
  readonly jobName: string;
  readonly labelAttributeName: string;
  readonly workerId: string;
}

/** The same job, label and worker give the same id; JSON keeps odd names apart. */
export function sessionIdOf({jobName, labelAttributeName, workerId}: SessionIdentity): SessionId {
  return JSON.stringify([jobName, labelAttributeName, workerId]);
}

/** A person who works on this machine. */
export interface WorkerProfile {
  /** What stands as `workerId` in answers. It never changes, and nobody else anywhere has it. */
  readonly id: string;
  /** What the person is called on the screen; empty until somebody says it. */
  readonly name: string;
  readonly createdAt: number;
}

/** People in the order they came. */
export const inOrder = (profiles: readonly WorkerProfile[]): readonly WorkerProfile[] =>
  profiles.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));

/**
 * How far an item is. `changed`: it was submitted and worked on since; until it is submitted again, the submitted
 * answer is the one that counts and is exported. `declined`: the worker will not do it. `released`: given back as it
 * was, it comes again after all others.
 */
export type ItemStatus =
  'untouched' | 'draft' | 'submitted' | 'changed' | 'skipped' | 'declined' | 'released';

/** The item has an answer that counts. */
export const hasAnswer = (status: ItemStatus): boolean => status === 'submitted' || status === 'changed';

/** How many items of a session are in which state. Changed ones count as submitted; all others wait. */
export interface SessionCounts {
  readonly draft: number;
  readonly submitted: number;
  readonly skipped: number;
  /** Missing where there never was one. */
  readonly declined?: number;
}

/** How the worker had set things up on an item: what is seen of it, the tool in hand. No part of the work. */
export interface WorkPlace {
  /** The 0-based line index of the item. */
  readonly index: number;
  /** Only the task element knows what is in it. */
  readonly workplace: JsonObject;
}

/** What may be set of a session beside its items. */
export type SessionChange = Partial<Pick<SavedSession, 'cursor' | 'place' | 'settings'>>;

/** One worker's work on one job. */
export interface SavedSession extends SessionIdentity {
  readonly id: SessionId;
  readonly createdAt: number;
  readonly changedAt: number;
  /** The item on screen: a 0-based line index. */
  readonly cursor: number;
  /** Goes up by one with every write of an item; the order in which things happened. */
  readonly seq: number;
  readonly counts: SessionCounts;
  /** How the worker had set things up, where that is known. */
  readonly place?: WorkPlace;
  /** Whatever the host keeps with the session: task type, labels, a fingerprint of the manifest. */
  readonly settings: JsonObject;
}

/** An answer that belongs to an earlier text of the line. It is kept and reported, never exported. */
export interface EarlierAnswer {
  readonly textHash: string;
  readonly at: number;
  readonly answer?: WorkerAnswer;
  readonly line?: string;
  readonly files?: readonly string[];
}

/** The files of an item by their paths: the masks that its answer and the earlier one refer to. */
export type ItemFiles = ReadonlyMap<string, Blob>;

/** What a worker has said about one item, without its steps. */
export interface ItemContent {
  readonly status: ItemStatus;
  /** How many steps of the log are done; those after it are undone. */
  readonly stepCount: number;
  readonly timeSpentMs: number;
  /** What of that time was over when the item was given back last: a time limit counts from there. */
  readonly releasedMs?: number;
  /** When the item first appeared to the worker, ISO 8601. */
  readonly acceptanceTime?: string;
  /** Fingerprint of the manifest line this work is about. */
  readonly textHash: string;
  /** The answer as a worker response holds it, with paths in the place of the contents of files. */
  readonly answer?: WorkerAnswer;
  /** The output line. */
  readonly line?: string;
  /** The paths of the files that answer and line refer to. */
  readonly files?: readonly string[];
  /** What is open and in no step yet, such as an outline; only the task element knows what is in it. */
  readonly draft?: JsonObject;
  /** Why the item was skipped or declined. */
  readonly reason?: string;
  readonly earlier?: EarlierAnswer;
}

export interface SavedItem extends ItemContent {
  readonly session: SessionId;
  readonly index: number;
  /** Goes up by one with every write of this item. */
  readonly rev: number;
  /** The session's `seq` of the last write. */
  readonly seq: number;
  readonly at: number;
  /** The id of the last edit, so that an edit written twice is recognised. */
  readonly edit: string;
}

/** An item with all its steps: the first `stepCount` are done, the rest undone and next in line for redo. */
export interface StoredWork {
  readonly item: SavedItem;
  readonly log: readonly Step[];
  /** The files that can still be read. */
  readonly files: ItemFiles;
}

/** One change of one item, prepared completely: storing it needs nothing but the store. */
export interface ItemEdit {
  readonly id: string;
  readonly session: SessionId;
  readonly index: number;
  /** The `rev` of the item this edit was made on; 0 when there was none. */
  readonly rev: number;
  /** The least that the item's revision becomes: for work that comes from another store with its revision. */
  readonly leastRev?: number;
  readonly at: number;
  readonly content: ItemContent;
  /** New steps, which take the place of everything in the log from number `from` on. */
  readonly steps?: {readonly from: number; readonly steps: readonly Step[]};
  /** New files of the item. Those that neither the answer nor the earlier one names any more are forgotten. */
  readonly files?: ItemFiles;
}

/** The paths of all files that an item must have. */
export function filesOf({files = [], earlier}: Pick<ItemContent, 'files' | 'earlier'>): readonly string[] {
  return [...files, ...(earlier?.files ?? [])];
}

/** `conflict`: somebody else wrote the item since; nothing was stored. `missing`: the session is not there. */
export type WriteOutcome =
  | {readonly kind: 'saved'; readonly item: SavedItem; readonly session: SavedSession}
  | {readonly kind: 'conflict'; readonly item: SavedItem | undefined}
  | {readonly kind: 'missing'};

/** A page of items in the order of their lines, and those that are there but cannot be read. */
export interface ItemPage {
  readonly items: readonly SavedItem[];
  readonly unreadable: readonly number[];
}

/** The same with steps and files. */
export interface WorkPage {
  readonly works: readonly StoredWork[];
  readonly unreadable: readonly number[];
}

/** Asks to be the only writer of a session until `until`. */
export interface LeaseRequest {
  readonly session: SessionId;
  readonly holder: string;
  readonly now: number;
  readonly until: number;
  /** Take it even from a living holder. */
  readonly steal?: boolean;
}

/**
 * Keeps sessions. `memory.ts` and `indexed-db.ts` are twins under one contract suite.
 *
 * A promise that resolves means: it is stored as safely as this store can. A promise that rejects with a
 * `StorageError` means: nothing of this call was stored.
 */
export interface SessionStore {
  /** Tells stores of one origin apart: the name of the database. */
  readonly name: string;
  /** False: what is stored ends with this page. */
  readonly durable: boolean;
  /** The browser said, when it opened this store, that it had lost what was in it. */
  readonly dataLost: boolean;
  /** The session, made if it is new. */
  openSession(identity: SessionIdentity, at: number): Promise<SavedSession>;
  /** All sessions, the last changed first. */
  sessions(): Promise<readonly SavedSession[]>;
  /** Sets where the worker is, or the host's settings. Does nothing for a session that is not there. */
  updateSession(id: SessionId, change: SessionChange, at: number): Promise<SavedSession | undefined>;
  /** Forgets a session with its items and sources. Only ever for a person's explicit wish. */
  removeSession(id: SessionId): Promise<void>;

  item(id: SessionId, index: number): Promise<StoredWork | undefined>;
  /** The files of an item; those that cannot be read any more are left out. */
  files(id: SessionId, index: number): Promise<ItemFiles>;
  /** Up to `count` items from line index `from` on. */
  items(id: SessionId, from: number, count: number): Promise<ItemPage>;
  /** The same items, with everything that belongs to them. */
  works(id: SessionId, from: number, count: number): Promise<WorkPage>;
  /** The line indexes of all items with this status, ascending. */
  indexesOf(id: SessionId, status: ItemStatus): Promise<readonly number[]>;
  /** Stores an edit, its steps, its files and the session's counters: all or nothing. */
  write(edit: ItemEdit): Promise<WriteOutcome>;
  /** The same for many edits of one session, one after the other, together: all that none of them forbids, or nothing. */
  writeAll(edits: readonly ItemEdit[]): Promise<readonly WriteOutcome[]>;

  /**
   * The page may be about to end: keeps what it has not stored yet, in a single request and without telling whether that
   * came in time. `openSession` and `sessions` find it written in its place.
   */
  leave?(words: readonly LastWords[]): void;

  /**
   * The caller writes the session from now on, until it says {@link ended}. Where the last writer never did, because the
   * browser was killed or the power failed, the store first makes sure that it can be written safely.
   */
  began?(id: SessionId): Promise<void>;
  /** The page may be about to end, and has nothing more to write. A single request, as with {@link leave}. */
  ended?(id: SessionId): void;

  /** True when the caller is the writer now. */
  lease(request: LeaseRequest): Promise<boolean>;
  endLease(id: SessionId, holder: string): Promise<void>;

  /** Keeps a file of the job, such as the manifest, so that nobody has to be asked for it again. */
  putSource(id: SessionId, name: string, file: Blob): Promise<void>;
  source(id: SessionId, name: string): Promise<Blob | undefined>;
  sourceNames(id: SessionId): Promise<readonly string[]>;

  /** The people who work here, in the order they came. */
  profiles(): Promise<readonly WorkerProfile[]>;
  /** Adds a person, or says anew what a person is called. */
  putProfile(profile: WorkerProfile): Promise<void>;

  /** What was noted of items from line index `from` up to, but without, `to` when they had been delivered. */
  receipts(id: SessionId, from: number, to: number): Promise<ReadonlyMap<number, string>>;
  /** Notes of an item which answer to it has been delivered, in place of an earlier note. */
  putReceipt(id: SessionId, index: number, receipt: string): Promise<void>;

  /** The same data for reading only, of whatever version it is: for a backup when a newer program has changed it. */
  asItIs?(): SessionStore;

  close(): void;
}
