import '../../src/define/gt-instance-segmentation-task.js';
import '../../src/define/gt-segmentation-task.js';
import {expectMountsLeaveNothing} from '../helpers/mounts.js';

describe('memory: masks that come and go', () => {
  // Nearly all of the second is the first.
  for (const [tag, times] of [
    ['gt-segmentation-task', 200],
    ['gt-instance-segmentation-task', 60],
  ] as const) {
    it(`${times} times ${tag} with a stroke leave neither listeners nor nodes nor memory`, async function () {
      this.timeout(170_000);
      await expectMountsLeaveNothing(tag, times);
    });
  }
});
