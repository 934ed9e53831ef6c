import type {Step} from '../model/history.js';
import {applyEdit, newSession} from './apply-edit.js';
import type {Clock} from './clock.js';
import {Connection, type Transaction} from './connection.js';
import {editOf, type LastWords} from './last-words.js';
import {newLog} from './new-log.js';
import {StorageError} from './storage-error.js';
import {
  filesOf,
  inOrder,
  type ItemEdit,
  type ItemFiles,
  type ItemPage,
  type ItemStatus,
  type LeaseRequest,
  type SavedItem,
  type SavedSession,
  type SessionChange,
  type SessionId,
  type SessionIdentity,
  type SessionStore,
  type StoredWork,
  type WorkerProfile,
  type WorkPage,
  type WriteOutcome,
} from './session-store.js';
import {Watermarks} from './watermark.js';

/** The database of a page that names no other. */
export const defaultDatabaseName = 'gt-elements';

/** All keys of a session: `[]` sorts after every number and every text. */
const ofSession = (id: SessionId) => IDBKeyRange.bound([id], [id, []]);

/** All keys of an item's parts. */
const ofItem = (id: SessionId, index: number) => IDBKeyRange.bound([id, index], [id, index, []]);

/** Indexes read at a time: a hundred thousand at once would keep the page from everything else. */
const indexPage = 2000;

/** There while somebody writes a session. No session has such an id. */
const writing = (id: SessionId): string => `\u0000writing ${id}`;

/** All that a write of an item may change. */
const written = ['sessions', 'items', 'steps', 'files'] as const;

/** Keeps sessions in IndexedDB: every write is one transaction with strict durability. */
export class IndexedDbStore implements SessionStore {
  readonly name: string;
  readonly durable = true;
  readonly #connection: Connection;
  /** Any version is read, and nothing is written. */
  readonly #isAsItIs: boolean;

  constructor(name: string = defaultDatabaseName, clock?: Clock, {isAsItIs = false} = {}) {
    this.name = name;
    this.#isAsItIs = isAsItIs;
    this.#connection = new Connection(name, clock, {isAnyVersion: isAsItIs});
  }

  asItIs(): SessionStore {
    return new IndexedDbStore(this.name, undefined, {isAsItIs: true});
  }

  /** True when the browser said that it had lost what was stored before. */
  get dataLost(): boolean {
    return this.#connection.dataLost;
  }

