import type {ImagePoint} from '../../geometry/point.js';
import {snapped, sweepBrush, type Brush} from '../../raster/brush.js';
import {SpanList} from '../../raster/spans.js';
import {commitStroke} from '../commit-stroke.js';
import {pickAt} from '../mask-acts/pick-label.js';
import type {MaskContext} from '../mask-context.js';
import {beginStroke} from '../mask-rules.js';
import type {MaskStroke} from '../mask-stroke.js';
import type {MaskTool} from '../mask-tool.js';
import type {PointerInput} from '../tool.js';

/** A stroke on its way. */
interface Painting {
  readonly stroke: MaskStroke;
  readonly brush: Brush;
  readonly erases: boolean;
  /** Where it is now. */
  readonly at: ImagePoint;
}

/**
 * Brush and eraser: pixels change from the press on, and one stroke is one step. Shift draws a straight line from the
 * end of the last stroke, Alt swaps brush and eraser for one stroke, Ctrl picks what is under the pointer.
 *
 *     idle ── press ──▶ painting ── release ──▶ idle, one step
 *                          └─ given up, cancelled, undone ──▶ idle, as if nothing had been
 */
export class PaintTool implements MaskTool {
  readonly #context: MaskContext;
  #painting: Painting | undefined;
  /** A secondary press erases only once it is a drag: until then it may open the menu. */
  #isWaiting = false;
  /** The end of the last stroke, where a straight line begins. */
  #lastEnd: ImagePoint | undefined;

  /** It erases while the board's tool is `eraser`. */
  constructor(context: MaskContext) {
    this.#context = context;
    context.editor.subscribe((_state, cause) => {
      if (cause === 'open') this.#lastEnd = undefined;
    });
  }

  get isDrawing(): boolean {
    return this.#live !== undefined;
  }

  get cursor(): string {
    return 'crosshair';
  }

  hover(input: PointerInput): void {
    if (this.#live) return;
    const erases = this.#erases(input);
    const brush = this.#brush(erases);
    this.#showFootprint(input.at, brush, erases);
    this.#showLine(input, brush, erases);
  }

  leave(): void {
    if (this.#live) return;
    const {board} = this.#context;
    board.set({footprint: undefined, preview: undefined});
  }

  press(input: PointerInput): void {
    this.cancel();
    if (input.control) this.#context.tell(pickAt(this.#context, input.at));
    else if (input.secondary) this.#isWaiting = true;
    else this.#begin(input);
  }

  click(): void {
    this.#isWaiting = false;
    this.#commit();
  }

  dragStart(from: PointerInput): void {
    if (this.#isWaiting) this.#begin(from);
    this.#isWaiting = false;
  }

  drag(input: PointerInput): void {
    const painting = this.#live;
    if (!painting) return;
    const {stroke, brush, erases} = painting;
    let {at} = painting;
    for (const next of [...(input.trail ?? []), input.at]) {
      sweepBrush(brush, at, next, stroke.write);
      at = next;
    }
    this.#painting = {...painting, at};
    stroke.show();
    this.#showFootprint(at, brush, erases);
  }

  dragEnd(input: PointerInput): void {
    this.drag(input);
    this.#commit();
  }

  cancelPress(): boolean {
    return this.cancel();
  }

  giveUp(): boolean {
    return this.cancel();
  }

  cancel(): boolean {
    const isThere = this.#live !== undefined || this.#isWaiting;
    this.#isWaiting = false;
    this.#painting?.stroke.drop();
    this.#painting = undefined;
    return isThere;
  }

  stepBack(): boolean {
    return this.cancel();
  }

  settle(): boolean {
    const isThere = this.#live !== undefined;
    this.#commit();
    return isThere;
  }

  /** The stroke under way, unless undo or another item has dropped it. */
  get #live(): Painting | undefined {
    if (this.#painting && !this.#painting.stroke.isLive) this.#painting = undefined;
    return this.#painting;
  }

  #begin(input: PointerInput): void {
    const erases = this.#erases(input);
    const brush = this.#brush(erases);
    const {board} = this.#context;
    this.#showFootprint(input.at, brush, erases);
    if (board.state.preview) board.set({preview: undefined});
    const stroke = beginStroke(this.#context, erases ? 'erase' : 'paint', input.at);
    if ('done' in stroke) {
      this.#context.tell(stroke);
      return;
    }
    const from = (input.shift ? this.#lastEnd : undefined) ?? input.at;
    sweepBrush(brush, from, input.at, stroke.write);
    stroke.show();
    this.#painting = {stroke, brush, erases, at: input.at};
  }

  #commit(): void {
    const painting = this.#live;
    this.#painting = undefined;
    if (!painting) return;
    this.#lastEnd = painting.at;
    this.#context.tell(commitStroke(this.#context, painting.stroke));
  }

  /** The eraser end of a pen and the secondary button always erase. */
  #erases({alt, eraser, secondary}: PointerInput): boolean {
    const isEraser = this.#context.board.state.tool === 'eraser';
    return eraser === true || secondary === true || isEraser !== alt;
  }

  #brush(erases: boolean): Brush {
    const {brush, eraser} = this.#context.board.state;
    return erases ? eraser : brush;
  }

  #showFootprint(at: ImagePoint, brush: Brush, erases: boolean): void {
    const {board} = this.#context;
    const place = snapped(at, brush);
    const shown = board.state.footprint;
    const isSame =
      shown?.brush === brush && shown.erases === erases && shown.at.x === place.x && shown.at.y === place.y;
    if (!isSame) board.set({footprint: {at: place, brush, erases}});
  }

  /** Shows the line that a press would draw. */
  #showLine({at, shift}: PointerInput, brush: Brush, erases: boolean): void {
    const {board} = this.#context;
    if (shift && this.#lastEnd) {
      const list = new SpanList();
      sweepBrush(brush, this.#lastEnd, at, list.add);
      board.set({preview: {pixels: {spans: list.spans, erases, seed: at}, path: [this.#lastEnd, at]}});
    } else if (board.state.preview) {
      board.set({preview: undefined});
    }
  }
}
