import {expect, oneEvent} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {countListeners} from '../../../test/helpers/listeners.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

const picture = () => drawnPicture(400, 300);
const car = {label: 'car', left: 40, top: 30, width: 100, height: 80};

/** A task with one box, which is selected, and the focus on the stage. */
async function withBox(): Promise<BboxHarness> {
  const task = await BboxHarness.of(await picture());
  task.element.focus();
  await task.drag([40, 30], [140, 110]);
  return task;
}

const active = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** Presses a key of another keyboard: what is printed on it, and where it is. */
async function pressKey(key: string, code: string): Promise<void> {
  const text = {key, code, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0)};
  await executeServerCommand('cdp', [
    ['Input.dispatchKeyEvent', {type: 'keyDown', ...text}],
    ['Input.dispatchKeyEvent', {type: 'keyUp', ...text}],
  ] as never);
}

describe('checklist: the keyboard', () => {
  const everything = [
    ...['1', '2', 'v', 'r', 'c', 'n', 'h', 'o', 't', 'g', 'z', '.', ',', '+', '-'],
    ...['Delete', 'Backspace', 'Enter', 'Escape', 'ArrowLeft', 'Shift+ArrowUp', 'Alt+ArrowDown'],
    ...['Control+a', 'Control+d', 'Control+z', 'Control+Enter', 'Shift+R', 'Shift+L', 'Shift+H'],
  ];

  it('does nothing while somebody types in a field of the page, inside the element or outside', async () => {
    const task = await withBox();
    const inside = document.createElement('input');
    const instructions = document.createElement('short-instructions');
    instructions.append(inside);
    task.element.append(instructions);
    await painted();
    const slot = document.createElement('div');
    slot.append(document.createElement('textarea'));
    task.element.after(slot);
    const editable = document.createElement('p');
    editable.contentEditable = 'true';
    slot.append(editable);
    const events: string[] = [];
    for (const type of ['gt-change', 'gt-submit'])
      task.element.addEventListener(type, ({type: seen}) => events.push(seen));
    const before = JSON.stringify([task.element.value, task.element.history, task.viewer.sight]);
    for (const field of [inside, slot.querySelector('textarea')!, editable]) {
      field.focus();
      expect(document.activeElement, 'the field has the focus').to.equal(field);
      await keys(...everything);
    }
    expect(JSON.stringify([task.element.value, task.element.history, task.viewer.sight])).to.equal(before);
    expect(events).to.deep.equal([]);
    expect(inside.value, 'typing is typing').to.include('vrcnhotgz');
    slot.remove();
  });

  it('leaves no listener once the element is removed, not even in the middle of a drawing', async () => {
    const counts = countListeners();
    const task = await withBox();
    await task.click([200, 200]);
    await task.mouse('Moved', [220, 220]);
    const {history} = task.element;
    task.element.remove();
    await painted();
    expect(counts.stop()).to.deep.equal({});
    document.body.tabIndex = -1;
    document.body.focus();
    await keys(...everything);
    document.body.removeAttribute('tabindex');
    expect(task.element.history).to.deep.equal(history);
  });

  it('takes the digits of a French keyboard by their place', async () => {
    const task = await withBox();
    await pressKey('é', 'Digit2');
    expect(task.records.map(({label}) => label)).to.deep.equal(['dog']);
    await pressKey('"', 'Digit3');
    expect(task.records.map(({label}) => label)).to.deep.equal(['tree']);
  });

  it('takes letters by their place where the layout has others', async () => {
    const task = await withBox();
    // A Russian keyboard: с is where C is.
    await pressKey('с', 'KeyC');
    expect(task.boxes.length).to.equal(1);
    await keys('Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter');
    expect(task.boxes[1]).to.deep.equal({left: 0, top: 0, width: 10, height: 10});
  });

  it('makes every shape without a pointer: a box, four extremes, nothing to label', async () => {
    const task = await BboxHarness.of(await picture());
    task.element.focus();
    await keys('c', 'Home', 'PageUp', 'Control+ArrowRight', 'Shift+ArrowDown', 'Enter');
    await keys('Control+ArrowRight', 'Control+ArrowDown', 'Space');
    expect(task.boxes).to.deep.equal([{left: 50, top: 10, width: 50, height: 50}]);
    // The dots at 100, 60 · 120, 70 · 110, 80 · 90, 75: the box around them.
    await keys('r', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter');
    await keys('Shift+ArrowLeft', 'Shift+ArrowDown', 'Enter');
    await keys('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
    expect(task.boxes[1]).to.deep.equal({left: 90, top: 60, width: 30, height: 20});
    await keys('c', 'Control+a', 'Delete', 'n');
    expect(task.element.value).to.deep.equal({
      boundingBoxes: [],
      inputImageProperties: {width: 400, height: 300},
    });
  });

  it('lets Tab leave the stage with nothing selected, and go through the boxes otherwise', async () => {
    const task = await withBox();
    await task.drag([200, 150], [260, 200]);
    task.element.focus();
    const stage = active();
    expect(stage).to.equal(task.stage);
    const selected = () => task.root.querySelector('gt-box-list')!.selected;
    const [first] = selected();
    await keys('Tab');
    expect(active(), 'Tab stays while a box is selected').to.equal(stage);
    const [second] = selected();
    expect(second).to.not.equal(first);
    await keys('Shift+Tab');
    expect([...selected()]).to.deep.equal([first]);
    await keys('Escape');
    expect(selected().size).to.equal(0);
    await keys('Tab');
    expect(active()).to.not.equal(stage);
    expect(task.element.matches(':focus-within')).to.equal(true);
    await keys('Shift+Tab', 'Shift+Tab');
    expect(active()).to.not.equal(stage);
  });

  it('refuses a key that is taken, says so, and goes on with the old ones', async () => {
    const task = await BboxHarness.of(await picture());
    const told = oneEvent(task.element, 'gt-error');
    task.element.keymap = {'tool-select': 'R', 'tool-box': 'B'};
    const {detail} = (await told) as CustomEvent<{code: string; message: string}>;
    expect(detail.code).to.equal('invalid-keymap');
    expect(detail.message).to.include('R').and.to.include('tool-box');
    task.element.focus();
    await keys('v', 'b');
    await task.drag([40, 30], [140, 110]);
    expect(task.element.value?.boundingBoxes).to.deep.equal([car]);
  });
});
