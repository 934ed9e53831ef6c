declare const space: unique symbol;

/** A place in a plane. Which plane is told by the more exact types below. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place in the stored pixel grid of a picture file: what annotations and Ground Truth files hold. */
export type ImagePoint = Point & {readonly [space]?: 'image'};

/** A place in the picture as it is shown, after its EXIF orientation: upright, still in picture pixels. */
export type UprightPoint = Point & {readonly [space]?: 'upright'};

/** A place on the stage, in CSS pixels from its top left corner. */
export type ScreenPoint = Point & {readonly [space]?: 'screen'};

/** Width and height. Both are positive, except for things that are not there yet (0). */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far two points are apart. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point half-way between two points of the same plane. */
export function middle<P extends Point>(a: P, b: P): P {
  return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2} as P;
}
