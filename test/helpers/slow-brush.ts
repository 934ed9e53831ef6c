import type {Brush} from '../../src/raster/brush.js';
import type {Size} from '../../src/geometry/point.js';

type Place = readonly [number, number];

/**
 * The pixels that a round brush paints on its way between places, the slow and obvious way: every pixel of the picture is
 * asked whether its centre is within half the size of the line. The brush's middle is on pixels, or between them.
 */
export function slowStroke({size}: Pick<Brush, 'size'>, way: readonly Place[], picture: Size): Place[] {
  const middle = (at: number): number => (size % 2 === 0 ? Math.round(at) : Math.floor(at) + 0.5);
  const places = way.map(([x, y]) => [middle(x), middle(y)] as const);
  const lines =
    places.length === 1 ? [[places[0]!, places[0]!]] : places.slice(1).map((to, i) => [places[i]!, to]);
  const pixels: Place[] = [];
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++)
      if (lines.some(([from, to]) => squareTo(x + 0.5, y + 0.5, from!, to!) <= (size / 2) ** 2 + 1e-9))
        pixels.push([x, y]);
  return pixels;
}

/** The square of how far a place is from a line between two others. */
function squareTo(x: number, y: number, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2;
}
