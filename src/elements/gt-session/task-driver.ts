import type {JsonObject} from '../../base/json.js';
import type {Keymap} from '../../editor/keymap.js';
import type {ManifestEntry} from '../../formats/entry.js';
import type {ResolveSource} from '../../media/resolve.js';
import {emptyHistory, type History} from '../../model/history.js';
import type {OpenedItem, Present} from '../../session/job-state.js';

/** What a session needs of a task element. All task elements of the kit have it. */
export interface DrivenTask extends HTMLElement {
  entry: ManifestEntry | undefined;
  history: History;
  timeSpentMs: number;
  acceptanceTime: string;
  noSubmit: boolean;
  readonly: boolean;
  jobName: string;
  labelAttributeName: string;
  /** The item's number in the manifest, from 0. */
  objectId?: number;
  workerId: string;
  resolveSource: ResolveSource | undefined;
  /** The key under which the element puts its label, given or by default. */
  readonly outputAttribute?: string;
  /** False right after an item appeared, when a press on Submit is probably an accident. */
  readonly acceptsSubmit?: boolean;
  /** The keys that work inside the task; the one that submits there submits the session's item. */
  readonly activeKeymap?: Keymap;
  readonly updateComplete?: Promise<unknown>;
  submit(): Promise<boolean>;
  /** What is open and in no step yet, as plain data. Setting it opens that again. */
  draft?: JsonObject | undefined;
  /** How the worker has set things up, as plain data. Setting it sets them up again. */
  workplace?: JsonObject | undefined;
  /** Makes steps of what the worker is doing and has asked for; see {@link TaskElement.finishWork}. */
  finishWork?(): Promise<void> | undefined;
  /** Makes a step of the stroke on its way, at once. */
  endStrokes?(): void;
  reset(): void;
  prefetch?(entry: ManifestEntry): Promise<void>;
}

/** The facts of the job that a task element writes into its output. */
export interface TaskFacts {
  readonly jobName: string;
  /** Empty: the task element's own default. */
  readonly labelAttributeName: string;
  readonly workerId: string;
  readonly resolveSource: ResolveSource | undefined;
}

/**
 * Shows one item after another in the task element of a session: one element for all of them, or a new copy of a
 * `<template>` for each.
 */
export class TaskDriver {
  readonly #host: HTMLElement;
  #task: DrivenTask | undefined;
  #template: HTMLTemplateElement | undefined;
  #shown: OpenedItem | undefined;
  /** The item whose work the element has been given. */
  #given: OpenedItem | undefined;
  #ownReadonly = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The element that shows the item. Missing while there is none, or while it is not defined yet. */
  get task(): DrivenTask | undefined {
    return this.#task;
  }

  /** What the worker has done on the item so far. */
  get present(): Present {
    const task = this.#task;
    if (!task) return {history: emptyHistory, timeSpentMs: 0};
    const {history, draft, timeSpentMs, acceptanceTime} = task;
    return {history, ...(draft && {draft}), timeSpentMs, acceptanceTime};
  }

  /** True once the element has been given that item, with the work on it. */
  holds(item: OpenedItem | undefined): boolean {
    return item !== undefined && item === this.#given;
  }

  /** Shows an item, unless it is there already. False when the page gave no task element to show it in. */
  async show(item: OpenedItem, facts: TaskFacts, isWritable: boolean): Promise<boolean> {
    const isNew = item !== this.#shown;
    this.#shown = item;
    const before = this.#task;
    const hadFocus = before?.matches(':focus-within') ?? false;
    const task = await this.#taskFor(isNew);
    // Another item may have come while the element was being defined.
    if (item !== this.#shown || !task) return task !== undefined;
    task.readonly = this.#ownReadonly || !isWritable;
    if (!isNew || !item.entry) return true;
    Object.assign(task, {
      noSubmit: true,
      jobName: facts.jobName,
      labelAttributeName: facts.labelAttributeName,
      objectId: item.index,
      workerId: facts.workerId,
      ...(facts.resolveSource && {resolveSource: facts.resolveSource}),
    });
    const {history, draft, timeSpentMs, acceptanceTime} = item.work;
    task.entry = item.entry;
    task.history = history;
    task.timeSpentMs = timeSpentMs;
    if (acceptanceTime) task.acceptanceTime = acceptanceTime;
    if (draft) task.draft = draft;
    if (item.workplace) task.workplace = item.workplace;
    this.#given = item;
    if (hadFocus && task !== before) {
      await task.updateComplete;
      task.focus();
    }
    return true;
  }

  /** The page has put another element, or the first one, into the session. */
  get isOutdated(): boolean {
    return this.#template?.isConnected ? false : this.#slotted !== this.#task;
  }

  /** The next `show` shows its item anew. */
  forget(): void {
    this.#shown = undefined;
    this.#given = undefined;
  }

  get #slotted(): HTMLElement | undefined {
    return this.#host.querySelector<HTMLElement>(':scope > :not([slot], template)') ?? undefined;
  }

  async #taskFor(isNewItem: boolean): Promise<DrivenTask | undefined> {
    const template = this.#host.querySelector<HTMLTemplateElement>(':scope > template');
    if (template) {
      if (isNewItem || !this.#task?.isConnected || template !== this.#template) this.#clone(template);
      this.#template = template;
    } else {
      this.#adopt(this.#slotted);
    }
    const task = this.#task;
    if (task && !customElements.get(task.localName)) await customElements.whenDefined(task.localName);
    return task;
  }

  #clone(template: HTMLTemplateElement): void {
    const copy = document.importNode(template.content, true).firstElementChild;
    this.#task?.remove();
    this.#task = undefined;
    if (!(copy instanceof HTMLElement)) return;
    this.#host.append(copy);
    this.#adopt(copy);
  }

  #adopt(element: HTMLElement | undefined): void {
    if (element === this.#task) return;
    this.#task = element as DrivenTask | undefined;
    this.#ownReadonly = element?.hasAttribute('readonly') ?? false;
  }
}
