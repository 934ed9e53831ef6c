import type {Box} from '../geometry/box.js';
import {toUpright, uprightSize} from '../geometry/orientation.js';
import type {Size} from '../geometry/point.js';
import {uprightBox, type Frame} from '../geometry/view.js';

/**
 * The pixels of a picture file as they are stored, one 32-bit word each: red in the lowest eight bits, then green, blue
 * and alpha. Browsers hand a picture out upright; here it is turned back, so that whoever reads pixels never needs to
 * know how it lies. Colours are those of the file, whatever profile it has.
 */
export class StoredPixels {
  readonly #whole: ImageBitmap;
  readonly #frame: Frame;
  #canvas: OffscreenCanvas | undefined;

  private constructor(whole: ImageBitmap, frame: Frame) {
    this.#whole = whole;
    this.#frame = frame;
  }

  /** Decodes a picture. Rejects where it cannot be decoded, or comes out in another size than it was said to have. */
  static async decode(blob: Blob, frame: Frame): Promise<StoredPixels> {
    const whole = await createImageBitmap(blob, {colorSpaceConversion: 'none', premultiplyAlpha: 'none'});
    const {width, height} = uprightSize(frame.stored, frame.orientation);
    if (whole.width === width && whole.height === height) return new StoredPixels(whole, frame);
    const found = `${whole.width} × ${whole.height}`;
    whole.close();
    throw new Error(`The picture is ${found} pixels instead of ${width} × ${height}.`);
  }

  /** A part of the picture, row by row. It must lie within the picture. */
  words(part: Box): Uint32Array<ArrayBuffer> {
    const {left, top, width, height} = uprightBox(part, this.#frame);
    const context = this.#context({width, height});
    context.globalCompositeOperation = 'copy';
    context.drawImage(this.#whole, left, top, width, height, 0, 0, width, height);
    const {data} = context.getImageData(0, 0, width, height);
    return turnedBack(new Uint32Array(data.buffer), {width, height}, part, this.#frame);
  }

  /** Gives the memory back. */
  close(): void {
    this.#whole.close();
    this.#canvas = undefined;
  }

  /** A canvas that has room for that much. It is kept, because the next part mostly is as large. */
  #context({width, height}: Size): OffscreenCanvasRenderingContext2D {
    if (!this.#canvas || this.#canvas.width < width || this.#canvas.height < height)
      this.#canvas = new OffscreenCanvas(width, height);
    const context = this.#canvas.getContext('2d', {willReadFrequently: true});
    if (!context) throw new Error('There is no memory for a canvas.');
    context.imageSmoothingEnabled = false;
    return context;
  }
}

/** Upright pixels in the order in which they are stored. `upright` is the size of what was read, `part` where it lies. */
function turnedBack(
  words: Uint32Array<ArrayBuffer>,
  upright: Size,
  {width, height}: Size,
  {orientation}: Frame,
): Uint32Array<ArrayBuffer> {
  if (orientation === 1) return words;
  const stored = {width, height};
  /** Where the middle of a stored pixel is shown, as a place in `words`. */
  const placeOf = (x: number, y: number): number => {
    const at = toUpright({x: x + 0.5, y: y + 0.5}, stored, orientation);
    return Math.floor(at.y) * upright.width + Math.floor(at.x);
  };
  const first = placeOf(0, 0);
  const alongRow = placeOf(1, 0) - first;
  const alongColumn = placeOf(0, 1) - first;
  const result = new Uint32Array(words.length);
  // In small squares, since a row of the one is a column of the other: their memory lies far apart.
  const square = 32;
  for (let top = 0; top < height; top += square) {
    for (let left = 0; left < width; left += square) {
      const right = Math.min(width, left + square);
      for (let y = top; y < Math.min(height, top + square); y++) {
        let from = first + y * alongColumn + left * alongRow;
        for (let x = left; x < right; x++, from += alongRow) result[y * width + x] = words[from] as number;
      }
    }
  }
  return result;
}
