import {fixture, html, oneEvent} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {Sight} from '../../geometry/sight.js';
import type {GtImageViewer} from './gt-image-viewer.js';
import type {StageInput, StageLayer, StageTool} from './stage-layer.js';

type Command = readonly [string, object];

/** Sends commands to the browser itself: real wheels and fingers. */
export const devtools = (...commands: Command[]) => executeServerCommand('cdp', commands as never);

export const nextFrame = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Waits until something is true, frame by frame. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  const started = performance.now();
  while (!isTrue()) {
    if (performance.now() - started > 8000) throw new Error(`Waited in vain until ${what}.`);
    await nextFrame();
  }
}

/** What is really on the screen at a place of the window, red, green and blue: from a screenshot. */
export async function screenColor(x: number, y: number): Promise<[red: number, green: number, blue: number]> {
  const clip = {x: x - 1.5 / devicePixelRatio, y: y - 1.5 / devicePixelRatio};
  const size = {width: 3 / devicePixelRatio, height: 3 / devicePixelRatio, scale: 1};
  const [{data}] = (await devtools([
    'Page.captureScreenshot',
    {format: 'png', clip: {...clip, ...size}},
  ])) as [{data: string}];
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const middle = (length: number) => Math.floor(length / 2);
  const [red = 0, green = 0, blue = 0] = context.getImageData(
    middle(bitmap.width),
    middle(bitmap.height),
    1,
    1,
  ).data;
  return [red, green, blue];
}

/** A tool that writes down what it is told: `drag 40,30`, with the letters of held keys behind. */
export class RecordingTool implements StageTool {
  readonly calls: string[] = [];
  readonly inputs: StageInput[] = [];
  /** Where the last drag was said to start. */
  start: StageInput | undefined;
  isDrawing = false;
  takesSpace = false;
  pansBySpace = false;
  wantsLoupe = false;
  cursor = 'crosshair';
  arePansWanted = false;
  takesSecondary = false;
  takesWheel = false;

  hover(input: StageInput): void {
    this.#note('hover', input);
  }
  leave(): void {
    this.calls.push('leave');
  }
  press(input: StageInput): void {
    this.#note('press', input);
  }
  click(input: StageInput): void {
    this.#note('click', input);
  }
  dragStart(input: StageInput): void {
    this.start = input;
    this.#note('dragStart', input);
  }
  drag(input: StageInput): void {
    this.#note('drag', input);
  }
  dragEnd(input: StageInput): void {
    this.#note('dragEnd', input);
  }
  cancel(): void {
    this.calls.push('cancel');
  }
  menu(input: StageInput): void {
    this.#note('menu', input);
  }
  pans(): boolean {
    return this.arePansWanted;
  }
  wheel(input: StageInput, steps: number): boolean {
    if (this.takesWheel) this.#note(`wheel ${steps} at`, input);
    return this.takesWheel;
  }
  undo(): void {
    this.calls.push('undo');
  }
  redo(): void {
    this.calls.push('redo');
  }

  /** What was told since the last time, without hovering. */
  take(): string[] {
    const acts = this.calls.filter((call) => !/^(hover|leave)/.test(call));
    this.calls.length = 0;
    return acts;
  }

  #note(name: string, input: StageInput): void {
    this.inputs.push(input);
    const {point, shift, alt, control, space, eraser, secondary} = input;
    const place = `${Math.round(point.x)},${Math.round(point.y)}`;
    const keys = `${shift ? ' shift' : ''}${alt ? ' alt' : ''}${control ? ' control' : ''}${space ? ' space' : ''}`;
    this.calls.push(`${name} ${place}${keys}${eraser ? ' eraser' : ''}${secondary ? ' secondary' : ''}`);
  }
}

/** A layer that writes down what it sees. */
export class RecordingLayer implements StageLayer {
  readonly element = document.createElement('div');
  readonly sights: (Sight | undefined)[] = [];
  dots: readonly {x: number; y: number; color: string}[] = [];

  look(sight: Sight | undefined): void {
    this.sights.push(sight);
  }

  get last(): Sight | undefined {
    return this.sights.at(-1);
  }

  marks(): readonly {x: number; y: number; color: string}[] {
    return this.dots;
  }
}

/** Knows where things are in a viewer, and uses it as a person does. */
export class ViewerHarness {
  readonly viewer: GtImageViewer;

