import {distance, type ScreenPoint, type UprightPoint} from '../../geometry/point.js';
import {screenToUpright, uprightToScreen} from '../../geometry/view.js';
import type {StageInput, StageTool} from './stage-layer.js';
import type {StageView} from './stage-view.js';

/** How far a press may move and still be a click, by the kind of pointer that made it. In CSS pixels. */
export const dragThreshold: Readonly<Record<StageInput['pointer'], number>> = {mouse: 3, pen: 5, touch: 10};

/** A second finger that comes within this time belongs to the first: the two zoom, and nothing was drawn. */
const yieldMs = 150;

/** One pressed pointer, from the press to the release. */
export interface Press {
  move(input: StageInput): void;
  release(input: StageInput): void;
  /** Takes back what the press did. */
  cancel(): void;
  /** The same, because a person wants it. */
  giveUp(): void;
  /** The view or the modifier keys changed under a pointer that rests; `input` is its last one with the new keys. */
  refresh(input: StageInput): void;
}

const isBeyond = (from: StageInput, to: StageInput): boolean =>
  distance(from.point, to.point) >= dragThreshold[from.pointer];

/** What a drag or a click that is none of the tool's does. */
export interface DragActs {
  /** The pointer moved by CSS pixels: since the last time, and since the press. */
  drag?(dx: number, dy: number, allX: number, allY: number): void;
  cancel?(): void;
  click?(input: StageInput): void;
  /** Called at the end, however the press ended. */
  end?(): void;
}

/** A press that moves the picture, or does anything but draw. */
export class DragPress implements Press {
  readonly #from: StageInput;
  readonly #acts: DragActs;
  #last: StageInput;
  #isDragging: boolean;

  constructor(from: StageInput, acts: DragActs, isDragging = false) {
    this.#from = from;
    this.#acts = acts;
    this.#last = from;
    this.#isDragging = isDragging;
  }

  move(input: StageInput): void {
    if (!this.#isDragging && !isBeyond(this.#from, input)) return;
    this.#isDragging = true;
    const {point} = input;
    const {point: last} = this.#last;
    const {point: start} = this.#from;
    this.#last = input;
    this.#acts.drag?.(point.x - last.x, point.y - last.y, point.x - start.x, point.y - start.y);
  }

  release(input: StageInput): void {
    this.#acts.end?.();
    if (!this.#isDragging) this.#acts.click?.(input);
  }

  cancel(): void {
    this.#acts.cancel?.();
    this.#acts.end?.();
  }

  giveUp(): void {
    this.cancel();
  }

  refresh(): void {}
}

/**
 * A press that belongs to the tool.
 *
 * ```
 * held ─▶ pressed ─beyond the threshold─▶ dragging ─release─▶ dragEnd
 *            └─────────release──────────▶ click
 * ```
 * A finger is held back while a drawing is open, because a second finger may follow, and cancelling the press must not
 * cancel the drawing with it. A secondary press is held back as well: without a drag it is a menu.
 */
export class ToolPress implements Press {
  readonly #tool: StageTool;
  readonly #view: StageView;
  readonly #from: StageInput;
  /** Where the press was in the picture: the view may change before the press becomes a drag. */
  readonly #at: UprightPoint;
  #phase: 'held' | 'pressed' | 'dragging' = 'pressed';
  /** Where the pointer was before the press became a drag: a brush paints that way too. */
  #way: ScreenPoint[] = [];

  constructor(tool: StageTool, view: StageView, from: StageInput) {
    this.#tool = tool;
    this.#view = view;
    this.#from = from;
    this.#at = screenToUpright(view.shown, from.point);
    if (from.secondary || (from.pointer === 'touch' && tool.isDrawing)) this.#phase = 'held';
    else tool.press(from);
  }

  get isDragging(): boolean {
    return this.#phase === 'dragging';
  }

  /** True for a press of the secondary button. */
  get isSecondary(): boolean {
    return this.#from.secondary === true;
  }

  /** True while a second finger takes the first one with it. */
  yields(input: StageInput, hasMoved: boolean): boolean {
    return !hasMoved || input.timeMs - this.#from.timeMs <= yieldMs;
  }

  move(input: StageInput): void {
    if (this.#phase === 'dragging') return this.#tool.drag(this.#marked(input));
    const mayYield = this.#phase === 'held' && input.pointer === 'touch';
    if (!isBeyond(this.#from, input) || (mayYield && input.timeMs - this.#from.timeMs <= yieldMs)) {
      this.#way.push(...(input.trail ?? []), input.point);
      return;
    }
    this.#start();
    const trail = [...this.#way, ...(input.trail ?? [])];
    this.#tool.drag(this.#marked(trail.length > 0 ? {...input, trail} : input));
  }

  release(input: StageInput): void {
    if (this.#phase === 'held' && isBeyond(this.#from, input)) this.#start();
    if (this.#phase === 'dragging') {
      this.#tool.dragEnd(this.#marked(input));
    } else if (this.isSecondary) {
      this.#tool.menu(input);
    } else {
      if (this.#phase === 'held') this.#tool.press(this.#origin);
      this.#tool.click(input);
    }
  }

  cancel(): void {
    if (this.#phase !== 'held') this.#tool.cancel();
  }

  giveUp(): void {
    if (this.#phase === 'held') return;
    if (this.#tool.giveUp) this.#tool.giveUp();
    else this.#tool.cancel();
  }

  refresh(input: StageInput): void {
    if (this.#phase === 'dragging') this.#tool.drag(this.#marked(input));
  }

  /** Moves and releases do not say themselves which button they belong to. */
  #marked(input: StageInput): StageInput {
    return this.isSecondary ? {...input, secondary: true} : input;
  }

  get #origin(): StageInput {
    return {...this.#from, point: uprightToScreen(this.#view.shown, this.#at)};
  }

  #start(): void {
    const from = this.#origin;
    if (this.#phase === 'held') this.#tool.press(from);
    this.#phase = 'dragging';
    this.#tool.dragStart(from);
  }
}
