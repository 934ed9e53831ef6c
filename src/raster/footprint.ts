import type {ImagePoint} from '../geometry/point.js';
import {snapped, stampBrush, type Brush} from './brush.js';
import {contoursOf, type Ring} from './contours.js';
import {SpanList} from './spans.js';

/** By size and shape; measured from the snapped middle. A hand uses few brushes. */
const rings = new Map<string, Ring>();

/**
 * The exact border of the pixels that a brush covers at a place, as the closed line along their sides: the ring around
 * the pointer is what will be painted, neither more nor less. It is measured from `origin`, the corner of a pixel.
 */
export function footprintOutline(
  brush: Brush,
  at: ImagePoint,
): {readonly origin: ImagePoint; readonly ring: Ring} {
  const middle = snapped(at, brush);
  return {origin: {x: Math.floor(middle.x), y: Math.floor(middle.y)} as ImagePoint, ring: ringOf(brush)};
}

/** Around a brush put down at (0, 0). */
function ringOf(brush: Brush): Ring {
  const key = `${brush.shape} ${brush.size}`;
  let ring = rings.get(key);
  if (!ring) {
    const list = new SpanList();
    stampBrush(brush, {x: 0, y: 0}, list.add);
    ring = contoursOf(list.spans).outer[0]!;
    if (rings.size > 64) rings.clear();
    rings.set(key, ring);
  }
  return ring;
}
