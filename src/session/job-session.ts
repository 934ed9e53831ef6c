import {member, type JsonObject} from '../base/json.js';
import {errorAt, fail, type Problem, type Result} from '../base/result.js';
import type {ManifestEntry} from '../formats/entry.js';
import type {Manifest} from '../formats/manifest.js';
import {emptyHistory} from '../model/history.js';
import type {AnswerSource} from './answers.js';
import {withoutFiles} from './answer-files.js';
import type {Backup} from './backup/write-backup.js';
import {exportJob} from './export-job.js';
import {exportManifest, type Exported} from './export-manifest.js';
import type {JobState, OpenedItem, Present, Submission} from './job-state.js';
import {MemoryStore} from './memory.js';
import {Part, partIn} from './part.js';
import {Progress} from './progress.js';
import {returnedItems, type ReturnedItems} from './review/returned-items.js';
import {earlierOf, type ItemWork} from './save-queue.js';
import {browserEnvironment, SessionKeeper, storageReason, type JobEnvironment} from './session-keeper.js';
import {
  hasAnswer,
  sessionIdOf,
  type ItemStatus,
  type SessionIdentity,
  type SessionStore,
  type WorkPlace,
} from './session-store.js';
import {textHash} from './text-hash.js';
import {without} from './without.js';

/**
 * One worker going through one manifest: which item is on screen, what has been said about each, whether it is saved.
 *
 * It may be about a part of the manifest, which `settings.part` of the session names.
 *
 * Headless: `<gt-session>` and the portal show its state and hand it what the worker does. Every change is stored at
 * once; what cannot be stored stays here, is tried again and is part of every export.
 */
export class JobSession {
  readonly manifest: Manifest;
  readonly identity: SessionIdentity;
  /** Sessions of other workers on the same job, whose answers go into exports too. */
  others: readonly string[] = [];
  /** Review logs of the job: what a requester has decided about answers. */
  readonly reviews: readonly string[];
  readonly #keeper: SessionKeeper;
  readonly #now: () => number;
  readonly #listeners = new Set<(state: JobState) => void>();
  readonly #badLines = new Map<number, readonly Problem[]>();
  readonly #changedLines = new Set<number>();
  #part = new Part();
  #progress = new Progress();
  #returned: ReturnedItems = new Map();
  #item: OpenedItem | undefined;
  #work: ItemWork = untouched('');
  #index = 0;
  #moves = 0;
  /** How things were set up when the session was left; nothing once an item has been shown. */
  #place: WorkPlace | undefined;
  #isClosed = false;
  #state: JobState | undefined;

