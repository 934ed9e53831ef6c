import {html, LitElement, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import arrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import arrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import clipboardPaste from 'lucide/dist/esm/icons/clipboard-paste.mjs';
import fileUp from 'lucide/dist/esm/icons/file-up.mjs';
import grip from 'lucide/dist/esm/icons/grip-vertical.mjs';
import trash from 'lucide/dist/esm/icons/trash.mjs';
import type {Problem} from '../../base/result.js';
import {Announcer} from '../../elements/shared/announcer.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {lookOf} from '../../elements/shared/palette.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {labelsInText, type LabelsInText} from '../../formats/label-text.js';
import type {Label} from '../../model/label.js';
import {fields} from '../fields.styles.js';
import {styles} from './gt-label-editor.styles.js';

/** A row of the list. Its key stays when rows before it come and go, so that the caret stays too. */
interface Row {
  readonly key: number;
  readonly label: Label;
}

/** What a file or a pasted text brought beside its labels. */
export type LabelInstructions = Pick<LabelsInText, 'shortInstruction' | 'fullInstruction'>;

/**
 * The labels of a job: named, coloured, ordered by hand or by keys, pasted or imported.
 *
 * @fires {CustomEvent<readonly Label[]>} gt-labels - The list changed.
 * @fires {CustomEvent<LabelInstructions>} gt-label-instructions - A label file had instructions in it.
 */
export class GtLabelEditor extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);
  readonly #announcer = new Announcer(this);

  /** The labels, rows without a name among them. */
  @property({attribute: false}) labels: readonly Label[] = [];

  @state() private rows: readonly Row[] = [];
  @state() private opened: number | undefined;
  @state() private dragged: number | undefined;
  @state() private isPasting = false;
  @state() private pasted = '';
  @state() private problems: readonly Problem[] = [];

  @query('#file') private fileInput!: HTMLInputElement;

  #nextKey = 0;
  /** What was handed out last: the same list coming back is no news. */
  #told: readonly Label[] | undefined;

  protected override willUpdate(): void {
    if (this.labels === this.#told) return;
    this.#told = this.labels;
    this.rows = this.labels.map((label) => ({key: this.#nextKey++, label}));
  }

  #set(rows: readonly Row[]): void {
    this.rows = rows;
    this.#told = this.labels = rows.map(({label}) => label);
    this.dispatchEvent(new CustomEvent<readonly Label[]>('gt-labels', {detail: this.labels}));
  }

  /** An empty text takes the member away. */
  #edit(key: number, member: keyof Label, text: string): void {
    this.#set(
      this.rows.map((row) => {
        if (row.key !== key) return row;
        const {[member]: _before, ...rest} = row.label;
        const label = member === 'label' || text !== '' ? {...rest, [member]: text} : rest;
        return {key, label: label as Label};
      }),
    );
  }

  #add(labels: readonly Label[]): void {
    const known = new Set(this.rows.map(({label}) => label.label));
    const added = labels.filter(({label}) => !known.has(label));
    this.#set([...this.rows, ...added.map((label) => ({key: this.#nextKey++, label}))]);
  }

  async #remove(key: number): Promise<void> {
    const at = this.rows.findIndex((row) => row.key === key);
    const name = this.#nameOf(this.rows[at]!.label, at);
    this.#set(this.rows.filter((row) => row.key !== key));
    this.#announcer.announce(this.#strings.text.wizard.removed(name));
    await this.updateComplete;
    this.#focusName(Math.min(at, this.rows.length - 1));
  }

  #focusName(at: number): void {
    const names = this.renderRoot.querySelectorAll<HTMLInputElement>('.name');
    (names[at] ?? this.renderRoot.querySelector<HTMLInputElement>('#new'))?.focus();
  }

  #move(key: number, to: number): void {
    const at = this.rows.findIndex((row) => row.key === key);
    const row = this.rows[at];
    if (!row || to < 0 || to >= this.rows.length || to === at) return;
    const rows = this.rows.toSpliced(at, 1).toSpliced(to, 0, row);
    this.#set(rows);
    const words = this.#strings.text.wizard;
    this.#announcer.announce(words.movedTo(this.#nameOf(row.label, to), to + 1, rows.length));
  }

  /** Moves by a button or a key, which keeps the focus although its row goes elsewhere. */
  async #moveFocused(event: Event, key: number, to: number): Promise<void> {
    const control = event.currentTarget as HTMLElement;
    const {className} = control;
    this.#move(key, to);
    await this.updateComplete;
    const row = this.renderRoot.querySelector(`[data-key="${key}"]`);
    const again = control.isConnected ? control : row?.getElementsByClassName(className)[0];
    if (again instanceof HTMLButtonElement && again.disabled)
      row?.querySelector<HTMLElement>('.grip')?.focus();
    else (again as HTMLElement | undefined)?.focus();
  }

  #onGripKey(event: KeyboardEvent, key: number, at: number): void {
    const last = this.rows.length - 1;
    const places: Readonly<Record<string, number>> = {ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last};
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    void this.#moveFocused(event, key, to);
  }

  #onGripDown(event: PointerEvent, key: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged = key;
  }

  /** The dragged row takes the place of the row under the pointer as soon as it is past its middle. */
  #onGripMove(event: PointerEvent, key: number): void {
    if (this.dragged !== key) return;
    const at = this.rows.findIndex((row) => row.key === key);
    const elements = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const middles = elements.map((element) => {
      const {top, height} = element.getBoundingClientRect();
      return top + height / 2;
    });
    const above = middles.filter((middle, index) => index !== at && middle < event.clientY).length;
    if (above !== at) this.#move(key, above);
  }

  #onName(event: KeyboardEvent, at: number): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#focusName(at + 1);
  }

  #onNew(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#addTyped(event.target as HTMLInputElement);
  }

  #addTyped(input: HTMLInputElement): void {
    const label = input.value.trim();
    if (label === '') return;
    this.#add([{label}]);
    input.value = '';
  }

  /** A list pasted where one label was expected becomes many. */
  #onNewPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\n,[{]/.test(text.trim())) return;
    const read = labelsInText(text);
    if (!read.ok) return;
    event.preventDefault();
    this.#add(read.value.labels);
  }

  #take(text: string, replace: boolean): boolean {
    const read = labelsInText(text);
    this.problems = read.ok ? (read.warnings ?? []) : read.problems;
    if (!read.ok) return false;
    const {labels, ...instructions} = read.value;
    if (replace) this.#set(labels.map((label) => ({key: this.#nextKey++, label})));
    else this.#add(labels);
    this.#announcer.announce(this.#strings.text.wizard.imported(labels.length));
    if (Object.keys(instructions).length > 0)
      this.dispatchEvent(new CustomEvent<LabelInstructions>('gt-label-instructions', {detail: instructions}));
    return true;
  }

  async #takePasted(replace: boolean): Promise<void> {
    if (!this.#take(this.pasted, replace)) return;
    this.isPasting = false;
    this.pasted = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#paste')?.focus();
  }

  async #onFile(): Promise<void> {
    const file = this.fileInput.files?.[0];
    this.fileInput.value = '';
    if (file) this.#take(await file.text(), true);
  }

  #nameOf({label}: Label, at: number): string {
    return label.trim() || this.#strings.text.wizard.labelNumber(at + 1);
  }

  #row({key, label}: Row, at: number) {
    const words = this.#strings.text.wizard;
    const name = this.#nameOf(label, at);
    const isOpen = this.opened === key;
    return html`<li class="row ${this.dragged === key ? 'dragged' : ''}" data-key=${key}>
      <button
        class="tool grip"
        type="button"
        aria-label=${words.move(name)}
        title=${words.moveHelp}
        @keydown=${(event: KeyboardEvent) => this.#onGripKey(event, key, at)}
        @pointerdown=${(event: PointerEvent) => this.#onGripDown(event, key)}
        @pointermove=${(event: PointerEvent) => this.#onGripMove(event, key)}
        @pointerup=${() => (this.dragged = undefined)}
        @pointercancel=${() => (this.dragged = undefined)}
      >
        ${icon(grip)}
      </button>
      <input
        class="color"
        type="color"
        aria-label=${words.color(name)}
        title=${words.color(name)}
        .value=${lookOf(label, at).color}
        @input=${(event: Event) => this.#edit(key, 'color', valueOf(event))}
      />
      <input
        class="name"
        type="text"
        dir="auto"
        spellcheck="false"
        aria-label=${words.labelNumber(at + 1)}
        .value=${label.label}
        @input=${(event: Event) => this.#edit(key, 'label', valueOf(event))}
        @keydown=${(event: KeyboardEvent) => this.#onName(event, at)}
      />
      <input
        class="key"
        type="text"
        maxlength="2"
        aria-label=${words.shortcut(name)}
        title=${words.shortcut(name)}
        placeholder=${at < 10 ? String((at + 1) % 10) : '–'}
        .value=${label.shortcut ?? ''}
        @input=${(event: Event) => this.#onShortcut(event.target as HTMLInputElement, key)}
      />
      <button
        class="tool up"
        type="button"
        aria-label=${words.moveUp(name)}
        title=${words.moveUp(name)}
        ?disabled=${at === 0}
        @click=${(event: Event) => void this.#moveFocused(event, key, at - 1)}
      >
        ${icon(arrowUp)}
      </button>
      <button
        class="tool down"
        type="button"
        aria-label=${words.moveDown(name)}
        title=${words.moveDown(name)}
        ?disabled=${at === this.rows.length - 1}
        @click=${(event: Event) => void this.#moveFocused(event, key, at + 1)}
      >
        ${icon(arrowDown)}
      </button>
      <button
        class="tool more"
        type="button"
        aria-label=${words.details(name)}
        title=${words.details(name)}
        aria-expanded=${isOpen}
        @click=${() => (this.opened = isOpen ? undefined : key)}
      >
        ${icon(chevronDown)}
      </button>
      <button
        class="tool bin"
        type="button"
        aria-label=${words.remove(name)}
        title=${words.remove(name)}
        @click=${() => void this.#remove(key)}
      >
        ${icon(trash)}
      </button>
      ${isOpen ? this.#details(key, label) : nothing}
    </li>`;
  }

  #details(key: number, label: Label) {
    const words = this.#strings.text.wizard;
    const field = (name: string, member: 'description' | 'shortDisplayName') =>
      html`<label class="field">
        <span>${name}</span>
        <input
          type="text"
          dir="auto"
          .value=${label[member] ?? ''}
          @input=${(event: Event) => this.#edit(key, member, valueOf(event))}
        />
      </label>`;
    return html`<div class="details">
      ${field(words.description, 'description')} ${field(words.shortName, 'shortDisplayName')}
    </div>`;
  }

  /** The last key that was typed counts: nobody has to clear the field first. */
  #onShortcut(input: HTMLInputElement, key: number): void {
    const typed = [...input.value.trim()].at(-1) ?? '';
    input.value = typed;
    this.#edit(key, 'shortcut', typed);
  }

  #paste() {
    const words = this.#strings.text.wizard;
    return html`<div class="paste">
      <label class="field">
        <span>${words.pasteHint}</span>
        <textarea
          id="list"
          rows="6"
          spellcheck="false"
          dir="auto"
          .value=${this.pasted}
          @input=${(event: Event) => (this.pasted = valueOf(event))}
        ></textarea>
      </label>
      <div class="choices">
        <button class="button primary" type="button" @click=${() => void this.#takePasted(false)}>
          ${words.addThese}
        </button>
        <button class="button" type="button" @click=${() => void this.#takePasted(true)}>
          ${words.replaceAll}
        </button>
      </div>
    </div>`;
  }

  protected override render() {
    const words = this.#strings.text.wizard;
    return html`
      <ol role="list">
        ${repeat(
          this.rows,
          ({key}) => key,
          (row, at) => this.#row(row, at),
        )}
      </ol>
      <input
        id="new"
        type="text"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        aria-label=${words.addLabel}
        placeholder=${words.addLabel}
        title=${words.addLabelHint}
        @keydown=${this.#onNew}
        @change=${(event: Event) => this.#addTyped(event.target as HTMLInputElement)}
        @paste=${this.#onNewPaste}
      />
      <div class="choices">
        <button
          id="paste"
          class="button"
          type="button"
          aria-expanded=${this.isPasting}
          @click=${() => (this.isPasting = !this.isPasting)}
        >
          ${icon(clipboardPaste)} ${words.pasteList}
        </button>
        <button class="button" type="button" @click=${() => this.fileInput.click()}>
          ${icon(fileUp)} ${words.importLabels}
        </button>
        <input
          id="file"
          type="file"
          accept=".json,.txt,.csv,application/json,text/plain"
          hidden
          aria-label=${words.importLabels}
          @change=${() => void this.#onFile()}
        />
      </div>
      ${this.isPasting ? this.#paste() : nothing}
      <div class="problems" role="status">
        ${this.problems.slice(0, 5).map(({message, severity}) => html`<p class=${severity}>${message}</p>`)}
      </div>
      ${this.#announcer.region}
    `;
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'gt-label-editor': GtLabelEditor;
  }
}
