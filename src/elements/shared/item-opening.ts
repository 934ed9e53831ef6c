import {isJsonObject, type JsonObject, type JsonValue} from '../../base/json.js';
import type {Problem} from '../../base/result.js';
import type {Editor} from '../../editor/editor.js';
import {entryOf, type ManifestEntry} from '../../formats/entry.js';
import {emptyHistory, type History} from '../../model/history.js';
import {priorAnswer, priorLabel} from '../../tasks/line.js';
import type {MaskRequest} from '../../tasks/mask-file.js';
import type {Task, TaskType} from '../../tasks/task.js';
import {AttributeText, isFromManifest, readEntry, readJson} from './given.js';
import {readLabelList, type LabelList} from './label-list.js';
import type {NoticeBoard} from './notice-board.js';
import {openItem, type OpenedItem} from './open-item.js';
import type {TimeSpentController} from './time-spent-controller.js';

/** What the opening of items needs of its element. */
export interface OpeningHost {
  readonly editor: Editor;
  readonly notices: NoticeBoard;
  readonly timeSpent: TimeSpentController;
  taskType(): TaskType;
  /** What is labelled where there is no entry. */
  source(): {readonly src: string; readonly text: string};
  outputAttribute(): string;
  /** Facts of the task for that entry, besides the entry and the labels. */
  taskOptions(entry: ManifestEntry): Partial<Task>;
  /** The element has been rendered: what is set from now on takes the place of what people see. */
  isShown(): boolean;
  /** The mask files that the item starts with. */
  masksWanted(requests: readonly MaskRequest[]): void;
  /** Another item is about to be opened, while the work on this one is still there. */
  itemLeft(): void;
  /** Another item has been opened. */
  itemOpened(): void;
  /** The page has set another answer or history for the item that is open. */
  answerGiven(): void;
  /** The item has been opened, or opened anew. */
  opened(): void;
  /** Something was set that will be read at the next update. */
  markedStale(): void;
}

/**
 * What a page gives a task element to work on, in whatever order it does, and the item that comes of it. All is read
 * together, at the next update or as soon as something asks: then the item is opened in the editor.
 */
export class ItemOpening {
  readonly #host: OpeningHost;
  #entry: ManifestEntry | undefined;
  #isEntryByIdentity = false;
  #labels: LabelList = readLabelList(undefined);
  #initialValue: JsonValue | undefined;
  /** Why it could not even be read. */
  #initialValueProblems: readonly Problem[] = [];
  /** Set by the page and waiting for an entry to belong to. */
  #pendingValue: JsonValue | undefined;
  #pendingHistory: History | undefined;
  #pendingTimeMs: number | undefined;
  #pendingAcceptanceTime: string | undefined;
  /** Set by the page and of no use so far; other labels may change that. */
  #refusedValue: JsonValue | undefined;
  /** The answer the open document started from, when the page set one. */
  #baseValue: JsonValue | undefined;
  /** True when something has changed that decides what is open. */
  #isStale = true;
  #item: ManifestEntry | undefined;
  #task: Task = {entry: {}, labels: []};
  #acceptanceTime = '';

  constructor(host: OpeningHost) {
    this.#host = host;
  }

  // What the page gives.

  get entry(): ManifestEntry | undefined {
    return this.#entry;
  }

  setEntry(given: unknown): void {
    const {notices} = this.#host;
    const read = readEntry(given);
    const isNew =
      !(given instanceof AttributeText) && typeof given === 'object' && given && isFromManifest(given);
    notices.restart('invalid-entry');
    this.#entry = read.ok ? read.value : undefined;
    this.#isEntryByIdentity = Boolean(isNew);
    notices.set('invalid-entry', read.ok ? [] : read.problems);
    this.#isStale = true;
  }

  get labels(): LabelList {
    return this.#labels;
  }

  setLabels(given: unknown): void {
    this.#labels = readLabelList(given, this.#host.taskType());
    this.#host.notices.set('invalid-labels', this.#labels.problems);
    this.#isStale = true;
  }

