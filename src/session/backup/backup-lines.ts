import type {Step} from '../../model/history.js';
import type {SavedItem, SavedSession} from '../session-store.js';

/** The version of the file's shape. Files of later versions are refused; those of earlier ones are read for ever. */
export const backupVersion = 1;

/** How the names of backup files end. */
export const backupEnding = '.gt-backup.gz';

/**
 * A backup is JSON Lines, compressed with gzip. Each line stands alone, so that a damaged one costs one item: first the
 * head, then the files of the job in parts, then the items in order, then the end, which says that nothing is missing.
 */
export interface BackupHead extends Omit<SavedSession, 'id' | 'counts'> {
  /** Says what the file is, and the version of its shape. */
  readonly gtElementsBackup: number;
  readonly writtenAt: number;
}

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
