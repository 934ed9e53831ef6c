import type {ImagePoint} from '../../geometry/point.js';
import {SpanList, type Spans} from '../../raster/spans.js';
import type {CellGrid} from '../mask-work.js';

/** A superpixel: a number within a grid. */
export interface Cell {
  readonly grid: CellGrid;
  readonly number: number;
}

/** Grids beyond these are forgotten, those first that nobody looked at for the longest time: each takes some megabytes. */
const mostGrids = 24;

/** The grids of superpixels that were fetched, for one picture and one size of cells. */
export class CellGrids {
  /** The one looked at last is the last. */
  #grids: readonly CellGrid[] = [];

  add(grid: CellGrid): void {
    this.#grids = [...this.#grids, grid].slice(-mostGrids);
  }

  clear(): void {
    this.#grids = [];
  }

  /** The cell at a place; nothing while its grid is not there. */
  cellAt(at: ImagePoint): Cell | undefined {
    const last = this.#grids.at(-1);
    const grid = last && contains(last, at) ? last : this.#grids.find((other) => contains(other, at));
    if (!grid) return undefined;
    if (grid !== last) this.#grids = [...this.#grids.filter((other) => other !== grid), grid];
    const {left, top, right} = grid.box;
    const place = (Math.floor(at.y) - top) * (right - left) + Math.floor(at.x) - left;
    return {grid, number: grid.cells[place] as number};
  }
}

function contains({box}: CellGrid, {x, y}: ImagePoint): boolean {
  return x >= box.left && y >= box.top && x < box.right && y < box.bottom;
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
