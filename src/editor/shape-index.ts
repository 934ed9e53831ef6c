import type {Box} from '../geometry/box.js';
import type {FoundRectangle} from '../geometry/rectangle-index.js';
import type {BoxRecord} from '../model/record.js';
import {BoxIndex} from './box-index.js';
import type {Editor} from './editor.js';

/** Finds the boxes of a document by place. It follows the editor; positions are in the stored grid. */
export interface ShapeIndex {
  /** The boxes that touch an area, borders included, in no order. Hidden ones too. */
  search(area: Box): readonly BoxRecord[];
  /**
   * The same, box by box: a number for {@link recordAt}, and its edges. No record is looked at, which is what takes
   * time where there are tens of thousands.
   */
  visit(left: number, top: number, right: number, bottom: number, found: FoundRectangle): void;
  /** The box with a number that was just given. */
  recordAt(number: number): BoxRecord | undefined;
  readonly size: number;
}

/** An index of the boxes of that editor's document, until it is destroyed. Make it before whoever asks it on a change. */
export function createShapeIndex(editor: Editor): BoxIndex {
  return new BoxIndex(editor);
}
