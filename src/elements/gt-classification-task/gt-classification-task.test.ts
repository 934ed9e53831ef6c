import {expect, fixture, html, nextFrame, oneEvent, waitUntil} from '@open-wc/testing';
import {a11ySnapshot, sendKeys, setViewport} from '@web/test-runner-commands';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys, tap} from '../../../test/helpers/press.js';
import '../../define/gt-classification-task.js';
import {ClassificationHarness} from './gt-classification-task.harness.js';
import type {GtClassificationTask} from './gt-classification-task.js';

async function classify(properties: Partial<GtClassificationTask> = {}): Promise<ClassificationHarness> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'height: 600px';
  const element = document.createElement('gt-classification-task');
  Object.assign(element, {labels: ['cat', 'dog', 'bird'], text: 'It purrs.', header: 'Who?', ...properties});
  box.append(element);
  await element.updateComplete;
  return new ClassificationHarness(element);
}

/** Every promise of `gt-submit` the element fires, as label and entry. */
function submissions(element: HTMLElement): string[] {
  const labels: string[] = [];
  element.addEventListener('gt-submit', ((event: CustomEvent) => {
    labels.push(Object.values<{label: string}>(event.detail.answer.answerContent)[0]?.label ?? '');
  }) as EventListener);
  return labels;
}

/** Waits until an element that was chosen from later has submitted itself: whatever was due before has happened. */
async function anotherAdvances(): Promise<void> {
  const {element} = await classify({autoAdvance: true});
  element.focus();
  await keys('1');
  await oneEvent(element, 'gt-submit');
}

