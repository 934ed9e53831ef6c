import {LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {isJsonObject, objectFrom, type JsonObject, type JsonValue} from '../../base/json.js';
import {errorAt, type Problem} from '../../base/result.js';
import {Editor} from '../../editor/editor.js';
import type {Keymap, KeymapChanges, ShortcutScope} from '../../editor/keymap.js';
import {entryOf, type ManifestEntry} from '../../formats/entry.js';
import {defaultAttributeName} from '../../formats/names.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {Change} from '../../model/change.js';
import type {AnnotationDocument} from '../../model/document.js';
import {emptyHistory, type History} from '../../model/history.js';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import {priorAnswer, priorLabel, toLine} from '../../tasks/line.js';
import type {MaskRequest} from '../../tasks/mask-file.js';
import type {Coordinates, Task, TaskType} from '../../tasks/task.js';
import {Announcer} from './announcer.js';
import {controls} from './controls.styles.js';
import {fillIn} from './fill-in.js';
import type {Finished, Said} from './finished-answer.js';
import {updateForm} from './form-control.js';
import {AttributeText, isFromManifest, readEntry, readJson, unread} from './given.js';
import {readLabelList, type LabelList} from './label-list.js';
import {NoticeBoard, type NoticeKind} from './notice-board.js';
import {openItem, type OpenedItem} from './open-item.js';
import {submitCaps, type ShortcutRow} from './shortcut-list.js';
import {ShortcutsController} from './shortcuts-controller.js';
import {StringsController} from './strings-controller.js';
import {SubmitGate} from './submit-gate.js';
import {taskKeymap} from './task-keymap.js';
import {TaskFrame} from './task-frame.js';
import type {ManifestLine, SubmitDetail} from './task-events.js';
import {taskElementStyles} from './task-element.styles.js';
import {TimeSpentController} from './time-spent-controller.js';
import {Toast} from './toast.js';
import {tokens} from './tokens.styles.js';
import {visibleString} from './visible-text.js';

/** What these properties are while the page has not set them. */
const defaults = {
  src: '',
  text: '',
  header: '',
  name: '',
  jobName: 'labeling-job',
  labelAttributeName: '',
  workerId: '',
  objectId: 0,
  shortcuts: 'all',
  coordinates: 'stored',
} as const;

export type {Finished, Said} from './finished-answer.js';
export type {ErrorDetail, ManifestLine, SubmitDetail, SubmittedAnswer} from './task-events.js';

/**
 * What every task element is: a form control that shows one item, keeps what a person says about it in an editor, and
 * hands it over. Subclasses name their task type and render the item and the means to label it.
 *
 * Properties may be set in any order, before or after the element is upgraded and connected. They are read together,
 * at the next update or as soon as something asks for the value.
 */
export abstract class TaskElement<Answer extends JsonObject = JsonObject> extends LitElement {
  static readonly formAssociated = true;
  /** The kind of task. Each element names its own. */
  static readonly taskType: TaskType;
  static override styles = [tokens, controls, taskElementStyles];

  protected readonly editor = new Editor();
  protected readonly strings = new StringsController(this);
  protected readonly announcer = new Announcer(this);
  protected readonly toast = new Toast(this);
  protected readonly internals = this.attachInternals();
  readonly #timeSpent = new TimeSpentController(this);
  readonly #notices = new NoticeBoard(this);
  readonly #gate = new SubmitGate();
  readonly #frame = new TaskFrame(this);

  /** One input manifest line as an object; as an attribute, its JSON. */
  @property({converter: unread})
  get entry(): ManifestEntry | undefined {
    return this.#givenEntry;
  }
  set entry(given: ManifestEntry | undefined) {
    const read = readEntry(given);
    const isNew =
      !(given instanceof AttributeText) && typeof given === 'object' && given && isFromManifest(given);
    this.#notices.restart('invalid-entry');
    this.#givenEntry = read.ok ? read.value : undefined;
    this.#isEntryByIdentity = Boolean(isNew);
    this.#notices.set('invalid-entry', read.ok ? [] : read.problems);
    this.#isStale = true;
  }

  /** The address of a picture, where there is no entry. */
  @property() src = '';

  /** The text to label, where there is no entry. */
  @property() text = '';

  /** The labels to choose from: names or {@link Label} objects; as an attribute, a JSON list. */
  @property({converter: unread})
  get labels(): readonly (string | Label)[] {
    return this.#labels.given;
  }
  set labels(given: readonly (string | Label)[]) {
    this.#labels = readLabelList(given, this.taskType);
    this.#notices.set('invalid-labels', this.#labels.problems);
    this.#isStale = true;
  }

  /** The question above the data. */
  @property() header = '';

  /** The name under which a form sends the value. */
  @property({reflect: true, useDefault: true}) name = '';

  /** An answer to start from, in the shape of `value`. A label on the entry goes before it. */
  @property({attribute: 'initial-value', converter: unread})
  get initialValue(): JsonValue | undefined {
    return this.#initialValue;
  }
  set initialValue(given: JsonValue | undefined) {
    const read = readJson(given, 'initial-value');
    this.#initialValue = read.ok ? read.value : undefined;
    this.#initialValueProblems = read.ok ? [] : read.problems;
    this.#notices.set('invalid-value', this.#initialValueProblems, 'initial-value');
    this.#isStale = true;
  }

  /** The job's name for the output metadata. */
  @property({attribute: 'job-name'}) jobName = 'labeling-job';

  /** The key of the label in the output line; the job's name when left out. */
  @property({attribute: 'label-attribute-name'}) labelAttributeName = '';

  /** The item's number in its manifest, from 0. The names of mask files begin with it. */
  @property({type: Number, attribute: 'object-id'}) objectId = 0;

  /** Who works, for the answer. */
  @property({attribute: 'worker-id'}) workerId = '';

  /** Shows the item and the answer, and lets nobody change it. */
  @property({type: Boolean, reflect: true}) readonly = false;

  @property({type: Boolean, reflect: true}) disabled = false;

  /**
   * For tasks that give positions in a picture: whether these count in the file's own pixel grid (`stored`) or in the
   * picture as it is shown, turned upright (`displayed`).
   */
  @property() coordinates: Coordinates = 'stored';

  /** Makes a form refuse to be sent without an answer. */
  @property({type: Boolean, reflect: true}) required = false;

  /** Hides the element's own Submit button, where a form or a session submits. */
  @property({type: Boolean, attribute: 'no-submit'}) noSubmit = false;

  /** Which shortcuts run: all, only those with a modifier, or none. */
  @property() shortcuts: ShortcutScope = 'all';

  /** Changes to the keys: command → key, keys, or `null` for none. */
  @property({attribute: false}) keymap: KeymapChanges = {};

  /** Turns `s3://…` and other references into something a browser can load. */
  @property({attribute: false}) resolveSource: ResolveSource | undefined;

  @state() protected isFormDisabled = false;
  @state() protected submitProblems: readonly Problem[] = [];
  @state() protected wasSubmitted = false;
  /** Submitting waits for work that belongs to the answer. */
  @state() private isFinishing = false;
  /** The answer is being put together, of what was there when it was asked for: nothing can be changed meanwhile. */
  @state() protected isSubmitting = false;

  @query('.base') private base!: HTMLElement | null;
  /** The panel beside the item: it takes the focus when a form refuses to be sent, and hands it on. */
  @query('.side') private side!: HTMLElement | null;

  #givenEntry: ManifestEntry | undefined;
  #isEntryByIdentity = false;
  #labels: LabelList = readLabelList(undefined);
  #initialValue: JsonValue | undefined;
  /** Why it could not even be read. */
  #initialValueProblems: readonly Problem[] = [];
  /** Set by the page and waiting for an entry to belong to. */
  #pendingValue: JsonValue | undefined;
  #pendingHistory: History | undefined;
  /** Set by the page and of no use so far; other labels may change that. */
  #refusedValue: JsonValue | undefined;
  /** The answer the open document started from, when the page set one. */
  #baseValue: JsonValue | undefined;
  /** True when a property has changed that decides what is open. */
  #isStale = true;
  #item: ManifestEntry | undefined;
  #task: Task = {entry: {}, labels: []};
  #checked:
    | {readonly document: AnnotationDocument; readonly task: Task; readonly problems: readonly Problem[]}
    | undefined;
  #keymap: Keymap = [];
  #acceptanceTime = '';
  #pendingTimeMs: number | undefined;
  #pendingAcceptanceTime: string | undefined;
  #isReadyTold = false;
  #submission: Promise<boolean> | undefined;

  constructor() {
    super();
    this.editor.subscribe((_state, cause) => {
      this.requestUpdate();
      if (cause !== 'open') this.#afterEdit();
    });
    new ShortcutsController(this, {
      keymap: () => this.#keymap,
      scope: () => (this.shortcuts === 'none' || this.shortcuts === 'modifier' ? this.shortcuts : 'all'),
      run: (command, repeats) => this.runCommand(command, repeats),
    });
  }

  // What subclasses say and use.

  /** The commands of this element and their keys. */
  protected abstract get defaultKeymap(): Keymap;
  /** Facts of the task for that entry, besides the entry and the labels. */
  protected abstract taskOptions(entry: ManifestEntry): Partial<Task>;
  /** The item: picture, text or slotted content. */
  protected abstract renderStage(): TemplateResult;
  /** What stands beside the item. */
  protected abstract renderSide(): TemplateResult;
  /** Lines of the shortcuts page about labels that stand for no single command. */
  protected abstract get shortcutRows(): readonly ShortcutRow[];
  /** The names of commands on the shortcuts page. */
  protected get shortcutWords(): Strings['shortcuts'] {
    return this.strings.text.shortcuts;
  }
  /** Such lines about the work itself. */
  protected get workRows(): readonly ShortcutRow[] {
    return [];
  }
  /** Puts the focus where a problem is corrected. */
  protected abstract focusPlace(at: string): void;
  /** What the focus goes to when the element gets it. */
  protected abstract get focusTarget(): HTMLElement | null;

  /** The task that is open. */
  protected get task(): Task {
    this.#open();
    return this.#task;
  }

  protected get taskType(): TaskType {
    return (this.constructor as typeof TaskElement).taskType;
  }

  /** What a form says when it lacks the answer. */
  protected get requiredMessage(): string {
    return this.words.required;
  }

  protected get words(): Strings['task'] {
    return this.strings.text.task;
  }

  protected get isLocked(): boolean {
    return this.readonly || this.isDisabled;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.isFormDisabled;
  }

  /** True when there is something to label. */
  protected get hasItem(): boolean {
    return this.#item !== undefined;
  }

  /** The present keymap, with the page's changes. */
  get activeKeymap(): Keymap {
    return this.#keymap;
  }

  /** Commits one step of the person. Nothing happens while the element is locked. */
  protected commit(name: string, changes: readonly Change[], mergeKey?: string): void {
    this.#open();
    if (!this.isLocked && !this.isSubmitting) this.editor.commit(name, Date.now(), changes, mergeKey);
  }

  /** Runs a command of the keymap. False when there is nothing to do. `repeats` counts those of a held key. */
  protected runCommand(command: string, _repeats = 0): boolean {
    if (command === 'submit') {
      if (this.noSubmit) return false;
      this.submitByPerson();
      return true;
    }
    if (command === 'undo') return this.undo();
    if (command === 'redo') return this.redo();
    return this.#frame.run(command);
  }

  /** Called when the item is on screen. Later calls for the same item do nothing. */
  protected itemShown(): void {
    if (this.#isReadyTold || !this.#item) return;
    this.#isReadyTold = true;
    this.#gate.itemShown(performance.now());
    this.dispatchEvent(
      new CustomEvent('gt-ready', {bubbles: true, composed: true, detail: {entry: this.#item}}),
    );
  }

  // Value and history.

  /** The answer so far, in the shape of the crowd widget; `undefined` while nothing has been said. */
  @property({attribute: false, noAccessor: true})
  get value(): Answer | undefined {
    this.#open();
    return this.taskType.toAnswer(this.editor.state.document, this.#task) as Answer | undefined;
  }
  set value(given: Answer | undefined) {
    const read = readJson(given, 'value');
    this.#notices.set('invalid-value', read.ok ? [] : read.problems);
    if (!read.ok) return;
    const openBefore = this.#item;
    // Frameworks hand back what gt-change told them: that must not throw the history away.
    if (this.#item && JSON.stringify(read.value) === JSON.stringify(this.value)) return;
    this.#refusedValue = undefined;
    this.#pendingValue = read.value ?? undefined;
    this.#pendingHistory = undefined;
    // No value: the item is as if the page had never set one. For an item yet to come that is nothing to do.
    if (read.value === undefined) {
      this.#baseValue = undefined;
      if (this.hasUpdated && this.#item === openBefore) this.#pendingHistory = emptyHistory;
    }
    this.#markStale();
    if (this.hasUpdated) this.#open();
  }

  /** The steps done on this item, as plain data to store and to set again, before or after `entry`. */
  @property({attribute: false, noAccessor: true})
  get history(): History {
    this.#open();
    return this.editor.state.history;
  }
  set history(history: History) {
    this.#pendingHistory = history ?? emptyHistory;
    this.#markStale();
  }

  /** Milliseconds the item has been in sight. Setting it resumes an earlier count. */
  @property({attribute: false, noAccessor: true})
  get timeSpentMs(): number {
    this.#open();
    return this.#timeSpent.ms;
  }
  set timeSpentMs(ms: number) {
    this.#pendingTimeMs = ms;
    this.#markStale();
  }

  /** When the item first appeared to this worker, ISO 8601. */
  @property({attribute: false, noAccessor: true})
  get acceptanceTime(): string {
    this.#open();
    return this.#acceptanceTime;
  }
  set acceptanceTime(time: string) {
    this.#pendingAcceptanceTime = time;
    this.#markStale();
  }

  // Form control.

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    this.#updateForm();
    return this.internals.validity;
  }

  get validationMessage(): string {
    this.#updateForm();
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    this.#updateForm();
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    this.#updateForm();
    return this.internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.isFormDisabled = disabled;
  }

  formResetCallback(): void {
    this.reset();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    // What a form keeps of an answer with a file is not the whole of it.
    if (typeof state !== 'string' || this.taskType.isLabelFile) return;
    const read = readJson(new AttributeText(state), 'value');
    if (read.ok && read.value !== undefined) this.value = read.value as Answer;
  }

  // Life.

  /** With this, `moveBefore` moves the element without taking it apart. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues): void {
    fillIn<TaskElement>(this, defaults);
    if (['src', 'text', 'labelAttributeName', 'jobName', 'coordinates'].some((name) => changed.has(name)))
      this.#isStale = true;
    const deciding = ['keymap', 'labels', 'comment', 'exclusionCategory'];
    if (this.#keymap.length === 0 || deciding.some((name) => changed.has(name))) this.#bindKeys();
    this.#open();
  }

  protected override updated(): void {
    this.#updateForm();
  }

  protected override firstUpdated(): void {
    if (this.hasAttribute('autofocus')) this.focus();
  }

  override focus(options?: FocusOptions): void {
    const target = this.focusTarget;
    if (target && !this.isDisabled) target.focus(options);
    else this.base?.focus(options);
  }

  // Public acts.

  /** The complete answer: `value`, and for masks the file as text. */
  async getAnswer(): Promise<Answer | undefined> {
    const work = this.#work(false);
    if (work && !(await work)) return undefined;
    const said = this.#said(new Date());
    return said && (await this.finish(said)).answer;
  }

  /** The augmented manifest line, and the files it refers to. Throws while there is no answer to write. */
  async toManifestLine(options: {readonly now?: Date} = {}): Promise<ManifestLine> {
    const work = this.#work(false);
    if (work && !(await work)) throw new Error(this.words.required);
    const said = this.#said(options.now ?? new Date());
    if (!said) throw new Error(this.words.required);
    const {line, files} = await this.#write(said);
    return {line, files};
  }

  /** Checks the answer and hands it over by `gt-submit`. False when something must be corrected or the page refused. */
  submit(): Promise<boolean> {
    this.#submission ??= this.#trySubmit().finally(() => {
      this.#submission = undefined;
    });
    return this.#submission;
  }

  /**
   * Makes steps of what a person is doing, and waits for what they asked for already: call it before another item is
   * opened by them. Nothing when there is nothing to wait for.
   */
  finishWork(): Promise<void> | undefined {
    this.#open();
    return this.isLocked ? undefined : this.settle(true);
  }

  /**
   * False while a press on Submit is probably an accident: right after an item appeared and nothing has been done on
   * it, or right after it was submitted (SHELL-4).
   */
  get acceptsSubmit(): boolean {
    return !this.#submission && this.#gate.accepts(performance.now());
  }

  /** Takes the last step back. False when there is none. */
  undo(): boolean {
    this.#open();
    const step = this.editor.state.history.done.at(-1);
    if (this.isLocked || this.isSubmitting || !step) return false;
    this.announcer.announce(this.words.undone(visibleString(step.name)));
    return this.editor.undo();
  }

  /** Does the step taken back last once more. False when there is none. */
  redo(): boolean {
    this.#open();
    const step = this.editor.state.history.undone.at(-1);
    if (this.isLocked || this.isSubmitting || !step) return false;
    this.announcer.announce(this.words.redone(visibleString(step.name)));
    return this.editor.redo();
  }

  /** What undo would take back now, in a few words; nothing when there is nothing. */
  protected get undoStep(): string | undefined {
    return this.editor.state.history.done.at(-1)?.name;
  }

  /** What redo would do once more. */
  protected get redoStep(): string | undefined {
    return this.editor.state.history.undone.at(-1)?.name;
  }

  /** Back to how the item was opened: its own label, the suggestion, or nothing. The history begins anew. */
  reset(): void {
    this.#pendingValue = undefined;
    this.#refusedValue = undefined;
    this.#baseValue = undefined;
    this.#pendingHistory = emptyHistory;
    this.submitProblems = [];
    this.#isStale = true;
    this.#open();
    this.requestUpdate();
  }

  /** Submits as a press on Submit does: not by accident, and not twice. */
  protected submitByPerson(): void {
    if (this.isLocked || !this.acceptsSubmit) return;
    void this.submit();
  }

  /** The key of the label in the output line, given or by default. */
  get outputAttribute(): string {
    const jobName = this.jobName || defaults.jobName;
    const {isLabelFile = false} = this.taskType;
    return this.labelAttributeName || defaultAttributeName(jobName, isLabelFile);
  }

  // Opening.

  get #effectiveEntry(): ManifestEntry | undefined {
    if (this.#givenEntry) return this.#givenEntry;
    if (this.src) return shortcutEntry('source-ref', this.src);
    return this.text ? shortcutEntry('source', this.text) : undefined;
  }

  #isSameItem(entry: ManifestEntry | undefined): boolean {
    if (entry === this.#item) return true;
    if (!entry || !this.#item || (this.#givenEntry && this.#isEntryByIdentity)) return false;
    return JSON.stringify(entry) === JSON.stringify(this.#item);
  }

  /** Reads what has been set since the last time, and opens the item anew where that is needed. */
  #open(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const entry = this.#effectiveEntry;
    const isNewItem = !this.#isSameItem(entry);
    if (isNewItem) this.#leaveItem(entry);
    const prior = this.#item && priorLabel(this.#item, this.outputAttribute);
    const item = this.#item ?? {};
    this.#task = {
      entry: item,
      labels: this.#labels.labels,
      ...(prior ? {prior} : {}),
      ...this.taskOptions(item),
    };
    const setsAnswer = this.#takeValue();
    const opened = openItem(this.taskType, this.#task, {
      ...(this.#baseValue === undefined ? {} : {value: this.#baseValue}),
      ...(this.#initialValue === undefined ? {} : {initialValue: this.#initialValue}),
      labelAttributeName: this.outputAttribute,
    });
    const given = objectIn(this.#baseValue);
    this.#wantMasks([given, opened.initial]);
    this.#task = {
      ...this.#task,
      ...(given && {given}),
      ...(opened.initial && {initial: opened.initial}),
    };
    const isAnswerGiven = setsAnswer || this.#pendingHistory !== undefined;
    const kept = isNewItem || setsAnswer ? emptyHistory : this.editor.state.history;
    const history = this.#pendingHistory ?? kept;
    this.editor.open(opened.document, history);
    if (isNewItem) this.#startItem();
    else if (isAnswerGiven) this.answerGiven();
    this.#timeSpent.ms = this.#pendingTimeMs ?? this.#timeSpent.ms;
    this.#acceptanceTime = this.#pendingAcceptanceTime ?? this.#acceptanceTime;
    if (this.#item) this.#forgetPending();
    this.#tellOpened(opened);
    if (this.hasUpdated) this.#updateForm();
    this.requestUpdate();
  }

  #tellOpened({source, problems}: OpenedItem): void {
    if (source === 'value') {
      if (this.#refusedValue === undefined) this.#notices.set('invalid-value', problems);
      return;
    }
    // Without an item the fault of an unreadable entry stays.
    if (this.#item) this.#notices.set('invalid-entry', source === 'entry' ? problems : []);
    const found = source === 'initial-value' ? problems : [];
    this.#notices.set('invalid-value', [...this.#initialValueProblems, ...found], 'initial-value');
  }

  #wantMasks(answers: readonly (JsonObject | undefined)[]): void {
    const {taskType} = this;
    if (!taskType.maskOf) return;
    this.masksWanted(answers.flatMap((answer) => taskType.maskOf?.(answer, this.#task) ?? []));
  }

  /** The mask files that an item will start with, as far as its entry says: for loading them ahead. */
  protected masksOf(entry: ManifestEntry): readonly MaskRequest[] {
    const {taskType, outputAttribute} = this;
    const prior = priorLabel(entry, outputAttribute);
    const task: Task = {entry, labels: this.#labels.labels, ...(prior && {prior})};
    const answer = taskType.maskOf && priorAnswer(taskType, task, outputAttribute);
    const request = answer?.ok ? taskType.maskOf?.(answer.value, task) : undefined;
    return request ? [request] : [];
  }

  #leaveItem(next: ManifestEntry | undefined): void {
    if (this.#item) this.itemLeft();
    this.#item = next;
    this.#baseValue = undefined;
    if (this.#refusedValue !== undefined) this.#notices.set('invalid-value', []);
    this.#refusedValue = undefined;
  }

  /** Takes over the value the page has set. One that cannot be used leaves the answer alone and is told. */
  #takeValue(): boolean {
    const given = this.#pendingValue ?? this.#refusedValue;
    if (given === undefined) return false;
    const read = this.taskType.fromAnswer(given, this.#task);
    this.#refusedValue = read.ok ? undefined : given;
    this.#notices.set('invalid-value', read.ok ? [] : read.problems);
    if (read.ok) this.#baseValue = given;
    return read.ok;
  }

  #forgetPending(): void {
    this.#pendingValue = undefined;
    this.#pendingHistory = undefined;
    this.#pendingTimeMs = undefined;
    this.#pendingAcceptanceTime = undefined;
  }

  #startItem(): void {
    this.#timeSpent.clear();
    if (this.#item) this.#timeSpent.start();
    this.#acceptanceTime = new Date().toISOString();
    this.#isReadyTold = false;
    this.#gate.itemOpened(performance.now());
    this.submitProblems = [];
    this.wasSubmitted = false;
    this.toast.hide();
    this.itemOpened();
  }

  /** Called before another item is opened, while the work on this one is still there. */
  protected itemLeft(): void {}

  /** Called when another item has been opened, before it is rendered. */
  protected itemOpened(): void {}

  /**
   * Waits for what was asked for and is not in the answer yet, such as an area that is being filled. With `endsStrokes`
   * what the hand or the keyboard is just doing becomes a step too. Nothing when there is nothing to wait for.
   */
  protected settle(_endsStrokes: boolean): Promise<void> | undefined {
    return undefined;
  }

  /** What is open and only the person can accept or drop: it would be left out of what is submitted. */
  protected get undecided(): readonly Problem[] {
    return [];
  }

  /** For subclasses: something is open or closed now that submitting was refused for. */
  protected checkAgain(): void {
    if (this.submitProblems.length > 0) this.submitProblems = this.#checkForSubmit();
  }

  /** Called when the page has set another answer or history for the item that is open. */
  protected answerGiven(): void {}

  /**
   * Called whenever the item is opened, with the mask files that it starts with. A subclass whose task type has such
   * loads them, gives them as `masks` in `taskOptions` and then calls `taskChanged`, which opens the item again.
   */
  protected masksWanted(_requests: readonly MaskRequest[]): void {}

  /** For subclasses: a property has changed that `taskOptions` reads. */
  protected taskChanged(): void {
    this.#isStale = true;
  }

  /** For subclasses: says in place, and by `gt-error`, what is wrong with something the page gave. */
  protected notice(kind: NoticeKind, problems: readonly Problem[]): void {
    this.#notices.set(kind, problems);
  }

  #markStale(): void {
    this.#isStale = true;
    this.requestUpdate();
  }

  #bindKeys(): void {
    const {keymap, problems} = taskKeymap(this.defaultKeymap, this.keymap ?? {}, this.#labels.labels);
    this.#keymap = keymap;
    this.#notices.set('invalid-keymap', problems);
  }

  // Editing and submitting.

  #afterEdit(): void {
    this.#forgetPending();
    this.toast.goOn();
    this.#refusedValue = undefined;
    this.wasSubmitted = false;
    this.#gate.changed();
    this.checkAgain();
    this.#updateForm();
    this.dispatchEvent(
      new CustomEvent('gt-change', {bubbles: true, composed: true, detail: {value: this.value}}),
    );
  }

  /** What is wrong with the answer so far, and what is worth a second look. Checked once for each state of the work. */
  protected get answerProblems(): readonly Problem[] {
    this.#open();
    const {document} = this.editor.state;
    const task = this.#task;
    if (this.#checked?.document !== document || this.#checked.task !== task)
      this.#checked = {document, task, problems: this.taskType.check(document, task)};
    return this.#checked.problems;
  }

  #check(): readonly Problem[] {
    return this.answerProblems.filter(({severity}) => severity === 'error');
  }

  /** Whoever has something open will answer for it first: what is missing besides may be just that. */
  #checkForSubmit(): readonly Problem[] {
    const {undecided} = this;
    return undecided.length > 0 ? undecided : this.#check();
  }

  /**
   * Waits for work that belongs to the answer; nothing when there is none. It gives false when another item was opened
   * meanwhile.
   */
  #work(endsStrokes: boolean): Promise<boolean> | undefined {
    this.#open();
    const item = this.#item;
    const work = this.isLocked ? undefined : this.settle(endsStrokes);
    return work?.then(() => {
      this.#open();
      return this.#item === item;
    });
  }

  async #isFinished(work: Promise<boolean>): Promise<boolean> {
    this.isFinishing = true;
    try {
      return (await work) && !this.isLocked;
    } finally {
      this.isFinishing = false;
    }
  }

  #updateForm(): void {
    const value = this.value;
    updateForm(this.internals, {
      value: value === undefined ? null : JSON.stringify(value),
      required: this.required,
      requiredMessage: this.requiredMessage,
      problems: this.#check(),
      anchor: this.hasUpdated ? this.side : null,
      exempt: this.isLocked,
    });
  }

  async #trySubmit(): Promise<boolean> {
    this.#open();
    if (this.isLocked) return false;
    const work = this.#work(true);
    if (work && !(await this.#isFinished(work))) return false;
    this.toast.goOn();
    this.submitProblems = this.#checkForSubmit();
    const value = this.value;
    const item = this.#item;
    const entry = item ?? {};
    if (this.submitProblems.length > 0 || value === undefined) {
      this.announcer.announce(this.words.problems(this.submitProblems.length, this.strings.language));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.problems a')?.focus();
      return false;
    }
    const said = this.#said(new Date()) as Said<Answer>;
    const acceptanceTime = this.#acceptanceTime;
    const output = await this.#writeForSubmit(said);
    // A page may have opened another item meanwhile.
    if (!output || this.#item !== item) return false;
    const detail: SubmitDetail = {
      entry,
      answer: {
        answerContent: objectFrom([[this.name || this.taskType.widgetName(entry), output.answer]]),
        acceptanceTime,
        submissionTime: said.now.toISOString(),
        timeSpentInSeconds: Math.round(this.timeSpentMs) / 1000,
        workerId: this.workerId ?? '',
      },
      line: output.line,
      files: output.files,
    };
    this.#gate.submitted(performance.now());
    const isAccepted = this.dispatchEvent(
      new CustomEvent<SubmitDetail>('gt-submit', {bubbles: true, composed: true, cancelable: true, detail}),
    );
    if (isAccepted && this.#item === item) {
      this.wasSubmitted = true;
      this.announcer.announce(this.words.submitted);
    }
    return isAccepted;
  }

  /** What the person has said so far; nothing while that is no answer. */
  #said(now: Date): Said<Answer> | undefined {
    const answer = this.value;
    if (answer === undefined) return undefined;
    const {document} = this.editor.state;
    const jobName = this.jobName || defaults.jobName;
    return {document, task: this.#task, answer, jobName, objectId: this.objectId ?? 0, now};
  }

  /**
   * Completes an answer. Subclasses make what takes time here, from `said` alone: the element may show something else
   * when it is done.
   */
  protected async finish({answer, task}: Said<Answer>): Promise<Finished<Answer>> {
    return {answer, task, files: []};
  }

  async #write(said: Said<Answer>): Promise<ManifestLine & {readonly answer: Answer}> {
    const {entry} = said.task;
    const facts = {
      type: this.taskType.groundTruthType(entry),
      attribute: this.outputAttribute,
      jobName: said.jobName,
      createdAt: said.now.getTime(),
    };
    const {answer, task, files} = await this.finish(said);
    return {line: toLine(entry, this.taskType.toLabel(said.answer, task), facts), files, answer};
  }

  async #writeForSubmit(said: Said<Answer>): Promise<(ManifestLine & {readonly answer: Answer}) | undefined> {
    this.isSubmitting = true;
    try {
      return await this.#write(said);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.submitProblems = [errorAt('answer', 'answer/not-written', this.words.notWritten(why))];
      return undefined;
    } finally {
      this.isSubmitting = false;
    }
  }

  get #submitKey(): readonly string[] {
    return this.shortcuts === 'none' ? [] : submitCaps(this.#keymap, this.strings.text.shortcuts.keys);
  }

  protected override render(): TemplateResult {
    return this.#frame.render({
      text: this.strings.text,
      language: this.strings.language,
      announcer: this.announcer,
      toast: this.toast,
      stage: this.renderStage(),
      shortcutWords: this.shortcutWords,
      shortcutRows: this.shortcutRows,
      workRows: this.workRows,
      side: this.renderSide(),
      dataProblems: this.#notices.problems,
      submitProblems: this.submitProblems,
      undoStep: this.undoStep,
      redoStep: this.redoStep,
      submitKey: this.#submitKey,
      isLocked: this.isLocked,
      wasSubmitted: this.wasSubmitted,
      isSubmitting: this.isSubmitting || this.isFinishing,
      focusPlace: (at) => this.focusPlace(at),
      focusSide: () => this.focus(),
      submit: () => this.submitByPerson(),
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
  }
}

function objectIn(value: JsonValue | undefined): JsonObject | undefined {
  return value !== undefined && isJsonObject(value) ? value : undefined;
}

function shortcutEntry(key: 'source' | 'source-ref', value: string): ManifestEntry {
  const entry = {[key]: value};
  return entryOf(entry, JSON.stringify(entry));
}
