import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {conditions} from '../../../test/helpers/conditions.js';
import {click, keys, middleOf, tap} from '../../../test/helpers/press.js';
import '../../define/gt-label-picker.js';
import {rowOf} from '../gt-box-list/gt-box-list.harness.js';
import {panelsStage, type PanelsStage} from './panels.harness.js';
import {placeAt, placeBeside, type ScreenRect} from '../stage/placement.js';
import {listed, sizeText} from '../stage/listed.js';

const rows = [
  rowOf('a'),
  rowOf('b', {label: 'dog', number: 2, box: {left: 0, top: 0, width: 40, height: 32}}),
  rowOf('c', {label: 'traffic light', number: 12, isOutside: true}),
];

async function stageWith(properties: Partial<PanelsStage> = {}): Promise<PanelsStage> {
  const frame = await fixture(html`<div></div>`);
  const element = panelsStage();
  Object.assign(element, {rows, selectedIds: ['a'], ...properties});
  frame.append(element);
  await element.updateComplete;
  element.place();
  await element.updateComplete;
  return element;
}

const find = <T extends HTMLElement>(element: PanelsStage, selector: string): T | null =>
  element.renderRoot.querySelector<T>(selector);
const named = (element: PanelsStage, name: string): HTMLElement => {
  const found = [...element.renderRoot.querySelectorAll<HTMLElement>('button')].find(
    ({ariaLabel}) => ariaLabel === name,
  );
  if (!found) throw new Error(`There is no button “${name}”.`);
  return found;
};
const focused = (element: PanelsStage): string => {
  const active = element.shadowRoot?.activeElement as HTMLElement | null;
  return active?.dataset['name'] ?? active?.ariaLabel ?? active?.localName ?? '';
};
const itemOf = (element: PanelsStage, name: string): HTMLElement => {
  const found = [...element.renderRoot.querySelectorAll<HTMLElement>('.menu-item')].find(
    ({dataset}) => dataset['name'] === name,
  );
  if (!found) throw new Error(`There is no item “${name}”.`);
  return found;
};
/** Menu and popover open after a render of their own. */
const opened = (element: PanelsStage, selector: string): Promise<void> =>
  waitUntil(() => find(element, `${selector}:popover-open`) && element.shadowRoot?.activeElement);

