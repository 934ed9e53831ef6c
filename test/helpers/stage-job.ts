import {waitUntil} from '@open-wc/testing';
import type {GtSession} from '../../src/elements/gt-session/gt-session.js';
import {
  painted,
  type PictureTask,
  type Place,
  type StageHarness,
} from '../../src/elements/stage/stage.harness.js';
import type {Size} from '../../src/geometry/point.js';
import {drawnPicture} from './pictures.js';

export interface JobOptions {
  readonly database: string;
  /** Lines with a number `n`, counted from 0. */
  readonly manifest: string;
  readonly labels: readonly string[];
  readonly size: Size;
  /** The picture of a reference; without it, all items have the same one. */
  readonly pictureOf?: (ref: string) => Blob | Promise<Blob>;
}

/** What a job is for. */
export interface JobKind<H extends StageHarness> {
  readonly jobName: string;
  /** The name of the job, when left out. */
  readonly labelAttributeName?: string;
  readonly makeTask: (labels: readonly string[]) => PictureTask;
  readonly harnessOf: (task: PictureTask) => H;
}

/** A job in a session on real IndexedDB. The same elements serve all items, until the job is loaded anew. */
export class StageJob<H extends StageHarness> {
  readonly #options: JobOptions;
  readonly #kind: JobKind<H>;
  #picture: Blob | undefined;
  #page: HTMLElement | undefined;
  #session: GtSession | undefined;
  #task: H | undefined;
  #shown = -1;

  protected constructor(options: JobOptions, kind: JobKind<H>) {
    this.#options = options;
    this.#kind = kind;
  }

  protected async opened(): Promise<this> {
    const {width, height} = this.#options.size;
    this.#picture = await drawnPicture(width, height);
    await this.#mount();
    return this;
  }

  get task(): H {
    return this.#task!;
  }

  async #mount(): Promise<void> {
    const {database, manifest, labels} = this.#options;
    const element = this.#kind.makeTask(labels);
    element.addEventListener('gt-ready', (event) => {
      this.#shown = (event as CustomEvent<{entry: {n: number}}>).detail.entry.n;
    });
    const session = document.createElement('gt-session');
    Object.assign(session, {
      manifestFile: new Blob([manifest]),
      jobName: this.#kind.jobName,
      labelAttributeName: this.#kind.labelAttributeName ?? '',
      workerId: 'w-1',
      database,
      resolveSource: (ref: string) => this.#options.pictureOf?.(ref) ?? this.#picture,
    });
    session.append(element);
    this.#page = document.createElement('div');
    this.#page.style.cssText = 'width: 1000px; height: 700px';
    this.#page.append(session);
    this.#session = session;
    this.#task = this.#kind.harnessOf(element);
    this.#shown = -1;
    document.body.append(this.#page);
    await waitUntil(() => this.#shown >= 0, 'the job is there', {timeout: 10_000, interval: 5});
    await painted();
  }

  /** Closes everything and opens the job in new elements, as a reload does, with the item that was on screen. */
  async reload(): Promise<void> {
    const item = this.#shown;
    await this.#session?.session?.settled();
    this.close();
    // A page that is loaded anew finds the session given up; here the elements before may take a moment for it.
    await waitUntil(() => this.#isGivenUp(), 'the session is given up', {timeout: 10_000, interval: 5});
    await this.#mount();
    await this.goTo(item);
  }

  close(): void {
    this.#page?.remove();
  }

  async #isGivenUp(): Promise<boolean> {
    const {held = []} = await navigator.locks.query();
    return !held.some(({name}) => name?.startsWith(this.#options.database));
  }

  async goTo(item: number): Promise<void> {
    if (item === this.#shown) return;
    await this.#session?.goTo(item);
    await waitUntil(() => this.#shown === item, `item ${item} is there`, {timeout: 10_000, interval: 1});
  }

  /** Presses a key by events made up on the spot: `2`, `Control+v`. */
  press(chord: string): void {
    const key = chord.replace('Control+', '');
    const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
    const init = {key, code, ctrlKey: chord !== key, bubbles: true, composed: true, cancelable: true};
    this.task.stage.dispatchEvent(new KeyboardEvent('keydown', init));
    this.task.stage.dispatchEvent(new KeyboardEvent('keyup', init));
  }

  /** Drags from place to place by events made up on the spot. */
  drag(...places: readonly [Place, ...Place[]]): void {
    const send = (type: string, place: Place, buttons: number) => {
      const {x, y} = this.task.onPage(place);
      const init = {clientX: x, clientY: y, buttons, button: type === 'pointermove' ? -1 : 0};
      const pointer = {pointerId: 1, pointerType: 'mouse', isPrimary: true};
      this.task.stage.dispatchEvent(
        new PointerEvent(type, {...init, ...pointer, bubbles: true, composed: true, cancelable: true}),
      );
    };
    const [from, ...others] = places;
    send('pointermove', from, 0);
    send('pointerdown', from, 1);
    for (const place of others) send('pointermove', place, 1);
    send('pointerup', others.at(-1) ?? from, 0);
  }
}
