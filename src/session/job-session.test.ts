import {expect} from '@open-wc/testing';
import {indexHere} from '../formats/index-lines.js';
import {beginManifest} from '../formats/manifest.js';
import {emptyHistory, redo, undo} from '../model/history.js';
import {
  identity,
  historyOf,
  label,
  manifestText,
  newDatabase,
  openJob,
  outputOf,
  submissionOf,
} from '../../test/helpers/job.js';
import {FakeClock} from '../../test/helpers/clock.js';
import {IndexedDbStore} from './indexed-db.js';
import type {JobSession} from './job-session.js';
import type {JobState} from './job-state.js';
import {MemoryStore} from './memory.js';
import {moveWork} from './move-work.js';
import {sessionIdOf} from './session-store.js';

const open: JobSession[] = [];
async function openTracked(...args: Parameters<typeof openJob>): Promise<JobSession> {
  const session = await openJob(...args);
  open.push(session);
  return session;
}

/** Resolves with the first state that fits. */
function until(session: JobSession, fits: (state: JobState) => boolean): Promise<JobState> {
  if (fits(session.state)) return Promise.resolve(session.state);
  return new Promise((resolve) => {
    const stop = session.subscribe((state) => {
      if (!fits(state)) return;
      stop();
      resolve(state);
    });
  });
}

async function failingPut<T>(error: Error, scene: () => Promise<T>): Promise<T> {
  const {put} = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw error;
  };
  try {
    return await scene();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
}

