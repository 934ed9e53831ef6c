import {expect, fixture, nextFrame} from '@open-wc/testing';
import '../../define/gt-classification-task.js';
import {ar} from '../../strings/ar.js';
import {de} from '../../strings/de.js';
import {en} from '../../strings/en.js';
import {registerStrings, type Strings} from '../../strings/strings.js';
import type {GtClassificationTask} from '../gt-classification-task/gt-classification-task.js';
import {TaskHarness} from './task.harness.js';

const task = `<gt-classification-task text="Hallo" labels='["cat", "dog"]'></gt-classification-task>`;

/** The task element in a piece of page, and all words it shows or speaks. */
async function taskIn(page: string) {
  const box = await fixture<HTMLElement>(page);
  const element = box.querySelector('gt-classification-task') as GtClassificationTask;
  await element.updateComplete;
  return {box, element, harness: new TaskHarness(element)};
}

function says({harness}: {harness: TaskHarness}, words: Strings): void {
  expect(harness.hasButton(words.task.submit), words.task.submit).to.equal(true);
  expect(harness.button(words.task.undo).title).to.equal(words.task.nothingToUndo);
  expect(harness.picker.shadowRoot?.querySelector('[role=radiogroup]')?.ariaLabel).to.equal(
    words.task.question['classification'],
  );
}

/** Lets observers speak and elements render. */
const settled = async ({element}: {element: GtClassificationTask}): Promise<void> => {
  await nextFrame();
  await element.updateComplete;
};

describe('language of elements', () => {
  before(() => {
    registerStrings('de', de);
    registerStrings('ar', ar);
  });

  afterEach(() => document.documentElement.setAttribute('lang', 'en'));

  it('is German in German pages, down to the names of keys', async () => {
    const shown = await taskIn(`<div lang="de">${task}</div>`);
    says(shown, de);
    shown.harness.button('Tastenkürzel').click();
    await settled(shown);
    const dialog = shown.harness.instructions.shadowRoot?.querySelector('dialog.shortcuts');
    expect(dialog?.textContent).to.include('Vergrößern').and.include('Strg').and.not.include('Ctrl');
    await expect(shown.element).to.be.accessible();
  });

  it('is Arabic in Arabic pages, from right to left', async () => {
    const shown = await taskIn(`<div lang="ar" dir="rtl" style="width: 320px; height: 600px">${task}</div>`);
    says(shown, ar);
    await expect(shown.element).to.be.accessible();
    const base = shown.harness.root.querySelector('.base');
    expect(base?.scrollWidth).to.be.at.most(base?.clientWidth ?? 0, 'nothing sticks out sideways');
    const [submit, undo] = [ar.task.submit, ar.task.undo].map((name) =>
      shown.harness.button(name).getBoundingClientRect(),
    );
    expect(submit!.left).to.be.below(undo!.left);
  });

  it('is that of the wider tag where there is no narrower one', async () => {
    says(await taskIn(`<div lang="de-AT">${task}</div>`), de);
  });

  it('is English where nothing fits', async () => {
    for (const lang of ['tlh', '', 'de_DE']) says(await taskIn(`<div lang="${lang}">${task}</div>`), en);
    says(await taskIn(`<div>${task}</div>`), en);
  });

  it('is there as soon as it is registered', async () => {
    const shown = await taskIn(`<div lang="gsw">${task}</div>`);
    says(shown, en);
    registerStrings('gsw', de);
    await settled(shown);
    says(shown, de);
  });

  it('follows the page when its language changes', async () => {
    const shown = await taskIn(`<div>${task}</div>`);
    document.documentElement.lang = 'de';
    await settled(shown);
    says(shown, de);
    shown.box.lang = 'ar';
    await settled(shown);
    says(shown, ar);
    shown.box.removeAttribute('lang');
    await settled(shown);
    says(shown, de);
  });

  it('follows changes inside the shadow root of another component', async () => {
    const outer = await fixture<HTMLElement>('<div></div>');
    outer.attachShadow({mode: 'open'}).innerHTML = `<section lang="de">${task}</section>`;
    const section = outer.shadowRoot?.querySelector('section') as HTMLElement;
    const element = section.querySelector('gt-classification-task') as GtClassificationTask;
    const shown = {element, harness: new TaskHarness(element)};
    await settled(shown);
    says(shown, de);
    section.lang = 'ar';
    await settled(shown);
    says(shown, ar);
  });

  it('is read anew when the element moves', async () => {
    const shown = await taskIn(`<div><div lang="de">${task}</div><div lang="ar" id="there"></div></div>`);
    shown.box.querySelector('#there')?.append(shown.element);
    await settled(shown);
    says(shown, ar);
  });

  it('is watched by one observer while there are elements, and by none after', async () => {
    const watching = new Set<MutationObserver>();
    const {observe, disconnect} = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (target, options) {
      if (options?.attributeFilter?.includes('lang')) watching.add(this);
      observe.call(this, target, options);
    };
    MutationObserver.prototype.disconnect = function () {
      watching.delete(this);
      disconnect.call(this);
    };
    try {
      for (const old of document.querySelectorAll('gt-classification-task')) old.remove();
      const shown = await taskIn(`<div lang="de">${task}${task}</div>`);
      expect(watching.size).to.equal(1);
      shown.box.replaceChildren();
      expect(watching.size).to.equal(0);
      registerStrings('de', de);
      expect(shown.element.isUpdatePending).to.equal(false);
    } finally {
      Object.assign(MutationObserver.prototype, {observe, disconnect});
    }
  });
});
