import type {Size} from '../geometry/point.js';

/**
 * Numbers the connected pieces (by their sides) of equal cells from 0, and joins those of fewer than `least` pixels with
 * the piece before them in reading order that they touch. So every number that comes out is one connected piece.
 */
export function joinPieces(cells: Int32Array, {width, height}: Size, least: number): Int32Array<ArrayBuffer> {
  const pieces = new Int32Array(width * height).fill(-1);
  const queue = new Int32Array(width * height);
  let next = 0;
  for (let start = 0; start < pieces.length; start++) {
    if (pieces[start] !== -1) continue;
    const cell = cells[start];
    // The pixel to the left or above belongs to a piece already, since rows are read from the top left.
    const beside = start % width > 0 ? pieces[start - 1] : start >= width ? pieces[start - width] : undefined;
    let count = 0;
    const visit = (at: number) => {
      if (pieces[at] !== -1 || cells[at] !== cell) return;
      pieces[at] = next;
      queue[count++] = at;
    };
    visit(start);
    for (let done = 0; done < count; done++) {
      const at = queue[done] as number;
      const x = at % width;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < pieces.length - width) visit(at + width);
    }
    if (count >= least || beside === undefined) next++;
    else for (let at = 0; at < count; at++) pieces[queue[at] as number] = beside;
  }
  return pieces;
}
