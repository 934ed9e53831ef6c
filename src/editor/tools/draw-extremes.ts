import {boxAround} from '../../geometry/box.js';
import {intoPicture} from '../../geometry/box-in-picture.js';
import {distance, type ImagePoint} from '../../geometry/point.js';
import {addBox} from '../acts/add-box.js';
import {done} from '../act.js';
import {speck} from '../reach.js';
import type {PointerInput, Preview} from '../tool.js';
import {isDoubleClick} from './double-click.js';
import {DrawingTool} from './drawing-tool.js';

const pointsNeeded = 4;

/**
 * Draws a box by the topmost, bottommost, leftmost and rightmost point of a thing, clicked in any order. A point that
 * is pressed and dragged goes where it is released.
 */
export class DrawExtremesTool extends DrawingTool<readonly ImagePoint[]> {
  /** The click that was the last point of a box. */
  #lastClick: PointerInput | undefined;

  click(input: PointerInput): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    if (!this.isDrawing && isDoubleClick(this.#lastClick, input)) return;
    this.finish(input);
    this.#lastClick = this.isDrawing ? undefined : input;
  }

  stepBack(): boolean {
    if (this.isPressed) return this.giveUp();
    if (!this.open) return false;
    this.backTo(this.open.length > 1 ? this.open.slice(0, -1) : undefined);
    return true;
  }

  resume(preview: Preview): boolean {
    if (preview.kind !== 'points' || preview.points.length >= pointsNeeded) return false;
    this.open = preview.points;
    this.show();
    return true;
  }

  protected begin(): void {}

  protected follow(input: PointerInput): void {
    if (this.isPressed) this.#showPoints([...(this.open ?? []), this.#into(input.at)]);
  }

  protected finish({at, scale}: PointerInput): void {
    const {drawing, words} = this.context;
    if (!drawing.state.frame) return;
    const points = [...(this.open ?? []), this.#into(at)];
    if (points.length < pointsNeeded) {
      this.open = points;
      this.show();
      this.context.tell(done(words.dots(points.length), 0));
      return;
    }
    const box = boxAround(points);
    const isSpeck = box && distance({x: 0, y: 0}, {x: box.width, y: box.height}) * scale < speck;
    this.open = undefined;
    // What is shown while the box is added tells that it was drawn.
    this.#showPoints(points);
    if (box && !isSpeck) this.context.tell(addBox(this.context, box));
    this.show();
  }

  protected show(): void {
    this.#showPoints(this.open ?? []);
  }

  #into(at: ImagePoint): ImagePoint {
    const size = this.context.drawing.state.frame?.stored;
    return size ? intoPicture(at, size) : at;
  }

  #showPoints(points: readonly ImagePoint[]): void {
    this.context.drawing.set({preview: points.length > 0 ? {kind: 'points', points} : undefined});
  }
}
