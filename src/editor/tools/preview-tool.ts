import type {JsonValue} from '../../base/json.js';
import type {ImagePoint, Size} from '../../geometry/point.js';
import {common, inOrder, spansOfBox} from '../../raster/span-sets.js';
import type {Spans} from '../../raster/spans.js';
import {refused, type Outcome} from '../act.js';
import {commitStroke} from '../commit-stroke.js';
import type {MaskDraft, MaskState, MaskToolName} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';
import {beginStroke} from '../mask-rules.js';
import type {MaskTool} from '../mask-tool.js';
import type {PictureWork} from '../mask-work.js';
import type {PointerInput} from '../tool.js';

/** Pixels to commit, and where the hand began. */
export interface Found {
  readonly spans: Spans;
  readonly seed: ImagePoint;
}

/** What was set when a drawing was confirmed: that counts, not what is chosen while its pixels are looked for. */
interface Confirmed {
  readonly erases: boolean;
  readonly state: MaskState;
  readonly endWork: () => void;
}

/**
 * What tools have in common that show pixels before they paint them: a drawing made step by step, which stays open
 * between presses until it is confirmed or given up. `Open` is what is open after a step; nobody changes it.
 */
export abstract class PreviewTool<Open extends object> implements MaskTool {
  protected readonly context: MaskContext;
  protected isPressed = false;
  readonly #name: MaskToolName;
  /** What was open after each step. */
  #steps: readonly Open[] = [];
  /** Steps that were taken back, the last one first. */
  #undone: readonly Open[] = [];
  /** Set while a drawing that was confirmed waits for its pixels. */
  #confirmed: Confirmed | undefined;
  /** Set while what is open becomes a step: it is kept as that, and not as a drawing too. */
  #isCommitting = false;

  constructor(context: MaskContext, name: MaskToolName) {
    this.context = context;
    this.#name = name;
    context.editor.subscribe((_state, cause) => {
      if (cause === 'open') this.cancel();
    });
  }

  /** Shows what is open and what the pressed pointer makes of it, or nothing. */
  protected abstract show(): void;
  /** The pixels of what is open, nothing while they are looked for, or why there are none. */
  protected abstract find(open: Open): Found | Outcome | undefined;
  /** Forgets what the pressed pointer was doing. */
  protected abstract dropGesture(): void;
  /** What would be open if the pressed pointer were released now. */
  protected abstract get held(): Open | undefined;
  /** What is open after these steps, as plain data. */
  protected abstract write(steps: readonly Open[]): JsonValue;
  /** The steps that {@link write} made that of; nothing where it is not understood. */
  protected abstract read(drawn: JsonValue, size: Size): readonly Open[] | undefined;
  protected abstract pressed(input: PointerInput): void;
  protected abstract clicked(input: PointerInput): void;
  protected abstract dragBegan(from: PointerInput): void;
  protected abstract dragged(input: PointerInput): void;
  protected abstract dragEnded(input: PointerInput): void;
  abstract hover(input: PointerInput): void;

  protected get open(): Open | undefined {
    return this.#steps.at(-1);
  }

  get isDrawing(): boolean {
    return this.open !== undefined || this.held !== undefined;
  }

  get isLooking(): boolean {
    const {tool, preview} = this.context.board.state;
    return this.isConfirmed || (tool === this.#name && this.isDrawing && preview?.isBusy === true);
  }

  get cursor(): string {
    return 'crosshair';
  }

  press(input: PointerInput): void {
    if (this.#confirmed) return;
    this.isPressed = true;
    this.pressed(input);
  }

  click(input: PointerInput): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    this.clicked(input);
  }

  dragStart(from: PointerInput): void {
    if (this.isPressed) this.dragBegan(from);
  }

  drag(input: PointerInput): void {
    if (this.isPressed) this.dragged(input);
  }

  dragEnd(input: PointerInput): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    this.dragEnded(input);
  }

  cancelPress(): boolean {
    if (!this.isPressed) return false;
    this.#backTo(this.#steps, this.#undone);
    return true;
  }

