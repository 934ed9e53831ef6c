import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import ArrowDownUp from 'lucide/dist/esm/icons/arrow-down-up.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import type {Size} from '../../geometry/point.js';
import type {Label} from '../../model/label.js';
import type {RecordId} from '../../model/record.js';
import type {BoxAttribute} from '../../tasks/task.js';
import {chipStyles} from '../shared/chip.styles.js';
import {controls} from '../shared/controls.styles.js';
import {cssProperties} from '../shared/css-properties.js';
import {fillIn} from '../shared/fill-in.js';
import {icon} from '../shared/icon.js';
import {lookOf, type Look} from '../shared/palette.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import type {BoxRequest} from './box-request.js';
import {boxListStyles} from './gt-box-list.styles.js';
import {labelField} from './label-field.js';
import {isSelectable, itemsOf, sortRows, type BoxRow, type BoxSort, type ListItem} from './list-items.js';
import {scrollToLine, topOf, visibleLines, type ListLayout} from './list-window.js';
import {NumberFields} from './number-fields.js';
import {boxRow, groupRow, iconButton, type ListView} from './row-view.js';

/** Lists longer than this render only the rows in sight. */
const windowedFrom = 101;

/** Where the focus was when a render began. */
interface FocusPlace {
  readonly key: string;
  readonly place: number;
  readonly field: string | undefined;
}

/**
 * @summary The boxes of a picture as a list: what the canvas shows, for eyes, keys and screen readers alike.
 *
 * It shows what it is given and asks for changes by events. The row of the only selected box unfolds to its label, its
 * exact numbers and its attributes.
 *
 * @fires {CustomEvent<BoxRequest>} gt-box-request - The worker asked for something. Does not bubble.
 * @csspart list - The rows.
 * @csspart row - One row.
 */
export class GtBoxList extends LitElement {
  static override styles = [tokens, controls, chipStyles, boxListStyles];

  readonly #strings = new StringsController(this);
  readonly #ask = (detail: BoxRequest): void =>
    void this.dispatchEvent(new CustomEvent<BoxRequest>('gt-box-request', {detail}));
  readonly #numbers = new NumberFields(this, this.#ask);

  /** The boxes, in any order. */
  @property({attribute: false}) boxes: readonly BoxRow[] = [];

  /** The selected boxes, in the order in which they were selected. */
  @property({attribute: false}) selected: ReadonlySet<RecordId> = new Set();

  /** The box under the pointer, here or on the canvas. */
  @property({attribute: false}) hovered: RecordId | undefined;

  /** The labels of the task, in the order of their class ids. */
  @property({attribute: false}) labels: readonly Label[] = [];

  /** What is to be said about each box beside its label. */
  @property({attribute: false}) boxAttributes: readonly BoxAttribute[] = [];

  /** The size of the picture, in the pixels that the numbers count in. */
  @property({attribute: false}) picture: Size | undefined;

  /** `label`: by label, then from the top left on. `created`: as they were made. */
  @property() sort: BoxSort = 'label';

  @property({type: Boolean}) readonly = false;

  /** Key of the row that Tab reaches. */
  @state() private active = '';
  @state() private scrollPlace = 0;

  @query('.list') private list!: HTMLElement | null;

