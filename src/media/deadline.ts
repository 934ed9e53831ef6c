/** Why loading ended before its time. */
export type Interruption = 'first-byte' | 'total' | 'cancelled';

/**
 * The time one picture has, and the one signal that ends all work on it: because its first byte or its last one does
 * not come in time, or because nobody wants it any more.
 */
export class Deadline {
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #cause: Interruption | undefined;

  constructor(totalMs: number, outer?: AbortSignal) {
    this.#outer = outer;
    this.#timers.push(setTimeout(() => this.#end('total'), totalMs));
    if (outer?.aborted) this.#end('cancelled');
    else outer?.addEventListener('abort', this.#onOuterAbort, {once: true});
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Set once the time is over or the work is unwanted. */
  get cause(): Interruption | undefined {
    return this.#cause;
  }

  /** Ends everything unless the function that comes back is called within the time. */
  expectFirstByte(withinMs: number): () => void {
    const timer = setTimeout(() => this.#end('first-byte'), withinMs);
    this.#timers.push(timer);
    return () => clearTimeout(timer);
  }

  /** The promise's own outcome, or a rejection as soon as the time is over, for work that hears no signal. */
  race<T>(work: Promise<T>): Promise<T> {
    if (this.signal.aborted) return Promise.reject(this.signal.reason);
    return new Promise((resolve, reject) => {
      const stop = () => reject(this.signal.reason);
      this.signal.addEventListener('abort', stop, {once: true});
      work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', stop));
    });
  }

  /** Forgets timers and listeners. Without it a finished picture would still hold on to them. */
  stop(): void {
    this.#timers.forEach(clearTimeout);
    this.#outer?.removeEventListener('abort', this.#onOuterAbort);
  }

  readonly #onOuterAbort = (): void => this.#end('cancelled');

  #end(cause: Interruption): void {
    this.#cause ??= cause;
    this.#abort.abort(new DOMException(`Loading ended: ${cause}.`, 'AbortError'));
  }
}