describe('the tool bar', () => {
  it('chooses a tool, and shows which one is chosen', async () => {
    const element = await stageWith();
    await click(named(element, 'Draw by four extreme points'));
    await tap(named(element, 'Select and move'));
    await waitUntil(() => element.log.length === 2);
    expect(element.log).to.deep.equal([
      {type: 'tool', what: 'extremes'},
      {type: 'tool', what: 'select'},
    ]);
    await element.updateComplete;
    const pressed = [...element.renderRoot.querySelectorAll('.tools-bar [aria-pressed="true"]')];
    expect(pressed.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Select and move']);
    expect(named(element, 'Draw by four extreme points').getAttribute('aria-keyshortcuts')).to.equal('R R');
  });

  it('says that there is nothing to label, and takes it back', async () => {
    const element = await stageWith();
    named(element, 'Nothing to label').focus();
    await keys('Enter');
    await element.updateComplete;
    await keys('Enter');
    expect(element.log).to.deep.equal([
      {type: 'nothing', what: true},
      {type: 'nothing', what: false},
    ]);
  });

  it('changes how boxes look, by keys alone', async () => {
    const element = await stageWith();
    const before = element.look;
    named(element, 'How boxes look').focus();
    await keys('Enter', 'Tab', 'ArrowRight', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'ArrowRight');
    await element.updateComplete;
    expect(element.log.map(({type}) => type)).to.deep.equal(['look', 'look', 'look', 'look']);
    expect(element.look).to.deep.equal({
      fillOpacity: 0.15,
      isOutlineOnly: true,
      hasGuides: !before.hasGuides,
      tags: 'selected',
    });
    expect(find<HTMLInputElement>(element, '[type="range"]')?.disabled).to.equal(true);
    await expect(element).to.be.accessible();
    await keys('Escape');
    await element.updateComplete;
    expect(find(element, '.tools-panel')).to.equal(null);
    expect(focused(element)).to.equal('How boxes look');
  });

  it('closes the panel when the focus goes elsewhere', async () => {
    const element = await stageWith();
    await click(named(element, 'How boxes look'));
    await element.updateComplete;
    expect(find(element, '.tools-panel')).to.not.equal(null);
    await sendMouse({type: 'click', position: [20, 380]});
    await waitUntil(() => !find(element, '.tools-panel'));
  });

  it('fits 320 px', async () => {
    await setViewport({width: 320, height: 640});
    const element = await stageWith();
    named(element, 'How boxes look').click();
    await element.updateComplete;
    for (const selector of ['.tools-bar', '.tools-panel']) {
      const {left, right} = find(element, selector)!.getBoundingClientRect();
      expect(left, selector).to.be.at.least(0);
      expect(right, selector).to.be.at.most(320);
    }
    await setViewport({width: 1280, height: 800});
  });
});

describe('the mini bar', () => {
  const rect = (element: PanelsStage): DOMRect => find(element, '.mini-bar')!.getBoundingClientRect();
  const stageRect = (element: PanelsStage): DOMRect => element.stage.getBoundingClientRect();

  it('asks for what its buttons say, for all selected boxes', async () => {
    const element = await stageWith({selectedIds: ['a', 'b']});
    for (const name of ['Duplicate', 'Hide', 'Lock', 'Delete']) await click(named(element, name));
    await click(find(element, '.mini-bar .label')!);
    const ids = ['a', 'b'];
    expect(element.log).to.deep.equal([
      {type: 'duplicate', ids},
      {type: 'hide', ids, isHidden: true},
      {type: 'lock', ids, isLocked: true},
      {type: 'delete', ids},
      {type: 'pick-label', ids},
    ]);
    expect(find(element, '.mini-bar .label')?.ariaLabel).to.equal('Change label: Several labels');
    element.selectedIds = [];
    await element.updateComplete;
    expect(find(element, '.mini-bar')).to.equal(null);
  });

  it('offers square and centre to fingers', async () => {
    const element = await stageWith({constraints: {isSquare: false, isCentred: false}});
    await tap(named(element, 'Square'));
    await waitUntil(() => element.constraints?.isSquare);
    await tap(named(element, 'From the middle'));
    await waitUntil(() => element.constraints?.isCentred);
    await element.updateComplete;
    expect(named(element, 'Square').ariaPressed).to.equal('true');
  });

  it('is on the stage and beside the box, wherever the box is', async () => {
    const element = await stageWith();
    const stage = stageRect(element);
    let placed = 0;
    for (const width of [10, 200, stage.width - 20]) {
      for (const left of [-50, 0, 300, stage.width - 30]) {
        for (const top of [-60, 0, 40, 200, 380]) {
          element.place({left, top, width, height: 90});
          if (!find(element, '.mini-bar.placed')) continue;
          placed++;
          const bar = rect(element);
          const where = JSON.stringify({left, top, width});
          expect(bar.left >= stage.left && bar.right <= stage.right, where).to.equal(true);
          expect(bar.top >= stage.top && bar.bottom <= stage.bottom, where).to.equal(true);
          const isApart =
            bar.bottom <= stage.top + top ||
            bar.top >= stage.top + top + 90 ||
            bar.right <= stage.left + left ||
            bar.left >= stage.left + left + width;
          expect(isApart, where).to.equal(true);
        }
      }
    }
    // All but the five that lie beside the stage.
    expect(placed).to.equal(55);
  });

  it('covers neither the name of its box nor the bars over the stage', async () => {
    const element = await stageWith();
    const stage = stageRect(element);
    const tools = find(element, '.tools-bar')!.getBoundingClientRect();
    const taken = [
      {left: tools.left - stage.left, top: tools.top - stage.top, width: tools.width, height: tools.height},
      {left: stage.width / 2 - 150, top: stage.height - 60, width: 300, height: 48},
    ];
    const middle = stage.width / 2 - 40;
    for (let top = 0; top <= stage.height - 60; top += 10) {
      element.mini.place({left: middle, top, width: 80, height: 50}, stage, 'touch', () => taken);
      const {left, right, top: upper, bottom} = rect(element);
      expect(find(element, '.mini-bar.placed'), `at ${top}`).to.not.equal(null);
      for (const bar of [...taken, {left: middle, top: top - 20, width: 80, height: 20}]) {
        const isApart =
          right <= stage.left + bar.left ||
          left >= stage.left + bar.left + bar.width ||
          bottom <= stage.top + bar.top ||
          upper >= stage.top + bar.top + bar.height;
        expect(isApart, `at ${top}`).to.equal(true);
      }
    }
  });

  it('is not there when the box fills the stage, leaves it, or is dragged', async () => {
    const element = await stageWith();
    const {width, height} = stageRect(element);
    const size = {width, height};
    for (const box of [
      {left: 0, top: 0, width, height},
      {left: width + 50, top: 0, width: 20, height: 20},
      undefined,
    ]) {
      element.mini.place({left: 200, top: 200, width: 50, height: 50}, size);
      expect(find(element, '.mini-bar.placed')).to.not.equal(null);
      element.mini.place(box, size);
      expect(find(element, '.mini-bar.placed')).to.equal(null);
    }
  });
});

describe('the context menu', () => {
  it('moves round with arrows, Home and End, and finds what is typed', async () => {
    const element = await stageWith();
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    const seen = [focused(element)];
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await keys(key);
      seen.push(focused(element));
    }
    expect(seen).to.deep.equal(['car 1', 'dog 2', 'traffic light 12', 'Delete', 'car 1', 'Delete', 'car 1']);
    await sendKeys({type: 'hi'});
    expect(focused(element)).to.equal('Hide');
    await nextFrame();
    expect(element.log).to.deep.include({type: 'hover', id: 'b'});
    await expect(element).to.be.accessible();
  });

  it('goes through items with the same letter', async () => {
    const element = await stageWith();
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    const seen: string[] = [];
    for (let times = 0; times < 4; times++) {
      await keys('d');
      seen.push(focused(element));
    }
    expect(seen).to.deep.equal(['dog 2', 'Duplicate', 'Delete', 'dog 2']);
  });

  it('chooses among the boxes under the pointer', async () => {
    const element = await stageWith();
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    const items = [...element.renderRoot.querySelectorAll('[role="menuitemradio"]')];
    expect(items.map(({ariaChecked}) => ariaChecked)).to.deep.equal(['true', 'false', 'false']);
    await click(itemOf(element, 'dog 2'));
    expect(element.log.at(-1)).to.deep.equal({type: 'select', ids: ['b']});
    await element.updateComplete;
    expect(find(element, '.menu')).to.equal(null);
    expect(focused(element)).to.equal('Stage');
  });

  it('offers no choice where there is only one box', async () => {
    const element = await stageWith();
    element.openMenu(300, 120, rows.slice(0, 1));
    await opened(element, '.menu-sheet');
    expect(focused(element)).to.equal('Change label');
    expect(find(element, '[role="menuitemradio"]')).to.equal(null);
  });

  it('asks for what its items say', async () => {
    const element = await stageWith({selectedIds: ['a', 'c']});
    const ids = ['a', 'c'];
    const names = ['Duplicate', 'Copy', 'Fit to image', 'Bring into view', 'Hide', 'Hide all others', 'Lock'];
    for (const name of [...names, 'Delete']) {
      element.openMenu(300, 20);
      await opened(element, '.menu-sheet');
      itemOf(element, name).focus();
      await keys('Enter');
      await element.updateComplete;
      expect(element.menu.isOpen).to.equal(false);
    }
    expect(element.log.filter(({type}) => type !== 'hover')).to.deep.equal([
      {type: 'duplicate', ids},
      {type: 'copy', ids},
      {type: 'fit', ids},
      {type: 'reveal', ids},
      {type: 'hide', ids, isHidden: true},
      {type: 'hide', ids: ['b'], isHidden: true},
      {type: 'lock', ids, isLocked: true},
      {type: 'delete', ids},
    ]);
  });

  it('relabels in a menu of its own, into and out of which the arrows lead', async () => {
    const element = await stageWith();
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    itemOf(element, 'Change label').focus();
    await keys('ArrowRight');
    await waitUntil(() => focused(element) === 'car');
    expect(itemOf(element, 'Change label').ariaExpanded).to.equal('true');
    await expect(element).to.be.accessible();
    await keys('ArrowLeft');
    expect(focused(element)).to.equal('Change label');
    await keys('Enter');
    await waitUntil(() => focused(element) === 'car');
    await keys('Escape');
    expect(focused(element)).to.equal('Change label');
    await keys('ArrowRight');
    await waitUntil(() => focused(element) === 'car');
    await keys('t', 'Enter');
    expect(element.log.at(-1)).to.deep.equal({type: 'relabel', ids: ['a'], label: 'traffic light'});
  });

  it('opens the label menu under the mouse, and closes it when the mouse goes on', async () => {
    const element = await stageWith();
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    await sendMouse({type: 'move', position: middleOf(itemOf(element, 'Change label'))});
    await waitUntil(() => focused(element) === 'car');
    await sendMouse({type: 'move', position: middleOf(itemOf(element, 'dog'))});
    await waitUntil(() => focused(element) === 'dog');
    await sendMouse({type: 'move', position: middleOf(itemOf(element, 'Copy'))});
    await waitUntil(() => element.renderRoot.querySelectorAll('.menu').length === 1);
  });

  it('leaves many labels to the picker, and locked boxes as they are', async () => {
    const element = await stageWith({
      labels: Array.from({length: 31}, (_, index) => ({label: `label ${index}`})),
    });
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    await click(itemOf(element, 'Change label'));
    expect(element.log.at(-1)).to.deep.equal({type: 'pick-label', ids: ['a']});
    element.rows = rows.map((row) => ({...row, isLocked: true}));
    await element.updateComplete;
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    const asked = element.log.length;
    await click(itemOf(element, 'Delete'));
    expect(element.log.slice(asked).filter(({type}) => type !== 'hover')).to.deep.equal([]);
    expect(element.menu.isOpen).to.equal(true);
  });

  it('closes with Escape, Tab and a press beside it, which does nothing else', async () => {
    const element = await stageWith();
    const presses: string[] = [];
    element.stage.addEventListener('pointerdown', () => presses.push('stage'));
    for (const close of [
      () => keys('Escape'),
      () => keys('Tab'),
      () => sendMouse({type: 'click', position: [12, 400]}),
      () => sendMouse({type: 'click', button: 'right', position: [12, 400]}),
    ]) {
      element.openMenu(300, 120);
      await opened(element, '.menu-sheet');
      await close();
      await waitUntil(() => !element.menu.isOpen);
      await element.updateComplete;
      expect(focused(element)).to.equal('Stage');
    }
    expect(presses).to.deep.equal([]);
  });

  it('lets no key through to the task', async () => {
    const element = await stageWith();
    const heard: string[] = [];
    element.addEventListener('keydown', ({key}) => heard.push(key));
    element.openMenu(300, 120);
    await opened(element, '.menu-sheet');
    await keys('v', '1', 'Delete', 'ArrowDown', 'Control+z');
    expect(heard).to.deep.equal([]);
  });

  it('is in the window wherever it opens', async () => {
    await setViewport({width: 320, height: 480});
    const element = await stageWith();
    for (const [x, y] of [
      [2, 2],
      [318, 2],
      [318, 478],
      [2, 478],
      [160, 240],
    ] as const) {
      element.openMenu(x, y);
      await opened(element, '.menu-sheet');
      itemOf(element, 'Change label').focus();
      await keys('Enter');
      await waitUntil(() => focused(element) === 'car');
      for (const menu of element.renderRoot.querySelectorAll('.menu')) {
        const {left, top, right, bottom} = menu.getBoundingClientRect();
        expect([left >= 0, top >= 0, right <= 320, bottom <= 480], `${x} ${y}`).to.deep.equal([
          ...[true, true, true, true],
        ]);
      }
      element.menu.close();
      await element.updateComplete;
    }
    await setViewport({width: 1280, height: 800});
  });
});

