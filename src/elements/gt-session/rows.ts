/** Browsers lay out no more than about 16 million pixels; a longer list is scrolled faster than it is tall. */
const tallest = 8_000_000;

/** Rows kept ready above and below what is visible. */
const overscan = 6;

/** Which rows to render, how far down, and how tall the whole list is. Lengths in CSS pixels. */
export interface RowsInSight {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly top: number;
  readonly height: number;
}

/** How many rows a pixel of scrolling passes, compared with a list that is as tall as its rows. */
function stretch(count: number, rowHeight: number, view: number): number {
  const full = count * rowHeight;
  return full <= tallest ? 1 : (full - view) / (tallest - view);
}

/** The rows in sight of a list that is scrolled to `scrollTop`. */
export function windowOf(scrollTop: number, view: number, rowHeight: number, count: number): RowsInSight {
  const virtualTop = scrollTop * stretch(count, rowHeight, view);
  const first = Math.max(0, Math.floor(virtualTop / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((virtualTop + view) / rowHeight) + overscan);
  const top = first * rowHeight - virtualTop + scrollTop;
  return {first: Math.min(first, end), end, top, height: Math.min(count * rowHeight, tallest)};
}

/** Where to scroll so that `row` is in sight; where it is already when it is. */
export function scrollFor(
  row: number,
  scrollTop: number,
  view: number,
  rowHeight: number,
  count: number,
): number {
  const factor = stretch(count, rowHeight, view);
  const top = row * rowHeight;
  if (top < scrollTop * factor) return top / factor;
  if (top + rowHeight > scrollTop * factor + view) return (top + rowHeight - view) / factor;
  return scrollTop;
}
