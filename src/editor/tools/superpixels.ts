import {distance, type ImagePoint} from '../../geometry/point.js';
import {refused} from '../act.js';
import {commitStroke} from '../commit-stroke.js';
import type {MaskContext} from '../mask-context.js';
import type {MaskPreview} from '../mask-preview.js';
import {beginStroke} from '../mask-rules.js';
import type {MaskStroke} from '../mask-stroke.js';
import type {MaskTool} from '../mask-tool.js';
import type {PointerInput} from '../tool.js';
import type {CellGrid} from '../mask-work.js';
import {areaAround, CellGrids, isSameCell, spansOfCell, type Cell} from './cell-grids.js';
import {erases, readablePicture} from './preview-tool.js';

/** How many cells are shown on each side of the one under the pointer, as far as they are that near on the screen. */
const cellsAround = 3;
const mostAround = 120;
/** CSS pixels: smaller cells would be seen as noise. */
const leastCell = 6;

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

/** A cell as it is shown, and all that this depends on. */
interface Shown {
  readonly cell: Cell;
  readonly erases: boolean;
  /** The number of the region under the pointer: it decides in the mode `inside`. */
  readonly under: number;
  /** CSS pixels per picture pixel. */
  readonly scale: number;
  readonly grids: readonly CellGrid[];
  readonly preview: MaskPreview;
}

/**
 * Paints whole superpixels: areas of the picture that look alike. The one under the pointer is shown, and the borders of
 * those around it; a press or a drag paints all it comes over, with Alt it erases them.
 */
export class SuperpixelsTool implements MaskTool {
  readonly #context: MaskContext;
  readonly #grids: CellGrids;
  #isPressed = false;
  #sweep: Sweep | undefined;
  #pointer: PointerInput | undefined;
  #shown: Shown | undefined;
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

  get isLooking(): boolean {
    return this.#sweep?.endWork !== undefined;
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
    const cell = pointer && !sweep ? this.#grids.cellAt(pointer.at) : undefined;
    this.#shown = pointer && cell && this.#shownOf(cell, pointer);
    this.#grids.want(missing ?? this.#missingAround(this.#shown));
    const preview = this.#shown?.preview;
    this.#put(missing ? {...preview, isBusy: true} : preview);
  }

  /** The same as before while nothing of it differs, so that nobody paints it again. */
  #shownOf(cell: Cell, pointer: PointerInput): Shown {
    const {scale} = pointer;
    const isErasing = erases(pointer);
    const grids = this.#grids.all;
    const before = this.#shown;
    const under = this.#context.board.numberAt(pointer.at);
    const isSame =
      isSameCell(cell, before?.cell) &&
      before?.erases === isErasing &&
      before.under === under &&
      before.scale === scale &&
      before.grids === grids;
    if (isSame) return before;
    const {cellSize} = this.#context.board.state.toolOptions;
    const reach = Math.round(Math.min(cellsAround * cellSize, mostAround / scale));
    const isSeen = cellSize * scale >= leastCell;
    const preview = {
      pixels: {spans: spansOfCell(cell), erases: isErasing, seed: pointer.at},
      ...(isSeen && {cells: {grids, around: areaAround(cell, reach)}}),
    };
    return {cell, erases: isErasing, under, scale, grids, preview};
  }

  /** A place near the pointer whose cells are not there yet: they are seen from here, and needed soon. */
  #missingAround(shown: Shown | undefined): ImagePoint | undefined {
    const around = shown?.preview.cells?.around;
    const size = this.#context.board.state.frame?.stored;
    if (!around || !size) return undefined;
    const columns = [Math.max(0, around.left), Math.min(size.width, around.right) - 1];
    const rows = [Math.max(0, around.top), Math.min(size.height, around.bottom) - 1];
    for (const y of rows)
      for (const x of columns) {
        if (!this.#grids.has({x, y})) return {x, y};
      }
    return undefined;
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
