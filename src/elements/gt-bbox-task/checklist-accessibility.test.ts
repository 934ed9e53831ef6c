import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {conditions} from '../../../test/helpers/conditions.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import type {GtBoxList} from '../gt-box-list/gt-box-list.js';
import {TaskHarness} from '../shared/task.harness.js';
import {screenshot} from './checklist.harness.js';
import {BboxHarness, painted, type Place, type Setting} from './gt-bbox-task.harness.js';

const boxes = [
  {label: 'car', left: 40, top: 30, width: 100, height: 80},
  {label: 'dog', left: 200, top: 150, width: 60, height: 50},
];

/** A task with two boxes from the page. */
async function withBoxes(setting: Setting = {}): Promise<BboxHarness> {
  const picture = await drawnPicture(400, 300, 'image/png', (context) => {
    context.fillStyle = '#c8ccd0';
    context.fillRect(0, 0, 400, 300);
  });
  const task = await BboxHarness.of(picture, {header: 'Box each car'}, setting);
  task.element.value = {boundingBoxes: boxes} as never;
  task.element.focus();
  await painted();
  return task;
}

const listOf = (task: BboxHarness): GtBoxList => task.root.querySelector('gt-box-list')!;

function rowOf(task: BboxHarness, label: string): HTMLElement {
  const rows = listOf(task).shadowRoot!.querySelectorAll<HTMLElement>('[role="row"]');
  const row = [...rows].find((each) => each.querySelector('.name')?.textContent?.trim() === label);
  if (!row) throw new Error(`There is no row of ${label}.`);
  return row;
}

function field<T extends HTMLElement>(task: BboxHarness, label: string, name: string): T {
  const found = rowOf(task, label).querySelector<T>(`[data-field="${name}"]`);
  if (!found) throw new Error(`The row of ${label} has no ${name}.`);
  return found;
}

