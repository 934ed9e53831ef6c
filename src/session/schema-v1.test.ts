import {expect} from '@open-wc/testing';
import {manifestText, newDatabase, openJob, outputOf, historyOf} from '../../test/helpers/job.js';
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

/** Makes the database by hand, without any code of the kit. */
async function makeVersion1(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const {result: database} = request;
      database.createObjectStore('sessions', {keyPath: 'id'});
      const items = database.createObjectStore('items', {keyPath: ['session', 'index']});
      items.createIndex('by-status', ['session', 'status', 'index']);
      database.createObjectStore('steps', {keyPath: ['session', 'index', 'n']});
      database.createObjectStore('sources', {keyPath: ['session', 'name']});
      database.createObjectStore('leases', {keyPath: 'session'});
      for (const [store, records] of Object.entries(stored)) {
        for (const record of records) request.transaction?.objectStore(store).put(record);
      }
    };
    request.onerror = () => reject(request.error as DOMException);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

describe('a database of schema version 1', () => {
  it('is opened with its answers, steps, place and files', async () => {
    const name = newDatabase();
    const text = manifestText(4);
    const hashes = text.split('\n').map(textHash);
    for (const item of stored.items) item.textHash = hashes[item.index] as string;
    await makeVersion1(name);
    const job = await openJob(text, name);
    expect(job.state).to.deep.include({index: 1, counts: {done: 1, skipped: 1, total: 4}});
    expect(job.state.item?.work).to.deep.include({status: 'draft', history: historyOf('fig')});
    expect(await outputOf(job)).to.equal(text.replace(text.split('\n')[0] as string, line));
    job.close();
    const store = new IndexedDbStore(name);
    expect((await store.openSession(identity, 0)).settings).to.deep.equal({labels: ['pear', 'fig']});
    expect((await store.item(session, 2))?.item.reason).to.equal('blurred');
    expect(await (await store.source(session, 'labels.txt'))?.text()).to.equal('pear');
    expect((await store.item(session, 0))?.files.size, 'of masks, which version 2 brought').to.equal(0);
    store.close();
  });
});
