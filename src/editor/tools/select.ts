import {distance} from '../../geometry/point.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import {editable, refusedAsLocked} from '../acts/change-boxes.js';
import {handleCursor} from '../box-handles.js';
import {hitAt, stackAt, type Hit} from '../hit.js';
import {sameSpot} from '../reach.js';
import type {PointerInput, Tool, ToolContext} from '../tool.js';
import {onOpen, type Gesture} from './gesture.js';
import {MarqueeGesture} from './marquee-gesture.js';
import {MoveGesture} from './move-gesture.js';
import {ResizeGesture} from './resize-gesture.js';

/** The click before, to know whether the next one means the box below (HIT-2). */
interface LastClick {
  readonly input: PointerInput;
  readonly selection: ReadonlySet<RecordId>;
  readonly document: object;
}

/**
 * Picks boxes, moves and resizes them.
 *
 * A press takes hold of what {@link hitAt} finds. A click without a drag takes the uppermost box instead, so that a
 * small box inside a large selected one needs one click and not two.
 */
export class SelectTool implements Tool {
  readonly isDrawing = false;
  readonly #context: ToolContext;
  #gesture: Gesture | undefined;
  #selectionBefore: ReadonlySet<RecordId> | undefined;
  #isPressed = false;
  #lastClick: LastClick | undefined;
  #cursor = 'default';

  constructor(context: ToolContext) {
    this.#context = context;
    onOpen(context, () => this.#forget());
  }

  get cursor(): string {
    return this.#cursor;
  }

  hover(input: PointerInput): void {
    const {drawing, index} = this.#context;
    const hit = hitAt(drawing, index, input);
    // A finger that was lifted points at nothing.
    drawing.set({hovered: input.pointer === 'touch' ? undefined : hit?.record.id});
    this.#cursor = this.#cursorOver(hit);
  }

  press(input: PointerInput): void {
    this.#isPressed = true;
    this.hover(input);
  }

  click(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    const {drawing, index} = this.#context;
    const stack = stackAt(drawing, index, input);
    const [top] = stack;
    if (input.shift || input.control) {
      if (top) this.#toggle(top);
    } else {
      const picked = input.alt || this.#isSameSpot(input) ? this.#below(stack) : top;
      drawing.set({selection: new Set(picked && [picked.id])});
    }
    const {selection} = drawing.state;
    this.#lastClick = {input, selection, document: drawing.editor.state.document};
    this.hover(input);
  }

  dragStart(from: PointerInput): void {
    if (!this.#isPressed) return;
    this.#selectionBefore = this.#context.drawing.state.selection;
    this.#lastClick = undefined;
    this.#gesture = this.#begin(from);
  }

  drag(input: PointerInput): void {
    this.#gesture?.drag(input);
  }

  dragEnd(input: PointerInput): void {
    const gesture = this.#gesture;
    this.#forget();
    gesture?.end(input);
    this.hover(input);
  }

  cancelPress(): boolean {
    return this.cancel();
  }

  giveUp(): boolean {
    return this.cancel();
  }

  cancel(): boolean {
    if (!this.#isPressed) return false;
    const selection = this.#selectionBefore ?? this.#context.drawing.state.selection;
    this.#forget();
    this.#context.drawing.set({preview: undefined, selection});
    return true;
  }

  stepBack(): boolean {
    return this.cancel();
  }

  #forget(): void {
    this.#gesture = undefined;
    this.#selectionBefore = undefined;
    this.#isPressed = false;
  }

  #begin(from: PointerInput): Gesture | undefined {
    const context = this.#context;
    const {drawing, index} = context;
    const hit = hitAt(drawing, index, from);
    if (!hit) return new MarqueeGesture(context, from);
    if (hit.part === 'handle' || hit.part === 'side')
      return new ResizeGesture(context, hit.record, hit.handle, from);
    const {selection} = drawing.state;
    if (!selection.has(hit.record.id)) {
      drawing.set({selection: new Set([...(from.shift || from.control ? selection : []), hit.record.id])});
    }
    if (editable(context, drawing.selected).records.length > 0) return new MoveGesture(context, from);
    context.tell(refusedAsLocked(context, drawing.selected));
    return undefined;
  }

  #toggle({id}: BoxRecord): void {
    const {drawing} = this.#context;
    const selection = new Set(drawing.state.selection);
    if (!selection.delete(id)) selection.add(id);
    drawing.set({selection});
  }

  #isSameSpot({at, scale}: PointerInput): boolean {
    const {drawing} = this.#context;
    const last = this.#lastClick;
    return (
      last !== undefined &&
      distance(last.input.at, at) * scale <= sameSpot &&
      last.selection === drawing.state.selection &&
      last.document === drawing.editor.state.document
    );
  }

  /** The box below the selected one; the uppermost again after the last. */
  #below(stack: readonly BoxRecord[]): BoxRecord | undefined {
    const {selection} = this.#context.drawing.state;
    const selected = stack.findIndex(({id}) => selection.has(id));
    return stack[(Math.max(selected, 0) + 1) % stack.length];
  }

  #cursorOver(hit: Hit | undefined): string {
    const {drawing} = this.#context;
    if (!hit) return 'default';
    if (hit.part === 'handle' || hit.part === 'side')
      return handleCursor(hit.handle, drawing.state.frame?.orientation ?? 1);
    return drawing.state.selection.has(hit.record.id) && !drawing.isLocked(hit.record) ? 'move' : 'pointer';
  }
}
