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
/** Nobody waits longer than this for a worker to start: its file may have to come from far away. */
const startMs = 250;

let worker: Worker | undefined;
/** When it was started, until it says that it is there. */
let startedAt: number | undefined;
/** The worker could not be started, or not paint: another one would fail too. */
let hasFailed = false;
let lastId = 0;
const waiting = new Map<number, Take>();
let ending: ReturnType<typeof setTimeout> | undefined;

/**
 * Paints a crowd in a worker, so that the page has its time for the gesture. Nothing when there is no worker: in a page
 * from another origin than the kit's files, under a policy that forbids it, or while starting one takes too long. The
 * promise gives nothing when that turned out meanwhile. The caller then paints by itself.
 */
export function paintAside(crowd: Crowd): Promise<ImageBitmap | undefined> | undefined {
  if (!worker && !hasFailed) start();
  clearTimeout(ending);
  ending = setTimeout(end, idleMs);
  const patience = startedAt === undefined ? Infinity : startedAt + startMs - performance.now();
  if (!worker || patience <= 0) return undefined;
  const id = ++lastId;
  worker.postMessage({id, crowd} satisfies CrowdRequest);
  if (startedAt !== undefined) setTimeout(() => startedAt !== undefined && settle(id, undefined), patience);
  return new Promise((resolve) => waiting.set(id, resolve));
}

function start(): void {
  try {
    worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), {type: 'module'});
    startedAt = performance.now();
    worker.onmessage = ({data}: MessageEvent<CrowdReply>) => take(data);
    worker.onerror = fail;
    worker.onmessageerror = fail;
  } catch {
    hasFailed = true;
  }
}

function take({id, bitmap}: CrowdReply): void {
  if (id === 0) startedAt = undefined;
  else if (bitmap) settle(id, bitmap);
  else fail();
}

function settle(id: number, bitmap: ImageBitmap | undefined): void {
  const resolve = waiting.get(id);
  waiting.delete(id);
  if (resolve) resolve(bitmap);
  else bitmap?.close();
}

function fail(): void {
  hasFailed = true;
  end();
}

function end(): void {
  worker?.terminate();
  worker = undefined;
  startedAt = undefined;
  for (const id of [...waiting.keys()]) settle(id, undefined);
}