  get initialValue(): JsonValue | undefined {
    return this.#initialValue;
  }

  setInitialValue(given: unknown): void {
    const read = readJson(given, 'initial-value');
    this.#initialValue = read.ok ? read.value : undefined;
    this.#initialValueProblems = read.ok ? [] : read.problems;
    this.#host.notices.set('invalid-value', this.#initialValueProblems, 'initial-value');
    this.#isStale = true;
  }

  get value(): JsonObject | undefined {
    const {task} = this;
    return this.#host.taskType().toAnswer(this.#host.editor.state.document, task);
  }

  setValue(given: unknown): void {
    const host = this.#host;
    const read = readJson(given, 'value');
    host.notices.set('invalid-value', read.ok ? [] : read.problems);
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
      if (host.isShown() && this.#item === openBefore) this.#pendingHistory = emptyHistory;
    }
    this.#markStale();
    if (host.isShown()) this.open();
  }

  get history(): History {
    this.open();
    return this.#host.editor.state.history;
  }

  setHistory(history: History | undefined): void {
    this.#pendingHistory = history ?? emptyHistory;
    this.#markStale();
  }

  get timeSpentMs(): number {
    this.open();
    return this.#host.timeSpent.ms;
  }

  setTimeSpentMs(ms: number): void {
    this.#pendingTimeMs = ms;
    this.#markStale();
  }

  get acceptanceTime(): string {
    this.open();
    return this.#acceptanceTime;
  }

  setAcceptanceTime(time: string): void {
    this.#pendingAcceptanceTime = time;
    this.#markStale();
  }

  // What comes of it.

  /** What is open; nothing where there is nothing to label. */
  get item(): ManifestEntry | undefined {
    return this.#item;
  }

  get task(): Task {
    this.open();
    return this.#task;
  }

  /** A property has changed that decides what is open. */
  changed(): void {
    this.#isStale = true;
  }

  /** The person has done something: what the page set before is over. */
  edited(): void {
    this.#forgetPending();
    this.#refusedValue = undefined;
  }

  /** Back to how the item was opened: its own label, the suggestion, or nothing. */
  reset(): void {
    this.#pendingValue = undefined;
    this.#refusedValue = undefined;
    this.#baseValue = undefined;
    this.#pendingHistory = emptyHistory;
    this.#isStale = true;
    this.open();
  }

