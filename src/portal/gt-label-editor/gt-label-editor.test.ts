import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {click, keys, middleOf} from '../../../test/helpers/press.js';
import '../../define/gt-portal.js';
import type {Label} from '../../model/label.js';
import type {GtLabelEditor, LabelInstructions} from './gt-label-editor.js';

async function editor(...names: readonly string[]): Promise<GtLabelEditor> {
  const labels = names.map((label) => ({label}));
  return fixture<GtLabelEditor>(html`<gt-label-editor .labels=${labels}></gt-label-editor>`);
}

const all = <T extends HTMLElement>(element: GtLabelEditor, selector: string): T[] => [
  ...element.renderRoot.querySelectorAll<T>(selector),
];
const one = <T extends HTMLElement>(element: GtLabelEditor, selector: string, at = 0): T => {
  const found = all<T>(element, selector)[at];
  if (!found) throw new Error(`There is no ${selector} ${at}.`);
  return found;
};
const named = (element: GtLabelEditor, name: string): HTMLElement => one(element, `[aria-label="${name}"]`);
const names = ({labels}: GtLabelEditor): string[] => labels.map(({label}) => label);

const clipboard = (text: string): ClipboardEvent => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
};

describe('gt-label-editor', () => {
  it('takes labels by typing, and tells what became of the list', async () => {
    const element = await editor();
    const told: (readonly Label[])[] = [];
    element.addEventListener('gt-labels', (event) =>
      told.push((event as CustomEvent<readonly Label[]>).detail),
    );
    one(element, '#new').focus();
    await sendKeys({type: 'cat'});
    await keys('Enter');
    await sendKeys({type: ' dog '});
    await keys('Enter');
    await sendKeys({type: 'dog'});
    await keys('Enter', 'Enter');
    expect(names(element)).to.deep.equal(['cat', 'dog']);
    expect(told.at(-1)).to.equal(element.labels);
  });

  it('moves a label by the keys of its handle, by buttons and by dragging, and keeps the focus on it', async () => {
    const element = await editor('a', 'b', 'c', 'd');
    named(element, 'Move a').focus();
    await keys('ArrowDown', 'ArrowDown');
    expect(names(element)).to.deep.equal(['b', 'c', 'a', 'd']);
    expect(element.renderRoot.querySelector(':focus')!.ariaLabel).to.equal('Move a');
    await keys('End', 'ArrowDown', 'Home');
    expect(names(element)).to.deep.equal(['a', 'b', 'c', 'd']);
    await click(named(element, 'Move a down'));
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['b', 'a', 'c', 'd']);
    named(element, 'Move a up').focus();
    await keys('Enter');
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(element.renderRoot.querySelector(':focus')!.ariaLabel).to.equal('Move a');

    const from = middleOf(named(element, 'Move a'));
    const to = middleOf(named(element, 'Move c'));
    await sendMouse({type: 'move', position: from});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [to[0], to[1] + 4]});
    await element.updateComplete;
    await sendMouse({type: 'up'});
    expect(names(element)).to.deep.equal(['b', 'c', 'a', 'd']);
  });

  it('renames, colours, gives keys and details, and removes', async () => {
    const element = await editor('a', 'b');
    const name = one<HTMLInputElement>(element, '.name');
    name.select();
    name.focus();
    await sendKeys({type: 'apple'});
    await keys('Enter');
    expect(element.renderRoot.querySelector(':focus')).to.equal(one(element, '.name', 1));
    const color = one<HTMLInputElement>(element, '.color');
    color.value = '#123456';
    color.dispatchEvent(new Event('input'));
    one(element, '.key').focus();
    await sendKeys({type: 'xq'});
    await click(named(element, 'More about apple'));
    await element.updateComplete;
    one(element, '.details input').focus();
    await sendKeys({type: 'A fruit'});
    expect(element.labels[0]).to.deep.equal({
      label: 'apple',
      color: '#123456',
      shortcut: 'q',
      description: 'A fruit',
    });
    await click(named(element, 'Remove apple'));
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['b']);
    expect(element.renderRoot.querySelector(':focus')).to.equal(one(element, '.name'));
  });

  it('takes a list where one label is typed, and a pasted one', async () => {
    const element = await editor('cat');
    one(element, '#new').dispatchEvent(clipboard('dog\ncat\nbird'));
    expect(names(element)).to.deep.equal(['cat', 'dog', 'bird']);
    await element.updateComplete;
    await click(one(element, '#paste'));
    await element.updateComplete;
    const text = one<HTMLTextAreaElement>(element, '#list');
    text.value = "[{'label': 'fish', 'color': '#00ff00'}]";
    text.dispatchEvent(new Event('input'));
    await click(one(element, '.paste .button', 1));
    await element.updateComplete;
    expect(element.labels).to.deep.equal([{label: 'fish', color: '#00ff00'}]);
    expect(all(element, '#list')).to.deep.equal([]);
  });

  it('says why a list cannot be used, and keeps the labels', async () => {
    const element = await editor('cat');
    await click(one(element, '#paste'));
    await element.updateComplete;
    const text = one<HTMLTextAreaElement>(element, '#list');
    text.value = '["cat", ';
    text.dispatchEvent(new Event('input'));
    await click(one(element, '.paste .button', 1));
    await element.updateComplete;
    expect(one(element, '.problems').textContent).to.contain('cannot be read');
    expect(names(element)).to.deep.equal(['cat']);
  });

  it('takes a label category file with its instructions', async () => {
    const element = await editor('old');
    let instructions: LabelInstructions | undefined;
    element.addEventListener('gt-label-instructions', (event) => {
      instructions = (event as CustomEvent<LabelInstructions>).detail;
    });
    const files = new DataTransfer();
    const config = {labels: [{label: 'car'}, {label: 'bus'}], instructions: {shortInstruction: 'Look.'}};
    files.items.add(new File([JSON.stringify(config)], 'labels.json'));
    const input = one<HTMLInputElement>(element, '#file');
    input.files = files.files;
    const changed = new Promise((done) =>
      element.addEventListener('gt-label-instructions', done, {once: true}),
    );
    input.dispatchEvent(new Event('change'));
    await changed;
    expect(names(element)).to.deep.equal(['car', 'bus']);
    expect(instructions).to.deep.equal({shortInstruction: 'Look.'});
  });

  it('stays quick with 255 labels', async () => {
    const element = await editor(...Array.from({length: 255}, (_, index) => `label ${index}`));
    const begin = performance.now();
    for (let step = 0; step < 10; step++) {
      one(element, '.grip', 254 - step).dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowUp'}));
      await element.updateComplete;
    }
    expect((performance.now() - begin) / 10).to.be.below(100);
    expect(names(element).indexOf('label 254')).to.be.below(254);
    const list = one(element, 'ol');
    expect(list.scrollHeight).to.be.above(list.clientHeight);
  });

  it('has no automatic findings', async () => {
    const element = await editor('a', '', 'c');
    await click(one(element, '#paste'));
    await expect(element).to.be.accessible();
  });
});
