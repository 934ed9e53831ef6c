import {expect} from '@open-wc/testing';
import {historyOf, identity, label, manifestText, openJob, outputOf} from '../../test/helpers/job.js';
import type {JobSession} from './job-session.js';
import {MemoryStore} from './memory.js';

describe('a worker and the tasks of a session', () => {
  let store: MemoryStore;
  let job: JobSession;

  beforeEach(async () => {
    store = new MemoryStore();
    job = await openJob(manifestText(4), store);
  });

  /** As after the browser was closed. */
  const again = async () => {
    await job.settled();
    job.close();
    job = await openJob(manifestText(4), store);
  };

  it('declined: it does not come again, is counted, and the reason may follow', async () => {
    job.decline(undefined, 5);
    await job.nextUnfinished();
    expect(job.state).to.deep.include({index: 1, declined: 1});
    await job.giveReason(0, 'I know the person in it');
    await again();
    const {item} = (await store.item(JSON.stringify(Object.values(identity)), 0))!;
    expect(item).to.deep.include({status: 'declined', reason: 'I know the person in it', timeSpentMs: 5});
    const [session] = await store.sessions();
    expect(session!.counts.declined).to.equal(1);
    for (let left = 3; left > 0; left--) {
      await label(job, 'pear');
      await job.nextUnfinished();
    }
    expect(job.state.isComplete, 'with three answers and one declined').to.equal(true);
    expect(job.progress.indexesOf('declined', 4)).to.deep.equal(Uint32Array.of(0));
    expect((await outputOf(job)).split('\n')[0], 'its line stays as it came').to.equal(
      manifestText(1).trimEnd(),
    );
  });

  it('declined and done after all', async () => {
    job.decline('no', 5);
    job.reopen();
    expect(job.state).to.deep.include({declined: 0});
    expect(job.progress.statusOf(0)).to.equal('untouched');
    await job.giveReason(0, 'late');
    await job.goTo(1);
    await job.goTo(0);
    expect(job.state.item!.work.reason, 'of what is not declined').to.equal(undefined);
  });

  it('given back: it comes again after all others, with what was done on it', async () => {
    job.save({history: historyOf('pear'), timeSpentMs: 10});
    job.release({history: historyOf('pear'), timeSpentMs: 12});
    const seen: number[] = [];
    while (await job.nextUnfinished()) {
      seen.push(job.state.index);
      if (job.state.index === 0) break;
      await again();
      await label(job, 'fig');
    }
    expect(seen).to.deep.equal([1, 2, 3, 0]);
    expect(job.state.isComplete).to.equal(false);
    expect(job.state.item!.work).to.deep.include({
      status: 'released',
      history: historyOf('pear'),
      releasedMs: 12,
    });
    await label(job, 'pear');
    expect(job.state.isComplete).to.equal(true);
  });

  it('given back after it was submitted: the answer goes on to count', async () => {
    await label(job, 'pear');
    job.save({history: historyOf('pear', 'fig'), timeSpentMs: 30});
    job.release({history: historyOf('pear', 'fig'), timeSpentMs: 31});
    expect(job.state.counts.done).to.equal(1);
    expect(await outputOf(job)).to.contain('"kind":"pear"');
  });

  it('has a part of the job only where it was given one', async () => {
    job.close();
    const {id} = await store.openSession({...identity, workerId: 'w-2'}, 1);
    const part = [
      [1, 2],
      [3, 4],
    ];
    await store.updateSession(id, {settings: {part}}, 1);
    const {JobSession: Session} = await import('./job-session.js');
    const {beginManifest} = await import('../formats/manifest.js');
    job = await Session.open(await beginManifest(manifestText(4)), store, {...identity, workerId: 'w-2'});
    expect(job.state).to.deep.include({index: 1, place: 0, counts: {done: 0, skipped: 0, total: 2}});
    await job.next();
    expect(job.state).to.deep.include({index: 3, place: 1});
    await job.next();
    expect(job.state.index, 'the last').to.equal(3);
    await job.previous();
    expect(job.state.index).to.equal(1);
    await job.goTo(0);
    expect(job.state.index, 'the nearest').to.equal(1);
    await label(job, 'pear');
    await job.nextUnfinished();
    await label(job, 'fig');
    expect(await job.nextUnfinished()).to.equal(false);
    expect(job.state.isComplete).to.equal(true);
    expect(job.progress.indexesOf('all', 4)).to.deep.equal(Uint32Array.of(1, 3));
    const lines = (await outputOf(job)).trimEnd().split('\n');
    expect(lines.map((line) => line.includes('kind'))).to.deep.equal([false, true, false, true]);
  });
});
