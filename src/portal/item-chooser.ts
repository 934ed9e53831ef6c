import {takesEverything, type ItemChoice} from '../formats/choose-items.js';
import type {ManifestEntry} from '../formats/entry.js';
import {openManifest, type Manifest} from '../formats/manifest.js';
import {chooseInWorker} from '../workers/choose-in-worker.js';
import {indexInWorker} from '../workers/index-in-worker.js';

/** The items of a job to be: how many, and the manifest they make. */
export interface ChosenLines {
  readonly count: number;
  readonly manifest: Blob;
}

/** A line that is being typed is not looked for at every key. */
const settleMs = 150;

/** Lines that are tried until one can be shown. */
const mostTries = 50;

/** Keeps the chosen items in step with the data and the choice. */
export class ItemChooser {
  readonly #changed: () => void;
  #wanted: {readonly blob: Blob; readonly choice: ItemChoice} | undefined;
  #opened: {readonly blob: Blob; readonly manifest: Promise<Manifest>} | undefined;
  #stop = new AbortController();
  #choosing: Promise<ChosenLines | undefined> = Promise.resolve(undefined);
  #chosen: ChosenLines | undefined;
  #items: Uint32Array | undefined;

  /** `changed` is called when items are known, and when they no longer are. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is chosen; nothing while that is being found out. */
  get chosen(): ChosenLines | undefined {
    return this.#chosen;
  }

  /** What is chosen, once it is known. */
  get settled(): Promise<ChosenLines | undefined> {
    return this.#choosing;
  }

  choose(blob: Blob, choice: ItemChoice): void {
    if (this.#wanted?.blob === blob && this.#wanted.choice === choice) return;
    const isFirst = this.#wanted?.blob !== blob;
    this.#wanted = {blob, choice};
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#chosen = undefined;
    this.#choosing = this.#find(blob, choice, isFirst ? 0 : settleMs, this.#stop.signal);
  }

  /** The first of the chosen items from `place` on that can be shown. */
  async entryAt(place: number): Promise<ManifestEntry | undefined> {
    const chosen = await this.#choosing;
    const manifest = await this.#opened?.manifest;
    if (!chosen || !manifest) return undefined;
    for (let at = place; at < Math.min(place + mostTries, chosen.count); at++) {
      const entry = await manifest.entry(this.#items?.[at] ?? at);
      if (entry.ok) return entry.value;
    }
    return undefined;
  }

  stop(): void {
    this.#stop.abort();
    this.#wanted = undefined;
  }

  async #find(
    blob: Blob,
    choice: ItemChoice,
    wait: number,
    signal: AbortSignal,
  ): Promise<ChosenLines | undefined> {
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    if (signal.aborted) return undefined;
    const manifest = await this.#open(blob);
    try {
      const some = takesEverything(choice) ? undefined : await chooseInWorker(manifest, choice, signal);
      if (signal.aborted) return undefined;
      this.#items = some?.items;
      this.#chosen = some
        ? {count: some.items.length, manifest: some.manifest}
        : {count: manifest.lineCount, manifest: blob};
      this.#changed();
      return this.#chosen;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  #open(blob: Blob): Promise<Manifest> {
    if (this.#opened?.blob !== blob)
      this.#opened = {blob, manifest: openManifest(blob, {index: indexInWorker})};
    return this.#opened.manifest;
  }
}
