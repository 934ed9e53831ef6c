import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {conditions, onTouchScreen} from '../../../test/helpers/conditions.js';
import {click, keys, middleOf} from '../../../test/helpers/press.js';
import '../../define/gt-region-list.js';
import type {GtRegionList} from './gt-region-list.js';
import type {RegionRequest, RegionRow} from './region-row.js';

const labels = [{label: 'car'}, {label: 'dog'}, {label: 'tree'}];

function rowOf(number: number, part: Partial<RegionRow> = {}): RegionRow {
  return {
    number,
    label: 'car',
    place: number,
    look: {color: '#2ca02c', pattern: 'solid'},
    pixels: 400,
    share: 0.04,
    isHidden: false,
    isLocked: false,
    ...part,
  };
}

const street: readonly RegionRow[] = [
  rowOf(1),
  rowOf(4, {place: 2, share: 0.001}),
  rowOf(2, {label: 'dog', place: 1, look: {color: '#1f77b4', pattern: 'solid'}}),
  rowOf(3, {label: 'tree', place: 1, look: {color: '#ff7f0e', pattern: 'solid'}}),
];

/** Does what the list asks for, as a task would. */
function answer(list: GtRegionList): void {
  const change = (numbers: readonly number[], how: (row: RegionRow) => RegionRow): void => {
    list.regions = list.regions.map((row) => (numbers.includes(row.number) ? how(row) : row));
  };
  list.addEventListener('gt-region-request', (({detail}: CustomEvent<RegionRequest>) => {
    switch (detail.type) {
      case 'select':
        list.selected = new Set(detail.numbers);
        return;
      case 'hover':
        list.hovered = detail.number;
        return;
      case 'hide':
        return change(detail.numbers, (row) => ({...row, isHidden: !row.isHidden}));
      case 'lock':
        return change(detail.numbers, (row) => ({...row, isLocked: !row.isLocked}));
      case 'relabel':
        return change(detail.numbers, (row) => ({...row, label: detail.label}));
      case 'delete':
        list.regions = list.regions.filter(({number}) => !detail.numbers.includes(number));
        list.selected = new Set([...list.selected].filter((number) => !detail.numbers.includes(number)));
    }
  }) as EventListener);
}

async function listOf(
  properties: Partial<GtRegionList> = {},
): Promise<{readonly element: GtRegionList; readonly requests: RegionRequest[]}> {
  const element = await fixture<GtRegionList>(
    html`<gt-region-list style="width: 288px; height: 480px"></gt-region-list>`,
  );
  answer(element);
  const requests: RegionRequest[] = [];
  element.addEventListener('gt-region-request', (({detail}: CustomEvent<RegionRequest>) => {
    if (detail.type !== 'hover') requests.push(detail);
  }) as EventListener);
  Object.assign(element, {regions: street, labels, ...properties});
  await element.updateComplete;
  return {element, requests};
}

const find = <T extends Element = HTMLElement>(element: GtRegionList, selector: string): T => {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const row = (element: GtRegionList, number: number): HTMLElement =>
  find(element, `[data-number="${number}"]`);
const name = (element: GtRegionList, number: number): HTMLElement =>
  find(element, `[data-number="${number}"] .what`);
const act = (element: GtRegionList, number: number, type: 'hide' | 'lock' | 'delete'): HTMLButtonElement =>
  find(element, `[data-number="${number}"] .act.${type}`);
const numbers = (element: GtRegionList): number[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])].map(({dataset}) =>
    Number(dataset['number']),
  );
const selected = (element: GtRegionList): number[] => [...element.selected];
/** The number of the row with the focus, and the button in it. */
const focused = (element: GtRegionList): string => {
  const active = element.shadowRoot?.activeElement as HTMLElement | null;
  const number = active?.closest<HTMLElement>('.item')?.dataset['number'] ?? '';
  const type = ['hide', 'lock', 'delete'].find((each) => active?.classList.contains(each));
  return type ? `${number}/${type}` : number;
};
/** Holds a key while something is done. */
async function holding(key: string, run: () => Promise<void>): Promise<void> {
  await sendKeys({down: key});
  await run();
  await sendKeys({up: key});
}

