import {errorAt, fail, type Problem, type Result} from '../../base/result.js';
import type {Orientation} from '../../geometry/orientation.js';
import {loadFile} from '../../media/load-file.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {ReadMask} from '../../raster/mask-file.js';
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
 * - `failed`: it did not come. The person decides whether to try again or to begin without it.
 */
export type MaskSourceState = 'settled' | 'loading' | 'failed';

/** Loads and reads the masks that an item starts with: those of earlier labels, suggestions and given answers. */
export class MaskSource {
  readonly #host: MaskSourceHost;
  readonly #loading = new Map<string, AbortController>();
  readonly #failed = new Map<string, readonly Problem[]>();
  #wanted: readonly MaskRequest[] = [];
  #masks: ReadonlyMap<string, MaskAtHand> = new Map();

  constructor(host: MaskSourceHost) {
    this.#host = host;
  }

  /** What is there, for `Task.masks`. Another map whenever something in it differs. */
  get masks(): ReadonlyMap<string, MaskAtHand> {
    return this.#masks;
  }

  get state(): MaskSourceState {
    if (this.#wanted.some(({key}) => this.#failed.has(key))) return 'failed';
    return this.#wanted.every(({key}) => this.#masks.has(key)) ? 'settled' : 'loading';
  }

  /** Why masks are not there. */
  get problems(): readonly Problem[] {
    return this.#wanted.flatMap(({key}) => this.#failed.get(key) ?? []);
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
    for (const key of this.#failed.keys()) if (!keys.has(key)) this.#failed.delete(key);
    const kept = [...this.#masks].filter(([key]) => keys.has(key));
    if (kept.length < this.#masks.size) this.#masks = new Map(kept);
    for (const request of requests) this.#start(request);
  }

  /** Tries again what has failed. */
  retry(): void {
    if (this.#failed.size === 0) return;
    this.#failed.clear();
    for (const request of this.#wanted) this.#start(request);
    this.#host.changed();
  }

  /** Begins without what has failed: a person said so. */
  leaveOut(): void {
    const keys = [...this.#failed.keys()];
    if (keys.length === 0) return;
    this.#failed.clear();
    this.#masks = new Map([...this.#masks, ...keys.map((key) => [key, 'left-out'] as const)]);
    this.#host.changed();
  }

  /** Goes on after `stop`. */
  resume(): void {
    for (const request of this.#wanted) this.#start(request);
  }

  /** Ends all loading, as when the element leaves the page. */
  stop(): void {
    for (const abort of this.#loading.values()) abort.abort();
    this.#loading.clear();
  }

  #start(request: MaskRequest): void {
    const {key, orientation} = request;
    if (!orientation || this.#masks.has(key) || this.#failed.has(key) || this.#loading.has(key)) return;
    const abort = new AbortController();
    this.#loading.set(key, abort);
    void this.#load(request, orientation, abort.signal).then((read) => {
      if (abort.signal.aborted) return;
      this.#loading.delete(key);
      if (read.ok) this.#masks = new Map([...this.#masks, [key, read.value]]);
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
        const loaded = await loadFile(source.reference, {signal, ...(resolveSource && {resolveSource})});
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
