import {distance, type Point} from './point.js';

/**
 * A line through fewer of its points: none of those left out is further than `tolerance` from it (Douglas and Peucker).
 * Its ends stay.
 */
export function thinLine<P extends Point>(points: readonly P[], tolerance: number): readonly P[] {
  if (points.length < 3) return points;
  const isKept = new Uint8Array(points.length);
  isKept[0] = isKept[points.length - 1] = 1;
  const stretches: (readonly [from: number, to: number])[] = [[0, points.length - 1]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch;
    const [a, b] = [points[from] as P, points[to] as P];
    let [farthest, most] = [-1, tolerance];
    for (let index = from + 1; index < to; index++) {
      const away = distanceToStretch(points[index] as P, a, b);
      if (away > most) [farthest, most] = [index, away];
    }
    if (farthest < 0) continue;
    isKept[farthest] = 1;
    stretches.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, index) => isKept[index] === 1);
}

/** How far a point is from the straight stretch between two others. */
function distanceToStretch(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return distance(point, {x: a.x + share * dx, y: a.y + share * dy});
}
