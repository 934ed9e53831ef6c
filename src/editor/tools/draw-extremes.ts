import {boxAround} from '../../geometry/box.js';
import {intoPicture} from '../../geometry/box-in-picture.js';
import {distance, type ImagePoint} from '../../geometry/point.js';
import {addBox} from '../acts/add-box.js';
import {done} from '../act.js';
import {handleCursor} from '../box-handles.js';
import {handleHit} from '../hit.js';
import {speck} from '../reach.js';
import type {PointerInput, Preview, Tool, ToolContext} from '../tool.js';
import {isDoubleClick} from './double-click.js';
import {onOpen, type Gesture} from './gesture.js';
import {grabHandle} from './resize-gesture.js';

const pointsNeeded = 4;

/**
 * Draws a box by the topmost, bottommost, leftmost and rightmost point of a thing, clicked in any order. A point that
 * is pressed and dragged goes where it is released.
 */
export class DrawExtremesTool implements Tool {
  readonly #context: ToolContext;
  #points: readonly ImagePoint[] = [];
  #resize: Gesture | undefined;
  #isPressed = false;
  /** The click that was the last point of a box. */
  #lastClick: PointerInput | undefined;
  #cursor = 'crosshair';

  constructor(context: ToolContext) {
    this.#context = context;
    onOpen(context, () => this.cancel());
  }

  get isDrawing(): boolean {
    return this.#points.length > 0;
  }

  get cursor(): string {
    return this.#cursor;
  }

  hover(input: PointerInput): void {
    const {drawing} = this.#context;
    const hit = this.isDrawing ? undefined : handleHit(drawing, input);
    const orientation = drawing.state.frame?.orientation ?? 1;
    this.#cursor = hit?.part === 'handle' ? handleCursor(hit.handle, orientation) : 'crosshair';
  }

  press(): void {
    this.#isPressed = true;
  }

  click(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    if (!this.isDrawing && isDoubleClick(this.#lastClick, input)) return;
    this.#add(input);
    this.#lastClick = this.isDrawing ? undefined : input;
  }

  dragStart(from: PointerInput): void {
    if (this.#isPressed && !this.isDrawing) this.#resize = grabHandle(this.#context, from);
  }

  drag(input: PointerInput): void {
    if (!this.#isPressed) return;
    if (this.#resize) this.#resize.drag(input);
    else this.#show([...this.#points, this.#into(input.at)]);
  }

  dragEnd(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    const resize = this.#resize;
    this.#resize = undefined;
    if (resize) resize.end(input);
    else this.#add(input);
  }

  cancelPress(): boolean {
    if (!this.#isPressed) return false;
    this.#backTo(this.#points);
    return true;
  }

  giveUp(): boolean {
    if (!this.#isPressed && !this.isDrawing) return false;
    const rest = this.#isPressed ? this.#points : [];
    if (rest.length === 0 && !this.#resize) this.#context.drawing.keepDraft();
    this.#backTo(rest);
    return true;
  }

  cancel(): boolean {
    if (!this.#isPressed && !this.isDrawing) return false;
    this.#backTo([]);
    return true;
  }

  stepBack(): boolean {
    if (this.#isPressed) return this.giveUp();
    if (!this.isDrawing) return false;
    this.#backTo(this.#points.slice(0, -1));
    return true;
  }

  resume(preview: Preview): boolean {
    if (preview.kind !== 'points' || preview.points.length >= pointsNeeded) return false;
    this.#points = preview.points;
    this.#show(this.#points);
    return true;
  }

  #backTo(points: readonly ImagePoint[]): void {
    this.#points = points;
    this.#resize = undefined;
    this.#isPressed = false;
    this.#show(points);
  }

  #add({at, scale}: PointerInput): void {
    const {drawing, words} = this.#context;
    if (!drawing.state.frame) return;
    this.#points = [...this.#points, this.#into(at)];
    if (this.#points.length < pointsNeeded) {
      this.#show(this.#points);
      this.#context.tell(done(words.dots(this.#points.length), 0));
      return;
    }
    const box = boxAround(this.#points);
    const isSpeck = box && distance({x: 0, y: 0}, {x: box.width, y: box.height}) * scale < speck;
    this.#points = [];
    if (box && !isSpeck) this.#context.tell(addBox(this.#context, box));
    this.#show([]);
  }

  #into(at: ImagePoint): ImagePoint {
    const size = this.#context.drawing.state.frame?.stored;
    return size ? intoPicture(at, size) : at;
  }

  #show(points: readonly ImagePoint[]): void {
    this.#context.drawing.set({preview: points.length > 0 ? {kind: 'points', points} : undefined});
  }
}
