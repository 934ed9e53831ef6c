import {expect} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

const picture = () => drawnPicture(400, 300);

describe('gt-bbox-task', () => {
  it('draws a box by a drag', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    expect(task.element.value).to.deep.equal({
      boundingBoxes: [{label: 'car', left: 40, top: 30, width: 100, height: 80}],
      inputImageProperties: {width: 400, height: 300},
    });
    expect(task.steps).to.equal(1);
  });

  it('draws a box by the keyboard alone', async () => {
    const task = await BboxHarness.of(await picture());
    task.element.focus();
    await keys('2', 'c', 'Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter');
    await painted();
    expect(task.records.map(({label, box}) => ({label, ...box}))).to.deep.equal([
      {label: 'dog', left: 0, top: 0, width: 10, height: 2},
    ]);
  });

  it('gives the box just drawn a label by its key, and with the same key again the next box too', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    await keys('2');
    await task.drag([200, 30], [260, 110]);
    await keys('3', '3');
    await task.drag([40, 200], [140, 260]);
    expect(task.records.map(({label}) => label)).to.deep.equal(['dog', 'tree', 'tree']);
  });
});
