import type {History, Step} from '../model/history.js';
import type {Clock} from './clock.js';
import {newId} from './ids.js';
import type {LastWords} from './last-words.js';
import type {
  EarlierAnswer,
  ItemContent,
  ItemEdit,
  ItemFiles,
  SavedSession,
  SessionStore,
  StoredWork,
  WriteOutcome,
} from './session-store.js';
import {filesOf} from './session-store.js';
import {StorageError, type StorageReason} from './storage-error.js';
import {without} from './without.js';

/** One item as the worker has it now, stored or not. */
export interface ItemWork extends Omit<ItemContent, 'stepCount'> {
  readonly history: History;
  /** The files that `files` and the earlier answer's name, as far as they can be read. */
  readonly blobs?: ItemFiles;
}

/** How long to wait before each new try; the last goes on for ever. */
const retryMs = [200, 1000, 5000];

interface Slot {
  work: ItemWork;
  /** Goes up with every change; saved when `savedVersion` has reached it. */
  version: number;
  savedVersion: number;
  /** The revision the next edit is made on, counting edits under way as stored. */
  rev: number;
  /** The log as it will be stored when all edits under way are. */
  log: readonly Step[];
  /** The paths of the files that will be stored then. */
  files: readonly string[];
  /** Edits of ours that may be stored: the last that is known to be, '' where none is, and those under way. */
  readonly sent: Set<string>;
  /** The last edit sent, with the steps and files of all that were since the last that is known to be stored. */
  unsure: ItemEdit | undefined;
  underWay: number;
  failed: boolean;
}

/** What an edit is made of. Without a log: over whatever log is stored. */
type EditBase = Pick<Slot, 'work' | 'rev' | 'files'> & {readonly log: Slot['log'] | undefined};

/** `edit` so that it can also stand where `unsure`, which was sent before it, has not arrived. */
function afterUnsure(unsure: ItemEdit | undefined, edit: ItemEdit, log: readonly Step[]): ItemEdit {
  const from = Math.min(unsure?.steps?.from ?? Infinity, edit.steps?.from ?? Infinity);
  const sent = new Map([...(unsure?.files ?? []), ...(edit.files ?? [])]);
  const files = new Map([...sent].filter(([path]) => filesOf(edit.content).includes(path)));
  return {
    ...edit,
    ...(from < Infinity && {steps: {from, steps: log.slice(from)}}),
    ...(files.size > 0 && {files}),
  };
}

/** The log of a history: what is done, then what is undone, next redo first. */
export function logOf({done, undone}: History): readonly Step[] {
  return [...done, ...undone.toReversed()];
}

/** The history that a stored log and its number of done steps stand for. */
export function historyOf({item, log}: StoredWork): History {
  return {done: log.slice(0, item.stepCount), undone: log.slice(item.stepCount).toReversed()};
}

/** The new steps of `log`, if it is not `stored` already. */
function newSteps(stored: readonly Step[], log: readonly Step[]): ItemEdit['steps'] {
  let from = 0;
  while (from < log.length && log[from] === stored[from]) from++;
  return from === log.length && from === stored.length ? undefined : {from, steps: log.slice(from)};
}

/** The files of `work` that are not stored already. */
function newFiles(stored: readonly string[], work: ItemWork): ItemFiles | undefined {
  const isNew = (path: string) => !stored.includes(path);
  const files = filesOf(work)
    .filter(isNew)
    .flatMap((path): [string, Blob][] => {
      const file = work.blobs?.get(path);
      return file ? [[path, file]] : [];
    });
  return files.length > 0 ? new Map(files) : undefined;
}

/** What a queue tells its owner. */
export interface QueueListener {
  /** Something was stored. */
  saved(session: SavedSession): void;
  /** What is unsaved, or why, has changed. */
  changed(): void;
  /** The session was not in the store any more: it must be made again before the next try. */
  missing(): Promise<void>;
}

/**
 * Brings every change of an item to the store at once, and keeps what could not be stored until it is.
 *
 * An edit does not wait for the one before it: it is made on the revision that one will give. When an edit fails, the
 * ones after it fail too, by their revision; the item is then read again and written whole.
 */
export class SaveQueue {
  /** Takes the present work for the right one where another tab wrote too. Set by an explicit "take over here". */
  #prevails = false;
  readonly #session: string;
  readonly #clock: Clock;
  readonly #listener: QueueListener;
  readonly #slots = new Map<number, Slot>();
  readonly #store: SessionStore;
  #failure: StorageReason | undefined;
  #tries = 0;
  #isStopped = false;
  /** Items that were put while the page is left; they are sent in the end. */
  #held: Set<number> | undefined;
  #stopRetry: (() => void) | undefined;
  /** The present try, or the last one. */
  #retrying = Promise.resolve();
  #isRetrying = false;
  readonly #pending = new Set<Promise<void>>();

