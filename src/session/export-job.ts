import {jobFolder} from '../formats/mask-path.js';
import {
  portablePath,
  workerResponsePath,
  writeWorkerResponse,
  type WorkerAnswer,
} from '../formats/worker-response.js';
import {submittedAt} from './answer-of.js';
import {withFiles} from './answer-files.js';
import {answerPages, type AnswerSource, type SubmittedItem} from './answers.js';
import {blobOf} from './blob-of.js';
import {exportManifest, type Exported} from './export-manifest.js';
import {insidePath} from './inside-path.js';

/** A file of the zip. */
interface ZipEntry {
  readonly name: string;
  readonly input: Blob | string;
  readonly size?: number;
}

/**
 * The job as a zip, laid out like the output prefix of a labeling job:
 * `<job>/manifests/output/output.manifest`,
 * `<job>/annotations/worker-response/iteration-1/<item>/<time>.json`, one file per item with the
 * answers of all workers, and the masks that lines
 * refer to, under the paths that stand there. Items count from 0.
 * The service's file names have colons, which Windows refuses; underscores stand for them.
 */
export async function exportJob(source: AnswerSource, jobName: string): Promise<Exported> {
  const {makeZip} = await import('client-zip');
  const manifest = await exportManifest(source);
  const folder = jobFolder(jobName);
  const damaged: number[] = [];
  async function* files(): AsyncGenerator<ZipEntry> {
    const {blob} = manifest;
    yield {name: `${folder}/manifests/output/output.manifest`, input: blob, size: blob.size};
    for await (const {submitted, several} of answerPages(source)) {
      for (const item of submitted) {
        const entries = await entriesOf(item, several.get(item.index) ?? [item], source, folder);
        if (!entries.isWhole) damaged.push(item.index);
        yield* entries.entries;
      }
    }
  }
  const blob = await blobOf(makeZip(files()), 'application/zip');
  return {...manifest, blob, unreadable: [...manifest.unreadable, ...damaged]};
}

/**
 * The masks that the line of an item refers to, and the worker response with all answers to it. Not whole: a file of it
 * cannot be read any more.
 */
async function entriesOf(
  chosen: SubmittedItem,
  all: readonly SubmittedItem[],
  {store}: AnswerSource,
  folder: string,
): Promise<{readonly entries: readonly ZipEntry[]; readonly isWhole: boolean}> {
  const filesFor = async ({session, index, files = [], blobs}: SubmittedItem) =>
    files.length === 0 ? new Map<string, Blob>() : (blobs ?? (await store.files(session, index)));
  const found = await filesFor(chosen);
  const entries: ZipEntry[] = (chosen.files ?? []).flatMap((path) => {
    const file = found.get(path);
    return file ? [{name: insidePath(path), input: file, size: file.size}] : [];
  });
  const given = all.filter(({answer}) => answer !== undefined);
  const answers: WorkerAnswer[] = [];
  for (const item of given) {
    const whole = item.answer && (await withFiles(item.answer, await filesFor(item)));
    if (whole) answers.push(whole);
  }
  const isWhole = entries.length === (chosen.files?.length ?? 0) && answers.length === given.length;
  if (answers.length > 0) {
    const path = workerResponsePath(chosen.index, Math.max(...answers.map(submittedAt)));
    entries.push({name: `${folder}/${portablePath(path)}`, input: writeWorkerResponse(answers)});
  }
  return {entries, isWhole};
}
