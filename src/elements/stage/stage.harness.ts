import {oneEvent} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {History} from '../../model/history.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';

/** A place of the picture, in pixels of the stored grid. */
export type Place = readonly [number, number];
/** A place of the window, in CSS pixels. */
export interface OnPage {
  readonly x: number;
  readonly y: number;
}
type MouseAct = 'Pressed' | 'Moved' | 'Released';
type TouchAct = 'Start' | 'Move' | 'End' | 'Cancel';
type Button = keyof typeof buttonBits;
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

const buttonBits = {left: 1, right: 2, middle: 4} as const;
const modifierBits = {Alt: 1, Control: 2, Meta: 4, Shift: 8} as const;
export type Modifier = keyof typeof modifierBits;

type Command = readonly [method: string, params: object];

/** Tells the browser itself what the hardware does. */
const devtools = (...commands: readonly Command[]) => executeServerCommand('cdp', commands as never);

/** Two frames: what was asked for in the first is on screen in the second. */
export const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Puts a task that shows `picture` into a part of the page that stays until it is removed, and waits for the picture. */
export async function mountTask<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  page: HTMLElement,
  picture: Blob,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  {dir = 'ltr', scrolled = false, transform = '', width = 1000, height = 640}: Setting = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  page.dir = dir;
  const before = document.createElement('div');
  const place = document.createElement('div');
  page.append(before, place);
  if (scrolled) before.style.height = '1700px';
  Object.assign(place.style, {
    width: `${width}px`,
    height: `${height}px`,
    transform,
    transformOrigin: '0 0',
  });
  const element = document.createElement(tag);
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
  return element;
}

/** What all tasks on a stage have. */
export type PictureTask = HTMLElement & {readonly history: History};

/** Uses a task on a picture as a person does: places are picture pixels of the stored grid. */
export class StageHarness<T extends PictureTask = PictureTask> {
  readonly element: T;
  #modifiers = 0;

  constructor(element: T) {
    this.element = element;
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

  /** True while a drawing is open or a box is being dragged out. */
  get isDrawing(): boolean {
    return this.viewer.tool?.isDrawing ?? false;
  }

  get isStageFocused(): boolean {
    return this.viewer.shadowRoot?.activeElement === this.stage;
  }

  get steps(): number {
    return this.element.history.done.length;
  }

  /** Where a picture point is on the page, in CSS pixels of the window. */
  onPage([x, y]: Place): {x: number; y: number} {
    const at = this.viewer.imageToScreen({x, y})!;
    const {left, top, width} = this.stage.getBoundingClientRect();
    const ratio = width / Number.parseFloat(getComputedStyle(this.stage).width);
    return {x: left + at.x * ratio, y: top + at.y * ratio};
  }

  /** Sets the zoom, with a picture point in the middle of the stage. */
  async look(scale: number, [x, y]: Place): Promise<void> {
    if (!this.viewer.sight) throw new Error('The picture is missing.');
    this.viewer.showAt(scale, {x, y});
    await painted();
  }

  hold(...modifiers: readonly Modifier[]): void {
    this.#modifiers = modifiers.reduce((bits, name) => bits | modifierBits[name], 0);
  }

  async mouse(type: MouseAct, place: Place, button: Button = 'left'): Promise<void> {
    await devtools(this.#mouse(type, this.onPage(place), button));
  }

  #mouse(
    type: MouseAct,
    at: OnPage,
    button: Button = 'left',
    pointerType: 'mouse' | 'pen' = 'mouse',
  ): Command {
    const buttons = type === 'Released' ? 0 : type === 'Pressed' ? buttonBits[button] : this.#pressed;
    this.#pressed = buttons;
    return [
      'Input.dispatchMouseEvent',
      {
        type: `mouse${type}`,
        ...at,
        button: type === 'Moved' && buttons === 0 ? 'none' : button,
        buttons,
        clickCount: 1,
        modifiers: this.#modifiers,
        pointerType,
        timestamp: this.#seconds,
      },
    ];
  }
  #pressed = 0;

  /** What time the browser is told it is. However slow this machine is, acts follow each other by few milliseconds. */
  get #seconds(): number {
    this.#ms += 4;
    return this.#ms / 1000;
  }
  #ms = Date.now();

  /** Lets the time of what follows be later, as if the person had rested. */
  rest(ms: number): void {
    this.#ms += ms;
  }

  /** Drags from place to place, by way of the middle. */
  async drag(from: Place, to: Place, kind: PointerKind = 'mouse'): Promise<void> {
    const [start, end] = [this.onPage(from), this.onPage(to)];
    await this.dragOnPage(start, end, kind);
  }

  /** The same between places of the window. */
  async dragOnPage(from: OnPage, to: OnPage, kind: PointerKind = 'mouse'): Promise<void> {
    const middle = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
    if (kind === 'touch') {
      await devtools(
        this.#touch('Start', [from]),
        this.#touch('Move', [middle]),
        this.#touch('Move', [to]),
        this.#touch('End', []),
      );
    } else {
      await devtools(
        this.#mouse('Moved', from, 'left', kind),
        this.#mouse('Pressed', from, 'left', kind),
        this.#mouse('Moved', middle, 'left', kind),
        this.#mouse('Moved', to, 'left', kind),
        this.#mouse('Released', to, 'left', kind),
      );
    }
    await painted();
  }

  async click(place: Place, button: Button = 'left'): Promise<void> {
    await this.clickOnPage(this.onPage(place), button);
  }

  /** The same at a place of the window. */
  async clickOnPage(at: OnPage, button: Button = 'left'): Promise<void> {
    await devtools(
      this.#mouse('Moved', at),
      this.#mouse('Pressed', at, button),
      this.#mouse('Released', at, button),
    );
    await painted();
  }

  /** Fingers at places of the picture, all that are down. */
  async touch(type: TouchAct, ...places: readonly Place[]): Promise<void> {
    const points = places.map((place) => this.onPage(place));
    await devtools(this.#touch(type, points));
  }

  /**
   * One finger is down and moves; after so many milliseconds a second one comes, both move, and both go up. The places
   * of the first are those of its press, of its move and of where it ends.
   */
  async joinedByFinger(
    [start, place, end]: readonly [Place, Place, Place],
    [from, to]: readonly [Place, Place],
    afterMs: number,
  ): Promise<void> {
    await this.touch('Start', start);
    await this.touch('Move', place);
    this.rest(afterMs);
    await this.touch('Start', place, from);
    await this.touch('Move', end, to);
    await this.touch('End');
    await painted();
  }

  #touch(type: TouchAct, points: readonly OnPage[]): Command {
    const touchPoints = points.map((at, id) => ({...at, id, radiusX: 5, radiusY: 5}));
    return ['Input.dispatchTouchEvent', {type: `touch${type}`, touchPoints, timestamp: this.#seconds}];
  }

  /** Turns the wheel by CSS pixels; DevTools count in those of the emulated device. */
  async wheel(place: Place, pixels: number, modifiers: number = this.#modifiers): Promise<void> {
    const deltaY = pixels * devicePixelRatio;
    await devtools([
      'Input.dispatchMouseEvent',
      {type: 'mouseWheel', ...this.onPage(place), deltaX: 0, deltaY, modifiers},
    ]);
    await painted();
  }
}
