import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {answerOf, choose} from '../../../test/contract/session-store.js';
import {identity, label, manifestText, newDatabase, openJob} from '../../../test/helpers/job.js';
import type {Step} from '../../model/history.js';
import {IndexedDbStore} from '../indexed-db.js';
import {MemoryStore} from '../memory.js';
import {sessionIdOf, type ItemContent, type SessionStore, type StoredWork} from '../session-store.js';
import {StorageError} from '../storage-error.js';
import {readBackupHead, restoreBackup, type Restored} from './restore-backup.js';
import {writeBackup} from './write-backup.js';

const id = sessionIdOf(identity);
const stores: SessionStore[] = [];

/** A store of its own, as on another machine. */
function machine(): IndexedDbStore {
  const store = new IndexedDbStore(newDatabase());
  stores.push(store);
  return store;
}

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

async function backupOf(store: SessionStore): Promise<Blob> {
  const session = await store.openSession(identity, 1);
  return (await writeBackup({store, session, unsaved: new Map()}, 99)).blob;
}

/** Restores, with all its warnings as sentences. */
async function restored(file: Blob, store: SessionStore): Promise<Restored & {warnings: string[]}> {
  const result = await restoreBackup(file, store, 5);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return {...result.value, warnings: (result.warnings ?? []).map(({message}) => message)};
}

/** Everything a store has of the session, files as their texts; without what differs from store to store. */
async function contentOf(store: SessionStore): Promise<unknown> {
  const {works} = await store.works(id, 0, 1000);
  return Promise.all(
    works.map(async ({item: {seq: _, ...item}, log, files}: StoredWork) => ({
      item,
      log,
      files: await Promise.all([...files].map(async ([path, file]) => [path, file.type, await file.text()])),
    })),
  );
}

let edits = 0;

async function write(store: SessionStore, index: number, content: Partial<ItemContent>, steps: Step[] = []) {
  const there = await store.item(id, index);
  const {files} = content;
  return store.write({
    id: `edit ${++edits}`,
    session: id,
    index,
    rev: there?.item.rev ?? 0,
    at: 7,
    content: {status: 'draft', stepCount: steps.length, timeSpentMs: 1, textHash: 'h', ...content},
    steps: {from: 0, steps},
    ...(files && {
      files: new Map(files.map((path) => [path, new Blob([`of ${path}`], {type: 'image/png'})])),
    }),
  });
}

const submitted = (name: string): Partial<ItemContent> => ({
  status: 'submitted',
  answer: answerOf(name),
  line: `{"kind":"${name}"}`,
});

/** A newer version of the program opens a database in another tab. */
function takeOver(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 99);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** The lines of a backup, to be damaged. */
async function linesOf(file: Blob): Promise<string[]> {
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return text.split('\n').slice(0, -1);
}

const fileOf = (lines: readonly string[]) => new Blob([lines.map((line) => `${line}\n`).join('')]);

const tile: Step = {
  name: 'Paint',
  at: 3,
  changes: [
    {
      id: 'tile:0:0',
      before: undefined,
      after: {id: 'tile:0:0', kind: 'tile', order: 0, column: 0, row: 0, runs: Uint8Array.of(0, 200, 255)},
    },
  ],
};

