/** Which rows of a long list are worth rendering: from `first` up to but not including `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Rows kept ready above and below what is visible, so that a flick of the wheel shows no gap. */
const overscan = 8;

/** The rows around what is visible. All rows have the same height. Lengths in CSS pixels. */
export function windowOf(
  scrollTop: number,
  viewportHeight: number,
  rowHeight: number,
  count: number,
): RowWindow {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((scrollTop + viewportHeight) / rowHeight) + overscan);
  return {first: Math.min(first, end), end};
}

/** Where to scroll to so that a row is wholly visible; where it is already when it is. */
export function scrollFor(
  index: number,
  scrollTop: number,
  viewportHeight: number,
  rowHeight: number,
): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewportHeight);
}
