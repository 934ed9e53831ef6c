import {expect} from '@open-wc/testing';
import {answerOf, choose, edit} from '../../../test/contract/session-store.js';
import {MemoryStore} from '../memory.js';
import {sessionIdOf, type ItemContent, type SessionStore} from '../session-store.js';
import {restoreBackup, type Place} from './restore-backup.js';
import {writeBackup, type BackupSource} from './write-backup.js';

const job = {jobName: 'fruit', labelAttributeName: 'kind'};
const [home, anna, ben] = ['', 'anna', 'ben'].map((workerId) => ({...job, workerId}));
const ids = [home!, anna!, ben!].map(sessionIdOf);

/** A job of two workers, who each have answered item 0, and Ben item 1. */
async function jobOfTwo(): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const identity of [home!, anna!, ben!]) await store.openSession(identity, 1);
  await store.putSource(ids[0]!, 'manifest', new Blob(['{"source":"a"}\n{"source":"b"}\n']));
  await say(store, ids[1]!, 0, 'pear');
  await say(store, ids[2]!, 0, 'fig');
  await say(store, ids[2]!, 1, 'fig');
  return store;
}

async function say(store: SessionStore, session: string, index: number, label: string, more: object = {}) {
  const content: Partial<ItemContent> = {
    status: 'submitted',
    answer: answerOf(label),
    line: `{"kind":"${label}"}`,
    stepCount: 1,
    ...more,
  };
  const there = await store.item(session, index);
  const rev = there?.item.rev ?? 0;
  await store.write(edit({session, index, rev, content, steps: {from: 0, steps: [choose(label)]}}));
}

async function sources(
  store: SessionStore,
  more: Partial<BackupSource> = {},
): Promise<readonly BackupSource[]> {
  const sessions = await store.sessions();
  return ids
    .map((id) => sessions.find((session) => session.id === id)!)
    .map((session) => ({store, session, unsaved: new Map(), ...more}));
}

async function linesOf(file: Blob): Promise<string[]> {
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return text.trimEnd().split('\n');
}

async function restore(file: Blob, store: SessionStore, place?: Place) {
  const result = await restoreBackup(file, store, 5, place);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return {...result.value, codes: (result.warnings ?? []).map(({code}) => code)};
}

describe('a backup of several sessions', () => {
  it('brings each worker their own work', async () => {
    const {blob} = await writeBackup(await sources(await jobOfTwo()), 99);
    const there = new MemoryStore();
    const {session, others, codes} = await restore(blob, there);
    expect(codes).to.deep.equal([]);
    expect([session, ...others.map((other) => other.session)].map(({id}) => id)).to.deep.equal(ids);
    expect(others.map(({added}) => added)).to.deep.equal([[0], [0, 1]]);
    expect((await there.item(ids[1]!, 0))?.item.line).to.equal('{"kind":"pear"}');
    expect((await there.item(ids[2]!, 0))?.item.line).to.equal('{"kind":"fig"}');
    expect((await there.sourceNames(ids[0]!)).length).to.equal(1);
    const again = await restore(blob, there);
    expect(again.others.map(({same}) => same)).to.deep.equal([1, 2]);
  });

  it('says so to releases that know files of one session only, and to no others', async () => {
    const all = await sources(await jobOfTwo());
    const versionOf = async (given: readonly BackupSource[]) =>
      JSON.parse((await linesOf((await writeBackup(given, 99)).blob))[0]!).gtElementsBackup;
    expect(await versionOf(all)).to.equal(2);
    expect(await versionOf(all.slice(0, 1))).to.equal(1);
  });

  it('gives nobody the work of a worker whose line is damaged', async () => {
    const lines = await linesOf((await writeBackup(await sources(await jobOfTwo()), 99)).blob);
    const heads = lines.flatMap((line, at) => (line.includes('gtElementsBackup') ? [at] : []));
    for (const damaged of ['{"gtElementsBackup":2', '{"gtElementsBackup":2}']) {
      const there = new MemoryStore();
      const file = new Blob([lines.map((line, at) => `${at === heads[2] ? damaged : line}\n`).join('')]);
      const {others, codes} = await restore(file, there);
      expect(codes).to.deep.equal(['backup/damaged-line']);
      expect(others.map(({added}) => added)).to.deep.equal([[0]]);
      expect((await there.item(ids[1]!, 0))?.item.line).to.equal('{"kind":"pear"}');
      expect(await there.item(ids[1]!, 1)).to.equal(undefined);
    }
  });

  it('may hold the job without anybody’s work', async () => {
    const [source] = await sources(await jobOfTwo(), {leavesItemsOut: true, purpose: 'job'});
    const {blob} = await writeBackup(source!, 99);
    const there = new MemoryStore();
    const {added, session} = await restore(blob, there);
    expect([added, session.workerId]).to.deep.equal([[], '']);
    expect(await there.sourceNames(session.id)).to.deep.equal(['manifest']);
  });

  it('is put where its reader says', async () => {
    const [, , source] = await sources(await jobOfTwo());
    const {blob} = await writeBackup(source!, 99);
    const there = new MemoryStore();
    const {session} = await restore(blob, there, (head) => ({
      ...head,
      workerId: 'another ben',
      settings: {portalOf: 'here'},
    }));
    expect([session.workerId, session.settings]).to.deep.equal(['another ben', {portalOf: 'here'}]);
  });

  it('tells that a file of the job is another one here, which stays', async () => {
    const [source] = await sources(await jobOfTwo());
    const {blob} = await writeBackup(source!, 99);
    const there = new MemoryStore();
    await there.openSession(home!, 1);
    for (const text of ['{"source":"a"}\n{"source":"c"}\n', 'short']) {
      await there.putSource(ids[0]!, 'manifest', new Blob([text]));
      expect((await restore(blob, there)).codes).to.deep.equal(['backup/source-differs']);
      expect(await (await there.source(ids[0]!, 'manifest'))!.text()).to.equal(text);
    }
  });

  it('keeps the earlier answer it brings, unless an answer here would be lost for it', async () => {
    const earlier = {textHash: 'old', at: 1, line: '{"kind":"older"}'};
    for (const [more, kept] of [
      [{}, '{"kind":"older"}'],
      [{status: 'draft', answer: undefined, line: undefined}, '{"kind":"pear"}'],
    ] as const) {
      const [here, there] = [await jobOfTwo(), await jobOfTwo()];
      await say(here, ids[1]!, 0, 'pear', {earlier, ...more});
      await here.write(
        edit({
          session: ids[1]!,
          rev: 2,
          content: {...(await here.item(ids[1]!, 0))!.item, stepCount: 2},
          steps: {from: 1, steps: [choose('plum', 9)]},
        }),
      );
      const {blob} = await writeBackup((await sources(here))[1]!, 99);
      expect((await restore(blob, there)).replaced).to.deep.equal([0]);
      expect((await there.item(ids[1]!, 0))!.item.earlier?.line).to.equal(kept);
    }
  });
});
