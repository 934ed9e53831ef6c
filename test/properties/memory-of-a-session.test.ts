import '../../src/define/gt-bbox-task.js';
import '../../src/define/gt-session.js';
import {BoxJob} from '../helpers/box-job.js';
import {expectItemsHoldNoMore, manyItems} from '../helpers/items.js';

describe('memory: items back and forth', () => {
  it('120 items of boxes hold no more than 10 % more than 20', async function () {
    this.timeout(170_000);
    await expectItemsHoldNoMore(
      async () => BoxJob.open(await manyItems()),
      async (job, item) => {
        await job.goTo(item);
        job.ask({type: 'select', ids: []});
        job.drag([20, 20], [120, 100]);
        job.ask({type: 'select', ids: []});
        job.drag([200, 120], [280, 250]);
        job.press('Control+z');
        await job.rows();
      },
    );
  });
});