describe('gt-region-list', () => {
  it('takes undefined and null, which frameworks set, for the default', async () => {
    const {element} = await listOf();
    for (const nothing of [undefined, null]) {
      for (const property of ['regions', 'selected', 'hovered', 'current', 'labels'])
        Object.assign(element, {[property]: nothing});
      await element.updateComplete;
      expect(numbers(element)).to.deep.equal([]);
      Object.assign(element, {regions: street});
      await element.updateComplete;
    }
  });

  it('says how many there are, and what each is', async () => {
    const {element} = await listOf({
      regions: [
        rowOf(1, {isLocked: true}),
        rowOf(2, {label: 'dog', place: 1, isHidden: true, share: 0.0001}),
      ],
      current: 1,
    });
    expect(find(element, '.count').textContent).to.equal('2 instances');
    expect(find(element, '.list').ariaLabel).to.equal('Instances');
    expect(row(element, 1).ariaLabel).to.equal('car 1, 4%, being painted, locked');
    expect(row(element, 2).ariaLabel).to.match(/^dog 1, .*%, hidden$/);
  });

  it('is a way to begin, also while it is empty', async () => {
    const {element, requests} = await listOf({regions: []});
    expect(find(element, '.empty .first').textContent).to.equal('No instances yet.');
    await click(find(element, '.bar .button'));
    expect(requests).to.deep.equal([{type: 'new'}]);
  });

  describe('with a mouse', () => {
    it('selects one, adds with Ctrl, and takes a range with Shift', async () => {
      const {element} = await listOf();
      await click(name(element, 4));
      expect(selected(element)).to.deep.equal([4]);
      await holding('Control', () => click(name(element, 3)));
      expect(selected(element)).to.deep.equal([4, 3]);
      await holding('Control', () => click(name(element, 4)));
      expect(selected(element)).to.deep.equal([3]);
      await click(name(element, 3));
      await holding('Shift', () => click(name(element, 1)));
      expect(selected(element), 'the row that was clicked last is the last').to.deep.equal([3, 2, 4, 1]);
    });

    it('tells where the pointer is', async () => {
      const {element} = await listOf();
      await sendMouse({type: 'move', position: middleOf(name(element, 2))});
      await waitUntil(() => element.hovered === 2);
      await element.updateComplete;
      expect(row(element, 2).matches('.hovered')).to.equal(true);
      await sendMouse({type: 'move', position: [700, 500]});
      await waitUntil(() => element.hovered === undefined);
    });

    it('hides, locks and deletes one, or all that are selected with it', async () => {
      const {element, requests} = await listOf({selected: new Set([1, 2])});
      for (const type of ['hide', 'lock'] as const) {
        await sendMouse({type: 'move', position: middleOf(name(element, 4))});
        await click(act(element, 4, type));
      }
      await element.updateComplete;
      expect(act(element, 4, 'hide').ariaLabel).to.equal('Show');
      expect(act(element, 4, 'lock').ariaLabel).to.equal('Unlock');
      expect(act(element, 4, 'delete').disabled, 'locked').to.equal(true);
      await sendMouse({type: 'move', position: middleOf(name(element, 2))});
      await click(act(element, 2, 'delete'));
      expect(requests).to.deep.equal([
        {type: 'hide', numbers: [4]},
        {type: 'lock', numbers: [4]},
        {type: 'delete', numbers: [1, 2]},
      ]);
      await element.updateComplete;
      expect(numbers(element)).to.deep.equal([4, 3]);
    });

    it('brings a row into view by a double click, not by two on a button', async () => {
      const {element, requests} = await listOf();
      const twice = async (target: Element): Promise<void> => {
        await sendMouse({type: 'move', position: middleOf(target)});
        target.dispatchEvent(new MouseEvent('dblclick', {bubbles: true, composed: true}));
      };
      await twice(act(element, 1, 'hide'));
      expect(requests).to.deep.equal([]);
      await twice(name(element, 1));
      expect(requests).to.deep.equal([{type: 'reveal', numbers: [1]}]);
    });
  });

  describe('with keys', () => {
    it('is one stop of Tab, and the arrows go from row to row', async () => {
      const {element} = await listOf();
      element.focus();
      expect(focused(element)).to.equal('1');
      await keys('ArrowDown');
      expect([focused(element), selected(element)]).to.deep.equal(['4', [4]]);
      await keys('End');
      expect([focused(element), selected(element)]).to.deep.equal(['3', [3]]);
      await keys('ArrowDown');
      expect(focused(element), 'no further').to.equal('3');
      await keys('Home', 'Control+ArrowDown');
      expect([focused(element), selected(element)], 'Ctrl only goes').to.deep.equal(['4', [1]]);
      await keys('Space');
      expect(selected(element)).to.deep.equal([1, 4]);
      await keys('Space');
      expect(selected(element)).to.deep.equal([1]);
      const stops = element.shadowRoot?.querySelectorAll('.list [tabindex="0"]');
      expect(stops).to.have.length(1);
    });

    it('takes a range from where it began, however far the arrows go', async () => {
      const {element} = await listOf();
      element.focus();
      await keys('Shift+ArrowDown', 'Shift+ArrowDown');
      expect([selected(element), focused(element)]).to.deep.equal([[1, 4, 2], '2']);
      await keys('Shift+ArrowUp');
      expect([selected(element), focused(element)]).to.deep.equal([[1, 4], '4']);
      await keys('End', 'Shift+ArrowUp', 'Shift+ArrowUp');
      expect([selected(element), focused(element)]).to.deep.equal([[3, 2, 4], '4']);
    });

    it('reaches the buttons of a row sideways, as the text runs', async () => {
      const {element, requests} = await listOf();
      element.focus();
      await keys('ArrowRight', 'ArrowRight', 'Enter');
      expect(focused(element)).to.equal('1/lock');
      expect(requests).to.deep.equal([{type: 'lock', numbers: [1]}]);
      await keys('ArrowLeft', 'ArrowLeft');
      expect(focused(element)).to.equal('1');
      element.dir = 'rtl';
      await keys('ArrowLeft');
      expect(focused(element)).to.equal('1/hide');
    });

    it('Enter brings a row into view, Delete deletes, and the focus stays in the list', async () => {
      const {element, requests} = await listOf();
      element.focus();
      await keys('ArrowDown', 'Enter', 'Delete');
      expect(requests.slice(1)).to.deep.equal([
        {type: 'reveal', numbers: [4]},
        {type: 'delete', numbers: [4]},
      ]);
      await waitUntil(() => focused(element) !== '');
      expect([numbers(element), focused(element)]).to.deep.equal([[1, 2, 3], '2']);
    });
  });

  describe('the selection', () => {
    it('is merged, brought into view and deleted as one', async () => {
      const {element, requests} = await listOf({selected: new Set([4, 2])});
      expect(find(element, '.several').ariaLabel).to.equal('2 selected');
      for (const type of ['reveal', 'merge', 'delete']) await click(find(element, `.several .${type}`));
      expect(requests).to.deep.equal(['reveal', 'merge', 'delete'].map((type) => ({type, numbers: [4, 2]})));
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('.several')).to.equal(null);
    });

    it('cannot be merged while it is one, nor changed while it is locked', async () => {
      const {element} = await listOf({selected: new Set([1])});
      const isOff = (selector: string) => find<HTMLButtonElement>(element, `.several ${selector}`).disabled;
      expect(['.merge', '.delete', 'select'].map(isOff)).to.deep.equal([true, false, false]);
      element.regions = street.map((each) => ({...each, isLocked: true}));
      element.selected = new Set([1, 2]);
      await element.updateComplete;
      expect(['.merge', '.delete', 'select'].map(isOff)).to.deep.equal([true, true, true]);
    });

    it('gets another label', async () => {
      const {element, requests} = await listOf({selected: new Set([1, 2])});
      const select = find<HTMLSelectElement>(element, '.several select');
      expect(select.selectedOptions[0]?.text.trim()).to.equal('Several labels');
      select.focus();
      await sendKeys({type: 'tree'});
      await waitUntil(() => requests.length > 0);
      expect(requests[0]).to.deep.equal({type: 'relabel', numbers: [1, 2], label: 'tree'});
      await element.updateComplete;
      expect(select.value).to.equal('tree');
    });
  });

  it('only selects, shows and hides while it is read-only', async () => {
    const {element, requests} = await listOf({readonly: true, selected: new Set([1])});
    const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
    expect(buttons.every((button) => button.matches('.hide'))).to.equal(true);
    element.focus();
    await keys('Delete');
    expect(requests).to.deep.equal([]);
  });

  it('is large enough for fingers', () =>
    onTouchScreen(async () => {
      const {element} = await listOf({selected: new Set([1])});
      const controls = [...(element.shadowRoot?.querySelectorAll('button, select') ?? [])];
      for (const control of controls)
        expect(control.getBoundingClientRect().height, control.className).to.be.at.least(44);
    }));

  for (const [condition, under] of Object.entries(conditions)) {
    it(`has no automatic findings, with and without rows: ${condition}`, () =>
      under(async () => {
        const {element} = await listOf({
          regions: [...street, rowOf(9, {isHidden: true, isLocked: true, place: 9})],
          selected: new Set([1, 2]),
          current: 1,
        });
        await expect(element).to.be.accessible();
        const {element: empty} = await listOf({regions: []});
        await expect(empty).to.be.accessible();
      }));
  }
});
