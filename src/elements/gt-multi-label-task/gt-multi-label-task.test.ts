import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-multi-label-task.js';
import {readExclusion} from './exclusion.js';
import {MultiLabelHarness} from './gt-multi-label-task.harness.js';
import type {GtMultiLabelTask} from './gt-multi-label-task.js';

async function label(properties: Partial<GtMultiLabelTask> = {}): Promise<MultiLabelHarness> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'height: 600px';
  const element = document.createElement('gt-multi-label-task');
  Object.assign(element, {
    labels: ['cat', 'dog', 'bird', 'fish'],
    text: 'Pets',
    header: 'Who?',
    ...properties,
  });
  box.append(element);
  await element.updateComplete;
  element.focus();
  return new MultiLabelHarness(element);
}

describe('gt-multi-label-task', () => {
  it('toggles with number keys and gives the labels in the order of the list', async () => {
    const {element} = await label();
    await keys('3', '1', '2', '1');
    expect(element.value).to.deep.equal({labels: ['dog', 'bird']});
    await keys('1');
    expect(element.value).to.deep.equal({labels: ['cat', 'dog', 'bird']});
  });

  it('keeps the focus where it is on an item, and begins each item at the first label', async () => {
    const harness = await label();
    const {element, picker} = harness;
    const row = (name: string): HTMLElement => harness.row(name);
    const settled = async (): Promise<void> => {
      await element.updateComplete;
      await nextFrame();
    };
    await keys('ArrowDown', '4');
    await settled();
    expect([row('dog').tabIndex, row('fish').tabIndex]).to.deep.equal([0, -1]);
    await keys('Space');
    expect(element.value).to.deep.equal({labels: ['dog', 'fish']});
    element.value = {labels: ['bird']};
    await settled();
    expect(picker.shadowRoot?.activeElement).to.equal(row('dog'));
    element.text = 'Wild animals';
    await settled();
    expect(picker.shadowRoot?.activeElement).to.equal(row('cat'));
    expect([row('cat').tabIndex, row('dog').tabIndex]).to.deep.equal([0, -1]);
  });

  it('says how many and which are chosen', async () => {
    const harness = await label();
    await keys('2', '1');
    await waitUntil(() => harness.status === '2 of 4 chosen: cat, dog');
    expect(harness.count).to.equal('2 of 4 chosen');
  });

  describe('with an exclusion category', () => {
    it('clears the others for it, as one step that the toast takes back', async () => {
      const harness = await label({exclusionCategory: {text: 'None of the above'}});
      const {element} = harness;
      await keys('1', '2', '3', '5');
      expect(element.value).to.deep.equal({labels: []});
      expect(harness.chosen).to.deep.equal(['None of the above']);
      await element.updateComplete;
      expect(harness.toast?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Cleared 3 Undo');
      await click(harness.toast?.querySelector('button') as Element);
      expect(element.value).to.deep.equal({labels: ['cat', 'dog', 'bird']});
    });

    it('is cleared by any other choice', async () => {
      const {element} = await label({exclusionCategory: 'None'});
      await keys('n');
      expect(element.value).to.deep.equal({labels: []});
      expect(await element.submit()).to.equal(true);
      await keys('2');
      expect(element.value).to.deep.equal({labels: ['dog']});
    });

    it('is read from crowd JSON, plain text and objects', async () => {
      const element = await fixture<GtMultiLabelTask>(
        html`<gt-multi-label-task exclusion-category="{ text: 'None of these' }"></gt-multi-label-task>`,
      );
      expect(element.exclusionCategory).to.equal('None of these');
      element.setAttribute('exclusion-category', 'Nothing');
      expect(element.exclusionCategory).to.equal('Nothing');
      expect([
        readExclusion(undefined),
        readExclusion({text: 7}),
        readExclusion({text: ' x '}),
      ]).to.deep.equal(['', '', 'x']);
    });
  });

  describe('with limits', () => {
    it('refuses one label too many, names the limit, and changes nothing', async () => {
      const harness = await label({max: 2});
      const {element} = harness;
      await keys('1', '2', '3');
      expect(element.value).to.deep.equal({labels: ['cat', 'dog']});
      await element.updateComplete;
      const refusal = (): string | undefined =>
        harness.root.querySelector('.side-message')?.textContent ?? undefined;
      expect(refusal()).to.equal('At most 2 labels can be chosen. Clear one first.');
      await waitUntil(() => harness.status.startsWith('At most 2'));
      await keys('1');
      await element.updateComplete;
      expect(refusal()).to.equal(undefined);
      expect(element.value).to.deep.equal({labels: ['dog']});
    });

    it('asks for the fewest at submit, and lets none be an answer where that is allowed', async () => {
      const harness = await label({min: 2});
      await keys('1');
      expect(await harness.element.submit()).to.equal(false);
      expect(harness.problems[0]?.textContent).to.include('at least 2 labels');
      harness.element.min = 0;
      await keys('1');
      await harness.element.updateComplete;
      expect(await harness.element.submit()).to.equal(true);
      expect(harness.element.value).to.deep.equal({labels: []});
    });
  });

  it('takes a whole range, and all or none, as one step each', async () => {
    const harness = await label();
    const {element} = harness;
    await click(harness.row('cat'));
    await keys('Control+a');
    expect(element.value).to.deep.equal({labels: ['cat', 'dog', 'bird', 'fish']});
    await element.updateComplete;
    await harness.picker.updateComplete;
    await click(harness.selectNone as Element);
    expect(element.value).to.equal(undefined);
    expect(element.history.done.map(({name}) => name)).to.deep.equal([
      'choose cat',
      'choose 4 labels',
      'clear 4 labels',
    ]);
  });

  it('makes one step of a two-digit number in a long list', async () => {
    const {element} = await label({labels: Array.from({length: 40}, (_, index) => `l${index + 1}`)});
    await keys('3', '5');
    expect(element.value).to.deep.equal({labels: ['l35']});
    expect(element.history.done).to.have.length(1);
    element.undo();
    expect(element.value).to.equal(undefined);
  });

  it('takes a label of any name', async () => {
    const {element} = await label({labels: ['__proto__', 'constructor', 'toString']});
    await keys('1', '2', '3');
    expect(element.value).to.deep.equal({labels: ['__proto__', 'constructor', 'toString']});
    const {line} = await element.toManifestLine();
    expect(line).to.include('"0":"__proto__"');
  });
});
