import {expect} from '@open-wc/testing';
import type {WorkerAnswer} from '../../src/formats/worker-response.js';
import type {Step} from '../../src/model/history.js';
import {
  sessionIdOf,
  type ItemContent,
  type ItemEdit,
  type SessionStore,
} from '../../src/session/session-store.js';

export const identity = {jobName: 'fruit', labelAttributeName: 'kind', workerId: 'w-1'};
export const sessionId = sessionIdOf(identity);

/** A step that chooses `label`. */
export function choose(label: string, at = 0): Step {
  return {
    name: `Choose ${label}`,
    at,
    changes: [{id: 'choice', before: undefined, after: {id: 'choice', kind: 'choice', order: 0, label}}],
  };
}

/** An answer as a worker response holds it. */
export function answerOf(label: string): WorkerAnswer {
  return {
    answerContent: {'crowd-classifier': {label}},
    submissionTime: '2026-11-20T10:00:00.000Z',
    workerId: 'w-1',
  };
}

let edits = 0;

/** An edit of item 0 made on revision 0, unless told otherwise. */
export function edit(
  change: Partial<Omit<ItemEdit, 'content'>> & {content?: Partial<ItemContent>} = {},
): ItemEdit {
  const {content, ...rest} = change;
  return {
    id: `edit-${++edits}`,
    session: sessionId,
    index: 0,
    rev: 0,
    at: 1000,
    content: {status: 'draft', stepCount: 0, timeSpentMs: 0, textHash: 'h', ...content},
    ...rest,
  };
}

