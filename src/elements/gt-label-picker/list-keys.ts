/**
 * Where an arrow, Home or End leads from a place in a list of `count` rows; `undefined` for any other key. Arrows go
 * round the ends.
 */
export function placeAfter(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (place + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (Math.max(place, 0) + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
