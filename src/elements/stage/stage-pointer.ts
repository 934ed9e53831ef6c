import type {PointerInput, Tool} from '../../editor/tool.js';
import {screenToImage} from '../../geometry/view.js';
import type {Sight} from '../../geometry/sight.js';
import type {StageInput, StageTool} from '../gt-image-viewer/stage-layer.js';

/** What the pointer needs of its task. */
export interface PointerHost {
  sight(): Sight | undefined;
  tool(): Tool;
  /** True where a drag moves the picture, such as a finger's beside all shapes; see {@link StageTool.pans}. */
  pans(at: PointerInput): boolean;
  /** A finger would cover what it drags. */
  wantsLoupe(): boolean;
  /** The keyboard moves a crosshair. */
  hasCursor(): boolean;
  /** Something painted takes the place of the pointer while that is in the picture. */
  hidesPointer(): boolean;
  /** What a finger has set in the place of modifier keys. */
  adapt?(at: PointerInput): PointerInput;
  /** Every place the hand was at counts, as for a brush. */
  readonly takesTrail?: boolean;
  readonly takesSecondary?: boolean;
  /** The wheel turned with Alt held; see {@link StageTool.wheel}. */
  wheel?(steps: number): boolean;
  /** Where the pointer is, for guides and read-outs; nothing when it left. */
  pointerMoved(input: StageInput | undefined): void;
  menu(input: StageInput, at: PointerInput): void;
  undo(): void;
  redo(): void;
}

/** Hands the pointers of the stage to the armed tool, in picture pixels instead of screen pixels. */
export class StagePointer implements StageTool {
  readonly #host: PointerHost;
  #isInPicture = false;

  constructor(host: PointerHost) {
    this.#host = host;
  }

  hover(input: StageInput): void {
    this.#host.pointerMoved(input);
    this.#tell(input, (tool, at) => tool.hover(at));
  }

  leave(): void {
    this.#host.pointerMoved(undefined);
  }

  press(input: StageInput): void {
    this.#host.pointerMoved(input);
    this.#tell(input, (tool, at) => tool.press(at));
  }

  click(input: StageInput): void {
    this.#tell(input, (tool, at) => tool.click(at));
  }

  dragStart(from: StageInput): void {
    this.#tell(from, (tool, at) => tool.dragStart(at));
  }

  drag(input: StageInput): void {
    this.#host.pointerMoved(input);
    this.#tell(input, (tool, at) => tool.drag(at));
  }

  dragEnd(input: StageInput): void {
    this.#tell(input, (tool, at) => tool.dragEnd(at));
  }

  cancel(): void {
    this.#host.tool().cancelPress();
  }

  giveUp(): void {
    this.#host.tool().giveUp();
  }

  menu(input: StageInput): void {
    const at = this.#inPicture(input);
    if (at) this.#host.menu(input, at);
  }

  pans(input: StageInput): boolean {
    const at = this.#inPicture(input);
    return at !== undefined && this.#host.pans(at);
  }

  get wantsLoupe(): boolean {
    return this.#host.wantsLoupe();
  }

  get takesSecondary(): boolean {
    return this.#host.takesSecondary ?? false;
  }

  wheel(_input: StageInput, steps: number): boolean {
    return this.#host.wheel?.(steps) ?? false;
  }

  undo(): void {
    this.#host.undo();
  }

  redo(): void {
    this.#host.redo();
  }

  get isDrawing(): boolean {
    return this.#host.tool().isDrawing;
  }

  get pansBySpace(): boolean {
    return this.#host.tool().carriesBySpace !== true;
  }

  get takesSpace(): boolean {
    return this.#host.hasCursor();
  }

  get cursor(): string {
    const {cursor} = this.#host.tool();
    return cursor === 'crosshair' && this.#isInPicture && this.#host.hidesPointer() ? 'none' : cursor;
  }

  #tell(input: StageInput, tell: (tool: Tool, at: PointerInput) => void): void {
    const at = this.#inPicture(input);
    if (at) tell(this.#host.tool(), at);
  }

  #inPicture({point, trail, ...rest}: StageInput): PointerInput | undefined {
    const sight = this.#host.sight();
    if (!sight) return undefined;
    const at = screenToImage(sight.view, sight.frame, point);
    const {width, height} = sight.frame.stored;
    this.#isInPicture = at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height;
    const input: PointerInput = {
      ...rest,
      at,
      scale: sight.view.scale,
      ...(this.#host.takesTrail &&
        trail && {trail: trail.map((place) => screenToImage(sight.view, sight.frame, place))}),
    };
    return this.#host.adapt?.(input) ?? input;
  }
}
