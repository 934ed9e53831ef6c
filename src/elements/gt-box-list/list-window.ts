/** Lines of one height, of which one may be unfolded. Lengths in CSS pixels. */
export interface ListLayout {
  readonly count: number;
  readonly rowHeight: number;
  /** Place of the unfolded line, or -1. */
  readonly open: number;
  /** How much higher that line is than the others. */
  readonly extra: number;
}

/** Lines kept ready above and below what is visible, so that a flick of the wheel shows no gap. */
const overscan = 8;

/** Where a line begins. */
export function topOf(index: number, {rowHeight, open, extra}: ListLayout): number {
  return index * rowHeight + (open >= 0 && index > open ? extra : 0);
}

/** The line at a distance from the top of the list. */
function lineAt(y: number, {rowHeight, open, extra}: ListLayout): number {
  const line = Math.floor(y / rowHeight);
  if (open < 0 || line <= open) return line;
  return Math.max(open, Math.floor((y - extra) / rowHeight));
}

/** The lines worth rendering: from `first` up to but not including `end`. */
export function visibleLines(
  scrollTop: number,
  height: number,
  layout: ListLayout,
): {readonly first: number; readonly end: number} {
  const end = Math.min(layout.count, lineAt(scrollTop + height, layout) + 1 + overscan);
  return {first: Math.min(Math.max(0, lineAt(scrollTop, layout) - overscan), end), end};
}

/** Where to scroll to so that a line is wholly visible, its top first; where it is already when it is. */
export function scrollToLine(index: number, scrollTop: number, height: number, layout: ListLayout): number {
  const top = topOf(index, layout);
  if (top < scrollTop) return top;
  return Math.min(top, Math.max(scrollTop, topOf(index + 1, layout) - height));
}