describe('checklist: accessibility', () => {
  for (const [name, under] of Object.entries(conditions)) {
    it(`has no automatic findings, empty, drawing, selected and refused: ${name}`, () =>
      under(async () => {
        const narrow = innerWidth <= 320;
        const size = {width: narrow ? 320 : 1000, height: 640};
        const empty = await BboxHarness.of(await drawnPicture(400, 300), {header: 'Box each car'}, size);
        await expect(empty.element, 'empty').to.be.accessible();
        // Two tasks on one page would each have a header of their own, which is another matter.
        empty.element.remove();
        const task = await withBoxes(size);
        await expect(task.element).to.be.accessible();
        await task.click([300, 200]);
        await task.mouse('Moved', [330, 230]);
        await expect(task.element, 'drawing').to.be.accessible();
        await task.click([340, 240]);
        await expect(task.element, 'selected').to.be.accessible();
        await keys('Control+a', 'Delete');
        await task.element.submit();
        await expect(task.element, 'refused').to.be.accessible();
        const {base} = {base: task.root.querySelector('.base')!};
        expect(base.scrollWidth).to.be.at.most(base.clientWidth, 'nothing sticks out sideways');
      }));
  }

  it('says politely what came of adding, moving, resizing, relabelling and deleting', async () => {
    const task = await withBoxes();
    const harness = new TaskHarness(task.element);
    const says = async (text: string) => {
      await waitUntil(() => harness.status.includes(text), `says “${text}”, not “${harness.status}”`);
    };
    const region = task.root.querySelector('.base > [role="status"]')!;
    expect(region.ariaLive ?? 'polite').to.equal('polite');
    await task.drag([300, 200], [340, 230]);
    await says('car box added, 40 by 30 at 300, 200. 3 shapes.');
    await keys('ArrowRight');
    await says('Moved car 2 to 301, 200.');
    await keys('Alt+ArrowRight');
    await says('Resized car 2 to 41 by 30 at 301, 200.');
    await keys('3');
    await says('Changed car 2 to tree.');
    await keys('Delete');
    await says('Deleted tree 1. 2 shapes.');
    await keys('Control+z');
    await says('Undone: delete tree 1');
    await keys('c', 'Home', 'PageUp');
    await says('0, 0');
  });

  it('selects, relabels, measures, hides, locks, duplicates and deletes in the list alone', async () => {
    const task = await withBoxes();
    listOf(task).focus();
    await keys('ArrowDown');
    expect([...listOf(task).selected].length).to.equal(1);
    await keys('ArrowUp');
    expect(
      task.records.filter(({id}) => listOf(task).selected.has(id)).map(({label}) => label),
    ).to.deep.equal(['car']);
    await keys('Enter');
    await keys('ArrowDown');
    await painted();
    expect(
      task.records.map(({label}) => label),
      'relabelled',
    ).to.deep.equal(['dog', 'dog']);
    await keys('ArrowUp');
    await painted();
    expect(task.records.map(({label}) => label)).to.deep.equal(['car', 'dog']);

    field(task, 'car', 'left').focus();
    await sendKeys({type: '44'});
    await keys('Tab');
    await sendKeys({type: '33'});
    await keys('Enter');
    expect(task.boxes[0], 'measured').to.deep.equal({left: 44, top: 33, width: 100, height: 80});

    const scale = task.viewer.scale;
    await click(field(task, 'car', 'reveal'));
    await painted();
    expect(task.viewer.scale, 'zoomed to').to.be.above(scale * 1.5);

    rowOf(task, 'car').focus();
    await keys('ArrowRight', 'Enter');
    await painted();
    expect(rowOf(task, 'car').getAttribute('aria-label')).to.match(/hidden/i);
    await keys('Enter');
    await painted();
    expect(rowOf(task, 'car').getAttribute('aria-label')).to.not.match(/hidden/i);
    await keys('ArrowRight', 'Enter');
    await painted();
    expect(rowOf(task, 'car').getAttribute('aria-label')).to.match(/locked/i);
    rowOf(task, 'car').focus();
    await keys('Delete');
    expect(task.boxes.length, 'locked boxes stay').to.equal(2);
    await click(field(task, 'car', 'lock'));
    // What is hidden is not selected; Enter selects it again and goes into its details.
    rowOf(task, 'car').focus();
    await keys('Enter');
    await painted();

    await click(field(task, 'car', 'duplicate'));
    await painted();
    expect(task.boxes.length, 'duplicated').to.equal(3);
    rowOf(task, 'dog').focus();
    await keys('Home', 'ArrowDown', 'Delete');
    await painted();
    expect(task.boxes.length, 'deleted').to.equal(2);
    expect(listOf(task).matches(':focus-within'), 'the focus stays in the list').to.equal(true);
  });

  it('shows in the list what is pointed at on the stage, and the other way round', async () => {
    const task = await withBoxes();
    await keys('v');
    await task.mouse('Moved', [230, 170]);
    await painted();
    expect(rowOf(task, 'dog').classList.contains('hovered')).to.equal(true);
    await task.click([230, 170]);
    expect(rowOf(task, 'dog').ariaSelected).to.equal('true');
  });

  it('keeps outlines in forced colours, drawn with system colours', async () => {
    /** The colours across the left side of the first box. */
    const outline = async (task: BboxHarness): Promise<string[]> => {
      await task.mouse('Moved', [390, 290]);
      await painted();
      const {data, width} = await screenshot();
      const {x, y} = task.onPage([40, 70] satisfies Place);
      const ratio = width / innerWidth;
      return Array.from({length: 13}, (_, index) => {
        const i = (Math.round(y * ratio) * width + Math.round(x * ratio) + index - 6) * 4;
        return `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
      });
    };
    const usual = await outline(await withBoxes());
    expect(new Set(usual).size, 'an outline is there').to.be.above(2);
    await conditions['forced colours']!(async () => {
      const probe = document.createElement('i');
      probe.style.color = 'CanvasText';
      document.body.append(probe);
      const systemColor = getComputedStyle(probe).color;
      probe.remove();
      expect(usual).to.not.include(systemColor);
      expect(await outline(await withBoxes())).to.include(systemColor);
    });
  });
});
