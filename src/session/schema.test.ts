import {expect} from '@open-wc/testing';
import {manifestText, newDatabase, openJob, outputOf, historyOf} from '../../test/helpers/job.js';
import {schemaVersion} from './migrations.js';
import {textHash} from './text-hash.js';
import {IndexedDbStore} from './indexed-db.js';

const at = 1_790_000_000_000;
const session = '["fruit","kind","w-1"]';
const identity = {jobName: 'fruit', labelAttributeName: 'kind', workerId: 'w-1'};
const line = '{"source": "text 0", "weight":1.00,"kind":"pear"}';
const answer = {
  answerContent: {'crowd-classifier': {label: 'pear'}},
  submissionTime: '2026-11-20T14:02:31.000Z',
  timeSpentInSeconds: 1,
  workerId: 'w-1',
};
const choose = (label: string, time: number) => ({
  name: `Choose ${label}`,
  at: time,
  changes: [{id: 'choice', before: undefined, after: {id: 'choice', kind: 'choice', order: 0, label}}],
});
const base = {session, seq: 1, at, stepCount: 1, timeSpentMs: 20};

/** A database as version 1 stored it. It is never edited: every later version must open it. */
const stored = {
  sessions: [
    {...identity, id: session, createdAt: at, changedAt: at, cursor: 1, seq: 3}, // prettier-ignore
  ].map((one) => ({
    ...one,
    counts: {draft: 1, submitted: 1, skipped: 1},
    settings: {labels: ['pear', 'fig']},
  })),
  items: [
    {
      ...base,
      index: 0,
      rev: 1,
      edit: 'e-1',
      status: 'submitted',
      textHash: '34-94e11d2af66ee7a4',
      answer,
      line,
    },
    {...base, index: 1, rev: 1, edit: 'e-2', status: 'draft', textHash: '34-0', seq: 2},
    {
      ...base,
      index: 2,
      rev: 1,
      edit: 'e-3',
      status: 'skipped',
      textHash: '34-0',
      seq: 3,
      stepCount: 0,
      reason: 'blurred',
    },
  ],
  steps: [
    {session, index: 0, n: 0, step: choose('pear', 0)},
    {session, index: 1, n: 0, step: choose('fig', 0)},
  ],
  sources: [{session, name: 'labels.txt', size: 4, file: new Blob(['pear'])}],
};

/** What an older program could leave behind at the end of a page. */
const leftBehind = {
  after: ['e-2'],
  edit: {
    id: 'e-4',
    session,
    index: 1,
    rev: 1,
    at,
    content: {status: 'draft', stepCount: 2, timeSpentMs: 30, textHash: ''},
    steps: {from: 1, steps: [choose('plum', 10_000)]},
  },
};

/** What each version added: a store, and what an older program had put into it. They are never edited either. */
const added: readonly {
  readonly store: string;
  readonly keyPath: string | string[];
  readonly record: object;
}[] = [
  {
    store: 'files',
    keyPath: ['session', 'index', 'path'],
    record: {session, index: 2, path: 'm.png', size: 4, file: new Blob(['mask'])},
  },
  {store: 'profiles', keyPath: 'id', record: {id: 'w-1', name: 'Anna', createdAt: at}},
  {store: 'lastWords', keyPath: ['session', 'index'], record: {session, index: 1, words: leftBehind}},
  {store: 'receipts', keyPath: ['session', 'index'], record: {session, index: 0, receipt: 'e-1'}},
];

/** Makes the database by hand, without any code of the kit. */
async function makeVersion(version: number, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const {result: database} = request;
      const fill = (store: string, records: readonly object[]) => {
        for (const record of records) request.transaction?.objectStore(store).put(record);
      };
      database.createObjectStore('sessions', {keyPath: 'id'});
      const items = database.createObjectStore('items', {keyPath: ['session', 'index']});
      items.createIndex('by-status', ['session', 'status', 'index']);
      database.createObjectStore('steps', {keyPath: ['session', 'index', 'n']});
      database.createObjectStore('sources', {keyPath: ['session', 'name']});
      database.createObjectStore('leases', {keyPath: 'session'});
      for (const [store, records] of Object.entries(stored)) fill(store, records);
      for (const {store, keyPath, record} of added.slice(0, version - 1)) {
        database.createObjectStore(store, {keyPath});
        fill(store, [record]);
      }
    };
    request.onerror = () => reject(request.error as DOMException);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

for (let version = 1; version <= schemaVersion; version++) {
  describe(`a database of schema version ${version}`, () => {
    it('is opened with its answers, steps, place, files and people', async () => {
      const name = newDatabase();
      const text = manifestText(4);
      const hashes = text.split('\n').map(textHash);
      for (const item of stored.items) item.textHash = hashes[item.index] as string;
      leftBehind.edit.content.textHash = hashes[1] as string;
      await makeVersion(version, name);
      const job = await openJob(text, name);
      expect(job.state).to.deep.include({index: 1, counts: {done: 1, skipped: 1, total: 4}});
      const choices = version < 4 ? ['fig'] : ['fig', 'plum'];
      expect(job.state.item?.work).to.deep.include({status: 'draft', history: historyOf(...choices)});
      expect(await outputOf(job)).to.equal(text.replace(text.split('\n')[0] as string, line));
      job.close();
      const store = new IndexedDbStore(name);
      expect((await store.openSession(identity, 0)).settings).to.deep.equal({labels: ['pear', 'fig']});
      expect((await store.item(session, 2))?.item.reason).to.equal('blurred');
      expect(await (await store.source(session, 'labels.txt'))?.text()).to.equal('pear');
      const mask = (await store.files(session, 2)).get('m.png');
      expect(await mask?.text(), 'masks came with version 2').to.equal(version < 2 ? undefined : 'mask');
      const people = await store.profiles();
      expect(people.map(({name: called}) => called)).to.deep.equal(version < 3 ? [] : ['Anna']);
      const receipts = await store.receipts(session, 0, 4);
      expect([...receipts]).to.deep.equal(version < 5 ? [] : [[0, 'e-1']]);
      store.close();
    });
  });
}

it('every version has a sample here', () => {
  expect(added).to.have.length(schemaVersion - 1);
});
