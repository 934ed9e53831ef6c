import type {ImagePoint} from '../../geometry/point.js';
import type {PixelBox} from '../../raster/pixel-box.js';
import {SpanList, type Spans} from '../../raster/spans.js';
import type {MaskContext} from '../mask-context.js';
import type {CellGrid, PictureWork} from '../mask-work.js';
import {Answers} from './answers.js';
import {readablePicture} from './preview-tool.js';

/** A superpixel: a number within a grid. */
export interface Cell {
  readonly grid: CellGrid;
  readonly number: number;
}

/** Grids beyond these are forgotten, those first that nobody looked at for the longest time: each takes some megabytes. */
const mostGrids = 24;

/** Where superpixels are asked for. */
interface Place {
  readonly at: ImagePoint;
  readonly cellSize: number;
}

/** The superpixels of the picture that is there, in grids that are fetched where they are needed and then kept. */
export class CellGrids {
  readonly #context: MaskContext;
  readonly #answers: Answers<Place, true>;
  /** The one looked at last is the last. */
  #grids: readonly CellGrid[] = [];
  /** What they are of. */
  #picture: PictureWork | undefined;
  #asked: Place | undefined;

  /** `arrived` is called after each grid that was wanted, or when it could not be had. */
  constructor(context: MaskContext, arrived: (isThere: boolean) => void) {
    this.#context = context;
    this.#answers = new Answers(
      (place, signal) => this.#fetch(place, signal),
      (place) => arrived(!this.#answers.hasFailed(place)),
    );
  }

  /** The cell at a place; nothing while its grid is not there. */
  cellAt(at: ImagePoint): Cell | undefined {
    if (this.#picture !== this.#context.picture) this.#grids = [];
    this.#picture = this.#context.picture;
    const last = this.#grids.at(-1);
    const grid = last && contains(last, at) ? last : this.#grids.find((other) => contains(other, at));
    if (!grid) return undefined;
    if (grid !== last) this.#grids = [...this.#grids.filter((other) => other !== grid), grid];
    const {left, top, right} = grid.box;
    const place = (Math.floor(at.y) - top) * (right - left) + Math.floor(at.x) - left;
    return {grid, number: grid.cells[place] as number};
  }

  /** True when the grid of a place is there. */
  has(at: ImagePoint): boolean {
    return this.#grids.some((grid) => contains(grid, at));
  }

  /** What is there, of the picture of now. */
  get all(): readonly CellGrid[] {
    return this.#grids;
  }

  /** Fetches the grid of a place; without one, nothing is wanted any more. */
  want(at: ImagePoint | undefined): void {
    const {cellSize} = this.#context.board.state.toolOptions;
    if (!at) this.#asked = undefined;
    else if (!this.#asked || this.#answers.isSettled(this.#asked)) this.#asked = {at, cellSize};
    this.#answers.want(this.#asked ? [this.#asked] : []);
  }

  clear(): void {
    this.#grids = [];
    this.want(undefined);
  }

  async #fetch({at, cellSize}: Place, signal: AbortSignal): Promise<true> {
    const picture = readablePicture(this.#context);
    if ('done' in picture) throw new Error(picture.message);
    const grid = await picture.superpixels(at, cellSize, signal);
    const isFresh = !signal.aborted && picture === this.#picture;
    // Without this, what is missing would be asked for again and again.
    if (isFresh && !contains(grid, at)) throw new Error('These superpixels are of another place.');
    if (isFresh) this.#grids = [...this.#grids, grid].slice(-mostGrids);
    return true;
  }
}

function contains({box}: CellGrid, {x, y}: ImagePoint): boolean {
  return x >= box.left && y >= box.top && x < box.right && y < box.bottom;
}

/** The area of the cells around one, as far as some pixels from its middle. */
export function areaAround({grid: {box, cells}, number}: Cell, reach: number): PixelBox {
  const width = box.right - box.left;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = cells.indexOf(number), last = cells.lastIndexOf(number); at <= last; at++) {
    if (cells[at] !== number) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
  }
  const x = box.left + Math.round((left + right) / 2);
  const y = box.top + Math.round((top + bottom) / 2);
  return {left: x - reach, top: y - reach, right: x + reach, bottom: y + reach};
}

export function isSameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  return a?.grid === b?.grid && a?.number === b?.number;
}

/** The pixels of a cell. */
export function spansOfCell({grid: {box, cells}, number}: Cell): Spans {
  const list = new SpanList();
  const width = box.right - box.left;
  for (let y = box.top, row = 0; y < box.bottom; y++, row += width) {
    for (let x = 0; x < width; x++) {
      if (cells[row + x] !== number) continue;
      const start = x;
      while (x < width && cells[row + x] === number) x++;
      list.add(y, box.left + start, box.left + x);
    }
  }
  return list.spans;
}
