import type {Sight} from '../geometry/sight.js';
import type {View} from '../geometry/view.js';
import {Projector, expanded, type DeviceBox} from './projector.js';

/** More pixels than this and iOS refuses a canvas; the margin gives way before. */
const mostPixels = 16_000_000;

/**
 * A canvas as large as the stage plus a margin. It remembers the view it was painted for and is moved by CSS when the
 * view changes, so that panning and zooming cost no painting.
 */
export class MovedCanvas {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  /** Shows the pixels that were handed over. Without it `element` is painted on itself. */
  readonly #presenter: ImageBitmapRenderingContext | null;
  #isPresented = false;
  /** Nobody has painted on it, so there is nothing to clear: clearing takes memory for all of its pixels. */
  #isBlank = true;
  readonly #wantedMargin: number;
  #projector: Projector | undefined;
  #sight: Sight | undefined;
  /** Device pixels that it reaches beyond the stage on each side. */
  #margin = 0;

  /**
   * `margin` in CSS pixels. One that hands over is painted beside the page, and shows nothing before {@link present}.
   * That is for canvases that are moved more often than painted: without a GPU, browsers copy all pixels of a canvas
   * that was painted on in every frame in which anything moves, but pixels that were handed over only once.
   */
  constructor(margin: number, {handsOver = false} = {}) {
    this.#wantedMargin = margin;
    this.element = document.createElement('canvas');
    this.element.width = 0;
    this.element.height = 0;
    const easel = handsOver ? new OffscreenCanvas(1, 1) : this.element;
    // Painters need nothing that the two kinds of context do not have in common.
    const context = easel.getContext('2d') as CanvasRenderingContext2D | null;
    if (!context) throw new Error('This browser gives no 2d canvas to paint on.');
    this.#context = context;
    this.#presenter = handsOver ? this.element.getContext('bitmaprenderer') : null;
    const {style} = this.element;
    style.setProperty('position', 'absolute');
    style.setProperty('inset', '0 auto auto 0');
    style.setProperty('transform-origin', '0 0');
    style.setProperty('will-change', 'transform');
    this.isShown = false;
  }

  /** Painted on. Of a canvas that hands over, call {@link resume} before and {@link present} after. */
  get context(): CanvasRenderingContext2D {
    this.#isBlank = false;
    return this.#context;
  }

  /** What it was painted for; nothing before the first painting. */
  get sight(): Sight | undefined {
    return this.#sight;
  }

  /** Where boxes are on it. */
  get projector(): Projector {
    if (!this.#projector) throw new Error('Nothing was painted on this canvas yet.');
    return this.#projector;
  }

  /** All of it, in device pixels. */
  get area(): DeviceBox {
    const {width, height} = this.#context.canvas;
    return {left: 0, top: 0, right: width, bottom: height};
  }

  /** The part of it that is the stage while the view is what it was painted for, in device pixels. */
  get stage(): DeviceBox {
    return expanded(this.area, -this.#margin);
  }

  get isShown(): boolean {
    return this.element.style.getPropertyValue('visibility') !== 'hidden';
  }
  set isShown(isShown: boolean) {
    this.element.style.setProperty('visibility', isShown ? 'inherit' : 'hidden');
  }

  /** Empties it and makes it ready to be painted for a sight. */
  start(sight: Sight, ratio: number): Projector {
    const {stage} = sight;
    const width = Math.ceil(stage.width * ratio);
    const height = Math.ceil(stage.height * ratio);
    let margin = Math.round(this.#wantedMargin * ratio);
    while (margin > 0 && (width + 2 * margin) * (height + 2 * margin) > mostPixels) margin = margin >> 1;
    this.#margin = margin;
    this.#resize(width + 2 * margin, height + 2 * margin, ratio);
    this.#sight = sight;
    this.#projector = new Projector(sight, ratio, margin);
    return this.#projector;
  }

  /** Hands what was painted over to the page, at once and without a copy. */
  present(): void {
    if (!this.#presenter || this.#isPresented || !this.#sight) return;
    const {canvas} = this.#context as unknown as OffscreenCanvasRenderingContext2D;
    this.take(canvas.transferToImageBitmap());
    // Handing pixels over leaves none behind.
    this.#isBlank = true;
  }

  /** Hands pixels over to the page that were painted elsewhere, as many as it has. */
  take(bitmap: ImageBitmap): void {
    this.#presenter?.transferFromImageBitmap(bitmap);
    this.#isPresented = true;
  }

  /** Gets the pixels back that were handed over, to paint on them. */
  resume(): void {
    if (!this.#isPresented) return;
    this.#isPresented = false;
    const {context} = this;
    context.globalCompositeOperation = 'copy';
    context.drawImage(this.element, 0, 0);
    context.globalCompositeOperation = 'source-over';
  }

  /** Puts its pixels where they belong in another view of the same picture. */
  moveTo(view: View): void {
    const painted = this.#sight?.view;
    if (!painted) return;
    const margin = this.#margin / this.projector.ratio;
    const factor = view.scale / painted.scale;
    const x = view.x - (painted.x + margin) * factor;
    const y = view.y - (painted.y + margin) * factor;
    const scale = factor === 1 ? '' : ` scale(${factor})`;
    this.element.style.setProperty('transform', `translate(${x}px, ${y}px)${scale}`);
  }

  /** Room in CSS pixels that is left of the margin where there is picture beyond; negative where pixels are missing. */
  slack(sight: Sight): number {
    const painted = this.#sight?.view;
    if (!painted) return -Infinity;
    const {view, stage} = sight;
    const {ratio} = this.projector;
    const picture = new Projector(sight, 1).picture;
    const factor = view.scale / painted.scale;
    const margin = this.#margin / ratio;
    const left = view.x - (painted.x + margin) * factor;
    const top = view.y - (painted.y + margin) * factor;
    const right = left + (this.area.right / ratio) * factor;
    const bottom = top + (this.area.bottom / ratio) * factor;
    return Math.min(
      left <= picture.left ? Infinity : -left,
      top <= picture.top ? Infinity : -top,
      right >= picture.right ? Infinity : right - stage.width,
      bottom >= picture.bottom ? Infinity : bottom - stage.height,
    );
  }

  /** Gives its memory back at once; browsers may wait with that otherwise. */
  destroy(): void {
    for (const canvas of [this.element, this.#context.canvas]) {
      canvas.width = 0;
      canvas.height = 0;
    }
    this.element.remove();
  }

  #resize(width: number, height: number, ratio: number): void {
    const {element} = this;
    const {canvas} = this.#context;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = element.width = width;
      canvas.height = element.height = height;
    } else if (!this.#isBlank) {
      this.#context.clearRect(0, 0, width, height);
    }
    this.#isBlank = true;
    this.#isPresented = false;
    element.style.setProperty('width', `${width / ratio}px`);
    element.style.setProperty('height', `${height / ratio}px`);
  }
}
