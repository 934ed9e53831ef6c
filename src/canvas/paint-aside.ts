import type {Crowd} from './crowd-pixels.js';

export interface CrowdRequest {
  readonly id: number;
  readonly crowd: Crowd;
}

/** Without a bitmap the worker cannot paint; with the id 0 it says that it is there. */
export interface CrowdReply {
  readonly id: number;
  readonly bitmap?: ImageBitmap;
}

type Take = (bitmap: ImageBitmap | undefined) => void;

/** A worker without work ends after this long. */
const idleMs = 30_000;

let worker: Worker | undefined;
let isReady = false;
/** The worker could not be started, or not paint: another one would fail too. */
let hasFailed = false;
let lastId = 0;
const waiting = new Map<number, Take>();
let ending: ReturnType<typeof setTimeout> | undefined;

/**
 * Paints a crowd in a worker, so that the page has its time for the gesture. Nothing when there is no worker: while it
 * starts, in a page from another origin than the kit's files, under a policy that forbids it. The caller then paints
 * by itself. The promise gives nothing when the worker has failed.
 */
export function paintAside(crowd: Crowd): Promise<ImageBitmap | undefined> | undefined {
  if (!worker && !hasFailed) start();
  clearTimeout(ending);
  ending = setTimeout(end, idleMs);
  if (!worker || !isReady) return undefined;
  const id = ++lastId;
  worker.postMessage({id, crowd} satisfies CrowdRequest);
  return new Promise((resolve) => waiting.set(id, resolve));
}

function start(): void {
  try {
    worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), {type: 'module'});
    worker.onmessage = ({data}: MessageEvent<CrowdReply>) => take(data);
    worker.onerror = fail;
    worker.onmessageerror = fail;
  } catch {
    hasFailed = true;
  }
}

function take({id, bitmap}: CrowdReply): void {
  if (id === 0) isReady = true;
  else if (!bitmap) return fail();
  waiting.get(id)?.(bitmap);
  waiting.delete(id);
}

function fail(): void {
  hasFailed = true;
  end();
}

function end(): void {
  worker?.terminate();
  worker = undefined;
  isReady = false;
  for (const resolve of waiting.values()) resolve(undefined);
  waiting.clear();
}