describe('the label popover', () => {
  const search = (element: PanelsStage): HTMLInputElement | null | undefined =>
    find(element, 'gt-label-picker')?.shadowRoot?.querySelector('input');
  const open = async (element: PanelsStage): Promise<void> => {
    element.openLabels();
    await opened(element, '.label-popover');
    await waitUntil(() => search(element)?.matches(':focus'));
  };

  it('is answered by typing, and gives the focus back', async () => {
    const element = await stageWith();
    await open(element);
    await expect(element).to.be.accessible();
    await sendKeys({type: 'tra'});
    await waitUntil(
      () => find(element, 'gt-label-picker')?.shadowRoot?.querySelectorAll('.row').length === 1,
    );
    await keys('Enter');
    expect(element.log).to.deep.equal([{type: 'label', what: 'traffic light'}]);
    await element.updateComplete;
    expect(find(element, '.label-popover')).to.equal(null);
    expect(focused(element)).to.equal('Stage');
  });

  it('is answered by a number', async () => {
    const element = await stageWith();
    await open(element);
    await keys('2');
    expect(element.log).to.deep.equal([{type: 'label', what: 'dog'}]);
    expect(element.picker.isOpen).to.equal(false);
  });

  it('waits for the second digit where there are many labels', async () => {
    const element = await stageWith({
      labels: Array.from({length: 15}, (_, index) => ({label: `label ${index + 1}`})),
    });
    await open(element);
    await keys('1', '2');
    expect(element.log).to.deep.equal([
      {type: 'label', what: 'label 1'},
      {type: 'label', what: 'label 12'},
    ]);
    await keys('Escape');
    expect(element.picker.isOpen).to.equal(false);
  });

  it('is answered by a press on a label', async () => {
    const element = await stageWith();
    await open(element);
    const rowsIn = find(element, 'gt-label-picker')?.shadowRoot?.querySelectorAll('.row') ?? [];
    await click(rowsIn[1] as Element);
    expect(element.log).to.deep.equal([{type: 'label', what: 'dog'}]);
  });

  it('keeps the label with Escape, Enter and a press elsewhere', async () => {
    const element = await stageWith();
    for (const close of [
      () => keys('Escape'),
      () => keys('Enter'),
      () => sendMouse({type: 'click', position: [12, 400]}),
    ]) {
      await open(element);
      await close();
      await waitUntil(() => !element.picker.isOpen);
      await element.updateComplete;
      expect(focused(element)).to.equal('Stage');
    }
    expect(element.log).to.deep.equal([]);
  });

  it('opens no keyboard on the screen for a finger', async () => {
    const element = await stageWith();
    element.openLabels('touch');
    await waitUntil(() => find(element, '.label-popover:popover-open'));
    await element.updateComplete;
    await nextFrame();
    expect(search(element) ?? null).to.equal(null);
  });

  it('does not cover the box', async () => {
    const element = await stageWith();
    for (const left of [20, 500, 1100]) {
      element.place({left, top: 150, width: 120, height: 90});
      await open(element);
      await waitUntil(() => {
        const box = find(element, '.frame')!.getBoundingClientRect();
        const popover = find(element, '.label-popover')!.getBoundingClientRect();
        return popover.left >= box.right || popover.right <= box.left;
      }, `${left}`);
      element.picker.close();
      await element.updateComplete;
    }
  });
});

