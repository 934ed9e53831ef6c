import type {Box} from '../../geometry/box.js';
import type {RecordId} from '../../model/record.js';
import type {BoxSort} from './list-items.js';

/**
 * What a worker asks for beside the stage: in the list, a bar or a menu. Whoever holds the boxes decides and sets the
 * properties anew; nothing changes by itself.
 */
export type BoxRequest =
  /** These are selected from now on, and no others. The last one is the one to bring into view. */
  | {readonly type: 'select'; readonly ids: readonly RecordId[]}
  /** The pointer is on this row, or on none. */
  | {readonly type: 'hover'; readonly id: RecordId | undefined}
  /** Zoom so that these fill the stage. */
  | {readonly type: 'reveal'; readonly ids: readonly RecordId[]}
  | {readonly type: 'relabel'; readonly ids: readonly RecordId[]; readonly label: string}
  /** Open the label picker: there are too many labels for a menu. */
  | {readonly type: 'pick-label'; readonly ids: readonly RecordId[]}
  /** The numbers that change, whole and within the picture. `isStep`: by an arrow key, so that presses may merge. */
  | {
      readonly type: 'numbers';
      readonly id: RecordId;
      readonly numbers: Partial<Box>;
      readonly isStep: boolean;
    }
  /** `isTyping`: one of several keystrokes in the same field, so that they may merge. */
  | {
      readonly type: 'attribute';
      readonly id: RecordId;
      readonly name: string;
      readonly value: boolean | string;
      readonly isTyping: boolean;
    }
  | {readonly type: 'duplicate'; readonly ids: readonly RecordId[]}
  | {readonly type: 'copy'; readonly ids: readonly RecordId[]}
  | {readonly type: 'delete'; readonly ids: readonly RecordId[]}
  /** Bring given boxes back that were removed. */
  | {readonly type: 'restore'; readonly ids: readonly RecordId[]}
  /** Make suggestions the worker's own. */
  | {readonly type: 'accept'; readonly ids: readonly RecordId[]}
  | {readonly type: 'hide'; readonly ids: readonly RecordId[]; readonly isHidden: boolean}
  | {readonly type: 'lock'; readonly ids: readonly RecordId[]; readonly isLocked: boolean}
  /** Cut boxes that lie partly outside the picture. */
  | {readonly type: 'fit'; readonly ids: readonly RecordId[]}
  | {readonly type: 'sort'; readonly sort: BoxSort};

/** How a part asks for something. */
export type AskForBox = (request: BoxRequest) => void;
