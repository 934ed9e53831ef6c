import type {ImagePoint} from '../geometry/point.js';
import {snapped, stampBrush, type Brush} from './brush.js';
import {contoursOf, type Ring} from './contours.js';
import {SpanList} from './spans.js';

/** By size and shape; measured from the snapped middle. A hand uses few brushes. */
const rings = new Map<string, Ring>();

/**
 * The exact border of the pixels that a brush covers at a place, as the closed line along their sides: the ring around
 * the pointer is what will be painted, neither more nor less.
 */
export function footprintOutline(brush: Brush, at: ImagePoint): readonly ImagePoint[] {
  const middle = snapped(at, brush);
  const ring = ringOf(brush);
  const [left, top] = [Math.floor(middle.x), Math.floor(middle.y)];
  return Array.from({length: ring.length / 2}, (_, corner) => ({
    x: left + ring[corner * 2]!,
    y: top + ring[corner * 2 + 1]!,
  }));
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
