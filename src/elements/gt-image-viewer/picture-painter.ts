import type {Size} from '../../geometry/point.js';
import type {View} from '../../geometry/view.js';

/** Whether enlarged pixels are blended: `auto` stops at four times their size. */
export type Smoothing = 'auto' | 'on' | 'off';

const pixelatedAbove = 4;
const gridFrom = 12;
const checkSize = 16;

export interface Painting {
  readonly element: HTMLElement;
  readonly grid: HTMLElement;
  /** Upright size of the picture. */
  readonly size: Size;
  readonly stage: Size;
  readonly view: View;
  readonly smoothing: Smoothing;
  readonly filter: string;
}

/** A whole number of device pixels, so that a picture at its own size is not blurred by half a pixel. */
function snapped(value: number, scale: number): number {
  const ratio = globalThis.devicePixelRatio || 1;
  return Number.isInteger(scale * ratio) ? Math.round(value * ratio) / ratio : value;
}

/** Puts the picture where the view says. It only moves finished pixels; nothing is drawn again. */
export class PicturePainter {
  paint({element, grid, size, stage, view, smoothing, filter}: Painting): void {
    const x = snapped(view.x, view.scale);
    const y = snapped(view.y, view.scale);
    const {style} = element;
    style.setProperty('width', `${size.width}px`);
    style.setProperty('height', `${size.height}px`);
    style.setProperty('transform', `translate(${x}px, ${y}px) scale(${view.scale})`);
    style.setProperty('filter', filter);
    style.setProperty('--_check', `${checkSize / view.scale}px`);
    const isPixelated = smoothing === 'off' || (smoothing === 'auto' && view.scale > pixelatedAbove);
    element.classList.toggle('pixelated', isPixelated);
    this.#paintGrid(grid, size, stage, {...view, x, y}, isPixelated && view.scale >= gridFrom);
  }

  /** The lines between pixels, over the part of the picture that is on the stage. */
  #paintGrid(grid: HTMLElement, size: Size, stage: Size, {scale, x, y}: View, isShown: boolean): void {
    grid.hidden = !isShown;
    if (!isShown) return;
    const left = Math.max(0, x);
    const top = Math.max(0, y);
    const {style} = grid;
    style.setProperty('translate', `${left}px ${top}px`);
    style.setProperty('width', `${Math.max(0, Math.min(stage.width, x + size.width * scale) - left)}px`);
    style.setProperty('height', `${Math.max(0, Math.min(stage.height, y + size.height * scale) - top)}px`);
    style.setProperty('background-size', `${scale}px ${scale}px`);
    style.setProperty('background-position', `${x - left}px ${y - top}px`);
  }
}