/** What every store promises. `make` gives a new, empty store. */
export function sessionStoreContract(name: string, make: () => SessionStore): void {
  describe(`session store: ${name}`, () => {
    let store: SessionStore;

    beforeEach(async () => {
      store = make();
      await store.openSession(identity, 10);
    });

    afterEach(() => store.close());

    it('writes many edits at once as it writes them one by one', async () => {
      const first = edit({
        index: 3,
        content: {status: 'submitted'},
        steps: {from: 0, steps: [choose('pear')]},
      });
      await store.write(first);
      const outcomes = await store.writeAll([
        edit({index: 1}),
        edit({index: 3}),
        edit({index: 3, rev: 1, content: {status: 'skipped'}, steps: {from: 1, steps: [choose('fig')]}}),
        edit({index: 1, rev: 1, content: {status: 'submitted'}}),
      ]);
      expect(outcomes.map(({kind}) => kind)).to.deep.equal(['saved', 'conflict', 'saved', 'saved']);
      const [session] = await store.sessions();
      expect(session).to.deep.include({seq: 4, counts: {draft: 0, submitted: 1, skipped: 1}});
      const {works} = await store.works(sessionId, 0, 10);
      expect(works.map(({item: {index, rev}, log}) => [index, rev, log.length])).to.deep.equal([
        [1, 2, 0],
        [3, 2, 2],
      ]);
      expect(await store.writeAll([])).to.deep.equal([]);
      const missing = await store.writeAll([edit({session: 'nobody'})]);
      expect(missing.map(({kind}) => kind)).to.deep.equal(['missing']);
    });

    it('tells the places of more items than are read at a time', async () => {
      const edits = Array.from({length: 4100}, (_, index) => edit({index: index * 2}));
      await store.writeAll(edits);
      const found = await store.indexesOf(sessionId, 'draft');
      expect(found).to.deep.equal(edits.map(({index}) => index));
    });

    it('makes a session once and finds it again', async () => {
      await store.write(edit());
      const again = await store.openSession(identity, 99);
      expect(again).to.deep.equal({
        ...identity,
        id: sessionId,
        createdAt: 10,
        changedAt: 1000,
        cursor: 0,
        seq: 1,
        counts: {draft: 1, submitted: 0, skipped: 0},
        settings: {},
      });
    });

    it('keeps sessions of odd names apart and lists the last changed first', async () => {
      const odd = ['__proto__', 'constructor', 'a","b', '雪'];
      for (const [i, jobName] of odd.entries()) await store.openSession({...identity, jobName}, 100 + i);
      const names = (await store.sessions()).map(({jobName}) => jobName);
      expect(names).to.deep.equal([...odd.toReversed(), 'fruit']);
    });

    it('gives back an item with its steps, in order', async () => {
      const steps = [choose('pear', 1), choose('plum', 2)];
      const answer = answerOf('pear');
      const content = {stepCount: 1, timeSpentMs: 1500, reason: 'r', answer, line: '{"a":1}'};
      const outcome = await store.write(edit({index: 7, content, steps: {from: 0, steps}}));
      const work = await store.item(sessionId, 7);
      expect(outcome.kind === 'saved' && outcome.item).to.deep.equal(work?.item);
      expect(work?.item).to.include({index: 7, rev: 1, seq: 1, at: 1000, status: 'draft', stepCount: 1});
      expect(work?.item.answer).to.deep.equal(answer);
      expect(work?.log).to.deep.equal(steps);
      expect(await store.item(sessionId, 8)).to.equal(undefined);
    });

    it('gives up the steps after the place where new ones are written', async () => {
      const [a, b, c, d] = [choose('a'), choose('b'), choose('c'), choose('d')] as const;
      await store.write(edit({content: {stepCount: 3}, steps: {from: 0, steps: [a, b, c]}}));
      await store.write(edit({rev: 1, content: {stepCount: 1}}));
      expect((await store.item(sessionId, 0))?.log, 'undo alone keeps them').to.have.length(3);
      await store.write(edit({rev: 2, content: {stepCount: 2}, steps: {from: 1, steps: [d]}}));
      expect((await store.item(sessionId, 0))?.log).to.deep.equal([a, d]);
    });

    it('keeps the steps of neighbours and of other sessions', async () => {
      const other = await store.openSession({...identity, workerId: 'w-2'}, 10);
      for (const index of [0, 1]) {
        await store.write(edit({index, steps: {from: 0, steps: [choose(`${index}`)]}}));
      }
      await store.write(edit({session: other.id, steps: {from: 0, steps: [choose('other')]}}));
      await store.write(edit({rev: 1, steps: {from: 0, steps: []}}));
      expect((await store.item(sessionId, 0))?.log).to.deep.equal([]);
      expect((await store.item(sessionId, 1))?.log).to.deep.equal([choose('1')]);
      expect((await store.item(other.id, 0))?.log).to.deep.equal([choose('other')]);
    });

    it('refuses an edit made on an older revision, and stores nothing of it', async () => {
      await store.write(edit({content: {reason: 'first'}}));
      const outcome = await store.write(
        edit({content: {status: 'submitted', reason: 'late'}, steps: {from: 0, steps: [choose('late')]}}),
      );
      expect(outcome.kind).to.equal('conflict');
      const work = await store.item(sessionId, 0);
      expect(work?.item).to.include({reason: 'first', rev: 1});
      expect(work?.log).to.deep.equal([]);
      expect((await store.openSession(identity, 0)).counts.submitted).to.equal(0);
    });

    it('takes the same edit twice for one', async () => {
      const once = edit();
      await store.write(once);
      const again = await store.write(once);
      expect(again.kind).to.equal('saved');
      expect((await store.openSession(identity, 0)).counts.draft).to.equal(1);
      expect((await store.item(sessionId, 0))?.item.rev).to.equal(1);
    });

    it('says that the session is missing rather than keep an item of none', async () => {
      expect(await store.write(edit({session: 'nowhere'}))).to.deep.equal({kind: 'missing'});
      expect(await store.item('nowhere', 0)).to.equal(undefined);
    });

    it('counts every change of status', async () => {
      const counts = async () => (await store.openSession(identity, 0)).counts;
      await store.write(edit({content: {status: 'draft'}}));
      await store.write(edit({rev: 1, content: {status: 'submitted'}}));
      await store.write(edit({index: 1, content: {status: 'skipped'}}));
      await store.write(edit({index: 2, content: {status: 'untouched'}}));
      expect(await counts()).to.deep.equal({draft: 0, submitted: 1, skipped: 1});
      await store.write(edit({rev: 2, content: {status: 'draft'}}));
      expect(await counts()).to.deep.equal({draft: 1, submitted: 0, skipped: 1});
      await store.write(edit({rev: 3, content: {status: 'untouched'}}));
      expect(await counts()).to.deep.equal({draft: 0, submitted: 0, skipped: 1});
    });

    it('counts an item that was changed since it was submitted as submitted', async () => {
      const counts = async () => (await store.openSession(identity, 0)).counts;
      const answer = answerOf('pear');
      await store.write(edit({content: {status: 'submitted', answer, line: '{}'}}));
      await store.write(edit({rev: 1, content: {status: 'changed', answer, line: '{}'}}));
      expect(await counts()).to.deep.equal({draft: 0, submitted: 1, skipped: 0});
      expect(await store.indexesOf(sessionId, 'changed')).to.deep.equal([0]);
      expect(await store.indexesOf(sessionId, 'submitted')).to.deep.equal([]);
      expect((await store.item(sessionId, 0))?.item).to.deep.include({status: 'changed', answer, line: '{}'});
      await store.write(edit({rev: 2, content: {status: 'submitted', answer, line: '{}'}}));
      expect(await counts()).to.deep.equal({draft: 0, submitted: 1, skipped: 0});
      await store.write(edit({rev: 3, content: {status: 'changed', answer, line: '{}'}}));
      await store.write(edit({rev: 4, content: {status: 'skipped', answer, line: '{}'}}));
      expect(await counts()).to.deep.equal({draft: 0, submitted: 0, skipped: 1});
    });

    it('numbers the writes of a session, whatever the clock says', async () => {
      await store.write(edit({index: 3, at: 5000}));
      await store.write(edit({index: 1, at: 1}));
      await store.write(edit({index: 3, rev: 1, at: 2}));
      const {items} = await store.items(sessionId, 0, 10);
      expect(items.map(({index, seq}) => [index, seq])).to.deep.equal([
        [1, 2],
        [3, 3],
      ]);
    });

    it('reads items in pages, in the order of the lines', async () => {
      for (const index of [300, 2, 17, 1, 1000]) await store.write(edit({index}));
      const page = async (from: number, count: number) =>
        (await store.items(sessionId, from, count)).items.map(({index}) => index);
      expect(await page(0, 3)).to.deep.equal([1, 2, 17]);
      expect(await page(18, 3)).to.deep.equal([300, 1000]);
      expect(await page(1001, 3)).to.deep.equal([]);
      expect((await store.items('nowhere', 0, 3)).items).to.deep.equal([]);
    });

    it('reads items with their steps and files in pages, each with its own', async () => {
      const file = new Blob(['pixels']);
      for (const index of [1, 3, 12]) {
        const steps = {from: 0, steps: [choose(`a${index}`), choose(`b${index}`)]};
        const files = index === 3 ? {files: new Map([['mask.png', file]])} : {};
        const named = index === 3 ? {files: ['mask.png']} : {};
        await store.write(edit({index, steps, ...files, content: {stepCount: 2, ...named}}));
      }
      const read = async (from: number, count: number) =>
        (await store.works(sessionId, from, count)).works.map(({item, log, files}) => [
          item.index,
          log.map(({name}) => name),
          [...files.keys()],
        ]);
      const [one, three, twelve] = [
        [1, ['Choose a1', 'Choose b1'], []],
        [3, ['Choose a3', 'Choose b3'], ['mask.png']],
        [12, ['Choose a12', 'Choose b12'], []],
      ];
      expect(await read(0, 2)).to.deep.equal([one, three]);
      expect(await read(2, 9)).to.deep.equal([three, twelve]);
      expect(await read(13, 9)).to.deep.equal([]);
    });

    it('gives an item the revision it had in another store, and never a lower one', async () => {
      const first = await store.write(edit({leastRev: 7}));
      expect(first.kind === 'saved' && first.item.rev).to.equal(7);
      const second = await store.write(edit({rev: 7, leastRev: 3}));
      expect(second.kind === 'saved' && second.item.rev).to.equal(8);
    });

    it('lists the lines of one status', async () => {
      for (const index of [20, 3, 100]) await store.write(edit({index, content: {status: 'submitted'}}));
      await store.write(edit({index: 4, content: {status: 'skipped'}}));
      await store.write(edit({index: 3, rev: 1, content: {status: 'draft'}}));
      expect(await store.indexesOf(sessionId, 'submitted')).to.deep.equal([20, 100]);
      expect(await store.indexesOf(sessionId, 'draft')).to.deep.equal([3]);
      expect(await store.indexesOf('nowhere', 'draft')).to.deep.equal([]);
    });

    it('keeps the people who work here, in the order they came, and what they are called', async () => {
      expect(await store.profiles()).to.deep.equal([]);
      await store.putProfile({id: 'ben-1', name: 'Ben', createdAt: 20});
      await store.putProfile({id: 'anna-1', name: '', createdAt: 10});
      await store.putProfile({id: 'anna-1', name: 'Anna', createdAt: 10});
      expect(await store.profiles()).to.deep.equal([
        {id: 'anna-1', name: 'Anna', createdAt: 10},
        {id: 'ben-1', name: 'Ben', createdAt: 20},
      ]);
    });

    it('notes what has been delivered, of a session until it is removed', async () => {
      for (const [index, receipt] of [
        [3, 'a'],
        [7, 'b'],
        [3, 'c'],
        [12, 'd'],
      ] as const)
        await store.putReceipt(sessionId, index, receipt);
      expect([...(await store.receipts(sessionId, 3, 12))]).to.deep.equal([
        [3, 'c'],
        [7, 'b'],
      ]);
      expect((await store.receipts('nowhere', 0, Infinity)).size).to.equal(0);
      await store.removeSession(sessionId);
      await store.openSession(identity, 0);
      expect((await store.receipts(sessionId, 0, Infinity)).size).to.equal(0);
    });

    it('remembers where the worker is and what the host wants kept', async () => {
      await store.updateSession(sessionId, {cursor: 12}, 20);
      await store.updateSession(sessionId, {settings: {labels: ['a', {b: null}]}}, 30);
      expect(await store.openSession(identity, 0)).to.deep.include({
        cursor: 12,
        settings: {labels: ['a', {b: null}]},
        changedAt: 30,
      });
      const place = {index: 12, workplace: {tool: 'brush', view: {scale: 2.5, at: [3, 4.5]}}};
      const updated = await store.updateSession(sessionId, {place}, 40);
      expect(updated).to.deep.include({cursor: 12, place});
      expect(await store.openSession(identity, 0)).to.deep.include({cursor: 12, place});
      expect(await store.updateSession('nowhere', {cursor: 1}, 0)).to.equal(undefined);
    });

    it('stores nothing of an edit that cannot be copied', async () => {
      const live = () => 1;
      const broken = edit({
        content: {answer: {...answerOf('a'), live} as never},
        steps: {from: 0, steps: [choose('a')]},
      });
      const error = await store.write(broken).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.include({name: 'StorageError', reason: 'bad-data'});
      const brokenStep = edit({steps: {from: 0, steps: [choose('a'), {live} as never]}});
      expect(
        await store.write(brokenStep).then(
          () => undefined,
          (reason: unknown) => reason,
        ),
      ).to.include({reason: 'bad-data'});
      expect(await store.item(sessionId, 0)).to.equal(undefined);
      expect((await store.openSession(identity, 0)).counts.draft).to.equal(0);
    });

    it('is not changed through what it gave out or was given', async () => {
      const answerContent: {list: number[]} = {list: [1]};
      const answer = {...answerOf('a'), answerContent};
      await store.write(edit({content: {answer}}));
      answerContent.list.push(2);
      ((await store.item(sessionId, 0))!.item.answer as {workerId: string}).workerId = 'changed';
      expect((await store.item(sessionId, 0))?.item.answer).to.deep.equal({
        ...answer,
        answerContent: {list: [1]},
      });
    });

    it('keeps the files of an item with its edit, and only those that are still named', async () => {
      const [a, b, c] = ['a', 'b', 'c'].map((text) => new Blob([text], {type: 'image/png'})) as [
        Blob,
        Blob,
        Blob,
      ];
      const read = async (index = 0) =>
        Object.fromEntries(
          await Promise.all(
            Array.from(await store.files(sessionId, index), async ([path, file]) => [
              path,
              await file.text(),
            ]),
          ),
        ) as Record<string, string>;
      await store.write(edit({content: {files: ['x/a.png']}, files: new Map([['x/a.png', a]])}));
      await store.write(edit({index: 1, content: {files: ['x/c.png']}, files: new Map([['x/c.png', c]])}));
      expect(await read()).to.deep.equal({'x/a.png': 'a'});
      await store.write(edit({rev: 1, content: {files: ['x/a.png'], timeSpentMs: 5}}));
      const work = await store.item(sessionId, 0);
      expect(await work?.files.get('x/a.png')?.text(), 'an edit without files').to.equal('a');
      expect(work?.files.get('x/a.png')?.type).to.equal('image/png');
      const earlier = {textHash: 'h', at: 1, files: ['x/a.png']};
      await store.write(
        edit({rev: 2, content: {files: ['x/b.png'], earlier}, files: new Map([['x/b.png', b]])}),
      );
      expect(await read()).to.deep.equal({'x/a.png': 'a', 'x/b.png': 'b'});
      const stale = edit({rev: 2, content: {files: ['x/c.png']}, files: new Map([['x/c.png', c]])});
      expect((await store.write(stale)).kind).to.equal('conflict');
      await store.write(edit({rev: 3, content: {files: ['x/b.png']}}));
      expect(await read()).to.deep.equal({'x/b.png': 'b'});
      await store.write(edit({rev: 4}));
      expect(await read()).to.deep.equal({});
      expect(await read(1), 'of its neighbour').to.deep.equal({'x/c.png': 'c'});
      await store.removeSession(sessionId);
      expect(await read(1)).to.deep.equal({});
    });

    it('gives back the tiles of a mask as they were, in steps and beyond a reload', async () => {
      const runs = Uint8Array.of(0, 5, 1, 0x80 | 3, 0x7f);
      const tile = {id: 'tile:0:0', kind: 'tile', order: 0, column: 0, row: 0, runs} as const;
      const step: Step = {name: 'paint', at: 1, changes: [{id: tile.id, before: undefined, after: tile}]};
      await store.write(edit({content: {stepCount: 1}, steps: {from: 0, steps: [step]}}));
      const [again] = (await store.item(sessionId, 0))?.log ?? [];
      expect(again).to.deep.equal(step);
      expect(again?.changes[0]?.after).to.have.property('runs').that.is.an.instanceOf(Uint8Array);
    });

    it('keeps files beside the session', async () => {
      await store.putSource(sessionId, 'manifest', new Blob(['{"source":"a"}\n']));
      await store.putSource(sessionId, 'images/a.png', new Blob([new Uint8Array([1, 2])]));
      await store.putSource(sessionId, 'manifest', new Blob(['{"source":"b"}\n']));
      expect(await (await store.source(sessionId, 'manifest'))?.text()).to.equal('{"source":"b"}\n');
      expect(await store.sourceNames(sessionId)).to.deep.equal(['images/a.png', 'manifest']);
      expect(await store.source(sessionId, 'other')).to.equal(undefined);
    });

    it('lends a session to one holder until the time is over or somebody takes it', async () => {
      const ask = (holder: string, now: number, steal = false) =>
        store.lease({session: sessionId, holder, now, until: now + 6000, steal});
      expect(await ask('one', 0)).to.equal(true);
      expect(await ask('two', 100)).to.equal(false);
      expect(await ask('one', 5000)).to.equal(true);
      expect(await ask('two', 10_999)).to.equal(false);
      expect(await ask('two', 11_001)).to.equal(true);
      expect(await ask('one', 11_002)).to.equal(false);
      expect(await ask('one', 11_003, true)).to.equal(true);
      await store.endLease(sessionId, 'two');
      expect(await ask('two', 11_004), 'only the holder can end it').to.equal(false);
      await store.endLease(sessionId, 'one');
      expect(await ask('two', 11_005)).to.equal(true);
      expect(await store.lease({session: 'nowhere', holder: 'one', now: 0, until: 1})).to.equal(false);
    });

    it('forgets exactly the session it is told to forget', async () => {
      const other = await store.openSession({...identity, workerId: 'w-2'}, 10);
      for (const session of [sessionId, other.id]) {
        await store.write(edit({session, steps: {from: 0, steps: [choose('a')]}}));
        await store.putSource(session, 'manifest', new Blob(['x']));
      }
      await store.removeSession(sessionId);
      expect((await store.sessions()).map(({id}) => id)).to.deep.equal([other.id]);
      expect(await store.item(sessionId, 0)).to.equal(undefined);
      expect(await store.source(sessionId, 'manifest')).to.equal(undefined);
      expect((await store.item(other.id, 0))?.log).to.have.length(1);
      await store.openSession(identity, 50);
      expect((await store.item(sessionId, 0))?.log).to.equal(undefined);
    });
  });
}
