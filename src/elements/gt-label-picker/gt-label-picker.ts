import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import Search from 'lucide/dist/esm/icons/search.mjs';
import type {Label} from '../../model/label.js';
import {Announcer} from '../shared/announcer.js';
import {chipStyles} from '../shared/chip.styles.js';
import {controls} from '../shared/controls.styles.js';
import {cssProperties} from '../shared/css-properties.js';
import {fillIn} from '../shared/fill-in.js';
import {icon} from '../shared/icon.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import {labelPickerStyles} from './gt-label-picker.styles.js';
import {labelRow, needsTwoLines, type LabelAct} from './label-row.js';
import {placeAfter} from './list-keys.js';
import {NumberEntry} from './number-entry.js';
import {optionsFor, type Option} from './options.js';
import {scrollFor, windowOf} from './row-window.js';
import {OptionSearch} from './search.js';

/** Lists longer than this have a search field and remember what was chosen lately. */
const searchableFrom = 13;
/** Lists longer than this render only the rows in sight. */
const windowedFrom = 101;
const recentRows = 3;
/** These go from row to row also while a button beside a label has the focus. */
const placeKeys = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

/** What the worker asked for: these labels on, or off. Whoever holds the answer decides and sets `chosen`. */
export interface LabelPick {
  readonly labels: readonly string[];
  readonly checked: boolean;
  /** The label that an earlier digit of the same number had picked; it goes back to what it was. */
  readonly replaces?: string;
  /** Picks with the same key are one step of the history. */
  readonly mergeKey?: string;
}

/** The worker pressed one of the buttons beside a label. */
export interface LabelActDetail {
  readonly act: string;
  readonly label: string;
}

/**
 * @summary The list of labels of a task: one or several to choose, by pointer, keys or search.
 *
 * It shows what is `chosen` and asks for changes by events; it never changes the choice itself.
 *
 * @fires {CustomEvent<LabelPick>} gt-label-pick - The worker asked for labels. Does not bubble.
 * @fires {CustomEvent<LabelActDetail>} gt-label-act - The worker asked for one of the `acts`. Does not bubble.
 * @csspart list - The rows.
 * @csspart row - One row.
 * @csspart search - The search field.
 */
