import {
  type Line,
  type Spot as AnySpot,
  underCircumstances,
  type TaskKind,
} from '../stage/circumstances.harness.js';
import {BboxHarness} from './gt-bbox-task.harness.js';

export {
  across,
  circumstances,
  circumstancesOfLine,
  down,
  paintPatch,
  patch,
  screenshot,
  seenPatch,
  setScreen,
} from '../stage/circumstances.harness.js';

const boxes: TaskKind<BboxHarness> = {
  mount: (page, picture, setting) => BboxHarness.in(page, picture, {}, setting),
  usual: ['v', 'r', '1'],
};

/** A box task on a page under some circumstances. */
export type Spot = AnySpot<BboxHarness>;

/** Tests of boxes that run under the circumstances. */
export const underAllCircumstances = (title: string, tests: (spot: () => Spot, line: Line) => void): void =>
  underCircumstances(title, boxes, tests);
