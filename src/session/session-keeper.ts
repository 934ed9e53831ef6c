import {systemClock, type Clock} from './clock.js';
import {MemoryStore} from './memory.js';
import {moveWork} from './move-work.js';
import {SaveQueue, type ItemWork} from './save-queue.js';
import type {SaveStatus} from './save-status.js';
import {LeaseSessionLock, WebSessionLock, type Locks, type SessionLock} from './session-lock.js';
import {
  sessionIdOf,
  type SavedSession,
  type SessionChange,
  type SessionIdentity,
  type SessionStore,
} from './session-store.js';
import {StorageError, type StorageReason} from './storage-error.js';
import {Watermarks, type Loss} from './watermark.js';

/** Whether storage has come back is asked this often. */
const storageRetryMs = 5000;

/** After so many failures in a row the page says that the work is only in this tab. */
const triesBeforeTabOnly = 3;

/** The world around a session, replaced in tests. */
export interface JobEnvironment {
  readonly clock: Clock;
  /** Missing on pages without `navigator.locks`: a lease record takes their place. */
  readonly locks: Locks | undefined;
  readonly watermarks: Watermarks;
  /** Asks the browser not to clear this site by itself; never waited for. */
  readonly persist: () => unknown;
}

/** The browser as it is. */
export function browserEnvironment(store: SessionStore): JobEnvironment {
  return {
    clock: systemClock,
    locks: globalThis.navigator?.locks,
    watermarks: new Watermarks(store.name),
    persist: () => globalThis.navigator?.storage?.persist?.().catch(() => false),
  };
}

/** What a keeper tells its owner. */
export interface KeeperListener {
  /** The status, or what is saved, may be another. */
  changed(): void;
  /** This tab has become the writer: what was read from the store before may be out of date. */
  becameWriter(): void;
}

/**
 * Keeps the work of one session as safely as this browser lets it.
 *
 * Normally that is the store it was given, with this tab as its only writer. Where the store cannot be used it is
 * memory, and everything is carried over as soon as the store can. It knows nothing of manifests or screens.
 */
export class SessionKeeper {
  readonly #identity: SessionIdentity;
  readonly #id: string;
  readonly #durableStore: SessionStore;
  readonly #environment: JobEnvironment;
  readonly #listener: KeeperListener;
  /** Work done while everything is carried over into the store. */
  readonly #waiting = new Map<number, ItemWork>();
  #store: SessionStore;
  #queue: SaveQueue;
  #lock: SessionLock | undefined;
  #savedAt: number | undefined;
  #storageProblem: StorageReason | undefined;
  #isWritable = true;
  #isMoving = false;
  #isClosed = false;
  #hasAskedToPersist = false;
  /** The store knows that this page writes the session. */
  #hasBegun = false;
  #stopRetry: (() => void) | undefined;
  #loss: Loss | undefined;

  constructor(
    store: SessionStore,
    identity: SessionIdentity,
    environment: JobEnvironment,
    listener: KeeperListener,
  ) {
    this.#identity = identity;
    this.#id = sessionIdOf(identity);
    this.#durableStore = store;
    this.#environment = environment;
    this.#listener = listener;
    this.#store = store;
    this.#queue = this.#newQueue();
  }

  /** Where the work is now: the given store, or memory. */
  get store(): SessionStore {
    return this.#store;
  }

  /** Where all that is stored can be read, also when a newer version has taken the store over. To be closed. */
  readable(): SessionStore | undefined {
    return this.status.kind === 'update-needed' ? this.#durableStore.asItIs?.() : undefined;
  }

  /** False while another tab is the writer. */
  get isWritable(): boolean {
    return this.#isWritable;
  }

  /** What the browser has lost of this session since it was here last. */
  get loss(): Loss | undefined {
    return this.#loss;
  }

