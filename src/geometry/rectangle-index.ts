import Flatbush from 'flatbush';

/** Rectangles by place, fixed once built. It knows them by their number, counted from 0. */
export class RectangleIndex {
  readonly size: number;
  readonly #tree: Flatbush | undefined;

  /** `edges` holds left, top, right and bottom of each rectangle, one after the other; they are copied. */
  constructor(edges: Float64Array, size: number) {
    this.size = size;
    if (size === 0) return;
    const tree = new Flatbush(size);
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
}
