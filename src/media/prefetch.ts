import type {Result} from '../base/result.js';
import {loadImage, type LoadedImage, type LoadOptions} from './load-image.js';

interface Waiting {
  readonly abort: AbortController;
  readonly picture: Promise<Result<LoadedImage>>;
}

/** Pictures of the next items, decoded before they are needed. It holds few, and gives back what is not taken. */
export class PicturesAhead {
  readonly #most: number;
  readonly #waiting = new Map<string, Waiting>();

  /** `most`: how many decoded pictures may wait at once. */
  constructor(most = 2) {
    this.#most = most;
  }

  /** References that are loaded or being loaded, oldest first. */
  get refs(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /**
   * Starts loading a picture that will be wanted soon. The oldest gives way when there are too many. Settles when the
   * picture is there, or is not going to be: why not is told when it is wanted.
   */
  async prefetch(ref: string, options: LoadOptions = {}): Promise<void> {
    if (!this.#waiting.has(ref)) {
      const abort = new AbortController();
      this.#waiting.set(ref, {abort, picture: loadImage(ref, {...options, signal: abort.signal})});
      for (const oldest of this.refs.slice(0, -this.#most)) this.#drop(oldest);
    }
    await this.#waiting.get(ref)?.picture;
  }

  /**
   * The picture if it was prefetched; it then belongs to the caller. A picture that failed ahead of its time is
   * forgotten, so that it gets a second chance.
   */
  async take(ref: string, signal?: AbortSignal): Promise<LoadedImage | undefined> {
    const waiting = this.#waiting.get(ref);
    if (!waiting) return undefined;
    this.#waiting.delete(ref);
    const stop = () => waiting.abort.abort();
    signal?.addEventListener('abort', stop, {once: true});
    const loaded = await waiting.picture;
    signal?.removeEventListener('abort', stop);
    if (signal?.aborted && loaded.ok) {
      loaded.value.release();
      return undefined;
    }
    return loaded.ok ? loaded.value : undefined;
  }

  /** Gives everything back. */
  clear(): void {
    this.refs.forEach((ref) => this.#drop(ref));
  }

  #drop(ref: string): void {
    const waiting = this.#waiting.get(ref);
    this.#waiting.delete(ref);
    waiting?.abort.abort();
    void waiting?.picture.then((loaded) => loaded.ok && loaded.value.release());
  }
}
