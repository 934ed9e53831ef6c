import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {conditions} from '../../../test/helpers/conditions.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-instructions.js';
import type {GtInstructions} from './gt-instructions.js';

let count = 0;

function key(): string {
  return `test-${Date.now()}-${++count}`;
}

async function instructions(storageKey = '', words = 'Look closely.'): Promise<GtInstructions> {
  const element = await fixture<GtInstructions>(html`
    <gt-instructions storage-key=${storageKey}>
      <p slot="short-instructions">${words}</p>
      <div slot="full-instructions">
        <h4>Details</h4>
        <p>Everything.</p>
      </div>
      <figure slot="good-example"><figcaption>The whole cat.</figcaption></figure>
      <figure slot="bad-example"><figcaption>Only its tail.</figcaption></figure>
    </gt-instructions>
  `);
  await waitUntil(() => element.state.hasContent);
  await element.updateComplete;
  return element;
}

function part<T extends HTMLElement>(element: GtInstructions, selector: string): T {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

describe('gt-instructions', () => {
  it('takes undefined and null, which frameworks set, for the default', async () => {
    const element = await instructions();
    for (const nothing of [undefined, null]) {
      for (const name of ['storageKey', 'fullHeader', 'shortcuts', 'open', 'narrow']) {
        Object.assign(element, {[name]: nothing});
        await element.updateComplete;
      }
      element.show();
      await element.updateComplete;
      expect(part(element, '.panel').hidden).to.equal(false);
    }
  });

  it('opens on the first visit and remembers what the worker chose', async () => {
    const storageKey = key();
    const first = await instructions(storageKey);
    expect(first.open).to.equal(true);
    await click(part(first, '[aria-label="Hide instructions"]'));
    expect(first.open).to.equal(false);
    expect((await instructions(storageKey)).open).to.equal(false);
    expect((await instructions(key())).open).to.equal(true, 'another job');
  });

  it('lets each paragraph run in the direction of its words', async () => {
    const element = await instructions('', 'Look closely.');
    element.dir = 'rtl';
    element.show();
    const paragraph = element.querySelector('p') as HTMLElement;
    await element.updateComplete;
    const range = document.createRange();
    const text = [...paragraph.childNodes].find((node) => node instanceof Text && node.data !== '') as Text;
    const leftOf = (from: number): number => {
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect().left;
    };
    expect(leftOf(text.length - 1), 'the full stop is at the end').to.be.above(leftOf(text.length - 2));
    for (const slot of element.shadowRoot?.querySelectorAll('slot') ?? []) {
      for (const child of slot.assignedElements()) {
        expect(getComputedStyle(child).unicodeBidi, slot.name).to.equal('plaintext');
      }
    }
    const inner = element.querySelector('[slot="full-instructions"] p') as HTMLElement;
    part<HTMLDialogElement>(element, '.full').showModal();
    range.selectNodeContents(inner);
    const {left} = inner.getBoundingClientRect();
    expect(range.getBoundingClientRect().left, 'deeper paragraphs too').to.be.closeTo(left, 1);
  });

  it('marks instructions that have changed since they were seen, until they are opened', async () => {
    const storageKey = key();
    (await instructions(storageKey)).hide();
    expect((await instructions(storageKey)).state.changed).to.equal(false);
    const changed = await instructions(storageKey, 'Look twice.');
    expect(changed.state.changed).to.equal(true);
    changed.toggle();
    expect(changed.state.changed).to.equal(false);
    changed.hide();
    expect((await instructions(storageKey, 'Look twice.')).state.changed).to.equal(false);
  });

  it('becomes a drawer that covers the work only for who asked for it', async () => {
    const unasked = await instructions(key());
    expect(unasked.open).to.equal(true);
    unasked.narrow = true;
    await unasked.updateComplete;
    expect(unasked.open).to.equal(false);
    unasked.toggle();
    unasked.narrow = false;
    await unasked.updateComplete;
    unasked.narrow = true;
    await unasked.updateComplete;
    expect(unasked.open).to.equal(true);
  });

  it('keeps the pictures of figures inside the panel', async () => {
    const canvas = Object.assign(document.createElement('canvas'), {width: 2000, height: 1000});
    const box = await fixture<HTMLElement>(html`
      <div style="width: 240px">
        <gt-instructions>
          <figure slot="good-example"><img src=${canvas.toDataURL()} alt="Wide" /></figure>
        </gt-instructions>
      </div>
    `);
    const picture = box.querySelector('img')!;
    await picture.decode();
    await waitUntil(() => picture.clientWidth > 0);
    expect(picture.clientWidth).to.be.at.most(240);
    expect(picture.clientWidth / picture.clientHeight).to.be.closeTo(2, 0.05);
  });

  it('works where the browser refuses storage', async () => {
    const getter = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    try {
      const element = await instructions(key());
      expect(element.open).to.equal(true);
      element.hide();
      expect(element.open).to.equal(false);
    } finally {
      Object.defineProperty(window, 'localStorage', getter);
    }
  });

  it('shows the full instructions in a dialog that Escape closes and that gives the focus back', async () => {
    const element = await instructions();
    element.show();
    await element.updateComplete;
    const button = part<HTMLButtonElement>(element, '.full-button');
    button.focus();
    await keys('Enter');
    const dialog = part<HTMLDialogElement>(element, 'dialog.full');
    expect(dialog.open).to.equal(true);
    await keys('Escape');
    expect(dialog.open).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(button);
  });

  it('tells good from bad by words and signs, not only by colour', async () => {
    const element = await instructions();
    for (const [kind, words] of [
      ['good', 'Good example'],
      ['bad', 'Bad example'],
    ]) {
      const example = part(element, `.example.${kind}`);
      expect(example.querySelector('.caption span')?.textContent).to.equal(words);
      expect(example.querySelector('svg')).to.not.equal(null);
    }
  });

  it('enlarges an example in place and back', async () => {
    const element = await instructions();
    element.show();
    await element.updateComplete;
    const button = part<HTMLButtonElement>(element, '.example.good button');
    await click(button);
    await element.updateComplete;
    expect(element.hasAttribute('enlarged')).to.equal(true);
    expect(button.ariaExpanded).to.equal('true');
    await click(button);
    await element.updateComplete;
    expect(element.hasAttribute('enlarged')).to.equal(false);
  });

  it('is a drawer where there is no room beside the work, closed at first, closed by Escape', async () => {
    const element = await fixture<GtInstructions>(html`
      <gt-instructions narrow><p slot="short-instructions">Look closely.</p></gt-instructions>
    `);
    await waitUntil(() => element.state.hasContent);
    expect(element.open).to.equal(false);
    element.show();
    await element.updateComplete;
    part<HTMLElement>(element, '.head button').focus();
    await keys('Escape');
    expect(element.open).to.equal(false);
  });

  it('shows markup in text as text and runs nothing', async () => {
    const element = await instructions('', '<img src=x onerror="window.hit = 1">');
    expect(element.querySelector('img')).to.equal(null);
  });

  for (const [name, under] of Object.entries(conditions)) {
    it(`has no automatic findings: ${name}`, () =>
      under(async () => {
        const element = await instructions();
        element.show();
        element.shortcuts = [{title: 'Work', rows: [{name: 'Submit', keys: [['⏎'], ['Ctrl', '⏎']]}]}];
        await element.updateComplete;
        await expect(element).to.be.accessible();
        for (const open of ['showFull', 'showShortcuts'] as const) {
          element[open]();
          await expect(element).to.be.accessible();
          await keys('Escape');
        }
      }));
  }
});
