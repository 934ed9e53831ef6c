import {isJsonObject} from '../../base/json.js';
import {errorAt, fail, ok, warningAt, type Problem, type Result} from '../../base/result.js';
import {earlierOf, workOf} from '../save-queue.js';
import {
  filesOf,
  sessionIdOf,
  type ItemEdit,
  type SavedSession,
  type SessionStore,
  type StoredWork,
  type WorkPlace,
  type WriteOutcome,
} from '../session-store.js';
import {StorageError} from '../storage-error.js';
import {without} from '../without.js';
import {backupVersion, type BackupHead} from './backup-lines.js';
import {valueOf} from './bytes-in-json.js';
import {isFurther} from './further.js';
import {readItem, type RestoredItem} from './read-item.js';
import {LineReader} from './read-lines.js';
import {SourceParts} from './source-parts.js';

/** Items stored at a time, in one transaction, and bytes of files from which on fewer are. */
const pageSize = 200;
const pageBytes = 8 << 20;

/** What became of a session out of a backup. Items are told by their 0-based line index. */
export interface RestoredSession {
  readonly session: SavedSession;
  /** The session was not in the store before. */
  readonly isNew: boolean;
  /** Items that were not there. */
  readonly added: readonly number[];
  /** Items with which the backup goes on from what was here: an answer that gave way is kept as the earlier one. */
  readonly replaced: readonly number[];
  /** Items whose work here is as far or further, or went another way: what the backup says about them was left out. */
  readonly kept: readonly number[];
  /** How many items were here just the same. */
  readonly same: number;
}

/** What became of a backup. */
export interface Restored extends RestoredSession {
  /** What became of the further sessions in the file, in a backup of several. */
  readonly others: readonly RestoredSession[];
}

type Fate = 'added' | 'replaced' | 'kept' | 'same';

/** Says which session of the store the work of a backup belongs to, and with which settings, before it is brought in. */
export type Place = (head: BackupHead) => BackupHead | Promise<BackupHead>;

/**
 * Brings the work of a backup file into a store: a session that is not there is made, one that is there is merged, item
 * by item: where the backup goes on from what is here, it counts; where the two went different ways, what is here stays
 * and is told. No step is lost, and doing it twice changes nothing.
 *
 * A damaged line costs its item only and is among the warnings, as is a file that was cut off. Fails with
 * `backup/not-a-backup` or `backup/newer`; rejects with a `StorageError` when the store cannot be written to, with
 * everything up to there in it.
 */
export async function restoreBackup(
  file: Blob,
  store: SessionStore,
  at: number,
  place: Place = (head) => head,
): Promise<Result<Restored>> {
  const reader = new LineReader(file);
  const warnings: Problem[] = [];
  const restored: RestoredSession[] = [];
  let restoring: Restoring | undefined;
  let line = 0;
  for await (const text of reader) {
    line++;
    const value = parsed(text);
    if (restoring && !isHeadLine(value)) {
      await restoring.take(value, line);
      continue;
    }
    const head = readHead(value);
    if (!head.ok && !restoring) return head;
    if (!head.ok) {
      await restoring?.take(undefined, line);
      continue;
    }
    if (restoring) restored.push(await restoring.finish(false, line));
    restoring = await Restoring.begin(await place(head.value), store, at, warnings);
  }
  if (!restoring) return noBackup();
  restored.push(await restoring.finish(reader.isCut, line));
  const [first, ...others] = restored;
  return ok({...first!, others}, warnings);
}

const isHeadLine = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'gtElementsBackup' in value;

/** What stands in the first line of a backup: whose work on which job it holds, and as of when. */
export async function readBackupHead(file: Blob): Promise<Result<BackupHead>> {
  for await (const text of new LineReader(file)) return readHead(parsed(text));
  return noBackup();
}

/** Nothing for a line that is no JSON. */
function parsed(text: string): unknown {
  try {
    return valueOf(text);
  } catch {
    return undefined;
  }
}

