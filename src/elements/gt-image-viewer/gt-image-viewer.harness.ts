import {fixture, html, oneEvent} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {GtImageViewer} from './gt-image-viewer.js';

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
}