  async openSession(identity: SessionIdentity, at: number): Promise<SavedSession> {
    const fresh = newSession(identity, at);
    await this.#hear(ofSession(fresh.id));
    return this.#connection.run(['sessions'], 'readwrite', async (transaction) => {
      const sessions = transaction.objectStore('sessions');
      const stored = await sessions.get(fresh.id);
      if (!stored) await sessions.put(fresh);
      return stored ?? fresh;
    });
  }

  async sessions(): Promise<readonly SavedSession[]> {
    await this.#hear();
    const all = await this.#connection.run(['sessions'], 'readonly', (transaction) =>
      transaction.objectStore('sessions').getAll(),
    );
    return all.toSorted((a, b) => b.changedAt - a.changedAt);
  }

  updateSession(id: SessionId, change: SessionChange, at: number): Promise<SavedSession | undefined> {
    return this.#connection.run(['sessions'], 'readwrite', async (transaction) => {
      const sessions = transaction.objectStore('sessions');
      const stored = await sessions.get(id);
      if (!stored) return undefined;
      const changed = {...stored, ...change, changedAt: at};
      await sessions.put(changed);
      return changed;
    });
  }

  async removeSession(id: SessionId): Promise<void> {
    const everything = [...written, 'sources', 'leases', 'lastWords', 'receipts'] as const;
    await this.#connection.run([...everything], 'readwrite', async (transaction) => {
      await Promise.all([
        transaction.objectStore('sessions').delete(id),
        transaction.objectStore('items').delete(ofSession(id)),
        transaction.objectStore('steps').delete(ofSession(id)),
        transaction.objectStore('sources').delete(ofSession(id)),
        transaction.objectStore('files').delete(ofSession(id)),
        transaction.objectStore('lastWords').delete(ofSession(id)),
        transaction.objectStore('receipts').delete(ofSession(id)),
        transaction.objectStore('leases').delete(id),
        transaction.objectStore('leases').delete(writing(id)),
      ]);
    });
    // What a person threw away is no loss.
    new Watermarks(this.name).forget(id);
  }

  async item(id: SessionId, index: number): Promise<StoredWork | undefined> {
    const work = await this.#connection.run(['items', 'steps'], 'readonly', async (transaction) => {
      const [item, steps] = await Promise.all([
        transaction.objectStore('items').get([id, index]),
        transaction.objectStore('steps').getAll(ofItem(id, index)),
      ]);
      return item && {item, log: steps.map(({step}) => step)};
    });
    if (!work) return undefined;
    const files = filesOf(work.item).length > 0 ? await this.files(id, index) : new Map<string, Blob>();
    return {...work, files};
  }

  async files(id: SessionId, index: number): Promise<ItemFiles> {
    const keys = await this.#connection.run(['files'], 'readonly', (transaction) =>
      transaction.objectStore('files').getAllKeys(ofItem(id, index)),
    );
    // One by one: a file that has rotted alone must not take the others with it.
    const files = new Map<string, Blob>();
    for (const key of keys) {
      const file = await this.#file(key);
      if (file) files.set(key[2], file);
    }
    return files;
  }

  async #file(key: [SessionId, number, string]): Promise<Blob | undefined> {
    try {
      const stored = await this.#connection.run(['files'], 'readonly', (transaction) =>
        transaction.objectStore('files').get(key),
      );
      return stored && stored.file.size === stored.size ? stored.file : undefined;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return undefined;
    }
  }

  async items(id: SessionId, from: number, count: number): Promise<ItemPage> {
    const range = IDBKeyRange.bound([id, from], [id, []]);
    try {
      const items = await this.#connection.run(['items'], 'readonly', (transaction) =>
        transaction.objectStore('items').getAll(range, count),
      );
      return {items, unreadable: []};
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return this.#salvage(range, count);
    }
  }

  async works(id: SessionId, from: number, count: number): Promise<WorkPage> {
    try {
      return await this.#works(id, from, count);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
    // One by one: what has rotted must not take the others with it.
    const page = await this.items(id, from, count);
    const works: StoredWork[] = [];
    const unreadable = [...page.unreadable];
    for (const {index} of page.items) {
      try {
        const work = await this.item(id, index);
        if (work) works.push(work);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        unreadable.push(index);
      }
    }
    return {works, unreadable: unreadable.toSorted((a, b) => a - b)};
  }

  /** Items and steps as of one moment. */
  async #works(id: SessionId, from: number, count: number): Promise<WorkPage> {
    const found = await this.#connection.run(['items', 'steps'], 'readonly', async (transaction) => {
      const items = await transaction
        .objectStore('items')
        .getAll(IDBKeyRange.bound([id, from], [id, []]), count);
      const last = items.at(-1);
      const range = last && IDBKeyRange.bound([id, from], [id, last.index, []]);
      return {items, steps: range ? await transaction.objectStore('steps').getAll(range) : []};
    });
    const logs = new Map<number, Step[]>(found.items.map(({index}) => [index, []]));
    for (const {index, step} of found.steps) logs.get(index)?.push(step);
    const works: StoredWork[] = [];
    for (const item of found.items) {
      const files = filesOf(item).length > 0 ? await this.files(id, item.index) : new Map<string, Blob>();
      works.push({item, log: logs.get(item.index) ?? [], files});
    }
    return {works, unreadable: []};
  }

  async indexesOf(id: SessionId, status: ItemStatus): Promise<readonly number[]> {
    return this.#connection.run(['items'], 'readonly', async (transaction) => {
      const store = transaction.objectStore('items').index('by-status');
      const indexes: number[] = [];
      for (let from = 0; ;) {
        const range = IDBKeyRange.bound([id, status, from], [id, status, []]);
        const keys = await store.getAllKeys(range, indexPage);
        for (const [, index] of keys) indexes.push(index);
        if (keys.length < indexPage) return indexes;
        from = indexes.at(-1)! + 1;
      }
    });
  }

  write(edit: ItemEdit): Promise<WriteOutcome> {
    return this.#connection.run([...written], 'readwrite', async (transaction) => {
      const current = await currentOf(transaction, edit);
      return put(transaction, edit, ...current);
    });
  }

  writeAll(edits: readonly ItemEdit[]): Promise<readonly WriteOutcome[]> {
    return this.#connection.run([...written], 'readwrite', async (transaction) => {
      const {present, session: stored} = await manyOf(transaction, edits);
      let session = stored;
      const requests: Promise<unknown>[] = [];
      const outcomes = edits.map((edit) => {
        const {outcome, sent} = send(transaction, edit, session, present.get(edit.index));
        if (outcome.kind === 'saved') {
          ({session} = outcome);
          present.set(edit.index, outcome.item);
        }
        requests.push(...sent);
        return outcome;
      });
      await Promise.all(requests);
      return outcomes;
    });
  }

  leave(words: readonly LastWords[]): void {
    this.#connection.send(['lastWords'], (transaction) => {
      const store = transaction.objectStore('lastWords');
      for (const one of words) {
        const {session, index} = one.edit;
        store.put({session, index, words: one}).catch(() => undefined);
      }
    });
  }

  /** Writes in its place what pages that have ended could only leave behind. What cannot be read of it is let go. */
  async #hear(range?: IDBKeyRange): Promise<void> {
    if (this.#isAsItIs) return;
    const keys = await this.#connection.run(['lastWords'], 'readonly', (transaction) =>
      transaction.objectStore('lastWords').getAllKeys(range),
    );
    for (const key of keys) {
      try {
        await this.#connection.run([...written, 'lastWords'], 'readwrite', async (transaction) => {
          const left = await transaction.objectStore('lastWords').get(key);
          if (!left) return;
          const [session, current] = await currentOf(transaction, left);
          const edit = editOf(left.words, current);
          if (edit) await put(transaction, edit, session, current);
          await transaction.objectStore('lastWords').delete(key);
        });
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
      }
    }
  }

  async began(id: SessionId): Promise<void> {
    const wasCutOff = await this.#connection.run(['leases'], 'readwrite', async (transaction) => {
      const leases = transaction.objectStore('leases');
      if ((await leases.getKey(writing(id))) !== undefined) return true;
      await leases.put({session: writing(id), holder: '', until: 0});
      return false;
    });
    if (wasCutOff) await newLog(this.#connection);
  }

  ended(id: SessionId): void {
    this.#connection.send(['leases'], (transaction) => {
      transaction
        .objectStore('leases')
        .delete(writing(id))
        .catch(() => undefined);
    });
  }

  lease({session: id, holder, now, until, steal = false}: LeaseRequest): Promise<boolean> {
    return this.#connection.run(['sessions', 'leases'], 'readwrite', async (transaction) => {
      const leases = transaction.objectStore('leases');
      const [session, lease] = await Promise.all([
        transaction.objectStore('sessions').getKey(id),
        leases.get(id),
      ]);
      if (session === undefined) return false;
      if (lease && lease.holder !== holder && lease.until > now && !steal) return false;
      await leases.put({session: id, holder, until});
      return true;
    });
  }

  async endLease(id: SessionId, holder: string): Promise<void> {
    await this.#connection.run(['leases'], 'readwrite', async (transaction) => {
      const leases = transaction.objectStore('leases');
      const lease = await leases.get(id);
      if (lease?.holder === holder) await leases.delete(id);
    });
  }

  async putSource(id: SessionId, name: string, file: Blob): Promise<void> {
    await this.#connection.run(['sources'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sources').put({session: id, name, size: file.size, file});
    });
  }

  async source(id: SessionId, name: string): Promise<Blob | undefined> {
    const stored = await this.#connection.run(['sources'], 'readonly', (transaction) =>
      transaction.objectStore('sources').get([id, name]),
    );
    return stored && stored.file.size === stored.size ? stored.file : undefined;
  }

  async sourceNames(id: SessionId): Promise<readonly string[]> {
    const keys = await this.#connection.run(['sources'], 'readonly', (transaction) =>
      transaction.objectStore('sources').getAllKeys(ofSession(id)),
    );
    return keys.map(([, name]) => name);
  }

  async receipts(id: SessionId, from: number, to: number): Promise<ReadonlyMap<number, string>> {
    const range = IDBKeyRange.bound([id, from], [id, to], false, true);
    const found = await this.#connection.run(['receipts'], 'readonly', (transaction) =>
      transaction.objectStore('receipts').getAll(range),
    );
    return new Map(found.map(({index, receipt}) => [index, receipt]));
  }

  async putReceipt(session: SessionId, index: number, receipt: string): Promise<void> {
    await this.#connection.run(['receipts'], 'readwrite', async (transaction) => {
      await transaction.objectStore('receipts').put({session, index, receipt});
    });
  }

  async profiles(): Promise<readonly WorkerProfile[]> {
    return inOrder(
      await this.#connection.run(['profiles'], 'readonly', (transaction) =>
        transaction.objectStore('profiles').getAll(),
      ),
    );
  }

  async putProfile(profile: WorkerProfile): Promise<void> {
    await this.#connection.run(['profiles'], 'readwrite', async (transaction) => {
      await transaction.objectStore('profiles').put(profile);
    });
  }

  close(): void {
    this.#connection.close();
  }

  /** One rotten record makes `getAll` fail for all: reads them one by one and leaves out what cannot be read. */
  async #salvage(range: IDBKeyRange, count: number): Promise<ItemPage> {
    const keys = await this.#connection.run(['items'], 'readonly', (transaction) =>
      transaction.objectStore('items').getAllKeys(range, count),
    );
    const items: SavedItem[] = [];
    const unreadable: number[] = [];
    for (const key of keys) {
      try {
        const item = await this.#connection.run(['items'], 'readonly', (transaction) =>
          transaction.objectStore('items').get(key),
        );
        if (item) items.push(item);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        unreadable.push(key[1]);
      }
    }
    return {items, unreadable};
  }
}