  #items: readonly ListItem[] = [];
  #rows: ReadonlyMap<RecordId, BoxRow> = new Map();
  #places: ReadonlyMap<string, number> = new Map();
  #looks: ReadonlyMap<string, Look> = new Map();
  #hiddenIds: readonly RecordId[] = [];
  /** The row that is unfolded. */
  #open: RecordId | undefined;
  /** Where a range of Shift begins. */
  #anchor: RecordId | undefined;
  #asked: readonly RecordId[] = [];
  #shouldShow: string | undefined;
  /** The focus goes along with the selection. */
  #shouldFollow = false;
  #focusBefore: FocusPlace | undefined;
  #rowHeight = 32;
  #detailsHeight = 0;
  #listHeight = 600;
  #size: ResizeObserver | undefined;
  #frame = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size ??= new ResizeObserver(() => this.#measureSoon());
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  protected override willUpdate(changed: PropertyValues): void {
    fillIn<GtBoxList>(this, {boxes: [], selected: new Set(), labels: [], boxAttributes: [], sort: 'label'});
    this.#focusBefore = this.#focusPlace;
    if (changed.has('labels')) {
      this.#looks = new Map(this.labels.map((label, index) => [label.label, lookOf(label, index)]));
    }
    const isListNew = ['boxes', 'labels', 'sort'].some((name) => changed.has(name));
    if (isListNew) this.#readBoxes();
    if (isListNew || changed.has('selected')) this.#readSelection(changed.has('selected'));
    if (!this.#places.has(this.active)) this.active = this.#nearestKey;
  }

  #readBoxes(): void {
    this.#items = itemsOf(sortRows(this.boxes, this.labels, this.sort));
    this.#places = new Map(this.#items.map(({key}, place) => [key, place]));
    this.#rows = new Map(this.boxes.map((row) => [row.id, row]));
    this.#hiddenIds = this.boxes.filter(({isHidden}) => isHidden).map(({id}) => id);
  }

