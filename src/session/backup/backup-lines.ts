import type {Step} from '../../model/history.js';
import type {SavedItem, SavedSession} from '../session-store.js';

/**
 * The latest version of the file's shape. Files of later versions are refused; those of earlier ones are read for ever.
 * A file of one session is as version 1 had it; version 2 has files of several.
 */
export const backupVersion = 2;

/** How the names of job files end. */
export const jobEnding = '.gt-job.gz';

/** How the names of backup files end. */
export const backupEnding = '.gt-backup.gz';

/**
 * A backup is JSON Lines, compressed with gzip. Each line stands alone, so that a damaged one costs one item: first the
 * head, then the files of the job in parts, then the items in order, then the end, which says that nothing is missing.
 * A file of several sessions has all that for one after the other.
 */
export interface BackupHead extends Omit<SavedSession, 'id' | 'counts'> {
  /** Says what the file is, and the version of its shape. */
  readonly gtElementsBackup: number;
  readonly writtenAt: number;
  /**
   * `job`: the job without anybody's work, for those who are to do it. `work`: one worker's work, for whoever has the
   * job. Left out: all there is, to be kept or to be gone on with elsewhere.
   */
  readonly purpose?: BackupPurpose;
}

export type BackupPurpose = 'job' | 'work';

/** A part of a file of the job, such as the manifest. Parts of a file follow each other. */
export interface SourceLine {
  readonly source: string;
  readonly type: string;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that an item's answer refers to. */
export interface BackupFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ItemLine {
  readonly item: Omit<SavedItem, 'session'>;
  readonly log: readonly Step[];
  readonly files: readonly BackupFile[];
}

/** How many items there are in the file, and which could not be read when it was written. */
export interface EndLine {
  readonly end: true;
  readonly items: number;
  readonly unreadable: readonly number[];
}
