import type {CellGrid, PictureWork, WandRequest} from '../editor/mask-work.js';
import type {ImagePoint, Size} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {Spans} from '../raster/spans.js';
import type {PicturePixels, SegmentPicture, SegmentPrompt, Segmenter} from '../vision/segmenter.js';
import {failure, PictureDesk, type CallName, type PictureCalls, type PictureReply} from './picture-desk.js';
import type {PictureRequest} from './picture.worker.js';

/** Why nothing can be read from a picture, for whoever wants to use a tool that needs it. */
export interface PictureSentences {
  /** The page was given no bytes: the server allows showing only. */
  readonly unreadable: string;
  readonly damaged: string;
}

export interface PictureWorkOptions {
  /** The bytes of the picture; missing where only the browser may read them. */
  readonly blob: Blob | undefined;
  readonly frame: Frame;
  /** The same picture has the same key: its reference, say. */
  readonly key: string;
  /** One of the page's own, instead of the kit's. It runs in the page and reads pixels through this. */
  readonly segmenter?: Segmenter | undefined;
  /** Called with what the segmenter of the page threw. */
  readonly segmenterFailed?: (error: unknown) => void;
  /** Asked whenever a sentence is read: the person may choose another language meanwhile. */
  readonly sentences?: () => PictureSentences;
}

const english: PictureSentences = {
  unreadable:
    'The server of this picture does not let this page read its pixels (no CORS header), so tools that need them are off.',
  damaged: 'The pixels of this picture cannot be read, so tools that need them are off.',
};

type Args<Name extends CallName> = Parameters<PictureCalls[Name]>;
type Answer<Name extends CallName> = ReturnType<PictureCalls[Name]>;

interface Waiting {
  readonly name: CallName;
  readonly args: Args<CallName>;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: Answer<CallName>) => void;
  readonly reject: (error: Error) => void;
}

function isSpans(found: unknown): found is Spans {
  return found instanceof Int32Array && found.length % 3 === 0;
}

/**
 * What can be seen in the pixels of one picture: wand, superpixels, segmenter, edges. It is decoded in a worker at the
 * first call and kept there until `close`; in the page where no worker can be started.
 */
export class PictureInWorker implements PictureWork, SegmentPicture {
  readonly key: string;
  readonly size: Size;
  readonly #options: PictureWorkOptions;
  #problem: keyof PictureSentences | undefined;
  #worker: Worker | undefined;
  #desk: PictureDesk | undefined;
  #isClosed = false;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(options: PictureWorkOptions) {
    this.key = options.key;
    this.size = options.frame.stored;
    this.#options = options;
    if (!options.blob) this.#problem = 'unreadable';
  }

  get problem(): string | undefined {
    const {sentences} = this.#options;
    return this.#problem && (sentences?.() ?? english)[this.#problem];
  }

  /** Decodes the picture ahead of the first call, and lets the page's segmenter get ready. */
  async prepare(signal: AbortSignal = new AbortController().signal): Promise<void> {
    await this.#ask('prepare', [], signal);
    await this.#watched(signal, async () => this.#options.segmenter?.prepare?.(this, signal));
  }

  /** Tells the page what went wrong in its own segmenter, unless nobody waited for it any more. */
  async #watched<Given>(signal: AbortSignal, call: () => Promise<Given>): Promise<Given> {
    try {
      return await call();
    } catch (error) {
      if (!signal.aborted && !this.#isClosed) this.#options.segmenterFailed?.(error);
      throw error;
    }
  }

  wand(request: WandRequest, signal?: AbortSignal): Promise<Spans> {
    return this.#ask('wand', [request], signal);
  }

  superpixels(at: ImagePoint, cellSize: number, signal?: AbortSignal): Promise<CellGrid> {
    return this.#ask('superpixels', [at, cellSize], signal);
  }

  async segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Spans> {
    const {segmenter} = this.#options;
    if (!segmenter) return this.#ask('segment', [prompt], signal);
    if (this.problem !== undefined) throw new Error(this.problem);
    const until = signal ?? new AbortController().signal;
    return this.#watched(until, async () => {
      const found: unknown = await segmenter.segment(this, prompt, until);
      if (isSpans(found)) return found;
      throw new TypeError(
        `The segmenter "${segmenter.name}" gave no pixels: expected an Int32Array of y, start, end for each stretch.`,
      );
    });
  }

  edgePath(from: ImagePoint, to: ImagePoint, signal?: AbortSignal): Promise<readonly ImagePoint[]> {
    return this.#ask('edgePath', [from, to], signal);
  }

  read(box: PixelBox, size?: Size): Promise<PicturePixels> {
    return this.#ask('read', [box, size], undefined);
  }

  /** Gives all memory back. What is being worked on rejects. */
  close(): void {
    this.#isClosed = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#desk?.close();
    this.#desk = undefined;
    for (const {reject} of this.#waiting.values()) reject(new Error('The picture was closed.'));
    this.#waiting.clear();
  }

  async #ask<Name extends CallName>(
    name: Name,
    args: Args<Name>,
    signal: AbortSignal | undefined,
  ): Promise<Answer<Name>> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new Error('The picture was closed.');
    if (this.problem !== undefined) throw new Error(this.problem);
    this.#open();
    return (await this.#send(name, args, signal)) as Answer<Name>;
  }

  #open(): void {
    const {blob, frame} = this.#options;
    if (this.#worker || this.#desk || !blob) return;
    const worker = startWorker();
    if (!worker) {
      this.#desk = new PictureDesk(blob, frame);
      return;
    }
    worker.onmessage = ({data}: MessageEvent<PictureReply>) => this.#onReply(data);
    // A content policy may keep the worker's script away, which is told only after it was asked.
    worker.onerror = () => this.#goOnHere(blob, frame);
    worker.onmessageerror = () => this.#goOnHere(blob, frame);
    worker.postMessage({blob, frame} satisfies PictureRequest);
    this.#worker = worker;
  }

  #goOnHere(blob: Blob, frame: Frame): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#desk = new PictureDesk(blob, frame);
    for (const [id, waiting] of this.#waiting) this.#hand(id, waiting);
  }

  #send(name: CallName, args: Args<CallName>, signal: AbortSignal | undefined): Promise<Answer<CallName>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#waiting.delete(id);
        this.#worker?.postMessage({abort: id} satisfies PictureRequest);
        reject(signal?.reason as Error);
      };
      const heard = () => signal?.removeEventListener('abort', stop);
      signal?.addEventListener('abort', stop, {once: true});
      const waiting: Waiting = {
        name,
        args,
        signal,
        resolve: (answer) => (heard(), resolve(answer)),
        reject: (error) => (heard(), reject(error)),
      };
      this.#waiting.set(id, waiting);
      this.#hand(id, waiting);
    });
  }

  #hand(id: number, {name, args, signal}: Waiting): void {
    this.#worker?.postMessage({id, name, args} satisfies PictureRequest);
    this.#desk?.ask(name, args, signal).then(
      (answer) => this.#onReply({id, answer}),
      (error: unknown) => this.#onReply(failure(id, error)),
    );
  }

  #onReply(reply: PictureReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('answer' in reply) {
      waiting?.resolve(reply.answer);
      return;
    }
    if (reply.isUnreadable) this.#problem = 'damaged';
    waiting?.reject(new Error(reply.failed));
  }
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(new URL('./picture.worker.ts', import.meta.url), {type: 'module'});
  } catch {
    // A page of another origin may not start it. The picture is then looked at in the page.
    return undefined;
  }
}