export class GtLabelPicker extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override styles = [tokens, controls, chipStyles, labelPickerStyles];

  readonly #strings = new StringsController(this);
  readonly #announcer = new Announcer(this);
  readonly #numbers = new NumberEntry();

  /** The labels to choose from, in the order of their class ids. */
  @property({attribute: false}) labels: readonly Label[] = [];

  /** The chosen labels. */
  @property({attribute: false}) chosen: readonly string[] = [];

  /** True when several labels may be chosen. */
  @property({type: Boolean}) multiple = false;

  /** A last row that stands for "none of the others". */
  @property({attribute: 'exclusion-label'}) exclusionLabel = '';

  /** What the labels are for. When this is another thing, Tab begins anew at the chosen radio or the first row. */
  @property({attribute: false}) item: unknown;

  /** The name of the list for screen readers. */
  @property() legend = '';

  /** Says that something about the choice must be corrected. */
  @property({type: Boolean}) invalid = false;

  @property({type: Boolean}) readonly = false;

  @property({type: Boolean}) disabled = false;

  /** How often each label is used in this item, for tasks that draw. */
  @property({attribute: false}) counts: ReadonlyMap<string, number> | undefined;

  /** A few characters about each label in the place of its count, such as its share of a picture. */
  @property({attribute: false}) notes: ReadonlyMap<string, string> | undefined;

  /** What can be done to each label beside choosing it: small buttons at the end of its row. */
  @property({attribute: false}) acts: readonly LabelAct[] = [];

  @state() private query = '';
  @state() private isSearchOpen = false;
  /** Index in the list of the row that Tab reaches. */
  @state() private active = 0;
  /** Place among the found rows of the one that Enter takes. */
  @state() private match = 0;
  @state() private recent: readonly string[] = [];
  @state() private scrollPlace = 0;

  @query('.list') private list!: HTMLElement | null;
  @query('input') private searchField!: HTMLInputElement | null;

  #options: readonly Option[] = [];
  #search = new OptionSearch([]);
  #found: readonly Option[] = [];
  #chosenSet: ReadonlySet<string> = new Set();
  #rangeFrom: {readonly index: number; readonly checked: boolean} | undefined;
  #rowHeight = 34;
  #listHeight = 600;
  #size: ResizeObserver | undefined;
  #frame = 0;

  protected override willUpdate(changed: PropertyValues): void {
    fillIn<GtLabelPicker>(this, {labels: [], chosen: [], exclusionLabel: '', legend: ''});
    if (changed.has('labels') || changed.has('exclusionLabel')) this.#readOptions();
    if (changed.has('chosen')) this.#chosenSet = new Set(this.chosen);
    if (changed.has('query') || changed.has('labels') || changed.has('exclusionLabel')) {
      this.#found = this.#search.find(this.query);
      this.match = 0;
    }
    if (changed.has('item') || changed.has('chosen') || changed.has('labels')) {
      this.#placeTabStop(changed.has('item'));
    }
    this.toggleAttribute('tall', this.#isWindowed && this.#options.some(({label}) => needsTwoLines(label)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size ??= new ResizeObserver(() => this.#measureSoon());
    if (this.list) this.#size.observe(this.list);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  protected override firstUpdated(): void {
    if (this.list) this.#size?.observe(this.list);
  }

  protected override updated(): void {
    if (this.#isWindowed) void this.updateComplete.then(() => this.#measure());
  }

  /** Rows are laid out by CSS; what fits into the window is known only afterwards. */
  #measure(): void {
    const row = this.list?.querySelector<HTMLElement>('.slot');
    const rowHeight = row?.getBoundingClientRect().height || this.#rowHeight;
    const listHeight = this.list?.clientHeight || this.#listHeight;
    if (rowHeight === this.#rowHeight && listHeight === this.#listHeight) return;
    this.#rowHeight = rowHeight;
    this.#listHeight = listHeight;
    this.requestUpdate();
  }

  #measureSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.scrollPlace = this.list?.scrollTop ?? 0;
      if (this.#isWindowed) this.#measure();
    });
  }

  /** How many rows there are, the exclusion choice included. */
  get rowCount(): number {
    return this.labels.length + (this.exclusionLabel ? 1 : 0);
  }

  /** True when pressing a digit may be the first of two. */
  get takesTwoDigits(): boolean {
    // With several choices, two quick digits are two choices as long as Shift reaches all rows.
    return this.rowCount > (this.multiple ? 30 : 10);
  }

  /** Puts the focus on the row that Tab would reach, or on the search field when there is no row. */
  override focus(options?: FocusOptions): void {
    if (this.#rowElement(this.active)) this.#rowElement(this.active)?.focus(options);
    else if (this.searchField) this.searchField.focus(options);
    else super.focus(options);
  }

  /** Acts on the digit of row 1–10. False when there is no such row. `at` is the time in ms. */
  pressDigit(position: number, at: number = performance.now()): boolean {
    if (!this.takesTwoDigits) return this.pickNumber(position);
    const press = this.#numbers.press(position, this.rowCount, at);
    const option = this.#allOptions[press.position - 1];
    if (!option) return false;
    const replaced = press.replaces === undefined ? undefined : this.#allOptions[press.replaces - 1];
    this.#pick([option], this.multiple ? !this.#chosenSet.has(option.label.label) : true, {
      ...(replaced ? {replaces: replaced.label.label} : {}),
      ...(press.mergeKey ? {mergeKey: press.mergeKey} : {}),
    });
    this.#followChoice(option.index);
    return true;
  }

  /** Picks a row by its number, counted from 1. False when there is no such row. */
  pickNumber(position: number): boolean {
    const option = this.#allOptions[position - 1];
    if (!option) return false;
    this.#numbers.end();
    this.#toggle(option);
    this.#followChoice(option.index);
    return true;
  }

  /** In a radio group the focus is on the chosen row: a number key takes it along when it is in the list. */
  #followChoice(index: number): void {
    if (!this.multiple && this.#isListFocused) void this.#focusRow(index);
  }

  /** Shows the search field and puts the focus there. False when there is nothing to search. */
  async openSearch(): Promise<boolean> {
    if (this.rowCount === 0 || this.disabled) return false;
    this.isSearchOpen = true;
    await this.updateComplete;
    this.searchField?.focus();
    this.searchField?.select();
    return true;
  }

  get #isSearchable(): boolean {
    return this.#options.length >= searchableFrom || this.isSearchOpen;
  }

  get #isWindowed(): boolean {
    return this.#found.length >= windowedFrom;
  }

  get #isLocked(): boolean {
    return this.readonly || this.disabled;
  }

  /** The rows of the present labels, also before they have been rendered. */
  get #allOptions(): readonly Option[] {
    if (this.#options.length !== this.rowCount) this.#readOptions();
    return this.#options;
  }

  #readOptions(): void {
    this.#options = optionsFor(this.labels, this.exclusionLabel);
    this.#search = new OptionSearch(this.#options);
    this.active = Math.min(this.active, Math.max(0, this.#options.length - 1));
    this.#rangeFrom = undefined;
    this.#numbers.end();
  }

  /** Tab reaches the chosen radio. Where there is none, it stays where it is as long as the item does. */
  #placeTabStop(isOtherItem: boolean): void {
    const [first] = this.chosen;
    const chosen = this.multiple ? -1 : this.#options.findIndex(({label}) => label.label === first);
    const index = chosen < 0 && !isOtherItem ? this.active : Math.max(0, chosen);
    if (index === this.active) return;
    this.active = index;
    const move = this.#isListFocused ? this.#focusRow : this.#scrollTo;
    void this.updateComplete.then(() => move.call(this, index));
  }

  get #isListFocused(): boolean {
    return this.renderRoot.querySelector('.list:focus-within') !== null;
  }

  #toggle(option: Option, range = false): void {
    const {label, index} = option;
    if (!this.multiple) return this.#pick([option], true);
    if (range && this.#rangeFrom) {
      const {index: from, checked} = this.#rangeFrom;
      const [low, high] = [Math.min(from, index), Math.max(from, index)];
      const between = this.#found.filter((row) => row.index >= low && row.index <= high && !row.isExclusion);
      return this.#pick(between, checked);
    }
    const checked = !this.#chosenSet.has(label.label);
    this.#rangeFrom = {index, checked};
    this.#pick([option], checked);
  }

  #pick(options: readonly Option[], checked: boolean, more: Partial<LabelPick> = {}): void {
    const last = options.at(-1);
    if (this.#isLocked || !last) return;
    // Among check boxes the arrows and Space go on from the focus, whatever a number key has chosen elsewhere.
    if (!this.multiple || !this.#isListFocused) this.active = last.index;
    if (checked && !last.isExclusion && this.#options.length >= searchableFrom) {
      this.recent = [last.label.label, ...this.recent.filter((label) => label !== last.label.label)].slice(
        0,
        recentRows,
      );
    }
    const labels = options.map(({label}) => label.label);
    this.dispatchEvent(new CustomEvent<LabelPick>('gt-label-pick', {detail: {labels, checked, ...more}}));
    void this.updateComplete.then(() => this.#scrollTo(last.index));
  }

  #rowElement(index: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`.row[data-index="${index}"]`);
  }

  #scrollTo(index: number): void {
    const list = this.list;
    const place = this.#found.findIndex((option) => option.index === index);
    if (!list || place < 0) return;
    if (this.#isWindowed) {
      list.scrollTop = scrollFor(place, list.scrollTop, list.clientHeight, this.#rowHeight);
      this.scrollPlace = list.scrollTop;
      return;
    }
    const row = this.#rowElement(index);
    if (!row || list.scrollHeight <= list.clientHeight) return;
    if (row.offsetTop < list.scrollTop) list.scrollTop = row.offsetTop - 2;
    const below = row.offsetTop + row.offsetHeight + 2 - list.clientHeight;
    if (below > list.scrollTop) list.scrollTop = below;
  }

  async #focusRow(index: number): Promise<void> {
    this.active = index;
    await this.updateComplete;
    this.#scrollTo(index);
    await this.updateComplete;
    this.#rowElement(index)?.focus({preventScroll: true});
  }

  readonly #onListKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || this.#onActsKey(event)) return;
    const place = this.#found.findIndex(({index}) => index === this.active);
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a' || !this.multiple || event.shiftKey) return;
      event.preventDefault();
      return this.#pick(
        this.#found.filter(({isExclusion}) => !isExclusion),
        true,
      );
    }
    if (event.key === ' ') {
      const option = this.#found[place];
      event.preventDefault();
      if (option && !event.repeat) this.#toggle(option, event.shiftKey);
      return;
    }
    const next = placeAfter(event.key, place, this.#found.length);
    const option = next === undefined ? undefined : this.#found[next];
    if (!option) return;
    event.preventDefault();
    this.#numbers.end();
    if (!this.multiple) this.#pick([option], true);
    void this.#focusRow(option.index);
  };

  /** The arrow that points from a row to its buttons goes there; the other one leads back. True when it was for them. */
  #onActsKey(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement;
    const slot = target.closest('.slot');
    const acts = [...(slot?.querySelectorAll<HTMLElement>('.act') ?? [])];
    if (acts.length === 0) return false;
    const place = acts.indexOf(target);
    const isRightToLeft = target.matches(':dir(rtl)');
    const [forth, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const isBetween = event.key === forth || (event.key === back && place >= 0);
    if (!isBetween) return place >= 0 && !placeKeys.has(event.key);
    event.preventDefault();
    const next = place + (event.key === forth ? 1 : -1);
    (next < 0 ? slot?.querySelector<HTMLElement>('.row') : acts[next])?.focus({preventScroll: true});
    return true;
  }

  readonly #onSearchKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const count = this.#found.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count === 0) return;
      this.match = (this.match + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      const option = this.#found[this.match];
      if (option) {
        const {label} = option.label;
        this.#announcer.announce(
          this.#strings.text.labels.matchPlace(visibleString(label), this.match + 1, count),
        );
        void this.updateComplete.then(() => this.#scrollTo(option.index));
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = this.#found[this.match];
      if (!option || event.repeat) return;
      this.#toggle(option);
      if (this.multiple) this.searchField?.select();
      else this.#closeSearch(option.index);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (this.query === '') this.#closeSearch(this.active);
      else this.query = '';
    }
  };

  #closeSearch(index: number): void {
    this.query = '';
    this.isSearchOpen = false;
    this.active = index;
    void this.updateComplete.then(() => this.#focusRow(index));
  }

  readonly #onSearchInput = async (event: Event): Promise<void> => {
    this.query = (event.target as HTMLInputElement).value;
    await this.updateComplete;
    if (this.list) this.list.scrollTop = 0;
    this.scrollPlace = 0;
    this.#announcer.announce(this.#strings.text.labels.found(this.#found.length, this.#strings.language));
  };

  readonly #onListClick = (event: MouseEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const option = this.#options[Number(row?.dataset['index'] ?? -1)];
    if (!row || !option) return;
    this.#numbers.end();
    row.focus({preventScroll: true});
    this.active = option.index;
    this.#toggle(option, event.shiftKey);
  };

  readonly #onScroll = (): void => {
    if (this.#isWindowed) this.#measureSoon();
  };

  protected override render(): TemplateResult {
    return html`${this.#renderBar()} ${this.#isSearchable ? this.#renderSearch() : nothing}
    ${this.#renderRecent()}${this.#renderList()}${this.#announcer.region}`;
  }

  #renderBar(): TemplateResult | typeof nothing {
    if (!this.multiple || this.#options.length === 0) return nothing;
    const words = this.#strings.text.labels;
    return html`<div class="bar">
      <span dir="auto"
        >${words.chosenCount(this.chosen.length, this.labels.length, this.#strings.language)}</span
      >
      <button
        class="button quiet"
        type="button"
        ?disabled=${this.#isLocked || this.chosen.length === 0}
        @click=${() =>
          this.#pick(
            this.#options.filter(({label}) => this.#chosenSet.has(label.label)),
            false,
          )}
      >
        ${words.selectNone}
      </button>
    </div>`;
  }

  #renderSearch(): TemplateResult {
    const words = this.#strings.text.labels;
    const match = this.query === '' ? undefined : this.#found[this.match];
    return html`<div class="search" part="search">
        ${icon(Search)}
        <input
          type="search"
          aria-label=${words.search}
          placeholder=${words.search}
          aria-controls="list"
          aria-activedescendant=${match ? `row-${match.index}` : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          ?disabled=${this.disabled}
          .value=${this.query}
          @input=${this.#onSearchInput}
          @keydown=${this.#onSearchKeydown}
        /><kbd aria-hidden="true">/</kbd>
      </div>
      ${
        this.query === ''
          ? nothing
          : html`<div class="bar">
              <span dir="auto"
                >${words.foundOf(this.#found.length, this.#options.length, this.#strings.language)}</span
              >
            </div>`
      }`;
  }

  #renderRecent(): TemplateResult | typeof nothing {
    if (this.#options.length < searchableFrom || this.query !== '') return nothing;
    const words = this.#strings.text.labels;
    const known = this.recent.flatMap((name) => this.#options.find(({label}) => label.label === name) ?? []);
    return html`<div class="recent" role="group" aria-label=${words.recent}>
      <span dir="auto">${words.recent}</span>
      ${known.length === 0 ? html`<span dir="auto">${words.nothingRecent}</span>` : nothing}
      ${known.map(
        (option) =>
          html`<button
            class="button"
            type="button"
            title=${visibleString(option.label.label)}
            ?disabled=${this.#isLocked}
            @click=${() => this.#toggle(option)}
          >
            <bdi>${visibleText(option.label.shortDisplayName ?? option.label.label)}</bdi>
          </button>`,
      )}
    </div>`;
  }

  #renderList(): TemplateResult {
    const words = this.#strings.text.labels;
    const windowed = this.#isWindowed;
    const rows = windowed ? this.#rowsInSight() : this.#found;
    return html`<div
      id="list"
      part="list"
      class="list ${windowed ? 'windowed' : ''} ${this.#isLocked ? 'locked' : ''} ${
        this.disabled ? 'disabled' : ''
      }"
      role=${this.multiple ? 'group' : 'radiogroup'}
      aria-label=${this.legend || words.legend}
      aria-disabled=${this.disabled ? 'true' : nothing}
      aria-readonly=${this.readonly && !this.multiple ? 'true' : nothing}
      aria-invalid=${this.invalid && !this.multiple ? 'true' : nothing}
      @click=${this.#onListClick}
      @keydown=${this.#onListKeydown}
      @scroll=${this.#onScroll}
    >
      ${
        windowed
          ? html`<div class="sizer" ${cssProperties({'--_rows': `${this.#found.length}`})}></div>`
          : nothing
      }
      <div role=${this.multiple ? 'list' : 'presentation'}>
        ${repeat(
          rows,
          ({index}) => index,
          (option) => this.#renderRow(option, windowed),
        )}
      </div>
      ${
        this.#found.length > 0
          ? nothing
          : html`<p class="empty">
              ${this.query === '' ? words.none : words.noMatch(visibleString(this.query))}
            </p>`
      }
    </div>`;
  }

  /** The rows around what is visible, and the one that has or would get the focus. */
  #rowsInSight(): readonly Option[] {
    const {first, end} = windowOf(this.scrollPlace, this.#listHeight, this.#rowHeight, this.#found.length);
    const rows = this.#found.slice(first, end);
    const place = this.#found.findIndex(({index}) => index === this.active);
    const active = this.#found[place];
    if (!active || rows.includes(active)) return rows;
    // In the order of the list: a row that changes places in the DOM would lose the focus.
    return place < first ? [active, ...rows] : [...rows, active];
  }

  #renderRow(option: Option, windowed: boolean): TemplateResult {
    const place = windowed ? this.#placeOf(option) : option.index;
    const {label} = option.label;
    return labelRow({
      option,
      place,
      setSize: windowed ? this.#found.length : undefined,
      multiple: this.multiple,
      isChosen: this.#chosenSet.has(label),
      isMatch: this.query !== '' && this.#found[this.match] === option,
      isTabStop: !this.disabled && (option.index === this.active || (place === 0 && !this.#isActiveFound)),
      disabled: this.disabled,
      readonly: this.readonly,
      note: this.notes?.get(label) ?? this.counts?.get(label),
      acts: option.isExclusion ? [] : this.acts,
      ask: (act) =>
        this.dispatchEvent(new CustomEvent<LabelActDetail>('gt-label-act', {detail: {act, label}})),
    });
  }

  get #isActiveFound(): boolean {
    return this.query === '' || this.#found.some(({index}) => index === this.active);
  }

  #placeOf(option: Option): number {
    return this.query === '' ? option.index : this.#found.indexOf(option);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-label-picker': GtLabelPicker;
  }
}
