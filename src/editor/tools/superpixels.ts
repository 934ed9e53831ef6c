import {distance, type ImagePoint} from '../../geometry/point.js';
import type {Spans} from '../../raster/spans.js';
import {refused} from '../act.js';
import {commitStroke} from '../commit-stroke.js';
import type {MaskContext} from '../mask-context.js';
import type {MaskPreview} from '../mask-preview.js';
import {beginStroke} from '../mask-rules.js';
import type {MaskStroke} from '../mask-stroke.js';
import type {MaskTool} from '../mask-tool.js';
import type {PointerInput} from '../tool.js';
import {CellGrids, isSameCell, spansOfCell, type Cell} from './cell-grids.js';
import {erases, readablePicture} from './preview-tool.js';

/** One press: the cells along its way are painted as their grids arrive, and become one step after the release. */
interface Sweep {
  readonly stroke: MaskStroke;
  /** Places whose cells are to be painted yet, in order. */
  readonly waiting: ImagePoint[];
  at: ImagePoint;
  cell: Cell | undefined;
  /** Set from the release on, while cells are waited for. */
  endWork: (() => void) | undefined;
  isReleased: boolean;
}

/**
 * Paints whole superpixels: areas of the picture that look alike. The one under the pointer is shown; a press or a drag
 * paints all it comes over, with Alt it erases them.
 */
export class SuperpixelsTool implements MaskTool {
  readonly #context: MaskContext;
  readonly #grids: CellGrids;
  #isPressed = false;
  #sweep: Sweep | undefined;
  #pointer: PointerInput | undefined;
  #shown: {readonly cell: Cell; readonly spans: Spans; readonly erases: boolean} | undefined;
  #isShowing = false;

  constructor(context: MaskContext) {
    this.#context = context;
    this.#grids = new CellGrids(context, (isThere) => this.#arrived(isThere));
    context.board.subscribe(({toolOptions, tool}, before) => {
      if (toolOptions.cellSize !== before.toolOptions.cellSize) this.#startAnew();
      if (tool !== before.tool && before.tool === 'superpixels') this.leave();
    });
    context.editor.subscribe((_state, cause) => {
      // A stroke that is dropped by undo, or with its item, has nothing to wait for.
      if (cause !== 'commit') this.cancel();
      if (cause === 'open') this.#startAnew();
    });
  }

  get isDrawing(): boolean {
    return this.#sweep !== undefined;
  }

  get cursor(): string {
    return 'crosshair';
  }

  hover(input: PointerInput): void {
    this.#pointer = input;
    this.#show();
  }