  private constructor(
    manifest: Manifest,
    store: SessionStore,
    identity: SessionIdentity,
    environment: JobEnvironment,
    reviews: readonly string[],
  ) {
    this.manifest = manifest;
    this.reviews = reviews;
    this.identity = identity;
    this.#now = () => environment.clock.now();
    this.#keeper = new SessionKeeper(store, identity, environment, {
      changed: () => this.#changed(),
      becameWriter: () => void this.#readAgain(),
    });
  }

  /**
   * Opens a session, or goes on with it, at the item it was left at. Where `store` cannot be used, the work stays in
   * memory and `state.status` says so. Resolves when the first item is there; the manifest may still be read. `reviews`
   * are the review logs of the job in the same store: items whose answer was rejected are to be done again.
   */
  static async open(
    manifest: Manifest,
    store: SessionStore,
    identity: SessionIdentity,
    environment: Partial<JobEnvironment> = {},
    reviews: readonly string[] = [],
  ): Promise<JobSession> {
    const whole = {...browserEnvironment(store), ...environment};
    const session = new JobSession(manifest, store, identity, whole, reviews);
    try {
      await session.#begin();
    } catch (error) {
      // The session may be locked already.
      session.close();
      throw error;
    }
    return session;
  }

  async #begin(): Promise<void> {
    const {cursor, id, place, settings} = await this.#keeper.open();
    this.#place = place;
    this.#part = partIn(member(settings, 'part'));
    this.#progress = await this.#readProgress(id);
    const announce = () => this.#changed();
    this.manifest.indexed.then(announce, announce);
    const [firstReturned = cursor] = this.#returned.keys();
    await this.goTo(this.#progress.isFinished(cursor) ? firstReturned : cursor);
  }

  async #readProgress(id: string): Promise<Progress> {
    const {store} = this.#keeper;
    const progress = await Progress.read(store, id, this.#part);
    this.#returned = await returnedItems(store, id, this.reviews);
    for (const index of this.#returned.keys()) progress.setReturned(index, true);
    return progress;
  }

  get state(): JobState {
    return (this.#state ??= this.#describe());
  }

  /** How far each item is; for lists of items. */
  get progress(): Pick<Progress, 'statusOf' | 'indexesOf'> {
    return this.#progress;
  }

  /** The items this session is about. */
  get part(): Part {
    return this.#part;
  }

  /** Something would be gone if the page ended now. */
  get isUnsaved(): boolean {
    return this.#keeper.isUnsaved;
  }

  /** Calls `listener` with every new state until the returned function is called. */
  subscribe(listener: (state: JobState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads an item's line without going there: for the picture of the next one, or a list. */
  async peek(index: number): Promise<Result<ManifestEntry>> {
    try {
      return await this.manifest.entry(index);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `Item ${index + 1} could not be read (${why}). Open the file again.`;
      return fail(errorAt(`item ${index + 1}`, 'manifest/unreadable', message));
    }
  }

  /** Shows item `index`, or the nearest there is. Waits for the count of lines only when it lies beyond those known. */
  async goTo(index: number): Promise<void> {
    const {manifest} = this;
    if (index >= manifest.lineCount) await manifest.indexed.catch(() => undefined);
    const last = this.#part.size(manifest.lineCount) - 1;
    await this.#show(this.#part.at(Math.max(0, Math.min(this.#part.placeOf(index), last))));
  }

  /** Shows the item at a place among those of this session, from 0, or the nearest there is. */
  async goToPlace(place: number): Promise<void> {
    await this.goTo(this.#part.at(Math.max(0, place)));
  }

  async next(): Promise<void> {
    await this.goToPlace(this.#part.placeOf(this.#index) + 1);
  }

  async previous(): Promise<void> {
    await this.goToPlace(this.#part.placeOf(this.#index) - 1);
  }

  /**
   * Goes to the next item that still is to be done, from here on and then from the start; to those given back when there
   * is no other. False: none.
   */
  async nextUnfinished(): Promise<boolean> {
    const next = await this.peekUnfinished();
    if (next !== undefined) await this.#show(next);
    return next !== undefined;
  }

  /** The item `nextUnfinished` would go to. */
  async peekUnfinished(): Promise<number | undefined> {
    const after = this.#index + 1;
    const near = this.#progress.unfinished(after, this.manifest.lineCount);
    if (near !== undefined) return near;
    await this.manifest.indexed.catch(() => undefined);
    const {lineCount} = this.manifest;
    return (
      this.#progress.unfinished(after, lineCount) ??
      this.#progress.unfinished(0, Math.min(after, lineCount)) ??
      this.#progress.released(after, lineCount)
    );
  }

  /**
   * Keeps what the worker has done on the item so far. Call it after every edit, undo and redo. An answer that was
   * submitted stays the one that counts until `submit` is called again.
   */
  save(present: Present): void {
    const work = without(this.#work, 'draft');
    this.#put({...work, ...present, status: hasAnswer(work.status) ? 'changed' : freshStatus(present)});
  }

  /**
   * Keeps what is open on the item and is no step yet. Call it when the page is hidden or the item is left, and now and
   * then while something is drawn. It changes no answer, and what is kept already is not written again.
   */
  saveDraft(present: Present): void {
    if (JSON.stringify(present.draft) === JSON.stringify(this.#work.draft)) return;
    const work = without(this.#work, 'draft');
    const isFresh = work.status === 'untouched' || work.status === 'draft';
    this.#put({...work, ...present, status: isFresh ? freshStatus(present) : work.status});
  }

  /** Keeps how the worker has set things up on the item, for whoever opens the session again. */
  saveWorkplace(workplace: JsonObject): void {
    if (this.#keeper.isWritable && this.#item && !this.#isClosed)
      this.#keeper.keepPlace({place: {index: this.#index, workplace}});
  }

  /** Keeps the time spent when the item is left or the page is hidden. */
  saveTime(timeSpentMs: number): void {
    if (timeSpentMs === this.#work.timeSpentMs) return;
    this.#put({...this.#work, timeSpentMs});
  }

  /** Keeps the item's answer. Going on is another call. */
  submit({answer, line, files = []}: Submission, present: Present): void {
    const paths = files.map(({path}) => path);
    const work = without(this.#work, 'reason', 'files', 'blobs', 'draft');
    this.#put({
      ...work,
      ...without(present, 'draft'),
      status: 'submitted',
      answer: withoutFiles(answer, paths),
      line,
      ...(paths.length > 0 && {files: paths}),
      ...blobsOf(this.#work, files),
    });
  }

  /** Leaves the item out. It can be opened again and submitted later. */
  skip(reason: string | undefined, timeSpentMs: number): void {
    const work = without(this.#work, 'reason');
    this.#put({...work, status: 'skipped', timeSpentMs, ...(reason ? {reason} : {})});
  }

  /**
   * The page may be about to end. What `lastChanges` still saves, and what is on its way to the store, is put where it is
   * found again even if nothing more happens.
   */
  leave(lastChanges: () => void): void {
    this.#keeper.leave(lastChanges);
  }

  /** The page ends, or is kept aside by the browser. What there is to put has been put by {@link leave}. */
  ended(): void {
    this.#keeper.ended();
  }

  /** The worker will not do the item. It can be opened again, and submitted after all. */
  decline(reason: string | undefined, timeSpentMs: number): void {
    const work = without(this.#work, 'reason');
    this.#put({...work, status: 'declined', timeSpentMs, ...(reason ? {reason} : {})});
  }

  /**
   * Gives the item back, with what was done on it: it comes again after all others. An answer that was submitted goes
   * on to count.
   */
  release(present: Present): void {
    const work = without(this.#work, 'draft', 'reason');
    const status = hasAnswer(work.status) ? work.status : 'released';
    this.#put({...work, ...present, status, releasedMs: present.timeSpentMs});
  }

  /** The item on screen is to be done after all. */
  reopen(): void {
    const work = without(this.#work, 'reason');
    this.#put({...work, status: freshStatus(work)});
  }

  /** Says why an item was skipped or declined, also when another one is on screen already. */
  async giveReason(index: number, reason: string): Promise<void> {
    const work = index === this.#index ? this.#work : await this.#load(index);
    if (!this.#keeper.isWritable || (work.status !== 'skipped' && work.status !== 'declined')) return;
    const given: ItemWork = {...without(work, 'reason'), ...(reason && {reason})};
    if (index === this.#index) this.#work = given;
    this.#keeper.put(index, given);
  }

  /** Makes this tab the writer in the place of another one. */
  takeOver(): Promise<void> {
    return this.#keeper.takeOver();
  }

  /** Tries now to store what could not be stored. */
  retry(): Promise<void> {
    return this.#keeper.retry();
  }

  /** Resolves when nothing is on its way to the store. */
  settled(): Promise<void> {
    return this.#keeper.settled();
  }

  /** The output manifest so far, and which answers could not go into it. */
  async exportManifest(): Promise<Exported> {
    return this.#export(exportManifest);
  }

  /** The whole job as a zip, laid out like a labeling job's output prefix. */
  async exportJob(): Promise<Exported> {
    return this.#export((source) => exportJob(source, this.identity.jobName));
  }

  /**
   * All of the work as one file, which `restoreBackup` brings into a store on another machine: also what could not be
   * stored, and that alone (`isPartial`) where the store cannot be read any more.
   */
  async backup(): Promise<Backup> {
    const {writeBackup} = await import('./backup/write-backup.js');
    const {store, unsaved, session: id} = await this.#answers();
    const newer = this.#keeper.readable();
    const now = this.#now();
    try {
      const session = (await (newer ?? store).sessions()).find((saved) => saved.id === id);
      if (session) return await writeBackup({store: newer ?? store, session, unsaved}, now);
    } catch (error) {
      storageReason(error);
    } finally {
      newer?.close();
    }
    const memory = new MemoryStore();
    const session = await memory.openSession(this.identity, now);
    return {...(await writeBackup({store: memory, session, unsaved}, now)), isPartial: true};
  }

  /** Ends the session in this page. The store stays open for others. */
  close(): void {
    this.#isClosed = true;
    this.#keeper.close();
    this.#listeners.clear();
  }

  async #show(index: number): Promise<void> {
    const move = ++this.#moves;
    if (this.manifest.lineCount === 0) return this.#changed();
    const [found, text, stored] = await Promise.all([
      this.peek(index),
      this.manifest.text(index).catch(() => undefined),
      this.#load(index),
    ]);
    if (move !== this.#moves || this.#isClosed) return;
    const hash = text === undefined ? stored.textHash : textHash(text);
    const isChanged = stored.textHash !== '' && stored.textHash !== hash;
    this.#index = index;
    this.#work = isChanged
      ? {
          ...untouched(hash),
          earlier: earlierOf(stored, this.#now()),
          ...(stored.blobs && {blobs: stored.blobs}),
        }
      : {...stored, textHash: hash};
    this.#item = {
      index,
      lineNumber: this.manifest.lineNumber(index),
      ...(found.ok && {entry: found.value}),
      problems: found.ok ? (found.warnings ?? []) : found.problems,
      work: this.#work,
      ...(!isChanged && this.#place?.index === index && {workplace: this.#place.workplace}),
      ...this.#whyReturned(index),
      isChanged,
    };
    this.#place = undefined;
    if (isChanged) this.#setAside(index, stored);
    if (!found.ok) this.#stepOver(index, found.problems);
    if (this.#keeper.isWritable) this.#keeper.keepPlace({cursor: index});
    this.#changed();
  }

  #whyReturned(index: number): Pick<OpenedItem, 'returned'> {
    const decision = this.#progress.isReturned(index) ? this.#returned.get(index) : undefined;
    return decision ? {returned: {comment: decision.comment ?? '', at: decision.at}} : {};
  }

  /** When reading fails nothing is lost: what is stored has a revision, and edits made here cannot overwrite it. */
  async #load(index: number): Promise<ItemWork> {
    try {
      return (await this.#keeper.load(index)) ?? untouched('');
    } catch (error) {
      storageReason(error);
      return untouched('');
    }
  }

  /** The answer was about another line: counts and exports must not take it for this one's. */
  #setAside(index: number, stored: ItemWork): void {
    this.#changedLines.add(index);
    if (stored.status !== 'untouched') this.#put(this.#work);
  }

  /** A line that cannot be used counts as skipped, so that the job can be completed. */
  #stepOver(index: number, problems: readonly Problem[]): void {
    this.#badLines.set(index, problems);
    if (this.#work.status !== 'untouched') return;
    this.#put({...this.#work, status: 'skipped', reason: problems[0]?.code ?? 'manifest/unreadable'});
  }

  #put(work: ItemWork): void {
    if (!this.#keeper.isWritable || !this.#item || this.#isClosed) return;
    const isLeftOut = work.status === 'skipped' || work.status === 'declined';
    if (isLeftOut || work.answer !== this.#work.answer) this.#progress.setReturned(this.#index, false);
    this.#work = work;
    this.#progress.set(this.#index, work.status);
    this.#keeper.put(this.#index, work);
    this.#changed();
  }

  /** What another tab has done meanwhile, or what is stored now that there is a store. */
  async #readAgain(): Promise<void> {
    try {
      const progress = await this.#readProgress(sessionIdOf(this.identity));
      for (const [index, {status}] of this.#keeper.unsaved()) progress.set(index, status);
      this.#progress = progress;
    } catch (error) {
      storageReason(error);
    }
    await this.#show(this.#index);
  }

  async #answers(): Promise<AnswerSource> {
    await this.#keeper.settled();
    return {
      store: this.#keeper.store,
      session: sessionIdOf(this.identity),
      manifest: this.manifest,
      unsaved: this.#keeper.unsaved(),
      others: this.others,
      reviews: this.reviews,
    };
  }

  /** Reads what is stored in the version it is in: another program may have changed that meanwhile. */
  async #export(make: (source: AnswerSource) => Promise<Exported>): Promise<Exported> {
    const source = await this.#answers();
    const newer = this.#keeper.readable();
    try {
      return this.#noteChanged(await make({...source, store: newer ?? source.store}));
    } finally {
      newer?.close();
    }
  }

  #noteChanged(exported: Exported): Exported {
    for (const index of exported.changed) this.#changedLines.add(index);
    if (exported.changed.length > 0) this.#changed();
    return exported;
  }

  #changed(): void {
    this.#state = undefined;
    if (this.#isClosed) return;
    for (const listener of [...this.#listeners]) listener(this.state);
  }

  #describe(): JobState {
    const {lineCount, isIndexed, problem} = this.manifest;
    const total = this.#part.size(lineCount);
    const {done, skipped, declined, changed} = this.#progress;
    const {status, isWritable, loss} = this.#keeper;
    return {
      ...(this.#item && {item: this.#item}),
      index: this.#index,
      place: this.#part.placeOf(this.#index),
      counts: {done, skipped, total},
      declined,
      changedSinceSubmit: changed,
      isTotalKnown: isIndexed,
      status,
      isWritable,
      isComplete:
        isIndexed &&
        total > 0 &&
        done + skipped + declined >= total &&
        this.#progress.unfinished(0, lineCount) === undefined,
      ...(problem && {problem}),
      badLines: new Map(this.#badLines),
      changedLines: new Set(this.#changedLines),
      ...(loss && {loss}),
    };
  }
}

/** The files of a submission, beside those of the earlier answer. */
function blobsOf({earlier, blobs}: ItemWork, files: Submission['files'] = []): Pick<ItemWork, 'blobs'> {
  const kept = [...(blobs ?? [])].filter(([path]) => earlier?.files?.includes(path));
  const all = new Map([...kept, ...files.map(({path, blob}) => [path, blob] as const)]);
  return all.size > 0 ? {blobs: all} : {};
}

/** How far an item without an answer is. */
function freshStatus({history: {done, undone}, draft}: Pick<Present, 'history' | 'draft'>): ItemStatus {
  return done.length === 0 && undone.length === 0 && draft === undefined ? 'untouched' : 'draft';
}

function untouched(hash: string): ItemWork {
  return {status: 'untouched', history: emptyHistory, timeSpentMs: 0, textHash: hash};
}
