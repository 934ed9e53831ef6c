import {handleCursor} from '../box-handles.js';
import {handleHit} from '../hit.js';
import type {PointerInput, Tool, ToolContext} from '../tool.js';
import {onOpen, type Gesture} from './gesture.js';
import {grabHandle} from './resize-gesture.js';

/**
 * What tools that draw boxes have in common: a drawing that stays open between presses, presses that can be taken
 * back, and the handles of the selection, which can be grabbed while nothing is open. `Open` is what is open.
 */
export abstract class DrawingTool<Open> implements Tool {
  protected readonly context: ToolContext;
  protected open: Open | undefined;
  protected isPressed = false;
  /** What was open when the pointer was pressed, to go back to when that gesture is given up. */
  #openBefore: Open | undefined;
  #resize: Gesture | undefined;
  #cursor = 'crosshair';

  constructor(context: ToolContext) {
    this.context = context;
    onOpen(context, () => this.cancel());
  }

  /** Shows what is open, or nothing. */
  protected abstract show(): void;
  /** The pointer moves, pressed or not, while no handle is dragged. */
  protected abstract follow(input: PointerInput): void;
  /** A drag begins where nothing was open. */
  protected abstract begin(from: PointerInput): void;
  /** A drag ends. */
  protected abstract finish(input: PointerInput): void;
  abstract click(input: PointerInput): void;
  abstract stepBack(): boolean;

  get isDrawing(): boolean {
    return this.open !== undefined;
  }

  get cursor(): string {
    return this.#cursor;
  }

  hover(input: PointerInput): void {
    this.follow(input);
    const {drawing} = this.context;
    const hit = this.isDrawing ? undefined : handleHit(drawing, input);
    const orientation = drawing.state.frame?.orientation ?? 1;
    this.#cursor = hit?.part === 'handle' ? handleCursor(hit.handle, orientation) : 'crosshair';
  }

  press(): void {
    this.isPressed = true;
    this.#openBefore = this.open;
  }

  dragStart(from: PointerInput): void {
    if (!this.isPressed || this.isDrawing) return;
    this.#resize = grabHandle(this.context, from);
    if (!this.#resize) this.begin(from);
  }

  drag(input: PointerInput): void {
    if (!this.isPressed) return;
    if (this.#resize) this.#resize.drag(input);
    else this.follow(input);
  }

  dragEnd(input: PointerInput): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    const resize = this.#resize;
    this.#resize = undefined;
    if (resize) resize.end(input);
    else this.finish(input);
  }

  cancelPress(): boolean {
    if (!this.isPressed) return false;
    this.backTo(this.#openBefore);
    return true;
  }

  giveUp(): boolean {
    if (!this.isPressed && !this.isDrawing) return false;
    const rest = this.isPressed ? this.#openBefore : undefined;
    if (rest === undefined && !this.#resize) this.context.drawing.keepDraft();
    this.backTo(rest);
    return true;
  }

  cancel(): boolean {
    if (!this.isPressed && !this.isDrawing) return false;
    this.backTo(undefined);
    return true;
  }

  protected backTo(open: Open | undefined): void {
    this.open = open;
    this.#resize = undefined;
    this.isPressed = false;
    this.show();
  }
}
