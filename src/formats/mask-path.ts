import {creationDate} from './metadata.js';
import {portablePath} from './worker-response.js';

/** A job name as a folder that every system can make, and that stays inside its parent. */
export function jobFolder(jobName: string): string {
  return jobName.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+|\.+$/g, '') || 'job';
}

/**
 * Where the mask of an item lies below a job's output prefix: the item's number in the manifest, from 0, and when the
 * mask was made. The service's file names have colons, which Windows refuses; underscores stand for them, here and in
 * the manifest, so that both name the same file.
 */
export function maskPath(jobName: string, item: number, madeAt: number): string {
  const name = `${item}_${creationDate(madeAt)}.png`;
  return portablePath(`${jobFolder(jobName)}/annotations/consolidated-annotation/output/${name}`);
}
