import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {conditions, onTouchScreen} from '../../../test/helpers/conditions.js';
import {click, keys, middleOf, tap} from '../../../test/helpers/press.js';
import '../../define/gt-box-list.js';
import type {BoxAttribute} from '../../tasks/task.js';
import {fieldText, rangeOf, readWhole, stepped} from './box-numbers.js';
import type {BoxRequest} from './box-request.js';
import type {GtBoxList} from './gt-box-list.js';
import {answer, manyRows, rowOf} from './gt-box-list.harness.js';
import {itemsOf, sortRows, type BoxRow} from './list-items.js';
import {scrollToLine, topOf, visibleLines} from './list-window.js';

const labels = [{label: 'car'}, {label: 'dog'}, {label: 'tree'}];
const picture = {width: 640, height: 480};
const street: readonly BoxRow[] = [
  rowOf('a', {number: 1, order: 0, box: {left: 40, top: 300, width: 120, height: 80}}),
  rowOf('b', {label: 'dog', number: 1, order: 1, box: {left: 10, top: 20, width: 30, height: 40}}),
  rowOf('c', {number: 2, order: 2, box: {left: 200, top: 310, width: 100, height: 60}}),
  rowOf('d', {label: 'tree', number: 1, order: 3, box: {left: 400, top: 0, width: 90, height: 300}}),
];

const attributes: readonly BoxAttribute[] = [
  {name: 'occluded', label: 'Occluded', type: 'boolean'},
  {name: 'view', type: 'choice', options: ['front', 'side'], required: true},
  {name: 'plate', type: 'text'},
];

async function listOf(
  properties: Partial<GtBoxList>,
): Promise<{readonly element: GtBoxList; readonly requests: BoxRequest[]; readonly hovers: BoxRequest[]}> {
  const element = await fixture<GtBoxList>(
    html`<gt-box-list style="width: 288px; height: 480px"></gt-box-list>`,
  );
  answer(element);
  const requests: BoxRequest[] = [];
  const hovers: BoxRequest[] = [];
  element.addEventListener('gt-box-request', (({detail}: CustomEvent<BoxRequest>) => {
    (detail.type === 'hover' ? hovers : requests).push(detail);
  }) as EventListener);
  Object.assign(element, {labels, picture, ...properties});
  await element.updateComplete;
  return {element, requests, hovers};
}

const rowsIn = (element: GtBoxList): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? []),
];
const keysIn = (element: GtBoxList): (string | undefined)[] =>
  rowsIn(element).map(({dataset}) => dataset['key']);
const row = (element: GtBoxList, key: string): HTMLElement => {
  const found = rowsIn(element).find(({dataset}) => dataset['key'] === key);
  if (!found) throw new Error(`Row ${key} is not rendered.`);
  return found;
};
const line = (element: GtBoxList, key: string): HTMLElement =>
  row(element, key).querySelector('.what') as HTMLElement;
const field = <T extends HTMLElement = HTMLInputElement>(element: GtBoxList, name: string): T => {
  const found = element.shadowRoot?.querySelector<T>(`[data-field="${name}"]`);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
};
/** The key of the row with the focus, and the field in it. */
const focused = (element: GtBoxList): string => {
  const active = element.shadowRoot?.activeElement as HTMLElement | null;
  const key = active?.closest<HTMLElement>('.item')?.dataset['key'] ?? '';
  return active?.dataset['field'] ? `${key}/${active.dataset['field']}` : key;
};
const selected = (element: GtBoxList): string[] => [...element.selected];
/** The rows of a list render, scroll, measure and may render again. */
async function settled(element: GtBoxList): Promise<void> {
  for (let times = 0; times < 4; times++) await element.updateComplete;
}

