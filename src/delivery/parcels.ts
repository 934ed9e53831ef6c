import {jobFolder} from '../formats/mask-path.js';
import {writeWorkerResponse, type WorkerAnswer} from '../formats/worker-response.js';
import {withFiles} from '../session/answer-files.js';
import {insidePath} from '../session/inside-path.js';
import {hasAnswer, type SavedItem, type StoredWork} from '../session/session-store.js';
import {textHash} from '../session/text-hash.js';
import type {Parcel} from './job-sink.js';

/** An item that has been submitted, and whose answer counts. */
type Submitted = SavedItem & {readonly answer: WorkerAnswer; readonly line: string};

export const isSubmitted = (item: SavedItem): item is Submitted =>
  hasAnswer(item.status) && item.answer !== undefined && item.line !== undefined;

/**
 * The files of an answer, the masks first: once the worker response is there, all that belongs to it is. Nothing when a
 * mask of it can no longer be read.
 *
 * They lie where the output of a labeling job has them, except that a response holds the answer of one worker and is
 * named after them: `<job>/annotations/worker-response/iteration-1/<item>/<worker>.json`. So several workers never
 * overwrite each other, and whoever submits again replaces their own.
 */
export async function parcelsOf(
  item: Submitted,
  files: StoredWork['files'],
  jobName: string,
): Promise<readonly Parcel[] | undefined> {
  const answer = await withFiles(item.answer, files);
  if (!answer) return undefined;
  const masks = (item.files ?? []).map((path) => ({path: insidePath(path), body: files.get(path)}));
  if (!masks.every((mask): mask is Parcel => mask.body !== undefined)) return undefined;
  const name = `${item.index}/${fileName(answer.workerId)}.json`;
  const response = new Blob([writeWorkerResponse([answer])], {type: 'application/json'});
  return [
    ...masks,
    {path: `${jobFolder(jobName)}/annotations/worker-response/iteration-1/${name}`, body: response},
  ];
}

/** Two ids never give the same name, whatever characters are in them. */
function fileName(workerId: string): string {
  const plain = workerId.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 80);
  return plain === workerId ? plain : `${plain}.${textHash(workerId)}`;
}
