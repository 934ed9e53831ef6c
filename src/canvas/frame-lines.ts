import type {Box} from '../geometry/box.js';
import type {Sight} from '../geometry/sight.js';
import type {StageColors} from './colors.js';
import {edgesOf} from './overlay-content.js';
import {Projector} from './projector.js';

/**
 * Thin dashed lines around areas of the picture. They are elements instead of pixels: a canvas as large as the areas
 * would cost memory, and time in every frame in which something else is painted.
 */
export class FrameLines {
  readonly element = document.createElement('div');
  #boxes: readonly Box[] = [];
  #sight: Sight | undefined;
  #ratio = 1;

  set boxes(boxes: readonly Box[]) {
    this.#boxes = boxes;
    while (this.element.childElementCount > boxes.length) this.element.lastElementChild?.remove();
    while (this.element.childElementCount < boxes.length) {
      const frame = document.createElement('div');
      frame.className = 'frame';
      this.element.append(frame);
    }
    this.#put();
  }

  /** Takes another view, or another number of device pixels per CSS pixel. */
  look(sight: Sight | undefined, ratio: number): void {
    this.#sight = sight;
    this.#ratio = ratio;
    this.#put();
  }

  setColors({dark, light, forced}: StageColors): void {
    this.element.style.setProperty('--_dark', forced ?? dark);
    this.element.style.setProperty('--_light', light);
  }

  #put(): void {
    const sight = this.#sight;
    const isSeen = sight !== undefined && this.#boxes.length > 0;
    this.element.style.setProperty('display', isSeen ? 'block' : 'none');
    if (!isSeen) return;
    const ratio = this.#ratio;
    const projector = new Projector(sight, ratio);
    for (const [index, box] of this.#boxes.entries()) {
      const {left, top, right, bottom} = projector.box(edgesOf(box));
      const {style} = this.element.children[index] as HTMLElement;
      const line = Math.max(1, Math.round(ratio)) / ratio;
      const set = (name: string, value: string): void => style.setProperty(name, value);
      set('position', 'absolute');
      set('box-sizing', 'border-box');
      set('left', `${left / ratio}px`);
      set('top', `${top / ratio}px`);
      set('width', `${(right - left) / ratio}px`);
      set('height', `${(bottom - top) / ratio}px`);
      // A light line with gaps over a dark one is seen on every ground.
      set('border', `${line}px solid var(--_dark)`);
      set('outline', `${line}px dashed var(--_light)`);
      set('outline-offset', `-${line}px`);
    }
  }
}
