import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {ResolveSource} from '../../media/resolve.js';
import {defaultDatabaseName} from '../../session/indexed-db.js';
import type {JobSession} from '../../session/job-session.js';
import type {JobState, OpenedItem, Submission} from '../../session/job-state.js';
import type {SessionStore} from '../../session/session-store.js';
import {warnOnce} from '../../base/warn.js';
import type {Problem} from '../../base/result.js';
import {checkJobName, checkLabelAttributeName} from '../../formats/names.js';
import {commandsFor, type Keymap} from '../../editor/keymap.js';
import {controls} from '../shared/controls.styles.js';
import {isEditable, ShortcutsController} from '../shared/shortcuts-controller.js';
import {submitCaps} from '../shared/shortcut-list.js';
import {StringsController} from '../shared/strings-controller.js';
import type {SubmitDetail} from '../shared/task-element.js';
import {tokens} from '../shared/tokens.styles.js';
import {renderActNotice} from './act-notice.js';
import {DraftKeeper} from './draft-keeper.js';
import {Exporter} from './exporter.js';
import {ItemTimer} from './item-timer.js';
import {JumpList} from './jump-list.js';
import {Overwrites} from './overwrites.js';
import {RestoredWork} from './restored-work.js';
import {renderBar, type BarModel} from './session-bar.js';
import {SessionController} from './session-controller.js';
import {sessionKeymapAround, whileTyping} from './session-keymap.js';
import {renderNotices, type NoticeCommand} from './session-notices.js';
import {renderBadLine, renderCannotOpen, renderComplete, type PanelCommand} from './session-panels.js';
import {StorageGuard} from './storage-guard.js';
import {styles} from './gt-session.styles.js';
import {TaskDriver} from './task-driver.js';
import {WorkerActs, type LastAct} from './worker-acts.js';

/** Detail of `gt-progress`. */
export interface ProgressDetail {
  /** The item on screen, from 0. */
  readonly index: number;
  readonly done: number;
  readonly skipped: number;
  /** All items; while lines are still being counted, those known so far. */
  readonly total: number;
}

/** Detail of `gt-decline`. */
export interface DeclineDetail {
  /** The item, from 0. */
  readonly index: number;
}

/** Detail of `gt-release`. */
export interface ReleaseDetail {
  /** The item, from 0. */
  readonly index: number;
  readonly cause: 'worker' | 'time';
}

/** How long the time of the last save stays in sight after it was asked for. */
const savedTimeMs = 4000;

/** Changing one of these opens another session. */
const decisive = [
  'manifest',
  'manifestFile',
  'jobName',
  'labelAttributeName',
  'workerId',
  'store',
  'database',
] as const;

/**
 * @summary Runs a manifest through a task element: one item after another, saved in the browser at every edit, resumed
 * where it was left.
 *
 * Put one task element inside; it is used for all items. Or put a `<template>` with one inside; it is copied for each.
 *
 * @slot - The task element, or a template of it.
 * @slot start - What the page adds to the beginning of the bar, such as a way back.
 * @slot end - What the page adds to the end of the bar, before Skip and Submit.
 * @fires {CustomEvent<ProgressDetail>} gt-progress - The item on screen or the counts have changed.
 * @fires {CustomEvent} gt-complete - Every item is submitted or skipped.
 * @fires {CustomEvent<DeclineDetail>} gt-decline - The worker will not do an item.
 * @fires {CustomEvent<ReleaseDetail>} gt-release - An item was given back, by the worker or because its time was over.
 * @fires {CustomEvent} gt-stop - The worker pressed "Stop and resume later"; everything is saved already.
 * @csspart bar - The bar above the item.
 * @csspart progress - The line that shows how far the job is.
 * @csspart status - Whether the work is saved.
 * @csspart submit - The Submit button.
 * @csspart jump-list - The list of all items.
 * @csspart notice - A message under the bar.
 * @csspart panel - What stands in the place of an item: the end of the job, or a line that cannot be used.
 */