  constructor(store: SessionStore, session: string, clock: Clock, listener: QueueListener) {
    this.#store = store;
    this.#session = session;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** Why the last try failed; nothing while all goes well. */
  get failure(): StorageReason | undefined {
    return this.#failure;
  }

  /** How often in a row saving has failed. */
  get tries(): number {
    return this.#tries;
  }

  get isUnsaved(): boolean {
    for (const slot of this.#slots.values()) if (slot.savedVersion < slot.version) return true;
    return false;
  }

  /** Everything that is not stored yet, by item. */
  unsaved(): ReadonlyMap<number, ItemWork> {
    return new Map(
      [...this.#slots]
        .filter(([, slot]) => slot.savedVersion < slot.version)
        .map(([index, {work}]) => [index, work]),
    );
  }

  /** The item as it is in this page: unsaved work first, then what is stored. */
  async load(index: number): Promise<ItemWork | undefined> {
    const known = this.#slots.get(index);
    if (known && known.savedVersion < known.version) return known.work;
    const stored = await this.#store.item(this.#session, index);
    const now = this.#slots.get(index);
    if (now && (now.underWay > 0 || now.savedVersion < now.version)) return now.work;
    // Also on the way through items that nobody has touched: that is how most jobs are worked through.
    this.#prune();
    if (!stored) {
      this.#slots.delete(index);
      return undefined;
    }
    const work = workOf(stored);
    this.#slots.set(index, slotOf(work, stored));
    return work;
  }

  /** Resolves when no write is under way. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Writes over what other tabs wrote in between; their answer is kept as the earlier one of the item. */
  async prevail(): Promise<void> {
    this.#prevails = true;
    await this.retry();
    this.#prevails = false;
  }

  /** Stores `work` as the item's present state. Starts at once; `settled` tells the end. */
  put(index: number, work: ItemWork): void {
    const slot = this.#slots.get(index) ?? slotOf(work);
    this.#slots.set(index, slot);
    slot.work = work;
    slot.version++;
    if (slot.failed || this.#held) this.#listener.changed();
    else void this.#track(this.#send(index, slot));
    if (!slot.failed) this.#held?.add(index);
  }

  /**
   * The page may be about to end. What `lastChanges` puts, and what is not known to be stored yet, is first of all left
   * behind in a way that asks nothing of the store; browsers may let writes wait for each other.
   */
  leave(lastChanges: () => void): void {
    const held = (this.#held = new Set());
    lastChanges();
    this.#held = undefined;
    const prepared = [...held].flatMap((index) => {
      const slot = this.#slots.get(index);
      return slot ? [[slot, this.#prepare(index, slot)] as const] : [];
    });
    const unsaved = [...this.#slots].filter(([, slot]) => slot.savedVersion < slot.version);
    if (unsaved.length > 0) this.#store.leave?.(unsaved.map(([index, slot]) => this.#lastWords(index, slot)));
    for (const [slot, edit] of prepared) void this.#track(this.#deliver(slot, edit));
  }

  #lastWords(index: number, slot: Slot): LastWords {
    const after = [...slot.sent];
    if (!slot.failed && slot.unsure) return {edit: slot.unsure, after};
    // What was sent is not what there is now: all of it, over whatever of ours is stored.
    const edit = this.#editOf(index, {...slot, log: undefined, files: []});
    slot.sent.add(edit.id);
    return {edit, after};
  }

  /** Tries again now what has failed. Resolves when that try is over. */
  retry(): Promise<void> {
    if (!this.#isRetrying) {
      this.#isRetrying = true;
      this.#retrying = this.#track(this.#retry());
    }
    return this.#retrying;
  }

  async #retry(): Promise<void> {
    this.#stopRetry?.();
    this.#stopRetry = undefined;
    for (const [index, slot] of this.#slots) {
      if (slot.failed && slot.underWay === 0 && !(await this.#recover(index, slot))) break;
    }
    // With nothing to wait for, it is over before `retry` has its promise.
    this.#isRetrying = false;
    this.#scheduleRetry();
  }

  /** Ends trying. What is unsaved stays readable. */
  stop(): void {
    this.#isStopped = true;
    this.#stopRetry?.();
    this.#stopRetry = undefined;
  }

  #track(task: Promise<void>): Promise<void> {
    this.#pending.add(task);
    return task.finally(() => this.#pending.delete(task));
  }

  #send(index: number, slot: Slot): Promise<void> {
    return this.#deliver(slot, this.#prepare(index, slot));
  }

  /** The present work as an edit that is under way from now on. */
  #prepare(index: number, slot: Slot): ItemEdit {
    const {work} = slot;
    const edit = this.#editOf(index, slot);
    slot.rev++;
    slot.log = logOf(work.history);
    slot.files = filesOf(work);
    slot.sent.add(edit.id);
    slot.unsure = slot.underWay === 0 ? edit : afterUnsure(slot.unsure, edit, slot.log);
    slot.underWay++;
    return edit;
  }

  async #deliver(slot: Slot, edit: ItemEdit): Promise<void> {
    const {version} = slot;
    this.#listener.changed();
    let outcome: WriteOutcome | undefined;
    try {
      outcome = await this.#store.write(edit);
    } catch (error) {
      this.#failed(slot, reasonOf(error));
    }
    slot.underWay--;
    if (outcome?.kind === 'saved') this.#arrived(slot, version, edit, outcome.session);
    else if (outcome) this.#failed(slot, this.#reasonOfRefusal(slot, outcome));
    this.#listener.changed();
    if (slot.failed && slot.underWay === 0) this.#scheduleRetry();
  }

  /** The present work as one change of what is stored: `log` and `files`. */
  #editOf(index: number, {work, rev, log: stored, files: storedFiles}: EditBase): ItemEdit {
    const {history, blobs: _, ...content} = work;
    const log = logOf(history);
    const steps = stored ? newSteps(stored, log) : {from: 0, steps: log};
    const files = newFiles(storedFiles, work);
    return {
      id: newId(),
      session: this.#session,
      index,
      rev,
      at: this.#clock.now(),
      content: {...content, stepCount: history.done.length},
      ...(steps && {steps}),
      ...(files && {files}),
    };
  }

  #arrived(slot: Slot, version: number, edit: ItemEdit, session: SavedSession): void {
    slot.savedVersion = Math.max(slot.savedVersion, version);
    // An edit before this one was stored although the browser said that it had failed.
    if (slot.savedVersion === slot.version) slot.failed = false;
    for (const id of slot.sent) {
      if (id === edit.id) break;
      slot.sent.delete(id);
    }
    if (![...this.#slots.values()].some(({failed}) => failed)) {
      this.#failure = undefined;
      this.#tries = 0;
    }
    this.#listener.saved(session);
  }

  /** An edit is also refused when one of ours before it failed, or when the browser has thrown the store away. */
  #reasonOfRefusal(slot: Slot, outcome: WriteOutcome): StorageReason {
    const isForeign = outcome.kind === 'conflict' && outcome.item && !slot.sent.has(outcome.item.edit);
    return isForeign ? 'other-tab' : (this.#failure ?? 'gone');
  }

  #failed(slot: Slot, reason: StorageReason): void {
    slot.failed = true;
    this.#failure = reason;
  }

  /** Reads the item as it is stored now and writes the whole of the present work. False: storage fails still. */
  async #recover(index: number, slot: Slot): Promise<boolean> {
    let stored: StoredWork | undefined;
    try {
      stored = await this.#store.item(this.#session, index);
      if (!stored) await this.#listener.missing();
    } catch (error) {
      this.#failed(slot, reasonOf(error));
      this.#tries++;
      this.#listener.changed();
      return false;
    }
    if (stored && !slot.sent.has(stored.item.edit)) {
      if (!this.#prevails) {
        this.#failed(slot, 'other-tab');
        this.#tries++;
        this.#listener.changed();
        return true;
      }
      const blobs = new Map([...stored.files, ...(slot.work.blobs ?? [])]);
      slot.work = {...slot.work, earlier: earlierOf(workOf(stored), stored.item.at), blobs};
    }
    slot.rev = stored?.item.rev ?? 0;
    slot.log = stored?.log ?? [];
    slot.files = stored ? [...stored.files.keys()] : [];
    slot.failed = false;
    await this.#send(index, slot);
    if (slot.failed) this.#tries++;
    return !slot.failed;
  }

  #scheduleRetry(): void {
    if (this.#isStopped || this.#stopRetry || this.#isRetrying) return;
    if (![...this.#slots.values()].some(({failed}) => failed)) return;
    const wait = retryMs[Math.min(this.#tries, retryMs.length - 1)] ?? 5000;
    this.#stopRetry = this.#clock.after(wait, () => void this.retry());
  }

  /** Lets go of items that are stored: only what is unsaved must stay in memory. */
  #prune(): void {
    for (const [index, slot] of this.#slots) {
      if (slot.savedVersion >= slot.version && slot.underWay === 0) this.#slots.delete(index);
    }
  }
}

/** A mistake of the program is reported as one; the work it could not store counts as not saved all the same. */
function reasonOf(error: unknown): StorageReason {
  if (error instanceof StorageError) return error.reason;
  reportError(error);
  return 'bad-data';
}

/** What is kept of an answer that another one takes the place of. */
export function earlierOf({textHash, answer, line, files}: ItemWork, at: number): EarlierAnswer {
  return {textHash, at, ...(answer && {answer}), ...(line !== undefined && {line}), ...(files && {files})};
}

/** A stored item without what belongs to the store. */
export function workOf(stored: StoredWork): ItemWork {
  const content = without(stored.item, 'session', 'index', 'rev', 'seq', 'at', 'edit', 'stepCount');
  const {files} = stored;
  return {...content, history: historyOf(stored), ...(files.size > 0 && {blobs: files})};
}

function slotOf(work: ItemWork, stored?: StoredWork): Slot {
  return {
    work,
    version: 0,
    savedVersion: 0,
    rev: stored?.item.rev ?? 0,
    log: stored?.log ?? [],
    files: stored ? [...stored.files.keys()] : [],
    sent: new Set([stored?.item.edit ?? '']),
    unsure: undefined,
    underWay: 0,
    failed: false,
  };
}
