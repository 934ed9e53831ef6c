import type {Sight} from '../geometry/sight.js';
import type {View} from '../geometry/view.js';
import {expanded, intersection, Projector, type DeviceBox, type Origin} from './projector.js';

/** More pixels than this and iOS refuses a canvas; the margin gives way before. */
const mostPixels = 16_000_000;

/** Of a part of the stage in CSS pixels: least and most of a {@link stepFor step}. */
const leastStep = 32;
const mostStep = 160;

/**
 * A canvas as large as the stage plus a margin, or as a part of the stage. It remembers the view it was painted for and is moved by CSS when the
 * view changes, so that panning and zooming cost no painting.
 */
export class MovedCanvas {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  /** Shows the pixels that were handed over. Without it `element` is painted on itself. */
  readonly #presenter: ImageBitmapRenderingContext | null;
  #isPresented = false;
  /** Kept beside the style: it is asked and set in every frame, and styles are slow to do either. */
  #isShown = false;
  #ratio = 0;
  /** Nobody has painted on it, so there is nothing to clear: clearing takes memory for all of its pixels. */
  #isBlank = true;
  readonly #wantedMargin: number;
  #projector: Projector | undefined;
  #sight: Sight | undefined;
  #origin: Origin = {x: 0, y: 0};

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
    style.setProperty('visibility', 'hidden');
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

  /** Where the stage is on it while the view is what it was painted for, in device pixels. */
  get stage(): DeviceBox {
    const {x, y} = this.#origin;
    const {right, bottom} = this.#sight ? stageOf(this.#sight, this.projector.ratio) : noStage;
    return {left: -x, top: -y, right: right - x, bottom: bottom - y};
  }

  get isShown(): boolean {
    return this.#isShown;
  }
  set isShown(isShown: boolean) {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.element.style.setProperty('visibility', isShown ? 'inherit' : 'hidden');
  }

  /**
   * Empties it and makes it ready to be painted for a sight: all of the stage with the margin, or what a part has in
   * common with that, in device pixels of the stage.
   */
  start(sight: Sight, ratio: number, part?: DeviceBox): Projector {
    const whole = this.#withMargin(stageOf(sight, ratio), ratio);
    const {left, top, right, bottom} = part
      ? this.#around(intersection(part, whole) ?? nothing, ratio, whole)
      : whole;
    this.#resize(right - left, bottom - top, ratio);
    this.#sight = sight;
    this.#origin = {x: left, y: top};
    this.#projector = new Projector(sight, ratio, this.#origin);
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
    const {ratio} = this.projector;
    const factor = view.scale / painted.scale;
    const x = view.x - (painted.x - this.#origin.x / ratio) * factor;
    const y = view.y - (painted.y - this.#origin.y / ratio) * factor;
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
    const left = view.x - (painted.x - this.#origin.x / ratio) * factor;
    const top = view.y - (painted.y - this.#origin.y / ratio) * factor;
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

  /** What a canvas for a part of the stage covers. It keeps its size where it can: making it anew costs time. */
  #around(part: DeviceBox, ratio: number, whole: DeviceBox): DeviceBox {
    const step = stepFor(ratio);
    if (step === undefined) return whole;
    const left = Math.floor(part.left / step) * step;
    const top = Math.floor(part.top / step) * step;
    const {width, height} = this.#context.canvas;
    const length = (needed: number, present: number): number => {
      const rounded = Math.ceil(needed / step) * step;
      return present % step === 0 && present >= rounded && present <= 2 * rounded ? present : rounded;
    };
    return {
      left,
      top,
      right: left + length(part.right - left, width),
      bottom: top + length(part.bottom - top, height),
    };
  }

  /** As much of the margin as a canvas can have. */
  #withMargin(stage: DeviceBox, ratio: number): DeviceBox {
    let margin = Math.round(this.#wantedMargin * ratio);
    while (margin > 0 && (stage.right + 2 * margin) * (stage.bottom + 2 * margin) > mostPixels)
      margin = margin >> 1;
    return expanded(stage, margin);
  }

  #resize(width: number, height: number, ratio: number): void {
    const {element} = this;
    const {canvas} = this.#context;
    const isSame = canvas.width === width && canvas.height === height;
    if (!isSame) {
      canvas.width = element.width = width;
      canvas.height = element.height = height;
    } else if (!this.#isBlank) {
      this.#context.clearRect(0, 0, width, height);
    }
    this.#isBlank = true;
    this.#isPresented = false;
    if (isSame && this.#ratio === ratio) return;
    this.#ratio = ratio;
    element.style.setProperty('width', inCss(width, ratio));
    element.style.setProperty('height', inCss(height, ratio));
  }
}

const noStage: DeviceBox = {left: 0, top: 0, right: 0, bottom: 0};
/** Canvases without any pixel can be neither painted on nor shown. */
const nothing: DeviceBox = {left: 0, top: 0, right: 1, bottom: 1};

/** All of the stage, in device pixels. */
export function stageOf({stage}: Sight, ratio: number): DeviceBox {
  return {left: 0, top: 0, right: Math.ceil(stage.width * ratio), bottom: Math.ceil(stage.height * ratio)};
}

/** A length in CSS pixels. Ratios are not exact, and browsers would cut 32.999999 to the next 64th. */
function inCss(length: number, ratio: number): string {
  return `${Math.round((length / ratio) * 1e4) / 1e4}px`;
}

/**
 * A number of device pixels that is a whole number of CSS pixels. Canvases that lie elsewhere, or end elsewhere, are
 * blurred: browsers keep places and sizes in CSS pixels, rounded. None for a ratio that has no such number.
 */
export function stepFor(ratio: number): number | undefined {
  for (let css = leastStep; css <= mostStep; css++) {
    const step = Math.round(css * ratio);
    if (Math.abs(css * ratio - step) < 1e-4) return step;
  }
  return undefined;
}