  #readSelection(isNew: boolean): void {
    const ids = [...this.selected];
    const last = ids.at(-1);
    const row = last === undefined ? undefined : this.#rows.get(last);
    this.#open = ids.length === 1 && row && row.status !== 'removed' ? last : undefined;
    this.#numbers.settle(this.#open);
    if (!isNew || last === undefined || !row) return;
    this.#shouldShow = last;
    const isOwn = ids.length === this.#asked.length && ids.every((id, index) => this.#asked[index] === id);
    this.#asked = [];
    // Somebody else has selected it: the arrows go on from there.
    if (isOwn) return;
    this.active = this.#anchor = last;
    this.#shouldFollow = this.#focusBefore !== undefined;
  }

  /** What Tab reaches when the row it reached is gone: the one in its place, else the selected one, else the first. */
  get #nearestKey(): string {
    const place = this.#focusBefore?.place;
    const last = [...this.selected].findLast((id) => this.#places.has(id));
    const near = place === undefined ? undefined : this.#items[Math.min(place, this.#items.length - 1)];
    return near?.key ?? last ?? this.#items.find(({kind}) => kind === 'box')?.key ?? '';
  }

  protected override updated(): void {
    const show = this.#shouldShow;
    this.#shouldShow = undefined;
    if (show !== undefined || this.#isWindowed) {
      void this.updateComplete.then(() => {
        this.#measure();
        if (show !== undefined) this.#scrollTo(show);
      });
    }
    this.#keepFocus();
  }

  /** Rows that move or go take the focus with them; it goes on where a person would look for it. */
  #keepFocus(): void {
    const before = this.#focusBefore;
    this.#focusBefore = undefined;
    if (this.#shouldFollow) {
      this.#shouldFollow = false;
      this.#itemElement(this.active)?.focus({preventScroll: true});
    }
    if (!before || this.shadowRoot?.activeElement) return;
    const item = this.#itemElement(this.#places.has(before.key) ? before.key : this.active);
    const field = before.field === undefined ? undefined : this.#field(item, before.field);
    if (field && item?.dataset['key'] === before.key) field.focus({preventScroll: true});
    else if (item) this.#itemElement(this.active)?.focus({preventScroll: true});
    else this.renderRoot.querySelector<HTMLElement>('.empty')?.focus();
  }

  /** Puts the focus into the numbers of the unfolded row. False when no row is unfolded. */
  focusFields(): boolean {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.item.open input');
    field?.focus();
    return field !== null;
  }

  /** Puts the focus on the row that Tab would reach. */
  override focus(options?: FocusOptions): void {
    const place = this.#itemElement(this.active) ?? this.renderRoot.querySelector<HTMLElement>('.empty');
    place?.focus(options);
  }

  get #isWindowed(): boolean {
    return this.#items.length >= windowedFrom;
  }

  get #layout(): ListLayout {
    return {
      count: this.#items.length,
      rowHeight: this.#rowHeight,
      open: this.#open === undefined ? -1 : (this.#places.get(this.#open) ?? -1),
      extra: this.#detailsHeight,
    };
  }

  /** Rows are laid out by CSS; what fits into the window is known only afterwards. */
  #measure(): void {
    const rowHeight = this.list?.querySelector('.line')?.getBoundingClientRect().height || this.#rowHeight;
    const open = this.list?.querySelector('.item.open');
    const detailsHeight = open
      ? open.getBoundingClientRect().height - rowHeight + 4
      : this.#open === undefined
        ? 0
        : this.#detailsHeight;
    const listHeight = this.list?.clientHeight || this.#listHeight;
    if (
      Math.abs(rowHeight - this.#rowHeight) < 0.1 &&
      Math.abs(detailsHeight - this.#detailsHeight) < 1 &&
      listHeight === this.#listHeight
    ) {
      return;
    }
    this.#rowHeight = rowHeight;
    this.#detailsHeight = detailsHeight;
    this.#listHeight = listHeight;
    if (this.#isWindowed) this.requestUpdate();
  }

  #measureSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.scrollPlace = this.list?.scrollTop ?? 0;
      if (this.#isWindowed) this.#measure();
    });
  }

  readonly #onScroll = (): void => {
    if (this.#isWindowed) this.scrollPlace = this.list?.scrollTop ?? 0;
  };

  #scrollTo(key: string): void {
    const {list} = this;
    const place = this.#places.get(key);
    if (!list || place === undefined) return;
    if (this.#isWindowed) {
      list.scrollTop = scrollToLine(place, list.scrollTop, list.clientHeight, this.#layout);
      this.scrollPlace = list.scrollTop;
      return;
    }
    const item = this.#itemElement(key);
    if (!item || list.scrollHeight <= list.clientHeight) return;
    const below = item.offsetTop + item.offsetHeight + 2 - list.clientHeight;
    list.scrollTop = Math.min(item.offsetTop - 2, Math.max(list.scrollTop, below));
  }

  // Which row, which part of it.

  #itemElement(key: string): HTMLElement | undefined {
    const items = this.renderRoot?.querySelectorAll<HTMLElement>('.item') ?? [];
    return [...items].find(({dataset}) => dataset['key'] === key);
  }

  #field(item: HTMLElement | undefined, field: string): HTMLElement | undefined {
    const fields = item?.querySelectorAll<HTMLElement>('[data-field]') ?? [];
    return [...fields].find(({dataset}) => dataset['field'] === field);
  }

  #keyOf(event: Event): string | undefined {
    return (event.target as Element).closest<HTMLElement>('.item')?.dataset['key'];
  }

  get #focusPlace(): FocusPlace | undefined {
    const focused = this.shadowRoot?.activeElement as HTMLElement | null | undefined;
    const key = focused?.closest<HTMLElement>('.item')?.dataset['key'];
    if (!focused || key === undefined) return undefined;
    return {key, place: this.#places.get(key) ?? 0, field: focused.dataset['field']};
  }

  async #focusItem(key: string): Promise<void> {
    this.active = key;
    await this.updateComplete;
    this.#scrollTo(key);
    await this.updateComplete;
    this.#itemElement(key)?.focus({preventScroll: true});
  }

  // Selecting.

  #select(ids: readonly RecordId[]): void {
    this.#asked = ids;
    this.#ask({type: 'select', ids});
  }

  #selectOnly(id: RecordId): void {
    this.#anchor = id;
    this.#select([id]);
  }

  #toggle(id: RecordId): void {
    this.#anchor = id;
    this.#select(
      this.selected.has(id) ? [...this.selected].filter((other) => other !== id) : [...this.selected, id],
    );
  }

  /** From where the range began to here, the row here last. */
  #selectRange(id: RecordId): void {
    const to = this.#places.get(id) ?? 0;
    const from = this.#places.get(this.#anchor ?? this.active) ?? to;
    const between = this.#items.slice(Math.min(from, to), Math.max(from, to) + 1);
    const ids = between.filter(isSelectable).map(({key}) => key);
    this.#anchor ??= this.active;
    this.#select(from > to ? ids.reverse() : ids);
  }

  readonly #targets = (id: RecordId): readonly RecordId[] =>
    this.selected.has(id) ? [...this.selected] : [id];

  // Pointers and keys.

  readonly #onClick = (event: MouseEvent): void => {
    const key = this.#keyOf(event);
    const item = key === undefined ? undefined : this.#items[this.#places.get(key) ?? -1];
    if (key === undefined || (event.target as Element).closest('button, .details')) return;
    this.active = key;
    if (!isSelectable(item)) return;
    if (event.shiftKey) this.#selectRange(key);
    else if (event.ctrlKey || event.metaKey) this.#toggle(key);
    else this.#selectOnly(key);
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const key = this.#keyOf(event);
    if (key === undefined || (event.target as Element).closest('button, .details')) return;
    if (isSelectable(this.#items[this.#places.get(key) ?? -1])) this.#ask({type: 'reveal', ids: [key]});
  };

  readonly #onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const key = this.#keyOf(event);
    const item = key === undefined ? undefined : this.#items[this.#places.get(key) ?? -1];
    const id = isSelectable(item) ? item.key : undefined;
    if (id !== this.hovered) this.#ask({type: 'hover', id});
  };

  readonly #onPointerLeave = (): void => {
    if (this.hovered !== undefined) this.#ask({type: 'hover', id: undefined});
  };

  readonly #onFocusIn = (event: FocusEvent): void => {
    const key = this.#keyOf(event);
    if (key !== undefined) this.active = key;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey) return;
    const target = event.target as HTMLElement;
    const item = this.#items[this.#places.get(this.#keyOf(event) ?? '') ?? -1];
    if (!item) return;
    const isTaken = target.matches('.item')
      ? this.#onRowKey(event, item)
      : target.closest('.details')
        ? this.#onDetailsKey(event, item)
        : this.#onActKey(event, item, target);
    if (isTaken) event.preventDefault();
  };

  #onRowKey(event: KeyboardEvent, item: ListItem): boolean {
    const {key, shiftKey} = event;
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && key.toLowerCase() === 'a' && !shiftKey) {
      this.#select(this.#items.filter(isSelectable).map(({key: id}) => id));
      return true;
    }
    if (key === ' ') {
      if (isSelectable(item) && !event.repeat) this.#toggle(item.key);
      return true;
    }
    if (isControl && !key.startsWith('Arrow') && key !== 'Home' && key !== 'End') return false;
    if (key === 'Enter') return this.#enter(item);
    if (key === 'Delete' || key === 'Backspace') {
      if (!isSelectable(item) || this.readonly || shiftKey) return false;
      if (!event.repeat) this.#ask({type: 'delete', ids: this.#targets(item.key)});
      return true;
    }
    if (key === this.#forward) return this.#focusAct(item.key, 0);
    return this.#move(event, item);
  }

  #move({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent, {key: from}: ListItem): boolean {
    const place = this.#places.get(from) ?? 0;
    const last = this.#items.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, place + 1),
      ArrowUp: Math.max(0, place - 1),
      Home: 0,
      End: last,
    };
    const next = this.#items[places[key] ?? -1];
    if (!next) return false;
    if (next.key !== from) {
      if (isSelectable(next) && !ctrlKey && !metaKey) {
        if (shiftKey) this.#selectRange(next.key);
        else this.#selectOnly(next.key);
      }
      void this.#focusItem(next.key);
    }
    return true;
  }

  /** Enter goes into the details of a box; a removed one comes back. */
  #enter(item: ListItem): boolean {
    if (item.kind === 'group') return this.#focusAct(item.key, 0);
    if (item.row.status === 'removed') {
      if (!this.readonly) this.#ask({type: 'restore', ids: [item.key]});
      return true;
    }
    if (this.#open !== item.key) this.#selectOnly(item.key);
    void this.updateComplete.then(() =>
      this.#itemElement(item.key)
        ?.querySelector<HTMLElement>('.details :is(select, input, button):not(:disabled)')
        ?.focus(),
    );
    return true;
  }

  get #forward(): string {
    return this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  }

  #focusAct(key: string, index: number): boolean {
    const acts = this.#itemElement(key)?.querySelectorAll<HTMLElement>('.acts button') ?? [];
    const act = acts[Math.min(index, acts.length - 1)];
    act?.focus();
    return act !== undefined;
  }

  #onActKey(event: KeyboardEvent, item: ListItem, target: HTMLElement): boolean {
    const {key} = event;
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const acts = [...(this.#itemElement(item.key)?.querySelectorAll<HTMLElement>('.acts button') ?? [])];
      const index = acts.indexOf(target) + (key === this.#forward ? 1 : -1);
      if (index < 0) this.#itemElement(item.key)?.focus();
      else this.#focusAct(item.key, index);
      return true;
    }
    if (key === 'Escape') return this.#backToRow(event, item);
    return key === 'ArrowUp' || key === 'ArrowDown' ? this.#move(event, item) : false;
  }

  #onDetailsKey(event: KeyboardEvent, item: ListItem): boolean {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return false;
    const isDone = event.key === 'Enter' && (event.target as Element).matches('.text');
    return event.key === 'Escape' || isDone ? this.#backToRow(event, item) : false;
  }

  #backToRow(event: KeyboardEvent, {key}: ListItem): boolean {
    event.stopPropagation();
    this.#itemElement(key)?.focus();
    return true;
  }

  protected override render(): TemplateResult {
    const hasBoxes = this.#items.length > 0;
    return html`${hasBoxes ? this.#renderBar() : nothing}${
      hasBoxes ? this.#renderList() : this.#renderEmpty()
    }${this.selected.size > 1 && !this.readonly ? this.#renderSeveral() : nothing}`;
  }

  #renderBar(): TemplateResult {
    const {boxTask: words} = this.#strings.text;
    const {language} = this.#strings;
    const count = this.boxes.filter(({status}) => status !== 'removed').length;
    const next = this.sort === 'label' ? 'created' : 'label';
    const hidden = this.#hiddenIds;
    return html`<div class="bar">
      <span class="count" dir="auto">${words.count(count, language)}</span>
      ${
        hidden.length === 0
          ? nothing
          : html`<button
              type="button"
              class="word"
              aria-label=${words.hiddenCount(hidden.length, language)}
              title=${words.hiddenCount(hidden.length, language)}
              @click=${() => this.#ask({type: 'hide', ids: hidden, isHidden: false})}
            >
              ${icon(EyeOff)}${hidden.length.toLocaleString(language)}
            </button>`
      }
      <button
        type="button"
        class="word"
        aria-label=${words.sortName(words.sortBy[this.sort])}
        @click=${() => this.#ask({type: 'sort', sort: next})}
      >
        ${icon(ArrowDownUp)}${words.sortBy[this.sort]}
      </button>
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    const {boxTask: words} = this.#strings.text;
    return html`<div class="empty" tabindex="-1">
      <p class="first">${words.empty}</p>
      ${
        this.readonly
          ? nothing
          : html`<p>${words.howToDraw}</p>
              <p class="by-keys">${words.howToDrawByKeys}</p>`
      }
    </div>`;
  }

  #renderList(): TemplateResult {
    const {text, language} = this.#strings;
    const view: ListView = {
      labels: this.labels,
      looks: this.#looks,
      attributes: this.boxAttributes,
      picture: this.picture,
      isReadonly: this.readonly,
      numbers: this.#numbers,
      words: text.boxTask,
      language,
      ask: this.#ask,
      targets: this.#targets,
    };
    const windowed = this.#isWindowed;
    const lines = windowed ? this.#linesInSight() : this.#items;
    return html`<div
      class="list ${windowed ? 'windowed' : ''}"
      part="list"
      role="grid"
      aria-label=${text.boxTask.boxes}
      aria-multiselectable="true"
      aria-readonly=${this.readonly ? 'true' : 'false'}
      aria-rowcount=${this.#items.length}
      @click=${this.#onClick}
      @dblclick=${this.#onDoubleClick}
      @pointerover=${this.#onPointerOver}
      @pointerleave=${this.#onPointerLeave}
      @focusin=${this.#onFocusIn}
      @keydown=${this.#onKeydown}
      @scroll=${this.#onScroll}
    >
      ${repeat(
        lines,
        (line) => ('key' in line ? line.key : line.space),
        (line) =>
          'key' in line
            ? this.#renderLine(line, view)
            : html`<div
                class="space"
                role="presentation"
                ${cssProperties({'--_height': `${line.height}px`})}
              ></div>`,
      )}
    </div>`;
  }

  #renderLine(item: ListItem, view: ListView): TemplateResult {
    const {key} = item;
    const place = this.#places.get(key) ?? 0;
    const isTabStop = key === this.active;
    if (item.kind === 'group') return groupRow(item, {place, isTabStop}, view);
    return boxRow(
      item.row,
      {
        place,
        isTabStop,
        isSelected: this.selected.has(key) && item.row.status !== 'removed',
        isHovered: key === this.hovered,
        isOpen: key === this.#open,
      },
      view,
    );
  }

  /** The rows around what is visible and the one that has or would get the focus, with room for those between. */
  #linesInSight(): readonly (ListItem | {readonly space: string; readonly height: number})[] {
    const layout = this.#layout;
    const {first, end} = visibleLines(this.scrollPlace, this.#listHeight, layout);
    const space = (from: number, to: number) => ({
      space: `space-${from < first ? 'above' : 'below'}-${from === 0 || to === layout.count ? 'end' : 'between'}`,
      height: topOf(to, layout) - topOf(from, layout),
    });
    const place = this.#places.get(this.active) ?? -1;
    const active = this.#items[place];
    const rows = this.#items.slice(first, end);
    // In the order of the list: a row that changes places in the DOM would lose the focus.
    if (active && place < first) {
      return [space(0, place), active, space(place + 1, first), ...rows, space(end, layout.count)];
    }
    if (active && place >= end) {
      return [space(0, first), ...rows, space(end, place), active, space(place + 1, layout.count)];
    }
    return [space(0, first), ...rows, space(end, layout.count)];
  }

  /** What can be done to all selected boxes at once. */
  #renderSeveral(): TemplateResult {
    const {text, language} = this.#strings;
    const {boxTask: words} = text;
    const rows = [...this.selected].flatMap((id) => this.#rows.get(id) ?? []);
    const ids = rows.map(({id}) => id);
    const label = rows.every((row) => row.label === rows[0]?.label) ? rows[0]?.label : undefined;
    const isHidden = rows.every((row) => row.isHidden);
    const isLocked = rows.every((row) => row.isLocked);
    const tabbable = {isTabbable: true};
    return html`<div class="several" role="group" aria-label=${words.selectedCount(rows.length, language)}>
      <span class="total" dir="auto">${words.selectedCount(rows.length, language)}</span>
      ${iconButton(
        'hide',
        isHidden ? words.show : words.hide,
        isHidden ? EyeOff : Eye,
        () => this.#ask({type: 'hide', ids, isHidden: !isHidden}),
        tabbable,
      )}
      ${iconButton(
        'lock',
        isLocked ? words.unlock : words.lock,
        isLocked ? Lock : LockOpen,
        () => this.#ask({type: 'lock', ids, isLocked: !isLocked}),
        tabbable,
      )}
      ${iconButton('duplicate', words.duplicate, Copy, () => this.#ask({type: 'duplicate', ids}), tabbable)}
      ${iconButton('delete', words.delete, Trash, () => this.#ask({type: 'delete', ids}), tabbable)}
      ${labelField({ids, label, labels: this.labels, looks: this.#looks, isLocked, words, ask: this.#ask})}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-box-list': GtBoxList;
  }
}
