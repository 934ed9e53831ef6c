import type {ImagePoint} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import {Crosshair, type CrosshairModifiers} from './crosshair.js';
import type {MaskContext} from './mask-context.js';
import {nameRegions} from './mask-words.js';
import type {PointerInput, Tool} from './tool.js';

/**
 * The crosshair of masks: it stands on a pixel. With brush and eraser a press puts the pen down and the next one lifts
 * it, and between them the arrows paint (SEG-10); with other tools it is a click.
 */
export class MaskCursor extends Crosshair {
  readonly #context: MaskContext;
  /** The tool whose pen is down. */
  #down: Tool | undefined;
  #inside: number | undefined;

  /** `tool` is the tool in use; `scale` the CSS pixels per picture pixel. */
  constructor(context: MaskContext, tool: () => Tool, scale: () => number) {
    super(tool, scale);
    this.#context = context;
  }

  /** True while the arrows paint. Escape, undo and another tool end it. */
  get isDown(): boolean {
    if (this.#down && (this.#down !== this.tool || !this.#down.isDrawing)) this.#down = undefined;
    return this.#down !== undefined;
  }

  /** A press at the crosshair, or the release of the one before. Gives a sentence when the pen is down. */
  press(modifiers: CrosshairModifiers = {shift: false, alt: false}): string | undefined {
    const {cursor, tool: name} = this.state;
    if (!cursor) return undefined;
    const {tool} = this;
    const input = this.inputAt(cursor, modifiers);
    if (this.isDown) {
      this.#down = undefined;
      tool.dragEnd(input);
      return undefined;
    }
    tool.press(input);
    if (name !== 'brush' && name !== 'eraser') {
      tool.click(input);
      return undefined;
    }
    tool.dragStart(input);
    this.#down = tool;
    return this.isDown ? this.words.penDown(...this.told()) : undefined;
  }

  /** Hides the crosshair; the stroke that the pen has painted so far is committed. */
  override stop(): string {
    if (this.isDown) this.press();
    this.#context.board.set({footprint: undefined});
    return super.stop();
  }

  protected get words(): MaskContext['words'] {
    return this.#context.words;
  }

  protected get state(): MaskContext['board']['state'] {
    return this.#context.board.state;
  }

  protected show(cursor: ImagePoint | undefined): void {
    this.#context.board.set({cursor});
  }

  /** The middle of the pixel. */
  protected settle({x, y}: ImagePoint, {stored: {width, height}}: Frame): ImagePoint {
    const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(value)));
    return {x: within(x, width) + 0.5, y: within(y, height) + 0.5};
  }

  protected beginning(): ImagePoint | undefined {
    return undefined;
  }

  protected override pass(input: PointerInput): void {
    if (this.isDown) this.tool.drag(input);
    else super.pass(input);
  }

  protected entered(cursor: ImagePoint): string | undefined {
    const {board, words} = this.#context;
    const seen = board.numberAt(cursor);
    const number = this.isDown || board.isHidden(seen) ? 0 : seen;
    if (this.isDown || number === this.#inside) return undefined;
    this.#inside = number;
    const region = board.region(number);
    return region ? words.inside(nameRegions(this.#context, [region])) : words.insideNothing;
  }

  protected forget(): void {
    this.#inside = 0;
  }

  /** The number of the pixel as it is seen: its left upper corner, not its middle. */
  protected override told(): [number, number] {
    const [x, y] = super.told();
    return [Math.floor(x), Math.floor(y)];
  }
}