export class GtSession extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly strings = new StringsController(this);
  readonly #driver = new TaskDriver(this);
  readonly #drafts = new DraftKeeper(this.#driver, () => this.session);
  readonly #exporter = new Exporter(this);
  readonly #overwrites = new Overwrites();
  readonly #restored = new RestoredWork(this);
  readonly #control = new SessionController(this, {
    opened: (session) => this.#onOpened(session),
    state: (now, before) => this.#onState(now, before),
    leaving: () => this.#drafts.leave(),
    leavingPage: () => this.#drafts.leavePage(),
  });
  readonly #guard = new StorageGuard(this, () => this.session);
  readonly #jumpList = new JumpList(this, (index) => void this.goTo(index));
  readonly #acts = new WorkerActs(this);
  readonly #timer = new ItemTimer(
    this,
    () => this.#driver.present.timeSpentMs - (this.#control.state?.item?.work.releasedMs ?? 0),
  );

  /** The address of the manifest: JSON Lines of any size. */
  @property() manifest = '';

  /** The manifest itself. It goes before `manifest`. */
  @property({attribute: false}) manifestFile: Blob | undefined;

  /** The job's name. Together with the label attribute and the worker it tells which session is resumed. */
  @property({attribute: 'job-name'}) jobName = 'labeling-job';

  /** The key of the label in the output lines; the job's name when left out. */
  @property({attribute: 'label-attribute-name'}) labelAttributeName = '';

  /** Who works. */
  @property({attribute: 'worker-id'}) workerId = '';

  /** The title in the bar. */
  @property({attribute: 'task-title'}) taskTitle = '';

  /**
   * Seconds a worker has for an item; 0 for as many as they need. A minute before they are over the worker is told, and
   * can ask for as many again. What happens at the end says `timeOver`.
   */
  @property({type: Number, attribute: 'time-limit'}) timeLimit = 0;

  /**
   * What becomes of an item when its time is over. `tell`: the worker is told and goes on. `release`: it is given back
   * with what was done on it as a draft, and comes again after all others, with its time anew.
   */
  @property({attribute: 'time-over'}) timeOver: 'tell' | 'release' = 'tell';

  /** Offers "Decline task", for items that a worker will not do. */
  @property({type: Boolean, attribute: 'with-decline'}) withDecline = false;

  /** Offers "Release task", which gives an item back until all others are done. */
  @property({type: Boolean, attribute: 'with-release'}) withRelease = false;

  /** Offers "Stop and resume later", which fires `gt-stop`. */
  @property({type: Boolean, attribute: 'with-stop'}) withStop = false;

  /** The name of the browser database that keeps the session. */
  @property() database = defaultDatabaseName;

  /** A store of the page's own, in the place of `database`. */
  @property({attribute: false}) store: SessionStore | undefined;

  /** Sessions of other workers on the same job in the same store: their answers go into exports too. */
  @property({attribute: false}) otherSessions: readonly string[] = [];

  /**
   * Review logs of the job in the same store: items whose answer was rejected are open again, with what was said about
   * them. Read when the session is opened.
   */
  @property({attribute: false}) reviewLogs: readonly string[] = [];

  /** Handed to the task element. */
  @property({attribute: false}) resolveSource: ResolveSource | undefined;

  @state() private isAtEnd = false;
  @state() private hasNoTask = false;
  @state() private isSettling = false;
  @state() private isSubmitting = false;
  @state() private savedTime: string | undefined;
  @state() private isLossDismissed = false;

  /** On the way to another item: what the worker does now was meant for that one, and must not change this one. */
  #isMoving = false;
  /** A task is being declined or given back. */
  #isPuttingAway = false;
  #lastIndex = 0;
  /** The item that is known to be on screen, or to have failed. */
  #settledItem: OpenedItem | undefined;
  /** The answer that is being put together. */
  #submission: Promise<boolean> | undefined;
  #nameProblems: readonly Problem[] = [];
  #progressKey = '';
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #savedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.addEventListener('gt-change', this.#onChange);
    this.addEventListener('gt-draft', this.#onDraft);
    this.addEventListener('gt-submit', this.#onSubmit);
    this.addEventListener('gt-skip', this.#onSkip);
    this.addEventListener('gt-ready', this.#onReady);
    this.addEventListener('gt-error', this.#onReady);
    this.addEventListener('gt-return', this.#onReturn);
    this.addEventListener('keydown', this.#onKeydownWhileTyping);
    new ShortcutsController(this, {
      keymap: () => this.#keymap,
      scope: () => 'all',
      run: (command) => this.#runKey(command),
    });
  }

  /** The session behind the screen, while one is open. */
  get session(): JobSession | undefined {
    return this.#control.session;
  }

  /** The item on screen, from 0. */
  get index(): number {
    return this.#control.state?.index ?? 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#savedTimer);
  }

  /** With this, `moveBefore` moves the element without taking it apart. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobName') || changed.has('labelAttributeName')) this.#checkNames();
    if (this.session) this.session.others = this.otherSessions;
    if (decisive.some((name) => changed.has(name))) void this.#open();
    else if (changed.has('resolveSource')) this.#showAgain();
  }

  /** Ground Truth would not take such names. Work goes on: whoever made the page can correct them. */
  #checkNames(): void {
    const {jobName, labelAttributeName} = this;
    const attributeProblems = labelAttributeName === '' ? [] : checkLabelAttributeName(labelAttributeName);
    this.#nameProblems = [...checkJobName(jobName), ...attributeProblems];
    for (const {message} of this.#nameProblems) warnOnce(`<gt-session>: ${message}`);
  }

  // Public acts.

  /** The output manifest so far: a line for each input line; those without an answer byte for byte as they came. */
  async exportManifest(): Promise<Blob> {
    return (await this.#required.exportManifest()).blob;
  }

  /** The job as a zip, laid out like the output prefix of a Ground Truth job. */
  async exportJob(): Promise<Blob> {
    return (await this.#required.exportJob()).blob;
  }

  /**
   * All of the work as one file, undo and what could not be saved included; `restoreBackup` of `gt-elements/session.js`
   * brings it into the storage of another machine.
   */
  async backup(): Promise<Blob> {
    return (await this.#required.backup()).blob;
  }

  /**
   * Stores everything, also what is open on the item and how things are set up there: before a page is reloaded, say.
   * False when some of it could not be stored.
   */
  async settle(): Promise<boolean> {
    const {session} = this;
    if (!session) return true;
    await this.#submission?.catch(() => false);
    this.#drafts.leavePage();
    await session.settled();
    return !session.isUnsaved;
  }

  /** Submits the item on screen. False when something must be corrected first. */
  async submit(): Promise<boolean> {
    const submission = this.#driver.task?.submit() ?? Promise.resolve(false);
    this.#submission = submission;
    this.isSubmitting = true;
    try {
      return await submission;
    } finally {
      if (this.#submission === submission) this.#submission = undefined;
      this.isSubmitting = this.#submission !== undefined;
    }
  }

  /** Leaves the item on screen out, and goes on. */
  async skip(reason?: string): Promise<void> {
    await this.#workDone();
    const session = this.#required;
    this.#drafts.leave();
    session.skip(reason, this.#driver.present.timeSpentMs);
    await this.#goOn();
  }

  /** The worker will not do the item on screen: it goes out of their list, is counted, and the next one opens. */
  async decline(reason?: string): Promise<void> {
    const decline = (session: JobSession) => session.decline(reason, this.#driver.present.timeSpentMs);
    await this.#putAway('declined', decline, reason);
  }

  /** Gives the item on screen back, with what was done on it. The next one opens; it comes again after all others. */
  async release(): Promise<void> {
    await this.#putAway('released', (session) => session.release(this.#driver.present));
  }

  async #putAway(kind: LastAct['kind'], act: (session: JobSession) => void, reason?: string): Promise<void> {
    if (this.#isPuttingAway) return;
    this.#isPuttingAway = true;
    try {
      await this.#putAwayNow(kind, act, reason);
    } finally {
      this.#isPuttingAway = false;
    }
  }

  async #putAwayNow(
    kind: LastAct['kind'],
    act: (session: JobSession) => void,
    reason: string | undefined,
  ): Promise<void> {
    const {index, place} = this.#control.state ?? {};
    await this.#workDone();
    const session = this.#required;
    // An answer was on its way, and has been accepted: there is nothing to put away any more.
    if (index === undefined || place === undefined || session.state.index !== index) return;
    this.#drafts.leave();
    act(session);
    this.#acts.tell(kind, index, place, reason);
    const detail = kind === 'declined' ? {index} : {index, cause: kind === 'released' ? 'worker' : 'time'};
    const name = kind === 'declined' ? 'gt-decline' : 'gt-release';
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, composed: true, detail}));
    await this.#goOn();
  }

  /** Shows the next item, submitted or not. */
  async next(): Promise<void> {
    await this.#leaveFor((session) => session.next());
  }

  /** Shows the item before. */
  async previous(): Promise<void> {
    await this.#leaveFor((session) => session.previous());
  }

  /** Shows an item, counted from 0, or the nearest there is. */
  async goTo(index: number): Promise<void> {
    await this.#leaveFor((session) => session.goTo(index));
  }

  async #leaveFor(move: (session: JobSession) => Promise<void>): Promise<void> {
    await this.#workDone();
    const session = this.#required;
    this.#restored.dismiss();
    this.#drafts.leave();
    this.#isMoving = true;
    await move(session);
    this.isAtEnd = false;
  }

  /**
   * Waits for an answer that is being put together, and for what the worker asked for on the item that is left: it must
   * not change before all that is saved.
   */
  async #workDone(): Promise<void> {
    await this.#submission?.catch(() => false);
    await this.#driver.task?.finishWork?.();
  }

  get #required(): JobSession {
    if (!this.session) throw new Error('No session is open yet. Wait for gt-progress, or for `session`.');
    return this.session;
  }

  // Following the session.

  async #open(): Promise<void> {
    this.#driver.forget();
    this.#drafts.forget();
    this.#restored.dismiss();
    this.isAtEnd = false;
    this.#acts.dismiss();
    this.isLossDismissed = false;
    this.#overwrites.forget();
    this.#progressKey = '';
    const {jobName, labelAttributeName, workerId, store, database} = this;
    const manifest = this.manifestFile ?? this.manifest;
    const identity = {jobName, labelAttributeName: labelAttributeName || jobName, workerId};
    const reviews = this.reviewLogs;
    await this.#control.open(manifest === '' ? undefined : {manifest, identity, store, database, reviews});
  }

  #onOpened(session: JobSession): void {
    session.others = this.otherSessions;
    this.isAtEnd = session.state.isComplete;
    this.#guard.watch(this.store?.name ?? this.database);
    this.#restored.found(session);
  }

  #onState(now: JobState, before: JobState | undefined): void {
    const isNewItem = now.item !== before?.item;
    if (isNewItem && before?.item) this.#restored.dismiss();
    if (before && now.index !== before.index) this.#lastIndex = before.index;
    if (isNewItem || now.isWritable !== before?.isWritable) void this.#showItem();
    this.#tellProgress(now);
  }

  #tellProgress({index, counts: {done, skipped, total}}: JobState): void {
    const detail: ProgressDetail = {index, done, skipped, total};
    const key = JSON.stringify(detail);
    if (key === this.#progressKey) return;
    this.#progressKey = key;
    this.dispatchEvent(
      new CustomEvent<ProgressDetail>('gt-progress', {bubbles: true, composed: true, detail}),
    );
  }

  async #showItem(): Promise<void> {
    const {item, isWritable = false} = this.#control.state ?? {};
    if (!item) return;
    const hadFocus = this.matches(':focus-within');
    const hadPanel = this.renderRoot.querySelector('.panel:focus-within') !== null;
    if (item.entry) this.#settle();
    const {jobName, labelAttributeName, workerId, resolveSource} = this;
    const facts = {
      jobName,
      labelAttributeName,
      workerId,
      resolveSource,
    };
    this.hasNoTask = !(await this.#driver.show(item, facts, isWritable));
    if (item === this.#control.state?.item) this.#isMoving = false;
    await this.updateComplete;
    if (hadFocus && this.#panel) this.#focusPanel();
    else if (hadPanel) this.#driver.task?.focus();
  }

  /** Shows the item anew, with the work as it is now: another element or resolver has come. */
  #showAgain(): void {
    this.#driver.forget();
    if (this.session) void this.goTo(this.index);
  }

  #focusPanel(): void {
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  }

  /** For a moment after an item appears, a press on Submit was meant for the one before (SHELL-4). */
  #settle(): void {
    this.isSettling = true;
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => (this.isSettling = false), 300);
  }

  // What the worker does.

  get #canAct(): boolean {
    const {item, isWritable = false} = this.#control.state ?? {};
    return item?.entry !== undefined && isWritable && !this.isAtEnd && !this.hasNoTask;
  }

  readonly #onChange = (event: Event): void => {
    if (event.target !== this.#driver.task || this.#isMoving) return;
    this.#restored.dismiss();
    this.session?.save(this.#driver.present);
  };

  readonly #onDraft = (event: Event): void => {
    if (event.target === this.#driver.task && !this.#isMoving) this.#drafts.touched();
  };

  readonly #onSubmit = (event: Event): void => {
    if (event.target !== this.#driver.task) return;
    if (this.#isMoving) return event.preventDefault();
    const {answer, line, files} = (event as CustomEvent<SubmitDetail>).detail;
    // Whoever stands around the session may still cancel the event.
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#accept({answer, line, files});
    });
  };

  async #accept(submission: Submission): Promise<void> {
    const {session} = this;
    if (!session?.state.isWritable) return;
    session.submit(submission, this.#driver.present);
    await this.#goOn();
  }

  async #goOn(): Promise<void> {
    const {session} = this;
    if (!session) return;
    const hadFocus = this.matches(':focus-within');
    this.#isMoving = true;
    if (await session.nextUnfinished()) return;
    this.#isMoving = false;
    this.isAtEnd = true;
    await this.updateComplete;
    if (hadFocus) this.#focusPanel();
    this.dispatchEvent(new CustomEvent('gt-complete', {bubbles: true, composed: true}));
  }

  readonly #onSkip = (event: Event): void => {
    if (event.target !== this.#driver.task || !this.#canAct) return;
    const {reason} = (event as CustomEvent<{reason?: string} | null>).detail ?? {};
    void this.skip(reason);
  };

  /** The item is on screen, or its data failed: then too the worker sees all there is, and will go on. */
  readonly #onReady = (event: Event): void => {
    const {item} = this.#control.state ?? {};
    if (event.target !== this.#driver.task || item === this.#settledItem) return;
    this.#settledItem = item;
    this.#settle();
    void this.#prefetchNext();
  };

  /** After auto-advance, the worker wants the item before this one back. */
  readonly #onReturn = (event: Event): void => {
    if (event.target === this.#driver.task && this.session) void this.goTo(this.#lastIndex);
  };

  async #prefetchNext(): Promise<void> {
    const {session} = this;
    const next = await session?.peekUnfinished();
    if (next === undefined || !session) return;
    const found = await session.peek(next);
    if (found.ok && session === this.session) await this.#driver.task?.prefetch?.(found.value);
  }

  get #keymap(): Keymap {
    return sessionKeymapAround(this.#driver.task?.activeKeymap);
  }

  #submitByPerson(): void {
    const {task} = this.#driver;
    if (!task || !this.#canAct || !(task.acceptsSubmit ?? !this.isSettling)) return;
    void this.submit();
  }

  #runKey(command: string): boolean {
    if (!this.session || this.isAtEnd) return false;
    if (command === 'next') void this.next();
    else if (command === 'previous') void this.previous();
    else if (command === 'save') void this.#tellSaved();
    else if (!this.#canAct) return false;
    else if (command === 'submit') this.#submitByPerson();
    else if (command === 'skip') void this.skip();
    return true;
  }

  /** In a field, only what cannot be typing: Ctrl+Enter, Ctrl+Shift+Enter, Ctrl+S. */
  readonly #onKeydownWhileTyping = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !event.composedPath().some(isEditable)) return;
    const [command] = commandsFor(whileTyping, event);
    if (command && this.#runKey(command)) event.preventDefault();
  };

  /** There is nothing to save by hand; who asks is told when it happened, or another try is made. */
  async #tellSaved(): Promise<void> {
    const {session} = this;
    if (!session) return;
    if (session.isUnsaved) await session.retry();
    await session.settled();
    const {status} = session.state;
    if (status.kind !== 'saved' || status.at === undefined) return;
    this.savedTime = this.#time(status.at, true);
    clearTimeout(this.#savedTimer);
    this.#savedTimer = setTimeout(() => (this.savedTime = undefined), savedTimeMs);
  }

  readonly #runBar: BarModel['run'] = (command, event) => {
    const {session} = this;
    if (!session) return;
    if (command === 'jump') {
      if (this.#jumpList.isOpen) this.#jumpList.close();
      else void this.#jumpList.open(session);
      return;
    }
    if (command === 'next') void this.next();
    else if (command === 'previous') void this.previous();
    else if (command === 'skip') void this.skip();
    else if (command === 'decline') void this.decline();
    else if (command === 'release') void this.release();
    else if (command === 'submit') this.#submitByPerson();
    else this.dispatchEvent(new CustomEvent('gt-stop', {bubbles: true, composed: true}));
    // After a press with the pointer the keys should act on the item; a keyboard user stays on the button.
    const isLeaving = ['submit', 'skip', 'decline', 'release'].includes(command);
    if (isLeaving || event.detail > 0) this.#driver.task?.focus();
  };

  readonly #runNotice = (command: NoticeCommand): void => {
    const {session} = this;
    const {task, present} = this.#driver;
    if (!session) return;
    if (command === 'backup') void this.#downloadBackup(session);
    else if (command === 'later') this.#guard.later();
    else if (command === 'dismiss-room') this.#guard.dismissRoom();
    else if (command === 'export-manifest') void this.#exporter.download(session, 'manifest');
    else if (command === 'retry') void session.retry();
    else if (command === 'more-time') this.#acts.extend(this.#control.state?.item, this.timeLimit);
    else if (command === 'take-over') void session.takeOver();
    else if (command === 'reload') location.reload();
    else if (command === 'dismiss-restored') this.#restored.dismiss();
    else if (command === 'dismiss-loss') this.isLossDismissed = true;
    else if (command === 'dismiss-overwritten') {
      this.#overwrites.dismiss();
      this.requestUpdate();
    } else if (command === 'dismiss-export') this.#exporter.dismissProblem();
    else if (task && command === 'start-over') this.#restored.startOver(session, task, present);
    else if (task) this.#restored.bringBack(session, task);
  };

  async #downloadBackup(session: JobSession): Promise<void> {
    if (await this.#exporter.download(session, 'backup')) this.#guard.backedUp();
  }

  readonly #runPanel = (command: PanelCommand): void => {
    if (command === 'reopen') return void this.#control.reopen();
    const {session} = this;
    if (!session) return;
    if (command === 'export-manifest') void this.#exporter.download(session, 'manifest');
    else if (command === 'export-job') void this.#exporter.download(session, 'job');
    else if (command === 'go-on') void this.#goOn();
    else if (command === 'review') void this.goTo(0);
    else void this.goTo(session.progress.indexesOf('skipped', session.manifest.lineCount)[0] ?? 0);
  };

  readonly #onSlotChange = (): void => {
    if (this.#driver.isOutdated) this.#showAgain();
  };

  // Rendering.

  #time(at: number, withSeconds = false): string {
    const seconds = withSeconds ? ({second: '2-digit'} as const) : {};
    return new Intl.DateTimeFormat(this.strings.language, {
      hour: '2-digit',
      minute: '2-digit',
      ...seconds,
    }).format(at);
  }

  get #overwritten() {
    const key = this.#driver.task?.outputAttribute ?? (this.labelAttributeName || this.jobName);
    const kind = this.#overwrites.for(this.#control.state?.item?.entry, key);
    return kind && {kind, key};
  }

  /** What stands in the place of the item. */
  get #panel(): TemplateResult | undefined {
    const {text, language} = this.strings;
    const model = {words: text.session, language, run: this.#runPanel};
    const {state: jobState, problems, isOpening} = this.#control;
    if (problems.length > 0) return renderCannotOpen(problems, model, true);
    if (!jobState)
      return html`<p class="waiting">${isOpening ? text.session.opening : text.session.noManifest}</p>`;
    if (jobState.problem) return renderCannotOpen([jobState.problem], model, false);
    if (this.isAtEnd) return renderComplete(jobState, model, this.#exporter.isBusy);
    if (jobState.item && !jobState.item.entry) return renderBadLine(jobState.item, model);
    if (this.hasNoTask) return html`<p class="waiting shown" role="alert">${text.session.noTask}</p>`;
    return undefined;
  }

  get #exportMissing(): string | undefined {
    const {missing} = this.#exporter;
    const {workerActs: words} = this.strings.text;
    if (!missing) return undefined;
    if (missing.isPartial) return words.onlyUnsaved;
    return words.notInFile(missing.unreadable.length, this.strings.language);
  }

  /** The seconds there are for the item on screen. */
  get #limit(): number {
    return this.#acts.limitFor(this.#control.state?.item, this.timeLimit);
  }

  #actNotice(): TemplateResult | typeof nothing {
    const {last} = this.#acts;
    const {session} = this;
    if (!last || !session) return nothing;
    const back = async () => {
      await this.goTo(last.index);
      if (last.kind === 'declined') session.reopen();
      this.#acts.dismiss();
      this.#driver.task?.focus();
    };
    return renderActNotice({
      last,
      text: this.strings.text,
      language: this.strings.language,
      giveReason: (reason) => void this.#acts.giveReason(session, reason),
      back: () => void back(),
      dismiss: () => this.#acts.dismiss(),
    });
  }

  protected override updated(): void {
    if (this.timeOver !== 'release' || !this.#canAct || this.#panel || this.#isMoving) return;
    const {text, language} = this.strings;
    if (!this.#timer.left(this.#limit, text.session, language)?.isOver) return;
    if (!this.#driver.holds(this.#control.state?.item)) return;
    void this.#putAway('time-over', (session) => session.release(this.#driver.present));
  }

  protected override render(): TemplateResult {
    const {text, language} = this.strings;
    const words = text.session;
    const {state: jobState} = this.#control;
    const {notice} = this.#restored;
    const panel = this.#panel;
    const timeLeft = panel ? undefined : this.#timer.left(this.#limit, words, language);
    const isReleasing = this.timeOver === 'release';
    const {timeSoon, timeSoonReleased, moreTime, returned} = text.workerActs;
    return html`<div class="base">
      ${renderBar({
        state: jobState,
        title: this.taskTitle,
        words,
        acts: text.workerActs,
        keyNames: text.shortcuts.keys,
        submitKey: submitCaps(this.#keymap, text.shortcuts.keys),
        language,
        savedTime: this.savedTime,
        timeLeft,
        hasActions: jobState?.item !== undefined && !this.isAtEnd,
        canAct: this.#canAct,
        isSettling: this.isSettling,
        submitting: this.isSubmitting ? text.task.submitting : undefined,
        withStop: this.withStop,
        withDecline: this.withDecline,
        withRelease: this.withRelease,
        isJumpOpen: this.#jumpList.isOpen,
        jumpList: this.#jumpList.render(),
        run: this.#runBar,
      })}
      ${
        jobState
          ? renderNotices({
              state: jobState,
              words,
              language,
              restored: notice && {kind: notice.kind, time: this.#time(notice.at)},
              isLossDismissed: this.isLossDismissed,
              isChangedHere: this.isAtEnd || this.session?.progress.statusOf(jobState.index) === 'changed',
              nameProblems: this.#nameProblems,
              overwritten: this.#overwritten,
              isTimeOver: !isReleasing && timeLeft?.isOver === true,
              timeSoon: timeLeft?.isSoon ? (isReleasing ? timeSoonReleased : timeSoon) : undefined,
              moreTime,
              returned: jobState.item?.returned && returned(jobState.item.returned.comment),
              exportProblem: this.#exporter.problem,
              exportMissing: this.#exportMissing,
              storage: this.#guard.notice,
              run: this.#runNotice,
            })
          : nothing
      }
      <div role="status">${this.#actNotice()}</div>
      <div class="body">
        ${panel ?? nothing}
        <div class="task" ?hidden=${panel !== undefined}>
          <slot @slotchange=${this.#onSlotChange}></slot>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-session': GtSession;
  }
}
