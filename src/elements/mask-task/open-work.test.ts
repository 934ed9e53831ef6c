import {expect} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import '../../define/gt-segmentation-task.js';
import {painted} from '../stage/stage.harness.js';
import {MaskHarness} from './mask-task.harness.js';

const picture = () => drawnPicture(60, 40);

async function onStage(): Promise<MaskHarness> {
  const task = await MaskHarness.of(await picture());
  task.element.focus();
  return task;
}

/** The buttons of the bar below. */
const move = (task: MaskHarness, name: 'Undo' | 'Redo'): HTMLButtonElement =>
  task.root.querySelector<HTMLButtonElement>(`.footer [aria-label="${name}"]`)!;

const toastText = (task: MaskHarness): string => task.root.querySelector('.toast')?.textContent?.trim() ?? '';

describe('work that is open', () => {
  it('becomes a step when a key takes another tool in mid-stroke', async () => {
    const task = await onStage();
    await task.mouse('Moved', [10, 10]);
    await task.mouse('Pressed', [10, 10]);
    await task.mouse('Moved', [30, 10]);
    await task.mouse('Moved', [50, 10]);
    await keys('e');
    expect(task.steps, 'one step').to.equal(1);
    const {car} = task.counts;
    expect(car).to.be.above(40 * 20);
    await task.mouse('Moved', [50, 30]);
    await task.mouse('Released', [50, 30]);
    expect(task.counts, 'the rest of the way paints nothing').to.deep.equal({car});
    await keys('Control+z');
    expect(task.counts).to.deep.equal({});
  });

  it('becomes a step when the pen of the keyboard is down', async () => {
    const task = await onStage();
    await keys('c', 'Enter', 'ArrowRight', 'q');
    expect(task.steps).to.equal(1);
  });

  it('enables Undo and Redo for the corners of an outline', async () => {
    const task = await onStage();
    expect(move(task, 'Undo').disabled).to.equal(true);
    await keys('q');
    await task.click([10, 10]);
    await task.click([50, 10]);
    await painted();
    expect(move(task, 'Undo').disabled, 'two corners').to.equal(false);
    expect(move(task, 'Undo').title).to.equal('Undo: last part of the drawing');
    expect(move(task, 'Redo').disabled).to.equal(true);
    move(task, 'Undo').click();
    await painted();
    expect(move(task, 'Redo').disabled, 'one corner back').to.equal(false);
    move(task, 'Undo').click();
    await painted();
    expect(move(task, 'Undo').disabled, 'no corner left').to.equal(true);
    expect(move(task, 'Redo').disabled).to.equal(false);
    move(task, 'Redo').click();
    await painted();
    expect(task.isDrawing).to.equal(true);
  });

  it('enables Undo for an outline that was given up', async () => {
    const task = await onStage();
    await keys('q');
    await task.click([10, 10]);
    await task.click([50, 10]);
    await keys('Escape');
    await painted();
    expect(move(task, 'Undo').disabled).to.equal(false);
    expect(move(task, 'Undo').title).to.equal('Undo: give the drawing up');
    move(task, 'Undo').click();
    await painted();
    expect(task.isDrawing).to.equal(true);
  });

  it('enables Undo in mid-stroke', async () => {
    const task = await onStage();
    await task.mouse('Moved', [10, 10]);
    await task.mouse('Pressed', [10, 10]);
    await task.mouse('Moved', [50, 10]);
    await painted();
    expect(move(task, 'Undo').disabled).to.equal(false);
    await keys('Control+z');
    await painted();
    expect(move(task, 'Undo').disabled, 'taken back').to.equal(true);
    await task.mouse('Released', [50, 10]);
    expect(task.counts).to.deep.equal({});
  });
});

describe('refusals', () => {
  it('are shown as long as the work has not gone on, and take no focus', async () => {
    const task = await onStage();
    await task.stroke([10, 20], [50, 20]);
    await keys('Shift+L');
    await task.stroke([10, 20], [50, 20]);
    expect(toastText(task)).to.equal('car is locked. Unlock it to change it.');
    expect(task.isStageFocused).to.equal(true);
    expect(task.root.querySelector('.toast button')).to.equal(null);
    await keys('2');
    await task.stroke([10, 2], [50, 2]);
    expect(toastText(task), 'the work goes on').to.equal('');
  });

  it('say that a tool needs more', async () => {
    const task = await onStage();
    await keys('q');
    await task.click([10, 10]);
    await keys('Enter');
    await painted();
    expect(toastText(task)).to.contain('at least three different corners');
    await keys('Escape');
  });
});
