import {waitUntil} from '@open-wc/testing';
import {BboxHarness, painted, type Place} from '../../src/elements/gt-bbox-task/gt-bbox-task.harness.js';
import type {BoxRequest} from '../../src/elements/gt-box-list/box-request.js';
import type {GtBoxList} from '../../src/elements/gt-box-list/gt-box-list.js';
import type {GtSession} from '../../src/elements/gt-session/gt-session.js';
import type {Size} from '../../src/geometry/point.js';
import type {RecordId} from '../../src/model/record.js';
import {drawnPicture} from './pictures.js';

interface BoxJobOptions {
  readonly database: string;
  /** Lines with a number `n`, counted from 0. */
  readonly manifest: string;
  readonly labels: readonly string[];
  readonly size: Size;
  /** The picture of a reference; without it, all items have the same one. */
  readonly pictureOf?: (ref: string) => Blob | Promise<Blob>;
}

/** A job of boxes in a session on real IndexedDB. The same elements serve all items, until the job is loaded anew. */
export class BoxJob {
  readonly #options: BoxJobOptions;
  readonly #picture: Blob;
  #page: HTMLElement | undefined;
  #session: GtSession | undefined;
  #task: BboxHarness | undefined;
  #shown = -1;

  private constructor(options: BoxJobOptions, picture: Blob) {
    this.#options = options;
    this.#picture = picture;
  }

  static async open(options: BoxJobOptions): Promise<BoxJob> {
    const {width, height} = options.size;
    const job = new BoxJob(options, await drawnPicture(width, height));
    await job.#mount();
    return job;
  }

  get task(): BboxHarness {
    return this.#task!;
  }

  get #list(): GtBoxList {
    return this.task.root.querySelector('gt-box-list')!;
  }

  async #mount(): Promise<void> {
    const {database, manifest, labels} = this.#options;
    const element = document.createElement('gt-bbox-task');
    element.labels = labels;
    element.addEventListener('gt-ready', (event) => {
      this.#shown = (event as CustomEvent<{entry: {n: number}}>).detail.entry.n;
    });
    const session = document.createElement('gt-session');
    Object.assign(session, {
      manifestFile: new Blob([manifest]),
      jobName: 'boxes',
      workerId: 'w-1',
      database,
      resolveSource: (ref: string) => this.#options.pictureOf?.(ref) ?? this.#picture,
    });
    session.append(element);
    this.#page = document.createElement('div');
    this.#page.style.cssText = 'width: 1000px; height: 700px';
    this.#page.append(session);
    this.#session = session;
    this.#task = new BboxHarness(element);
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
    await this.#mount();
    await this.goTo(item);
  }

  close(): void {
    this.#page?.remove();
  }

  async goTo(item: number): Promise<void> {
    if (item === this.#shown) return;
    await this.#session?.goTo(item);
    await waitUntil(() => this.#shown === item, `item ${item} is there`, {timeout: 10_000, interval: 1});
  }

  /** The id of a box by its place in the order of creation. */
  idAt(index: number): RecordId {
    return this.task.records[index]!.id;
  }

  /** Asks for something as the list beside the stage does. */
  ask(request: BoxRequest): void {
    this.#list.dispatchEvent(new CustomEvent<BoxRequest>('gt-box-request', {detail: request}));
  }

  /** The rows of the list on screen: `car 40 × 30`. */
  async rows(): Promise<string[]> {
    await this.task.element.updateComplete;
    await this.#list.updateComplete;
    const rows = [...this.#list.shadowRoot!.querySelectorAll('.item:not(.group, .removed)')];
    const text = (row: Element, part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
    return rows.map((row) => `${text(row, '.name')} ${text(row, '.measure')}`);
  }

  /** Presses a key by events made up on the spot: `2`, `Control+v`. */
  press(chord: string): void {
    const key = chord.replace('Control+', '');
    const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
    const init = {key, code, ctrlKey: chord !== key, bubbles: true, composed: true, cancelable: true};
    this.task.stage.dispatchEvent(new KeyboardEvent('keydown', init));
    this.task.stage.dispatchEvent(new KeyboardEvent('keyup', init));
  }

  /** Drags by events made up on the spot. */
  drag(from: Place, to: Place): void {
    const send = (type: string, place: Place, buttons: number) => {
      const {x, y} = this.task.onPage(place);
      const init = {clientX: x, clientY: y, buttons, button: type === 'pointermove' ? -1 : 0};
      const pointer = {pointerId: 1, pointerType: 'mouse', isPrimary: true};
      this.task.stage.dispatchEvent(
        new PointerEvent(type, {...init, ...pointer, bubbles: true, composed: true, cancelable: true}),
      );
    };
    send('pointermove', from, 0);
    send('pointerdown', from, 1);
    send('pointermove', to, 1);
    send('pointerup', to, 0);
  }
}
