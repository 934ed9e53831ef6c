import type {RegionRecord} from '../model/record.js';
import type {MaskBoard} from './mask-board.js';
import type {MaskContext} from './mask-context.js';

type NamedRegion = Pick<RegionRecord, 'number' | 'label'>;

/** The place of an instance among those with its label, in order of creation, from 1: the 3 of “car 3”. */
export function placeAmongLabel(board: MaskBoard, {number, label}: NamedRegion): number {
  const order = board.region(number)?.order ?? Infinity;
  return 1 + board.regions.filter((other) => other.label === label && other.order < order).length;
}

/** One region by its name, several by their number. A region of a semantic mask is named by its label. */
export function nameRegions({board, words, language}: MaskContext, regions: readonly NamedRegion[]): string {
  const [first] = regions;
  if (!first || regions.length > 1) return words.several(regions.length, language);
  return board.hasInstances ? words.name(first.label, placeAmongLabel(board, first), language) : first.label;
}
