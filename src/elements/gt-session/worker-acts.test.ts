import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {manifestText} from '../../../test/helpers/job.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-classification-task.js';
import '../../define/gt-session.js';
import {MemoryStore} from '../../session/memory.js';
import type {GtClassificationTask} from '../gt-classification-task/gt-classification-task.js';
import {SessionHarness} from './gt-session.harness.js';
import type {GtSession} from './gt-session.js';

interface Job {
  readonly harness: SessionHarness;
  readonly session: GtSession;
  readonly task: GtClassificationTask;
  readonly store: MemoryStore;
}

/** Opens a job of three items, with all that a worker may do. */
async function openJob(properties: Partial<GtSession> = {}): Promise<Job> {
  const store = new MemoryStore();
  const session = await fixture<GtSession>(
    html`<gt-session
      style="height: 600px"
      job-name="pets"
      worker-id="w-1"
      with-decline
      with-release
      .manifestFile=${new Blob([manifestText(3)])}
      .store=${store}
      .timeLimit=${properties.timeLimit ?? 0}
      .timeOver=${properties.timeOver ?? 'tell'}
    >
      <gt-classification-task .labels=${['cat', 'dog']} header="Who?"></gt-classification-task>
    </gt-session>`,
  );
  const task = session.querySelector('gt-classification-task')!;
  const job = {harness: new SessionHarness(session), session, task, store};
  await ready(job, 0);
  return job;
}

async function ready({session, task}: Job, index: number): Promise<void> {
  await waitUntil(
    () => session.session?.state.item?.index === index && task.entry === session.session.state.item.entry,
    `item ${index}`,
    {timeout: 4000},
  );
  await waitUntil(() => task.acceptsSubmit);
}

async function itemOf({session, store}: Job, index: number) {
  await session.session!.settled();
  const [saved] = await store.sessions();
  return (await store.item(saved!.id, index))?.item;
}

const told = ({harness}: Job) =>
  (harness.root.querySelector('.act .notice-text')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('what a worker may do with a task', () => {
  it('decline it: it does not come again, and a reason may be given after', async () => {
    const job = await openJob();
    const declined = oneEvent(job.session, 'gt-decline');
    await click(job.harness.button('Decline task'));
    expect(((await declined) as CustomEvent).detail).to.deep.equal({index: 0});
    await ready(job, 1);
    expect(told(job)).to.contain('Task 1 was declined');
    expect(job.harness.root.querySelector('.counts')!.textContent).to.contain('1 declined');
    const field = job.harness.root.querySelector<HTMLInputElement>('.reason input')!;
    field.focus();
    await sendKeys({type: 'Too dark'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => told(job).includes('The reason is kept'));
    expect(await itemOf(job, 0)).to.deep.include({status: 'declined', reason: 'Too dark'});
    expect(job.session.session!.state.index, 'Enter in the field submits nothing').to.equal(1);
    await job.session.skip();
    await ready(job, 2);
    await job.session.skip();
    await waitUntil(() => job.harness.panel.includes('All done'));
  });

  it('take that back', async () => {
    const job = await openJob();
    await job.session.decline('no');
    await ready(job, 1);
    await click(job.harness.button('Do it after all'));
    await ready(job, 0);
    expect(job.session.session!.state.declined).to.equal(0);
    expect(told(job)).to.equal('');
  });

  it('give it back with what was done: it comes after all others', async () => {
    const job = await openJob();
    job.task.focus();
    await keys('2');
    const released = oneEvent(job.session, 'gt-release');
    await click(job.harness.button('Release task'));
    expect(((await released) as CustomEvent).detail).to.deep.equal({index: 0, cause: 'worker'});
    await ready(job, 1);
    expect(told(job)).to.contain('Task 1 was given back');
    for (const index of [1, 2]) {
      await ready(job, index);
      job.task.focus();
      await keys('1', 'Enter');
    }
    await ready(job, 0);
    expect(job.task.value).to.deep.equal({label: 'dog'});
    await keys('Enter');
    await waitUntil(() => job.harness.panel.includes('All done'));
  });

  it('is not asked to press twice: two presses put one task away', async () => {
    const job = await openJob();
    const both = [job.session.release(), job.session.release()];
    await Promise.all(both);
    await ready(job, 1);
    expect((await itemOf(job, 1))?.status).not.to.equal('released');
  });

  it('offers neither where the page does not want it', async () => {
    const job = await openJob();
    job.session.withDecline = false;
    job.session.withRelease = false;
    await job.session.updateComplete;
    expect(job.harness.hasButton('Decline task')).to.equal(false);
    expect(job.harness.hasButton('Release task')).to.equal(false);
  });
});

describe('a time limit', () => {
  it('is announced a minute before its end, and can be made longer', async () => {
    const job = await openJob({timeLimit: 300, timeOver: 'release'});
    const alert = () => job.harness.alerts.find((text) => text.includes('Less than a minute'));
    expect(alert()).to.equal(undefined);
    job.task.timeSpentMs = 245_000;
    await waitUntil(alert, '', {timeout: 3000});
    await click(job.harness.button('More time'));
    await waitUntil(() => !alert());
    expect(job.harness.root.querySelector('[role="timer"]')!.textContent).to.match(/5:\d\d left/);
    job.task.timeSpentMs = 305_000;
    await job.session.updateComplete;
    expect(job.session.session!.state.index, 'nothing is taken away').to.equal(0);
  });

  it('gives the task back at its end, with everything on it; there is as much time again', async () => {
    const job = await openJob({timeLimit: 300, timeOver: 'release'});
    job.task.focus();
    await keys('2');
    const released = oneEvent(job.session, 'gt-release');
    job.task.timeSpentMs = 301_000;
    expect(((await released) as CustomEvent).detail).to.deep.equal({index: 0, cause: 'time'});
    await ready(job, 1);
    expect(told(job)).to.contain('The time for task 1 was over');
    expect(await itemOf(job, 0)).to.deep.include({status: 'released', stepCount: 1});
    await click(job.harness.button('Back to it'));
    await ready(job, 0);
    expect(job.task.value).to.deep.equal({label: 'dog'});
    expect(job.harness.root.querySelector('[role="timer"]')!.textContent).to.match(/(4:5\d|5:00) left/);
    await keys('Enter');
    await waitUntil(() => job.session.session!.state.counts.done === 1);
  });

  it('goes round on the last task without an end of the work', async () => {
    const job = await openJob({timeLimit: 300, timeOver: 'release'});
    for (const index of [0, 1]) {
      await ready(job, index);
      await job.session.skip();
    }
    await ready(job, 2);
    job.task.timeSpentMs = 301_000;
    await waitUntil(() => told(job).includes('The time for task 3'), '', {timeout: 3000});
    await ready(job, 2);
    expect(job.harness.panel).to.equal('');
    expect(job.harness.root.querySelector('[role="timer"]')!.textContent).to.match(/(4:5\d|5:00) left/);
  });

  it('has no accessibility problem when all of it is told, at 320 pixels', async () => {
    await setViewport({width: 320, height: 640});
    const job = await openJob({timeLimit: 300, timeOver: 'release'});
    await job.session.decline();
    await ready(job, 1);
    job.task.timeSpentMs = 245_000;
    await waitUntil(() => job.harness.hasButton('More time'), '', {timeout: 3000});
    await expect(job.session).to.be.accessible();
    expect(job.session.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1024, height: 768});
  });
});
