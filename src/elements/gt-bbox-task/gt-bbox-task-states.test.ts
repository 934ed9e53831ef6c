import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {drawnPicture, turnedJpeg} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';
import type {GtBboxTask} from './gt-bbox-task.js';

const picture = () => drawnPicture(400, 300);

describe('gt-bbox-task while something is missing or changes', () => {
  it('takes no edit before the picture says how it is turned', async () => {
    const jpeg = await turnedJpeg(400, 300, 6);
    let show = (_picture: Blob): void => {};
    const coming = new Promise<Blob>((resolve) => (show = resolve));
    const element = document.createElement('gt-bbox-task');
    Object.assign(element, {
      entry: {'source-ref': 'later.jpg'},
      labels: ['cat', 'dog'],
      coordinates: 'displayed',
      initialValue: {boundingBoxes: [{label: 'cat', left: 10, top: 20, width: 100, height: 200}]},
      resolveSource: () => coming,
    });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.cssText = 'width: 900px; height: 600px';
    place.append(element);
    await element.updateComplete;
    const row = () =>
      element
        .shadowRoot!.querySelector('gt-box-list')!
        .shadowRoot!.querySelector<HTMLElement>('[role=row][aria-label^=cat]');
    await waitUntil(() => row());
    row()!.click();
    element.focus();
    await keys('2');
    expect(element.history.done).to.deep.equal([]);
    const ready = oneEvent(element, 'gt-ready');
    show(jpeg);
    await ready;
    await painted();
    row()!.click();
    element.focus();
    await keys('2', 'ArrowRight');
    const [box] = element.value!.boundingBoxes;
    expect(box).to.deep.equal({label: 'dog', left: 11, top: 20, width: 100, height: 200});
  });

  it('gives a drawing up when it becomes read-only, pressed or not', async () => {
    const task = await BboxHarness.of(await picture());
    await task.mouse('Moved', [50, 50]);
    await task.mouse('Pressed', [50, 50]);
    await task.mouse('Moved', [150, 150]);
    task.element.readonly = true;
    await task.element.updateComplete;
    await task.mouse('Released', [150, 150]);
    task.element.readonly = false;
    await task.element.updateComplete;
    await task.drag([300, 100], [380, 200]);
    expect(task.boxes).to.deep.equal([{left: 300, top: 100, width: 80, height: 100}]);
    await task.click([20, 20]);
    task.element.readonly = true;
    await task.element.updateComplete;
    expect(task.isDrawing).to.equal(false);
  });

  it('cannot be submitted while the picture is missing', async () => {
    const element = document.createElement('gt-bbox-task');
    Object.assign(element, {
      entry: {'source-ref': 'nowhere.jpg'},
      labels: ['cat'],
      resolveSource: () => new Blob(['no picture']),
      initialValue: {
        boundingBoxes: [{label: 'cat', left: 1, top: 2, width: 30, height: 40}],
        inputImageProperties: {width: 400, height: 300},
      },
    });
    const failed = oneEvent(element, 'gt-error');
    (await fixture(html`<div></div>`)).append(element);
    await failed;
    expect(await element.submit()).to.equal(false);
    const [problem] = element.shadowRoot!.querySelectorAll('.problems a');
    expect(problem?.textContent).to.contain('could not be shown');
  });

  it('shows the boxes of the next item though the key that hid those of this one is still down', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    const clock = performance.now();
    await sendKeys({down: 'h'});
    await waitUntil(() => performance.now() - clock > 300);
    expect(task.areAllHidden).to.equal(true);
    const ready = oneEvent(task.element, 'gt-ready');
    task.element.entry = {'source-ref': 'another.png'};
    await ready;
    await sendKeys({up: 'h'});
    await task.drag([60, 30], [160, 110]);
    expect(task.areAllHidden).to.equal(false);
  });

  it('ends a peek with the key that began it and with no other', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    const clock = performance.now();
    await sendKeys({down: 'h'});
    await waitUntil(() => performance.now() - clock > 300);
    await keys('g');
    expect(task.areAllHidden).to.equal(true);
    await sendKeys({up: 'h'});
    await task.element.updateComplete;
    expect(task.areAllHidden).to.equal(false);
  });

  it('repeats the item before, not the last one that had boxes', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    for (const ref of ['second.png', 'third.png']) {
      const ready = oneEvent(task.element, 'gt-ready');
      task.element.entry = {'source-ref': ref};
      await ready;
      await painted();
    }
    await keys('Shift+R');
    expect(task.boxes).to.deep.equal([]);
  });

  it('does not take suggestions for answers before somebody has looked at them', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    const ready = oneEvent(task.element, 'gt-ready');
    task.element.entry = {'source-ref': 'second.png'};
    await ready;
    await painted();
    await keys('Shift+R');
    expect(task.boxes).to.have.length(1);
    expect(await task.element.submit()).to.equal(false);
    expect(task.root.querySelector('.problems a')?.textContent).to.contain('copied');
  });

  it('draws nothing without labels', async () => {
    const task = await BboxHarness.of(await picture(), {labels: []});
    await task.drag([40, 30], [140, 110]);
    expect(task.boxes).to.deep.equal([]);
  });

  it('says in a form what is required of a box task', async () => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const element = document.createElement('gt-bbox-task');
    Object.assign(element, {labels: ['cat'], src: 'x.png', resolveSource: picture, required: true});
    form.append(element);
    await oneEvent(element, 'gt-ready');
    expect(element.validationMessage).to.contain('Draw at least one box');
  });

  for (const display of ['block', 'inline-block', 'grid']) {
    it(`keeps its height when the page makes it ${display}`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const element: GtBboxTask = document.createElement('gt-bbox-task');
      element.style.cssText = `display: ${display}; width: 900px; height: 500px; min-height: 0`;
      Object.assign(element, {labels: ['cat'], src: 'x.png', resolveSource: picture});
      place.append(element);
      await oneEvent(element, 'gt-ready');
      expect(element.shadowRoot!.querySelector('gt-image-viewer')!.offsetHeight).to.be.above(300);
    });
  }

  for (const [policy, scale] of [
    ['keep-view', 3],
    ['keep-zoom', 3],
    ['fit', 1],
  ] as const) {
    it(`has the view of the item before as the page wants it: ${policy}`, async () => {
      const task = await BboxHarness.of(await picture(), {viewPolicy: policy});
      await task.look(3, [100, 80]);
      const ready = oneEvent(task.element, 'gt-ready');
      task.element.entry = {'source-ref': 'second.png'};
      await ready;
      await painted();
      expect(task.viewer.scale).to.equal(scale);
      await task.drag([110, 90], [150, 120]);
      expect(task.boxes).to.deep.equal([{left: 110, top: 90, width: 40, height: 30}]);
    });
  }

  it('takes the box back by Ctrl+Z while its label is asked for', async () => {
    const task = await BboxHarness.of(await picture(), {labelMode: 'after'});
    await task.drag([40, 30], [140, 110]);
    await waitUntil(() => task.root.querySelector('.label-popover'));
    await waitUntil(() => task.root.activeElement?.localName === 'gt-label-picker');
    await keys('Control+z');
    expect(task.boxes).to.deep.equal([]);
    await task.element.updateComplete;
    expect(task.root.querySelector('.label-popover')).to.equal(null);
  });

  it('opens the menu of the selected box by the keyboard', async () => {
    const task = await BboxHarness.of(await picture());
    await task.drag([40, 30], [140, 110]);
    await keys('Shift+F10');
    await waitUntil(() => task.root.querySelector('[role=menu]'));
    await keys('End', 'Enter');
    expect(task.boxes).to.deep.equal([]);
    expect(task.isStageFocused).to.equal(true);
  });

  it('relabels the box just drawn by a search, and is back on the stage', async () => {
    const labels = Array.from({length: 40}, (_, index) => `number ${index + 1}`);
    const task = await BboxHarness.of(await picture(), {labels});
    await task.drag([40, 30], [140, 110]);
    await keys('/');
    await sendKeys({type: 'number 27'});
    await keys('Enter');
    expect(task.records.map(({label}) => label)).to.deep.equal(['number 27']);
    await waitUntil(() => task.isStageFocused);
  });
});
