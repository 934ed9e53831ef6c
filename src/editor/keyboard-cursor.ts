import {toUprightBox} from '../geometry/box-orientation.js';
import {intoPicture} from '../geometry/box-in-picture.js';
import {toStored} from '../geometry/orientation.js';
import type {ImagePoint} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import type {RecordId} from '../model/record.js';
import {nameBoxes} from './box-words.js';
import {Crosshair, type CrosshairModifiers} from './crosshair.js';
import {smallestAt} from './hit.js';
import type {Tool, ToolContext} from './tool.js';

/** The crosshair of boxes: it stands between pixels, and a press is a click of the tool. */
export class KeyboardCursor extends Crosshair {
  readonly #context: ToolContext;
  #inside: RecordId | undefined;

  /** `tool` is the tool in use; `scale` the CSS pixels per picture pixel. */
  constructor(context: ToolContext, tool: () => Tool, scale: () => number) {
    super(tool, scale);
    this.#context = context;
  }

  /** A click of the tool at the crosshair. Gives a sentence for a first corner; the tool tells the rest. */
  press(modifiers: CrosshairModifiers = {shift: false, alt: false}): string | undefined {
    const {cursor} = this.state;
    if (!cursor) return undefined;
    const input = this.inputAt(cursor, modifiers);
    this.tool.press(input);
    this.tool.click(input);
    const {preview} = this.#context.drawing.state;
    return preview?.kind === 'new' ? this.words.firstCorner(...this.told()) : undefined;
  }

  protected get words(): ToolContext['words'] {
    return this.#context.words;
  }

  protected get state(): ToolContext['drawing']['state'] {
    return this.#context.drawing.state;
  }

  protected show(cursor: ImagePoint | undefined): void {
    this.#context.drawing.set({cursor});
  }

  protected settle({x, y}: ImagePoint, {stored}: Frame): ImagePoint {
    return intoPicture({x: Math.round(x), y: Math.round(y)}, stored);
  }

  /** The selection's top left corner as it is seen. */
  protected beginning(): ImagePoint | undefined {
    const {drawing} = this.#context;
    const {frame} = drawing.state;
    const box = drawing.selected[0]?.box;
    if (!box || !frame) return undefined;
    const {left, top} = toUprightBox(box, frame);
    return toStored({x: left, y: top}, frame.stored, frame.orientation);
  }

  protected entered(cursor: ImagePoint): string | undefined {
    const {drawing, index, words} = this.#context;
    const smallest = smallestAt(drawing, index, cursor);
    if (smallest?.id === this.#inside) return undefined;
    this.#inside = smallest?.id;
    return smallest ? words.inside(nameBoxes(this.#context, [smallest])) : words.insideNothing;
  }

  protected forget(): void {
    this.#inside = undefined;
  }
}