describe('backup', () => {
  it('brings any session to another machine as it was, steps, bytes and files included', async () => {
    const names = fc.constantFrom('cat', '$bytes', '$$', '__proto__', 'ü😀', '');
    const contents = fc.array(
      fc.record({
        index: fc.nat(30),
        status: fc.constantFrom('draft', 'submitted', 'changed', 'skipped'),
        name: names,
        isMask: fc.boolean(),
        done: fc.nat(2),
      }),
      {maxLength: 12},
    );
    await fc.assert(
      fc.asyncProperty(contents, async (all) => {
        const here = machine();
        await here.openSession(identity, 1);
        await here.updateSession(id, {cursor: 3, settings: {labels: ['$bytes'], $x: 1}}, 2);
        await here.putSource(id, 'manifest', new Blob(['{"a":1}\n'], {type: 'text/plain'}));
        for (const {index, status, name, isMask, done} of all) {
          const steps = [choose(name), tile];
          const draft = {[name]: [{$bytes: name}]};
          const files = isMask ? {files: [`${name}.png`]} : {};
          const content = {...submitted(name), status, stepCount: done, draft, ...files} as const;
          await write(here, index, content, steps);
        }
        const there = machine();
        const {isNew, warnings, session} = await restored(await backupOf(here), there);
        expect(isNew).to.equal(true);
        expect(warnings).to.deep.equal([]);
        expect(await contentOf(there)).to.deep.equal(await contentOf(here));
        expect(session.cursor).to.equal(3);
        expect(session.settings).to.deep.equal({labels: ['$bytes'], $x: 1});
        expect(session.counts).to.deep.equal((await here.openSession(identity, 1)).counts);
        expect(await (await there.source(id, 'manifest'))?.text()).to.equal('{"a":1}\n');
      }),
      {numRuns: 25},
    );
  });

  it('changes nothing when it is restored twice', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    await write(here, 0, submitted('cat'));
    await write(here, 4, {}, [choose('dog')]);
    const file = await backupOf(here);
    const there = machine();
    await restored(file, there);
    const before = await contentOf(there);
    const again = await restored(file, there);
    expect(again.isNew).to.equal(false);
    expect([again.added, again.replaced, again.kept, again.same]).to.deep.equal([[], [], [], 2]);
    expect(await contentOf(there)).to.deep.equal(before);
  });

  it('merges: what is newer counts on either side, and an answer that gives way is kept', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    await write(here, 0, submitted('cat'));
    await write(here, 1, submitted('cat'));
    const there = machine();
    await restored(await backupOf(here), there);
    // Item 0 goes on here, item 1 over there; item 2 is new here.
    await write(here, 0, submitted('dog'));
    await write(here, 2, submitted('cow'));
    await write(there, 1, submitted('emu'));
    const {added, replaced, kept, same} = await restored(await backupOf(here), there);
    expect([added, replaced, kept, same]).to.deep.equal([[2], [0], [1], 0]);
    const labels = async (store: SessionStore) => {
      const {works} = await store.works(id, 0, 10);
      return works.map(({item}) => item.line);
    };
    expect(await labels(there)).to.deep.equal(['{"kind":"dog"}', '{"kind":"emu"}', '{"kind":"cow"}']);
    expect((await there.item(id, 0))?.item.earlier?.line).to.equal('{"kind":"cat"}');
    // And back: both machines have the same now.
    const back = await restored(await backupOf(there), here);
    expect(back.replaced).to.include(1);
    expect(await labels(here)).to.deep.equal(await labels(there));
  });

  it('never takes steps away: what went another way stays, and looking is not working', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    for (const index of [0, 1, 2, 3]) await write(here, index, {}, [choose('cat')]);
    const there = machine();
    await restored(await backupOf(here), there);
    // Over there somebody only looks at 0, answers 1, goes on with 2 and another way with 3.
    for (let looks = 0; looks < 5; looks++) await write(there, 0, {}, [choose('cat')]);
    await write(there, 1, submitted('cat'), [choose('cat')]);
    await write(there, 2, {}, [choose('cat'), choose('dog')]);
    await write(there, 3, {}, [choose('emu')]);
    for (let more = 0; more < 3; more++) await write(there, 3, {}, [choose('emu'), choose('cow')]);
    // Here it goes on with 0 and 3, and 1 and 2 are only looked at.
    await write(here, 0, {}, [choose('cat'), choose('cow')]);
    for (const index of [1, 1, 1, 2, 2, 2]) await write(here, index, {}, [choose('cat')]);
    await write(here, 3, {}, [choose('cat'), choose('hen')]);
    const {replaced, kept} = await restored(await backupOf(there), here);
    expect([replaced, kept]).to.deep.equal([
      [1, 2],
      [0, 3],
    ]);
    const {works} = await here.works(id, 0, 10);
    expect(works.map(({log}) => log.map(({name}) => name.slice(7)))).to.deep.equal([
      ['cat', 'cow'],
      ['cat'],
      ['cat', 'dog'],
      ['cat', 'hen'],
    ]);
    expect(works[1]?.item.status).to.equal('submitted');
  });

  it('loses one item to a damaged line, and names it', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    for (const index of [0, 1, 2]) await write(here, index, submitted('cat'));
    const lines = await linesOf(await backupOf(here));
    const damages: [string, string][] = [
      [lines[2]!.slice(0, -9), 'no JSON'],
      [lines[2]!.replace('"submitted"', '"finished"'), 'item.status'],
      [lines[2]!.replace('"rev":1', '"rev":-1'), 'item.rev'],
      ['[]', 'item'],
    ];
    for (const [damaged, what] of damages) {
      const there = machine();
      const file = fileOf(lines.map((line, at) => (at === 2 ? damaged : line)));
      const {added, warnings} = await restored(file, there);
      expect(added, what).to.deep.equal([0, 2]);
      expect(warnings, what).to.have.length(1);
      expect(warnings[0]).to.contain('Line 3').and.to.contain(what);
    }
  });

  it('takes an answer over whose steps make no sense', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    await write(here, 0, submitted('cat'), [choose('cat')]);
    const lines = await linesOf(await backupOf(here));
    const there = machine();
    const {warnings} = await restored(
      fileOf(lines.map((line) => line.replace('"choice"', '"magic"'))),
      there,
    );
    expect(warnings.join()).to.contain('steps of item 1');
    const work = await there.item(id, 0);
    expect(work?.item.line).to.equal('{"kind":"cat"}');
    expect([work?.item.stepCount, work?.log]).to.deep.equal([0, []]);
  });

  it('takes over what there is of a file that was cut off, and says so', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    for (let index = 0; index < 40; index++)
      await write(here, index, {...submitted(`${index * 7919}`), reason: crypto.randomUUID().repeat(20)});
    const whole = await backupOf(here);
    const there = machine();
    const {added, warnings} = await restored(whole.slice(0, Math.floor(whole.size * 0.7)), there);
    expect(added.length).to.be.within(1, 39);
    expect(warnings.at(-1)).to.contain('ends too early');
    const lines = await linesOf(whole);
    const other = await restored(fileOf(lines.slice(0, -1)), machine());
    expect(other.added).to.have.length(40);
    expect(other.warnings.join()).to.contain('ends too early');
  });

  it('refuses other files and later versions in words, and puts nothing into the store', async () => {
    const there = machine();
    const codes = async (file: Blob) => {
      const result = await restoreBackup(file, there, 5);
      return result.ok ? [] : result.problems.map(({code}) => code);
    };
    for (const text of ['', '{}', 'null', '{"source":"x"}\n', 'not json', '\u001f\u008b'])
      expect(await codes(new Blob([text])), text).to.deep.equal(['backup/not-a-backup']);
    expect(await codes(new Blob([Uint8Array.of(0x1f, 0x8b, 8, 1, 2, 3)]))).to.deep.equal([
      'backup/not-a-backup',
    ]);
    const [head] = await linesOf(await backupOf(new MemoryStore()));
    const later = head!.replace('"gtElementsBackup":1', '"gtElementsBackup":3');
    expect(await codes(fileOf([later]))).to.deep.equal(['backup/newer']);
    expect(await there.sessions()).to.deep.equal([]);
  });

  it('tells what it is of before anything is restored', async () => {
    const store = machine();
    const head = await readBackupHead(await backupOf(store));
    expect(head.ok && [head.value.jobName, head.value.writtenAt]).to.deep.equal(['fruit', 99]);
  });

  it('holds large files of the job, in parts', async () => {
    const here = machine();
    await here.openSession(identity, 1);
    const bytes = new Uint8Array(2_500_001).map((_, at) => at * 31);
    await here.putSource(id, 'pictures/a.png', new Blob([bytes], {type: 'image/png'}));
    await here.putSource(id, 'empty', new Blob([]));
    const file = await backupOf(here);
    const there = machine();
    await restored(file, there);
    const source = await there.source(id, 'pictures/a.png');
    expect(source?.type).to.equal('image/png');
    expect(
      new Uint8Array((await source?.arrayBuffer()) ?? new ArrayBuffer()).every((b, at) => b === bytes[at]),
    ).to.equal(true);
    expect((await there.source(id, 'empty'))?.size).to.equal(0);
    const lines = await linesOf(file);
    const cut = await restored(fileOf(lines.filter((_, at) => at !== 2)), machine());
    expect(cut.warnings.join()).to.contain('is not whole in the backup');
  });

  it('of a session on screen has what could not be stored', async () => {
    const store = new IndexedDbStore(newDatabase());
    const job = await openJob(manifestText(3), store);
    await label(job, 'cat');
    await job.settled();
    store.write = () => Promise.reject(new StorageError('full'));
    await job.goTo(1);
    await label(job, 'dog');
    await job.settled();
    const {blob} = await job.backup();
    const there = machine();
    const {added} = await restored(blob, there);
    expect(added).to.deep.equal([0, 1]);
    expect((await there.item(id, 1))?.item.status).to.equal('submitted');
    job.close();
  });

  it('of a store that a newer version has taken over has what is stored and what is not', async () => {
    const database = newDatabase();
    const job = await openJob(manifestText(3), database);
    await label(job, 'cat');
    await job.settled();
    await takeOver(database);
    await job.goTo(1);
    await label(job, 'dog');
    await job.settled();
    expect(job.state.status.kind).to.equal('update-needed');
    const {blob, isPartial} = await job.backup();
    expect(isPartial).to.equal(undefined);
    const {added} = await restored(blob, machine());
    expect(added).to.deep.equal([0, 1]);
    job.close();
  });

  it('of a store that was newer from the start has what is stored; nothing is worked on meanwhile', async () => {
    const database = newDatabase();
    const first = await openJob(manifestText(3), database);
    await label(first, 'cat');
    await first.settled();
    first.close();
    await takeOver(database);
    const job = await openJob(manifestText(3), database);
    expect(job.state.status.kind).to.equal('update-needed');
    expect(job.state.isWritable).to.equal(false);
    const {blob} = await job.backup();
    const {added} = await restored(blob, machine());
    expect(added).to.deep.equal([0]);
    job.close();
    // What was only read has its version still.
    const after = await new Promise<number>((resolve, reject) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => {
        resolve(request.result.version);
        request.result.close();
      };
      request.onerror = () => reject(request.error);
    });
    expect(after).to.equal(99);
  });

  it('of a session whose store is gone has what is in the page, and says that this is not all', async () => {
    const store = new IndexedDbStore(newDatabase());
    const job = await openJob(manifestText(3), store);
    await label(job, 'cat');
    await job.settled();
    store.close();
    await job.goTo(1);
    await label(job, 'dog');
    await job.settled();
    const {blob, isPartial} = await job.backup();
    expect(isPartial).to.equal(true);
    const {added} = await restored(blob, machine());
    expect(added).to.deep.equal([1]);
    job.close();
  });
});
