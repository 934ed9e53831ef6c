import '../../src/define/gt-instance-segmentation-task.js';
import '../../src/define/gt-segmentation-task.js';
import {expectMountsLeaveNothing} from '../helpers/mounts.js';

describe('memory: masks that come and go', () => {
  for (const tag of ['gt-segmentation-task', 'gt-instance-segmentation-task'] as const) {
    it(`500 times ${tag} with a stroke leave neither listeners nor nodes nor memory`, async function () {
      this.timeout(170_000);
      await expectMountsLeaveNothing(tag, 500);
    });
  }
});
