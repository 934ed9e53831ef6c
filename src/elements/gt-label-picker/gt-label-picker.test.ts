import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {onTouchScreen} from '../../../test/helpers/conditions.js';
import {click, keys, tap} from '../../../test/helpers/press.js';
import '../../define/gt-label-picker.js';
import type {Label} from '../../model/label.js';
import type {GtLabelPicker, LabelPick} from './gt-label-picker.js';
import {NumberEntry} from './number-entry.js';
import {optionsFor} from './options.js';
import {scrollFor, windowOf} from './row-window.js';
import {OptionSearch} from './search.js';

const named = (...names: readonly string[]): Label[] => names.map((label) => ({label}));
const numbered = (count: number): Label[] =>
  Array.from({length: count}, (_, index) => ({label: `label ${index + 1}`}));

/** A picker that does what it asks for, as a task would. */
async function picker(
  properties: Partial<GtLabelPicker>,
): Promise<{element: GtLabelPicker; picks: LabelPick[]}> {
  const element = await fixture<GtLabelPicker>(
    html`<gt-label-picker style="width: 260px; height: 400px"></gt-label-picker>`,
  );
  const picks: LabelPick[] = [];
  element.addEventListener('gt-label-pick', ((event: CustomEvent<LabelPick>) => {
    picks.push(event.detail);
    const {labels, checked, replaces} = event.detail;
    const next = new Set(element.multiple ? element.chosen : []);
    if (replaces !== undefined && !next.delete(replaces) && element.multiple) next.add(replaces);
    for (const label of labels) {
      if (checked) next.add(label);
      else next.delete(label);
    }
    element.chosen = [...next];
  }) as EventListener);
  Object.assign(element, properties);
  await element.updateComplete;
  return {element, picks};
}

