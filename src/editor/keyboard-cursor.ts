import {directionIn, toUprightBox, type Direction} from '../geometry/box-orientation.js';
import {intoPicture} from '../geometry/box-in-picture.js';
import {toStored, toUpright} from '../geometry/orientation.js';
import type {ImagePoint} from '../geometry/point.js';
import {smallestAt} from './hit.js';
import {nameBoxes} from './box-words.js';
import type {PointerInput, Tool, ToolContext} from './tool.js';
import type {RecordId} from '../model/record.js';

/** How far one press moves the crosshair, in picture pixels: alone, with Shift, with Ctrl or ⌘. */
export const cursorSteps = {one: 1, shift: 10, control: 50} as const;

/** The keyboard aims exactly, however small the picture is shown: one picture pixel is never nearer than this. */
const leastScale = 4;

type Modifiers = Pick<PointerInput, 'shift' | 'alt'>;

/**
 * A crosshair that the keyboard moves over the picture, pixel by pixel; a press at it is a click of the tool. So every
 * box can be drawn without a pointer.
 */
export class KeyboardCursor {
  readonly #context: ToolContext;
  readonly #tool: () => Tool;
  readonly #scale: () => number;
  #inside: RecordId | undefined;

  /** `tool` is the tool in use; `scale` the CSS pixels per picture pixel. */
  constructor(context: ToolContext, tool: () => Tool, scale: () => number) {
    this.#context = context;
    this.#tool = tool;
    this.#scale = scale;
  }

  get isOn(): boolean {
    return this.#context.drawing.state.cursor !== undefined;
  }

  /** Shows the crosshair: at the selection's top left corner as it is seen, else at `middle`, else in the middle. */
  start(middle?: ImagePoint): string {
    const {drawing, words} = this.#context;
    const {frame} = drawing.state;
    if (!frame) return words.noPicture;
    const {width, height} = frame.stored;
    this.#inside = undefined;
    this.#put(this.#selectionCorner() ?? middle ?? {x: width / 2, y: height / 2}, {shift: false, alt: false});
    return words.cursorOn(...this.#told());
  }

  /** Hides the crosshair. What is open stays open for the pointer. */
  stop(): string {
    this.#context.drawing.set({cursor: undefined});
    return this.#context.words.cursorOff;
  }

  /**
   * Moves the crosshair in a direction of the screen. Gives a sentence when it entered or left a box; the place is told
   * by {@link place} once it rests.
   */
  move(direction: Direction, pixels: number, modifiers?: Modifiers): string | undefined {
    const {cursor, frame} = this.#context.drawing.state;
    if (!cursor || !frame) return undefined;
    const {x, y} = directionIn(frame, direction);
    return this.#put({x: cursor.x + x * pixels, y: cursor.y + y * pixels}, modifiers);
  }

  /** Moves the crosshair to the border of the picture in a direction of the screen. */
  jump(direction: Direction, modifiers?: Modifiers): string | undefined {
    const {frame} = this.#context.drawing.state;
    if (!frame) return undefined;
    return this.move(direction, frame.stored.width + frame.stored.height, modifiers);
  }

  /** A press of the tool at the crosshair. Gives a sentence for a first corner; the tool tells the rest. */
  press(modifiers: Modifiers = {shift: false, alt: false}): string | undefined {
    const {cursor} = this.#context.drawing.state;
    if (!cursor) return undefined;
    const tool = this.#tool();
    const input = this.#inputAt(cursor, modifiers);
    tool.press(input);
    tool.click(input);
    const {preview} = this.#context.drawing.state;
    return preview?.kind === 'new' ? this.#context.words.firstCorner(...this.#told()) : undefined;
  }

  /** The place of the crosshair in words. */
  place(): string {
    return this.isOn ? this.#context.words.cursorAt(...this.#told()) : '';
  }

  #put(at: ImagePoint, modifiers: Modifiers = {shift: false, alt: false}): string | undefined {
    const {drawing} = this.#context;
    const {frame} = drawing.state;
    if (!frame) return undefined;
    const cursor = intoPicture({x: Math.round(at.x), y: Math.round(at.y)}, frame.stored);
    drawing.set({cursor});
    this.#tool().hover(this.#inputAt(cursor, modifiers));
    return this.#whatChanged(cursor);
  }

  #whatChanged(cursor: ImagePoint): string | undefined {
    const {drawing, index, words} = this.#context;
    const smallest = smallestAt(drawing, index, cursor);
    if (smallest?.id === this.#inside) return undefined;
    this.#inside = smallest?.id;
    return smallest ? words.inside(nameBoxes(this.#context, [smallest])) : words.insideNothing;
  }

  #inputAt(at: ImagePoint, {shift, alt}: Modifiers): PointerInput {
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

  #selectionCorner(): ImagePoint | undefined {
    const {drawing} = this.#context;
    const {frame} = drawing.state;
    const box = drawing.selected[0]?.box;
    if (!box || !frame) return undefined;
    const {left, top} = toUprightBox(box, frame);
    return toStored({x: left, y: top}, frame.stored, frame.orientation);
  }

  /** Where the crosshair is in the picture as it is seen. */
  #told(): [number, number] {
    const {cursor, frame} = this.#context.drawing.state;
    if (!cursor || !frame) return [0, 0];
    const {x, y} = toUpright(cursor, frame.stored, frame.orientation);
    return [x, y];
  }
}