describe('JobSession', () => {
  afterEach(() => {
    for (const session of open.splice(0)) session.close();
  });

  it('goes through a job: submits, skips, counts, completes and exports', async () => {
    const text = manifestText(3);
    const session = await openTracked(text, newDatabase());
    expect(session.state).to.deep.include({
      index: 0,
      counts: {done: 0, skipped: 0, total: 3},
      isComplete: false,
    });
    await label(session, 'pear');
    expect(await session.nextUnfinished()).to.equal(true);
    session.skip('blurred', 5);
    await session.nextUnfinished();
    await label(session, 'plum');
    expect(await session.nextUnfinished()).to.equal(false);
    expect(session.state).to.deep.include({
      index: 2,
      counts: {done: 2, skipped: 1, total: 3},
      isComplete: true,
    });
    const lines = text.split('\n');
    const withLabel = (line: string | undefined, name: string) => `${line?.slice(0, -1)},"kind":"${name}"}`;
    expect((await outputOf(session)).split('\n')).to.deep.equal([
      withLabel(lines[0], 'pear'),
      lines[1],
      withLabel(lines[2], 'plum'),
      '',
    ]);
  });

  it('comes back to the same item with the same steps, the undone ones too', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(5), database);
    await first.goTo(3);
    const full = historyOf('a', 'b', 'c');
    for (const labels of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      first.save({history: historyOf(...labels), timeSpentMs: labels.length * 100});
    }
    const undone = undo(full)!.history;
    first.save({history: undone, timeSpentMs: 450, acceptanceTime: '2026-11-20T14:00:00.000Z'});
    await first.settled();
    expect(first.state.status.kind).to.equal('saved');
    first.close();

    const second = await openTracked(manifestText(5), database);
    const {item} = second.state;
    expect(item?.index).to.equal(3);
    expect(item?.work).to.deep.include({
      status: 'draft',
      timeSpentMs: 450,
      history: undone,
      acceptanceTime: '2026-11-20T14:00:00.000Z',
    });
    expect(redo(item!.work.history)?.history).to.deep.equal(full);
  });

  it('keeps what is open on an item and is no step yet, without touching its answer', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(3), database);
    const draft = {tool: 'shape', drawn: [[1, 2.5]]};
    const present = {history: emptyHistory, timeSpentMs: 5, draft};
    first.saveDraft({history: emptyHistory, timeSpentMs: 5});
    expect(first.state.status, 'nothing to save').to.deep.equal({kind: 'saved'});
    first.saveDraft(present);
    expect(first.progress.statusOf(0)).to.equal('draft');
    await first.next();
    await label(first, 'plum');
    first.saveDraft({...present, history: historyOf('plum')});
    expect(first.progress.statusOf(1), 'nothing has been changed yet').to.equal('submitted');
    await first.goTo(0);
    expect(first.state.item?.work.draft).to.deep.equal(draft);
    await first.settled();
    first.close();

    const second = await openTracked(manifestText(3), database);
    expect(second.state.item?.work).to.deep.include({status: 'draft', draft});
    second.saveDraft({history: emptyHistory, timeSpentMs: 6});
    expect(second.progress.statusOf(0), 'given up').to.equal('untouched');
    await second.next();
    expect(second.state.item?.work.draft).to.deep.equal(draft);
    second.save({history: historyOf('plum', 'pear'), timeSpentMs: 7});
    await second.goTo(1);
    expect(second.state.item?.work).not.to.have.property('draft');
    second.saveDraft({...present, history: historyOf('plum', 'pear')});
    second.submit(submissionOf((await second.manifest.text(1)) ?? '', 'pear'), {
      ...present,
      history: historyOf('plum', 'pear'),
    });
    await second.goTo(1);
    expect(second.state.item?.work, 'what is open belongs to no answer').not.to.have.property('draft');
    expect(await outputOf(second)).not.to.contain('shape');
  });

  it('writes a draft once, however often it is asked to', async () => {
    const session = await openTracked(manifestText(1), newDatabase());
    const {put} = IDBObjectStore.prototype;
    let writes = 0;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if (this.name === 'items') writes++;
      return put.apply(this, given);
    };
    try {
      for (const time of [1, 2, 3])
        session.saveDraft({history: emptyHistory, timeSpentMs: time, draft: {tool: 'shape'}});
      await session.settled();
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(writes).to.equal(1);
  });

  it('tells how things were set up on the item it was left at, and on no other', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(3), database);
    await first.goTo(1);
    first.saveWorkplace({tool: 'eraser'});
    await first.settled();
    first.close();
    const second = await openTracked(manifestText(3), database);
    expect(second.state.item).to.deep.include({index: 1, workplace: {tool: 'eraser'}});
    await second.goTo(2);
    expect(second.state.item).not.to.have.property('workplace');
    await second.goTo(1);
    expect(second.state.item, 'only when the session is opened').not.to.have.property('workplace');
    second.close();
    const third = await openTracked(manifestText(3), database);
    await third.goTo(2);
    third.close();
    const fourth = await openTracked(manifestText(3), database);
    expect(fourth.state.item?.index).to.equal(2);
    expect(fourth.state.item).not.to.have.property('workplace');
  });

  it('offers an item that was changed since it was submitted again, and is not complete before', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(2), database);
    await label(first, 'pear');
    await first.next();
    await label(first, 'plum');
    expect(first.state.isComplete).to.equal(true);
    await first.goTo(0);
    first.save({history: emptyHistory, timeSpentMs: 30});
    expect(first.state.isComplete).to.equal(false);
    await first.settled();
    first.close();

    const second = await openTracked(manifestText(2), database);
    expect(second.state).to.deep.include({isComplete: false, changedSinceSubmit: 1});
    expect(second.state.item?.work.status).to.equal('changed');
    expect(await outputOf(second))
      .to.include('"kind":"pear"')
      .and.include('"kind":"plum"');
    await second.goTo(1);
    expect(await second.nextUnfinished()).to.equal(true);
    expect(second.state.index).to.equal(0);
    expect([...second.progress.indexesOf('submitted', 2)], 'it is done all the same').to.deep.equal([0, 1]);
    await label(second, 'fig');
    expect(second.state).to.deep.include({isComplete: true, changedSinceSubmit: 0});
    expect(await outputOf(second))
      .to.include('"kind":"fig"')
      .and.not.include('pear');
  });

  it('takes an undone step out of the log when something else is done', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(1), database);
    const full = historyOf('a', 'b');
    first.save({history: full, timeSpentMs: 1});
    first.save({history: undo(full)!.history, timeSpentMs: 2});
    const other = {...historyOf('a', 'x'), done: [full.done[0]!, historyOf('x').done[0]!]};
    first.save({history: other, timeSpentMs: 3});
    await first.settled();
    first.close();
    const second = await openTracked(manifestText(1), database);
    expect(second.state.item?.work.history).to.deep.equal(other);
  });

  it('opens a submitted item again and exports the answer it is given then', async () => {
    const session = await openTracked(manifestText(2), newDatabase());
    await label(session, 'pear');
    await session.next();
    await session.previous();
    expect(session.state.item?.work).to.deep.include({status: 'submitted', history: historyOf('pear')});
    session.save({history: historyOf('pear', 'fig'), timeSpentMs: 30});
    expect(session.state).to.deep.include({
      counts: {done: 1, skipped: 0, total: 2},
      changedSinceSubmit: 1,
    });
    expect(await outputOf(session), 'the submitted answer stays').to.include('"kind":"pear"');
    await label(session, 'fig');
    expect(session.state).to.deep.include({
      counts: {done: 1, skipped: 0, total: 2},
      changedSinceSubmit: 0,
    });
    expect(await outputOf(session))
      .to.include('"kind":"fig"')
      .and.not.include('pear');
  });

  it('counts an item as untouched when all is taken back to the start', async () => {
    const session = await openTracked(manifestText(2), newDatabase());
    session.save({history: historyOf('a'), timeSpentMs: 1});
    expect(session.progress.statusOf(0)).to.equal('draft');
    session.save({history: emptyHistory, timeSpentMs: 2});
    expect(session.progress.statusOf(0)).to.equal('untouched');
  });

  it('steps over a line it cannot read, says why, and leaves it as it is', async () => {
    const text = '{"source": "a"}\n{"source": oops}\n{"nothing": 1}\n{"source": "d"}\n';
    const session = await openTracked(text, newDatabase());
    await label(session, 'x');
    await session.nextUnfinished();
    const {item} = session.state;
    expect(item?.entry).to.equal(undefined);
    expect(item?.problems[0]).to.deep.include({code: 'manifest/syntax', line: 2});
    await session.nextUnfinished();
    expect(session.state.item?.problems[0]?.code).to.equal('manifest/no-source');
    await session.nextUnfinished();
    await label(session, 'y');
    expect(session.state).to.deep.include({isComplete: true, counts: {done: 2, skipped: 2, total: 4}});
    expect([...session.state.badLines.keys()]).to.deep.equal([1, 2]);
    expect((await outputOf(session)).split('\n').slice(1, 3)).to.deep.equal(text.split('\n').slice(1, 3));
  });

  it('never puts an answer on another line than the one that was labelled', async () => {
    const database = newDatabase();
    const [a, b, c] = ['{"source": "a"}', '{"source": "b"}', '{"source": "c"}'];
    const first = await openTracked(`${a}\n${b}\n${c}\n`, database);
    for (const name of ['for-a', 'for-b', 'for-c']) {
      await label(first, name);
      await first.nextUnfinished();
    }
    await first.goTo(0);
    await first.settled();
    first.close();

    // A line was put in before the last, so what was line 3 is line 4 now.
    const text = `${a}\n${b}\n{"source": "new"}\n${c}\n`;
    const second = await openTracked(text, database);
    const exported = await second.exportManifest();
    expect(await exported.blob.text()).to.equal(
      `{"source": "a","kind":"for-a"}\n{"source": "b","kind":"for-b"}\n{"source": "new"}\n${c}\n`,
    );
    expect(exported.changed).to.deep.equal([2]);
    expect([...second.state.changedLines]).to.deep.equal([2]);
    await second.goTo(2);
    expect(second.state.item).to.deep.include({isChanged: true});
    expect(second.state.item?.work.status).to.equal('untouched');
    expect(second.state.item?.work.earlier?.line).to.include('for-c');
    expect(second.state.counts.done).to.equal(2);
    await second.settled();
    const store = new IndexedDbStore(database);
    const kept = await store.item(sessionIdOf(identity), 2);
    expect(kept?.item).to.deep.include({status: 'untouched', stepCount: 0});
    expect(kept?.item.earlier?.line).to.include('for-c');
    store.close();
  });

  it('exports nothing of answers beyond the end of a shorter manifest', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(2), database);
    await first.goTo(1);
    await label(first, 'late');
    await first.settled();
    first.close();
    const second = await openTracked(manifestText(1), database);
    const exported = await second.exportManifest();
    expect(await exported.blob.text()).to.equal(manifestText(1));
    expect(exported.changed).to.deep.equal([1]);
    expect(second.state.index).to.equal(0);
  });

  it('says Saving until the write is complete, never Saved before', async () => {
    const session = await openTracked(manifestText(1), newDatabase());
    const kinds: string[] = [];
    session.subscribe(({status}) => kinds.push(status.kind));
    expect(session.state.status).to.deep.equal({kind: 'saved'});
    session.save({history: historyOf('a'), timeSpentMs: 1});
    expect(session.state.status.kind).to.equal('saving');
    expect(session.isUnsaved).to.equal(true);
    await session.settled();
    expect(session.state.status).to.have.property('at');
    expect(session.isUnsaved).to.equal(false);
    expect(kinds.at(-1)).to.equal('saved');
    expect(kinds.slice(0, kinds.lastIndexOf('saving'))).not.to.include('saved');
  });

  it('does not call a job lost that a person has removed', async () => {
    const database = newDatabase();
    const first = await openTracked(manifestText(2), database);
    await label(first, 'a');
    await first.settled();
    first.close();
    const store = new IndexedDbStore(database);
    await store.removeSession(sessionIdOf(identity));
    store.close();
    const second = await openTracked(manifestText(2), database);
    expect(second.state.loss).to.equal(undefined);
    expect(second.state.counts.done).to.equal(0);
  });

  it('asks the browser once to keep the site, after the first save', async () => {
    let asked = 0;
    const session = await openTracked(manifestText(2), newDatabase(), {
      persist: () => {
        asked++;
        return new Promise(() => {});
      },
    });
    expect(asked).to.equal(0);
    await label(session, 'a');
    await session.settled();
    expect(asked).to.equal(1);
  });

  describe('when storage fails', () => {
    it('keeps a full store’s work, says so, exports it, and saves it when there is room', async () => {
      const clock = new FakeClock();
      const database = newDatabase();
      const session = await openTracked(manifestText(2), database, {clock});
      await failingPut(new DOMException('full', 'QuotaExceededError'), async () => {
        await label(session, 'pear');
        await session.settled();
        expect(session.state.status).to.deep.equal({kind: 'not-saved', reason: 'full'});
        expect(session.isUnsaved).to.equal(true);
        expect(await outputOf(session)).to.include('"kind":"pear"');
        await session.next();
        await session.previous();
        expect(session.state.item?.work.history).to.deep.equal(historyOf('pear'));
      });
      clock.pass(1000);
      await until(session, ({status}) => status.kind === 'saved');
      session.close();
      const later = await openTracked(manifestText(2), database);
      expect(later.state.counts.done).to.equal(1);
      expect(await outputOf(later)).to.include('"kind":"pear"');
    });

    it('goes on trying at 0.2, 1 and then every 5 seconds, and says "this tab only" after three tries', async () => {
      const clock = new FakeClock();
      const session = await openTracked(manifestText(1), newDatabase(), {clock});
      await failingPut(new DOMException('disk', 'UnknownError'), async () => {
        session.save({history: historyOf('a'), timeSpentMs: 1});
        await session.settled();
        expect(session.state.status).to.deep.equal({kind: 'not-saved', reason: 'disk'});
        for (const ms of [200, 1000, 5000]) {
          clock.pass(ms - 1);
          clock.pass(1);
          await session.settled();
        }
        expect(session.state.status).to.deep.equal({kind: 'tab-only', reason: 'disk'});
      });
      clock.pass(5000);
      await session.settled();
      expect(session.state.status.kind).to.equal('saved');
      expect(clock.waiting).to.equal(0);
    });

    it('keeps many edits made while nothing can be stored, and stores every item at the end', async () => {
      const clock = new FakeClock();
      const database = newDatabase();
      const session = await openTracked(manifestText(10), database, {clock});
      await failingPut(new DOMException('full', 'QuotaExceededError'), async () => {
        for (let i = 0; i < 10; i++) {
          await label(session, `l${i}`);
          await session.nextUnfinished();
        }
        expect(session.state.counts.done).to.equal(10);
      });
      await session.retry();
      expect(session.state.status.kind).to.equal('saved');
      session.close();
      const later = await openTracked(manifestText(10), database);
      expect(later.state.counts.done).to.equal(10);
    });

    it('works in memory when the store cannot be opened, and moves into it when it can', async () => {
      const clock = new FakeClock();
      const database = newDatabase();
      const {open: openDatabase} = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      let session: JobSession;
      try {
        session = await openTracked(manifestText(3), database, {clock});
        expect(session.state.status).to.deep.equal({kind: 'tab-only', reason: 'denied'});
        expect(session.isUnsaved).to.equal(false);
        await label(session, 'pear');
        await session.nextUnfinished();
        session.save({history: historyOf('a', 'b'), timeSpentMs: 7});
        await session.settled();
        expect(session.isUnsaved).to.equal(true);
        expect(await outputOf(session)).to.include('"kind":"pear"');
        clock.pass(5000);
      } finally {
        IDBFactory.prototype.open = openDatabase;
      }
      expect(session.state.status.kind).to.equal('tab-only');
      await session.retry();
      await until(session, ({status}) => status.kind === 'saved');
      session.save({history: historyOf('a', 'b', 'c'), timeSpentMs: 9});
      await session.settled();
      expect(session.state.status.kind).to.equal('saved');
      session.close();
      const later = await openTracked(manifestText(3), database);
      await later.goTo(1);
      expect(later.state.item?.work.history).to.deep.equal(historyOf('a', 'b', 'c'));
      expect(later.state.counts.done).to.equal(1);
    });

    it('does not replace in silence what the store had when memory moves into it', async () => {
      const database = newDatabase();
      const before = await openTracked(manifestText(1), database);
      await label(before, 'from-before');
      await before.settled();
      before.close();
      const {open: openDatabase} = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      let session: JobSession;
      try {
        session = await openTracked(manifestText(1), database, {clock: new FakeClock()});
        await label(session, 'from-memory');
      } finally {
        IDBFactory.prototype.open = openDatabase;
      }
      await session.retry();
      const store = new IndexedDbStore(database);
      const {item} = (await store.item(sessionIdOf(identity), 0))!;
      expect(item.line).to.include('from-memory');
      expect(item.earlier?.line).to.include('from-before');
      store.close();
    });

    it('goes on over a connection that the browser has closed', async () => {
      const databases: IDBDatabase[] = [];
      const {open: openDatabase} = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...args) {
        const request = openDatabase.apply(this, args);
        request.addEventListener('success', () => databases.push(request.result));
        return request;
      };
      try {
        const session = await openTracked(manifestText(1), newDatabase());
        for (const labels of [['a'], ['a', 'b']]) {
          for (const database of databases.splice(0)) {
            database.close();
            database.dispatchEvent(new Event('close'));
          }
          session.save({history: historyOf(...labels), timeSpentMs: 1});
          await session.settled();
          expect(session.state.status.kind).to.equal('saved');
        }
      } finally {
        IDBFactory.prototype.open = openDatabase;
      }
    });

    it('lets a newer version have the store and asks for a reload; the work stays exportable', async () => {
      const database = newDatabase();
      const session = await openTracked(manifestText(2), database, {clock: new FakeClock()});
      await label(session, 'pear');
      await session.settled();
      await new Promise<void>((resolve) => {
        const request = indexedDB.open(database, 99);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      });
      session.save({history: historyOf('a'), timeSpentMs: 1});
      await session.settled();
      expect(session.state.status).to.deep.equal({kind: 'update-needed'});
      expect(session.isUnsaved).to.equal(true);
      expect(session.state.item?.index).to.equal(0);
    });

    it('writes everything again when the browser has thrown the store away, and tells what is missing', async () => {
      const clock = new FakeClock();
      const database = newDatabase();
      const session = await openTracked(manifestText(5), database, {clock});
      for (const name of ['a', 'b', 'c']) {
        await label(session, name);
        await session.nextUnfinished();
      }
      await session.settled();
      await new Promise((resolve) => {
        const request = indexedDB.open(database);
        request.onsuccess = () => {
          const transaction = request.result.transaction(['sessions', 'items', 'steps'], 'readwrite');
          for (const name of ['sessions', 'items', 'steps']) transaction.objectStore(name).clear();
          transaction.oncomplete = () => {
            request.result.close();
            resolve(undefined);
          };
        };
      });
      session.save({history: historyOf('d'), timeSpentMs: 1});
      await session.settled();
      clock.pass(200);
      await until(session, ({status}) => status.kind === 'saved');
      expect(session.state.loss).to.deep.equal({answers: 3, at: clock.now() - 200});
    });

    it('tells what a new page misses', async () => {
      const database = newDatabase();
      const first = await openTracked(manifestText(3), database);
      await label(first, 'a');
      await first.settled();
      first.close();
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(database);
        request.onsuccess = resolve;
      });
      const second = await openTracked(manifestText(3), database);
      expect(second.state.loss?.answers).to.equal(1);
      expect(second.state.loss?.at).to.be.a('number');
    });
  });

  for (const kind of ['web locks', 'a lease record'] as const) {
    describe(`two tabs, with ${kind}`, () => {
      const environment = (clock: FakeClock) => ({
        clock,
        ...(kind === 'web locks' ? {} : {locks: undefined}),
      });

      it('lets the second one read, and take over when told to', async () => {
        const database = newDatabase();
        const clock = new FakeClock();
        const first = await openTracked(manifestText(3), database, environment(clock));
        await label(first, 'pear');
        await first.settled();
        const second = await openTracked(manifestText(3), database, environment(clock));
        expect(second.state).to.deep.include({isWritable: false, status: {kind: 'read-only'}});
        expect(second.state.counts.done).to.equal(1);
        second.save({history: historyOf('ignored'), timeSpentMs: 1});
        expect(second.isUnsaved).to.equal(false);

        await first.next();
        first.save({history: historyOf('draft'), timeSpentMs: 3});
        await first.settled();
        await second.takeOver();
        clock.pass(2000);
        await until(first, ({isWritable}) => !isWritable);
        await second.goTo(1);
        expect(second.state.item?.work.history).to.deep.equal(historyOf('draft'));
        await label(second, 'plum');
        await second.settled();
        expect(second.state.status.kind).to.equal('saved');
        expect(first.state.status.kind).to.equal('read-only');
      });

      it('makes the second one the writer when the first one leaves', async () => {
        const database = newDatabase();
        const clock = new FakeClock();
        const first = await openTracked(manifestText(2), database, environment(clock));
        const second = await openTracked(manifestText(2), database, environment(clock));
        await label(first, 'pear');
        await first.settled();
        first.close();
        const passing = setInterval(() => clock.pass(1000), 5);
        const state = await until(second, ({isWritable, counts}) => isWritable && counts.done === 1);
        clearInterval(passing);
        expect(state.item?.work.status).to.equal('submitted');
      });
    });
  }

  it('never overwrites what another writer stored, even without a lock', async () => {
    const database = newDatabase();
    const clock = new FakeClock();
    const noLock = {
      request: (...args: unknown[]) => (args.at(-1) as (lock: unknown) => unknown)({}) as never,
    };
    const first = await openTracked(manifestText(1), database, {clock, locks: noLock});
    const second = await openTracked(manifestText(1), database, {clock, locks: noLock});
    await label(first, 'first');
    await first.settled();
    await label(second, 'second');
    await second.settled();
    expect(second.state.status).to.deep.equal({kind: 'not-saved', reason: 'other-tab'});
    const third = await openTracked(manifestText(1), database, {clock, locks: noLock});
    expect(await outputOf(third))
      .to.include('first')
      .and.not.include('second');
    await second.takeOver();
    await until(second, ({status}) => status.kind === 'saved');
    const store = new IndexedDbStore(database);
    const {item} = (await store.item(sessionIdOf(identity), 0))!;
    expect(item.line).to.include('second');
    expect(item.earlier?.line).to.include('first');
    store.close();
  });

  it('shows the first item before the manifest has been read through', async () => {
    let readOn = () => {};
    const manifest = await beginManifest(manifestText(40_000), {
      index: async (...args) => {
        await new Promise<void>((resolve) => (readOn = resolve));
        return indexHere(...args);
      },
    });
    const session = await openTracked(manifest, newDatabase());
    expect(session.state.item?.index).to.equal(0);
    expect(session.state.isTotalKnown).to.equal(false);
    await label(session, 'pear');
    await session.nextUnfinished();
    expect(session.state.index).to.equal(1);
    readOn();
    expect((await until(session, ({isTotalKnown}) => isTotalKnown)).counts.total).to.equal(40_000);
  });

  it('has nothing to show of an empty file, and says why', async () => {
    const session = await openTracked('', newDatabase());
    expect(session.state.item).to.equal(undefined);
    expect(session.state.problem?.message).to.be.a('string');
    expect(session.state.isComplete).to.equal(false);
    expect(await session.nextUnfinished()).to.equal(false);
  });

  it('shows the last of several items asked for in a hurry', async () => {
    const session = await openTracked(manifestText(9), newDatabase());
    await Promise.all([session.goTo(3), session.goTo(5), session.goTo(1)]);
    expect(session.state.item?.index).to.equal(1);
    await session.goTo(400);
    expect(session.state.index).to.equal(8);
    await session.goTo(-5);
    expect(session.state.index).to.equal(0);
  });

  describe('with the files of masks', () => {
    const path = (item: number, stamp: string) =>
      `fruit/annotations/consolidated-annotation/output/${item}_${stamp}.png`;
    const png = (text: string) => new Blob([text], {type: 'image/png'});

    function submitMask(session: JobSession, stamp: string, text: string): void {
      const {index} = session.state;
      const file = path(index, stamp);
      const pngImageData = btoa(text);
      session.submit(
        {
          answer: {
            answerContent: {mask: {labelMappings: {}, labeledImage: {pngImageData}}, other: 1},
            submissionTime: '2026-11-20T14:02:31.000Z',
            workerId: 'w-1',
          },
          line: `{"mask-ref":"${file}"}`,
          files: [{path: file, blob: png(text)}],
        },
        {history: historyOf(text), timeSpentMs: 1},
      );
    }

    /** The members of a zip that is stored uncompressed, as text. */
    async function zipOf(session: JobSession): Promise<Record<string, string>> {
      const {blob, unreadable} = await session.exportJob();
      expect(unreadable).to.deep.equal([]);
      const text = new TextDecoder('latin1').decode(await blob.arrayBuffer());
      const pattern = /PK\x03\x04.{22}(.)\x00\x00\x00/gs;
      const members: Record<string, string> = {};
      for (const match of text.matchAll(pattern)) {
        const start = match.index + 30;
        const name = text.slice(start, start + (match[1] as string).charCodeAt(0));
        const end = text.indexOf('PK', start + name.length);
        members[name] = text.slice(start + name.length, end);
      }
      return members;
    }

    it('keeps a mask once, and puts it into the zip where the line says, and into the worker response', async () => {
      const database = newDatabase();
      const first = await openTracked(manifestText(3), database);
      submitMask(first, 'one', 'first mask');
      await first.goTo(1);
      submitMask(first, 'two', 'second mask');
      const now = await zipOf(first);
      for (const members of [now, await zipOf(await reopened(first, database))]) {
        expect(members[path(0, 'one')]).to.include('first mask');
        expect(members[path(1, 'two')]).to.include('second mask');
        const responses = Object.keys(members).filter((name) => name.includes('worker-response'));
        expect(responses).to.have.length(2);
        expect(members[responses[0] as string]).to.include(
          `"mask":{"labelMappings":{},"labeledImage":{"pngImageData":"${btoa('first mask')}"}},"other":1}`,
        );
        expect(members['fruit/manifests/output/output.manifest']).to.include(path(0, 'one'));
      }
      const store = new IndexedDbStore(database);
      const work = await store.item(sessionIdOf(identity), 0);
      expect(JSON.stringify(work?.item)).not.to.include(btoa('first mask'));
      expect([...(work?.files.keys() ?? [])]).to.deep.equal([path(0, 'one')]);
      store.close();
    });

    async function reopened(session: JobSession, database: string): Promise<JobSession> {
      await session.settled();
      session.close();
      open.splice(open.indexOf(session), 1);
      return openTracked(manifestText(3), database);
    }

    it('keeps the mask through later edits, and forgets it when another takes its place', async () => {
      const database = newDatabase();
      const first = await openTracked(manifestText(3), database);
      submitMask(first, 'one', 'first mask');
      first.save({history: historyOf('first mask', 'more'), timeSpentMs: 2});
      const second = await reopened(first, database);
      await second.goTo(0);
      second.save({history: emptyHistory, timeSpentMs: 3});
      expect((await zipOf(second))[path(0, 'one')]).to.include('first mask');
      submitMask(second, 'later', 'another mask');
      const members = await zipOf(second);
      expect(members[path(0, 'one')]).to.equal(undefined);
      expect(members[path(0, 'later')]).to.include('another mask');
      const store = new IndexedDbStore(database);
      expect([...(await store.files(sessionIdOf(identity), 0)).keys()]).to.deep.equal([path(0, 'later')]);
      store.close();
    });

    it('exports and keeps masks that could not be stored at once', async () => {
      const database = newDatabase();
      const clock = new FakeClock();
      const session = await openTracked(manifestText(1), database, {clock});
      await failingPut(new DOMException('', 'QuotaExceededError'), async () => {
        submitMask(session, 'one', 'unsaved mask');
        await session.settled();
        expect(session.state.status.kind).to.equal('not-saved');
        expect((await zipOf(session))[path(0, 'one')]).to.include('unsaved mask');
      });
      await session.retry();
      await session.settled();
      expect(session.state.status.kind).to.equal('saved');
      expect((await zipOf(await reopened(session, database)))[path(0, 'one')]).to.include('unsaved mask');
    });

    it('carries masks from memory into the store, and keeps those of the earlier answer', async () => {
      const database = newDatabase();
      const store = new IndexedDbStore(database);
      const other = await openTracked(manifestText(1), database, {locks: undefined});
      submitMask(other, 'there', 'mask that was there');
      await other.settled();
      const from = new MemoryStore();
      await from.openSession(identity, 0);
      const inMemory = await openTracked(manifestText(1), from, {locks: undefined});
      submitMask(inMemory, 'here', 'mask from memory');
      await inMemory.settled();
      await moveWork(from, store, sessionIdOf(identity));
      const files = await store.files(sessionIdOf(identity), 0);
      expect(await files.get(path(0, 'here'))?.text()).to.equal('mask from memory');
      expect(await files.get(path(0, 'there'))?.text()).to.equal('mask that was there');
      store.close();
    });

    it('says which items have lost their mask, and exports the rest', async () => {
      const database = newDatabase();
      const session = await openTracked(manifestText(2), database);
      submitMask(session, 'one', 'first mask');
      await session.goTo(1);
      submitMask(session, 'two', 'second mask');
      const again = await reopened(session, database);
      const {get} = IDBObjectStore.prototype;
      IDBObjectStore.prototype.get = function (key) {
        if (this.name === 'files' && Array.isArray(key) && key[1] === 0)
          throw new DOMException('', 'DataError');
        return get.call(this, key);
      };
      try {
        const {blob, unreadable} = await again.exportJob();
        expect(unreadable).to.deep.equal([0]);
        expect(await blob.text()).to.include('second mask');
      } finally {
        IDBObjectStore.prototype.get = get;
      }
    });
  });

  it('lays the zip out like a labeling job, with the answers as worker responses', async () => {
    const session = await openTracked(manifestText(2), newDatabase());
    await session.next();
    await label(session, 'pear');
    const {blob} = await session.exportJob();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes);
    expect([...text.matchAll(/PK\x01\x02.{42}([\w./ -]+?)(?=PK)/gs)].map(([, name]) => name)).to.deep.equal([
      'fruit/manifests/output/output.manifest',
      'fruit/annotations/worker-response/iteration-1/1/2026-11-20_14_02_31.json',
    ]);
    expect(text).to.include(await outputOf(session));
    expect(text).to.include('{"answers":[{"answerContent":{"crowd-classifier":{"label":"pear"}}');
  });
});