function readHead(value: unknown): Result<BackupHead> {
  const head = value as Partial<BackupHead> | undefined;
  const version = head?.gtElementsBackup;
  if (typeof version === 'number' && version > backupVersion) {
    const message = `This backup has version ${version} and was made by a newer release, which reads it; this one reads up to version ${backupVersion}. Update, then restore it again.`;
    return fail(errorAt('line 1', 'backup/newer', message));
  }
  const texts = [head?.jobName, head?.labelAttributeName, head?.workerId];
  const numbers = [version, head?.createdAt, head?.changedAt, head?.cursor, head?.writtenAt];
  const isHead =
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isFinite(number)) &&
    isJsonObject(head?.settings);
  return isHead ? ok(head as BackupHead) : noBackup();
}

function isPlace(place: unknown): place is WorkPlace {
  const {index, workplace} = (place ?? {}) as Partial<WorkPlace>;
  return Number.isSafeInteger(index) && isJsonObject(workplace);
}

function noBackup(): Result<never> {
  const message =
    'This file is no backup of a session: its first line does not say what job it is of. Choose a file that was saved with “Download a backup”.';
  return fail(errorAt('line 1', 'backup/not-a-backup', message));
}

/** A restoring under way. */
class Restoring {
  readonly #store: SessionStore;
  readonly #session: SavedSession;
  readonly #isNew: boolean;
  readonly #sources: SourceParts;
  readonly #warnings: Problem[];
  readonly #fates: Record<Fate, number[]> = {added: [], replaced: [], kept: [], same: []};
  #page: RestoredItem[] = [];
  #pageBytes = 0;
  #found = 0;
  #expected: number | undefined;
  #hasStrays = false;

  private constructor(store: SessionStore, session: SavedSession, isNew: boolean, warnings: Problem[]) {
    this.#store = store;
    this.#session = session;
    this.#isNew = isNew;
    this.#warnings = warnings;
    this.#sources = new SourceParts(store, session.id, this.#warnings);
  }

  static async begin(
    head: BackupHead,
    store: SessionStore,
    at: number,
    warnings: Problem[],
  ): Promise<Restoring> {
    const id = sessionIdOf(head);
    const isNew = !(await store.sessions()).some((session) => session.id === id);
    const {jobName, labelAttributeName, workerId, cursor, settings, place} = head;
    const identity = {jobName, labelAttributeName, workerId};
    const session = await store.openSession(identity, isNew ? head.createdAt : at);
    if (isNew) await store.updateSession(id, {cursor, settings, ...(isPlace(place) && {place})}, at);
    return new Restoring(store, session, isNew, warnings);
  }

