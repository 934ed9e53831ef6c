import {bottomOf, rightOf} from '../../geometry/box.js';
import type {Size} from '../../geometry/point.js';
import {addBox} from '../acts/add-box.js';
import {handleCursor} from '../box-handles.js';
import {handleHit} from '../hit.js';
import type {PointerInput, Preview, Tool, ToolContext} from '../tool.js';
import {bandBox, carried, isAccident, startBand, stretched, type Band} from './band.js';
import {onOpen, type Gesture} from './gesture.js';
import {isDoubleClick} from './double-click.js';
import {grabHandle} from './resize-gesture.js';

type Modifiers = Pick<PointerInput, 'shift' | 'alt'>;

const noModifiers: Modifiers = {shift: false, alt: false};
const shapeOf = ({shift, alt}: Modifiers) => ({isSquare: shift, isCentred: alt});

/**
 * Draws boxes, by a drag or by two clicks, also inside and across other boxes; only the handles of the selection can
 * be grabbed. Shift makes squares, Alt draws from the middle, Space moves what is drawn.
 *
 *     idle ── click ──▶ open ── click, or drag and release ──▶ idle, box added
 *       └──── drag ───▶ band ── release ─────────────────────▶ idle, box added
 */
export class DrawBoxTool implements Tool {
  readonly #context: ToolContext;
  #band: Band | undefined;
  /** What was open when the pointer was pressed, to go back to when that gesture is given up. */
  #bandBefore: Band | undefined;
  #resize: Gesture | undefined;
  #isPressed = false;
  /** The click that added a box last. */
  #lastClick: PointerInput | undefined;
  #cursor = 'crosshair';

  constructor(context: ToolContext) {
    this.#context = context;
    onOpen(context, () => this.cancel());
  }

  get isDrawing(): boolean {
    return this.#band !== undefined;
  }

  get cursor(): string {
    return this.#cursor;
  }

  hover(input: PointerInput): void {
    this.#follow(input);
    const {drawing} = this.#context;
    const hit = this.#band ? undefined : handleHit(drawing, input);
    const orientation = drawing.state.frame?.orientation ?? 1;
    this.#cursor = hit?.part === 'handle' ? handleCursor(hit.handle, orientation) : 'crosshair';
  }

  press(): void {
    this.#isPressed = true;
    this.#bandBefore = this.#band;
  }

  click(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    if (!this.#band) {
      if (!isDoubleClick(this.#lastClick, input)) this.#start(input);
    } else if (this.#finish(input)) {
      this.#lastClick = input;
    }
  }

  dragStart(from: PointerInput): void {
    if (!this.#isPressed || this.#band) return;
    this.#resize = grabHandle(this.#context, from);
    if (!this.#resize) this.#start(from);
  }

  drag(input: PointerInput): void {
    if (!this.#isPressed) return;
    if (this.#resize) this.#resize.drag(input);
    else this.#follow(input);
  }

  dragEnd(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    const resize = this.#resize;
    this.#resize = undefined;
    if (resize) resize.end(input);
    else this.#finish(input);
  }

  cancelPress(): boolean {
    if (!this.#isPressed) return false;
    this.#backTo(this.#bandBefore);
    return true;
  }

  giveUp(): boolean {
    if (!this.#isPressed && !this.#band) return false;
    const rest = this.#isPressed ? this.#bandBefore : undefined;
    if (this.#band && !rest) this.#context.drawing.keepDraft();
    this.#backTo(rest);
    return true;
  }

  cancel(): boolean {
    if (!this.#isPressed && !this.#band) return false;
    this.#backTo(undefined);
    return true;
  }

  stepBack(): boolean {
    // Without a draft: what was undone is not brought back by the next undo.
    return this.#isPressed ? this.cancelPress() : this.cancel();
  }

  resume(preview: Preview): boolean {
    const size = this.#size;
    if (preview.kind !== 'new' || !size) return false;
    const {anchor, box} = preview;
    const corner = {
      x: anchor.x === box.left ? rightOf(box) : box.left,
      y: anchor.y === box.top ? bottomOf(box) : box.top,
    };
    this.#band = stretched(startBand(anchor, size), corner);
    this.#show(noModifiers);
    return true;
  }

  #backTo(band: Band | undefined): void {
    this.#band = band;
    this.#resize = undefined;
    this.#isPressed = false;
    this.#show(noModifiers);
  }

  #start(input: PointerInput): void {
    const size = this.#size;
    if (!size) return;
    this.#band = startBand(input.at, size);
    this.#show(input);
  }

  #follow(input: PointerInput): void {
    const size = this.#size;
    if (!this.#band || !size) return;
    this.#band = input.space
      ? carried(this.#band, input.at, size, shapeOf(input))
      : stretched(this.#band, input.at);
    this.#show(input);
  }

  /** Adds the box. False when nobody meant to draw it. */
  #finish(input: PointerInput): boolean {
    this.#follow(input);
    const band = this.#band;
    const size = this.#size;
    this.#band = undefined;
    const box = band && size && bandBox(band, size, shapeOf(input));
    const isMeant = band && size && box && !isAccident(band, box, size, input.scale);
    if (isMeant) this.#context.tell(addBox(this.#context, box));
    this.#context.drawing.set({preview: undefined});
    return isMeant === true;
  }

  #show(modifiers: Modifiers): void {
    const {drawing} = this.#context;
    const size = this.#size;
    if (!this.#band || !size) {
      drawing.set({preview: undefined});
      return;
    }
    const box = bandBox(this.#band, size, shapeOf(modifiers));
    const {anchor} = this.#band;
    drawing.set({preview: {kind: 'new', box, label: drawing.state.label, anchor}});
  }

  get #size(): Size | undefined {
    return this.#context.drawing.state.frame?.stored;
  }
}
