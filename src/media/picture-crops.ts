import type {Size} from '../geometry/point.js';
import {cropOf, decodeWhole, type Crop} from './crop.js';
import type {CropsAnswer, CropsRequest} from './picture-crops.worker.js';

interface Waiting {
  readonly crop: Crop;
  readonly resolve: (bitmap: ImageBitmap) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A picture too large for the page to hold decoded, of which parts can be had with all their pixels.
 *
 * It is decoded once, at the first request, in a worker that keeps it: four bytes per pixel, 400 MB for 100 megapixels.
 * Scripts from another origin may start no workers; then the page itself decodes, which browsers do aside as well.
 */
export class PictureCrops {
  readonly #blob: Blob;
  readonly #size: Size;
  #worker: Worker | undefined;
  #whole: Promise<ImageBitmap> | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #isClosed = false;

  /** `size` is that of the upright picture. */
  constructor(blob: Blob, size: Size) {
    this.#blob = blob;
    this.#size = size;
  }

  get mayBeTransparent(): boolean {
    return this.#blob.type !== 'image/jpeg';
  }

  /** A part of the picture, which then belongs to the caller. Rejects where memory does not suffice, and once closed. */
  async crop(crop: Crop): Promise<ImageBitmap> {
    this.#open();
    if (!this.#worker) return this.#cropHere(crop);
    const id = ++this.#lastId;
    const {promise, resolve, reject} = withResolvers<ImageBitmap>();
    this.#waiting.set(id, {crop, resolve, reject});
    this.#send({id, crop});
    return promise;
  }

  /** Gives all memory back. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    void this.#whole?.then(
      (whole) => whole.close(),
      () => undefined,
    );
    this.#rejectAll('The picture was closed.');
  }

  #open(): void {
    if (this.#isClosed) throw new Error('The picture was closed.');
    if (this.#worker || this.#whole) return;
    const {width, height} = this.#size;
    try {
      const worker = new Worker(new URL('./picture-crops.worker.ts', import.meta.url), {type: 'module'});
      worker.onmessage = ({data}: MessageEvent<CropsAnswer>) => this.#onAnswer(data);
      worker.onerror = () => this.#onWorkerFailed();
      this.#worker = worker;
      this.#send({blob: this.#blob, width, height});
    } catch {
      this.#whole = decodeWhole(this.#blob, width, height);
    }
  }

  /** A content policy may keep the worker's script away, which is told only now. */
  #onWorkerFailed(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const {width, height} = this.#size;
    this.#whole = decodeWhole(this.#blob, width, height);
    for (const {crop, resolve, reject} of this.#waiting.values()) this.#cropHere(crop).then(resolve, reject);
    this.#waiting.clear();
  }

  async #cropHere(crop: Crop): Promise<ImageBitmap> {
    return cropOf(await this.#whole!, crop);
  }

  #send(request: CropsRequest): void {
    this.#worker?.postMessage(request);
  }

  #onAnswer({id, bitmap, error}: CropsAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!waiting) return bitmap?.close();
    if (bitmap) waiting.resolve(bitmap);
    else waiting.reject(new Error(error));
  }

  #rejectAll(why: string): void {
    for (const {reject} of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}

/** `Promise.withResolvers`, which browsers of 2023 do not have. */
function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return {promise, resolve, reject};
}
