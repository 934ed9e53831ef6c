import '../../src/define/gt-bbox-task.js';
import {expectMountsLeaveNothing} from '../helpers/mounts.js';

describe('memory: elements that come and go', () => {
  it('300 tasks with picture and boxes leave neither listeners nor nodes nor memory', async function () {
    this.timeout(170_000);
    const box = {label: 'car', left: 10, top: 10, width: 100, height: 80};
    await expectMountsLeaveNothing('gt-bbox-task', 300, {value: {boundingBoxes: [box]}});
  });
});
