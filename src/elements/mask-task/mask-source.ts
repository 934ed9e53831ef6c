import {errorAt, fail, ok, type Problem, type Result} from '../../base/result.js';
import type {Orientation} from '../../geometry/orientation.js';
import type {Size} from '../../geometry/point.js';
import {FilesAhead} from '../../media/files-ahead.js';
import {loadFile} from '../../media/load-file.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {ReadMask} from '../../raster/mask-file.js';
import {otherSize} from '../../tasks/mask-document.js';
import type {MaskAtHand, MaskRequest} from '../../tasks/mask-file.js';
import type {Strings} from '../../strings/strings.js';
import {readMaskInWorker} from '../../workers/mask-files-in-worker.js';

/** What a source needs of its element. */
export interface MaskSourceHost {
  resolveSource(): ResolveSource | undefined;
  /** The sentence that tells why the earlier mask is not there. */
  words(): Strings['priorMask'];
  /** A mask has come, or has failed: the item is to be opened anew, and what is wrong shown. */
  changed(): void;
}

/**
 * - `settled`: everything is there that the item starts with, perhaps nothing.
 * - `loading`: something is not there yet. Nothing may be painted: it would be lost, or take the place of what comes.
 * - `failed`: it did not come, or cannot be used. The person decides whether to try again or to begin without it.
 */
export type MaskSourceState = 'settled' | 'loading' | 'failed';

/** Loads and reads the masks that an item starts with: those of earlier labels, suggestions and given answers. */
export class MaskSource {
  readonly #host: MaskSourceHost;
  readonly #loading = new Map<string, AbortController>();
  readonly #failed = new Map<string, readonly Problem[]>();
  readonly #read = new Map<string, ReadMask>();
  readonly #leftOut = new Set<string>();
  readonly #ahead = new FilesAhead();
  #wanted: readonly MaskRequest[] = [];
  #size: Size | undefined;
  #masks: ReadonlyMap<string, MaskAtHand> = new Map();

  constructor(host: MaskSourceHost) {
    this.#host = host;
  }

  /**
   * What can be used for a picture of this size, for `Task.masks`: nothing while that is not known. Another map whenever
   * something in it differs.
   */
  masksFor(size: Size | undefined): ReadonlyMap<string, MaskAtHand> {
    this.#size = size;
    const fitting = [...this.#read].filter(([, mask]) => size && !otherSize(mask, size));
    const masks = new Map<string, MaskAtHand>(fitting);
    for (const key of this.#leftOut) masks.set(key, 'left-out');
    const isSame =
      masks.size === this.#masks.size && [...masks].every(([key, mask]) => this.#masks.get(key) === mask);
    if (!isSame) this.#masks = masks;
    return this.#masks;
  }

  get state(): MaskSourceState {
    if (this.problems.length > 0) return 'failed';
    return this.#wanted.every(({key}) => this.#masks.has(key)) ? 'settled' : 'loading';
  }

  /** Why masks are not there, or are of no use. */
  get problems(): readonly Problem[] {
    return this.#wanted.flatMap(({key}) => this.#problemsOf(key));
  }

  /** Says what the item starts with. What is not wanted any more is forgotten. */
  want(requests: readonly MaskRequest[]): void {
    this.#wanted = requests;
    const keys = new Set(requests.map(({key}) => key));
    for (const [key, abort] of this.#loading) {
      if (keys.has(key)) continue;
      this.#loading.delete(key);
      abort.abort();
    }
    for (const known of [this.#failed, this.#read, this.#leftOut])
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
    for (const request of requests) this.#start(request);
  }

  /** Loads the files that the next item will start with. Those of another item that were loaded ahead are forgotten. */
  async prefetch(requests: readonly MaskRequest[]): Promise<void> {
    const refs = requests.flatMap(({source}) => ('reference' in source ? source.reference : []));
    await this.#ahead.prefetch(refs, this.#host.resolveSource());
  }

  /** Tries again what has failed. */
  retry(): void {
    const keys = this.#unusable;
    if (keys.length === 0) return;
    for (const key of keys) {
      this.#failed.delete(key);
      this.#read.delete(key);
    }
    for (const request of this.#wanted) this.#start(request);
    this.#host.changed();
  }

  /** Begins without what has failed: a person said so. */
  leaveOut(): void {
    const keys = this.#unusable;
    if (keys.length === 0) return;
    for (const key of keys) this.#leftOut.add(key);
    this.#host.changed();
  }

  /** Ends all loading, as when the element leaves the page. */
  stop(): void {
    for (const abort of this.#loading.values()) abort.abort();
    this.#loading.clear();
    this.#ahead.clear();
  }

  get #unusable(): readonly string[] {
    return this.#wanted.map(({key}) => key).filter((key) => this.#problemsOf(key).length > 0);
  }

  #problemsOf(key: string): readonly Problem[] {
    if (this.#leftOut.has(key)) return [];
    const mask = this.#read.get(key);
    const misfit = mask && this.#size && otherSize(mask, this.#size);
    return misfit ? [misfit] : (this.#failed.get(key) ?? []);
  }

  #start(request: MaskRequest): void {
    const {key, orientation} = request;
    const isKnown = [this.#read, this.#failed, this.#leftOut, this.#loading].some((known) => known.has(key));
    if (!orientation || isKnown) return;
    const abort = new AbortController();
    this.#loading.set(key, abort);
    void this.#load(request, orientation, abort.signal).then((read) => {
      if (abort.signal.aborted) return;
      this.#loading.delete(key);
      if (read.ok) this.#read.set(key, read.value);
      else
        this.#failed.set(
          key,
          read.problems.map((problem) => this.#told(problem)),
        );
      this.#host.changed();
    });
  }

  async #load(
    {source, meanings}: MaskRequest,
    orientation: Orientation,
    signal: AbortSignal,
  ): Promise<Result<ReadMask>> {
    try {
      let file: Blob | string;
      if ('base64' in source) file = source.base64;
      else {
        const resolveSource = this.#host.resolveSource();
        const {reference} = source;
        const ahead = await this.#ahead.take(reference, signal);
        const loaded = ahead
          ? ok(ahead)
          : await loadFile(reference, {signal, ...(resolveSource && {resolveSource})});
        if (!loaded.ok) return loaded;
        file = loaded.value;
      }
      return await readMaskInWorker({file, meanings, orientation}, signal);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fail(errorAt('mask', 'mask/unreadable', why));
    }
  }

  #told(problem: Problem): Problem {
    return {...problem, at: 'mask', message: this.#host.words().failed(problem.message)};
  }
}
