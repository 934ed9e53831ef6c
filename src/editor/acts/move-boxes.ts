import {
  directionIn,
  shownSize,
  toStoredBox,
  toUprightBox,
  type Direction,
} from '../../geometry/box-orientation.js';
import {movedBy, moveWithin, onLattice, settled} from '../../geometry/box-in-picture.js';
import {resized, type Sides} from '../../geometry/box-resize.js';
import type {Box} from '../../geometry/box.js';
import type {Size} from '../../geometry/point.js';
import type {Frame} from '../../geometry/view.js';
import type {BoxRecord} from '../../model/record.js';
import {refused, type ActContext, type Outcome} from '../act.js';
import {editable, editableSelection, placeBoxes, refusedAsLocked} from './change-boxes.js';

const freely = {keepsRatio: false, isSymmetric: false};

/** One step after another with the same key are one, as long as they follow fast and are on the same boxes (UNDO-1). */
function mergeKeyOf(act: string, records: readonly BoxRecord[]): string {
  return `${act} ${records.length} ${records[0]?.id ?? ''} ${records.at(-1)?.id ?? ''}`;
}

/** Moves the selection by whole pixels in a direction of the screen, all boxes equally far. */
export function nudge(context: ActContext, direction: Direction, pixels: number): Outcome {
  const {drawing, words} = context;
  const {frame} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  const moving = editableSelection(context);
  if ('done' in moving) return moving;
  const size = frame.stored;
  const {x, y} = directionIn(frame, direction);
  const boxes = moving.records.map(({box}) => box);
  const room = moveWithin(boxes, {x: x * pixels, y: y * pixels}, size);
  const by = {x: Math.round(room.x), y: Math.round(room.y)};
  if (by.x === 0 && by.y === 0) return refused('unchanged', words.isAtBorder);
  const place = ({box}: BoxRecord): Box => settled(movedBy(box, by, size), box, size);
  return placeBoxes(context, moving, place, 'move', mergeKeyOf('nudge', moving.records));
}

/** How far one press grows or shrinks a box: further after ten repeats of a held key. */
export function growStep(repeats: number): number {
  return repeats < 10 ? 1 : 5;
}

/** Moves the side of the selected boxes that is seen in a direction: outwards, or inwards down to one pixel. */
export function growSide(
  context: ActContext,
  direction: Direction,
  pixels: number,
  way: 'grow' | 'shrink' = 'grow',
): Outcome {
  const {drawing, words} = context;
  const {frame} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  const changing = editableSelection(context);
  if ('done' in changing) return changing;
  const {x, y} = directionIn(frame, direction);
  const sides = {x, y} as Sides;
  const place = ({box}: BoxRecord): Box => {
    const length = x === 0 ? box.height : box.width;
    const by = way === 'grow' ? pixels : -Math.min(pixels, Math.max(0, length - 1));
    if (by === 0) return box;
    return settled(resized(box, sides, {x: x * by, y: y * by}, frame.stored, freely), box, frame.stored);
  };
  const key = mergeKeyOf(`${way} ${direction}`, changing.records);
  const outcome = placeBoxes(context, changing, place, 'resize', key);
  return !outcome.done && outcome.reason === 'unchanged' ? refused('unchanged', words.isAtBorder) : outcome;
}

/** Which pixel grid numbers are typed in: the file's own, or that of the picture as it is shown. */
export type NumberGrid = 'stored' | 'shown';

/**
 * Gives one box exact numbers. A new place moves the box and keeps its size; a new size keeps its place and ends at the
 * border of the picture. What reaches out of the picture goes no further out.
 */
export function setNumbers(
  context: ActContext,
  record: BoxRecord,
  numbers: Partial<Box>,
  grid: NumberGrid = 'stored',
): Outcome {
  const {drawing, words} = context;
  if (!drawing.state.frame) return refused('no-picture', words.noPicture);
  const only = editable(context, [record]);
  if (only.lockedCount > 0) return refusedAsLocked(context, [record]);
  const stored = drawing.state.frame;
  const frame: Frame = grid === 'shown' ? stored : {stored: stored.stored, orientation: 1};
  const box = withNumbers(toUprightBox(record.box, frame), numbers, shownSize(frame));
  if (!box) return refused('not-a-number', words.notNumber);
  const isMove = numbers.width === undefined && numbers.height === undefined;
  const place = settled(toStoredBox(box, frame), record.box, stored.stored);
  return placeBoxes(context, only, () => place, isMove ? 'move' : 'resize');
}

function withNumbers(box: Box, numbers: Partial<Box>, size: Size): Box | undefined {
  const wanted = {...box, ...numbers};
  const all = [wanted.left, wanted.top, wanted.width, wanted.height];
  if (!all.every(Number.isFinite) || wanted.width <= 0 || wanted.height <= 0) return undefined;
  // A new size has to leave room for one pixel only: the rest is cut off at the border.
  const {left, top} = movedBy(
    {
      ...box,
      width: numbers.width === undefined ? box.width : 1,
      height: numbers.height === undefined ? box.height : 1,
    },
    {x: wanted.left - box.left, y: wanted.top - box.top},
    size,
  );
  return {...wanted, left, top};
}

/** Cuts off what is outside the picture, of boxes that came so (COORD-5). */
export function fitToPicture(context: ActContext, records: readonly BoxRecord[]): Outcome {
  const {drawing, words} = context;
  const size = drawing.state.frame?.stored;
  if (!size) return refused('no-picture', words.noPicture);
  const fitting = editable(context, records);
  if (fitting.records.length === 0) {
    return records.length > 0
      ? refusedAsLocked(context, records)
      : refused('nothing-selected', words.nothingSelected);
  }
  return placeBoxes(context, fitting, ({box}) => onLattice(box, size), 'fit');
}
