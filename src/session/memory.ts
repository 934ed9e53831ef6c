import type {Step} from '../model/history.js';
import {applyEdit, newSession} from './apply-edit.js';
import {StorageError} from './storage-error.js';
import {
  filesOf,
  inOrder,
  sessionIdOf,
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

interface Shelf {
  session: SavedSession;
  readonly items: Map<number, SavedItem>;
  readonly logs: Map<number, readonly Step[]>;
  readonly files: Map<number, ItemFiles>;
  readonly sources: Map<string, Blob>;
  readonly receipts: Map<number, string>;
  lease: {holder: string; until: number} | undefined;
}

function copy<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch (error) {
    throw new StorageError('bad-data', error);
  }
}

/** Keeps sessions while the page lives: for browsers without storage, and for tests of logic. */
export class MemoryStore implements SessionStore {
  readonly name = 'memory';
  readonly durable = false;
  readonly dataLost = false;
  readonly #shelves = new Map<SessionId, Shelf>();
  readonly #profiles = new Map<string, WorkerProfile>();

  async openSession(identity: SessionIdentity, at: number): Promise<SavedSession> {
    const id = sessionIdOf(identity);
    const shelf: Shelf = this.#shelves.get(id) ?? {
      session: newSession(identity, at),
      items: new Map(),
      logs: new Map(),
      files: new Map(),
      sources: new Map(),
      receipts: new Map(),
      lease: undefined,
    };
    this.#shelves.set(id, shelf);
    return shelf.session;
  }

  async sessions(): Promise<readonly SavedSession[]> {
    return Array.from(this.#shelves.values(), ({session}) => session).toSorted(
      (a, b) => b.changedAt - a.changedAt,
    );
  }

  async updateSession(id: SessionId, change: SessionChange, at: number): Promise<SavedSession | undefined> {
    const shelf = this.#shelves.get(id);
    if (shelf) shelf.session = {...shelf.session, ...copy(change), changedAt: at};
    return shelf?.session;
  }

  async removeSession(id: SessionId): Promise<void> {
    this.#shelves.delete(id);
  }

  async item(id: SessionId, index: number): Promise<StoredWork | undefined> {
    const shelf = this.#shelves.get(id);
    const item = shelf?.items.get(index);
    return item && {...copy({item, log: shelf?.logs.get(index) ?? []}), files: await this.files(id, index)};
  }

  async files(id: SessionId, index: number): Promise<ItemFiles> {
    return new Map(this.#shelves.get(id)?.files.get(index));
  }

  async items(id: SessionId, from: number, count: number): Promise<ItemPage> {
    const items = [...(this.#shelves.get(id)?.items.values() ?? [])]
      .filter(({index}) => index >= from)
      .toSorted((a, b) => a.index - b.index)
      .slice(0, count);
    return {items: copy(items), unreadable: []};
  }

  async works(id: SessionId, from: number, count: number): Promise<WorkPage> {
    const {items} = await this.items(id, from, count);
    const works = await Promise.all(items.map(({index}) => this.item(id, index)));
    return {works: works.filter((work) => work !== undefined), unreadable: []};
  }

  async indexesOf(id: SessionId, status: ItemStatus): Promise<readonly number[]> {
    return [...(this.#shelves.get(id)?.items.values() ?? [])]
      .filter((item) => item.status === status)
      .map(({index}) => index)
      .toSorted((a, b) => a - b);
  }

  async write(edit: ItemEdit): Promise<WriteOutcome> {
    const prepared = copy(edit);
    const shelf = this.#shelves.get(edit.session);
    const outcome = applyEdit(shelf?.session, shelf?.items.get(edit.index), prepared);
    if (outcome.kind !== 'saved' || !shelf) return outcome;
    shelf.session = outcome.session;
    shelf.items.set(edit.index, outcome.item);
    if (prepared.steps) {
      const kept = (shelf.logs.get(edit.index) ?? []).slice(0, prepared.steps.from);
      shelf.logs.set(edit.index, [...kept, ...prepared.steps.steps]);
    }
    const files = new Map([...(shelf.files.get(edit.index) ?? []), ...(prepared.files ?? [])]);
    const kept = filesOf(outcome.item);
    for (const path of files.keys()) if (!kept.includes(path)) files.delete(path);
    shelf.files.set(edit.index, files);
    return outcome;
  }

  async writeAll(edits: readonly ItemEdit[]): Promise<readonly WriteOutcome[]> {
    const outcomes: WriteOutcome[] = [];
    for (const edit of edits) outcomes.push(await this.write(edit));
    return outcomes;
  }

  async lease({session, holder, now, until, steal = false}: LeaseRequest): Promise<boolean> {
    const shelf = this.#shelves.get(session);
    if (!shelf) return false;
    const {lease} = shelf;
    if (lease && lease.holder !== holder && lease.until > now && !steal) return false;
    shelf.lease = {holder, until};
    return true;
  }

  async endLease(id: SessionId, holder: string): Promise<void> {
    const shelf = this.#shelves.get(id);
    if (shelf?.lease?.holder === holder) shelf.lease = undefined;
  }

  async putSource(id: SessionId, name: string, file: Blob): Promise<void> {
    this.#shelves.get(id)?.sources.set(name, file);
  }

  async source(id: SessionId, name: string): Promise<Blob | undefined> {
    return this.#shelves.get(id)?.sources.get(name);
  }

  async sourceNames(id: SessionId): Promise<readonly string[]> {
    return [...(this.#shelves.get(id)?.sources.keys() ?? [])].toSorted();
  }

  async receipts(id: SessionId, from: number, to: number): Promise<ReadonlyMap<number, string>> {
    const all = [...(this.#shelves.get(id)?.receipts ?? [])];
    return new Map(all.filter(([index]) => index >= from && index < to));
  }

  async putReceipt(id: SessionId, index: number, receipt: string): Promise<void> {
    this.#shelves.get(id)?.receipts.set(index, receipt);
  }

  async profiles(): Promise<readonly WorkerProfile[]> {
    return inOrder([...this.#profiles.values()]);
  }

  async putProfile(profile: WorkerProfile): Promise<void> {
    this.#profiles.set(profile.id, copy(profile));
  }

  close(): void {
    // Nothing is held open.
  }
}
