/** Whole pixels: from `left` and `top` up to, but without, `right` and `bottom`. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function isEmpty({left, top, right, bottom}: PixelBox): boolean {
  return right <= left || bottom <= top;
}

/** The smallest box around both. */
export function union(a: PixelBox | undefined, b: PixelBox | undefined): PixelBox | undefined {
  if (!a || !b) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** What both have in common; empty when they do not meet. */
export function intersection(a: PixelBox, b: PixelBox): PixelBox {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The same area in fewer boxes: those of the same rows that meet side by side become one. */
export function joined(boxes: readonly PixelBox[]): readonly PixelBox[] {
  const result: PixelBox[] = [];
  for (const box of boxes.toSorted((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left)) {
    const last = result.at(-1);
    const meets = last?.top === box.top && last.bottom === box.bottom && box.left <= last.right;
    if (meets) result[result.length - 1] = {...last, right: Math.max(last.right, box.right)};
    else result.push(box);
  }
  return result;
}
