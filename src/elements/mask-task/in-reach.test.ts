import {expect, waitUntil} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-instance-segmentation-task.js';
import '../../define/gt-segmentation-task.js';
import type {Spans} from '../../raster/spans.js';
import type {Segmenter} from '../../vision/segmenter.js';
import {painted} from '../stage/stage.harness.js';
import {MaskHarness, type MaskTag, type MaskTask} from './mask-task.harness.js';

const size = {width: 60, height: 40};

async function onStage(
  properties: Partial<MaskTask> = {},
  tag: MaskTag = 'gt-segmentation-task',
): Promise<MaskHarness> {
  const task = await MaskHarness.of(await drawnPicture(size.width, size.height), properties, {}, tag);
  task.element.focus();
  return task;
}

/** A bar from left to right, selected. */
async function bar(): Promise<MaskHarness> {
  const task = await onStage({}, 'gt-instance-segmentation-task');
  await task.type('Size', 8);
  await task.stroke([5, 20], [55, 20]);
  await keys('v');
  await task.click([30, 20]);
  await painted();
  return task;
}

const item = (task: MaskHarness, name: string): HTMLElement => {
  const items = [...task.root.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  return items.find((each) => each.dataset['name'] === name)!;
};

describe('cutting an instance', () => {
  it('goes by a button and a drag', async () => {
    const task = await bar();
    await click(task.button('Cut along a line'));
    await task.element.updateComplete;
    expect(task.button('Cut along a line').ariaPressed).to.equal('true');
    await task.drag([20, 5], [20, 35]);
    expect(task.regions.length).to.equal(2);
    expect(task.button('Cut along a line').ariaPressed, 'one cut only').to.equal('false');
    await keys('Control+z');
    expect(task.regions.length).to.equal(1);
  });

  it('goes by a finger, which does not move the picture meanwhile', async () => {
    const task = await bar();
    await click(task.button('Cut along a line'));
    const before = task.onPage([0, 0]);
    await task.drag([20, 5], [20, 35], 'touch');
    expect(task.onPage([0, 0])).to.deep.equal(before);
    expect(task.regions.length).to.equal(2);
  });

  it('goes by two clicks, and by the keyboard alone', async () => {
    const task = await bar();
    await keys('k');
    await task.click([20, 5]);
    await task.click([20, 35]);
    expect(task.regions.length, 'clicks').to.equal(2);
    await keys('Control+z', 'Control+a', 'k', 'c', 'PageUp', 'Enter', 'PageDown', 'Enter');
    expect(task.regions.length, 'keys').to.equal(2);
  });

  it('is given up by Escape, and refused without a selection', async () => {
    const task = await bar();
    await keys('k');
    await task.click([20, 5]);
    await keys('Escape');
    await task.click([30, 20]);
    expect(task.regions.length).to.equal(1);
    await keys('Escape', 'k');
    await painted();
    expect(task.frame.toast?.textContent?.trim()).to.equal('Select one instance to cut it.');
  });

  it('is offered in the menu of the instance', async () => {
    const task = await bar();
    await click(task.button('More'));
    await painted();
    item(task, 'Cut along a line').click();
    await painted();
    await task.drag([20, 5], [20, 35]);
    expect(task.regions.length).to.equal(2);
  });
});

describe('what tools are set to', () => {
  it('lets the wand go over corners', async () => {
    const task = await onStage();
    await keys('w');
    await painted();
    const corners = task.button('Over corners too');
    expect(corners.ariaPressed).to.equal('false');
    await click(corners);
    await task.element.updateComplete;
    expect(corners.ariaPressed).to.equal('true');
    await click(task.button('Connected only'));
    await task.element.updateComplete;
    expect(corners.disabled, 'of no use where nothing must be connected').to.equal(true);
  });

  it('is spoken when a button sets it', async () => {
    const task = await onStage({}, 'gt-instance-segmentation-task');
    await keys('e');
    await painted();
    await click(task.button('Only this instance'));
    await task.says('The eraser takes from everything.');
    task.choice('Square').click();
    await task.says('Square brush.');
    await keys('b');
    await painted();
    expect(task.choice('Square').checked, 'brush and eraser have one shape').to.equal(true);
    task.choice('Only what is unlabelled').click();
    await task.says('Painting behind');
  });

  it('says how large holes are that are filled', async () => {
    const task = await onStage();
    await task.type('Size', 20);
    await task.stroke([10, 20], [50, 20]);
    await keys('e');
    await task.type('Size', 5);
    await task.click([30, 20]);
    const holed = task.counts['car']!;
    const open = async () => {
      await click(task.root.querySelector('.coverage-more')!);
      await painted();
    };
    await open();
    item(task, 'Holes and islands: up to 400 pixels').click();
    await painted();
    item(task, '10 pixels').click();
    await painted();
    expect(item(task, 'Holes and islands: up to 10 pixels'), 'the menu is open again').to.exist;
    item(task, 'Fill holes').click();
    await task.says('nothing to correct');
    expect(task.counts['car']).to.equal(holed);
    await open();
    item(task, 'Holes and islands: up to 10 pixels').click();
    await painted();
    item(task, 'any size').click();
    await painted();
    item(task, 'Fill holes').click();
    await waitUntil(() => task.counts['car']! > holed, 'the hole is filled');
  });
});

describe('areas', () => {
  it('are found from the smallest on', async () => {
    const task = await onStage();
    await task.stroke([10, 20], [50, 20]);
    await task.type('Size', 1);
    await keys('2');
    await task.click([5.5, 3.5]);
    await keys('Shift+U');
    await task.says('Area 1 of 2: dog, 1 pixel');
  });

  it('never make the picture smaller than the stage', async () => {
    const task = await MaskHarness.of(await drawnPicture(2400, 1600));
    task.element.focus();
    const {scale} = task.viewer.sight!.view;
    await task.type('Size', 1);
    await task.click([5.5, 3.5]);
    await keys('u');
    await task.says('Area 1 of 1: unlabelled');
    expect(task.viewer.sight!.view.scale).to.be.at.least(scale);
  });
});

describe('a search that takes long', () => {
  it('is shown, and told', async () => {
    let answer = (_spans: Spans): void => {};
    const segmenter: Segmenter = {
      name: 'slow',
      segment: () => new Promise((resolve) => (answer = resolve)),
    };
    const task = await onStage({segmenter});
    await keys('a');
    await task.drag([10, 10], [50, 30]);
    await waitUntil(() => task.options.ariaBusy === 'true', 'busy');
    expect(task.root.querySelector('.options .spinner')).to.exist;
    await task.says('Working…');
    answer(Int32Array.of(20, 20, 30));
    await waitUntil(() => task.options.ariaBusy !== 'true', 'done');
    expect(task.root.querySelector('.options .spinner')).to.equal(null);
  });
});
