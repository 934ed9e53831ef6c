import type {Point, Size} from '../../geometry/point.js';

/** A rectangle on screen, in CSS pixels of whatever it is placed in. */
export interface ScreenRect extends Size {
  readonly left: number;
  readonly top: number;
}

export type Side = 'above' | 'below' | 'right' | 'left';

const margin = 6;

/** A value kept in a range; the start of the range where it has no room. */
function kept(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(value, to));
}

/** The part of a rectangle that is within; nothing when all of it is outside. */
export function visiblePart({left, top, width, height}: ScreenRect, within: Size): ScreenRect | undefined {
  const right = Math.min(left + width, within.width);
  const bottom = Math.min(top + height, within.height);
  const seen = {left: Math.max(0, left), top: Math.max(0, top)};
  if (right < seen.left || bottom < seen.top) return undefined;
  return {...seen, width: right - seen.left, height: bottom - seen.top};
}

/**
 * Where to put something beside a rectangle, without covering it or what is `taken`: on the first of `sides` that has
 * room, as close to its middle or corner as the stage allows. Nothing when no side has room.
 */
export function placeBeside(
  anchor: ScreenRect,
  size: Size,
  within: Size,
  gap: number | Readonly<Record<Side, number>>,
  sides: readonly Side[],
  taken: readonly ScreenRect[] = [],
): Point | undefined {
  const gaps = typeof gap === 'number' ? {above: gap, below: gap, right: gap, left: gap} : gap;
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const farthest = {x: within.width - margin - size.width, y: within.height - margin - size.height};
  if (farthest.x < margin || farthest.y < margin) return undefined;
  const middle = anchor.left + (anchor.width - size.width) / 2;
  const places: Readonly<Record<Side, Point>> = {
    above: {x: middle, y: anchor.top - gaps.above - size.height},
    below: {x: middle, y: bottom + gaps.below},
    right: {x: right + gaps.right, y: anchor.top},
    left: {x: anchor.left - gaps.left - size.width, y: anchor.top},
  };
  for (const side of sides) {
    const {x, y} = places[side];
    const isAcross = side === 'above' || side === 'below';
    const fits = isAcross ? y >= margin && y <= farthest.y : x >= margin && x <= farthest.x;
    if (!fits) continue;
    const along = isAcross
      ? {wanted: x, length: size.width, to: farthest.x, from: anchor.left, until: right}
      : {wanted: y, length: size.height, to: farthest.y, from: anchor.top, until: bottom};
    const starts = taken.map((rect) => (isAcross ? rect.left : rect.top));
    const ends = taken.map((rect) => (isAcross ? rect.left + rect.width : rect.top + rect.height));
    const at = slides(along, starts, ends)
      .map((slid) => (isAcross ? {x: slid, y} : {x, y: slid}))
      .find((place) => taken.every((rect) => isApart({left: place.x, top: place.y, ...size}, rect)));
    if (at) return at;
  }
  return undefined;
}

/** Where something may be slid to along the side of a rectangle, past what is in the way: the nearest place first. */
function slides(
  {
    wanted,
    length,
    to,
    from,
    until,
  }: {
    readonly wanted: number;
    readonly length: number;
    readonly to: number;
    readonly from: number;
    readonly until: number;
  },
  starts: readonly number[],
  ends: readonly number[],
): readonly number[] {
  const first = kept(wanted, margin, to);
  const others = [...starts.map((start) => start - margin - length), ...ends.map((end) => end + margin)]
    .filter((at) => at >= margin && at <= to && at < until && at + length > from)
    .toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first));
  return [first, ...others];
}

function isApart(a: ScreenRect, b: ScreenRect): boolean {
  return (
    a.left + a.width + margin <= b.left ||
    b.left + b.width + margin <= a.left ||
    a.top + a.height + margin <= b.top ||
    b.top + b.height + margin <= a.top
  );
}

/** Where to open something at a point: with its corner there, turned to whichever side has room. */
export function placeAt({x, y}: Point, size: Size, within: Size): Point {
  const flip = (at: number, length: number, room: number): number =>
    at + length + margin <= room ? at : at - length >= margin ? at - length : room - margin - length;
  return {
    x: Math.max(margin, flip(x, size.width, within.width)),
    y: Math.max(margin, flip(y, size.height, within.height)),
  };
}