  /** Takes the value of a line; nothing for one that could not be read. */
  async take(value: unknown, line: number): Promise<void> {
    if (this.#expected !== undefined) return this.#leaveOut(line);
    if (await this.#sources.take(value, line)) return;
    if (typeof value === 'object' && value !== null && 'end' in value) {
      this.#expected = (value as {items?: number}).items;
      return;
    }
    const item = readItem(value);
    if (typeof item === 'string') {
      const what = value === undefined ? 'The line is no JSON' : `\`${item}\` is not what it must be`;
      const message = `Line ${line} of the backup is damaged: ${what}. What stands in it was left out.`;
      this.#warnings.push(warningAt(`line ${line}`, 'backup/damaged-line', message));
      return;
    }
    this.#found++;
    this.#warnAbout(item);
    this.#page.push(item);
    for (const {size} of item.files.values()) this.#pageBytes += size;
    if (this.#page.length === pageSize || this.#pageBytes >= pageBytes) await this.#storePage();
  }

  /** What follows the end of a session before another one begins is of nobody known. */
  #leaveOut(line: number): void {
    if (this.#hasStrays) return;
    this.#hasStrays = true;
    const message = `Line ${line} of the backup should say whose work follows and is damaged. What follows up to the next worker was left out. Look for a whole copy.`;
    this.#warnings.push(warningAt(`line ${line}`, 'backup/damaged-line', message));
  }

  async finish(isCut: boolean, lines: number): Promise<RestoredSession> {
    await this.#storePage();
    await this.#sources.finish();
    if (isCut || this.#expected === undefined) {
      const message = `The backup ends too early, after line ${lines}: it was not saved or copied as a whole. Of this session ${this.#found} items were found in it. Look for a whole copy.`;
      this.#warnings.push(warningAt('the end', 'backup/cut', message));
    }
    const {id} = this.#session;
    const session = (await this.#store.sessions()).find((one) => one.id === id) ?? this.#session;
    const {added, replaced, kept, same} = this.#fates;
    return {session, isNew: this.#isNew, added, replaced, kept, same: same.length};
  }

  #warnAbout({item, log, files}: RestoredItem): void {
    const where = `item ${item.index + 1}`;
    if (!log) {
      const message = `The steps of item ${item.index + 1} make no sense and were left out. Its answer was taken over; it cannot be undone step by step.`;
      this.#warnings.push(warningAt(where, 'backup/steps', message));
    }
    const missing = filesOf(item).filter((path) => !files.has(path));
    if (missing.length === 0) return;
    const message = `${missing.join(', ')}, which item ${item.index + 1} refers to, is not in the backup. The rest of the item was taken over; submit it again to make the file anew.`;
    this.#warnings.push(warningAt(where, 'backup/file-missing', message));
  }

  async #storePage(): Promise<void> {
    const page = this.#page;
    [this.#page, this.#pageBytes] = [[], 0];
    const here = await this.#here(page);
    const decided = page.map((item) => this.#decide(item, here.get(item.item.index)));
    const edits = decided.filter((one) => typeof one !== 'string');
    const outcomes = edits.length > 0 ? [...(await this.#store.writeAll(edits))] : [];
    for (const [at, one] of decided.entries()) {
      const item = page[at]!;
      const fate = typeof one === 'string' ? one : this.#fateOf(one, outcomes.shift());
      this.#fates[fate ?? (await this.#restore(item))].push(item.item.index);
    }
  }

  /** What the store has of the items of a page. */
  async #here(page: readonly RestoredItem[]): Promise<ReadonlyMap<number, StoredWork>> {
    const here = new Map<number, StoredWork>();
    if (this.#isNew || page.length === 0) return here;
    const {id} = this.#session;
    const indexes = page.map(({item: {index}}) => index).toSorted((a, b) => a - b);
    const last = indexes.at(-1)!;
    let next = 0;
    // From one item that is asked for to the next: what lies between may be nearly all there is.
    while (next < indexes.length) {
      const {works, unreadable} = await this.#store.works(id, indexes[next]!, pageSize);
      for (const work of works) here.set(work.item.index, work);
      const reached = Math.max(-1, ...works.map(({item}) => item.index), ...unreadable);
      if (works.length + unreadable.length < pageSize || reached >= last) break;
      while (next < indexes.length && indexes[next]! <= reached) next++;
    }
    return here;
  }

  /** What is to be stored of an item, or what becomes of it otherwise. */
  #decide({item, log = [], files}: RestoredItem, there: StoredWork | undefined): ItemEdit | 'same' | 'kept' {
    const {index, rev, at, edit} = item;
    const content = without(item, 'index', 'rev', 'at', 'edit');
    if (there?.item.edit === edit) return 'same';
    if (there && !isFurther({item, log}, there)) return 'kept';
    // There is room for one: the answer that gives way, unless the backup has both an answer and an earlier one.
    const isToldByBackup = content.earlier && content.answer;
    const earlier =
      there?.item.answer && !isToldByBackup ? earlierOf(workOf(there), there.item.at) : undefined;
    return {
      id: edit,
      session: this.#session.id,
      index,
      rev: there?.item.rev ?? 0,
      leastRev: rev,
      at,
      content: earlier ? {...content, earlier} : content,
      steps: {from: 0, steps: log},
      ...(files.size > 0 && {files}),
    };
  }

  /** Nothing when somebody else wrote the item meanwhile. */
  #fateOf({rev}: ItemEdit, outcome: WriteOutcome | undefined): Fate | undefined {
    if (outcome?.kind === 'missing') throw new StorageError('gone');
    return outcome?.kind === 'saved' ? (rev > 0 ? 'replaced' : 'added') : undefined;
  }

  async #restore(item: RestoredItem): Promise<Fate> {
    for (;;) {
      const there = await this.#store.item(this.#session.id, item.item.index);
      const decided = this.#decide(item, there);
      if (typeof decided === 'string') return decided;
      const fate = this.#fateOf(decided, await this.#store.write(decided));
      if (fate) return fate;
    }
  }
}
