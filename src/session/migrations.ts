import type {DBSchema, IDBPDatabase} from 'idb';
import type {Step} from '../model/history.js';
import type {LastWords} from './last-words.js';
import type {ItemStatus, SavedItem, SavedSession, SessionId, WorkerProfile} from './session-store.js';

/** The version of the stored shape. Goes up by one with every entry of {@link migrations}. */
export const schemaVersion = 5;

export interface SavedStep {
  readonly session: SessionId;
  readonly index: number;
  /** Position in the item's log, counting from 0. */
  readonly n: number;
  readonly step: Step;
}

export interface SavedSource {
  readonly session: SessionId;
  readonly name: string;
  /** Bytes the file had when it was kept; a stored file can rot alone. */
  readonly size: number;
  readonly file: Blob;
}

export interface SavedFile {
  readonly session: SessionId;
  readonly index: number;
  readonly path: string;
  /** Bytes the file had when it was kept. */
  readonly size: number;
  readonly file: Blob;
}

export interface SavedWords {
  readonly session: SessionId;
  readonly index: number;
  readonly words: LastWords;
}

export interface SavedReceipt {
  readonly session: SessionId;
  readonly index: number;
  readonly receipt: string;
}

export interface SavedLease {
  readonly session: SessionId;
  readonly holder: string;
  readonly until: number;
}

export interface SessionSchema extends DBSchema {
  sessions: {key: SessionId; value: SavedSession};
  items: {
    key: [SessionId, number];
    value: SavedItem;
    indexes: {'by-status': [SessionId, ItemStatus, number]};
  };
  steps: {key: [SessionId, number, number]; value: SavedStep};
  sources: {key: [SessionId, string]; value: SavedSource};
  leases: {key: SessionId; value: SavedLease};
  files: {key: [SessionId, number, string]; value: SavedFile};
  lastWords: {key: [SessionId, number]; value: SavedWords};
  profiles: {key: string; value: WorkerProfile};
  receipts: {key: [SessionId, number]; value: SavedReceipt};
}

type Migration = (database: IDBPDatabase<SessionSchema>) => void;

/** `migrations[n]` makes version n + 1 out of version n. They only add: older data stays readable, always. */
const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore('sessions', {keyPath: 'id'});
    const items = database.createObjectStore('items', {keyPath: ['session', 'index']});
    items.createIndex('by-status', ['session', 'status', 'index']);
    database.createObjectStore('steps', {keyPath: ['session', 'index', 'n']});
    database.createObjectStore('sources', {keyPath: ['session', 'name']});
    database.createObjectStore('leases', {keyPath: 'session'});
  },
  (database) => {
    database.createObjectStore('files', {keyPath: ['session', 'index', 'path']});
  },
  (database) => {
    database.createObjectStore('profiles', {keyPath: 'id'});
  },
  (database) => {
    database.createObjectStore('lastWords', {keyPath: ['session', 'index']});
  },
  (database) => {
    database.createObjectStore('receipts', {keyPath: ['session', 'index']});
  },
];

/** Brings a database from `oldVersion` (0: new) to {@link schemaVersion}. */
export function migrate(database: IDBPDatabase<SessionSchema>, oldVersion: number): void {
  for (const migration of migrations.slice(oldVersion)) migration(database);
}
