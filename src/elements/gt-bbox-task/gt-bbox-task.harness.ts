import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {Box} from '../../geometry/box.js';
import type {BoxRecord} from '../../model/record.js';
import {recordsOf} from '../../model/document.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {GtBboxTask} from './gt-bbox-task.js';

type Place = readonly [number, number];
export type PointerKind = 'mouse' | 'pen' | 'touch';

/** Where a task stands on its page. */
export interface Setting {
  readonly dir?: 'ltr' | 'rtl';
  /** The task begins far down a page that is scrolled to it. */
  readonly scrolled?: boolean;
  /** CSS `transform` of what is around the task. */
  readonly transform?: string;
  readonly width?: number;
  readonly height?: number;
}

const modifierBits = {Alt: 1, Control: 2, Meta: 4, Shift: 8} as const;
export type Modifier = keyof typeof modifierBits;

const cdp = (method: string, params: object) => executeServerCommand('cdp', [[method, params]] as never);

/** Two frames: what was asked for in the first is on screen in the second. */
export const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Uses a bounding box task as a person does: places are picture pixels of the stored grid. */
export class BboxHarness {
  readonly element: GtBboxTask;
  #modifiers = 0;

  constructor(element: GtBboxTask) {
    this.element = element;
  }

  /** A task that shows `picture`, ready for input. */
  static async of(
    picture: Blob,
    properties: Partial<GtBboxTask> = {},
    {dir = 'ltr', scrolled = false, transform = '', width = 1000, height = 640}: Setting = {},
  ): Promise<BboxHarness> {
    const page = await fixture<HTMLElement>(
      html`<div>
        <div class="before"></div>
        <div class="place"></div>
      </div>`,
    );
    page.dir = dir;
    const place = page.querySelector<HTMLElement>('.place')!;
    if (scrolled) page.querySelector<HTMLElement>('.before')!.style.height = '1700px';
    Object.assign(place.style, {
      width: `${width}px`,
      height: `${height}px`,
      transform,
      transformOrigin: '0 0',
    });
    const element = document.createElement('gt-bbox-task');
    Object.assign(element, {
      entry: {'source-ref': 'picture.png'},
      labels: ['car', 'dog', 'tree'],
      resolveSource: () => picture,
      ...properties,
    });
    const ready = oneEvent(element, 'gt-ready');
    place.append(element);
    if (scrolled) place.scrollIntoView();
    await ready;
    await painted();
    return new BboxHarness(element);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get viewer(): GtImageViewer {
    return this.root.querySelector('gt-image-viewer')!;
  }

  get stage(): HTMLElement {
    return this.viewer.shadowRoot!.querySelector<HTMLElement>('.stage')!;
  }

  /** What the worker has drawn, in order of creation. */
  get records(): readonly BoxRecord[] {
    return recordsOf(this.element.document, 'box');
  }

  get boxes(): readonly Box[] {
    return this.records.map(({box}) => box);
  }

  get steps(): number {
    return this.element.history.done.length;
  }

  /** Where a picture point is on the page, in CSS pixels of the window. */
  onPage([x, y]: Place): {x: number; y: number} {
    const at = this.viewer.imageToScreen({x, y})!;
    const {left, top, width} = this.stage.getBoundingClientRect();
    const ratio = width / this.stage.offsetWidth;
    return {x: left + at.x * ratio, y: top + at.y * ratio};
  }

  /** Sets the zoom, with a picture point in the middle of the stage. */
  async look(scale: number, [x, y]: Place): Promise<void> {
    const {sight} = this.viewer;
    expect(sight === undefined, 'the picture is missing').to.equal(false);
    this.viewer.showAt(scale, {x, y});
    await painted();
  }

  hold(...modifiers: readonly Modifier[]): void {
    this.#modifiers = modifiers.reduce((bits, name) => bits | modifierBits[name], 0);
  }

  async mouse(type: 'Pressed' | 'Moved' | 'Released', place: Place, button = 'left'): Promise<void> {
    const buttons = type === 'Released' ? 0 : ({left: 1, right: 2, middle: 4}[button] ?? 0);
    await cdp('Input.dispatchMouseEvent', {
      type: `mouse${type}`,
      ...this.onPage(place),
      button: type === 'Moved' && this.#pressed === 0 ? 'none' : button,
      buttons: type === 'Moved' ? this.#pressed : buttons,
      clickCount: 1,
      modifiers: this.#modifiers,
      pointerType: this.#pointerType,
    });
    if (type === 'Pressed') this.#pressed = buttons;
    if (type === 'Released') this.#pressed = 0;
  }
  #pressed = 0;
  #pointerType: 'mouse' | 'pen' = 'mouse';

  /** Drags from place to place, by way of the middle. */
  async drag(from: Place, to: Place, kind: PointerKind = 'mouse'): Promise<void> {
    const middle: Place = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    if (kind === 'touch') {
      await this.touch('Start', from);
      await this.touch('Move', middle);
      await this.touch('Move', to);
      await this.touch('End');
    } else {
      this.#pointerType = kind;
      await this.mouse('Moved', from);
      await this.mouse('Pressed', from);
      await this.mouse('Moved', middle);
      await this.mouse('Moved', to);
      await this.mouse('Released', to);
      this.#pointerType = 'mouse';
    }
    await painted();
  }

  async click(place: Place, button = 'left'): Promise<void> {
    await this.mouse('Moved', place);
    await this.mouse('Pressed', place, button);
    await this.mouse('Released', place, button);
    await painted();
  }

  async touch(type: 'Start' | 'Move' | 'End' | 'Cancel', ...places: readonly Place[]): Promise<void> {
    const touchPoints = places.map((place, id) => ({...this.onPage(place), id}));
    await cdp('Input.dispatchTouchEvent', {type: `touch${type}`, touchPoints});
  }

  async wheel(place: Place, deltaY: number, modifiers: number = this.#modifiers): Promise<void> {
    await cdp('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...this.onPage(place),
      deltaX: 0,
      deltaY,
      modifiers,
    });
    await painted();
  }
}