type Current = readonly [session: SavedSession | undefined, item: SavedItem | undefined];

function currentOf(
  transaction: Transaction<'readwrite'>,
  {session, index}: Pick<ItemEdit, 'session' | 'index'>,
): Promise<Current> {
  return Promise.all([
    transaction.objectStore('sessions').get(session),
    transaction.objectStore('items').get([session, index]),
  ]);
}

/** The session of these edits, and the items they are about, as they are stored. */
async function manyOf(
  transaction: Transaction<'readwrite'>,
  edits: readonly ItemEdit[],
): Promise<{
  readonly session: SavedSession | undefined;
  readonly present: Map<number, SavedItem | undefined>;
}> {
  const [first] = edits;
  const items = transaction.objectStore('items');
  const read = edits.map(async ({session, index}) => [index, await items.get([session, index])] as const);
  const session = first && transaction.objectStore('sessions').get(first.session);
  const [found, ...present] = await Promise.all([session, ...read]);
  return {session: found, present: new Map(present)};
}

/** Stores an edit with everything that belongs to it, where what is stored allows it. */
async function put(
  transaction: Transaction<'readwrite'>,
  edit: ItemEdit,
  session: SavedSession | undefined,
  current: SavedItem | undefined,
): Promise<WriteOutcome> {
  const {outcome, sent} = send(transaction, edit, session, current);
  await Promise.all(sent);
  return outcome;
}

