import type {Box} from '../geometry/box.js';
import type {BoxRecord} from '../model/record.js';

/** Finds the boxes of a document by place. It follows the editor; positions are in the stored grid. */
export interface ShapeIndex {
  /** The boxes that touch an area, borders included, in no order. Hidden ones too. */
  search(area: Box): readonly BoxRecord[];
  readonly size: number;
}
