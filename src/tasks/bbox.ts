import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {fail, ok, type Problem} from '../base/result.js';
import {onLattice} from '../geometry/box-in-picture.js';
import {sameBox} from '../geometry/box.js';
import type {Size} from '../geometry/point.js';
import {documentOf, recordsOf} from '../model/document.js';
import type {AnyRecord, BoxRecord} from '../model/record.js';
import {attributesAt, attributesOf} from './box-attributes.js';
import {checkBoxes} from './check-boxes.js';
import {pictureSize, toAnswerGrid, toStoredGrid} from './box-grid.js';
import {boxesOfLabel, labelOfBoxes, sizeOfLabel} from './box-label.js';
import {isLabelOf, notAnAnswer, unknownPriorLabel} from './choices.js';
import {ProblemList} from '../base/problem-list.js';
import {labelIn, readBoxes, sizeIn, type SaidBox} from '../formats/read-boxes.js';
import type {Task, TaskType} from './task.js';

/** One box of an answer, with its members as the crowd widget has them. */
export type BoundingBox = JsonObject & {
  readonly height: number;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
};

/** What `crowd-bounding-box` gives, and the boxes' own attributes beside it. */
export type BboxAnswer = JsonObject & {
  /** In order of creation. Empty: the worker says that there is nothing to label. */
  readonly boundingBoxes: readonly BoundingBox[];
  /** Parallel to the boxes; missing when no box has any. */
  readonly boxAttributes?: readonly JsonObject[];
  /** Only for items that started with boxes or with an earlier label: whether they are still the same. */
  readonly initialValueModified?: boolean;
  /** The size of the picture in the grid of the boxes; missing until the picture is known. */
  readonly inputImageProperties?: {readonly height: number; readonly width: number};
};

/** Boxes around things in an image. */
export const bbox: TaskType<BboxAnswer> = {
  name: 'bbox',
  kinds: ['box', 'nothing'],

  groundTruthType: () => 'groundtruth/object-detection',
  // The service's own template for boxes names its widget so, unlike those of other tasks, which use the tag's name.
  widgetName: () => 'boundingBox',

  check(document, task) {
    return checkBoxes(document, task, sizeOf(task));
  },

  toAnswer(document, task) {
    const records = recordsOf(document, 'box');
    if (records.length === 0 && recordsOf(document, 'nothing').length === 0) return undefined;
    const size = pictureSize(task);
    const boundingBoxes = records.map((record) => boundingBox(record, task, size));
    const boxAttributes = attributesOf(records);
    const properties = sizeOf(task);
    return {
      boundingBoxes,
      ...(boxAttributes && {boxAttributes}),
      ...(task.initial && {initialValueModified: !isInitial(boundingBoxes, task.initial)}),
      ...(properties && {inputImageProperties: {height: properties.height, width: properties.width}}),
    };
  },

  fromAnswer(answer, task) {
    const items = itemsOf(answer);
    if (!items) return fail(notAnAnswer(answer, '{"boundingBoxes": [{"label": "…", "left": 0, …}]}'));
    const problems = new ProblemList();
    const fields = isJsonObject(answer) ? answer : {};
    const size = pictureSize(task) ?? sizeIn(member(fields, 'inputImageProperties'));
    const boxes = readBoxes({name: 'boundingBoxes', items, label: labelIn, size}, problems);
    const attributes = member(fields, 'boxAttributes');
    const records: AnyRecord[] = boxes.map(({label, box, index}, order): BoxRecord => {
      const said = attributesAt(attributes, index, problems);
      return {
        id: `given:${index}`,
        kind: 'box',
        order,
        label,
        box: toStoredGrid(box, task),
        read: box,
        ...(said && {attributes: said}),
      };
    });
    if (items.length === 0) records.push({id: 'nothing', kind: 'nothing', order: 0});
    return ok(documentOf(records), [...problems.problems, ...unknownLabels(boxes, task)]);
  },

  toLabel(answer, task) {
    return labelOfBoxes(answer, task, sizeIn(answer.inputImageProperties) ?? sizeOf(task));
  },

  fromLabel(value, metadata, task) {
    const problems = new ProblemList();
    const read = boxesOfLabel({value, metadata}, task, problems);
    if (!read) return fail(notAnAnswer(value, '{"annotations": […]} as the earlier label'));
    const size = sizeOfLabel(value);
    return ok(
      {
        boundingBoxes: read.boxes.map(asBoundingBox),
        ...(size && {inputImageProperties: {height: size.height, width: size.width}}),
      },
      [...problems.problems, ...read.classProblems],
    );
  },
};

/** For a picture that is not known yet. */
const anySize: Size = {width: Number.MAX_SAFE_INTEGER, height: Number.MAX_SAFE_INTEGER};

/** A box as it goes out: untouched ones as they came in, the others on the lattice and inside the picture. */
function boundingBox(record: BoxRecord, task: Task, size: Size | undefined): BoundingBox {
  const {label, read} = record;
  return asBoundingBox({label, box: read ?? onLattice(toAnswerGrid(record.box, task), size ?? anySize)});
}

function asBoundingBox({label, box}: Pick<SaidBox, 'label' | 'box'>): BoundingBox {
  const {height, left, top, width} = box;
  return {height, label, left, top, width};
}

/** The list of boxes of an answer; a bare list is what `initial-value` of the crowd widget is. */
function itemsOf(answer: unknown): readonly JsonValue[] | undefined {
  if (Array.isArray(answer)) return answer as readonly JsonValue[];
  if (!isJsonObject(answer)) return undefined;
  const list = member(answer, 'boundingBoxes');
  if (list === null) return [];
  return Array.isArray(list) ? (list as readonly JsonValue[]) : undefined;
}

/** Whose size it is until the picture itself is known: that of the answer or label the item was opened with. */
function sizeOf(task: Task): Size | undefined {
  return (
    pictureSize(task) ??
    sizeIn(task.given && member(task.given, 'inputImageProperties')) ??
    sizeIn(task.initial && member(task.initial, 'inputImageProperties')) ??
    (task.prior && sizeOfLabel(task.prior.value))
  );
}

/** True when the boxes are those the item started with, one by one. */
function isInitial(boxes: readonly BoundingBox[], initial: JsonObject): boolean {
  const items = itemsOf(initial) ?? [];
  if (items.length !== boxes.length) return false;
  const before = readBoxes(
    {name: 'boundingBoxes', items, label: labelIn, size: undefined},
    new ProblemList(),
  );
  return (
    before.length === boxes.length &&
    before.every(({label, box}, index) => {
      const now = boxes[index] as BoundingBox;
      return label === now.label && sameBox(box, now);
    })
  );
}

/** One warning for each label that is not in the list, however many boxes have it. */
function unknownLabels(boxes: readonly SaidBox[], task: Task): Problem[] {
  const labels = new Set(boxes.map(({label}) => label));
  return [...labels].filter((label) => !isLabelOf(task, label)).map(unknownPriorLabel);
}