/** What storing an edit gives, and the requests for it, which are on their way. */
function send(
  transaction: Transaction<'readwrite'>,
  edit: ItemEdit,
  session: SavedSession | undefined,
  current: SavedItem | undefined,
): {readonly outcome: WriteOutcome; readonly sent: readonly Promise<unknown>[]} {
  const outcome = applyEdit(session, current, edit);
  if (outcome.kind !== 'saved' || outcome.item === current) return {outcome, sent: []};
  const {session: id, index} = edit;
  const [steps, files] = [transaction.objectStore('steps'), transaction.objectStore('files')];
  const sent: Promise<unknown>[] = [];
  const add = (request: Promise<unknown>) => {
    // If a later put throws, nobody waits for this one any more.
    request.catch(() => undefined);
    sent.push(request);
  };
  add(transaction.objectStore('items').put(outcome.item));
  add(transaction.objectStore('sessions').put(outcome.session));
  if (edit.steps) {
    const {from, steps: added} = edit.steps;
    add(steps.delete(IDBKeyRange.bound([id, index, from], [id, index, []])));
    added.forEach((step, i) => add(steps.put({session: id, index, n: from + i, step})));
  }
  const kept = filesOf(outcome.item);
  if (current) {
    for (const path of filesOf(current)) if (!kept.includes(path)) add(files.delete([id, index, path]));
  }
  for (const [path, file] of edit.files ?? [])
    add(files.put({session: id, index, path, size: file.size, file}));
  return {outcome, sent};
}

/** A store on the database that every page of this origin shares. */
export function openSessionStore(name: string = defaultDatabaseName): IndexedDbStore {
  return new IndexedDbStore(name);
}
