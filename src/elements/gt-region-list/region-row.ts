import type {Look} from '../shared/palette.js';

/** One region of a mask as the list shows it. */
export interface RegionRow {
  /** What its pixels have; it identifies the region. */
  readonly number: number;
  readonly label: string;
  /** Its place among those of its label, from 1: the 3 of “car 3”. */
  readonly place: number;
  readonly look: Look;
  readonly pixels: number;
  /** Its part of the picture, 0 to 1. */
  readonly share: number;
  readonly isHidden: boolean;
  readonly isLocked: boolean;
}

/** What the worker asks of a list of regions. */
export type RegionRequest =
  | {readonly type: 'select'; readonly numbers: readonly number[]}
  | {readonly type: 'hover'; readonly number: number | undefined}
  | {readonly type: 'hide' | 'lock' | 'delete' | 'merge' | 'reveal'; readonly numbers: readonly number[]}
  | {readonly type: 'relabel'; readonly numbers: readonly number[]; readonly label: string}
  | {readonly type: 'new'};