  /** Something would be gone if the page ended now. */
  get isUnsaved(): boolean {
    if (this.#queue.isUnsaved || this.#waiting.size > 0) return true;
    return !this.#store.durable && this.#savedAt !== undefined;
  }

  get status(): SaveStatus {
    const {failure, tries, isUnsaved} = this.#queue;
    if (failure === 'newer' || this.#storageProblem === 'newer') return {kind: 'update-needed'};
    if (!this.#store.durable) return {kind: 'tab-only', reason: this.#storageProblem ?? 'missing'};
    if (failure !== undefined) {
      const isGivenUp = tries >= triesBeforeTabOnly && failure !== 'full' && failure !== 'other-tab';
      return {kind: isGivenUp ? 'tab-only' : 'not-saved', reason: failure};
    }
    if (!this.#isWritable) return {kind: 'read-only'};
    if (isUnsaved || this.#waiting.size > 0) return {kind: 'saving'};
    return this.#savedAt === undefined ? {kind: 'saved'} : {kind: 'saved', at: this.#savedAt};
  }

  /** Opens the session, or goes on with it. Falls back to memory where the store cannot be used. */
  async open(): Promise<SavedSession> {
    const {clock, watermarks} = this.#environment;
    try {
      const saved = await this.#store.openSession(this.#identity, clock.now());
      this.#loss = watermarks.lossOf(saved);
      if (!this.#loss && this.#store.dataLost) this.#loss = {answers: 0, at: saved.createdAt};
      if (saved.seq > 0) this.#savedAt = saved.changedAt;
      await this.#lockSession();
      return saved;
    } catch (error) {
      this.#storageProblem = storageReason(error);
    }
    this.#store = new MemoryStore();
    this.#queue = this.#newQueue();
    // What was done before is there, and only a newer program can go on with it.
    if (this.#storageProblem === 'newer') this.#isWritable = false;
    else this.#scheduleRetry();
    return this.#store.openSession(this.#identity, clock.now());
  }

  /** The item as it is in this page: unsaved work first, then what is stored. */
  async load(index: number): Promise<ItemWork | undefined> {
    return this.#waiting.get(index) ?? this.#queue.load(index);
  }

  /** Stores an item's present state, at once. The item must have been loaded. */
  put(index: number, work: ItemWork): void {
    // A page that the browser had kept aside writes again.
    if (!this.#hasBegun && this.#isWritable) void this.#begin();
    if (this.#isMoving) this.#waiting.set(index, work);
    else this.#queue.put(index, work);
  }

  /**
   * Remembers which item is on screen, and how it is set up there. A convenience: that it fails is no reason to say that
   * work is not saved.
   */
  keepPlace(change: Pick<SessionChange, 'cursor' | 'place'>): void {
    this.#store.updateSession(this.#id, change, this.#environment.clock.now()).catch(storageReason);
  }

  /** Everything that is not in the store, by item. */
  unsaved(): ReadonlyMap<number, ItemWork> {
    return new Map([...this.#queue.unsaved(), ...this.#waiting]);
  }

  /** The page may be about to end: `lastChanges` puts what there still is to put. */
  leave(lastChanges: () => void): void {
    this.#queue.leave(lastChanges);
  }

  /** Resolves when nothing is on its way to the store. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  /** Makes this tab the writer in the place of another one, which then only reads. */
  async takeOver(): Promise<void> {
    if (!(await this.#lock?.take(true))) return;
    await this.#becomeWriter();
    await this.#queue.prevail();
  }

  /** Tries now to store what could not be stored. */
  async retry(): Promise<void> {
    if (this.#store !== this.#durableStore) await this.#moveHome();
    else await this.#queue.retry();
  }

  /** The page ends, or is kept aside by the browser: there is nothing more to write. */
  ended(): void {
    if (!this.#hasBegun || this.isUnsaved) return;
    this.#hasBegun = false;
    this.#store.ended?.(this.#id);
  }

  close(): void {
    this.ended();
    this.#isClosed = true;
    this.#stopRetry?.();
    this.#queue.stop();
    this.#lock?.release();
  }

  #newQueue(): SaveQueue {
    return new SaveQueue(this.#store, this.#id, this.#environment.clock, {
      saved: (session) => this.#saved(session),
      changed: () => this.#listener.changed(),
      missing: async () => {
        const found = await this.#store.openSession(this.#identity, this.#environment.clock.now());
        this.#loss ??= this.#environment.watermarks.lossOf(found);
      },
    });
  }

  #saved(session: SavedSession): void {
    this.#savedAt = this.#environment.clock.now();
    if (!this.#store.durable) return;
    this.#environment.watermarks.set(session);
    if (this.#hasAskedToPersist) return;
    this.#hasAskedToPersist = true;
    void this.#environment.persist();
  }

  async #lockSession(): Promise<void> {
    if (!this.#store.durable) return;
    const {locks, clock} = this.#environment;
    const onLost = () => this.#becomeReader();
    this.#lock = locks
      ? new WebSessionLock(locks, `${this.#store.name} ${this.#id}`, onLost)
      : new LeaseSessionLock(this.#store, this.#id, clock, onLost);
    this.#isWritable = await this.#lock.take();
    if (this.#isWritable) await this.#begin();
    if (!this.#isWritable) this.#lock.wait(() => void this.#becomeWriter());
    if (this.#isClosed) this.#lock.release();
  }

  /** A safeguard: that it fails is no reason not to work. */
  async #begin(): Promise<void> {
    this.#hasBegun = true;
    await this.#store.began?.(this.#id).catch(storageReason);
  }

  async #becomeWriter(): Promise<void> {
    // The writer before may have ended with something left to say.
    await this.#store.openSession(this.#identity, this.#environment.clock.now()).catch(storageReason);
    if (this.#isClosed) return this.#lock?.release();
    await this.#begin();
    this.#isWritable = true;
    this.#listener.becameWriter();
  }

  #becomeReader(): void {
    if (this.#isClosed) return;
    this.#isWritable = false;
    this.#listener.changed();
    this.#lock?.wait(() => void this.#becomeWriter());
  }

  #scheduleRetry(): void {
    if (this.#isClosed) return;
    this.#stopRetry = this.#environment.clock.after(storageRetryMs, () => void this.#moveHome());
  }

  /** Goes over from memory to the store as soon as it can be used, with everything done in the meantime. */
  async #moveHome(): Promise<void> {
    if (this.#isMoving || this.#isClosed) return;
    this.#stopRetry?.();
    this.#isMoving = true;
    const memory = this.#store;
    try {
      await this.#queue.settled();
      await this.#durableStore.openSession(this.#identity, this.#environment.clock.now());
      await moveWork(memory, this.#durableStore, this.#id);
      this.#store = this.#durableStore;
      await this.#lockSession();
      this.#queue = this.#newQueue();
      this.#storageProblem = undefined;
      for (const index of this.#waiting.keys()) await this.#queue.load(index);
    } catch (error) {
      this.#storageProblem = storageReason(error);
      this.#store = memory;
      this.#scheduleRetry();
    }
    this.#isMoving = false;
    for (const [index, work] of this.#waiting) this.#queue.put(index, work);
    this.#waiting.clear();
    this.#listener.becameWriter();
  }
}

/** Why storage failed. Other errors are mistakes of the program and go on. */
export function storageReason(error: unknown): StorageReason {
  if (error instanceof StorageError) return error.reason;
  throw error;
}
