import {ProblemList} from '../base/problem-list.js';
import {errorAt, type Problem} from '../base/result.js';
import type {Size} from '../geometry/point.js';
import {recordsOf, type AnnotationDocument} from '../model/document.js';
import type {RegionRecord} from '../model/record.js';
import {isLabelOf, unknownLabel} from './choices.js';
import type {Task} from './task.js';

/** What the check must know beside the document. */
export interface MaskFacts {
  readonly size: Size | undefined;
  /** The labels that the item came with. */
  readonly earlierLabels: ReadonlySet<string>;
  /** A mask that the item starts with is not there yet. */
  readonly isWaiting: boolean;
  /** The file has no value left for one of its regions. */
  readonly isTooMuch: boolean;
  readonly mostIds: number;
}

/** Why the mask cannot be submitted yet, and what is worth a second look. `at` is the id of the region. */
export function checkMask(document: AnnotationDocument, task: Task, facts: MaskFacts): readonly Problem[] {
  const regions = recordsOf(document, 'region');
  const problems = new ProblemList();
  if (facts.isWaiting) {
    problems.add('answer/mask-loading', () =>
      errorAt('mask', 'answer/mask-loading', 'The earlier mask is not there yet. Wait until it is loaded.'),
    );
  }
  if (!facts.size) {
    problems.add('answer/no-picture', () =>
      errorAt('picture', 'answer/no-picture', 'The picture is not there yet. Wait until it is shown.'),
    );
  }
  checkSaid(regions, recordsOf(document, 'nothing').length > 0, problems);
  checkLabels(regions, task, facts.earlierLabels, problems);
  if (facts.isTooMuch) {
    problems.add('answer/too-many-regions', () =>
      errorAt(
        'mask',
        'answer/too-many-regions',
        `A mask file has room for ${facts.mostIds} classes or things, and this mask has more. Remove some, or merge them.`,
      ),
    );
  }
  return problems.problems;
}

function checkSaid(regions: readonly RegionRecord[], saysNothing: boolean, problems: ProblemList): void {
  if (regions.length === 0 && !saysNothing) {
    problems.add('answer/no-mask', () =>
      errorAt('mask', 'answer/no-mask', 'Paint at least one area, or choose “Nothing to label”.'),
    );
  }
  if (regions.length > 0 && saysNothing) {
    problems.add('answer/excluded', () =>
      errorAt(
        'mask',
        'answer/excluded',
        '“Nothing to label” is chosen and there are painted areas. Decide for one of the two.',
      ),
    );
  }
}

/** A label that the item came with may stay, in or out of the list: the worker may have no better one. */
function checkLabels(
  regions: readonly RegionRecord[],
  task: Task,
  earlier: ReadonlySet<string>,
  problems: ProblemList,
): void {
  for (const {id, label} of regions) {
    if (isLabelOf(task, label)) continue;
    const severity = earlier.has(label) ? 'warning' : 'error';
    problems.add(`answer/unknown-label ${severity}`, () => ({
      ...unknownLabel(label, task),
      at: id,
      severity,
    }));
  }
}