describe('gt-box-list', () => {
  it('takes undefined and null, which frameworks set, for the default', async () => {
    const {element} = await listOf({boxes: street});
    const known = [...(element.constructor as typeof GtBoxList).elementProperties.keys()];
    for (const nothing of [undefined, null]) {
      for (const name of ['boxes', 'selected', 'hovered', 'labels', 'boxAttributes', 'picture', 'sort']) {
        expect(known).to.include(name);
        Object.assign(element, {[name]: nothing});
        await element.updateComplete;
      }
      expect(rowsIn(element)).to.have.length(0);
      Object.assign(element, {boxes: street, labels});
      await element.updateComplete;
      expect(rowsIn(element)).to.have.length(4);
    }
  });

  it('asks for nothing when properties are set', async () => {
    const {element, requests} = await listOf({boxes: street, selected: new Set(['a'])});
    Object.assign(element, {
      boxes: street.slice(1),
      sort: 'created',
      hovered: 'b',
      selected: new Set(['b', 'c']),
    });
    await settled(element);
    expect(requests).to.deep.equal([]);
  });

  it('says how to draw while there is nothing', async () => {
    const {element} = await listOf({boxes: []});
    expect(element.shadowRoot?.querySelector('[role="grid"]')).to.equal(null);
    expect(element.shadowRoot?.textContent).to.include('drag on the picture');
    await expect(element).to.be.accessible();
    element.readonly = true;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.not.include('drag on the picture');
  });

  describe('what it shows', () => {
    it('sorts by label and then from the top left on, or by creation', async () => {
      const {element, requests} = await listOf({boxes: street});
      expect(keysIn(element)).to.deep.equal(['a', 'c', 'b', 'd']);
      await click(element.shadowRoot?.querySelector('.bar button:last-child') as Element);
      expect(requests).to.deep.equal([{type: 'sort', sort: 'created'}]);
      await element.updateComplete;
      expect(keysIn(element)).to.deep.equal(['a', 'b', 'c', 'd']);
    });

    it('names each row by all that is shown about it', async () => {
      const {element} = await listOf({
        boxes: [rowOf('a', {number: 3, isHidden: true, isLocked: true, warning: 'It is too small.'})],
        boxAttributes: attributes,
      });
      const {ariaLabel, role} = row(element, 'a');
      expect([role, ariaLabel]).to.deep.equal([
        'row',
        'car 3, 120 × 80, hidden, locked, 1 answer missing, It is too small.',
      ]);
    });

    it('groups by status as soon as something was given', async () => {
      const {element} = await listOf({
        boxes: street.map((box, index) => ({
          ...box,
          status: (['given', 'removed', 'changed', 'suggestion'] as const)[index] ?? 'given',
        })),
      });
      expect(rowsIn(element).map(({ariaLabel}) => ariaLabel)).to.deep.equal([
        'Suggested, 1 box',
        'tree 1, 90 × 300, Suggested',
        'Given, 1 box',
        'car 1, 120 × 80, Given',
        'Changed, 1 box',
        'car 2, 100 × 60, Changed',
        'Removed, 1 box',
        'dog 1, 30 × 40, Removed',
      ]);
      expect(element.shadowRoot?.querySelector('.count')?.textContent).to.equal('3 boxes');
    });

    it('shows text from data as text', async () => {
      const evil = '<img src=x onerror=alert(1)>\u202e';
      const {element} = await listOf({
        boxes: [rowOf('a', {label: evil, warning: evil})],
        labels: [{label: evil}],
        selected: new Set(['a']),
      });
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(row(element, 'a').querySelector('.name')?.textContent?.trim()).to.include('<img src=x');
      expect(row(element, 'a').querySelector('.hidden-character')?.textContent).to.equal('U+202E');
    });
  });

  describe('selecting', () => {
    it('takes one by a press, several with Ctrl, a range with Shift', async () => {
      const {element, requests} = await listOf({boxes: street});
      await click(line(element, 'c'));
      expect(selected(element)).to.deep.equal(['c']);
      await sendKeys({down: 'Control'});
      await click(line(element, 'd'));
      expect(selected(element)).to.deep.equal(['c', 'd']);
      await click(line(element, 'c'));
      await sendKeys({up: 'Control'});
      expect(selected(element)).to.deep.equal(['d']);
      await sendKeys({down: 'Shift'});
      await click(line(element, 'a'));
      await sendKeys({up: 'Shift'});
      // The range began where Ctrl was pressed last.
      expect(selected(element)).to.deep.equal(['c', 'a']);
      expect(requests.every(({type}) => type === 'select')).to.equal(true);
    });

    it('takes one by a tap', async () => {
      const {element} = await listOf({boxes: street});
      await tap(line(element, 'b'));
      await waitUntil(() => element.selected.has('b'));
      await element.updateComplete;
      expect(row(element, 'b').ariaSelected).to.equal('true');
      expect(row(element, 'a').ariaSelected).to.equal('false');
    });

    it('goes along with the arrows; with Shift it grows, with Ctrl it stays', async () => {
      const {element} = await listOf({boxes: street});
      element.focus();
      expect(focused(element)).to.equal('a');
      await keys('ArrowDown');
      expect(selected(element)).to.deep.equal(['c']);
      await waitUntil(() => focused(element) === 'c');
      await keys('Shift+ArrowDown');
      await waitUntil(() => focused(element) === 'b');
      expect(selected(element)).to.deep.equal(['c', 'b']);
      await keys('Control+ArrowDown');
      await waitUntil(() => focused(element) === 'd');
      expect(selected(element)).to.deep.equal(['c', 'b']);
      await keys('Space');
      expect(selected(element)).to.deep.equal(['c', 'b', 'd']);
      await keys('Home');
      await waitUntil(() => focused(element) === 'a');
      expect(selected(element)).to.deep.equal(['a']);
      await keys('Control+a');
      expect(selected(element)).to.deep.equal(['a', 'c', 'b', 'd']);
    });

    it('goes on from what was selected elsewhere, with the focus', async () => {
      const {element} = await listOf({boxes: street});
      element.focus();
      element.selected = new Set(['b']);
      await settled(element);
      const stops = rowsIn(element).filter(({tabIndex}) => tabIndex === 0);
      expect(stops.map(({dataset}) => dataset['key'])).to.deep.equal(['b']);
      await waitUntil(() => focused(element) === 'b');
      await keys('ArrowDown');
      expect(selected(element)).to.deep.equal(['d']);
    });

    it('leaves keys alone that belong to the task', async () => {
      const {element, requests} = await listOf({boxes: street});
      const heard: string[] = [];
      element.addEventListener('keydown', (event) => {
        if (!event.defaultPrevented) heard.push(event.key);
      });
      element.focus();
      for (const press of ['v', '2', 'Alt+ArrowUp', 'PageDown', 'Control+Enter', 'Escape', '.'])
        await keys(press);
      expect(heard.filter((key) => !['Alt', 'Control'].includes(key))).to.deep.equal([
        ...['v', '2', 'ArrowUp', 'PageDown', 'Enter', 'Escape', '.'],
      ]);
      expect(requests).to.deep.equal([]);
    });

    it('zooms to a box by a double press', async () => {
      const {element, requests} = await listOf({boxes: street});
      const position = middleOf(line(element, 'b'));
      await sendMouse({type: 'move', position});
      line(element, 'b').dispatchEvent(new MouseEvent('dblclick', {bubbles: true, composed: true}));
      expect(requests.at(-1)).to.deep.equal({type: 'reveal', ids: ['b']});
    });

    it('tells which row the pointer is on, and shows which box it is on', async () => {
      await sendMouse({type: 'move', position: [900, 700]});
      const {element, hovers} = await listOf({boxes: street});
      await sendMouse({type: 'move', position: middleOf(line(element, 'c'))});
      await waitUntil(() => element.hovered === 'c');
      await sendMouse({type: 'move', position: [900, 700]});
      await waitUntil(() => element.hovered === undefined);
      expect(hovers).to.deep.equal([
        {type: 'hover', id: 'c'},
        {type: 'hover', id: undefined},
      ]);
      element.hovered = 'd';
      await element.updateComplete;
      expect(row(element, 'd').classList.contains('hovered')).to.equal(true);
    });
  });

  describe('acts', () => {
    it('hides and locks by the buttons of a row, reached with the arrows', async () => {
      const {element, requests} = await listOf({boxes: street});
      element.focus();
      await keys('ArrowRight', 'Enter', 'ArrowRight', 'Enter');
      expect(requests).to.deep.equal([
        {type: 'hide', ids: ['a'], isHidden: true},
        {type: 'lock', ids: ['a'], isLocked: true},
      ]);
      await element.updateComplete;
      expect(focused(element)).to.equal('a/lock');
      expect(field(element, 'hide').ariaLabel).to.equal('Show');
      await keys('ArrowLeft', 'ArrowLeft');
      expect(focused(element)).to.equal('a');
      await click(element.shadowRoot?.querySelector('.bar button') as Element);
      expect(requests.at(-1)).to.deep.equal({type: 'hide', ids: ['a'], isHidden: false});
    });

    it('have buttons that stay where they are when the pointer comes', async () => {
      await sendMouse({type: 'move', position: [900, 700]});
      const {element} = await listOf({
        boxes: [
          rowOf('a', {isHidden: true}),
          rowOf('b', {isLocked: true, order: 1}),
          rowOf('c', {status: 'suggestion', order: 2}),
        ],
      });
      for (const [key, name] of [
        ['a', '.hide'],
        ['b', '.lock'],
        ['c', '.word'],
      ] as const) {
        const before = row(element, key).querySelector(name)?.getBoundingClientRect().toJSON() as object;
        await sendMouse({type: 'move', position: middleOf(line(element, key))});
        await waitUntil(() => row(element, key).matches(':hover'));
        const after = row(element, key).querySelector(name)?.getBoundingClientRect().toJSON() as object;
        expect(after, key).to.deep.equal(before);
      }
    });

    it('acts on all selected boxes by the button of one of them', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['a', 'b'])});
      await sendMouse({type: 'move', position: middleOf(line(element, 'b'))});
      await click(row(element, 'b').querySelector('.hide') as Element);
      await sendMouse({type: 'move', position: middleOf(line(element, 'd'))});
      await click(row(element, 'd').querySelector('.hide') as Element);
      expect(requests.filter(({type}) => type === 'hide')).to.deep.equal([
        {type: 'hide', ids: ['a', 'b'], isHidden: true},
        {type: 'hide', ids: ['d'], isHidden: true},
      ]);
    });

    it('deletes by key, and the focus goes to the row that takes the place', async () => {
      const {element, requests} = await listOf({boxes: street});
      element.focus();
      await keys('ArrowDown', 'Delete');
      await waitUntil(() => focused(element) === 'b');
      await keys('Delete', 'Delete', 'Backspace');
      expect(requests.filter(({type}) => type === 'delete')).to.deep.equal(
        ['c', 'b', 'd', 'a'].map((id) => ({type: 'delete', ids: [id]})),
      );
      await element.updateComplete;
      expect((element.shadowRoot?.activeElement as HTMLElement).className).to.equal('empty');
    });

    it('restores what was removed and accepts what is suggested, one by one or all', async () => {
      const {element, requests} = await listOf({
        boxes: street.map((box, index) => ({...box, status: index % 2 ? 'suggestion' : 'removed'})),
      });
      await click(row(element, 'b').querySelector('.word') as Element);
      await click(row(element, 'a').querySelector('.word') as Element);
      expect(requests).to.deep.equal([
        {type: 'accept', ids: ['b']},
        {type: 'restore', ids: ['a']},
      ]);
      await element.updateComplete;
      expect(row(element, 'c').hasAttribute('aria-selected')).to.equal(false);
      row(element, 'c').focus();
      await keys('Enter');
      expect(requests.at(-1)).to.deep.equal({type: 'restore', ids: ['c']});
      await element.updateComplete;
      row(element, 'group-suggestion').focus();
      await keys('ArrowRight', 'ArrowRight', 'Enter');
      expect(requests.at(-1)).to.deep.equal({type: 'accept', ids: ['d']});
    });

    it('offers what can be done to several selected boxes', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['a', 'b', 'c'])});
      const panel = element.shadowRoot?.querySelector('.several') as HTMLElement;
      expect(panel.ariaLabel).to.equal('3 selected');
      const select = panel.querySelector('select') as HTMLSelectElement;
      expect(select.selectedOptions[0]?.text).to.equal('Several labels');
      select.focus();
      await sendKeys({type: 'tree'});
      await waitUntil(() => requests.length > 0);
      expect(requests[0]).to.deep.equal({type: 'relabel', ids: ['a', 'b', 'c'], label: 'tree'});
      await click(panel.querySelector('.delete') as Element);
      expect(requests.at(-1)).to.deep.equal({type: 'delete', ids: ['a', 'b', 'c']});
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('.several')).to.equal(null);
    });

    it('only selects, hides and shows while it is read-only', async () => {
      const {element, requests} = await listOf({
        boxes: street,
        readonly: true,
        selected: new Set(['a']),
        boxAttributes: attributes,
      });
      const names = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.open [data-field]') ?? [])]
        .filter((control) => !control.matches(':disabled, :read-only:not(button)'))
        .map(({dataset}) => dataset['field']);
      expect(names).to.deep.equal(['hide', 'reveal']);
      element.focus();
      await keys('Delete');
      expect(requests).to.deep.equal([]);
      field(element, 'width').focus();
      await keys('ArrowUp');
      expect(requests).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  });

  describe('the unfolded row', () => {
    it('is that of the only selected box, reached with Enter and left with Escape', async () => {
      const {element} = await listOf({boxes: street});
      element.focus();
      await keys('Enter');
      await waitUntil(() => focused(element) === 'a/label');
      expect(element.shadowRoot?.querySelectorAll('.details')).to.have.length(1);
      await keys('Tab');
      expect(focused(element)).to.equal('a/left');
      await keys('Escape');
      expect(focused(element)).to.equal('a');
      element.selected = new Set(['a', 'b']);
      await element.updateComplete;
      expect(element.shadowRoot?.querySelectorAll('.details')).to.have.length(0);
    });

    it('changes the label, and keeps the focus when the row moves', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['a'])});
      field<HTMLSelectElement>(element, 'label').focus();
      await sendKeys({type: 'tree'});
      await waitUntil(() => requests.some(({type}) => type === 'relabel'));
      expect(requests).to.deep.equal([{type: 'relabel', ids: ['a'], label: 'tree'}]);
      await element.updateComplete;
      expect(keysIn(element)).to.deep.equal(['c', 'b', 'd', 'a']);
      expect(focused(element)).to.equal('a/label');
      expect(field<HTMLSelectElement>(element, 'label').value).to.equal('tree');
    });

    it('shows the label that the box has when the change is refused', async () => {
      const element = await fixture<GtBoxList>(html`<gt-box-list></gt-box-list>`);
      Object.assign(element, {boxes: street, labels, selected: new Set(['a'])});
      await element.updateComplete;
      const asked: BoxRequest[] = [];
      element.addEventListener('gt-box-request', ((event: CustomEvent<BoxRequest>) => {
        asked.push(event.detail);
      }) as EventListener);
      field<HTMLSelectElement>(element, 'label').focus();
      await sendKeys({type: 'dog'});
      await waitUntil(() => asked.length > 0);
      expect(field<HTMLSelectElement>(element, 'label').value).to.equal('car');
    });

    it('leaves more than a hundred labels to the picker', async () => {
      const many = Array.from({length: 101}, (_, index) => ({label: `label ${index}`}));
      const {element, requests} = await listOf({
        labels: many,
        boxes: [rowOf('a', {label: 'label 7'})],
        selected: new Set(['a']),
      });
      expect(field(element, 'label').localName).to.equal('button');
      await click(field(element, 'label'));
      expect(requests.at(-1)).to.deep.equal({type: 'pick-label', ids: ['a']});
    });

    it('takes exact numbers at Enter and when the focus leaves, once each', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['a'])});
      field(element, 'left').focus();
      await sendKeys({type: '50'});
      await keys('Enter', 'Tab');
      await sendKeys({type: '٢٩٩'});
      await keys('Tab', 'Tab');
      expect(requests).to.deep.equal([
        {type: 'numbers', id: 'a', numbers: {left: 50}, isStep: false},
        {type: 'numbers', id: 'a', numbers: {top: 299}, isStep: false},
      ]);
      await element.updateComplete;
      expect(field(element, 'left').value).to.equal('50');
      expect(focused(element)).to.equal('a/height');
    });

    it('steps with the arrows within the picture, ten at a time with Shift', async () => {
      const {element, requests} = await listOf({
        boxes: [rowOf('a', {box: {left: 515, top: 0.5, width: 120, height: 80}})],
        selected: new Set(['a']),
      });
      field(element, 'left').focus();
      await keys('ArrowUp', 'Shift+ArrowUp', 'ArrowUp', 'ArrowDown');
      field(element, 'top').focus();
      await keys('ArrowDown', 'ArrowDown');
      expect(requests).to.deep.equal([
        ...[516, 520, 519].map((left) => ({type: 'numbers', id: 'a', numbers: {left}, isStep: true})),
        {type: 'numbers', id: 'a', numbers: {top: 0}, isStep: true},
      ]);
      expect(field(element, 'left').ariaValueMax).to.equal('520');
    });

    it('keeps and explains what cannot be, until it is corrected or taken back', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['a'])});
      const message = (): string | undefined =>
        element.shadowRoot?.querySelector<HTMLElement>('.refused:not([hidden])')?.innerText.trim();
      const width = field(element, 'width');
      for (const text of ['12 cm', '', '-4', '601', '1.5']) {
        width.focus();
        await keys('Control+a', 'Delete');
        if (text) await sendKeys({type: text});
        await keys('Enter');
        await element.updateComplete;
        expect(message(), text).to.equal('Type a whole number from 1 to 600.');
        expect(width.value).to.equal(text);
        expect(width.ariaInvalid).to.equal('true');
      }
      await expect(element).to.be.accessible();
      await keys('Escape');
      await element.updateComplete;
      expect([width.value, message(), focused(element)]).to.deep.equal(['120', undefined, 'a/width']);
      await keys('Escape');
      expect(focused(element)).to.equal('a');
      expect(requests).to.deep.equal([]);
    });

    it('does not lose a number when another box is selected before the focus leaves', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['a'])});
      field(element, 'left').focus();
      await sendKeys({type: '77'});
      element.selected = new Set(['b']);
      await settled(element);
      expect(requests).to.deep.equal([{type: 'numbers', id: 'a', numbers: {left: 77}, isStep: false}]);
      expect(field(element, 'left').value).to.equal('10');
    });

    it('asks for ticks, choices and texts, and marks what is missing', async () => {
      const {element, requests} = await listOf({
        boxes: street,
        boxAttributes: attributes,
        selected: new Set(['a']),
      });
      expect(row(element, 'b').querySelector('.sign')).to.not.equal(null);
      expect(element.shadowRoot?.querySelector('.badge')?.textContent).to.equal('required');
      field(element, 'attribute-occluded').focus();
      await keys('Space', 'Tab');
      await sendKeys({type: 'side'});
      await waitUntil(() => requests.length === 2);
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('.badge')).to.equal(null);
      await keys('Tab');
      await sendKeys({type: 'B 7'});
      await keys('Enter');
      const set = (name: string, value: boolean | string, isTyping: boolean): BoxRequest => ({
        type: 'attribute',
        ...{id: 'a', name, value, isTyping},
      });
      expect(requests).to.deep.equal([
        set('occluded', true, false),
        set('view', 'side', false),
        ...['B', 'B ', 'B 7'].map((text) => set('plate', text, true)),
      ]);
      expect(focused(element)).to.equal('a');
    });

    it('deletes, copies and shows the box by its buttons, which Tab reaches', async () => {
      const {element, requests} = await listOf({boxes: street, selected: new Set(['b'])});
      field(element, 'height').focus();
      await keys('Tab', 'Enter', 'Tab', 'Enter', 'Tab', 'Enter');
      expect(requests).to.deep.equal([
        {type: 'reveal', ids: ['b']},
        {type: 'duplicate', ids: ['b']},
        {type: 'delete', ids: ['b']},
      ]);
    });

    it('offers to cut what lies outside', async () => {
      const {element, requests} = await listOf({
        boxes: [rowOf('a', {warning: 'It is partly outside.', isOutside: true})],
        selected: new Set(['a']),
      });
      await click(field(element, 'fit'));
      expect(requests.at(-1)).to.deep.equal({type: 'fit', ids: ['a']});
    });

    it('says which boxes lie outside, wholly or in part, without being told', async () => {
      const outside: Partial<BoxRow> = {isOutside: true};
      const {element, requests} = await listOf({
        boxes: [
          rowOf('a', {...outside, box: {left: 600, top: 10, width: 80, height: 40}}),
          rowOf('b', {...outside, number: 2, box: {left: 700, top: 20, width: 80, height: 40}}),
          rowOf('c', {number: 3, box: {left: 10, top: 30, width: 80, height: 40}}),
        ],
        selected: new Set(['b']),
      });
      const signs = ['a', 'b', 'c'].map(
        (key) => row(element, key).querySelector<HTMLElement>('.sign')?.title,
      );
      expect(signs).to.deep.equal(['Partly outside the picture', 'Outside the picture', undefined]);
      expect(row(element, 'a').ariaLabel).to.equal('car 1, 80 × 40, Partly outside the picture');
      await click(field(element, 'fit'));
      expect(requests.at(-1)).to.deep.equal({type: 'fit', ids: ['b']});
    });

    it('tells a hand that has no keyboard of no keys', async () => {
      const {element} = await listOf({});
      const hint = () => (element.shadowRoot?.querySelector('.by-keys') as HTMLElement).offsetHeight;
      expect(hint()).to.be.above(0);
      await onTouchScreen(async () => void expect(hint()).to.equal(0));
    });

    it('changes nothing of a locked box but hidden and locked', async () => {
      const {element, requests} = await listOf({
        boxes: [rowOf('a', {isLocked: true})],
        boxAttributes: attributes,
        selected: new Set(['a']),
      });
      field(element, 'left').focus();
      await sendKeys({type: '5'});
      await keys('Enter', 'ArrowUp');
      expect(field<HTMLSelectElement>(element, 'label').disabled).to.equal(true);
      expect(requests).to.deep.equal([]);
      await click(field(element, 'lock'));
      expect(requests).to.deep.equal([{type: 'lock', ids: ['a'], isLocked: false}]);
    });
  });

  describe('long lists', () => {
    const names = labels.map(({label}) => label);

    it('opens 10,000 boxes as the rows in sight, and goes to the end and back', async () => {
      const {element} = await listOf({});
      const boxes = manyRows(10_000, names);
      await nextFrame();
      element.boxes = boxes;
      await element.updateComplete;
      expect(rowsIn(element).length).to.be.below(80);
      element.focus();
      await keys('End');
      await waitUntil(() => (element.shadowRoot?.activeElement as HTMLElement).ariaRowIndex === '10000');
      const {bottom} = row(element, focused(element)).getBoundingClientRect();
      expect(bottom).to.be.at.most(element.getBoundingClientRect().bottom + 1);
      await keys('Home');
      await waitUntil(() => (element.shadowRoot?.activeElement as HTMLElement).ariaRowIndex === '1');
      await expect(element).to.be.accessible();
    });

    it('shows the whole row of what is selected on the canvas', async () => {
      const {element} = await listOf({boxes: manyRows(3000, names)});
      for (const id of ['box-2000', 'box-10', 'box-2999', 'box-0']) {
        element.selected = new Set([id]);
        await settled(element);
        const {top, bottom} = row(element, id).getBoundingClientRect();
        const list = element.shadowRoot?.querySelector('.list') as HTMLElement;
        expect(top, id).to.be.at.least(list.getBoundingClientRect().top - 1);
        expect(bottom, id).to.be.at.most(list.getBoundingClientRect().bottom + 1);
      }
    });

    it('keeps the focus on a row that is scrolled out of sight', async () => {
      const {element} = await listOf({boxes: manyRows(3000, names)});
      element.focus();
      const key = focused(element);
      const list = element.shadowRoot?.querySelector('.list') as HTMLElement;
      list.scrollTop = 40_000;
      await nextFrame();
      await settled(element);
      expect(focused(element)).to.equal(key);
      await keys('ArrowDown');
      await waitUntil(() => list.scrollTop < 100);
    });

    it('has rows for every place it is scrolled to, with one unfolded', async () => {
      const {element} = await listOf({boxes: manyRows(2000, names), selected: new Set(['box-0'])});
      const list = element.shadowRoot?.querySelector('.list') as HTMLElement;
      const frame = list.getBoundingClientRect();
      for (const part of [0, 0.3, 0.6, 1]) {
        list.scrollTop = part * (list.scrollHeight - list.clientHeight);
        await nextFrame();
        await settled(element);
        for (const y of [frame.top + 4, frame.top + frame.height / 2, frame.bottom - 4]) {
          const at = element.shadowRoot?.elementFromPoint(frame.left + 30, y);
          expect(at?.closest('.item'), `${part} ${y}`).to.not.equal(null);
        }
      }
    });
  });

  describe('accessibility', () => {
    for (const [name, under] of Object.entries(conditions)) {
      it(`is good: ${name}`, async () => {
        const {element} = await listOf({
          boxes: street.map((box, index) => ({
            ...box,
            status: (['given', 'removed', 'changed', 'suggestion'] as const)[index] ?? 'given',
            isHidden: index === 2,
          })),
          boxAttributes: attributes,
          selected: new Set(['a']),
        });
        await under(async () => {
          await expect(element).to.be.accessible();
          element.selected = new Set(['a', 'c']);
          await element.updateComplete;
          await expect(element).to.be.accessible();
        });
      });
    }

    it('fits a narrow place, with targets large enough', async () => {
      await setViewport({width: 320, height: 640});
      const {element} = await listOf({
        boxes: street,
        boxAttributes: attributes,
        selected: new Set(['a']),
      });
      element.style.width = '200px';
      await nextFrame();
      expect(element.scrollWidth).to.be.at.most(200);
      const list = element.shadowRoot?.querySelector('.list') as HTMLElement;
      expect(list.scrollWidth).to.equal(list.clientWidth);
      for (const control of element.shadowRoot?.querySelectorAll<HTMLElement>(
        '.open :is(button, input, select)',
      ) ?? []) {
        const target = control.closest('label') ?? control;
        const {width, height} = target.getBoundingClientRect();
        expect(Math.min(width, height), control.dataset['field']).to.be.at.least(24);
      }
      await setViewport({width: 1280, height: 800});
    });

    it('goes into a row with the arrow that points that way, from right to left too', async () => {
      document.documentElement.dir = 'rtl';
      const {element} = await listOf({boxes: street});
      element.focus();
      await keys('ArrowLeft');
      expect(focused(element)).to.equal('a/hide');
      await keys('ArrowRight');
      expect(focused(element)).to.equal('a');
      document.documentElement.removeAttribute('dir');
    });
  });
});