  /** The mask files that an item will start with, as far as its entry says: for loading them ahead. */
  masksOf(entry: ManifestEntry): readonly MaskRequest[] {
    const taskType = this.#host.taskType();
    const attribute = this.#host.outputAttribute();
    const prior = priorLabel(entry, attribute);
    const task: Task = {entry, labels: this.#labels.labels, ...(prior && {prior})};
    const answer = taskType.maskOf && priorAnswer(taskType, task, attribute);
    const request = answer?.ok ? taskType.maskOf?.(answer.value, task) : undefined;
    return request ? [request] : [];
  }

  /** Reads what has been set since the last time, and opens the item anew where that is needed. */
  open(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const host = this.#host;
    const entry = this.#effectiveEntry;
    const isNewItem = !this.#isSameItem(entry);
    if (isNewItem) this.#leaveItem(entry);
    this.#task = this.#bareTask();
    const setsAnswer = this.#takeValue();
    const opened = openItem(host.taskType(), this.#task, {
      ...(this.#baseValue === undefined ? {} : {value: this.#baseValue}),
      ...(this.#initialValue === undefined ? {} : {initialValue: this.#initialValue}),
      labelAttributeName: host.outputAttribute(),
    });
    const given = objectIn(this.#baseValue);
    this.#wantMasks([given, opened.initial]);
    this.#task = {
      ...this.#task,
      ...(given && {given}),
      ...(opened.initial && {initial: opened.initial}),
    };
    const isAnswerGiven = setsAnswer || this.#pendingHistory !== undefined;
    const kept = isNewItem || setsAnswer ? emptyHistory : host.editor.state.history;
    host.editor.open(opened.document, this.#pendingHistory ?? kept);
    if (isNewItem) this.#startItem();
    else if (isAnswerGiven) host.answerGiven();
    host.timeSpent.ms = this.#pendingTimeMs ?? host.timeSpent.ms;
    this.#acceptanceTime = this.#pendingAcceptanceTime ?? this.#acceptanceTime;
    if (this.#item) this.#forgetPending();
    this.#tell(opened);
    host.opened();
  }

  get #effectiveEntry(): ManifestEntry | undefined {
    if (this.#entry) return this.#entry;
    const {src, text} = this.#host.source();
    if (src) return shortcutEntry('source-ref', src);
    return text ? shortcutEntry('source', text) : undefined;
  }

  #isSameItem(entry: ManifestEntry | undefined): boolean {
    if (entry === this.#item) return true;
    if (!entry || !this.#item || (this.#entry && this.#isEntryByIdentity)) return false;
    return JSON.stringify(entry) === JSON.stringify(this.#item);
  }

  #leaveItem(next: ManifestEntry | undefined): void {
    const {notices} = this.#host;
    if (this.#item) this.#host.itemLeft();
    this.#item = next;
    this.#baseValue = undefined;
    if (this.#refusedValue !== undefined) notices.set('invalid-value', []);
    this.#refusedValue = undefined;
  }

  #startItem(): void {
    const {timeSpent} = this.#host;
    timeSpent.clear();
    if (this.#item) timeSpent.start();
    this.#acceptanceTime = new Date().toISOString();
    this.#host.itemOpened();
  }

  /** The task without what it starts from. */
  #bareTask(): Task {
    const host = this.#host;
    const prior = this.#item && priorLabel(this.#item, host.outputAttribute());
    const entry = this.#item ?? {};
    return {entry, labels: this.#labels.labels, ...(prior ? {prior} : {}), ...host.taskOptions(entry)};
  }

  /** Takes over the value the page has set. One that cannot be used leaves the answer alone and is told. */
  #takeValue(): boolean {
    const given = this.#pendingValue ?? this.#refusedValue;
    if (given === undefined) return false;
    const read = this.#host.taskType().fromAnswer(given, this.#task);
    this.#refusedValue = read.ok ? undefined : given;
    this.#host.notices.set('invalid-value', read.ok ? [] : read.problems);
    if (read.ok) this.#baseValue = given;
    return read.ok;
  }

  #wantMasks(answers: readonly (JsonObject | undefined)[]): void {
    const taskType = this.#host.taskType();
    if (!taskType.maskOf) return;
    this.#host.masksWanted(answers.flatMap((answer) => taskType.maskOf?.(answer, this.#task) ?? []));
  }

  #tell({source, problems}: OpenedItem): void {
    const {notices} = this.#host;
    if (source === 'value') {
      if (this.#refusedValue === undefined) notices.set('invalid-value', problems);
      return;
    }
    // Without an item the fault of an unreadable entry stays.
    if (this.#item) notices.set('invalid-entry', source === 'entry' ? problems : []);
    const found = source === 'initial-value' ? problems : [];
    notices.set('invalid-value', [...this.#initialValueProblems, ...found], 'initial-value');
  }

  #forgetPending(): void {
    this.#pendingValue = undefined;
    this.#pendingHistory = undefined;
    this.#pendingTimeMs = undefined;
    this.#pendingAcceptanceTime = undefined;
  }

  #markStale(): void {
    this.#isStale = true;
    this.#host.markedStale();
  }
}

function objectIn(value: JsonValue | undefined): JsonObject | undefined {
  return value !== undefined && isJsonObject(value) ? value : undefined;
}

function shortcutEntry(key: 'source' | 'source-ref', value: string): ManifestEntry {
  const entry = {[key]: value};
  return entryOf(entry, JSON.stringify(entry));
}
