import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import type {JsonObject} from '../../src/base/json.js';
import {parseLine} from '../../src/formats/parse-line.js';
import type {Label} from '../../src/model/label.js';
import type {TaskElement} from '../../src/elements/shared/task-element.js';
import {TaskHarness} from '../../src/elements/shared/task.harness.js';
import {conditions} from '../helpers/conditions.js';
import {countListeners} from '../helpers/listeners.js';
import {drawnPicture} from '../helpers/pictures.js';
import {click, keys} from '../helpers/press.js';

export type Element = TaskElement<JsonObject>;

/** What the contract must know of a task element to use it as a worker would. */
export interface ContractCase {
  /** Labels `cat`, `dog`, `bird` fit most tasks. */
  readonly labels: readonly (string | Label)[];
  readonly entry: JsonObject;
  readonly otherEntry: JsonObject;
  /** The keys of two edits, one after the other, and the value after each. The first one is about `cat`. */
  readonly presses: readonly [readonly string[], readonly string[]];
  readonly values: readonly [JsonObject, JsonObject];
  /** A word of what is said about the first edit; `cat` when left out. */
  readonly said?: string;
  /** Does the first edit at once, without keys. */
  readonly edit: (element: Element) => void;
  /** What to press after the number of a label, so that something has that label. */
  readonly afterLabel: readonly string[];
  /** One key that changes the value of an empty item, and the value then. */
  readonly single: {readonly key: string; readonly code: string; readonly value: JsonObject};
  readonly submitKey: 'Enter' | 'Control+Enter';
  /** What the element focuses when it gets the focus, and when an answer is missing. */
  readonly focus: 'gt-label-picker' | 'gt-image-viewer';
  /** Waits until the item can be worked on. */
  readonly ready: (element: Element) => Promise<unknown>;
  /** What is no answer to this task. */
  readonly badValues: readonly unknown[];
  /** The second of `values` as a page would set it, where a value does not hold all of an answer. */
  readonly settable?: JsonObject;
  /** The label is a file: it comes a moment after its entry, and stands beside the line. */
  readonly isFile?: true;
  /** The value of an item that starts from the first of `values`. */
  readonly initially: JsonObject;
  /** An entry that carries a label of the job `animals`, and its value. */
  readonly labelled: JsonObject;
  readonly labelledValue: JsonObject;
  /** `answerContent` key when the element has no name. */
  readonly widgetName: string;
  /** The label and its metadata in the line after the first press, without `creation-date`. */
  readonly output: {readonly label: unknown; readonly metadata: JsonObject};
}

const json = JSON.stringify;

/** Waits for a value that may take a while to be read, such as that of a file. */
async function comes(element: Element, value: JsonObject, said = ''): Promise<void> {
  await waitUntil(() => element.value !== undefined, `the value is there ${said}`);
  expect(element.value, said).to.deep.equal(value);
}