  constructor(viewer: GtImageViewer) {
    this.viewer = viewer;
  }

  /** A viewer of 400 × 300 that shows a picture. */
  static async of(picture: Blob, properties: Partial<GtImageViewer> = {}): Promise<ViewerHarness> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.cssText = 'position: fixed; left: 20px; top: 30px; width: 400px; height: 300px';
    const viewer = document.createElement('gt-image-viewer');
    Object.assign(viewer, {src: 'picture', resolveSource: () => picture, ...properties});
    const ready = oneEvent(viewer, 'gt-image-ready');
    box.append(viewer);
    await ready;
    await nextFrame();
    return new ViewerHarness(viewer);
  }

  get root(): ShadowRoot {
    return this.viewer.shadowRoot!;
  }

  get stage(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.stage')!;
  }

  get picture(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.picture')!;
  }

  /** Where the picture is on the page. */
  get box(): DOMRect {
    return this.picture.getBoundingClientRect();
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
    );
    if (!found) throw new Error(`There is no button “${name}”.`);
    return found;
  }

  /** The read-out of the zoom. */
  get percent(): string {
    return this.root.querySelector('.percent')?.textContent?.trim() ?? '';
  }

  /** The picture point at a place of the page, in upright picture pixels. */
  pointAt(x: number, y: number): {x: number; y: number} {
    const {left, top} = this.box;
    return {x: (x - left) / this.viewer.scale, y: (y - top) / this.viewer.scale};
  }

  async wheel(
    x: number,
    y: number,
    deltaY: number,
    more: {deltaX?: number; modifiers?: number} = {},
  ): Promise<void> {
    await devtools(['Input.dispatchMouseEvent', {type: 'mouseWheel', x, y, deltaX: 0, deltaY, ...more}]);
    await nextFrame();
  }

  async mouse(type: 'Pressed' | 'Moved' | 'Released', x: number, y: number, button = 'left'): Promise<void> {
    const buttons = type === 'Released' ? 0 : button === 'middle' ? 4 : button === 'left' ? 1 : 0;
    await devtools([
      'Input.dispatchMouseEvent',
      {type: `mouse${type}`, x, y, button, buttons, clickCount: 1},
    ]);
  }

  async drag(from: [number, number], to: [number, number], button = 'left'): Promise<void> {
    await this.mouse('Pressed', ...from, button);
    await this.mouse('Moved', (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, button);
    await this.mouse('Moved', ...to, button);
    await this.mouse('Released', ...to, button);
    await nextFrame();
  }

  async touch(
    type: 'Start' | 'Move' | 'End' | 'Cancel',
    ...points: readonly (readonly [number, number])[]
  ): Promise<void> {
    const touchPoints = points.map(([x, y], id) => ({x, y, id}));
    await devtools(['Input.dispatchTouchEvent', {type: `touch${type}`, touchPoints}]);
    await nextFrame();
  }

  readonly #startSeconds = Date.now() / 1000;

  /**
   * Fingers at a time in milliseconds, however slow this machine is. All that are down are named at each step; a `Move`
   * without the last of them lifts it.
   */
  async fingers(
    atMs: number,
    type: 'Start' | 'Move' | 'End' | 'Cancel',
    ...points: readonly (readonly [x: number, y: number, radius?: number])[]
  ): Promise<void> {
    const touchPoints = points.map(([x, y, radius = 5], id) => ({
      x,
      y,
      id,
      radiusX: radius,
      radiusY: radius,
    }));
    const timestamp = this.#startSeconds + atMs / 1000;
    await devtools(['Input.dispatchTouchEvent', {type: `touch${type}`, touchPoints, timestamp}]);
  }

  /** A pen at a time in milliseconds. */
  async pen(
    atMs: number,
    type: 'Pressed' | 'Moved' | 'Released',
    x: number,
    y: number,
    button = type === 'Moved' ? 'none' : 'left',
    buttons = type === 'Pressed' ? 1 : 0,
  ): Promise<void> {
    const timestamp = this.#startSeconds + atMs / 1000;
    await devtools([
      'Input.dispatchMouseEvent',
      {type: `mouse${type}`, x, y, button, buttons, clickCount: 1, pointerType: 'pen', timestamp},
    ]);
  }
}
