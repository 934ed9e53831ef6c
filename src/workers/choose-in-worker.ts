import {chooseItems, manifestOfItems, type ItemChoice} from '../formats/choose-items.js';
import type {Manifest} from '../formats/manifest.js';
import type {ChooseReply, ChooseRequest} from './choose-items.worker.js';
import {pause} from './run-in-slices.js';

/** Items that were chosen, and a manifest of them alone. */
export interface ChosenItems {
  readonly items: Uint32Array;
  readonly manifest: Blob;
}

/** Below this a manifest is looked through in the time a worker takes to start. */
const worthAWorker = 1024 * 1024;

/**
 * Chooses items in a worker where lines must be read for it, so that the page never waits; with small manifests and
 * where there are no workers in the page, a page of lines at a time.
 */
export async function chooseInWorker(
  manifest: Manifest,
  choice: ItemChoice,
  signal?: AbortSignal,
): Promise<ChosenItems> {
  const reads = choice.filter.kind !== 'all' && manifest.blob.size >= worthAWorker;
  const worker = reads ? startWorker() : undefined;
  const reply = worker && (await ask(worker, {blob: manifest.blob, choice}, signal));
  worker?.terminate();
  signal?.throwIfAborted();
  if (reply && 'items' in reply) return reply;
  if (reply && 'failed' in reply) throw new Error(reply.failed);
  const rest = async () => {
    await pause();
    signal?.throwIfAborted();
  };
  const items = await chooseItems(manifest, choice, rest);
  return {items, manifest: await manifestOfItems(manifest, items)};
}

/** The worker's answer; nothing when it could not start or nobody waits any more. */
function ask(worker: Worker, request: ChooseRequest, signal?: AbortSignal): Promise<ChooseReply | undefined> {
  return new Promise((resolve) => {
    worker.onmessage = ({data}: MessageEvent<ChooseReply>) => resolve(data);
    worker.onerror = () => resolve(undefined);
    worker.onmessageerror = () => resolve(undefined);
    signal?.addEventListener('abort', () => resolve(undefined), {once: true});
    worker.postMessage(request);
  });
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(new URL('./choose-items.worker.ts', import.meta.url), {type: 'module'});
  } catch {
    return undefined;
  }
}
