import {type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {JsonObject, JsonValue} from '../../base/json.js';
import type {Problem} from '../../base/result.js';
import {Editor} from '../../editor/editor.js';
import type {Keymap} from '../../editor/keymap.js';
import type {ManifestEntry} from '../../formats/entry.js';
import type {Change} from '../../model/change.js';
import type {AnnotationDocument} from '../../model/document.js';
import type {History} from '../../model/history.js';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import type {MaskRequest} from '../../tasks/mask-file.js';
import type {Task} from '../../tasks/task.js';
import {Announcer} from './announcer.js';
import {controls} from './controls.styles.js';
import type {Said} from './finished-answer.js';
import type {FormState} from './form-control.js';
import {AttributeText, readJson, unread} from './given.js';
import {ItemOpening, type OpeningHost} from './item-opening.js';
import {NoticeBoard, type NoticeKind} from './notice-board.js';
import {submitCaps} from './shortcut-list.js';
import {ShortcutsController} from './shortcuts-controller.js';
import {StringsController} from './strings-controller.js';
import {Submission, type AnswerFacts, type SubmissionHost} from './submission.js';
import {taskKeymap} from './task-keymap.js';
import {TaskFrame} from './task-frame.js';
import {TaskHooks} from './task-hooks.js';
import type {ManifestLine} from './task-events.js';
import {taskElementStyles} from './task-element.styles.js';

import {TimeSpentController} from './time-spent-controller.js';
import {Toast} from './toast.js';
import {tokens} from './tokens.styles.js';
import {visibleString} from './visible-text.js';

export type {Finished, Said} from './finished-answer.js';
export type {ErrorDetail, ManifestLine, SubmitDetail, SubmittedAnswer} from './task-events.js';

/**
 * What every task element is: a form control that shows one item, keeps what a person says about it in an editor, and
 * hands it over. Subclasses name their task type and render the item and the means to label it.
 *
 * Properties may be set in any order, before or after the element is upgraded and connected. They are read together,
 * at the next update or as soon as something asks for the value.
 */
export abstract class TaskElement<Answer extends JsonObject = JsonObject> extends TaskHooks<Answer> {
  static override styles = [tokens, controls, taskElementStyles];

  protected readonly editor = new Editor();
  protected readonly strings = new StringsController(this);
  protected readonly announcer = new Announcer(this);
  protected readonly toast = new Toast(this);
  readonly #notices = new NoticeBoard(this);
  readonly #opening = new ItemOpening(this.#makeOpeningHost());
  readonly #submission = new Submission<Answer>(this.#makeSubmissionHost());
  readonly #frame = new TaskFrame(this);

  /** One input manifest line as an object; as an attribute, its JSON. */
  @property({converter: unread})
  get entry(): ManifestEntry | undefined {
    return this.#opening.entry;
  }
  set entry(given: ManifestEntry | undefined) {
    this.#opening.setEntry(given);
  }

  /** The labels to choose from: names or {@link Label} objects; as an attribute, a JSON list. */
  @property({converter: unread})
  get labels(): readonly (string | Label)[] {
    return this.#opening.labels.given;
  }
  set labels(given: readonly (string | Label)[]) {
    this.#opening.setLabels(given);
  }

  /** An answer to start from, in the shape of `value`. A label on the entry goes before it. */
  @property({attribute: 'initial-value', converter: unread})
  get initialValue(): JsonValue | undefined {
    return this.#opening.initialValue;
  }
  set initialValue(given: JsonValue | undefined) {
    this.#opening.setInitialValue(given);
  }

  @query('.base') private base!: HTMLElement | null;
  /** The panel beside the item: it takes the focus when a form refuses to be sent, and hands it on. */
  @query('.side') private side!: HTMLElement | null;

  #checked:
    | {readonly document: AnnotationDocument; readonly task: Task; readonly problems: readonly Problem[]}
    | undefined;
  #keymap: Keymap = [];
  #isReadyTold = false;

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

  // What subclasses use.

  /** The names of commands on the shortcuts page. */
  protected get shortcutWords(): Strings['shortcuts'] {
    return this.strings.text.shortcuts;
  }

  /** The task that is open. */
  protected get task(): Task {
    return this.#opening.task;
  }

  /** What a form says when it lacks the answer. */
  protected get requiredMessage(): string {
    return this.words.required;
  }

  protected get words(): Strings['task'] {
    return this.strings.text.task;
  }

  /** True when there is something to label. */
  protected get hasItem(): boolean {
    return this.#opening.item !== undefined;
  }

  /** The present keymap, with the page's changes. */
  get activeKeymap(): Keymap {
    return this.#keymap;
  }

  /** Commits one step of the person. Nothing happens while the element is locked. */
  protected commit(name: string, changes: readonly Change[], mergeKey?: string): void {
    this.#opening.open();
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
    const {item: entry} = this.#opening;
    if (this.#isReadyTold || !entry) return;
    this.#isReadyTold = true;
    this.#submission.itemShown();
    this.dispatchEvent(new CustomEvent('gt-ready', {bubbles: true, composed: true, detail: {entry}}));
  }

  // Value and history.

  /** The answer so far, in the shape of the crowd widget; `undefined` while nothing has been said. */
  @property({attribute: false, noAccessor: true})
  get value(): Answer | undefined {
    return this.#opening.value as Answer | undefined;
  }
  set value(given: Answer | undefined) {
    this.#opening.setValue(given);
  }

  /** The steps done on this item, as plain data to store and to set again, before or after `entry`. */
  @property({attribute: false, noAccessor: true})
  get history(): History {
    return this.#opening.history;
  }
  set history(history: History) {
    this.#opening.setHistory(history);
  }

  /** Milliseconds the item has been in sight. Setting it resumes an earlier count. */
  @property({attribute: false, noAccessor: true})
  get timeSpentMs(): number {
    return this.#opening.timeSpentMs;
  }
  set timeSpentMs(ms: number) {
    this.#opening.setTimeSpentMs(ms);
  }

  /** When the item first appeared to this worker, ISO 8601. */
  @property({attribute: false, noAccessor: true})
  get acceptanceTime(): string {
    return this.#opening.acceptanceTime;
  }
  set acceptanceTime(time: string) {
    this.#opening.setAcceptanceTime(time);
  }

  // Form control.

  protected get formState(): FormState {
    const {value} = this;
    return {
      value: value === undefined ? null : JSON.stringify(value),
      required: this.required,
      requiredMessage: this.requiredMessage,
      problems: this.#check(),
      anchor: this.hasUpdated ? this.side : null,
      exempt: this.isLocked,
    };
  }

  protected restoreFormState(text: string): void {
    // What a form keeps of an answer with a file is not the whole of it.
    if (this.taskType.isLabelFile) return;
    const read = readJson(new AttributeText(text), 'value');
    if (read.ok && read.value !== undefined) this.value = read.value as Answer;
  }

  // Life.

  /** With this, `moveBefore` moves the element without taking it apart. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['src', 'text', 'labelAttributeName', 'jobName', 'coordinates'].some((name) => changed.has(name)))
      this.#opening.changed();
    const deciding = ['keymap', 'labels', 'comment', 'exclusionCategory'];
    if (this.#keymap.length === 0 || deciding.some((name) => changed.has(name))) this.#bindKeys();
    this.#opening.open();
  }

  protected override updated(): void {
    this.updateForm();
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
  getAnswer(): Promise<Answer | undefined> {
    return this.#submission.answer();
  }

  /** The augmented manifest line, and the files it refers to. Throws while there is no answer to write. */
  async toManifestLine(options: {readonly now?: Date} = {}): Promise<ManifestLine> {
    const line = await this.#submission.line(options.now);
    if (!line) throw new Error(this.words.required);
    return line;
  }

  /** Checks the answer and hands it over by `gt-submit`. False when something must be corrected or the page refused. */
  submit(): Promise<boolean> {
    return this.#submission.submit();
  }

  /**
   * Makes steps of what a person is doing, and waits for what they asked for already: call it before another item is
   * opened by them. Nothing when there is nothing to wait for.
   */
  finishWork(): Promise<void> | undefined {
    this.#opening.open();
    return this.isLocked ? undefined : this.settle(true);
  }

  /**
   * False while a press on Submit is probably an accident: right after an item appeared and nothing has been done on
   * it, or right after it was submitted (SHELL-4).
   */
  get acceptsSubmit(): boolean {
    return this.#submission.accepts;
  }

  /** Takes the last step back. False when there is none. */
  undo(): boolean {
    this.#opening.open();
    const step = this.editor.state.history.done.at(-1);
    if (this.isLocked || this.isSubmitting || !step) return false;
    this.announcer.announce(this.words.undone(visibleString(step.name)));
    return this.editor.undo();
  }

  /** Does the step taken back last once more. False when there is none. */
  redo(): boolean {
    this.#opening.open();
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
    this.#submission.forgetProblems();
    this.#opening.reset();
    this.requestUpdate();
  }

  /** Submits as a press on Submit does: not by accident, and not twice. */
  protected submitByPerson(): void {
    if (this.isLocked || !this.acceptsSubmit) return;
    void this.submit();
  }

  // Opening.

  #makeOpeningHost(): OpeningHost {
    return {
      editor: this.editor,
      notices: this.#notices,
      timeSpent: new TimeSpentController(this),
      taskType: () => this.taskType,
      source: () => this,
      outputAttribute: () => this.outputAttribute,
      taskOptions: (entry) => this.taskOptions(entry),
      isShown: () => this.hasUpdated,
      masksWanted: (requests) => this.masksWanted(requests),
      itemLeft: () => this.itemLeft(),
      itemOpened: () => {
        this.#isReadyTold = false;
        this.#submission.itemOpened();
        this.toast.hide();
        this.itemOpened();
      },
      answerGiven: () => this.answerGiven(),
      opened: () => {
        if (this.hasUpdated) this.updateForm();
        this.requestUpdate();
      },
      markedStale: () => this.requestUpdate(),
    };
  }

  /** The mask files that an item will start with, as far as its entry says: for loading them ahead. */
  protected masksOf(entry: ManifestEntry): readonly MaskRequest[] {
    return this.#opening.masksOf(entry);
  }

  /** For subclasses: something is open or closed now that submitting was refused for. */
  protected checkAgain(): void {
    this.#submission.checkAgain();
  }

  /** For subclasses: a property has changed that `taskOptions` reads. */
  protected taskChanged(): void {
    this.#opening.changed();
  }

  /** For subclasses: says in place, and by `gt-error`, what is wrong with something the page gave. */
  protected notice(kind: NoticeKind, problems: readonly Problem[]): void {
    this.#notices.set(kind, problems);
  }

  #bindKeys(): void {
    const {keymap, problems} = taskKeymap(this.defaultKeymap, this.keymap ?? {}, this.#opening.labels.labels);
    this.#keymap = keymap;
    this.#notices.set('invalid-keymap', problems);
  }

  // Editing and submitting.

  #afterEdit(): void {
    this.#opening.edited();
    this.toast.goOn();
    this.#submission.edited();
    this.updateForm();
    this.dispatchEvent(
      new CustomEvent('gt-change', {bubbles: true, composed: true, detail: {value: this.value}}),
    );
  }

  /** What is wrong with the answer so far, and what is worth a second look. Checked once for each state of the work. */
  protected get answerProblems(): readonly Problem[] {
    const {task} = this;
    const {document} = this.editor.state;
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

  /** What was wrong with the answer when handing it over was tried last. */
  protected get submitProblems(): readonly Problem[] {
    return this.#submission.problems;
  }

  /** The answer is being put together, of what was there when it was asked for: nothing can be changed meanwhile. */
  protected get isSubmitting(): boolean {
    return this.#submission.isWriting;
  }

  #makeSubmissionHost(): SubmissionHost<Answer> {
    return {
      element: this,
      opening: this.#opening,
      taskType: () => this.taskType,
      words: () => this.words,
      facts: () => ({
        name: this.name,
        jobName: this.outputJobName,
        attribute: this.outputAttribute,
        objectId: this.objectId ?? 0,
        workerId: this.workerId ?? '',
      }),
      isLocked: () => this.isLocked,
      said: (now, facts) => this.#said(now, facts),
      settle: (endsStrokes) => this.settle(endsStrokes),
      problems: () => this.#checkForSubmit(),
      finish: (said) => this.finish(said),
      goOn: () => this.toast.goOn(),
      refused: () => this.#tellRefused(),
      accepted: () => this.announcer.announce(this.words.submitted),
      changed: () => this.requestUpdate(),
    };
  }

  #said(now: Date, {jobName, objectId}: AnswerFacts): Said<Answer> | undefined {
    const answer = this.value;
    if (answer === undefined) return undefined;
    return {document: this.editor.state.document, task: this.task, answer, jobName, objectId, now};
  }

  async #tellRefused(): Promise<void> {
    this.announcer.announce(this.words.problems(this.submitProblems.length, this.strings.language));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.problems a')?.focus();
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
      wasSubmitted: this.#submission.wasAccepted,
      isSubmitting: this.#submission.isBusy,
      focusPlace: (at) => this.focusPlace(at),
      focusSide: () => this.focus(),
      submit: () => this.submitByPerson(),
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
  }
}
