import {indexHere, type LineIndexer} from '../formats/index-lines.js';
import type {IndexReply, IndexRequest} from './line-index.worker.js';

/** Below this a file is read through in the time a worker takes to start. */
const worthAWorker = 8 * 1024 * 1024;

/**
 * Indexes a file in a worker, so that the page never waits. Small files are indexed where they are, and so is
 * everything where there are no workers: in Node, in a page from another origin than the kit's files, under a
 * policy that forbids them, or when the worker's file is missing.
 */
export const indexInWorker: LineIndexer = async (blob, start, take, signal) => {
  const worker = blob.size >= worthAWorker ? startWorker() : undefined;
  if (!worker) return indexHere(blob, start, take, signal);
  const listening = new AbortController();
  const outcome = await new Promise<'done' | 'no worker' | {readonly failed: unknown}>((resolve) => {
    const abort = () => resolve({failed: signal?.reason});
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, {signal: listening.signal});
    worker.onerror = () => resolve('no worker');
    worker.onmessageerror = () => resolve('no worker');
    worker.onmessage = ({data}: MessageEvent<IndexReply>) => {
      if ('batch' in data) take(data.batch);
      else if ('done' in data) resolve('done');
      else resolve({failed: new Error(data.failed)});
    };
    worker.postMessage({blob, start} satisfies IndexRequest);
  });
  listening.abort();
  worker.terminate();
  if (outcome === 'no worker') return indexHere(blob, start, take, signal);
  if (outcome !== 'done') throw outcome.failed;
};

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(new URL('./line-index.worker.ts', import.meta.url), {type: 'module'});
  } catch {
    // A page of another origin may not start it. The file is then indexed in the page.
    return undefined;
  }
}
