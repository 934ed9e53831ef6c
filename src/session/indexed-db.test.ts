import {expect} from '@open-wc/testing';
import {choose, edit, identity, sessionId, sessionStoreContract} from '../../test/contract/session-store.js';
import {IndexedDbStore} from './indexed-db.js';

let databases = 0;
const newName = () => `indexed-db-test-${performance.timeOrigin}-${++databases}`;

sessionStoreContract('IndexedDB', () => new IndexedDbStore(newName()));

/** Runs `scene` with `put` and `delete` failing the way `fail` does, from the k-th call on, for one call. */
async function withFailure(k: number, fail: (store: IDBObjectStore) => void, scene: () => Promise<void>) {
  const {put, delete: remove} = IDBObjectStore.prototype;
  let calls = 0;
  const count = (store: IDBObjectStore) => {
    if (++calls === k) fail(store);
  };
  IDBObjectStore.prototype.put = function (...args) {
    count(this);
    return put.apply(this, args);
  };
  IDBObjectStore.prototype.delete = function (...args) {
    count(this);
    return remove.apply(this, args);
  };
  try {
    await scene();
  } finally {
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.delete = remove;
  }
  return calls >= k;
}

describe('IndexedDbStore', () => {
  it('finds everything again through a new connection', async () => {
    const name = newName();
    const first = new IndexedDbStore(name);
    await first.openSession(identity, 1);
    await first.write(edit({index: 4, steps: {from: 0, steps: [choose('a')]}}));
    await first.putSource(sessionId, 'manifest', new Blob(['line\n']));
    const before = [await first.item(sessionId, 4), await first.openSession(identity, 0)];
    first.close();
    const second = new IndexedDbStore(name);
    expect([await second.item(sessionId, 4), await second.openSession(identity, 0)]).to.deep.equal(before);
    expect(await (await second.source(sessionId, 'manifest'))?.text()).to.equal('line\n');
    second.close();
  });

  it('keeps an item whose mask has rotted, and leaves out the mask', async () => {
    const name = newName();
    const store = new IndexedDbStore(name);
    await store.openSession(identity, 1);
    const file = new Blob(['mask']);
    await store.write(edit({content: {files: ['m.png'], reason: 'r'}, files: new Map([['m.png', file]])}));
    const raw = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as DOMException);
    });
    await new Promise<void>((resolve) => {
      const transaction = raw.transaction('files', 'readwrite');
      transaction
        .objectStore('files')
        .put({session: sessionId, index: 0, path: 'm.png', size: 4, file: new Blob(['m'])});
      transaction.oncomplete = () => resolve();
    });
    raw.close();
    const work = await store.item(sessionId, 0);
    expect(work?.item.reason).to.equal('r');
    expect(work?.files.size).to.equal(0);
    store.close();
  });

  it('keeps all 200 edits of two tabs that each make 100 at once', async () => {
    const name = newName();
    const tabs = [new IndexedDbStore(name), new IndexedDbStore(name)];
    await tabs[0]!.openSession(identity, 1);
    await Promise.all(
      tabs.map(async (store, tab) => {
        for (let i = 0; i < 100; i++) {
          for (let saved = false; !saved;) {
            const work = await store.item(sessionId, 0);
            const log = work?.log ?? [];
            const outcome = await store.write(
              edit({
                rev: work?.item.rev ?? 0,
                content: {stepCount: log.length + 1},
                steps: {from: log.length, steps: [choose(`${tab}-${i}`)]},
              }),
            );
            saved = outcome.kind === 'saved';
          }
        }
      }),
    );
    const {item, log} = (await tabs[0]!.item(sessionId, 0))!;
    expect(item).to.include({rev: 200, seq: 200, stepCount: 200});
    expect(new Set(log.map(({name}) => name))).to.have.property('size', 200);
    for (const store of tabs) store.close();
  });

  it('counts right when two tabs write different items at once', async () => {
    const name = newName();
    const tabs = [new IndexedDbStore(name), new IndexedDbStore(name)];
    await tabs[0]!.openSession(identity, 1);
    await Promise.all(
      tabs.flatMap((store, tab) =>
        Array.from({length: 100}, (_, i) =>
          store.write(edit({index: tab * 100 + i, content: {status: 'submitted'}})),
        ),
      ),
    );
    expect(await tabs[1]!.openSession(identity, 0)).to.deep.include({
      seq: 200,
      counts: {draft: 0, submitted: 200, skipped: 0},
    });
    for (const store of tabs) store.close();
  });

  for (const [how, fail] of [
    [
      'throws',
      () => {
        throw new DOMException('cannot be cloned', 'DataCloneError');
      },
    ],
    ['aborts the transaction', (store: IDBObjectStore) => store.transaction.abort()],
  ] as const) {
    it(`stores all of an edit or nothing when the k-th operation ${how}, for every k`, async () => {
      let hit = true;
      let rounds = 0;
      for (let k = 1; hit; k++, rounds++) {
        const name = newName();
        const store = new IndexedDbStore(name);
        await store.openSession(identity, 1);
        const claimed: number[] = [];
        hit = await withFailure(k, fail, async () => {
          for (let rev = 0, index = 0; index < 3; index++) {
            const steps = {from: 0, steps: [choose('a'), choose('b')]};
            await store
              .write(edit({index, rev, content: {status: 'submitted', stepCount: 2}, steps}))
              .then(() => claimed.push(index))
              .catch((error: unknown) => expect(error).to.have.property('name', 'StorageError'));
          }
        });
        store.close();
        const after = new IndexedDbStore(name);
        const found: number[] = [];
        for (const index of [0, 1, 2]) {
          const work = await after.item(sessionId, index);
          if (!work) continue;
          expect(work.log, `steps of item ${index} at k = ${k}`).to.have.length(2);
          found.push(index);
        }
        expect(found, `k = ${k}`).to.deep.equal(claimed);
        expect((await after.openSession(identity, 0)).counts.submitted).to.equal(found.length);
        after.close();
      }
      expect(rounds).to.be.greaterThan(10);
    });
  }

  it('does not resolve when commit itself fails', async () => {
    const store = new IndexedDbStore(newName());
    await store.openSession(identity, 1);
    const {commit} = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = () => {
      throw new DOMException('no', 'InvalidStateError');
    };
    let error: unknown;
    try {
      error = await store.write(edit()).catch((reason: unknown) => reason);
    } finally {
      IDBTransaction.prototype.commit = commit;
    }
    expect(error).to.include({name: 'StorageError', reason: 'gone'});
    expect(await store.item(sessionId, 0)).to.equal(undefined);
    store.close();
  });

  it('calls a full store full', async () => {
    const store = new IndexedDbStore(newName());
    await store.openSession(identity, 1);
    const error = new DOMException('full', 'QuotaExceededError');
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function () {
      throw error;
    };
    const result = await store.write(edit()).catch((reason: unknown) => reason);
    IDBObjectStore.prototype.put = put;
    expect(result).to.include({name: 'StorageError', reason: 'full'});
    expect((await store.write(edit())).kind).to.equal('saved');
    store.close();
  });

  it('reads around a record that cannot be read, and says which', async () => {
    const store = new IndexedDbStore(newName());
    await store.openSession(identity, 1);
    for (const index of [1, 2, 3]) await store.write(edit({index}));
    const {getAll, get} = IDBObjectStore.prototype;
    const rotten = () => {
      throw new DOMException('Seek failure', 'UnknownError');
    };
    IDBObjectStore.prototype.getAll = rotten;
    IDBObjectStore.prototype.get = function (key) {
      if (Array.isArray(key) && key[1] === 2) rotten();
      return get.call(this, key);
    };
    const page = await store.items(sessionId, 0, 10);
    IDBObjectStore.prototype.getAll = getAll;
    IDBObjectStore.prototype.get = get;
    expect(page.items.map(({index}) => index)).to.deep.equal([1, 3]);
    expect(page.unreadable).to.deep.equal([2]);
    store.close();
  });

  it('leads out of the log of a writer that was cut off, and leaves nothing of that behind', async () => {
    const name = newName();
    const writes: string[] = [];
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'leases') writes.push(String((args[0] as {session: string}).session));
      return put.apply(this, args);
    };
    const visit = async (ends: boolean) => {
      const store = new IndexedDbStore(name);
      await store.openSession(identity, 1);
      await store.began(sessionId);
      if (ends) store.ended(sessionId);
      // Waits behind what was only sent.
      await store.endLease(sessionId, 'nobody');
      store.close();
      return writes.splice(0).length;
    };
    try {
      expect([await visit(true), await visit(true)], 'ended as pages do').to.deep.equal([1, 1]);
      expect(await visit(false), 'about to be cut off').to.equal(1);
      expect(await visit(true), 'after that').to.be.above(100);
      expect(await visit(true), 'and once').to.equal(1);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const left = await new Promise((resolve) => {
      const request = database.transaction('leases').objectStore('leases').getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    expect(left).to.deep.equal([]);
  });

  it('does not give out a kept file whose bytes are gone', async () => {
    const name = newName();
    const store = new IndexedDbStore(name);
    await store.openSession(identity, 1);
    await store.putSource(sessionId, 'manifest', new Blob(['abc']));
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise((resolve) => {
      const transaction = database.transaction('sources', 'readwrite');
      transaction
        .objectStore('sources')
        .put({session: sessionId, name: 'manifest', size: 3, file: new Blob()});
      transaction.oncomplete = resolve;
    });
    database.close();
    expect(await store.source(sessionId, 'manifest')).to.equal(undefined);
    store.close();
  });
});
