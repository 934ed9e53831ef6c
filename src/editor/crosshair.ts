import {directionIn, type Direction} from '../geometry/box-orientation.js';
import {toUpright} from '../geometry/orientation.js';
import type {ImagePoint} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import type {PointerInput, Tool} from './tool.js';

/** How far one press moves the crosshair, in picture pixels: alone, with Shift, with Ctrl or ⌘. */
export const cursorSteps = {one: 1, shift: 10, control: 50} as const;

/** The keyboard aims exactly, however small the picture is shown: one picture pixel is never nearer than this. */
const leastScale = 4;

export type CrosshairModifiers = Pick<PointerInput, 'shift' | 'alt'>;

const noModifiers: CrosshairModifiers = {shift: false, alt: false};

/** The sentences that every crosshair says. Places are those of the picture as it is seen. */
interface CrosshairWords {
  readonly noPicture: string;
  readonly cursorOff: string;
  cursorOn(x: number, y: number): string;
  cursorAt(x: number, y: number): string;
}

/**
 * A crosshair that the keyboard moves over the picture, pixel by pixel; a press at it is a press of the tool. So
 * everything can be drawn without a pointer.
 */
export abstract class Crosshair {
  readonly #tool: () => Tool;
  readonly #scale: () => number;

  /** `tool` is the tool in use; `scale` the CSS pixels per picture pixel. */
  constructor(tool: () => Tool, scale: () => number) {
    this.#tool = tool;
    this.#scale = scale;
  }

  protected abstract readonly words: CrosshairWords;
  /** Where the crosshair is, and the picture. */
  protected abstract get state(): {
    readonly cursor: ImagePoint | undefined;
    readonly frame: Frame | undefined;
  };
  protected abstract show(cursor: ImagePoint | undefined): void;
  /** The place of the picture it may be at that is nearest to another. */
  protected abstract settle(at: ImagePoint, frame: Frame): ImagePoint;
  /** Where it begins when something is selected. */
  protected abstract beginning(): ImagePoint | undefined;
  /** A sentence when it came into or out of something. */
  protected abstract entered(cursor: ImagePoint): string | undefined;
  /** Forgets what it was in. */
  protected abstract forget(): void;
  abstract press(modifiers?: CrosshairModifiers): string | undefined;

  get isOn(): boolean {
    return this.state.cursor !== undefined;
  }

  /** Shows the crosshair: at the selection, else at `middle`, else in the middle. */
  start(middle?: ImagePoint): string {
    const {frame} = this.state;
    if (!frame) return this.words.noPicture;
    const {width, height} = frame.stored;
    this.forget();
    this.#put(this.beginning() ?? middle ?? {x: width / 2, y: height / 2}, noModifiers);
    return this.words.cursorOn(...this.told());
  }

  /** Hides the crosshair. What is open stays open for the pointer. */
  stop(): string {
    this.show(undefined);
    return this.words.cursorOff;
  }

  /**
   * Moves the crosshair in a direction of the screen. Gives a sentence when it entered or left something; the place is
   * told by {@link place} once it rests.
   */
  move(direction: Direction, pixels: number, modifiers?: CrosshairModifiers): string | undefined {
    const {cursor, frame} = this.state;
    if (!cursor || !frame) return undefined;
    const {x, y} = directionIn(frame, direction);
    return this.#put({x: cursor.x + x * pixels, y: cursor.y + y * pixels}, modifiers ?? noModifiers);
  }

  /** Moves the crosshair to the border of the picture in a direction of the screen. */
  jump(direction: Direction, modifiers?: CrosshairModifiers): string | undefined {
    const {frame} = this.state;
    if (!frame) return undefined;
    return this.move(direction, frame.stored.width + frame.stored.height, modifiers);
  }

  /** The place of the crosshair in words. */
  place(): string {
    return this.isOn ? this.words.cursorAt(...this.told()) : '';
  }

  protected get tool(): Tool {
    return this.#tool();
  }

  /** What the tool learns of a move. */
  protected pass(input: PointerInput): void {
    this.tool.hover(input);
  }

  protected inputAt(at: ImagePoint, {shift, alt}: CrosshairModifiers): PointerInput {
    return {
      at,
      scale: Math.max(leastScale, this.#scale()),
      pointer: 'mouse',
      timeMs: NaN,
      shift,
      alt,
      control: false,
      space: false,
    };
  }

  /** Where the crosshair is in the picture as it is seen. */
  protected told(): [number, number] {
    const {cursor, frame} = this.state;
    if (!cursor || !frame) return [0, 0];
    const {x, y} = toUpright(cursor, frame.stored, frame.orientation);
    return [x, y];
  }

  #put(at: ImagePoint, modifiers: CrosshairModifiers): string | undefined {
    const {frame} = this.state;
    if (!frame) return undefined;
    const cursor = this.settle(at, frame);
    this.show(cursor);
    this.pass(this.inputAt(cursor, modifiers));
    return this.entered(cursor);
  }
}
