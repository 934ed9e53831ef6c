import {uprightSize} from '../../geometry/orientation.js';
import type {Size} from '../../geometry/point.js';
import type {Sight} from '../../geometry/sight.js';
import type {View} from '../../geometry/view.js';
import type {Crop} from '../../media/crop.js';
import type {PictureCrops} from '../../media/picture-crops.js';

/** After the view rested so long, its pixels are fetched. Until then the old ones move with it. */
const restMs = 80;

/** How much more than the stage is fetched on each side, in stages, so that small moves need nothing new. */
const margin = 0.25;

/** The most pixels a detail may have: phones take no canvas beyond 16.7 million. */
const mostPixels = 12_000_000;

const deviceRatio = (): number => globalThis.devicePixelRatio || 1;

/** The part of the picture that a view shows and some more around it, in whole pixels, no more than the picture has. */
export function detailCrop(view: View, picture: Size, stage: Size, ratio: number): Crop | undefined {
  const density = Math.min(1, view.scale * ratio);
  const stagePixels = (stage.width * stage.height * density ** 2) / view.scale ** 2;
  const around = stagePixels * (1 + 2 * margin) ** 2 > mostPixels ? 0 : margin;
  const along = (start: number, room: number, length: number) => {
    const from = Math.max(0, Math.floor((-start - around * room) / view.scale));
    const to = Math.min(length, Math.ceil((room - start + around * room) / view.scale));
    return [from, to - from] as const;
  };
  const [left, width] = along(view.x, stage.width, picture.width);
  const [top, height] = along(view.y, stage.height, picture.height);
  return width > 0 && height > 0 ? {left, top, width, height, density} : undefined;
}

/** True if a crop has all that a view shows, in pixels that are neither too few nor needlessly many. */
export function isEnough(crop: Crop, view: View, picture: Size, stage: Size, ratio: number): boolean {
  const wanted = Math.min(1, view.scale * ratio);
  if (crop.density < wanted * 0.99 || crop.density > wanted * 2.5) return false;
  const has = (start: number, room: number, length: number, from: number, size: number) =>
    from <= Math.max(0, -start / view.scale) && from + size >= Math.min(length, (room - start) / view.scale);
  return (
    has(view.x, stage.width, picture.width, crop.left, crop.width) &&
    has(view.y, stage.height, picture.height, crop.top, crop.height)
  );
}

/**
 * The pixels of a large picture where somebody looks closely.
 *
 * A picture of more than 16 megapixels is shown through a smaller bitmap. Where that is enlarged beyond its own pixels,
 * this lays a canvas no larger than the stage and its surroundings over it, with exactly the pixels of the file. While
 * the view moves, the canvas moves with it by CSS; once it rests, a worker cuts what is seen now.
 */
export class DetailLevel {
  readonly canvas = document.createElement('canvas');
  readonly #crops: PictureCrops;
  readonly #picture: Size;
  /** Pixels that the bitmap below has per pixel of the picture. */
  readonly #base: number;
  readonly #failed: () => void;
  #sight: Sight;
  #shown: Crop | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;
  #isOver = false;

  constructor(crops: PictureCrops, sight: Sight, base: number, failed: () => void) {
    const {stored, orientation} = sight.frame;
    this.#picture = uprightSize(stored, orientation);
    this.#crops = crops;
    this.#sight = sight;
    this.#base = base;
    this.#failed = failed;
    this.canvas.className = 'picture detail';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.hidden = true;
    this.canvas.classList.toggle('transparent', crops.mayBeTransparent);
  }

  /** Follows the view. */
  look(sight: Sight, isPixelated: boolean): void {
    this.#sight = sight;
    this.canvas.classList.toggle('pixelated', isPixelated);
    this.#place();
    clearTimeout(this.#timer);
    if (!this.#isOver && this.#isWanted) this.#timer = setTimeout(() => void this.#fetch(), restMs);
  }

  release(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    // A canvas without size is the one way to give its memory back at once.
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  get #isWanted(): boolean {
    return this.#sight.view.scale * deviceRatio() > this.#base * 1.01;
  }

  #place(): void {
    const {view} = this.#sight;
    const crop = this.#shown;
    this.canvas.hidden = !crop || !this.#isWanted;
    if (!crop || this.canvas.hidden) return;
    const {style} = this.canvas;
    const x = view.x + crop.left * view.scale;
    const y = view.y + crop.top * view.scale;
    style.setProperty('width', `${crop.width}px`);
    style.setProperty('height', `${crop.height}px`);
    style.setProperty('transform', `translate(${x}px, ${y}px) scale(${view.scale})`);
    style.setProperty('--_check', `${16 / view.scale}px`);
  }

  async #fetch(): Promise<void> {
    const {view, stage} = this.#sight;
    const ratio = deviceRatio();
    if (this.#isBusy || this.#isOver || !this.#isWanted) return;
    if (this.#shown && isEnough(this.#shown, view, this.#picture, stage, ratio)) return;
    const crop = detailCrop(view, this.#picture, stage, ratio);
    if (!crop) return;
    this.#isBusy = true;
    try {
      const bitmap = await this.#crops.crop(crop);
      if (this.#isOver) return bitmap.close();
      this.canvas.width = bitmap.width;
      this.canvas.height = bitmap.height;
      this.canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      this.#shown = crop;
      this.#place();
    } catch {
      // Too little memory, most likely. The smaller bitmap goes on serving.
      if (!this.#isOver) this.#giveUp();
      return;
    } finally {
      this.#isBusy = false;
    }
    // The view may have moved on while the pixels were cut.
    void this.#fetch();
  }

  #giveUp(): void {
    this.#isOver = true;
    this.#shown = undefined;
    this.#place();
    this.#failed();
  }
}