describe('gt-classification-task', () => {
  it('chooses with one press and submits only with Enter', async () => {
    const harness = await classify();
    const {element} = harness;
    const submitted = submissions(element);
    await click(harness.row('dog'));
    expect(element.value).to.deep.equal({label: 'dog'});
    await tap(harness.row('bird'));
    await waitUntil(() => element.value?.label === 'bird');
    expect(submitted).to.deep.equal([]);
    await waitUntil(() => element.acceptsSubmit);
    await keys('Enter');
    expect(submitted).to.deep.equal(['bird']);
  });

  it('is done with the keyboard alone: numbers, arrows, Enter, undo', async () => {
    const {element} = await classify();
    const submitted = submissions(element);
    await keys('Tab', 'Tab', '2', 'ArrowDown', 'Control+z');
    expect(element.value).to.deep.equal({label: 'dog'});
    await waitUntil(() => element.acceptsSubmit);
    await keys('Enter');
    expect(submitted).to.deep.equal(['dog']);
  });

  it('keeps Tab and the focus on the chosen label, else on the first, of each item', async () => {
    const harness = await classify({text: '', entry: {source: 'one'}});
    const {element, picker} = harness;
    const places = async (): Promise<string[]> => {
      await element.updateComplete;
      await nextFrame();
      const stops = harness.rows.filter(({tabIndex}) => tabIndex === 0);
      const focused = picker.shadowRoot?.activeElement;
      return [...stops, focused].map((row) => row?.querySelector('.name')?.textContent ?? '');
    };
    element.focus();
    await keys('3', '2', 'Control+z');
    expect(await places(), 'undo').to.deep.equal(['bird', 'bird']);
    await keys('Control+z');
    expect(await places(), 'nothing chosen, same item').to.deep.equal(['bird', 'bird']);
    element.entry = {source: 'two'};
    expect(await places(), 'next item').to.deep.equal(['cat', 'cat']);
    element.value = {label: 'dog'};
    expect(await places(), 'the page chose').to.deep.equal(['dog', 'dog']);
    element.value = undefined;
    expect(await places(), 'the page cleared').to.deep.equal(['cat', 'cat']);
    await keys('3');
    Object.assign(element, {entry: {source: 'three'}, value: {label: 'dog'}});
    expect(await places(), 'next item with an answer').to.deep.equal(['dog', 'dog']);
    await keys('3');
    element.reset();
    expect(await places(), 'reset').to.deep.equal(['cat', 'cat']);
    await keys('3');
    (document.activeElement as HTMLElement).blur();
    element.entry = {source: 'four'};
    expect(await places(), 'the focus is elsewhere').to.deep.equal(['cat', '']);
  });

  it('chooses by the key a label brings along, and tells when that key is taken', async () => {
    const {element} = await classify({
      labels: [
        {label: 'cat', shortcut: 'c'},
        {label: 'dog', shortcut: 'i'},
      ],
    });
    element.focus();
    await keys('c');
    expect(element.value).to.deep.equal({label: 'cat'});
    expect(new ClassificationHarness(element).notices[0]).to.include('“instructions”');
  });

  it('folds many notices into one line, and puts them away until they change', async () => {
    const harness = await classify({keymap: {'no-such': '1', other: '2', third: '3'}});
    const shown = () => harness.root.querySelector<HTMLElement>('.notices');
    expect(shown()?.querySelector('summary')?.textContent?.trim()).to.equal('3 things about this item');
    expect(shown()?.offsetHeight).to.be.below(60);
    await click(shown()?.querySelector('summary') as Element);
    expect(harness.notices.length).to.equal(3);
    expect(shown()?.offsetHeight).to.be.above(80);
    await click(harness.button('Dismiss'));
    await harness.element.updateComplete;
    expect(shown()).to.equal(null);
    harness.element.header = 'Another question';
    await harness.element.updateComplete;
    expect(shown()).to.equal(null);
    harness.element.keymap = {another: '1'};
    await harness.element.updateComplete;
    expect(harness.notices.length).to.equal(1);
  });

  it('is reached by search from anywhere inside', async () => {
    const {element, picker} = await classify();
    element.focus();
    await keys('/');
    await waitUntil(() => picker.shadowRoot?.activeElement?.localName === 'input');
    await sendKeys({type: 'bi'});
    await keys('Enter');
    expect(element.value).to.deep.equal({label: 'bird'});
  });

  describe('with auto-advance', () => {
    it('submits a moment after the choice, and a second key replaces the choice', async () => {
      const {element} = await classify({autoAdvance: true});
      const submitted = submissions(element);
      element.focus();
      await keys('1', '2');
      expect(submitted).to.deep.equal([]);
      await oneEvent(element, 'gt-submit');
      expect(submitted).to.deep.equal(['dog']);
    });

    it('can be stopped from its toast', async () => {
      const harness = await classify({autoAdvance: true});
      const submitted = submissions(harness.element);
      harness.element.focus();
      await keys('1');
      await harness.element.updateComplete;
      expect(harness.toast?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('cat Undo');
      harness.toast?.querySelector('button')?.click();
      await anotherAdvances();
      expect(submitted).to.deep.equal([]);
      expect(harness.element.value).to.equal(undefined);
    });

    it('offers the way back when the next item has come', async () => {
      const harness = await classify({autoAdvance: true, text: '', entry: {source: 'one'}});
      const {element} = harness;
      element.addEventListener('gt-submit', () => (element.entry = {source: 'two'}));
      element.focus();
      await keys('1');
      await oneEvent(element, 'gt-submit');
      await element.updateComplete;
      expect(harness.toast?.textContent).to.include('cat');
      setTimeout(() => harness.toast?.querySelector('button')?.click());
      const {detail} = (await oneEvent(element, 'gt-return')) as CustomEvent;
      expect(detail.entry).to.deep.equal({source: 'one'});
    });

    it('leaves the item alone when it is taken away before', async () => {
      const {element} = await classify({autoAdvance: true});
      const submitted = submissions(element);
      element.focus();
      await keys('1');
      element.remove();
      await anotherAdvances();
      expect(submitted).to.deep.equal([]);
    });
  });

  describe('with a comment', () => {
    it('takes it in place, as one step however many keys it was, and into the answer', async () => {
      const harness = await classify({comment: true});
      const {element} = harness;
      element.focus();
      await keys('1');
      await click(harness.button('Add a comment'));
      await waitUntil(() => harness.root.activeElement === harness.comment);
      await sendKeys({type: 'ears 123'});
      expect(element.value).to.deep.equal({label: 'cat', workerComment: 'ears 123'});
      expect(element.history.done.map(({name}) => name)).to.deep.equal(['choose cat', 'edit comment']);
      await keys('Control+z');
      expect(element.value).to.deep.equal({label: 'cat'});
      await element.updateComplete;
      expect(harness.comment?.value).to.equal('');
      await keys('Control+Shift+z');
      expect(element.value).to.deep.equal({label: 'cat', workerComment: 'ears 123'});
    });

    it('submits from the field with Ctrl+Enter, and breaks the line with Enter', async () => {
      const harness = await classify({comment: true, value: {label: 'cat'}});
      const submitted = submissions(harness.element);
      await click(harness.button('Add a comment'));
      await waitUntil(() => harness.root.activeElement === harness.comment);
      await waitUntil(() => harness.element.acceptsSubmit);
      await sendKeys({type: 'a'});
      await keys('Enter');
      expect(submitted).to.deep.equal([]);
      await keys('Control+Enter');
      expect(submitted).to.deep.equal(['cat']);
    });
  });

  describe('the item', () => {
    it('is a picture when the entry has an address, and ready when it is there', async () => {
      const blob = await drawnPicture(64, 48);
      const {element, root} = await classify({text: '', resolveSource: () => blob});
      setTimeout(() => (element.entry = {'source-ref': 's3://bucket/cat.png'}));
      const {detail} = (await oneEvent(element, 'gt-ready')) as CustomEvent;
      expect(detail.entry).to.deep.equal({'source-ref': 's3://bucket/cat.png'});
      expect(root.querySelector('gt-image-viewer')).to.not.equal(null);
      element.focus();
      await keys('1');
      expect(element.value).to.deep.equal({label: 'cat'});
    });

    it('stays usable when the picture cannot be shown', async () => {
      const {element} = await classify({text: ''});
      setTimeout(() => (element.entry = {'source-ref': 's3://bucket/cat.png'}));
      const {detail} = (await oneEvent(element, 'gt-error')) as CustomEvent;
      expect(detail.message).to.include('resolveSource');
      element.focus();
      await keys('1');
      expect(await element.submit()).to.equal(true);
    });

    it('is text with its lines, its direction and its hidden characters in sight', async () => {
      const {root} = await classify({text: 'a\n  b\u0000\u202E\u05d0 👨🏻‍🚒'});
      const reading = root.querySelector('.reading') as HTMLElement;
      expect(reading.textContent).to.equal('a\n  bU+0000U+202E\u05d0 👨🏻‍🚒');
      expect(getComputedStyle(reading).whiteSpace).to.equal('pre-wrap');
      expect(reading.dir).to.equal('auto');
    });

    it('is what the page puts inside, when it puts something there', async () => {
      const {element, root} = await classify({text: ''});
      const sound = document.createElement('audio');
      sound.controls = true;
      element.append(sound);
      await waitUntil(() => root.querySelector('.stage.custom'));
      element.entry = {'source-ref': 'https://example.org/sound.mp3'};
      await element.updateComplete;
      expect(root.querySelector('gt-image-viewer')).to.equal(null);
      element.focus();
      await keys('1');
      expect(element.value).to.deep.equal({label: 'cat'});
    });
  });

  it('shows the regions of crowd templates as instructions', async () => {
    await setViewport({width: 1280, height: 800});
    const {element, instructions} = await classify();
    const short = document.createElement('short-instructions');
    short.textContent = 'Look closely.';
    const full = document.createElement('full-instructions');
    full.setAttribute('header', 'All about cats');
    full.textContent = 'Cats purr.';
    element.append(short, full);
    await waitUntil(() => instructions.state.hasContent);
    expect([short.slot, full.slot]).to.deep.equal(['short-instructions', 'full-instructions']);
    await waitUntil(() => instructions.open);
    await element.updateComplete;
    expect(instructions.fullHeader).to.equal('All about cats');
    element.focus();
    await keys('i');
    expect(instructions.open).to.equal(false);
  });

  it('fills a sized parent and has a height of its own in others', async () => {
    const {element} = await classify();
    expect(element.clientHeight).to.equal(600);
    const free = await fixture<GtClassificationTask>(
      html`<gt-classification-task text="x"></gt-classification-task>`,
    );
    await free.updateComplete;
    expect(free.clientHeight).to.be.above(400);
  });

  it('has the structure a screen reader needs', async () => {
    const {element, picker} = await classify({value: {label: 'dog'}});
    element.focus();
    expect(picker.shadowRoot?.querySelector('[role=radiogroup]')?.ariaLabel).to.equal('Who?');
    const snapshot = (await a11ySnapshot({selector: 'gt-classification-task'})) as unknown as Node;
    expect(outline(snapshot)).to.deep.equal([
      'heading Who?',
      'region Text to label',
      'radio cat',
      'radio dog checked',
      'radio bird',
      'button Undo disabled',
      'button Redo disabled',
      'button Shortcuts',
      'button Submit',
    ]);

    interface Node {
      role: string;
      name?: string;
      checked?: boolean;
      disabled?: boolean;
      children?: Node[];
    }
    function outline({role, name, checked, disabled, children = []}: Node): string[] {
      const shown = ['heading', 'region', 'radiogroup', 'radio', 'button'].includes(role);
      const line = [role, name, checked ? 'checked' : '', disabled ? 'disabled' : '']
        .filter(Boolean)
        .join(' ');
      return [...(shown ? [line] : []), ...children.flatMap(outline)];
    }
  });
});
