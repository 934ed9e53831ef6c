import type {Ring} from './contours.js';

/**
 * A ring with fewer corners, none of those left out being further than `tolerance` pixels from what remains
 * (Ramer-Douglas-Peucker). It keeps at least three corners, or two where the ring has no area worth more.
 */
export function simplified(ring: Ring, tolerance: number): Ring {
  const count = ring.length / 2;
  const isKept = new Uint8Array(count);
  // A closed line has no ends: it is cut at its first corner and at the one furthest from that.
  const opposite = furthest(ring, 0, count, -1).at;
  const stack: [number, number][] = [
    [0, opposite],
    [opposite, count],
  ];
  isKept[0] = isKept[opposite] = 1;
  for (let part = stack.pop(); part; part = stack.pop()) {
    const [from, to] = part;
    const {at, squared} = furthest(ring, from, to, to % count);
    if (squared <= tolerance * tolerance) continue;
    isKept[at] = 1;
    stack.push([from, at], [at, to]);
  }
  return ring.filter((_, index) => isKept[index >> 1] === 1);
}

/** The corner between two others that is furthest from the line between them, or from the first one. */
function furthest(ring: Ring, from: number, to: number, end: number): {at: number; squared: number} {
  const [ax, ay] = [ring[from * 2]!, ring[from * 2 + 1]!];
  const dx = end < 0 ? 0 : ring[end * 2]! - ax;
  const dy = end < 0 ? 0 : ring[end * 2 + 1]! - ay;
  const length = dx * dx + dy * dy;
  let best = {at: from, squared: -1};
  for (let at = from + 1; at < to; at++) {
    const [u, v] = [ring[at * 2]! - ax, ring[at * 2 + 1]! - ay];
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (u * dx + v * dy) / length));
    const squared = (u - along * dx) ** 2 + (v - along * dy) ** 2;
    if (squared > best.squared) best = {at, squared};
  }
  return best;
}
