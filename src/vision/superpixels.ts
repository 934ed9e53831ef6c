import type {ImagePoint, Size} from '../geometry/point.js';
import type {PixelBox} from '../raster/pixel-box.js';
import {joinPieces} from './join-pieces.js';
import {labOf} from './lab.js';
import type {PixelSource} from './pixel-source.js';
import type {Steps} from './steps.js';

/** Pixels along the side of the part of a picture that is divided at a time, at least. */
const leastBlock = 512;
/** How often pixels look for the nearest cell, and cells for the middle of their pixels. */
const rounds = 6;
/** How much a cell's size counts as a difference in colour: the more, the more the cells are like squares. */
const compactness = 12;

/**
 * The part of a picture whose cells are found together: always the same for places that lie in it, so that the cells
 * depend on nothing but the picture and their size. Whole cells fit into it.
 */
export function blockAround({x, y}: ImagePoint, {width, height}: Size, cellSize: number): PixelBox {
  const side = Math.ceil(leastBlock / cellSize) * cellSize;
  const start = (at: number, length: number) =>
    Math.floor(Math.min(length - 1, Math.max(0, Math.floor(at))) / side) * side;
  const left = start(x, width);
  const top = start(y, height);
  return {left, top, right: Math.min(width, left + side), bottom: Math.min(height, top + side)};
}

/**
 * Divides a part of a picture into cells of about `cellSize` pixels a side that keep to its edges, and gives the cell of
 * each pixel. It is the clustering called SLIC: pixels go to the nearest of the cells around, in colour and place.
 */
export function* superpixels(
  source: PixelSource,
  box: PixelBox,
  cellSize: number,
): Steps<Int32Array<ArrayBuffer>> {
  const size = {width: box.right - box.left, height: box.bottom - box.top};
  const lab = labOf(source.words(box));
  const clusters = new Clusters(lab, size, cellSize);
  for (let round = 0; round < rounds; round++) {
    yield;
    clusters.assign();
    yield;
    clusters.settle();
  }
  return joinPieces(clusters.cells, size, (cellSize * cellSize) / 4);
}

class Clusters {
  readonly cells: Int32Array<ArrayBuffer>;
  readonly #lab: Float32Array;
  readonly #size: Size;
  readonly #cellSize: number;
  /** Five numbers per cell: its colour and its place. */
  readonly #centres: Float64Array;
  readonly #nearest: Float32Array;

  constructor(lab: Float32Array, size: Size, cellSize: number) {
    this.#lab = lab;
    this.#size = size;
    this.#cellSize = cellSize;
    this.cells = new Int32Array(size.width * size.height);
    this.#nearest = new Float32Array(this.cells.length);
    this.#centres = this.#start();
  }

  /** The middles of a regular grid; what is left over at the borders goes to the cells beside, or is a cell if large. */
  #start(): Float64Array {
    const {width, height} = this.#size;
    const columns = Math.max(1, Math.round(width / this.#cellSize));
    const rows = Math.max(1, Math.round(height / this.#cellSize));
    const centres = new Float64Array(columns * rows * 5);
    for (let cell = 0; cell < columns * rows; cell++) {
      const x = Math.floor((((cell % columns) + 0.5) * width) / columns);
      const y = Math.floor(((Math.floor(cell / columns) + 0.5) * height) / rows);
      centres.set(this.#lab.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), cell * 5);
      centres.set([x, y], cell * 5 + 3);
    }
    for (let at = 0; at < this.cells.length; at++) {
      const column = Math.min(columns - 1, Math.floor(((at % width) * columns) / width));
      this.cells[at] =
        column + columns * Math.min(rows - 1, Math.floor((Math.floor(at / width) * rows) / height));
    }
    return centres;
  }

  /** Gives each pixel to the nearest cell that is at most a cell's size away. */
  assign(): void {
    const {width, height} = this.#size;
    const [lab, nearest, cells, centres, reach] = [
      this.#lab,
      this.#nearest,
      this.cells,
      this.#centres,
      this.#cellSize,
    ];
    const weight = (compactness / this.#cellSize) ** 2;
    nearest.fill(Infinity);
    for (let cell = 0, c = 0; c < centres.length; cell++, c += 5) {
      const [l, a, b] = [centres[c] as number, centres[c + 1] as number, centres[c + 2] as number];
      const [x, y] = [centres[c + 3] as number, centres[c + 4] as number];
      const left = Math.max(0, Math.ceil(x - reach));
      const right = Math.min(width - 1, Math.floor(x + reach));
      const bottom = Math.min(height - 1, Math.floor(y + reach));
      for (let row = Math.max(0, Math.ceil(y - reach)); row <= bottom; row++) {
        const down = (row - y) * (row - y) * weight;
        for (let column = left, at = row * width + left; column <= right; column++, at++) {
          const dl = (lab[at * 3] as number) - l;
          const da = (lab[at * 3 + 1] as number) - a;
          const db = (lab[at * 3 + 2] as number) - b;
          const far = dl * dl + da * da + db * db + down + (column - x) * (column - x) * weight;
          if (far < (nearest[at] as number)) {
            nearest[at] = far;
            cells[at] = cell;
          }
        }
      }
    }
  }

  /** Moves each cell to the middle of its pixels, in colour and place. */
  settle(): void {
    const {width} = this.#size;
    const [lab, cells, centres] = [this.#lab, this.cells, this.#centres];
    const sums = new Float64Array(centres.length);
    const counts = new Int32Array(centres.length / 5);
    for (let at = 0, x = 0, y = 0; at < cells.length; at++) {
      const cell = cells[at] as number;
      const s = cell * 5;
      sums[s]! += lab[at * 3] as number;
      sums[s + 1]! += lab[at * 3 + 1] as number;
      sums[s + 2]! += lab[at * 3 + 2] as number;
      sums[s + 3]! += x;
      sums[s + 4]! += y;
      counts[cell]! += 1;
      if (++x === width) [x, y] = [0, y + 1];
    }
    for (let at = 0; at < sums.length; at++) {
      const count = counts[Math.floor(at / 5)] as number;
      if (count > 0) centres[at] = (sums[at] as number) / count;
    }
  }
}
