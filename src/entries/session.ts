export type {WorkerAnswer} from '../formats/worker-response.js';
export {systemClock, type Clock} from '../session/clock.js';
export {readBackupHead, restoreBackup, type Restored} from '../session/backup/restore-backup.js';
export {writeBackup, type Backup, type BackupSource} from '../session/backup/write-backup.js';
export type {BackupHead} from '../session/backup/backup-lines.js';
export type {Exported} from '../session/export-manifest.js';
export {defaultDatabaseName, IndexedDbStore} from '../session/indexed-db.js';
export {JobSession} from '../session/job-session.js';
export type {JobState, OpenedItem, Present, Submission} from '../session/job-state.js';
export {MemoryStore} from '../session/memory.js';
export type {Counts, Progress} from '../session/progress.js';
export type {ItemWork} from '../session/save-queue.js';
export type {SaveStatus} from '../session/save-status.js';
export type {JobEnvironment} from '../session/session-keeper.js';
export {
  filesOf,
  sessionIdOf,
  type EarlierAnswer,
  type ItemContent,
  type ItemEdit,
  type ItemFiles,
  type ItemPage,
  type ItemStatus,
  type LeaseRequest,
  type SavedItem,
  type SavedSession,
  type SessionChange,
  type SessionCounts,
  type SessionId,
  type SessionIdentity,
  type SessionStore,
  type StoredWork,
  type WorkerProfile,
  type WorkPlace,
  type WorkPage,
  type WriteOutcome,
} from '../session/session-store.js';
export {StorageError, type StorageReason} from '../session/storage-error.js';
export {Watermarks, type Loss} from '../session/watermark.js';
