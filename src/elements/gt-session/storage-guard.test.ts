import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../define/gt-classification-task.js';
import '../../define/gt-session.js';
import {BackupReminder} from '../../session/backup/backup-reminder.js';
import {sessionIdOf} from '../../session/session-store.js';
import {newDatabase} from '../../../test/helpers/job.js';
import {keys} from '../../../test/helpers/press.js';
import type {GtClassificationTask} from '../gt-classification-task/gt-classification-task.js';
import {SessionHarness} from './gt-session.harness.js';
import type {GtSession} from './gt-session.js';

const manifest = new Blob(Array.from({length: 60}, (_, n) => `{"source":"${n}"}\n`));
const id = sessionIdOf({jobName: 'guarded', labelAttributeName: 'guarded', workerId: 'w'});

async function openJob(database: string) {
  const session = await fixture<GtSession>(
    html`<gt-session job-name="guarded" worker-id="w" .database=${database} .manifestFile=${manifest}>
      <gt-classification-task .labels=${['a', 'b']}></gt-classification-task>
    </gt-session>`,
  );
  const task = session.querySelector('gt-classification-task') as GtClassificationTask;
  await waitUntil(() => task.entry !== undefined && task.acceptsSubmit);
  task.focus();
  return {session, task, bar: new SessionHarness(session)};
}

/** Runs `scene` with a browser that answers like this. */
async function withStorage(answers: Partial<StorageManager>, scene: () => Promise<void>): Promise<void> {
  for (const [name, value] of Object.entries(answers))
    Object.defineProperty(navigator.storage, name, {configurable: true, value});
  try {
    await scene();
  } finally {
    for (const name of Object.keys(answers)) Reflect.deleteProperty(navigator.storage, name);
  }
}

async function submitOne({session, task}: Awaited<ReturnType<typeof openJob>>): Promise<void> {
  await waitUntil(() => task.acceptsSubmit);
  const progress = oneEvent(session, 'gt-progress');
  await keys('1', 'Enter');
  await progress;
  await waitUntil(() => session.session?.state.status.kind === 'saved');
}

const notPersistent = {persisted: async () => false};

describe('what a session says about the storage', () => {
  it('reminds of a backup where there is none, takes one, and is quiet then', async () => {
    const database = newDatabase();
    await withStorage(notPersistent, async () => {
      new BackupReminder(database, () => 0).made({id, counts: {draft: 0, skipped: 0, submitted: -48}});
      const job = await openJob(database);
      await submitOne(job);
      expect(job.bar.notices.join(), '49 answers').not.to.include('A backup');
      await submitOne(job);
      await waitUntil(() => job.bar.notices.join().includes('50 answers are in this browser only'));
      const {createObjectURL} = URL;
      const files: Blob[] = [];
      URL.createObjectURL = (file: Blob) => {
        files.push(file);
        return createObjectURL(file);
      };
      job.bar.button('Download a backup').click();
      await waitUntil(() => files.length === 1);
      URL.createObjectURL = createObjectURL;
      await waitUntil(() => job.bar.notices.length === 0);
      expect(new BackupReminder(database).lastAt(id)).to.be.greaterThan(Date.now() - 10_000);
    });
  });

  it('takes "later" for an answer', async () => {
    const database = newDatabase();
    await withStorage(notPersistent, async () => {
      new BackupReminder(database, () => 0).made({id, counts: {draft: 0, skipped: 0, submitted: -100}});
      const job = await openJob(database);
      await submitOne(job);
      await waitUntil(() => job.bar.notices.length === 1);
      job.bar.button('Dismiss').click();
      await waitUntil(() => job.bar.notices.length === 0);
      await submitOne(job);
      expect(job.bar.notices).to.deep.equal([]);
    });
  });

  it('does not remind where the browser has promised to keep everything', async () => {
    const database = newDatabase();
    await withStorage({persisted: async () => true}, async () => {
      new BackupReminder(database, () => 0).made({id, counts: {draft: 0, skipped: 0, submitted: -100}});
      const job = await openJob(database);
      await submitOne(job);
      expect(job.bar.notices).to.deep.equal([]);
    });
  });

  it('warns when little room is left, with the way out beside it', async () => {
    await withStorage(
      {...notPersistent, estimate: async () => ({usage: 990_000_000, quota: 1_020_000_000})},
      async () => {
        const job = await openJob(newDatabase());
        await waitUntil(() => job.bar.alerts.join().includes('about 30 MB left'));
        expect(job.bar.hasButton('Download a backup')).to.equal(true);
        job.bar.button('Dismiss').click();
        await waitUntil(() => job.bar.alerts.length === 0);
      },
    );
  });

  it('tells in one line that work was restored, also where there is little room', async () => {
    const database = newDatabase();
    const first = await openJob(database);
    await keys('1');
    await waitUntil(() => first.bar.status === 'Saved');
    first.session.remove();
    await setViewport({width: 320, height: 568});
    try {
      const second = await openJob(database);
      await waitUntil(() => second.bar.notices.join().includes('Restored at'));
      const notice = second.bar.root.querySelector('.notice.info') as HTMLElement;
      expect(notice.offsetHeight).to.be.lessThan(45);
      expect(notice.scrollWidth).to.be.at.most(notice.clientWidth);
    } finally {
      await setViewport({width: 1280, height: 800});
    }
  });
});
