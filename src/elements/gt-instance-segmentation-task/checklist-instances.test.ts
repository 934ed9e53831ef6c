import {expect, waitUntil} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-instance-segmentation-task.js';
import {MaskHarness} from '../mask-task/mask-task.harness.js';
import {painted} from '../stage/stage.harness.js';

const size = {width: 300, height: 220};

/** A task with things to paint, round tips of 21, and the picture at its own size. */
async function onStage(): Promise<MaskHarness> {
  const picture = await drawnPicture(size.width, size.height, 'image/png', (context) => {
    context.fillStyle = '#d8d4c8';
    context.fillRect(0, 0, size.width, size.height);
    context.fillStyle = '#203040';
    for (const left of [30, 130, 230]) context.fillRect(left, 150, 40, 40);
  });
  const task = await MaskHarness.of(picture, {}, {}, 'gt-instance-segmentation-task');
  task.element.focus();
  await task.look(1, [150, 110]);
  await task.type('Size', 21);
  return task;
}

/** Label and number of pixels of each instance, in the order of numbers. */
function instances(task: MaskHarness): string[] {
  const data = Array.from(task.map.data);
  return task.regions
    .toSorted((a, b) => a.number - b.number)
    .map(({label, number}) => `${label} ${data.filter((each) => each === number).length}`);
}

const dab = 349;
const answer = (task: MaskHarness) =>
  (task.element.value as {instances: {color: string; label: string}[]} | undefined)?.instances ?? [];

