import type {Size} from '../../geometry/point.js';
import type {View} from '../../geometry/view.js';

/** Whether enlarged pixels are blended: `auto` stops at four times their size. */
export type Smoothing = 'auto' | 'on' | 'off';

const pixelatedAbove = 4;
const gridFrom = 12;
const checkSize = 16;

/** True where single pixels shall be seen. */
export function isPixelated(smoothing: Smoothing, scale: number): boolean {
  return smoothing === 'off' || (smoothing === 'auto' && scale > pixelatedAbove);
}

export interface Painting {
  readonly element: HTMLElement;
  /** What holds the picture in all its levels. */
  readonly sheet: HTMLElement;
  readonly grid: HTMLElement;
  /** Upright size of the picture. */
  readonly size: Size;
  readonly stage: Size;
  /** As it is to be painted, on whole device pixels. */
  readonly view: View;
  readonly isPixelated: boolean;
  readonly filter: string;
}

/** Puts the picture where the view says. It only moves finished pixels; nothing is drawn again. */
export class PicturePainter {
  paint({element, sheet, grid, size, stage, view, isPixelated, filter}: Painting): void {
    const {style} = element;
    style.setProperty('width', `${size.width}px`);
    style.setProperty('height', `${size.height}px`);
    style.setProperty('transform', `translate(${view.x}px, ${view.y}px) scale(${view.scale})`);
    style.setProperty('--_check', `${checkSize / view.scale}px`);
    sheet.style.setProperty('filter', filter);
    element.classList.toggle('pixelated', isPixelated);
    this.#paintGrid(grid, size, stage, view, isPixelated && view.scale >= gridFrom);
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
    // Whole pixels taken off: a browser repeats a background many thousand times only roughly.
    style.setProperty('background-position', `${(x - left) % scale}px ${(y - top) % scale}px`);
  }
}
