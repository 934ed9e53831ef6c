import {commitStroke} from '../commit-stroke.js';
import {withMask} from '../mask-acts/with-mask.js';
import type {MaskContext} from '../mask-context.js';
import {beginStroke, type StrokeOptions} from '../mask-rules.js';
import type {MaskTool} from '../mask-tool.js';
import type {PointerInput} from '../tool.js';

/**
 * Fills the connected area of one number under the pointer, whether it is labelled or not; with Shift all areas of that
 * number; with Alt it empties them. It counts what is labelled, not what the picture looks like.
 */
export class BucketTool implements MaskTool {
  readonly #context: MaskContext;
  #pressed: PointerInput | undefined;
  /** Fills that are on their way. */
  readonly #underWay = new Set<AbortController>();

  constructor(context: MaskContext) {
    this.#context = context;
  }

  get isDrawing(): boolean {
    return this.#underWay.size > 0;
  }

  get isLooking(): boolean {
    return this.isDrawing;
  }

  get cursor(): string {
    return 'crosshair';
  }

  hover(): void {
    // Nothing is shown before it is asked for: every pixel the pointer crosses would be a search.
  }

  press(input: PointerInput): void {
    this.#pressed = input;
  }

  /** The fill begins with the release: until then a second finger takes the press back without trace. */
  click(): void {
    const input = this.#pressed;
    this.#pressed = undefined;
    if (input) void this.#fill(input);
  }

  dragStart(): void {
    // What counts is where it was pressed.
  }

  drag(): void {
    // What counts is where it was pressed.
  }

  dragEnd(): void {
    this.click();
  }

  cancelPress(): boolean {
    const isPressed = this.#pressed !== undefined;
    this.#pressed = undefined;
    return isPressed;
  }

  giveUp(): boolean {
    return this.cancel();
  }

  cancel(): boolean {
    const isThere = this.cancelPress() || this.isDrawing;
    for (const control of this.#underWay) control.abort();
    return isThere;
  }

  stepBack(): boolean {
    return this.cancel();
  }

  settle(): boolean {
    this.click();
    return this.isDrawing;
  }

  async #fill({at, shift, alt, eraser}: PointerInput): Promise<void> {
    const context = this.#context;
    const act = alt || eraser === true ? 'erase' : 'paint';
    const options: StrokeOptions = {isFill: true, state: context.board.state};
    const attempt = beginStroke(context, act, at, options);
    if ('done' in attempt) {
      context.tell(attempt);
      return;
    }
    attempt.drop();
    if (!isInPicture(context, at)) return;
    const control = new AbortController();
    this.#underWay.add(control);
    const outcome = await withMask(
      context,
      (mask, signal) => context.work.area(mask, at, shift ? 'all' : 'connected', signal),
      (spans) => {
        const stroke = beginStroke(context, act, at, options);
        if ('done' in stroke) return stroke;
        stroke.paint(spans);
        return commitStroke(context, stroke, 'fill');
      },
      control.signal,
    );
    this.#underWay.delete(control);
    if (outcome.done || outcome.reason !== 'given-up') context.tell(outcome);
  }
}

function isInPicture({board: {map}}: MaskContext, {x, y}: PointerInput['at']): boolean {
  return map !== undefined && x >= 0 && y >= 0 && x < map.width && y < map.height;
}
