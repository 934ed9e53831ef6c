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

/**
 * Where to put something beside a rectangle, without covering it: on the first of `sides` that has room, as close to
 * its middle or corner as the stage allows. Nothing when no side has room.
 */
export function placeBeside(
  anchor: ScreenRect,
  size: Size,
  within: Size,
  gap: number,
  sides: readonly Side[],
): Point | undefined {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const farthestX = within.width - margin - size.width;
  const farthestY = within.height - margin - size.height;
  const places: Readonly<Record<Side, Point>> = {
    above: {x: anchor.left + (anchor.width - size.width) / 2, y: anchor.top - gap - size.height},
    below: {x: anchor.left + (anchor.width - size.width) / 2, y: bottom + gap},
    right: {x: right + gap, y: anchor.top},
    left: {x: anchor.left - gap - size.width, y: anchor.top},
  };
  for (const side of sides) {
    const {x, y} = places[side];
    const isAcross = side === 'above' || side === 'below';
    const fits = isAcross ? y >= margin && y <= farthestY : x >= margin && x <= farthestX;
    if (!fits || farthestX < margin || farthestY < margin) continue;
    return isAcross ? {x: kept(x, margin, farthestX), y} : {x, y: kept(y, margin, farthestY)};
  }
  return undefined;
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
