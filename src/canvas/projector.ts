import {swapsSides} from '../geometry/orientation.js';
import type {Sight} from '../geometry/sight.js';
import {imageToScreen, screenToImage} from '../geometry/view.js';

/** A rectangle in whole device pixels of a canvas. */
export interface DeviceBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a canvas is: its top left corner on the stage, in device pixels. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}

/** An area of the stored grid by its borders. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Puts boxes of the stored grid onto a canvas: whole device pixels, clipped to the picture. It is one straight line per
 * axis, worked out once per view by `geometry/view.ts`, because it runs for each of 50,000 boxes.
 */
export class Projector {
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** Device pixels per picture pixel. */
  readonly scale: number;
  readonly #width: number;
  readonly #height: number;
  readonly #isSwapped: boolean;
  readonly #scaleX: number;
  readonly #scaleY: number;
  readonly #offsetX: number;
  readonly #offsetY: number;
  readonly #sight: Sight;
  readonly #on: Origin;

  constructor(sight: Sight, ratio: number, on: Origin = {x: 0, y: 0}) {
    const {view, frame} = sight;
    const origin = imageToScreen(view, frame, {x: 0, y: 0});
    const far = imageToScreen(view, frame, {x: frame.stored.width, y: frame.stored.height});
    this.ratio = ratio;
    this.scale = view.scale * ratio;
    this.#sight = sight;
    this.#on = on;
    this.#width = frame.stored.width;
    this.#height = frame.stored.height;
    this.#isSwapped = swapsSides(frame.orientation);
    this.#scaleX = Math.sign(far.x - origin.x) * this.scale;
    this.#scaleY = Math.sign(far.y - origin.y) * this.scale;
    this.#offsetX = origin.x * ratio - on.x;
    this.#offsetY = origin.y * ratio - on.y;
  }

  /** Writes left, top, right and bottom in device pixels to `into`. True when the box had to be clipped. */
  place(left: number, top: number, right: number, bottom: number, into: Int32Array, at: number): boolean {
    const width = this.#width;
    const height = this.#height;
    const isOutside = left < 0 || top < 0 || right > width || bottom > height;
    if (isOutside) {
      left = Math.min(Math.max(left, 0), width);
      top = Math.min(Math.max(top, 0), height);
      right = Math.min(Math.max(right, 0), width);
      bottom = Math.min(Math.max(bottom, 0), height);
    }
    const x1 = Math.round((this.#isSwapped ? top : left) * this.#scaleX + this.#offsetX);
    const x2 = Math.round((this.#isSwapped ? bottom : right) * this.#scaleX + this.#offsetX);
    const y1 = Math.round((this.#isSwapped ? left : top) * this.#scaleY + this.#offsetY);
    const y2 = Math.round((this.#isSwapped ? right : bottom) * this.#scaleY + this.#offsetY);
    into[at] = x1 < x2 ? x1 : x2;
    into[at + 1] = y1 < y2 ? y1 : y2;
    into[at + 2] = x1 < x2 ? x2 : x1;
    into[at + 3] = y1 < y2 ? y2 : y1;
    return isOutside;
  }

  /** Where an area of the stored grid is, in whole device pixels. */
  box({left, top, right, bottom}: Area): DeviceBox {
    const place = new Int32Array(4);
    this.place(left, top, right, bottom, place, 0);
    return deviceBox(place, 0);
  }

  /** Where a point of the stored grid is, in device pixels. */
  point(x: number, y: number): {x: number; y: number} {
    return {
      x: (this.#isSwapped ? y : x) * this.#scaleX + this.#offsetX,
      y: (this.#isSwapped ? x : y) * this.#scaleY + this.#offsetY,
    };
  }

  /**
   * The area of the stored grid whose boxes are seen in a rectangle of the canvas. Boxes beside the picture are seen at
   * its border, however far away they are.
   */
  area({left, top, right, bottom}: DeviceBox): Area {
    const {view, frame} = this.#sight;
    const {x, y} = this.#on;
    const a = screenToImage(view, frame, {x: (left + x) / this.ratio, y: (top + y) / this.ratio});
    const b = screenToImage(view, frame, {x: (right + x) / this.ratio, y: (bottom + y) / this.ratio});
    const [x1, y1] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    const [x2, y2] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
    return {
      left: x1 <= 0 ? -Infinity : x1,
      top: y1 <= 0 ? -Infinity : y1,
      right: x2 >= this.#width ? Infinity : x2,
      bottom: y2 >= this.#height ? Infinity : y2,
    };
  }

  /** The picture on the canvas. */
  get picture(): DeviceBox {
    return this.box({left: 0, top: 0, right: this.#width, bottom: this.#height});
  }
}

/** Reads what {@link Projector.place} wrote. */
export function deviceBox(places: Int32Array, at: number): DeviceBox {
  return {
    left: places[at] ?? 0,
    top: places[at + 1] ?? 0,
    right: places[at + 2] ?? 0,
    bottom: places[at + 3] ?? 0,
  };
}

/** The part of a rectangle that is in another. */
export function intersection(a: DeviceBox, b: DeviceBox): DeviceBox | undefined {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? {left, top, right, bottom} : undefined;
}

/** The smallest rectangle around two. */
export function union(a: DeviceBox | undefined, b: DeviceBox): DeviceBox {
  if (!a) return b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** The same rectangle, larger on each side. */
export function expanded({left, top, right, bottom}: DeviceBox, by: number): DeviceBox {
  return {left: left - by, top: top - by, right: right + by, bottom: bottom + by};
}
