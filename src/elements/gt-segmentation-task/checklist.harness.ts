import {MaskHarness} from '../mask-task/mask-task.harness.js';
import {
  type Line,
  type Spot as AnySpot,
  underCircumstances,
  type TaskKind,
} from '../stage/circumstances.harness.js';

const masks: TaskKind<MaskHarness> = {
  mount: (page, picture, setting) => MaskHarness.in(page, picture, {}, setting),
  usual: ['v', 'b', '1'],
};

/** A task on masks on a page under some circumstances. */
export type Spot = AnySpot<MaskHarness>;

/** Tests of masks that run under the circumstances. */
export const underAllCircumstances = (title: string, tests: (spot: () => Spot, line: Line) => void): void =>
  underCircumstances(title, masks, tests);