  giveUp(): boolean {
    if (!this.isPressed && !this.open) return false;
    const steps = this.isPressed ? this.#steps : [];
    const {held} = this;
    const drawn = this.#steps.length > 0 ? this.#steps : held ? [held] : [];
    if (steps.length === 0 && drawn.length > 0) this.context.board.drafts.keep({tool: this.#name, drawn});
    this.#backTo(steps);
    return true;
  }

  cancel(): boolean {
    const isActive = this.isDrawing || this.isPressed;
    if (isActive) this.#backTo([]);
    this.#undone = [];
    return isActive;
  }

  stepBack(): boolean {
    if (this.isPressed) return this.cancelPress();
    const {open} = this;
    if (!open) return false;
    this.#backTo(this.#steps.slice(0, -1), [open, ...this.#undone]);
    return true;
  }

  get canStepForward(): boolean {
    return this.#undone.length > 0 && !this.isPressed;
  }

  stepForward(): boolean {
    const [open, ...rest] = this.#undone;
    if (!open || this.isPressed) return false;
    this.step(open);
    this.#undone = rest;
    return true;
  }

  resumeDraft({tool, drawn}: MaskDraft): boolean {
    if (tool !== this.#name || this.isDrawing) return false;
    this.#backTo(drawn as readonly Open[]);
    return true;
  }

  get drawn(): JsonValue | undefined {
    const {held} = this;
    const steps = held ? [...this.#steps, held] : this.#steps;
    return steps.length > 0 && !this.#isCommitting ? this.write(steps) : undefined;
  }

  restore(drawn: JsonValue): boolean {
    const {size} = this;
    const steps = size && !this.isDrawing ? this.read(drawn, size) : undefined;
    if (!steps || steps.length === 0) return false;
    this.#backTo(steps);
    return true;
  }

  confirm({alt}: {readonly alt: boolean} = {alt: false}): boolean {
    if (!this.isDrawing) return false;
    if (this.isPressed) return true;
    const {board} = this.context;
    this.#unconfirm();
    this.#confirmed = {erases: alt, state: board.state, endWork: board.beginWork()};
    this.#commitFound();
    return true;
  }

  /** True when it was confirmed: its pixels come, whatever tool is taken meanwhile. */
  settle(): boolean {
    return this.isConfirmed;
  }

  /** One more step of the drawing, which can be taken back. */
  protected step(open: Open): void {
    this.#steps = [...this.#steps, open];
    this.#undone = [];
    this.#unconfirm();
    this.show();
  }

  /** What is open becomes something else without a step, or nothing. */
  protected alter(open: Open | undefined): void {
    this.#unconfirm();
    this.#steps = [...this.#steps.slice(0, -1), ...(open ? [open] : [])];
    this.show();
  }

  /** True while a drawing that was confirmed waits for its pixels. */
  protected get isConfirmed(): boolean {
    return this.#confirmed !== undefined;
  }

  /** Something that was looked for was found, or was not. */
  protected arrived(): void {
    if (this.#confirmed) this.#commitFound();
    else this.show();
  }

  protected get size(): Size | undefined {
    return this.context.board.state.frame?.stored;
  }

  #commitFound(): void {
    const {open} = this;
    const found = open && this.find(open);
    if (!found) {
      this.show();
      return;
    }
    const {erases, state} = this.#confirmed ?? {erases: false, state: this.context.board.state};
    this.#unconfirm();
    const outcome = 'done' in found ? found : this.#commit(found, erases, state);
    const isInUse = this.context.board.state.tool === this.#name;
    if (outcome.done || outcome.reason === 'unchanged') this.#backTo([]);
    else if (isInUse) this.show();
    else this.giveUp();
    this.context.tell(outcome);
  }

  #commit({spans, seed}: Found, erases: boolean, state: MaskState): Outcome {
    const stroke = beginStroke(this.context, erases ? 'erase' : 'paint', seed, {isFill: true, state});
    if ('done' in stroke) return stroke;
    stroke.paint(spans);
    this.#isCommitting = true;
    const outcome = commitStroke(this.context, stroke, 'fill');
    this.#isCommitting = false;
    return outcome;
  }

  #backTo(steps: readonly Open[], undone: readonly Open[] = []): void {
    this.#steps = steps;
    this.#undone = undone;
    this.#unconfirm();
    this.isPressed = false;
    this.dropGesture();
    this.show();
  }

  #unconfirm(): void {
    const confirmed = this.#confirmed;
    this.#confirmed = undefined;
    confirmed?.endWork();
  }
}

/** True where a press takes away: with Alt, the eraser end of a pen, or the secondary button. */
export function erases({alt, eraser, secondary}: PointerInput): boolean {
  return alt || eraser === true || secondary === true;
}

/** Pixels that somebody found, in order, as far as they are in the picture. */
export function foundIn({width, height}: Size, spans: Spans): Spans {
  return common(inOrder(spans), spansOfBox({left: 0, top: 0, right: width, bottom: height}));
}

/** What reads the picture's pixels, or why they cannot be read. */
export function readablePicture({picture, words}: MaskContext): PictureWork | Outcome {
  if (!picture) return refused('no-picture', words.noPicture);
  return picture.problem === undefined ? picture : refused('unreadable', picture.problem);
}
