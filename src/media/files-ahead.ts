import type {Result} from '../base/result.js';
import {loadFile} from './load-file.js';
import type {ResolveSource} from './resolve.js';

interface Waiting {
  readonly abort: AbortController;
  readonly file: Promise<Result<Blob>>;
}

/** Larger ones are loaded when they are needed. */
const mostBytes = 32_000_000;

/** Files of the next item, such as its masks, loaded before they are needed. It holds those of one item at most. */
export class FilesAhead {
  readonly #waiting = new Map<string, Waiting>();

  /** Starts loading files that will be wanted soon; others are forgotten. Settles when they are there, or will not be. */
  async prefetch(refs: readonly string[], resolveSource: ResolveSource | undefined): Promise<void> {
    for (const ref of [...this.#waiting.keys()]) if (!refs.includes(ref)) this.#drop(ref);
    await Promise.all(refs.map((ref) => this.#load(ref, resolveSource)));
  }

  /** The file if it was prefetched, once. One that failed ahead of its time gets a second chance. */
  async take(ref: string, signal: AbortSignal): Promise<Blob | undefined> {
    const waiting = this.#waiting.get(ref);
    if (!waiting) return undefined;
    this.#waiting.delete(ref);
    const stop = () => waiting.abort.abort();
    signal.addEventListener('abort', stop, {once: true});
    const loaded = await waiting.file;
    signal.removeEventListener('abort', stop);
    return loaded.ok ? loaded.value : undefined;
  }

  clear(): void {
    for (const ref of [...this.#waiting.keys()]) this.#drop(ref);
  }

  async #load(ref: string, resolveSource: ResolveSource | undefined): Promise<void> {
    if (!this.#waiting.has(ref)) {
      const abort = new AbortController();
      const file = loadFile(ref, {signal: abort.signal, ...(resolveSource && {resolveSource})});
      this.#waiting.set(ref, {abort, file});
    }
    const waiting = this.#waiting.get(ref);
    const loaded = await waiting?.file;
    const isTooLarge = loaded?.ok === true && loaded.value.size > mostBytes;
    if (isTooLarge && this.#waiting.get(ref) === waiting) this.#drop(ref);
  }

  #drop(ref: string): void {
    this.#waiting.get(ref)?.abort.abort();
    this.#waiting.delete(ref);
  }
}
