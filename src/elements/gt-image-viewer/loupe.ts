import {uprightSize} from '../../geometry/orientation.js';
import type {ScreenPoint, Size, UprightPoint} from '../../geometry/point.js';
import type {Sight} from '../../geometry/sight.js';
import {largestScale, screenToUpright} from '../../geometry/view.js';
import type {Crop} from '../../media/crop.js';
import type {LoadedImage} from '../../media/load-image.js';
import type {PictureCrops} from '../../media/picture-crops.js';
import type {StageLayer} from './stage-layer.js';

/** The loupe enlarges so much more than the stage does, and at least to so many CSS pixels per pixel of the picture. */
const enlargement = 5;
const leastScale = 8;

const diameter = 140;

/** From the contact to the middle of the loupe, so that a finger does not cover it. */
const away = 110;

/** Pictures up to this size are drawn from the page; larger ones would be decoded again for it. */
const mostDirectPixels = 4_000_000;

/** The side of the patch of pixels that is fetched at once, so that small moves need nothing new. */
const patchSide = 96;

/** A round glass that shows the pixels around the pointer, with a cross on the one it points at. */
export class Loupe {
  readonly element = document.createElement('div');
  readonly #canvas = document.createElement('canvas');
  readonly #picture: LoadedImage;
  readonly #size: Size;
  readonly #crops: PictureCrops | undefined;
  #patch: {readonly crop: Crop; readonly bitmap: ImageBitmap} | undefined;
  #isBusy = false;
  #isOver = false;
  #last: readonly [ScreenPoint, Sight, StageLayer | undefined] | undefined;

  constructor(picture: LoadedImage, crops: PictureCrops | undefined) {
    this.#picture = picture;
    this.#size = uprightSize(picture, picture.orientation);
    this.#crops = picture.width * picture.height > mostDirectPixels ? crops : undefined;
    this.element.className = 'loupe';
    this.element.setAttribute('part', 'loupe');
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#canvas);
    this.hide();
  }

  hide(): void {
    this.#last = undefined;
    this.element.hidden = true;
  }

  /** Shows what is around a place of the stage. `roomAbove` is covered, in CSS pixels from the top. */
  show(point: ScreenPoint, sight: Sight, layer: StageLayer | undefined, filter: string, roomAbove = 0): void {
    this.#last = [point, sight, layer];
    this.element.hidden = false;
    const {style} = this.element;
    const {x, y} = placeOf(point, sight.stage, roomAbove);
    style.setProperty('translate', `${x - diameter / 2}px ${y - diameter / 2}px`);
    this.#canvas.style.setProperty('filter', filter);
    this.#paint();
  }

  release(): void {
    this.#isOver = true;
    this.element.remove();
    this.#patch?.bitmap.close();
    this.#patch = undefined;
    this.#canvas.width = 0;
  }

  #paint(): void {
    if (!this.#last || this.#isOver) return;
    const [point, sight, layer] = this.#last;
    const ratio = globalThis.devicePixelRatio || 1;
    const side = Math.round(diameter * ratio);
    if (this.#canvas.width !== side) this.#canvas.width = this.#canvas.height = side;
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const scale = Math.min(largestScale, Math.max(leastScale, sight.view.scale * enlargement));
    const middle = screenToUpright(sight.view, point);
    const view = {scale, x: diameter / 2 - middle.x * scale, y: diameter / 2 - middle.y * scale};
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, diameter, diameter);
    context.imageSmoothingEnabled = false;
    this.#paintPicture(context, middle, view);
    layer?.paintInto?.(context, {view, frame: sight.frame, stage: {width: diameter, height: diameter}});
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintCross(context, Math.floor(middle.x) * scale + view.x, Math.floor(middle.y) * scale + view.y, scale);
  }

  #paintPicture(
    context: CanvasRenderingContext2D,
    middle: UprightPoint,
    {scale, x, y}: {readonly scale: number; readonly x: number; readonly y: number},
  ): void {
    const {element} = this.#picture;
    const {width, height} = this.#size;
    if (!this.#crops) {
      context.drawImage(element, x, y, width * scale, height * scale);
      return;
    }
    // Fewer pixels at once, all of them a moment later.
    if (element instanceof HTMLCanvasElement) context.drawImage(element, x, y, width * scale, height * scale);
    const patch = this.#patch;
    if (patch) {
      const {left, top, width: wide, height: high} = patch.crop;
      context.drawImage(patch.bitmap, left * scale + x, top * scale + y, wide * scale, high * scale);
    }
    const reach = diameter / 2 / scale;
    if (!patch || !isInside(middle, reach, patch.crop, this.#size)) void this.#fetch(middle);
  }

  async #fetch(middle: UprightPoint): Promise<void> {
    if (this.#isBusy || !this.#crops) return;
    const {width, height} = this.#size;
    const left = Math.max(0, Math.round(middle.x - patchSide / 2));
    const top = Math.max(0, Math.round(middle.y - patchSide / 2));
    const crop = {
      left,
      top,
      width: Math.min(patchSide, width - left),
      height: Math.min(patchSide, height - top),
      density: 1,
    };
    if (crop.width <= 0 || crop.height <= 0) return;
    this.#isBusy = true;
    try {
      const bitmap = await this.#crops.crop(crop);
      this.#patch?.bitmap.close();
      this.#patch = {crop, bitmap};
      this.#isBusy = false;
      if (this.#isOver) this.release();
      else this.#paint();
    } catch {
      // Closed, or no memory: the loupe goes on with what is there, and asks no more.
    }
  }
}

/** Beside the pointer: above it, or at its side where there is no room above. */
function placeOf({x, y}: ScreenPoint, stage: Size, roomAbove: number): ScreenPoint {
  const room = diameter / 2 + 4;
  const highest = roomAbove + room;
  const within = (at: number): number => Math.min(Math.max(at, room), Math.max(room, stage.width - room));
  const above = y - away;
  if (above >= highest) return {x: within(x), y: above};
  const side = x < stage.width / 2 ? 1 : -1;
  return {x: within(x + side * away), y: Math.max(highest, y)};
}

function isInside(middle: UprightPoint, reach: number, crop: Crop, {width, height}: Size): boolean {
  return (
    crop.left <= Math.max(0, middle.x - reach) &&
    crop.top <= Math.max(0, middle.y - reach) &&
    crop.left + crop.width >= Math.min(width, middle.x + reach) &&
    crop.top + crop.height >= Math.min(height, middle.y + reach)
  );
}

/** A frame around one pixel and lines that lead to it, light on dark, to be seen on any picture. */
function paintCross(context: CanvasRenderingContext2D, x: number, y: number, side: number): void {
  const strokes = (color: string, width: number) => {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.strokeRect(x, y, side, side);
    context.beginPath();
    const [middleX, middleY] = [x + side / 2, y + side / 2];
    context.moveTo(middleX, 0);
    context.lineTo(middleX, y - 2);
    context.moveTo(middleX, y + side + 2);
    context.lineTo(middleX, diameter);
    context.moveTo(0, middleY);
    context.lineTo(x - 2, middleY);
    context.moveTo(x + side + 2, middleY);
    context.lineTo(diameter, middleY);
    context.stroke();
  };
  strokes('#00000099', 3);
  strokes('#ffffff', 1);
}
