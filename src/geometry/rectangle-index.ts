import Flatbush from 'flatbush';

/** Is given the number of a rectangle, and where it is. */
export type FoundRectangle = (
  number: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
) => void;

/**
 * Rectangles by place, fixed once built. It knows them by their number, counted from 0, and lists them so that
 * neighbours in the list are mostly neighbours in the plane.
 */
export class RectangleIndex {
  readonly size: number;
  readonly #tree: Flatbush | undefined;

  /** `edges` holds left, top, right and bottom of each rectangle, one after the other; they are copied. */
  constructor(edges: Float64Array, size: number) {
    this.size = size;
    if (size === 0) return;
    const tree = new Flatbush(size, undefined, smallestFor(edges.subarray(0, size * 4)));
    for (let at = 0; at < size * 4; at += 4) {
      tree.add(edges[at] ?? 0, edges[at + 1] ?? 0, edges[at + 2] ?? 0, edges[at + 3] ?? 0);
    }
    tree.finish();
    this.#tree = tree;
  }

  /** The numbers of the rectangles that touch the area, borders included, in no order. */
  search(left: number, top: number, right: number, bottom: number): number[] {
    return this.#tree?.search(left, top, right, bottom) ?? [];
  }

  /** Calls `found` for each rectangle that touches the area, borders included. */
  visit(left: number, top: number, right: number, bottom: number, found: FoundRectangle): void {
    this.#tree?.search(left, top, right, bottom, (number, x0, y0, x1, y1) => {
      found(number, x0, y0, x1, y1);
      return false;
    });
  }
}

/** The smallest kind of array that keeps these numbers exactly: whole pixels need a quarter of the memory. */
function smallestFor(
  numbers: Float64Array,
): Uint16ArrayConstructor | Float32ArrayConstructor | Float64ArrayConstructor {
  let isShort = true;
  for (const number of numbers) {
    if (Math.fround(number) !== number) return Float64Array;
    isShort &&= number >= 0 && number <= 65535 && Number.isInteger(number);
  }
  return isShort ? Uint16Array : Float32Array;
}
