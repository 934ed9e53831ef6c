import {member, isJsonObject} from '../base/json.js';
import {errorAt, warningAt, type Problem} from '../base/result.js';
import type {Size} from '../geometry/point.js';
import {recordsOf, type AnnotationDocument} from '../model/document.js';
import type {BoxRecord} from '../model/record.js';
import {isLabelOf, unknownLabel} from './choices.js';
import {pictureSize} from './box-grid.js';
import {doubles} from './double-boxes.js';
import {ProblemList} from '../base/problem-list.js';
import type {Task} from './task.js';

/** Boxes with a shorter side are probably slips of the hand. */
const shortestSide = 3;

/** Why the boxes cannot be submitted yet, and what is worth a second look. `at` is `box:` and the id of the record. */
export function checkBoxes(
  document: AnnotationDocument,
  task: Task,
  size: Size | undefined,
): readonly Problem[] {
  const boxes = recordsOf(document, 'box');
  const problems = new ProblemList();
  checkPicture(task, size, problems);
  checkCount(boxes.length, recordsOf(document, 'nothing').length > 0, problems);
  checkLabels(boxes, task, problems);
  checkAttributes(boxes, task, problems);
  checkSuggestions(boxes, problems);
  checkSides(boxes, problems);
  for (const [box, twin] of doubles(boxes)) {
    problems.add('answer/double-box', () =>
      warningAt(
        placeOf(box),
        'answer/double-box',
        `Two boxes “${box.label}” are nearly the same (boxes ${numberOf(twin, boxes)} and ${numberOf(box, boxes)}). Delete one if it was drawn twice.`,
      ),
    );
  }
  return problems.problems;
}

function placeOf({id}: BoxRecord): string {
  return `box:${id}`;
}

function numberOf(box: BoxRecord, boxes: readonly BoxRecord[]): number {
  return boxes.indexOf(box) + 1;
}

function checkPicture(task: Task, size: Size | undefined, problems: ProblemList): void {
  if (!size) {
    problems.add('answer/no-picture', () =>
      errorAt('picture', 'answer/no-picture', 'The picture is not there yet. Wait until it is shown.'),
    );
    return;
  }
  const from = task.given ?? task.initial;
  const stated = from && member(from, 'inputImageProperties');
  const actual = pictureSize(task);
  if (!actual || stated === undefined || !isJsonObject(stated)) return;
  if (stated['width'] === actual.width && stated['height'] === actual.height) return;
  problems.add('answer/other-size', () =>
    warningAt(
      'picture',
      'answer/other-size',
      `The earlier boxes were made on a picture of ${String(stated['width'])} × ${String(stated['height'])} pixels; this one has ${actual.width} × ${actual.height}. Check where they are.`,
    ),
  );
}

function checkCount(count: number, saysNothing: boolean, problems: ProblemList): void {
  if (count === 0 && !saysNothing) {
    problems.add('answer/no-box', () =>
      errorAt('boxes', 'answer/no-box', 'Draw at least one box, or choose “Nothing to label”.'),
    );
  }
  if (count > 0 && saysNothing) {
    problems.add('answer/excluded', () =>
      errorAt(
        'boxes',
        'answer/excluded',
        `“Nothing to label” is chosen and there ${count === 1 ? 'is a box' : `are ${count} boxes`}. Decide for one of the two.`,
      ),
    );
  }
}

/** A label that the item came with may stay, in or out of the list: the worker may have no better one. */
function checkLabels(boxes: readonly BoxRecord[], task: Task, problems: ProblemList): void {
  const earlier = earlierLabels(task);
  const verdicts = new Map<string, 'known' | 'earlier' | 'unknown'>();
  for (const box of boxes) {
    const {label} = box;
    let verdict = verdicts.get(label);
    if (!verdict) {
      verdict = isLabelOf(task, label) ? 'known' : earlier.has(label) ? 'earlier' : 'unknown';
      verdicts.set(label, verdict);
    }
    if (verdict === 'known') continue;
    const severity = verdict === 'earlier' ? 'warning' : 'error';
    problems.add(`answer/unknown-label ${severity}`, () => ({
      ...unknownLabel(label, task),
      at: placeOf(box),
      severity,
    }));
  }
}

/** The classes the earlier label names. */
function earlierLabels({prior}: Task): ReadonlySet<unknown> {
  const map = prior && (member(prior.metadata, 'class-map') ?? member(prior.metadata, 'class_map'));
  return new Set(map !== undefined && isJsonObject(map) ? Object.values(map) : []);
}

function checkAttributes(boxes: readonly BoxRecord[], {boxAttributes}: Task, problems: ProblemList): void {
  for (const {name, label = name} of boxAttributes?.filter(({required}) => required) ?? []) {
    for (const box of boxes) {
      if (box.attributes && Object.hasOwn(box.attributes, name)) continue;
      problems.add(`answer/box-attribute ${name}`, () =>
        errorAt(placeOf(box), 'answer/box-attribute', `A box “${box.label}” lacks “${label}”. Fill it in.`),
      );
    }
  }
}

/** What was copied from the item before is nobody's answer until somebody has looked at it. */
function checkSuggestions(boxes: readonly BoxRecord[], problems: ProblemList): void {
  const [first, ...others] = boxes.filter(({isSuggestion}) => isSuggestion);
  if (!first) return;
  const count = others.length + 1;
  problems.add('answer/suggestion', () =>
    errorAt(
      placeOf(first),
      'answer/suggestion',
      `${count === 1 ? 'One box was' : `${count} boxes were`} copied from the item before. Accept, change or delete ${count === 1 ? 'it' : 'them'}.`,
    ),
  );
}

function checkSides(boxes: readonly BoxRecord[], problems: ProblemList): void {
  for (const box of boxes) {
    const {width, height} = box.box;
    if (width >= shortestSide && height >= shortestSide) continue;
    problems.add('answer/thin-box', () =>
      warningAt(
        placeOf(box),
        'answer/thin-box',
        `A box “${box.label}” is only ${width} × ${height} pixels large. Delete it if it was drawn by accident.`,
      ),
    );
  }
}
