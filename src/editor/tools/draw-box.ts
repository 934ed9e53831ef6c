import type {Size} from '../../geometry/point.js';
import {addBox} from '../acts/add-box.js';
import {freeCorner} from '../stored-preview.js';
import type {PointerInput, Preview} from '../tool.js';
import {bandBox, carried, isAccident, startBand, stretched, type Band} from './band.js';
import {isDoubleClick} from './double-click.js';
import {DrawingTool} from './drawing-tool.js';

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
export class DrawBoxTool extends DrawingTool<Band> {
  readonly carriesBySpace = true;
  /** The click that added a box last. */
  #lastClick: PointerInput | undefined;

  click(input: PointerInput): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    if (!this.open) {
      if (!isDoubleClick(this.#lastClick, input)) this.begin(input);
    } else if (this.finish(input)) {
      this.#lastClick = input;
    }
  }

  stepBack(): boolean {
    // Without a draft: what was undone is not brought back by the next undo.
    return this.isPressed ? this.cancelPress() : this.cancel();
  }

  resume(preview: Preview): boolean {
    const size = this.#size;
    if (preview.kind !== 'new' || !size) return false;
    const {anchor, box} = preview;
    this.open = stretched(startBand(anchor, size), freeCorner(box, anchor));
    this.show();
    return true;
  }

  protected begin(input: PointerInput): void {
    const size = this.#size;
    if (!size) return;
    this.open = startBand(input.at, size);
    this.show(input);
  }

  protected follow(input: PointerInput): void {
    const size = this.#size;
    if (!this.open || !size) return;
    this.open = input.space
      ? carried(this.open, input.at, size, shapeOf(input))
      : stretched(this.open, input.at);
    this.show(input);
  }

  /** Adds the box. False when nobody meant to draw it. */
  protected finish(input: PointerInput): boolean {
    this.follow(input);
    const band = this.open;
    const size = this.#size;
    this.open = undefined;
    const box = band && size && bandBox(band, size, shapeOf(input));
    const isMeant = band && size && box && !isAccident(band, box, size, input.scale);
    if (isMeant) this.context.tell(addBox(this.context, box));
    this.context.drawing.set({preview: undefined});
    return isMeant === true;
  }

  protected show(modifiers: Modifiers = noModifiers): void {
    const {drawing} = this.context;
    const size = this.#size;
    if (!this.open || !size) {
      drawing.set({preview: undefined});
      return;
    }
    const box = bandBox(this.open, size, shapeOf(modifiers));
    const {anchor} = this.open;
    drawing.set({preview: {kind: 'new', box, label: drawing.state.label, anchor}});
  }

  get #size(): Size | undefined {
    return this.context.drawing.state.frame?.stored;
  }
}
