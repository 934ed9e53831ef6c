import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {manifestText, newDatabase} from '../../../test/helpers/job.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-classification-task.js';
import '../../define/gt-session.js';
import type {GtClassificationTask} from '../gt-classification-task/gt-classification-task.js';
import type {JobSession} from '../../session/job-session.js';
import {MemoryStore} from '../../session/memory.js';
import {SessionHarness} from './gt-session.harness.js';
import type {GtSession, ProgressDetail} from './gt-session.js';

interface Job {
  readonly harness: SessionHarness;
  readonly session: GtSession;
  readonly task: GtClassificationTask;
}

const labels = ['cat', 'dog', 'bird'];

function newTask(): GtClassificationTask {
  const task = document.createElement('gt-classification-task');
  Object.assign(task, {labels, header: 'Who?'});
  return task;
}

/** Opens a job in a page of its own: a new element on the same database is a reload. */
async function openJob(properties: Partial<GtSession> = {}, content: Node = newTask()): Promise<Job> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'height: 600px';
  const session = document.createElement('gt-session');
  Object.assign(session, {
    manifestFile: new Blob([manifestText(4)]),
    jobName: 'pets',
    workerId: 'w-1',
    database: newDatabase(),
    ...properties,
  });
  session.append(content);
  const opened = oneEvent(session, 'gt-progress');
  box.append(session);
  await opened;
  await session.updateComplete;
  const task = session.querySelector('gt-classification-task') as GtClassificationTask;
  await waitUntil(() => task.entry !== undefined || session.session?.state.item?.entry === undefined);
  await task.updateComplete;
  return {harness: new SessionHarness(session), session, task};
}

/** Waits until the item at `index` is on screen and takes a submission. */
async function ready({session, task}: Job, index: number): Promise<void> {
  await waitUntil(
    () => session.session?.state.item?.index === index && task.entry === session.session.state.item.entry,
  );
  await waitUntil(() => task.acceptsSubmit);
}

const saved = ({harness}: Job) => waitUntil(() => harness.status === 'Saved');
const textOf = (task: GtClassificationTask) => (task.entry as {source: string}).source;
const output = async ({session}: Job) => (await (await session.exportManifest()).text()).split('\n');
const classOf = (line: string | undefined) =>
  (JSON.parse(line ?? '{}') as {'pets-metadata'?: {'class-name': string}})['pets-metadata']?.['class-name'];

