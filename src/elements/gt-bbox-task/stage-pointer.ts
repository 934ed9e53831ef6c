import type {Drawing} from '../../editor/drawing.js';
import {hitAt} from '../../editor/hit.js';
import type {ShapeIndex} from '../../editor/shape-index.js';
import type {PointerInput, Tool} from '../../editor/tool.js';
import {screenToImage} from '../../geometry/view.js';
import type {Sight} from '../../geometry/sight.js';
import type {Constraints} from './mini-bar.js';
import type {StageInput, StageTool} from '../gt-image-viewer/stage-layer.js';

/** What the pointer needs of its task. */
export interface PointerHost {
  readonly drawing: Drawing;
  readonly index: ShapeIndex;
  sight(): Sight | undefined;
  tool(): Tool;
  /** True while boxes may be picked and looked at, but not changed. */
  isLocked(): boolean;
  /** Lines through the pointer take the place of the arrow. */
  hasGuides(): boolean;
  /** What a finger has set in the place of Shift and Alt. */
  constraints(): Constraints;
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
    this.#host.drawing.set({hovered: undefined});
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

  /** A finger moves the picture beside the boxes; where nothing may be changed, every drag does. */
  pans(input: StageInput): boolean {
    const {drawing} = this.#host;
    if (this.#host.isLocked()) return true;
    return input.pointer === 'touch' && drawing.state.tool === 'select' && !this.#isOnBox(input);
  }

  /** A finger would cover the corner it drags. */
  get wantsLoupe(): boolean {
    const {preview} = this.#host.drawing.state;
    return preview?.kind === 'new' || (preview?.kind === 'change' && preview.isResize);
  }

  undo(): void {
    this.#host.undo();
  }

  redo(): void {
    this.#host.redo();
  }

  #isOnBox(input: StageInput): boolean {
    const at = this.#inPicture(input);
    return at !== undefined && hitAt(this.#host.drawing, this.#host.index, at) !== undefined;
  }

  get isDrawing(): boolean {
    return this.#host.tool().isDrawing;
  }

  get takesSpace(): boolean {
    return this.#host.drawing.state.cursor !== undefined;
  }

  get cursor(): string {
    const {cursor} = this.#host.tool();
    return cursor === 'crosshair' && this.#isInPicture && this.#host.hasGuides() ? 'none' : cursor;
  }

  #tell(input: StageInput, tell: (tool: Tool, at: PointerInput) => void): void {
    const at = this.#inPicture(input);
    if (at) tell(this.#host.tool(), at);
  }

  #inPicture({point, trail: _, ...rest}: StageInput): PointerInput | undefined {
    const sight = this.#host.sight();
    if (!sight) return undefined;
    const at = screenToImage(sight.view, sight.frame, point);
    const {width, height} = sight.frame.stored;
    this.#isInPicture = at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height;
    const {isSquare, isCentred} = this.#host.constraints();
    const isTouch = rest.pointer === 'touch';
    return {
      ...rest,
      shift: rest.shift || (isTouch && isSquare),
      alt: rest.alt || (isTouch && isCentred),
      at,
      scale: sight.view.scale,
    };
  }
}