const rows = (element: GtLabelPicker): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []),
];
const row = (element: GtLabelPicker, index: number): HTMLElement => {
  const found = rows(element).find(({dataset}) => dataset['index'] === String(index));
  if (!found) throw new Error(`Row ${index} is not rendered.`);
  return found;
};
const focused = (element: GtLabelPicker): string | undefined =>
  (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['index'];
const search = (element: GtLabelPicker): HTMLInputElement | null =>
  element.shadowRoot?.querySelector('input') ?? null;
const textOf = (element: GtLabelPicker, selector: string): string =>
  element.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';

describe('gt-label-picker', () => {
  it('prints no keys on a screen that has fingers and nothing else', async () => {
    const {element} = await picker({labels: named('cat', 'dog')});
    const caps = () =>
      [...(element.shadowRoot?.querySelectorAll('kbd') ?? [])].map((cap) => cap.offsetHeight > 0);
    expect(caps()).to.deep.equal([true, true]);
    await onTouchScreen(async () => void expect(caps()).to.deep.equal([false, false]));
  });

  it('takes undefined and null, which frameworks set, for the default', async () => {
    const {element} = await picker({labels: named('cat', 'dog')});
    const names = [...(element.constructor as typeof GtLabelPicker).elementProperties.keys()];
    for (const nothing of [undefined, null]) {
      for (const name of ['labels', 'chosen', 'exclusionLabel', 'legend', 'counts', 'multiple']) {
        expect(names).to.include(name);
        Object.assign(element, {[name]: nothing});
        await element.updateComplete;
      }
      expect(rows(element)).to.have.length(0);
      element.labels = named('cat', 'dog');
      await element.updateComplete;
      expect(rows(element)).to.have.length(2);
    }
  });

  describe('one label', () => {
    it('is a radio group whose rows are the targets, for mouse and finger', async () => {
      const {element} = await picker({labels: named('cat', 'dog', 'bird')});
      await click(row(element, 1));
      expect(element.chosen).to.deep.equal(['dog']);
      await tap(row(element, 2));
      await waitUntil(() => element.chosen[0] === 'bird');
      await element.updateComplete;
      expect(rows(element).map(({role, ariaChecked}) => [role, ariaChecked])).to.deep.equal([
        ['radio', 'false'],
        ['radio', 'false'],
        ['radio', 'true'],
      ]);
      await expect(element).to.be.accessible();
    });

    it('moves and chooses with arrows, round the ends, and with Home and End', async () => {
      const {element, picks} = await picker({labels: named('cat', 'dog', 'bird')});
      element.focus();
      await keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End');
      expect(picks.map(({labels}) => labels[0])).to.deep.equal(['dog', 'bird', 'cat', 'bird', 'cat', 'bird']);
      await element.updateComplete;
      expect(focused(element)).to.equal('2');
    });

    it('has one tab stop: the chosen row, else the first', async () => {
      const {element} = await picker({labels: named('cat', 'dog', 'bird')});
      const stops = (): string[] =>
        rows(element).flatMap(({tabIndex, dataset}) => (tabIndex === 0 ? [dataset['index'] ?? ''] : []));
      expect(stops()).to.deep.equal(['0']);
      element.chosen = ['bird'];
      await element.updateComplete;
      expect(stops()).to.deep.equal(['2']);
    });
  });

  describe('several labels', () => {
    it('toggles with Space, a range with Shift, and counts', async () => {
      const {element} = await picker({labels: numbered(8), multiple: true});
      element.focus();
      await keys('ArrowDown', 'Space');
      expect(element.chosen).to.deep.equal(['label 2']);
      await sendKeys({down: 'Shift'});
      await click(row(element, 4));
      await sendKeys({up: 'Shift'});
      await element.updateComplete;
      expect(element.chosen).to.deep.equal(['label 2', 'label 3', 'label 4', 'label 5']);
      expect(textOf(element, '.bar span')).to.equal('4 of 8 chosen');
      await keys('Control+a');
      expect(element.chosen).to.have.length(8);
      await element.updateComplete;
      await click(element.shadowRoot?.querySelector('.bar button') as Element);
      expect(element.chosen).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  });

  describe('long lists', () => {
    it('finds labels without regard to case and accents, and takes the match with Enter', async () => {
      const {element} = await picker({
        labels: [...numbered(12), {label: 'Café Zoë', description: 'small place'}],
      });
      await element.openSearch();
      await sendKeys({type: 'cafe z'});
      await waitUntil(() => rows(element).length === 1);
      expect(textOf(element, '.search + .bar')).to.equal('1 of 13 labels');
      await keys('Enter');
      expect(element.chosen).to.deep.equal(['Café Zoë']);
      await waitUntil(() => focused(element) === '12');
      expect(search(element)?.value).to.equal('');
      expect(textOf(element, '.recent button')).to.equal('Café Zoë');
    });

    it('moves through matches with arrows, clears with Escape and goes back to the list with another', async () => {
      const {element} = await picker({labels: numbered(40), multiple: true});
      await element.openSearch();
      await sendKeys({type: 'label 1'});
      await waitUntil(() => rows(element).length === 13);
      await keys('ArrowDown', 'ArrowDown', 'Enter');
      expect(element.chosen).to.deep.equal(['label 11']);
      await keys('Escape');
      await element.updateComplete;
      expect(rows(element)).to.have.length(40);
      await keys('Escape');
      await waitUntil(() => focused(element) !== undefined);
    });

    it('says when nothing matches', async () => {
      const {element} = await picker({labels: numbered(20)});
      await element.openSearch();
      await sendKeys({type: '<b>x'});
      await waitUntil(() => rows(element).length === 0);
      expect(textOf(element, '.empty')).to.equal('No label matches “<b>x”.');
      await keys('Enter');
      expect(element.chosen).to.deep.equal([]);
    });

    it('renders 10,000 labels as the rows in sight, and still tells how many there are', async () => {
      const {element} = await picker({labels: numbered(10_000)});
      await waitUntil(() => rows(element).length < 60);
      expect(row(element, 0).getAttribute('aria-setsize')).to.equal('10000');
      element.focus();
      await keys('End');
      await waitUntil(() => focused(element) === '9999');
      const last = row(element, 9999);
      expect(last.getAttribute('aria-posinset')).to.equal('10000');
      const list = element.shadowRoot?.querySelector('.list') as HTMLElement;
      expect(last.getBoundingClientRect().bottom).to.be.at.most(list.getBoundingClientRect().bottom + 1);
      expect(element.chosen).to.deep.equal(['label 10000']);
      await expect(element).to.be.accessible();
      element.multiple = true;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

    it('keeps the focused row while it is scrolled away', async () => {
      const {element} = await picker({labels: numbered(1000)});
      element.focus();
      const list = element.shadowRoot?.querySelector('.list') as HTMLElement;
      list.scrollTop = 20_000;
      await waitUntil(() => rows(element).some(({dataset}) => Number(dataset['index']) > 500));
      expect(focused(element)).to.equal('0');
      await keys('ArrowDown');
      expect(element.chosen).to.deep.equal(['label 2']);
    });

    it('shows long labels on two lines, and wholly when focused', async () => {
      const long = 'word '.repeat(50).trim();
      const {element} = await picker({labels: named(long, 'W'.repeat(256), 'short')});
      const [first, second, short] = rows(element) as [HTMLElement, HTMLElement, HTMLElement];
      expect(first.clientHeight).to.be.within(short.clientHeight, 60);
      expect(second.scrollWidth).to.be.at.most(second.clientWidth + 1);
      expect(first.title).to.equal(long);
      element.focus();
      await keys('Home');
      await waitUntil(() => first.clientHeight > 100);
    });
  });

  describe('number keys', () => {
    it('act on the row, the tenth with 0', async () => {
      const {element} = await picker({labels: numbered(10)});
      expect(element.pressDigit(3, 0)).to.equal(true);
      expect(element.chosen).to.deep.equal(['label 3']);
      expect(element.pressDigit(10, 50)).to.equal(true);
      expect(element.chosen).to.deep.equal(['label 10']);
      expect(element.pickNumber(11)).to.equal(false);
    });

    it('take the focus along in a radio group, when it is in the list', async () => {
      const {element} = await picker({labels: named('cat', 'dog', 'bird')});
      element.pickNumber(2);
      await element.updateComplete;
      expect(focused(element)).to.equal(undefined);
      element.focus();
      element.pickNumber(3);
      await waitUntil(() => focused(element) === '2');
    });

    it('make one number of two quick digits where there are more than ten', async () => {
      const {element, picks} = await picker({labels: numbered(25)});
      element.pressDigit(1, 1000);
      expect(element.chosen).to.deep.equal(['label 1'], 'at once');
      element.pressDigit(2, 1500);
      expect(element.chosen).to.deep.equal(['label 12']);
      expect(picks[0]?.mergeKey).to.equal(picks[1]?.mergeKey);
      element.pressDigit(1, 5000);
      element.pressDigit(2, 5700);
      expect(element.chosen).to.deep.equal(['label 2'], 'too slow to be one number');
    });

    it('put back what the first digit had toggled', async () => {
      const {element} = await picker({labels: numbered(40), multiple: true, chosen: ['label 3']});
      element.pressDigit(3, 0);
      expect(element.chosen).to.deep.equal([]);
      element.pressDigit(4, 100);
      expect(element.chosen).to.have.members(['label 3', 'label 34']);
    });
  });

  it('asks for nothing while it is readonly or disabled', async () => {
    for (const lock of ['readonly', 'disabled'] as const) {
      const {element, picks} = await picker({labels: named('cat', 'dog'), [lock]: true});
      await click(row(element, 1));
      element.pickNumber(1);
      expect(picks).to.deep.equal([]);
    }
  });

  it('shows the exclusion choice last, with the next number', () => {
    const options = optionsFor(named('cat', 'dog'), 'none');
    expect(options.map(({label, keyCap, isExclusion}) => [label.label, keyCap, isExclusion])).to.deep.equal([
      ['cat', '1', false],
      ['dog', '2', false],
      ['none', '3', true],
    ]);
  });

  it('names the keys of the first thirty rows', () => {
    const caps = optionsFor(numbered(31), undefined).map(({keyCap}) => keyCap);
    expect([caps[0], caps[9], caps[10], caps[19], caps[20], caps[29], caps[30]]).to.deep.equal([
      '1',
      '0',
      '⇧1',
      '⇧0',
      'Alt ⇧1',
      'Alt ⇧0',
      undefined,
    ]);
  });

  it('puts matches at the beginning of a label first', () => {
    const found = new OptionSearch(optionsFor(named('black cat', 'cat', 'dog'), undefined)).find('cat');
    expect(found.map(({label}) => label.label)).to.deep.equal(['cat', 'black cat']);
  });

  it('searches 10,000 labels', () => {
    const finder = new OptionSearch(optionsFor(numbered(10_000), undefined));
    expect(finder.find('label 1').length).to.be.above(1000);
  });

  it('knows which rows of a window to render and how far to scroll', () => {
    expect(windowOf(0, 100, 10, 1000)).to.deep.equal({first: 0, end: 18});
    expect(windowOf(5000, 100, 10, 1000)).to.deep.equal({first: 492, end: 518});
    expect(windowOf(5000, 100, 10, 3)).to.deep.equal({first: 3, end: 3});
    expect([scrollFor(0, 50, 100, 10), scrollFor(7, 50, 100, 10), scrollFor(20, 50, 100, 10)]).to.deep.equal([
      0, 50, 110,
    ]);
  });

  it('ends a number with any other act', () => {
    const entry = new NumberEntry();
    expect(entry.press(1, 25, 0).position).to.equal(1);
    entry.end();
    expect(entry.press(2, 25, 10).position).to.equal(2);
    expect(entry.press(3, 25, 20)).to.deep.include({position: 23, replaces: 2});
  });
});
