import {placeAmongLabel} from '../../editor/mask-words.js';
import type {MaskBoard} from '../../editor/mask-board.js';
import type {Label} from '../../model/label.js';
import type {RegionRow} from '../gt-region-list/region-row.js';
import type {RegionLooks} from './region-look.js';

/** The regions of a board by label, then as they were made. */
export function regionRows(
  board: MaskBoard,
  labels: readonly Label[],
  looks: RegionLooks,
): readonly RegionRow[] {
  const places = new Map(labels.map(({label}, index) => [label, index]));
  const placeOf = (label: string): number => places.get(label) ?? labels.length;
  const {map} = board;
  const total = map ? map.width * map.height : 0;
  return board.regions
    .toSorted((a, b) => placeOf(a.label) - placeOf(b.label) || a.order - b.order)
    .map((region) => {
      const {number, label} = region;
      const pixels = board.countOf(number);
      return {
        number,
        label,
        place: placeAmongLabel(board, region),
        look: {color: looks.of(number).color, pattern: looks.of(number).pattern},
        pixels,
        share: total > 0 ? pixels / total : 0,
        isHidden: board.isHidden(number),
        isLocked: board.isLocked(number),
      };
    });
}
