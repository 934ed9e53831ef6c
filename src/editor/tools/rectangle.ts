import type {ImagePoint, Size} from '../../geometry/point.js';
import type {Outline} from './outline.js';

/** The middle of the pixel at a place, or of the nearest one in the picture. */
export function pixelMiddle({x, y}: ImagePoint, {width, height}: Size): ImagePoint {
  const within = (place: number, most: number): number => Math.max(0, Math.min(most - 1, Math.floor(place)));
  return {x: within(x, width) + 0.5, y: within(y, height) + 0.5};
}

/** The outline around all pixels between two, those included. */
export function rectangleBetween(from: ImagePoint, to: ImagePoint, size: Size): Outline {
  const [a, b] = [pixelMiddle(from, size), pixelMiddle(to, size)];
  const [left, right] = [Math.min(a.x, b.x) - 0.5, Math.max(a.x, b.x) + 0.5];
  const [top, bottom] = [Math.min(a.y, b.y) - 0.5, Math.max(a.y, b.y) + 0.5];
  const points = [
    {x: left, y: top},
    {x: right, y: top},
    {x: right, y: bottom},
    {x: left, y: bottom},
  ];
  return {legs: [{points}], seed: a};
}