describe('gt-session', () => {
  it('is worked through with the keyboard alone, and exports what was said', async () => {
    const job = await openJob();
    const progress: ProgressDetail[] = [];
    job.session.addEventListener('gt-progress', (event) => progress.push((event as CustomEvent).detail));
    job.task.focus();
    expect(textOf(job.task)).to.equal('text 0');
    for (const [index, key] of ['1', '2', '3'].entries()) {
      await ready(job, index);
      await keys(key, 'Enter');
    }
    await ready(job, 3);
    const completed = oneEvent(job.session, 'gt-complete');
    await keys('2', 'Control+Enter');
    await completed;
    expect(progress.at(-1)).to.deep.equal({index: 3, done: 4, skipped: 0, total: 4});
    expect(job.harness.panel).to.include('All done');
    expect((await output(job)).slice(0, 4).map(classOf)).to.deep.equal(['cat', 'dog', 'bird', 'dog']);
    expect(job.harness.root.activeElement?.classList.contains('panel'), 'focus is not lost').to.equal(true);
  });

  it('leaves lines without an answer as they are, byte for byte', async () => {
    const job = await openJob();
    await job.session.goTo(2);
    await ready(job, 2);
    job.task.focus();
    await keys('1', 'Enter');
    await ready(job, 3);
    const lines = await output(job);
    const before = manifestText(4).split('\n');
    expect([lines[0], lines[1], lines[3], lines[4]]).to.deep.equal([before[0], before[1], before[3], '']);
    expect(lines[2]?.startsWith('{"source": "text 2", "weight":1.02,')).to.equal(true);
  });

  it('comes back after a reload with the same item, choice, undo and time', async () => {
    const database = newDatabase();
    const first = await openJob({database});
    first.task.focus();
    await ready(first, 0);
    await keys('1', 'Enter');
    await ready(first, 1);
    await keys('1', '2', '3', 'Control+z');
    expect(first.task.value).to.deep.equal({label: 'dog'});
    await saved(first);
    const timeSpent = first.task.timeSpentMs;
    first.session.remove();

    const second = await openJob({database});
    expect(second.harness.position).to.equal('2 of 4');
    expect(second.task.value).to.deep.equal({label: 'dog'});
    expect(second.task.timeSpentMs).to.be.greaterThan(timeSpent - 50);
    second.task.focus();
    await keys('Control+z');
    expect(second.task.value).to.deep.equal({label: 'cat'});
    await keys('Control+Shift+z', 'Control+Shift+z');
    expect(second.task.value).to.deep.equal({label: 'bird'});
  });

  it('says that work was restored, and lets the worker start over and change their mind', async () => {
    const database = newDatabase();
    const first = await openJob({database});
    first.task.focus();
    await keys('2');
    await saved(first);
    first.session.remove();

    const second = await openJob({database});
    expect(second.harness.notices[0]).to.match(/^Restored at \d/);
    await click(second.harness.button('Start over'));
    expect(second.task.value).to.equal(undefined);
    await waitUntil(() => second.harness.hasButton('Bring back'));
    await saved(second);
    await click(second.harness.button('Bring back'));
    expect(second.task.value).to.deep.equal({label: 'dog'});
    await saved(second);
    second.session.remove();
    expect((await openJob({database})).task.value).to.deep.equal({label: 'dog'});
  });

  it('moves without submitting by PageUp and PageDown, and keeps the draft', async () => {
    const job = await openJob();
    job.task.focus();
    await keys('3', 'PageDown');
    await ready(job, 1);
    await keys('PageDown');
    await ready(job, 2);
    await keys('PageUp');
    await ready(job, 1);
    await keys('PageUp');
    await ready(job, 0);
    expect(job.task.value).to.deep.equal({label: 'bird'});
    expect(job.session.session?.state.counts.done).to.equal(0);
    expect(job.harness.button('Previous').disabled).to.equal(true);
    expect(job.task.matches(':focus-within')).to.equal(true);
  });

  it('skips by key and by button, and lets a skipped item be submitted later', async () => {
    const job = await openJob();
    job.task.focus();
    await ready(job, 0);
    await keys('Control+Shift+Enter');
    await ready(job, 1);
    await click(job.harness.button('Skip'));
    await ready(job, 2);
    expect(job.session.session?.state.counts).to.deep.equal({done: 0, skipped: 2, total: 4});
    await job.session.goTo(0);
    await ready(job, 0);
    job.task.focus();
    await keys('1', 'Enter');
    await ready(job, 2);
    expect(job.session.session?.state.counts).to.deep.equal({done: 1, skipped: 1, total: 4});
  });

  it('opens a submitted item with its answer, and takes a new one', async () => {
    const job = await openJob();
    job.task.focus();
    await ready(job, 0);
    await keys('1', 'Enter');
    await ready(job, 1);
    await keys('PageUp');
    await ready(job, 0);
    expect(job.task.value).to.deep.equal({label: 'cat'});
    await keys('2', 'Enter');
    await ready(job, 1);
    expect(classOf((await output(job))[0])).to.equal('dog');
    expect(job.session.session?.state.counts.done).to.equal(1);
  });

  it('keeps the submitted answer when the item is changed and left, says so, and offers it again', async () => {
    const job = await openJob({manifestFile: new Blob([manifestText(3)])});
    job.task.focus();
    for (const [index, key] of ['1', '2'].entries()) {
      await ready(job, index);
      await keys(key, 'Enter');
    }
    await ready(job, 2);
    await job.session.goTo(0);
    await ready(job, 0);
    await keys('3');
    const counts = () => job.harness.root.querySelector('.counts')?.textContent ?? '';
    await waitUntil(() => counts().includes('1 changed, not submitted again'));
    expect(job.harness.notices, 'nothing moves under the hand').to.deep.equal([]);
    await keys('PageDown');
    await ready(job, 1);
    expect(job.harness.notices).to.deep.equal(['1 changed, not submitted again']);
    expect((await output(job)).slice(0, 2).map(classOf)).to.deep.equal(['cat', 'dog']);
    await keys('PageDown');
    await ready(job, 2);
    await keys('1', 'Enter');
    await ready(job, 0);
    expect(job.task.value).to.deep.equal({label: 'bird'});
    const completed = oneEvent(job.session, 'gt-complete');
    await keys('Enter');
    await completed;
    expect((await output(job)).slice(0, 3).map(classOf)).to.deep.equal(['bird', 'dog', 'cat']);
    expect(job.harness.panel).to.not.include('not submitted again');
    // As another tab might, while this one shows the end.
    job.session.session?.save({history: job.task.history, timeSpentMs: 1});
    await job.session.updateComplete;
    expect(job.harness.panel).to.include('1 changed, not submitted again');
  });

  it('submits with its button, not without an answer, and not twice for a double click', async () => {
    const job = await openJob();
    await ready(job, 0);
    await waitUntil(() => !job.harness.button('Submit').disabled);
    await click(job.harness.button('Submit'));
    expect(job.session.index, 'there is no answer yet').to.equal(0);
    job.task.focus();
    await keys('1');
    job.harness.button('Submit').click();
    job.harness.button('Submit').click();
    await ready(job, 1);
    expect(job.session.session?.state.counts.done).to.equal(1);
    expect(job.task.matches(':focus-within'), 'numbers work at once').to.equal(true);
  });

  it('does not take what is pressed on the way to the next item for this one', async () => {
    const job = await openJob();
    await ready(job, 0);
    job.task.focus();
    await keys('1');
    const left = oneEvent(job.task, 'gt-submit');
    void job.session.submit();
    await left;
    // A fast hand: the next item is not there yet.
    job.task.value = undefined;
    job.task.dispatchEvent(new CustomEvent('gt-change', {bubbles: true, composed: true, detail: {}}));
    await ready(job, 1);
    expect(job.session.session?.state.counts.done).to.equal(1);
    expect(classOf((await output(job))[0])).to.equal('cat');
  });

  it('goes nowhere when the page cancels the submission', async () => {
    const job = await openJob();
    await ready(job, 0);
    job.session.parentElement?.addEventListener('gt-submit', (event) => event.preventDefault(), {once: true});
    job.task.focus();
    await keys('1', 'Enter');
    await saved(job);
    expect(job.session.index).to.equal(0);
    expect(job.session.session?.state.counts.done).to.equal(0);
  });

  it('tells when the work was saved, instead of opening the browser’s dialog', async () => {
    const job = await openJob();
    expect(job.harness.status).to.equal('Saves as you work');
    job.task.focus();
    await keys('1');
    await saved(job);
    let prevented = false;
    const watch = (event: KeyboardEvent) => (prevented ||= event.key === 's' && event.defaultPrevented);
    addEventListener('keydown', watch);
    await keys('Control+s');
    removeEventListener('keydown', watch);
    await waitUntil(() => /^Saved at \d/.test(job.harness.status));
    expect(prevented).to.equal(true);
  });

  it('shows why a line cannot be used, and steps over it', async () => {
    const manifestFile = new Blob(['{"source": "a"}\n{"source": oops}\n{"source": "c"}\n']);
    const job = await openJob({manifestFile});
    job.task.focus();
    await ready(job, 0);
    await keys('1', 'Enter');
    await waitUntil(() => job.harness.panel !== '');
    expect(job.harness.panel).to.include('Line 2 cannot be labelled').and.include('column 12');
    expect(job.harness.button('Submit').disabled).to.equal(true);
    await keys('Tab', 'Enter');
    await waitUntil(() => textOf(job.task) === 'c');
    expect(job.harness.panel).to.equal('');
    await ready(job, 2);
    expect(job.task.matches(':focus-within')).to.equal(true);
    await keys('2', 'Enter');
    await waitUntil(() => job.harness.panel.includes('All done'));
    expect((await output(job))[1]).to.equal('{"source": oops}');
  });

  it('goes to any item of a long list, by number, by key and by state', async () => {
    const job = await openJob({manifestFile: new Blob([manifestText(3000)])});
    await ready(job, 0);
    job.task.focus();
    await keys('1', 'Enter');
    await ready(job, 1);
    await click(job.harness.button('2 of 3,000'));
    await waitUntil(() => job.harness.rows.length > 0);
    expect(job.harness.rows.length).to.be.lessThan(60);
    await keys('End', 'ArrowUp', 'Enter');
    await ready(job, 2998);

    await click(job.harness.button('2,999 of 3,000'));
    await waitUntil(() => job.harness.rows.length > 0);
    await click(job.harness.button('Done'));
    await waitUntil(() => job.harness.rows.length === 1);
    expect(job.harness.rows[0]?.textContent).to.match(/1\s+text 0\s+Done/);
    await click(job.harness.rows[0] as HTMLElement);
    await ready(job, 0);

    await click(job.harness.button('1 of 3,000'));
    await waitUntil(() => job.harness.rows.length > 0);
    job.harness.root.querySelector<HTMLInputElement>('.jump-number')?.focus();
    await keys('7', '7', 'Enter');
    await ready(job, 76);
    expect(job.harness.rows).to.deep.equal([]);
  });

  it('closes the list with Escape and gives the focus back', async () => {
    const job = await openJob();
    const position = job.harness.button('1 of 4');
    position.focus();
    await keys('Enter');
    await waitUntil(() => job.harness.rows.length === 4);
    await keys('PageDown', 'Escape');
    await waitUntil(() => job.harness.rows.length === 0);
    expect(job.harness.root.activeElement).to.equal(position);
    expect(job.session.index, 'keys in the list stay in the list').to.equal(0);
  });

  it('reads only in a second tab, until it takes over', async () => {
    const database = newDatabase();
    const first = await openJob({database});
    first.task.focus();
    await keys('1');
    await saved(first);
    const second = await openJob({database});
    expect(second.harness.status).to.equal('Read only');
    expect(second.harness.alerts).to.have.length(1);
    expect(second.task.readonly).to.equal(true);
    expect(second.task.value).to.deep.equal({label: 'cat'});
    expect(second.harness.button('Submit').disabled).to.equal(true);
    await click(second.harness.button('Take over here'));
    await waitUntil(() => !second.task.readonly);
    await waitUntil(() => first.task.readonly);
    await ready(second, 0);
    second.task.focus();
    await keys('2', 'Enter');
    await ready(second, 1);
    await waitUntil(() => second.harness.status === 'Saved');
    expect(first.harness.status).to.equal('Read only');
  });

  it('keeps working when nothing can be stored, warns, and guards the page', async () => {
    const {open} = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const leave = () => {
      const event = new Event('beforeunload', {cancelable: true});
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    try {
      const job = await openJob();
      expect(job.harness.status).to.equal('This tab only');
      expect(job.harness.alerts[0]).to.include('does not let this page store anything');
      expect(job.harness.hasButton('Export manifest')).to.equal(true);
      expect(leave(), 'nothing to lose yet').to.equal(false);
      await ready(job, 0);
      job.task.focus();
      await keys('1', 'Enter');
      await ready(job, 1);
      expect(classOf((await output(job))[0])).to.equal('cat');
      expect(leave()).to.equal(true);
      IDBFactory.prototype.open = open;
      await click(job.harness.button('Try again'));
      await saved(job);
      expect(job.harness.alerts).to.deep.equal([]);
      expect(leave(), 'everything is saved').to.equal(false);
      job.session.remove();
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('loads a manifest from an address, tells what went wrong, and tries again', async () => {
    const {fetch} = globalThis;
    let answer = () => new Response('gone', {status: 404});
    globalThis.fetch = async () => answer();
    try {
      const box = await fixture<HTMLElement>(
        html`<gt-session manifest="/jobs/in.manifest?X-Amz-Signature=secret" database=${newDatabase()}
          ><gt-classification-task labels='["a","b"]'></gt-classification-task
        ></gt-session>`,
      );
      const harness = new SessionHarness(box as GtSession);
      await waitUntil(() => harness.panel !== '');
      expect(harness.panel).to.include('there is no such file (404)').and.not.include('secret');
      expect(harness.hasButton('Submit')).to.equal(false);
      answer = () => new Response('{"source": "hello"}\n');
      await click(harness.button('Try again'));
      await waitUntil(() => harness.position === '1 of 1');
      expect(harness.panel).to.equal('');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('does not load what is no address of a file', async () => {
    for (const manifest of ['javascript:alert(1)', 'data:text/plain,{}', 'ftp://x/y', 's3://b/k']) {
      const box = await fixture<HTMLElement>(html`<gt-session .manifest=${manifest}></gt-session>`);
      const harness = new SessionHarness(box as GtSession);
      await waitUntil(() => harness.panel !== '');
      expect(harness.panel).to.include('is not one this page may load');
    }
  });

  it('says what is wrong with its names until they are corrected, and works all the same', async () => {
    const {warn} = console;
    const warned: unknown[] = [];
    console.warn = (text) => warned.push(text);
    try {
      const job = await openJob({jobName: 'bad name!', labelAttributeName: 'source-ref'});
      expect(job.harness.alerts).to.have.length(2);
      expect(job.harness.alerts[0]).to.include('letters a to z');
      expect(job.harness.alerts[1]).to.include('key of the data');
      expect(warned.filter((text) => String(text).includes('The job name may have'))).to.have.length(1);
      job.session.labelAttributeName = 'kind';
      await job.session.updateComplete;
      await ready(job, 0);
      expect(job.harness.alerts).to.have.length(1);
      job.task.focus();
      await keys('1', 'Enter');
      await ready(job, 1);
      expect((await output(job))[0]).to.include('"kind"');
      expect(job.harness.alerts, 'still there').to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });

  it('says once that an answer will replace what the line has under its name', async () => {
    const label =
      '"keep": 0, "keep-metadata": {"class-name": "cat", "type": "groundtruth/text-classification"}';
    const lines = ['"keep": 1.0', '"keep": 2.0', label, label, '"other": 1'];
    const text = lines.map((fields, i) => `{"source": "text ${i}", ${fields}}\n`).join('');
    const job = await openJob({manifestFile: new Blob([text]), labelAttributeName: 'keep'});
    await ready(job, 0);
    expect(job.harness.alerts).to.deep.equal([
      '“keep” is on this line already and is no label; your answer will replace it.',
    ]);
    await click(job.harness.button('Dismiss'));
    expect(job.harness.alerts).to.deep.equal([]);
    await job.session.next();
    await ready(job, 1);
    expect(job.harness.alerts, 'once is enough').to.deep.equal([]);
    await job.session.next();
    await ready(job, 2);
    expect(job.harness.alerts).to.deep.equal([]);
    expect(job.harness.notices).to.deep.equal([
      'This line has the label “keep” already. You begin with it; your answer takes its place.',
    ]);
    await job.session.next();
    await ready(job, 3);
    expect(job.harness.notices).to.deep.equal([]);
  });

  it('shows what went wrong when a session cannot be opened, and tries again', async () => {
    class BrokenStore extends MemoryStore {
      isBroken = true;
      override openSession(...args: Parameters<MemoryStore['openSession']>) {
        return this.isBroken ? Promise.reject(new TypeError('boom')) : super.openSession(...args);
      }
    }
    const store = new BrokenStore();
    const box = await fixture<HTMLElement>(
      html`<gt-session .manifestFile=${new Blob([manifestText(2)])} .store=${store}
        ><gt-classification-task labels='["a","b"]'></gt-classification-task
      ></gt-session>`,
    );
    const harness = new SessionHarness(box as GtSession);
    await waitUntil(() => harness.panel.includes('boom'));
    store.isBroken = false;
    await click(harness.button('Try again'));
    await waitUntil(() => harness.position === '1 of 2');
    expect(harness.panel).to.equal('');
  });

  it('stops reading the manifest when it is taken out', async () => {
    const piece = new Blob(['{"source": "text"}\n'.repeat(50_000)]);
    const job = await openJob({manifestFile: new Blob(Array.from({length: 100}, () => piece))});
    const {manifest} = job.session.session as JobSession;
    expect(manifest.isIndexed, 'it is still being read').to.equal(false);
    job.session.remove();
    const ending: unknown = await manifest.indexed.then(
      () => 'read to the end',
      (error: unknown) => error,
    );
    expect(ending).to.include({name: 'AbortError'});
  });

  it('says what is wrong with a file that is no manifest', async () => {
    const job = await openJob({manifestFile: new Blob([''])});
    expect(job.harness.panel).to.include('The manifest cannot be opened');
  });

  it('copies a template for every item', async () => {
    const template = document.createElement('template');
    const inside = document.createElement('gt-classification-task');
    inside.setAttribute('labels', '["cat","dog"]');
    template.content.append(inside);
    const job = await openJob({}, template);
    await ready(job, 0);
    job.task.focus();
    await keys('1', 'Enter');
    await waitUntil(() => job.session.querySelector('gt-classification-task') !== job.task);
    const next = job.session.querySelector('gt-classification-task') as GtClassificationTask;
    await ready({...job, task: next}, 1);
    expect(job.session.querySelectorAll('gt-classification-task')).to.have.length(1);
    await waitUntil(() => next.matches(':focus-within'));
    expect(next.value).to.equal(undefined);
  });

  it('takes a task element that comes late, and one that takes the place of another', async () => {
    const box = await fixture<HTMLElement>(
      html`<gt-session .manifestFile=${new Blob([manifestText(2)])} database=${newDatabase()}></gt-session>`,
    );
    const session = box as GtSession;
    await waitUntil(() => new SessionHarness(session).root.textContent?.includes('no task element') ?? false);
    const task = newTask();
    session.append(task);
    await waitUntil(() => task.entry !== undefined);
    await waitUntil(() => session.session?.state.status.kind === 'saved');
    task.focus();
    await keys('2');
    const other = newTask();
    task.replaceWith(other);
    await waitUntil(() => other.value?.label === 'dog');
  });

  it('goes on where it was after it has been moved or taken out for a while', async () => {
    const job = await openJob();
    job.task.focus();
    await keys('2');
    const {session} = job.session;
    const box = document.createElement('div');
    job.session.parentElement?.append(box);
    box.append(job.session);
    await job.session.updateComplete;
    expect(job.session.session, 'a move closes nothing').to.equal(session);
    job.session.remove();
    await Promise.resolve();
    expect(job.session.session).to.equal(undefined);
    box.append(job.session);
    await waitUntil(() => job.session.session !== undefined);
    await waitUntil(() => job.task.value?.label === 'dog');
  });

  it('hands the facts of the job to the task element', async () => {
    const resolveSource = (ref: string) => ref;
    const job = await openJob({labelAttributeName: 'kind', resolveSource});
    const {jobName, labelAttributeName, workerId, noSubmit} = job.task;
    expect({jobName, labelAttributeName, workerId, noSubmit}).to.deep.equal({
      jobName: 'pets',
      labelAttributeName: 'kind',
      workerId: 'w-1',
      noSubmit: true,
    });
    expect(job.task.resolveSource).to.equal(resolveSource);
  });

  it('loads the next item’s data ahead', async () => {
    const task = newTask();
    const asked: unknown[] = [];
    task.prefetch = async (entry) => void asked.push(entry['source']);
    const job = await openJob({}, task);
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.equal('text 1');
    await job.session.goTo(2);
    await waitUntil(() => asked.includes('text 3'));
  });

  it('loads ahead and goes on by keys when a picture cannot be shown', async () => {
    const text = ['missing-0.png', 'missing-1.png', 'missing-2.png', 'missing-3.png']
      .map((name) => `{"source-ref": "/${name}"}\n`)
      .join('');
    const task = newTask();
    const asked: unknown[] = [];
    task.prefetch = async (entry) => void asked.push(entry['source-ref']);
    const failed = oneEvent(task, 'gt-error');
    const job = await openJob({manifestFile: new Blob([text])}, task);
    await failed;
    await waitUntil(() => asked.includes('/missing-1.png'));
    task.focus();
    expect(task.matches(':focus-within')).to.equal(true);
    await keys('PageDown');
    await waitUntil(() => job.session.index === 1 && asked.includes('/missing-2.png'));
    expect(task.matches(':focus-within'), 'the focus stays').to.equal(true);
    await keys('2');
    expect(task.value).to.deep.equal({label: 'dog'});
    await keys('Control+Shift+Enter');
    await waitUntil(() => job.session.index === 2 && asked.includes('/missing-3.png'));
    expect(task.matches(':focus-within')).to.equal(true);
    expect(job.session.session?.state.counts.skipped).to.equal(1);
  });

  it('says how much time is left, and takes nothing away when it is over', async () => {
    const job = await openJob({timeLimit: 125});
    const timer = () => job.harness.root.querySelector('[role="timer"]')?.textContent ?? '';
    expect(timer()).to.match(/2:0\d left/);
    job.task.timeSpentMs = 130_000;
    await waitUntil(() => timer().includes('Time is up'), '', {timeout: 3000});
    expect(job.harness.alerts[0]).to.include('Your work is kept');
    await ready(job, 0);
    job.task.focus();
    await keys('1', 'Enter');
    await ready(job, 1);
  });

  it('offers to stop only where the page wants it', async () => {
    const job = await openJob();
    expect(job.harness.hasButton('Stop and resume later')).to.equal(false);
    job.session.withStop = true;
    await job.session.updateComplete;
    const stopped = oneEvent(job.session, 'gt-stop');
    await click(job.harness.button('Stop and resume later'));
    await stopped;
  });

  it('gives the whole job as a zip', async () => {
    const job = await openJob();
    await ready(job, 0);
    job.task.focus();
    await keys('1', 'Enter');
    await ready(job, 1);
    const zip = await job.session.exportJob();
    expect(zip.type).to.equal('application/zip');
    const text = new TextDecoder('latin1').decode(await zip.arrayBuffer());
    expect(text).to.include('pets/manifests/output/output.manifest');
    expect(text).to.match(
      /pets\/annotations\/worker-response\/iteration-1\/0\/\d{4}-\d\d-\d\d_\d\d_\d\d_\d\d\.json/,
    );
  });

  it('has no accessibility problem in any state, at any width', async () => {
    // Colours that are on their way from one theme to the other are neither.
    await emulateMedia({reducedMotion: 'reduce'});
    const job = await openJob({withStop: true, taskTitle: 'Pets', timeLimit: 90});
    const check = () => expect(job.session).to.be.accessible();
    await check();
    await click(job.harness.button('1 of 4'));
    await waitUntil(() => job.harness.rows.length === 4);
    await check();
    await keys('Escape');
    for (const scheme of ['dark', 'light']) {
      document.documentElement.style.colorScheme = scheme;
      await check();
    }
    await setViewport({width: 320, height: 640});
    await check();
    expect(job.session.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1024, height: 768});
    for (let i = 0; i < 4; i++) {
      await ready(job, i);
      await job.session.skip();
    }
    await waitUntil(() => job.harness.panel !== '');
    await check();
    document.documentElement.style.colorScheme = '';
    await emulateMedia({reducedMotion: 'no-preference'});
  });

  it('fits into 320 pixels with every button in reach', async () => {
    await setViewport({width: 320, height: 640});
    const job = await openJob({withStop: true, taskTitle: 'A title that is much too long for this'});
    for (const name of ['Previous', 'Next', 'Skip', 'Submit', 'Stop and resume later', '1 of 4']) {
      const {left, right, width} = job.harness.button(name).getBoundingClientRect();
      expect(left, name).to.be.at.least(0);
      expect(right, name).to.be.at.most(320);
      expect(width, name).to.be.at.least(24);
    }
    await setViewport({width: 1024, height: 768});
  });

  it('ignores its keys while the worker types, except those that cannot be typing', async () => {
    const task = newTask();
    task.comment = true;
    const job = await openJob({}, task);
    await ready(job, 0);
    job.task.focus();
    await keys('1', 'm');
    await sendKeys({type: 'looks ill'});
    await keys('PageDown', 'Enter');
    expect(job.session.index).to.equal(0);
    await ready(job, 0);
    await keys('Control+Enter');
    await ready(job, 1);
    expect(job.session.session?.state.counts.done).to.equal(1);
  });
});