/** Everything that must hold for every task element, whatever its task. */
export function taskElementContract(tag: string, given: ContractCase): void {
  const {labels, entry, otherEntry, presses, values, ready, submitKey} = given;
  const suffix = given.isFile ? '-ref' : '';

  async function mount(properties: Partial<Element> = {}): Promise<Element> {
    const element = document.createElement(tag) as Element;
    Object.assign(element, {labels, entry, header: 'What is it?', ...properties});
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.cssText = 'height: 600px';
    box.append(element);
    await ready(element);
    return element;
  }

  const pressable = (element: Element): HTMLElement =>
    new TaskHarness(element).root.querySelector<HTMLElement>(given.focus)!;

  function listen(target: EventTarget, ...types: string[]): CustomEvent[] {
    const events: CustomEvent[] = [];
    for (const type of types) target.addEventListener(type, (event) => events.push(event as CustomEvent));
    return events;
  }

  const accepts = (element: Element): Promise<void> => waitUntil(() => element.acceptsSubmit, 'submit opens');

  describe(`${tag}: every task element`, () => {
    describe('properties', () => {
      it('gives the same result in whatever order they are set, before or after connecting', async () => {
        const settings: Partial<Element> = {labels, entry, value: values[0]} as Partial<Element>;
        const names = Object.keys(settings) as (keyof Element)[];
        const orders = [names, names.toReversed(), [names[1], names[2], names[0]] as (keyof Element)[]];
        for (const order of orders) {
          for (const connectFirst of [true, false]) {
            const element = document.createElement(tag) as Element;
            if (connectFirst) document.body.append(element);
            for (const name of order) Object.assign(element, {[name]: settings[name]});
            if (!connectFirst) document.body.append(element);
            await element.updateComplete;
            expect(element.value, `${order.join()} ${connectFirst}`).to.deep.equal(values[0]);
            element.remove();
          }
        }
      });

      it('takes over what was set before the upgrade', async () => {
        const frame = document.implementation.createHTMLDocument();
        const element = frame.createElement(tag) as Element;
        Object.assign(element, {labels, entry, value: values[0]});
        expect(element.value).to.equal(values[0]);
        document.body.append(element);
        await element.updateComplete;
        expect(element.value).to.deep.equal(values[0]);
        expect(element.value).to.not.equal(values[0]);
        element.remove();
      });

      it('reads attributes, in whatever order', async () => {
        const element = await fixture<Element>(
          `<${tag} entry='${json(entry)}' labels="['cat','dog','bird',]" initial-value='${json(values[0])}'></${tag}>`,
        );
        expect(element.value).to.deep.equal(given.initially);
        expect(element.labels).to.deep.equal(['cat', 'dog', 'bird']);
      });

      it('makes an entry of src or text when there is none', async () => {
        const element = await mount();
        element.entry = undefined;
        element.text = 'Hello';
        element.value = values[0] as never;
        expect(JSON.parse((await element.toManifestLine()).line)).to.include({source: 'Hello'});
      });

      it('copies what it is given, so that later changes of the page do nothing', async () => {
        const mine = {...entry, more: {deep: [1]}};
        const element = await mount({entry: mine, value: values[0]} as Partial<Element>);
        mine.more.deep.push(2);
        expect(JSON.parse((await element.toManifestLine()).line).more).to.deep.equal({deep: [1]});
        const proxied = new Proxy(['cat', 'dog', 'bird'], {});
        element.labels = proxied;
        expect(element.labels).to.deep.equal(['cat', 'dog', 'bird']);
      });

      it('clears the answer for undefined and null', async () => {
        for (const nothing of [undefined, null]) {
          const element = await mount();
          element.focus();
          await keys(...presses[0]);
          element.value = nothing as never;
          expect(element.value, 'of a person').to.equal(undefined);
          expect(element.history.done).to.deep.equal([]);
          element.value = values[0] as never;
          element.value = nothing as never;
          expect(element.value, 'of the page').to.equal(undefined);
        }
      });

      it('opens the label on a new entry also when the page has no value for it, in either order', async () => {
        for (const names of [
          ['value', 'entry'],
          ['entry', 'value'],
        ]) {
          const element = await mount({jobName: 'animals'});
          element.value = values[0] as never;
          await element.updateComplete;
          const settings = {entry: given.labelled, value: undefined};
          for (const name of names) Object.assign(element, {[name]: settings[name as keyof typeof settings]});
          await element.updateComplete;
          await comes(element, given.labelledValue, names.join());
        }
      });

      it('keeps the work when the page sets an equal entry again, and drops it for another', async () => {
        const element = await mount();
        element.focus();
        await keys(...presses[0]);
        element.entry = structuredClone(entry);
        await element.updateComplete;
        expect(element.value).to.deep.equal(values[0]);
        element.entry = otherEntry;
        expect(element.value).to.equal(undefined);
        expect(element.history.done).to.deep.equal([]);
      });

      it('takes undefined and null, which frameworks set, for the default', async () => {
        const {elementProperties} = customElements.get(tag) as unknown as {
          elementProperties: ReadonlyMap<keyof Element, {readonly state?: boolean}>;
        };
        const names = [...elementProperties].flatMap(([name, {state}]) => (state ? [] : [name]));
        expect(names).to.include.members(['header', 'value', 'history', 'jobName', 'coordinates']);
        for (const [turn, nothing] of [undefined, null].entries()) {
          const bare = await mount();
          for (const name of names) Object.assign(bare, {[name]: nothing});
          await bare.updateComplete;
          expect(bare.value, 'all at once').to.equal(undefined);
          // Each alone with one of the two: both are the same way through the same setter.
          for (const name of names.filter((_, index) => index % 2 === turn)) {
            const element = await mount();
            const events = listen(element, 'gt-error', 'gt-submit');
            Object.assign(element, {[name]: nothing});
            await element.updateComplete;
            Object.assign(element, {labels, entry});
            element.focus();
            await element.updateComplete;
            const said = `${String(name)} is ${nothing}`;
            await ready(element);
            given.edit(element);
            expect(element.value, said).to.deep.equal(values[0]);
            expect(await element.submit(), said).to.equal(true);
            expect(
              events.map(({type}) => type),
              said,
            ).to.deep.equal(['gt-submit']);
            expect(JSON.parse(events[0]?.detail.line), said).to.have.property(
              `labeling-job${suffix}-metadata`,
            );
            expect(events[0]?.detail.answer.workerId, said).to.equal('');
            element.remove();
          }
        }
      });

      it('takes two equal lines of a manifest for two items', async () => {
        const line = json(entry);
        const [first, second] = [parseLine(line), parseLine(line)];
        if (!first.ok || !second.ok) throw new Error('line not read');
        const element = await mount({entry: first.value});
        element.focus();
        await keys(...presses[0]);
        element.entry = second.value;
        expect(element.value).to.equal(undefined);
      });

      it('starts from the label on the entry, else from the initial value', async () => {
        const element = await mount({entry: given.labelled, jobName: 'animals', initialValue: values[0]});
        await comes(element, given.labelledValue);
        element.entry = entry;
        expect(element.value).to.deep.equal(given.initially);
      });
    });

    describe('bad input', () => {
      for (const bad of ['a,b', '[object Object]', '', '{', '[]', 'null', '{"length":1e9}']) {
        it(`says in place that the labels ${json(bad)} cannot be used, and recovers`, async () => {
          const element = await mount({labels: undefined as never});
          const events = listen(element, 'gt-error');
          element.setAttribute('labels', bad);
          await element.updateComplete;
          await element.updateComplete;
          expect(events.map(({detail}) => detail.code)).to.include('invalid-labels');
          expect(new TaskHarness(element).notices.length).to.be.above(0);
          element.labels = labels;
          await element.updateComplete;
          await element.updateComplete;
          expect(new TaskHarness(element).notices).to.deep.equal([]);
        });
      }

      it('speaks of an entry, not of the lines of a file', async () => {
        for (const bad of ['{"source":}', '[1]', '7', '{"id":1}', '{"source":3}', '{"source":""}']) {
          const element = await mount({entry: undefined});
          const events = listen(element, 'gt-error');
          element.setAttribute('entry', bad);
          await element.updateComplete;
          await element.updateComplete;
          const [event] = events;
          expect(event?.detail.message, bad).to.match(/^The entry\b.*\.$/);
          expect(event?.detail.message, bad).to.not.match(/\bline/i);
          expect(event?.detail.cause[0].code, bad).to.match(/^manifest\//);
        }
      });

      for (const bad of given.badValues) {
        it(`says that the value ${visible(bad)} cannot be used, and keeps the answer`, async () => {
          const element = await mount();
          const events = listen(element, 'gt-error');
          element.focus();
          await keys(...presses[0]);
          element.value = bad as never;
          await element.updateComplete;
          await element.updateComplete;
          expect(element.value).to.deep.equal(values[0]);
          expect(element.history.done).to.have.length(1);
          expect(events.map(({detail}) => detail.code)).to.deep.equal(['invalid-value']);
          expect(new TaskHarness(element).notices).to.have.length(1);
          await keys(...presses[1]);
          expect(element.value, 'work goes on').to.deep.equal(values[1]);
          element.value = values[0] as never;
          await element.updateComplete;
          element.value = bad as never;
          await element.updateComplete;
          expect(element.value, 'an answer the page gave').to.deep.equal(values[0]);
          element.value = (given.settable ?? values[1]) as never;
          await element.updateComplete;
          await element.updateComplete;
          expect(new TaskHarness(element).notices).to.deep.equal([]);
          await comes(element, values[1]);
        });
      }

      for (const bad of given.badValues) {
        it(`says that the initial value ${visible(bad)} cannot be used, and begins without it`, async () => {
          const element = await mount({initialValue: bad as never});
          const events = listen(element, 'gt-error');
          expect(element.value).to.equal(undefined);
          expect(new TaskHarness(element).notices).to.have.length(1);
          element.initialValue = undefined;
          await element.updateComplete;
          expect(new TaskHarness(element).notices).to.deep.equal([]);
          element.initialValue = bad as never;
          await element.updateComplete;
          await element.updateComplete;
          expect(events.map(({detail}) => detail.code)).to.deep.equal(['invalid-value']);
        });
      }

      it('says that an initial value is no JSON', async () => {
        const element = await mount();
        const events = listen(element, 'gt-error');
        element.setAttribute('initial-value', '{');
        await element.updateComplete;
        await element.updateComplete;
        expect(events.map(({detail}) => detail.code)).to.deep.equal(['invalid-value']);
        expect(new TaskHarness(element).notices).to.have.length(1);
      });

      it('keeps the good labels among bad ones', async () => {
        const element = await mount({labels: ['cat', 7, null, 'dog', 'cat'] as never});
        expect(element.labels).to.deep.equal(['cat', 'dog']);
      });

      for (const bad of ['{', '[1]', '"text"', 7, [entry], {when: 10n}]) {
        it(`says that the entry ${String(bad)} cannot be used, and works on with the next`, async () => {
          const element = await mount();
          const events = listen(element, 'gt-error');
          if (typeof bad === 'string') element.setAttribute('entry', bad);
          else element.entry = bad as never;
          await element.updateComplete;
          await element.updateComplete;
          expect(events.map(({detail}) => detail.code)).to.deep.equal(['invalid-entry']);
          expect(new TaskHarness(element).notices).to.have.length(1);
          element.entry = otherEntry;
          await element.updateComplete;
          element.focus();
          await keys(...presses[0]);
          expect(element.value).to.deep.equal(values[0]);
          expect(new TaskHarness(element).notices).to.deep.equal([]);
        });
      }

      it('shows markup, prototype names and reordering characters as text', async () => {
        const hostile = [
          '<img src=x onerror="window.hit=1">',
          '__proto__',
          'constructor',
          'a\u202Eb',
          'x'.repeat(256),
        ];
        const element = await mount({
          labels: hostile,
          header: hostile[0] as string,
          entry: 'source' in entry ? {source: hostile.join('\n')} : entry,
        });
        const {picker, root, rows} = new TaskHarness(element);
        await picker.updateComplete;
        expect(rows).to.have.length(hostile.length);
        expect(root.querySelector('img') ?? picker.shadowRoot?.querySelector('img')).to.equal(null);
        expect(root.querySelector('h2')?.textContent).to.equal(hostile[0]);
        const text = `${root.textContent}${picker.shadowRoot?.textContent}`;
        expect(text).to.include('U+202E').and.not.include('\u202e');
        expect((globalThis as {hit?: number}).hit).to.equal(undefined);
        element.focus();
        await keys('2', ...given.afterLabel);
        expect(json(element.value)).to.include('"__proto__"');
      });
    });

    describe('events', () => {
      it('says when an item is ready, once per item', async () => {
        const element = document.createElement(tag) as Element;
        const events = listen(element, 'gt-ready');
        Object.assign(element, {labels, entry});
        document.body.append(element);
        await ready(element);
        element.labels = [...labels, 'fish'];
        await element.updateComplete;
        element.entry = otherEntry;
        await ready(element);
        expect(events.map(({detail}) => detail.entry)).to.deep.equal([entry, otherEntry]);
        expect(events.every(({bubbles, composed}) => bubbles && composed)).to.equal(true);
        element.remove();
      });

      it('fires gt-change for acts of a person, undo and redo, and for nothing else', async () => {
        const element = await mount();
        const events = listen(element, 'gt-change');
        element.value = values[0] as never;
        element.value = undefined;
        element.history = {done: [], undone: []};
        element.initialValue = values[0];
        element.initialValue = undefined;
        element.reset();
        await element.updateComplete;
        expect(events).to.have.length(0);
        element.focus();
        await keys(...presses[0], ...presses[1], 'Control+z', 'Control+y', 'Control+z');
        expect(events.map(({detail}) => detail.value)).to.deep.equal([
          values[0],
          values[1],
          values[0],
          values[1],
          values[0],
        ]);
      });

      it('keeps its history when the page hands back the value it was told', async () => {
        const element = await mount();
        element.addEventListener('gt-change', ((event: CustomEvent) => {
          element.value = event.detail.value;
        }) as EventListener);
        element.focus();
        await keys(...presses[0], ...presses[1]);
        expect(element.history.done).to.have.length(2);
      });

      it('hands over the whole answer with gt-submit', async () => {
        const element = await mount({
          jobName: 'animals',
          workerId: 'w-1',
          timeSpentMs: 61_000,
        } as Partial<Element>);
        element.focus();
        await keys(...presses[0]);
        const before = Date.now();
        setTimeout(() => void element.submit());
        const {detail} = (await oneEvent(element, 'gt-submit')) as CustomEvent;
        expect(detail.entry).to.deep.equal(entry);
        const {labeledImage, ...content} = detail.answer.answerContent[given.widgetName];
        expect(Object.keys(detail.answer.answerContent)).to.deep.equal([given.widgetName]);
        expect(content).to.deep.equal(values[0]);
        expect(labeledImage !== undefined).to.equal(given.isFile ?? false);
        expect(detail.answer.workerId).to.equal('w-1');
        expect(detail.answer.timeSpentInSeconds).to.be.within(61, 75);
        expect(Date.parse(detail.answer.acceptanceTime)).to.be.at.most(before);
        expect(Date.parse(detail.answer.submissionTime)).to.be.at.least(before);
        const paths = detail.files.map(({path}: {readonly path: string}) => path);
        expect(paths).to.deep.equal(given.isFile ? [JSON.parse(detail.line)['animals-ref']] : []);
        const line = JSON.parse(detail.line);
        expect(line).to.include(entry);
        const {'creation-date': created, ...metadata} = line[`animals${suffix}-metadata`];
        const label = given.isFile ? given.output.label : line.animals;
        expect({label, metadata}).to.deep.equal(given.output);
        expect(created).to.match(/^\d{4}-\d\d-\d\dT/);
        element.name = '__proto__';
        setTimeout(() => void element.submit());
        const again = (await oneEvent(element, 'gt-submit')) as CustomEvent;
        expect(Object.keys(again.detail.answer.answerContent)).to.deep.equal(['__proto__']);
      });

      it('extends the text of the line it was given, byte for byte', async () => {
        const line = `{ "source":"x", "big":12345678901234567890, "f":1.0, "f2" : 1e400}`;
        const element = await mount();
        element.setAttribute('entry', line);
        element.value = values[0] as never;
        const written = (await element.toManifestLine()).line;
        expect(written.startsWith(line.slice(0, -1))).to.equal(true);
      });
    });

    describe('submitting', () => {
      it('returns whether it was accepted', async () => {
        const element = await mount();
        expect(await element.submit()).to.equal(false, 'nothing said yet');
        element.value = values[0] as never;
        expect(await element.submit()).to.equal(true);
        element.addEventListener('gt-submit', (event) => event.preventDefault());
        expect(await element.submit()).to.equal(false, 'cancelled');
      });

      it('refuses with a list of links that lead to the place', async () => {
        const element = await mount();
        const harness = new TaskHarness(element);
        await accepts(element);
        await click(harness.button('Submit'));
        await waitUntil(() => harness.problems.length === 1);
        expect(harness.root.activeElement).to.equal(harness.problems[0]);
        await keys('Enter');
        expect(harness.root.activeElement).to.equal(pressable(element));
        await keys(...presses[0]);
        await element.updateComplete;
        expect(harness.problems).to.deep.equal([]);
      });

      it('takes no press on Submit right after an item appeared, nor a second one', async () => {
        const element = await mount();
        const events = listen(element, 'gt-submit');
        element.value = values[0] as never;
        element.focus();
        await element.updateComplete;
        element.entry = otherEntry;
        element.value = values[0] as never;
        await element.updateComplete;
        const press = (repeat = false): boolean =>
          pressable(element).dispatchEvent(
            new KeyboardEvent('keydown', {
              key: 'Enter',
              code: 'Enter',
              ctrlKey: submitKey === 'Control+Enter',
              repeat,
              bubbles: true,
              composed: true,
              cancelable: true,
            }),
          );
        press();
        expect(events).to.have.length(0, 'too early');
        await accepts(element);
        press(true);
        expect(events).to.have.length(0, 'key repeat');
        press();
        press();
        await Promise.resolve();
        await keys(submitKey);
        expect(events).to.have.length(1);
      });

      it('keeps up with fast hands: each label goes to the item it was pressed for', async () => {
        const lone = await mount();
        lone.focus();
        await keys('2', ...given.afterLabel);
        const second = lone.value;
        const element = await mount();
        const events = listen(element, 'gt-submit');
        element.addEventListener('gt-submit', () => (element.entry = otherEntry), {once: true});
        element.focus();
        await keys(...presses[0], submitKey);
        // Files take a moment to be made.
        if (given.isFile) await waitUntil(() => events.length > 0, 'the first is submitted');
        if (given.isFile) await ready(element);
        await keys('2', ...given.afterLabel, submitKey);
        await waitUntil(() => events.length > 1, 'both are submitted');
        const said = ({detail}: CustomEvent): JsonObject => {
          const {labeledImage: _, ...content} = detail.answer.answerContent[given.widgetName];
          return content;
        };
        expect(events.map((event) => [event.detail.entry, said(event)])).to.deep.equal([
          [entry, values[0]],
          [otherEntry, second],
        ]);
      });

      it('has no Submit of its own with no-submit', async () => {
        const element = await mount({noSubmit: true, value: values[0]} as Partial<Element>);
        const events = listen(element, 'gt-submit');
        expect(new TaskHarness(element).hasButton('Submit')).to.equal(false);
        await accepts(element);
        element.focus();
        await keys(submitKey);
        expect(events).to.have.length(0);
        expect(await element.submit()).to.equal(true);
      });
    });

    describe('history', () => {
      it('can be saved, restored with its entry in any order, and undone after that', async () => {
        const element = await mount();
        element.focus();
        await keys(...presses[0], ...presses[1], 'Control+z');
        const saved = structuredClone(element.history);
        expect([saved.done.length, saved.undone.length]).to.deep.equal([1, 1]);
        for (const order of [
          ['history', 'entry'],
          ['entry', 'history'],
        ]) {
          for (const late of [false, true]) {
            const copy = document.createElement(tag) as Element;
            copy.labels = labels;
            if (late) document.body.append(copy);
            for (const name of order) {
              Object.assign(copy, name === 'entry' ? {entry} : {history: saved});
              if (late) await copy.updateComplete;
            }
            if (!late) document.body.append(copy);
            await ready(copy);
            expect(copy.value, order.join()).to.deep.equal(values[0]);
            copy.redo();
            expect(copy.value).to.deep.equal(values[1]);
            copy.undo();
            copy.undo();
            expect(copy.value).to.equal(undefined);
            copy.remove();
          }
        }
      });

      it('belongs to its item', async () => {
        const element = await mount();
        element.focus();
        await keys(...presses[0]);
        const saved = element.history;
        element.history = {done: [], undone: []};
        element.entry = otherEntry;
        expect(element.value).to.equal(undefined);
        element.entry = entry;
        element.history = saved;
        expect(element.value).to.deep.equal(values[0]);
        element.entry = otherEntry;
        await element.updateComplete;
        expect(element.value).to.equal(undefined);
      });

      it('enables Undo and Redo as it allows, and names the step', async () => {
        const element = await mount();
        const harness = new TaskHarness(element);
        const state = (): boolean[] => [harness.button('Undo').disabled, harness.button('Redo').disabled];
        expect(state()).to.deep.equal([true, true]);
        element.focus();
        await keys(...presses[0]);
        await element.updateComplete;
        expect(state()).to.deep.equal([false, true]);
        expect(harness.button('Undo').title).to.match(/^Undo: ./);
        await click(harness.button('Undo'));
        await element.updateComplete;
        expect(state()).to.deep.equal([true, false]);
        await click(harness.button('Redo'));
        expect(element.value).to.deep.equal(values[0]);
      });

      it('goes back to the start with reset', async () => {
        const element = await mount({entry: given.labelled, jobName: 'animals'});
        await comes(element, given.labelledValue);
        element.focus();
        await keys(...presses[0]);
        element.reset();
        expect(element.value).to.deep.equal(given.labelledValue);
        expect(element.history.done).to.deep.equal([]);
      });
    });

    describe('form control', () => {
      async function inForm(content: string): Promise<{form: HTMLFormElement; element: Element}> {
        const form = await fixture<HTMLFormElement>(`<form>${content}</form>`);
        const element = form.querySelector(tag) as Element;
        Object.assign(element, {labels, entry});
        await ready(element);
        return {form, element};
      }

      it('sends the JSON of its value under its name', async () => {
        const {form, element} = await inForm(`<${tag} name="answer"></${tag}>`);
        expect(new FormData(form).has('answer')).to.equal(false);
        element.focus();
        await keys(...presses[0]);
        expect(JSON.parse(String(new FormData(form).get('answer')))).to.deep.equal(values[0]);
        expect(element.form).to.equal(form);
        expect(element.labels).to.deep.equal(labels, 'not the label elements of the form');
      });

      it('makes the form invalid when required and empty, and is focused for it', async () => {
        const {form, element} = await inForm(`<${tag} name="answer" required></${tag}>`);
        expect(form.checkValidity()).to.equal(false);
        expect(element.validity.valueMissing).to.equal(true);
        expect(element.validationMessage).to.not.equal('');
        element.reportValidity();
        expect(document.activeElement).to.equal(element);
        await keys(...presses[0]);
        expect(form.checkValidity()).to.equal(true);
      });

      it('is disabled by its fieldset', async () => {
        const {form, element} = await inForm(
          `<fieldset disabled><${tag} name="answer" required></${tag}></fieldset>`,
        );
        element.value = values[0] as never;
        await element.updateComplete;
        expect(new FormData(form).has('answer')).to.equal(false);
        expect(form.checkValidity()).to.equal(true);
        expect(new TaskHarness(element).button('Submit').disabled).to.equal(true);
        expect(await element.submit()).to.equal(false);
      });

      it('resets with its form', async () => {
        const {form, element} = await inForm(`<${tag} name="answer"></${tag}>`);
        element.focus();
        await keys(...presses[0]);
        form.reset();
        expect(element.value).to.equal(undefined);
        expect(new FormData(form).has('answer')).to.equal(false);
      });

      it('takes back what the browser remembered of it', async () => {
        const {element} = await inForm(`<${tag} name="answer"></${tag}>`);
        // What a browser remembers of an answer with a file is not the whole of it.
        const remembered = given.isFile ? undefined : values[0];
        element.formStateRestoreCallback(json(values[0]));
        expect(element.value).to.deep.equal(remembered);
        element.formStateRestoreCallback('{');
        expect(element.value).to.deep.equal(remembered);
      });

      it('lets nobody change it when readonly or disabled', async () => {
        for (const lock of ['readonly', 'disabled'] as const) {
          const element = await mount({[lock]: true, value: values[0]} as Partial<Element>);
          const events = listen(element, 'gt-change', 'gt-submit');
          await click(new TaskHarness(element).row('bird'));
          element.focus();
          await keys(...presses[1]);
          element.undo();
          expect(events).to.have.length(0);
          expect(element.value).to.deep.equal(values[0]);
        }
      });
    });

    describe('keys', () => {
      it('do nothing while the person types, inside the element or outside', async () => {
        const element = await mount();
        const field = document.createElement('input');
        // What has no place in the element is not shown, and could not be typed into.
        const instructions = document.createElement('short-instructions');
        instructions.append(field);
        element.append(instructions);
        const outside = document.createElement('input');
        element.before(outside);
        new TaskHarness(element).instructions.open = true;
        await waitUntil(() => field.checkVisibility());
        for (const target of [field, outside]) {
          target.focus();
          expect(document.activeElement).to.equal(target);
          await keys(given.single.key, ...presses[0], submitKey);
          expect(element.value).to.equal(undefined);
        }
        outside.remove();
      });

      it('do nothing when the page has handled them, or while text is being composed', async () => {
        const element = await mount();
        const {key, code, value} = given.single;
        const press = (init: KeyboardEventInit, handled = false): void => {
          const event = new KeyboardEvent('keydown', {
            key,
            code,
            bubbles: true,
            composed: true,
            cancelable: true,
            ...init,
          });
          if (handled) event.preventDefault();
          pressable(element).dispatchEvent(event);
        };
        press({isComposing: true});
        press({}, true);
        expect(element.value).to.equal(undefined);
        press({});
        expect(element.value).to.deep.equal(value);
      });

      it('reach only the element that has the focus', async () => {
        const [first, second] = [await mount(), await mount()];
        second.focus();
        await keys(...presses[0]);
        expect(first.value).to.equal(undefined);
        expect(second.value).to.deep.equal(values[0]);
      });

      it('can be turned off, limited and changed, and conflicts are told', async () => {
        const element = await mount({shortcuts: 'none'});
        element.focus();
        await keys(...presses[0]);
        expect(element.value).to.equal(undefined);
        element.shortcuts = 'all';
        const events = listen(element, 'gt-error');
        element.keymap = {'label-2': 'D', submit: 'Ctrl+Z'};
        await element.updateComplete;
        await element.updateComplete;
        expect(events.map(({detail}) => detail.code)).to.deep.equal(['invalid-keymap']);
        await keys('d', ...given.afterLabel);
        expect(json(element.value)).to.include('"dog"');
      });
    });

    describe('life', () => {
      it('keeps its state when it is moved, and works after', async () => {
        const element = await mount();
        element.focus();
        await keys(...presses[0]);
        const other = await fixture<HTMLElement>(html`<div></div>`);
        other.append(element);
        await ready(element);
        expect(element.value).to.deep.equal(values[0]);
        element.focus();
        await keys(...presses[1]);
        expect(element.value).to.deep.equal(values[1]);
        element.undo();
        expect(element.value).to.deep.equal(values[0]);
      });

      it('keeps even the focus when it is moved with moveBefore', async () => {
        const element = await mount();
        const parent = element.parentElement as HTMLElement & {
          moveBefore(node: Node, child: Node | null): void;
        };
        const sibling = document.createElement('p');
        parent.prepend(sibling);
        element.focus();
        await keys(...presses[0]);
        parent.moveBefore(element, sibling);
        await keys(...presses[1]);
        expect(element.value).to.deep.equal(values[1]);
      });

      it('counts only the time it is shown', async () => {
        const element = await mount();
        await waitUntil(() => element.timeSpentMs > 5);
        element.timeSpentMs = 10_000;
        expect(element.timeSpentMs).to.be.within(10_000, 11_000);
        const parent = element.parentElement;
        element.remove();
        const stopped = element.timeSpentMs;
        await waitUntil(() => performance.now() > 0);
        expect(element.timeSpentMs).to.equal(stopped);
        parent?.append(element);
        await waitUntil(() => element.timeSpentMs > stopped);
        element.entry = otherEntry;
        expect(element.timeSpentMs).to.be.below(1000);
      });

      // With pictures, fewer: a thousand of those are in test/properties/memory-of-mounts.test.ts.
      const mounts = given.focus === 'gt-image-viewer' ? 100 : 1000;
      it(`leaves no listener and no element behind after ${mounts} mounts`, async function () {
        this.timeout(120_000);
        const counts = countListeners();
        const references: WeakRef<HTMLElement>[] = [];
        const round = async (): Promise<void> => {
          const element = document.createElement(tag) as Element;
          Object.assign(element, {labels, entry});
          document.body.append(element);
          await element.updateComplete;
          element.remove();
          references.push(new WeakRef(element));
        };
        for (let index = 0; index < mounts; index++) await round();
        expect(counts.stop()).to.deep.equal({});
        const alive = (): number => references.filter((reference) => reference.deref()).length;
        await waitUntil(
          async () => {
            await executeServerCommand('cdp', [['HeapProfiler.collectGarbage']]);
            return alive() < 20;
          },
          'elements are collected',
          {timeout: 20_000, interval: 200},
        );
      });
    });

    describe('accessibility', () => {
      for (const [name, under] of Object.entries(conditions)) {
        it(`has no automatic findings: ${name}`, () =>
          under(async () => {
            const element = await mount({value: values[0]} as Partial<Element>);
            await expect(element).to.be.accessible();
            element.value = undefined;
            await element.submit();
            await expect(element).to.be.accessible();
            const {base} = {base: new TaskHarness(element).root.querySelector('.base')};
            expect(base?.scrollWidth).to.be.at.most(base?.clientWidth ?? 0, 'nothing sticks out sideways');
          }));
      }

      it('shows enough of the item on a small screen, however many labels there are', async () => {
        const eight = Array.from({length: 8}, (_, index) => `label ${index + 1}`);
        const picture = await drawnPicture(300, 200);
        const items = [{entry: {'source-ref': 'a.png'}, resolveSource: () => picture}, {entry}];
        try {
          for (const [height, least] of [
            [640, [250, 160]],
            [256, [160, 160]],
          ] as const) {
            await setViewport({width: 320, height});
            for (const [index, item] of items.entries()) {
              const element = await mount({...item, labels: eight} as Partial<Element>);
              element.parentElement?.style.setProperty('height', '100vh');
              const harness = new TaskHarness(element);
              const heightOf = (selector: string): number =>
                harness.root.querySelector(selector)?.getBoundingClientRect().height ?? 0;
              const said = `item ${index} at 320×${height}`;
              expect(heightOf('.stage'), said).to.be.at.least(least[index] ?? 0);
              expect(heightOf('.header') + heightOf('.footer'), said).to.be.below(height / 2);
              const last = harness.row('label 8');
              last.scrollIntoView({block: 'nearest'});
              const {left, top} = last.getBoundingClientRect();
              expect(document.elementFromPoint(left + 20, top + 5), said).to.equal(element);
              element.parentElement?.remove();
            }
          }
        } finally {
          await setViewport({width: 1280, height: 800});
        }
      });

      it('says each act once, politely', async () => {
        const element = await mount();
        const harness = new TaskHarness(element);
        element.focus();
        await keys(...presses[0]);
        await waitUntil(() => harness.status.includes(given.said ?? 'cat'));
        await keys('Control+z');
        await waitUntil(() => harness.status.startsWith('Undone'));
      });
    });
  });
}

/** A value as the name of a test. */
function visible(value: unknown): string {
  return json(value, (_, member: unknown) => (typeof member === 'bigint' ? `${member}n` : member));
}

/** What holds for the tasks that choose labels for a whole item. */
export const labelTask = {
  presses: [['1'], ['2']],
  edit: (element) => new TaskHarness(element).picker.pickNumber(1),
  afterLabel: [],
  submitKey: 'Enter',
  focus: 'gt-label-picker',
  ready: (element) => element.updateComplete,
  badValues: ['junk', 7, [], {label: {}}, {labels: 'cat'}, {when: 10n}],
} satisfies Partial<ContractCase>;
