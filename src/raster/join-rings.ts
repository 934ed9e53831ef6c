import type {Ring} from './contours.js';

/**
 * One ring for several, for formats in which a shape is one line: each further ring hangs on by a bridge without
 * width, there and back again, between corners near each other. Filled by the even-odd rule it is the same pixels, holes
 * included.
 */
export function joinRings(rings: readonly Ring[]): Ring {
  const [first, ...others] = rings;
  let joined = Array.from(first ?? []);
  for (const ring of others) {
    const {at, other} = nearest(joined, ring);
    const loop = [...ring.subarray(other), ...ring.subarray(0, other), ring[other]!, ring[other + 1]!];
    const [x, y] = [joined[at]!, joined[at + 1]!];
    joined = [...joined.slice(0, at), x, y, ...loop, ...joined.slice(at)];
  }
  return Int32Array.from(joined);
}

/** Two corners, near each other: that of the ring nearest to its first one, and the one of the ring nearest to that. */
function nearest(joined: ArrayLike<number>, ring: Ring): {readonly at: number; readonly other: number} {
  const at = nearestTo(joined, ring[0]!, ring[1]!);
  return {at, other: nearestTo(ring, joined[at]!, joined[at + 1]!)};
}

function nearestTo(corners: ArrayLike<number>, x: number, y: number): number {
  let [best, nearestAt] = [Infinity, 0];
  for (let at = 0; at < corners.length; at += 2) {
    const distance = (corners[at]! - x) ** 2 + (corners[at + 1]! - y) ** 2;
    if (distance >= best) continue;
    best = distance;
    nearestAt = at;
  }
  return nearestAt;
}
