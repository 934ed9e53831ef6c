import type {FixUp, MaskData, MaskWork} from '../editor/mask-work.js';
import type {ImagePoint} from '../geometry/point.js';
import type {Area} from '../raster/components.js';
import {packTiles} from '../raster/packed-tiles.js';
import type {Spans} from '../raster/spans.js';
import {doJob, type JobAnswer, type JobArgs, type JobName, type PackedMask} from './mask-jobs.js';
import type {MaskReply, MaskRequest} from './mask.worker.js';

/**
 * Work on masks beside the page, in one worker that starts with the first job: areas and corrections. One job
 * at a time, in the order they were asked for. Where no worker can be started, the page does them itself.
 */
export class MaskInWorker implements MaskWork {
  #worker: Worker | undefined;
  /** A worker was tried and cannot be had. */
  #hasNone = false;
  #last: Promise<unknown> = Promise.resolve();
  #closing = new AbortController();

  area(mask: MaskData, at: ImagePoint, reach: 'connected' | 'all', signal?: AbortSignal): Promise<Spans> {
    return this.#ask('area', () => [packed(mask), {x: at.x, y: at.y}, reach], signal);
  }

  fixUp(mask: MaskData, number: number, fixUp: FixUp, signal?: AbortSignal): Promise<Spans> {
    return this.#ask('fixUp', () => [packed(mask), number, fixUp], signal);
  }

  areasOf(mask: MaskData, number: number, most: number, signal?: AbortSignal): Promise<readonly Area[]> {
    return this.#ask('areasOf', () => [packed(mask), number, most], signal);
  }

  /** Gives the worker's memory back. What has no answer yet rejects; what is asked later starts another worker. */
  close(): void {
    this.#closing.abort(new DOMException('Work on a mask was ended.', 'AbortError'));
    this.#closing = new AbortController();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** `args` is called when the job's turn has come, and once more if it has to be done again in the page. */
  async #ask<Name extends JobName>(
    name: Name,
    args: () => JobArgs<Name>,
    signal?: AbortSignal,
  ): Promise<JobAnswer<Name>> {
    const either = AbortSignal.any([this.#closing.signal, ...(signal ? [signal] : [])]);
    const answer = this.#last.then(() => this.#do(name, args, either));
    this.#last = answer.catch(() => undefined);
    // Whoever aborts is told at once, not when its turn would have come.
    const heard = new AbortController();
    try {
      return await Promise.race([answer, rejection(either, heard.signal)]);
    } finally {
      heard.abort();
    }
  }

  async #do<Name extends JobName>(
    name: Name,
    args: () => JobArgs<Name>,
    signal: AbortSignal,
  ): Promise<JobAnswer<Name>> {
    signal.throwIfAborted();
    const worker = this.#hasNone ? undefined : (this.#worker ??= startWorker());
    const reply = worker && (await this.#reply(worker, {name, args: args()}, signal));
    if (reply && 'answer' in reply) return reply.answer as JobAnswer<Name>;
    if (reply) throw new Error(reply.failed);
    this.#hasNone = true;
    return doJob(name, args());
  }

  /** What the worker says; nothing when it cannot work, which a missing script or a policy show only now. */
  #reply(worker: Worker, request: MaskRequest, signal: AbortSignal): Promise<MaskReply | undefined> {
    const listening = new AbortController();
    const end = (): void => {
      worker.terminate();
      this.#worker = undefined;
    };
    return new Promise<MaskReply | undefined>((resolve, reject) => {
      // A job does not hear: its worker goes, and the next job starts another.
      const stop = (): void => (end(), reject(signal.reason as Error));
      const lost = (): void => (end(), resolve(undefined));
      signal.addEventListener('abort', stop, {signal: listening.signal});
      worker.onerror = lost;
      worker.onmessageerror = lost;
      worker.onmessage = ({data}: MessageEvent<MaskReply>) => resolve(data);
      worker.postMessage(request, buffersOf(request.args));
    }).finally(() => listening.abort());
  }
}

/** Rejects when `signal` is aborted; forgets about it when `forget` is. */
function rejection(signal: AbortSignal, forget: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, {signal: forget});
  });
}

const packed = ({size: {width, height}, tiles}: MaskData): PackedMask => ({
  size: {width, height},
  tiles: packTiles(tiles),
});

/** What is handed over instead of being copied: tiles were packed for this job only. */
function buffersOf([{tiles}]: JobArgs<JobName>): Transferable[] {
  return [tiles.places.buffer, tiles.bytes.buffer];
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(new URL('./mask.worker.ts', import.meta.url), {type: 'module'});
  } catch {
    // A page of another origin may not start it. The page then does the work itself.
    return undefined;
  }
}
