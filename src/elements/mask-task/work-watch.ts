/**
 * How long something has been worked out. `brief`: not worth a word. `long`: people begin to wonder. `too-long`: it may
 * never end, as when the segmenter of a page does not answer.
 */
export type WorkTime = 'none' | 'brief' | 'long' | 'too-long';

const longMs = 800;
const tooLongMs = 10_000;

/** Tells how long something has been worked out. */
export class WorkWatch {
  readonly #changed: (time: WorkTime) => void;
  #time: WorkTime = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called whenever the time is another one, but not for the first two. */
  constructor(changed: (time: WorkTime) => void) {
    this.#changed = changed;
  }

  get time(): WorkTime {
    return this.#time;
  }

  /** Says whether something is worked out now. */
  follow(isAtWork: boolean): void {
    if (isAtWork === (this.#time !== 'none')) return;
    const wasLong = this.#time === 'long' || this.#time === 'too-long';
    this.stop();
    if (wasLong) this.#changed('none');
    if (!isAtWork) return;
    this.#time = 'brief';
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => this.#tell('too-long'), tooLongMs - longMs);
      this.#tell('long');
    }, longMs);
  }

  /** Ends it without a word, as when the element leaves the page. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#time = 'none';
  }

  #tell(time: WorkTime): void {
    this.#time = time;
    this.#changed(time);
  }
}