describe('the lines of a box list', () => {
  it('put unknown labels last and equal places in order of creation', () => {
    const rows = [rowOf('x', {label: 'ghost', order: 0}), rowOf('z', {order: 2}), rowOf('y', {order: 1})];
    expect(sortRows(rows, labels, 'label').map(({id}) => id)).to.deep.equal(['y', 'z', 'x']);
    expect(sortRows(rows, labels, 'created').map(({id}) => id)).to.deep.equal(['x', 'y', 'z']);
  });

  it('count a row without a status among groups as added', () => {
    const items = itemsOf([rowOf('a'), rowOf('b', {status: 'suggestion'})]);
    expect(items.map(({key}) => key)).to.deep.equal(['group-suggestion', 'b', 'group-added', 'a']);
  });

  it('are found by where the list is scrolled, also below an unfolded one', () => {
    const layout = {count: 1000, rowHeight: 30, open: 10, extra: 100};
    expect(topOf(10, layout)).to.equal(300);
    expect(topOf(11, layout)).to.equal(430);
    expect(visibleLines(0, 300, layout)).to.deep.equal({first: 0, end: 19});
    // 15,000 px down are line 496 because the unfolded one takes a hundred.
    expect(visibleLines(15_000, 300, layout)).to.deep.equal({first: 488, end: 515});
    expect(scrollToLine(999, 0, 300, layout)).to.equal(1000 * 30 + 100 - 300);
    expect(scrollToLine(10, 0, 400, layout)).to.equal(30);
    expect(scrollToLine(10, 0, 90, layout)).to.equal(300);
    expect(scrollToLine(3, 200, 300, layout)).to.equal(90);
    expect(scrollToLine(12, 300, 300, layout)).to.equal(300);
  });
});

