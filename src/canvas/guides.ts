import type {ScreenPoint} from '../geometry/point.js';
import type {Sight} from '../geometry/sight.js';
import {Projector} from './projector.js';

/**
 * Two lines through a point across the whole picture, light on dark. They are elements, not paint: following the
 * pointer then costs two transforms and no pixels.
 */
export class Guides {
  readonly elements: readonly HTMLElement[];
  readonly #across = line('width', 'height');
  readonly #down = line('height', 'width');

  constructor() {
    this.elements = [this.#across, this.#down];
    this.show(undefined, undefined);
  }

  /** Puts the lines through a point of the stage; hides them without one. */
  show(point: ScreenPoint | undefined, sight: Sight | undefined): void {
    if (!point || !sight) {
      for (const element of this.elements) element.style.setProperty('display', 'none');
      return;
    }
    const {left, top, right, bottom} = new Projector(sight, 1).picture;
    const start = {x: Math.max(0, left), y: Math.max(0, top)};
    const end = {x: Math.min(sight.stage.width, right), y: Math.min(sight.stage.height, bottom)};
    place(this.#across, start.x, point.y, 'width', end.x - start.x, point.y >= top && point.y <= bottom);
    place(this.#down, point.x, start.y, 'height', end.y - start.y, point.x >= left && point.x <= right);
  }
}

function line(along: 'width' | 'height', across: 'width' | 'height'): HTMLElement {
  const element = document.createElement('div');
  const {style} = element;
  style.setProperty('position', 'absolute');
  style.setProperty('inset', '0 auto auto 0');
  style.setProperty(along, '0');
  style.setProperty(across, '1px');
  style.setProperty(across === 'height' ? 'margin-top' : 'margin-left', '-0.5px');
  style.setProperty('background', 'rgb(255 255 255 / 85%)');
  style.setProperty('outline', '1px solid rgb(0 0 0 / 50%)');
  style.setProperty('forced-color-adjust', 'none');
  style.setProperty('will-change', 'transform');
  return element;
}

function place(
  element: HTMLElement,
  x: number,
  y: number,
  along: 'width' | 'height',
  length: number,
  isThere: boolean,
): void {
  const isShown = isThere && length > 0;
  element.style.setProperty('display', isShown ? 'block' : 'none');
  if (!isShown) return;
  element.style.setProperty('transform', `translate(${x}px, ${y}px)`);
  const wanted = `${length}px`;
  if (element.style.getPropertyValue(along) !== wanted) element.style.setProperty(along, wanted);
}
