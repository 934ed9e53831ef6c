import type {Problem} from '../../base/result.js';
import type {Drawing} from '../../editor/drawing.js';
import {holds} from '../../geometry/box.js';
import {onLattice} from '../../geometry/box-in-picture.js';
import type {Size} from '../../geometry/point.js';
import {boxStatus, removedBoxes} from '../../model/box-status.js';
import {recordsOf} from '../../model/document.js';
import type {BoxRecord} from '../../model/record.js';
import {pictureSize, toAnswerGrid} from '../../tasks/box-grid.js';
import type {Task} from '../../tasks/task.js';
import type {BoxRow, BoxStatus} from '../gt-box-list/list-items.js';

/** The numbers of a box as the answer will say them. */
function numbersOf(record: BoxRecord, task: Task): BoxRow['box'] {
  const size = pictureSize(task);
  const box = toAnswerGrid(record.box, task);
  return record.read ?? (size ? onLattice(box, size) : box);
}

/** Counts the boxes of each label, in order of creation. */
export function countLabels(boxes: readonly BoxRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const {label} of boxes) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** The boxes of a task as its list shows them, those included that were there and have been removed. */
export function listRows(drawing: Drawing, task: Task, problems: readonly Problem[]): readonly BoxRow[] {
  const {opened, document} = drawing.editor.state;
  const boxes = recordsOf(document, 'box');
  const isAdjusting = task.initial !== undefined && recordsOf(opened, 'box').length > 0;
  const warnings = new Map(problems.map(({at, message}) => [at, message]));
  const numbers = new Map<string, number>();
  const size = task.frame?.stored;
  const rowOf = (record: BoxRecord, status: BoxStatus | undefined): BoxRow => {
    const {id, label, order, attributes} = record;
    const number = (numbers.get(label) ?? 0) + 1;
    numbers.set(label, number);
    const warning = warnings.get(`box:${id}`);
    return {
      id,
      label,
      number,
      order,
      box: numbersOf(record, task),
      ...(status && {status}),
      ...(attributes && {attributes}),
      ...(warning !== undefined && {warning}),
      ...(isOutside(record, size) && {isOutside: true}),
      isHidden: drawing.isHidden(record),
      isLocked: drawing.isLocked(record),
    };
  };
  const statusOf = (record: BoxRecord): BoxStatus | undefined => {
    if (record.isSuggestion) return 'suggestion';
    return isAdjusting ? boxStatus(opened, record) : undefined;
  };
  return [
    ...boxes.map((record) => rowOf(record, statusOf(record))),
    ...(isAdjusting ? removedBoxes(opened, document).map((record) => rowOf(record, 'removed')) : []),
  ];
}

function isOutside({box}: BoxRecord, size: Size | undefined): boolean {
  return size !== undefined && !holds({left: 0, top: 0, ...size}, box);
}