describe('the numbers of a box', () => {
  it('are whole and in the digits of any keyboard', () => {
    expect(['12', ' 7 ', '+3', '٤٢', '۴۲', '０'].map(readWhole)).to.deep.equal([12, 7, 3, 42, 42, 0]);
    for (const text of ['', '-1', '1.5', '1,5', '1e3', '0x10', '12 cm', '9'.repeat(10), 'NaN']) {
      expect(readWhole(text), text).to.equal(undefined);
    }
  });

  it('keep the box within the picture', () => {
    const box = {left: 40, top: 300, width: 120, height: 80};
    const all = (['left', 'top', 'width', 'height'] as const).map((part) => rangeOf(part, box, picture));
    expect(all).to.deep.equal([
      {from: 0, to: 520},
      {from: 0, to: 400},
      {from: 1, to: 600},
      {from: 1, to: 180},
    ]);
    expect(rangeOf('left', {...box, width: 900}, picture)).to.deep.equal({from: 0, to: 0});
    expect(rangeOf('width', box, undefined)).to.deep.equal({from: 1, to: undefined});
  });

  it('step from fractions to whole numbers', () => {
    const range = {from: 0, to: 20};
    expect([stepped(12.5, 1, range), stepped(12.5, -1, range), stepped(15, 10, range)]).to.deep.equal([
      13, 12, 20,
    ]);
    expect(fieldText(12.3456)).to.equal('12.35');
  });
});