describe('the panels around the stage', () => {
  for (const [name, under] of Object.entries(conditions)) {
    it(`are accessible: ${name}`, async () => {
      const element = await stageWith({constraints: {isSquare: true, isCentred: false}});
      await under(async () => {
        named(element, 'How boxes look').click();
        await element.updateComplete;
        await expect(element).to.be.accessible();
        element.openMenu(100, 100);
        await opened(element, '.menu-sheet');
        await expect(element).to.be.accessible();
      });
    });
  }
});

describe('places beside a rectangle', () => {
  const within = {width: 400, height: 300};
  const size = {width: 100, height: 40};

  it('are on the first side that has room', () => {
    const at = (left: number, top: number, width = 80, height = 60) =>
      placeBeside({left, top, width, height}, size, within, 10, ['above', 'below', 'right', 'left']);
    expect(at(100, 100)).to.deep.equal({x: 90, y: 50});
    expect(at(100, 20)).to.deep.equal({x: 90, y: 90});
    expect(at(0, 100)).to.deep.equal({x: 6, y: 50});
    expect(at(100, 10, 80, 280)).to.deep.equal({x: 190, y: 10});
    expect(at(300, 10, 80, 280)).to.deep.equal({x: 190, y: 10});
    expect(at(0, 0, 400, 300)).to.equal(undefined);
  });

  it('leave free what is taken, and slide along the box before they go to another side', () => {
    const at = (taken: readonly ScreenRect[]) =>
      placeBeside({left: 100, top: 100, width: 80, height: 30}, size, within, 10, ['above', 'right'], taken);
    const bar = {left: 130, top: 40, width: 60, height: 40};
    expect(at([bar])).to.deep.equal({x: 24, y: 50});
    expect(at([{...bar, left: 0, width: 60}])).to.deep.equal({x: 90, y: 50});
    expect(at([{...bar, left: 0, width: 400}])).to.deep.equal({x: 190, y: 100});
    expect(at([{left: 0, top: 0, width: 400, height: 300}])).to.equal(undefined);
  });

  it('are turned to where there is room from a point', () => {
    expect(placeAt({x: 10, y: 20}, size, within)).to.deep.equal({x: 10, y: 20});
    expect(placeAt({x: 390, y: 290}, size, within)).to.deep.equal({x: 290, y: 250});
    expect(placeAt({x: 50, y: 20}, {width: 390, height: 500}, within)).to.deep.equal({x: 6, y: 6});
  });
});

describe('status words', () => {
  it('write sizes without grouping, and facts as the language lists them', () => {
    expect(sizeText({width: 1920, height: 80.25}, 'en')).to.equal('1920 × 80.25');
    expect(sizeText({width: 1920, height: 80.25}, 'de')).to.equal('1920 × 80,25');
    expect(listed(['car 3', 'locked'], 'en')).to.equal('car 3, locked');
    expect(listed(['car 3', 'مقفل'], 'ar-EG')).to.equal('car 3، مقفل');
  });
});