  leave(): void {
    if (!this.#pointer) return;
    this.#pointer = undefined;
    this.#show();
  }

  press(input: PointerInput): void {
    if (this.#sweep) {
      // The one before waits for its superpixels.
      this.#context.tell(refused('busy', this.#context.words.isPainting));
      return;
    }
    this.#isPressed = true;
    this.#pointer = input;
  }

  click(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#begin(input);
    this.#release();
  }

  dragStart(from: PointerInput): void {
    if (this.#isPressed) this.#begin(from);
  }

  drag(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.#pointer = input;
    const sweep = this.#sweep;
    if (!sweep) return;
    for (const at of [...(input.trail ?? []), input.at]) this.#moveTo(sweep, at);
    this.#paint();
  }

  dragEnd(input: PointerInput): void {
    if (!this.#isPressed) return;
    this.drag(input);
    this.#release();
  }

  cancelPress(): boolean {
    return this.#isPressed && this.cancel();
  }

  giveUp(): boolean {
    return this.cancel();
  }

  stepBack(): boolean {
    return this.cancel();
  }

  cancel(): boolean {
    if (!this.#isPressed && !this.#sweep) return false;
    this.#isPressed = false;
    const sweep = this.#sweep;
    this.#sweep = undefined;
    sweep?.stroke.drop();
    sweep?.endWork?.();
    this.#show();
    return true;
  }

  settle(): boolean {
    if (this.#isPressed && this.#sweep) this.#release();
    else if (this.#isPressed && this.#pointer) this.click(this.#pointer);
    return this.#sweep !== undefined;
  }

  // Painting.

  #begin(input: PointerInput): void {
    const context = this.#context;
    const picture = readablePicture(context);
    const isErasing = erases(input);
    const stroke =
      'done' in picture ? picture : beginStroke(context, isErasing ? 'erase' : 'paint', input.at);
    if ('done' in stroke) {
      this.#isPressed = false;
      context.tell(stroke);
      return;
    }
    this.#sweep = {stroke, waiting: [], at: input.at, cell: undefined, endWork: undefined, isReleased: false};
    this.#moveTo(this.#sweep, input.at);
    this.#paint();
  }

  /** Takes the way to a place, pixel by pixel: no cell is too small to be met. */
  #moveTo(sweep: Sweep, at: ImagePoint): void {
    const steps = Math.max(1, Math.ceil(distance(sweep.at, at)));
    for (let step = 1; step <= steps; step++) {
      const x = sweep.at.x + ((at.x - sweep.at.x) * step) / steps;
      const y = sweep.at.y + ((at.y - sweep.at.y) * step) / steps;
      if (this.#isInPicture({x, y})) sweep.waiting.push({x, y});
    }
    sweep.at = at;
  }

  /** Paints as far as grids are there, asks for the next one, and makes the step at the end. */
  #paint(): void {
    const sweep = this.#sweep;
    if (!sweep) return;
    const {stroke, waiting} = sweep;
    let count = 0;
    for (; count < waiting.length; count++) {
      const cell = this.#grids.cellAt(waiting[count]!);
      if (!cell) break;
      if (isSameCell(cell, sweep.cell)) continue;
      stroke.paint(spansOfCell(cell));
      sweep.cell = cell;
    }
    waiting.splice(0, count);
    if (sweep.isReleased && waiting.length === 0) {
      this.#sweep = undefined;
      this.#context.tell(commitStroke(this.#context, stroke, 'fill'));
      sweep.endWork?.();
    }
    this.#show();
  }

  #release(): void {
    this.#isPressed = false;
    const sweep = this.#sweep;
    if (!sweep) return;
    sweep.isReleased = true;
    sweep.endWork = this.#context.board.beginWork();
    this.#paint();
  }

  // Grids, and the cell under the pointer.

  #show(): void {
    const pointer = this.#pointer;
    const sweep = this.#sweep;
    const missing = sweep ? sweep.waiting[0] : pointer && this.#missingAt(pointer.at);
    this.#grids.want(missing);
    const cell = pointer && !sweep ? this.#grids.cellAt(pointer.at) : undefined;
    const isErasing = pointer !== undefined && erases(pointer);
    if (cell && !(isSameCell(cell, this.#shown?.cell) && this.#shown?.erases === isErasing))
      this.#shown = {cell, spans: spansOfCell(cell), erases: isErasing};
    if (!cell) this.#shown = undefined;
    const pixels = this.#shown && {spans: this.#shown.spans, erases: isErasing};
    const isBusy = missing !== undefined;
    this.#put(pixels || isBusy ? {...(pixels && {pixels}), ...(isBusy && {isBusy})} : undefined);
  }

  #put(preview: MaskPreview | undefined): void {
    const {board} = this.#context;
    if (!preview && !this.#isShowing) return;
    this.#isShowing = preview !== undefined;
    board.set({preview});
  }

  #missingAt(at: ImagePoint): ImagePoint | undefined {
    const isReadable = !('done' in readablePicture(this.#context));
    return isReadable && this.#isInPicture(at) && !this.#grids.cellAt(at) ? at : undefined;
  }

  #isInPicture({x, y}: ImagePoint): boolean {
    const size = this.#context.board.state.frame?.stored;
    return size !== undefined && x >= 0 && y >= 0 && x < size.width && y < size.height;
  }

  /** What was fetched is of no use any more. */
  #startAnew(): void {
    this.#grids.clear();
    this.#show();
  }

  #arrived(isThere: boolean): void {
    const {words} = this.#context;
    if (isThere) {
      if (this.#sweep) this.#paint();
      else this.#show();
      return;
    }
    const isMissed = this.#sweep !== undefined;
    this.#pointer = undefined;
    if (!this.cancel()) this.#show();
    if (isMissed) this.#context.tell(refused('failed', words.lookFailed));
  }
}
