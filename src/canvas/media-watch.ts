/** Tells when the screen's device pixel ratio changes, or when a person's theme begins or ends to force its colours. */
export class MediaWatch {
  readonly #changed: () => void;
  readonly #forced = matchMedia('(forced-colors: active)');
  #resolution: MediaQueryList | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#forced.addEventListener('change', changed);
    this.#listen();
  }

  get isForced(): boolean {
    return this.#forced.matches;
  }

  /** Device pixels per CSS pixel. */
  get ratio(): number {
    return globalThis.devicePixelRatio || 1;
  }

  destroy(): void {
    this.#forced.removeEventListener('change', this.#changed);
    this.#resolution?.removeEventListener('change', this.#onResolution);
  }

  /** A query matches one ratio only, so each change asks anew. */
  #listen(): void {
    this.#resolution?.removeEventListener('change', this.#onResolution);
    this.#resolution = matchMedia(`(resolution: ${this.ratio}dppx)`);
    this.#resolution.addEventListener('change', this.#onResolution);
  }

  readonly #onResolution = (): void => {
    this.#listen();
    this.#changed();
  };
}
