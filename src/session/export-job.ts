import {jobFolder} from '../formats/mask-path.js';
import {portablePath, workerResponsePath, writeWorkerResponse} from '../formats/worker-response.js';
import {answerPages, type AnswerSource} from './answers.js';
import {blobOf} from './blob-of.js';
import {exportManifest, type Exported} from './export-manifest.js';

/**
 * The job as a zip, laid out like the output prefix of a labeling job:
 * `<job>/manifests/output/output.manifest` and
 * `<job>/annotations/worker-response/iteration-1/<item>/<time>.json`, one file per answer. Items count from 0.
 * The service's file names have colons, which Windows refuses; underscores stand for them.
 */
export async function exportJob(source: AnswerSource, jobName: string): Promise<Exported> {
  const {makeZip} = await import('client-zip');
  const manifest = await exportManifest(source);
  const folder = jobFolder(jobName);
  async function* files() {
    const {blob} = manifest;
    yield {name: `${folder}/manifests/output/output.manifest`, input: blob, size: blob.size};
    for await (const {submitted} of answerPages(source)) {
      for (const {index, answer} of submitted) {
        if (!answer) continue;
        const path = workerResponsePath(index, Date.parse(answer.submissionTime) || 0);
        yield {name: `${folder}/${portablePath(path)}`, input: writeWorkerResponse([answer])};
      }
    }
  }
  return {...manifest, blob: await blobOf(makeZip(files()), 'application/zip')};
}
