import '../../src/define/gt-segmentation-task.js';
import '../../src/define/gt-session.js';
import {expectItemsHoldNoMore, manyItems} from '../helpers/items.js';
import {MaskJob} from '../helpers/mask-job.js';

describe('memory: masks back and forth', () => {
  it('120 items of masks hold no more than 10 % more than 20', async function () {
    this.timeout(170_000);
    await expectItemsHoldNoMore(
      async () => MaskJob.open(await manyItems()),
      async (job, item) => {
        await job.goTo(item);
        job.press('1');
        job.drag([20, 20], [320, 100], [40, 250]);
        job.press('2');
        job.drag([200, 20], [280, 250]);
        job.press('Control+z');
        await job.task.element.updateComplete;
      },
    );
  });
});