describe('checklist: instances', () => {
  it('one dab has the pixels it should', async () => {
    const task = await onStage();
    await task.click([40, 40]);
    expect(instances(task)).to.deep.equal([`car ${dab}`]);
  });

  it('INS-1: painting goes on with the instance; Enter begins another; a label key relabels, and merges nothing', async () => {
    const task = await onStage();
    await task.click([40, 40]);
    await task.click([80, 40]);
    expect(instances(task)).to.deep.equal([`car ${2 * dab}`]);
    await keys('Enter');
    await task.click([140, 40]);
    expect(instances(task)).to.deep.equal([`car ${2 * dab}`, `car ${dab}`]);
    await keys('2');
    expect(instances(task), 'the present one has another label').to.deep.equal([
      `car ${2 * dab}`,
      `dog ${dab}`,
    ]);
    await keys('1');
    expect(instances(task), 'two of one label stay two').to.deep.equal([`car ${2 * dab}`, `car ${dab}`]);
    expect(answer(task).map(({label}) => label)).to.deep.equal(['car', 'car']);
  });

  it('INS-1: the list begins a new instance as well', async () => {
    const task = await onStage();
    await task.click([40, 40]);
    const list = task.root.querySelector('gt-region-list')!;
    await list.updateComplete;
    const add = [...list.shadowRoot!.querySelectorAll('button')].find((button) =>
      (button.ariaLabel ?? button.textContent ?? '').includes('New instance'),
    )!;
    add.click();
    task.element.focus();
    await painted();
    await task.click([140, 40]);
    expect(instances(task)).to.deep.equal([`car ${dab}`, `car ${dab}`]);
  });

  it('INS-2: each fill makes a new instance while that is on', async () => {
    const task = await onStage();
    await keys('w');
    await task.element.updateComplete;
    task.button('New instance each time').click();
    task.element.focus();
    for (const [index, left] of [50, 150, 250].entries()) {
      task.rest(2000);
      await task.click([left, 170]);
      await waitUntil(() => task.isAnswerOffered);
      await keys('Enter');
      await task.stepsAre(index + 1);
    }
    expect(instances(task).length).to.equal(3);
    await keys('f');
    await task.click([10, 10]);
    await task.stepsAre(4);
    expect(task.regions.length).to.equal(4);
  });

  it('INS-3: select, add by Shift, merge, relabel, split, delete: one step each', async () => {
    const task = await onStage();
    for (const x of [40, 140, 240]) {
      await task.click([x, 40]);
      await keys('Enter');
    }
    await keys('v');
    await task.click([40, 40]);
    task.hold('Shift');
    await task.click([140, 40]);
    task.hold();
    await keys('Shift+M');
    expect(instances(task), 'merged').to.deep.equal([`car ${2 * dab}`, `car ${dab}`]);
    expect(task.steps).to.equal(4);
    await keys('3');
    expect(instances(task), 'relabelled').to.deep.equal([`tree ${2 * dab}`, `car ${dab}`]);
    // Its two parts are apart: the menu makes two of it.
    await task.click([40, 40], 'right');
    await painted();
    const split = [...task.root.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((each) =>
      each.textContent?.includes('Split into parts'),
    )!;
    split.click();
    await task.stepsAre(6, 'split');
    expect(instances(task).toSorted(), 'split').to.deep.equal([`car ${dab}`, `tree ${dab}`, `tree ${dab}`]);
    await task.click([240, 40]);
    await keys('Delete');
    expect(instances(task), 'deleted').to.deep.equal([`tree ${dab}`, `tree ${dab}`]);
    for (let step = 0; step < 4; step++) await keys('Control+z');
    expect(instances(task)).to.deep.equal([`car ${dab}`, `car ${dab}`, `car ${dab}`]);
  });

  it('INS-3: a line with Alt cuts an instance in two', async () => {
    const task = await onStage();
    await task.stroke([60, 100], [240, 100]);
    const whole = task.pixels().length;
    await keys('v');
    await task.click([150, 100]);
    task.hold('Alt');
    await task.stroke([150, 80], [150, 120]);
    task.hold();
    await task.stepsAre(2, 'the cut');
    expect(task.regions.length).to.equal(2);
    expect(task.pixels().length, 'no pixel is lost').to.equal(whole);
  });

  it('INS-4: behind spares all others; the eraser takes the present instance, or all', async () => {
    const task = await onStage();
    await task.stroke([40, 60], [260, 60]);
    const first = task.regions[0]!.number;
    const countOf = (number: number) => Array.from(task.map.data).filter((each) => each === number).length;
    const before = countOf(first);
    await keys('Enter', '2', 'm');
    await task.stroke([150, 20], [150, 140]);
    expect(countOf(first), 'behind').to.equal(before);
    const second = task.regions.find(({number}) => number !== first)!.number;
    expect(countOf(second)).to.be.above(0);
    await keys('m', 'm', 'e');
    await task.type('Size', 31);
    await task.stroke([150, 20], [150, 140]);
    expect(countOf(first), 'the eraser leaves others').to.equal(before);
    expect(countOf(second), 'and takes its own').to.equal(0);
    await task.element.updateComplete;
    task.button('Only this instance').click();
    task.element.focus();
    await task.stroke([150, 20], [150, 140]);
    expect(countOf(first), 'until it is told to take all').to.be.below(before);
  });

  it('INS-5: output colours are unique, in the answer and in the file', async () => {
    const task = await onStage();
    for (const [index, x] of [30, 80, 130, 180, 230].entries()) {
      await keys(String((index % 2) + 1));
      await task.click([x, 40]);
      await keys('Enter');
    }
    const colors = answer(task).map(({color}) => color);
    expect(new Set(colors).size).to.equal(5);
    const {data, palette} = await task.png();
    const seen = new Set(Array.from(data, (id) => palette[id]));
    expect(seen).to.deep.equal(new Set(['#ffffff', ...colors]));
  });

  it('INS-6: a box becomes an instance, by a drag and by the keyboard alone', async () => {
    const task = await onStage();
    await keys('q', 'Shift+Q');
    await task.drag([40.5, 30.5], [99.5, 69.5]);
    await task.stepsAre(1);
    expect(instances(task)).to.deep.equal(['car 2400']);
    await keys('Enter', '2', 'c', 'Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'ArrowDown', 'Enter');
    await task.stepsAre(2);
    expect(instances(task)).to.deep.equal(['car 2400', 'dog 22']);
    expect(task.labelAt([10, 1])).to.equal('dog');
    await keys('Shift+Q');
    await task.says('Any outline');
  });

  it('INS-6: the box of the selected instance is shown, to the pixel, with its size', async () => {
    const task = await onStage();
    await keys('q', 'Shift+Q');
    await task.drag([40.5, 30.5], [99.5, 69.5]);
    await task.drag([150.5, 30.5], [199.5, 129.5]);
    await task.stepsAre(2);
    const frames = () =>
      [...task.viewer.shadowRoot!.querySelectorAll('.layer .frame')].map((frame) => {
        const {left, top, right, bottom} = frame.getBoundingClientRect();
        return [left, top, right, bottom].map(Math.round);
      });
    const around = (left: number, top: number, right: number, bottom: number) => {
      const [a, b] = [task.onPage([left, top]), task.onPage([right, bottom])];
      return [a.x, a.y, b.x, b.y].map(Math.round);
    };
    expect(frames()).to.deep.equal([]);
    await keys('v');
    await task.click([60, 50]);
    await painted();
    expect(frames()).to.deep.equal([around(40, 30, 200, 130)]);
    expect(task.viewer.status).to.equal('160 × 100');
    await task.look(2, [100, 80]);
    expect(frames(), 'it moves with the view').to.deep.equal([around(40, 30, 200, 130)]);
    await task.drag([60, 50], [80, 50]);
    await painted();
    expect(frames(), 'and with the instance').to.deep.equal([around(60, 30, 220, 130)]);
    await keys('h');
    expect(frames(), 'hidden').to.deep.equal([]);
    await keys('h', 'Delete');
    await painted();
    expect(frames()).to.deep.equal([]);
    expect(task.viewer.status).to.equal('');
  });

  it('INS-7: an instance of which nothing is left vanishes, and that is said', async () => {
    const task = await onStage();
    await task.click([40, 40]);
    await keys('Enter', '2');
    await task.click([140, 40]);
    await keys('Enter', '3');
    await task.type('Size', 41);
    await task.click([40, 40]);
    expect(task.regions.map(({label}) => label)).to.deep.equal(['dog', 'tree']);
    await task.says('One instance has no pixel left and is gone.');
    await keys('Control+z');
    expect(task.regions.map(({label}) => label).toSorted()).to.deep.equal(['car', 'dog']);
  });
});
