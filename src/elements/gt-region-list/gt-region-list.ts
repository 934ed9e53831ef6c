import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import ChevronsUpDown from 'lucide/dist/esm/icons/chevrons-up-down.mjs';
import Combine from 'lucide/dist/esm/icons/combine.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Scan from 'lucide/dist/esm/icons/scan.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import {chip} from '../shared/chip.js';
import {chipStyles} from '../shared/chip.styles.js';
import {controls} from '../shared/controls.styles.js';
import {fillIn} from '../shared/fill-in.js';
import {icon, type IconShapes} from '../shared/icon.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import {listed} from '../stage/listed.js';
import {shareText} from '../stage/share-text.js';
import {regionListStyles} from './gt-region-list.styles.js';
import type {RegionRequest, RegionRow} from './region-row.js';

/**
 * @summary The regions of a mask as a list: what the canvas shows, for eyes, keys and screen readers alike.
 *
 * It shows what it is given and asks for changes by events.
 *
 * @fires {CustomEvent<RegionRequest>} gt-region-request - The worker asked for something. Does not bubble.
 * @csspart list - The rows.
 * @csspart row - One row.
 */
export class GtRegionList extends LitElement {
  static override styles = [tokens, controls, chipStyles, regionListStyles];

  readonly #strings = new StringsController(this);

  /** The regions, in the order of the list. */
  @property({attribute: false}) regions: readonly RegionRow[] = [];

  /** The numbers of the selected regions, in the order in which they were selected. */
  @property({attribute: false}) selected: ReadonlySet<number> = new Set();

  /** The region under the pointer, here or on the canvas. */
  @property({attribute: false}) hovered: number | undefined;

  /** The region that painting goes on with. */
  @property({attribute: false}) current: number | undefined;

  /** The labels of the task, in the order of their class ids. */
  @property({attribute: false}) labels: readonly Label[] = [];

  @property({type: Boolean}) readonly = false;

  /** The number of the row that Tab reaches. */
  @state() private active = 0;

  /** Where a range of Shift begins. */
  #anchor: number | undefined;
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues): void {
    fillIn<GtRegionList>(this, {regions: [], selected: new Set(), labels: []});
    this.#hadFocus = this.shadowRoot?.activeElement?.closest('.list') != null;
    if (changed.has('selected')) {
      const last = [...this.selected].at(-1);
      if (last !== undefined) this.active = last;
    }
    if (!this.regions.some(({number}) => number === this.active)) {
      const place = Math.min(this.#placeBefore(changed), this.regions.length - 1);
      this.active = this.regions[place]?.number ?? 0;
    }
  }

  /** Where the row was that Tab reached and that is gone now. */
  #placeBefore(changed: PropertyValues): number {
    const before = (changed.get('regions') as readonly RegionRow[] | undefined) ?? [];
    return Math.max(
      0,
      before.findIndex(({number}) => number === this.active),
    );
  }

  protected override updated(changed: PropertyValues): void {
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.#row(this.active)?.focus();
    if (changed.has('selected')) this.#row(this.active)?.scrollIntoView({block: 'nearest'});
  }

  override focus(options?: FocusOptions): void {
    this.#row(this.active)?.focus(options);
  }

  get #words(): Strings['maskTask'] {
    return this.#strings.text.maskTask;
  }

  #ask(detail: RegionRequest): void {
    this.dispatchEvent(new CustomEvent<RegionRequest>('gt-region-request', {detail}));
  }

  /** The regions that an act on this one is for: all selected ones if it is among them. */
  #targets(number: number): readonly number[] {
    return this.selected.has(number) ? [...this.selected] : [number];
  }

  #row(number: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-number="${number}"]`);
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const {language} = this.#strings;
    const {length} = this.regions;
    return html`<div class="bar">
        <span class="count">${words.count(length, language)}</span>
        ${
          this.readonly
            ? nothing
            : html`<button class="button quiet" type="button" @click=${() => this.#ask({type: 'new'})}>
                ${icon(Plus)}${words.newInstance}
              </button>`
        }
      </div>
      ${length === 0 ? this.#renderEmpty() : this.#renderList()}
      ${this.selected.size > 0 && !this.readonly ? this.#renderSelection() : nothing}`;
  }

  #renderEmpty(): TemplateResult {
    const {noInstances, howToPaint} = this.#words;
    return html`<div class="empty">
      <p class="first">${noInstances}</p>
      ${this.readonly ? nothing : html`<p>${howToPaint}</p>`}
    </div>`;
  }

  #renderList(): TemplateResult {
    return html`<div
      class="list"
      part="list"
      role="grid"
      aria-multiselectable="true"
      aria-label=${this.#words.instances}
      aria-rowcount=${this.regions.length}
      @keydown=${this.#onKeydown}
      @pointerleave=${() => this.hovered !== undefined && this.#ask({type: 'hover', number: undefined})}
    >
      ${repeat(
        this.regions,
        ({number}) => number,
        (row) => this.#renderRow(row),
      )}
    </div>`;
  }

  #renderRow(row: RegionRow): TemplateResult {
    const words = this.#words;
    const {language} = this.#strings;
    const {number, label, place, isHidden, isLocked} = row;
    const isSelected = this.selected.has(number);
    const share = shareText(row.share, language);
    const facts = [
      `${visibleString(label)} ${place.toLocaleString(language)}`,
      share,
      ...(number === this.current ? [words.isCurrent] : []),
      ...(isHidden ? [words.isHidden] : []),
      ...(isLocked ? [words.isLocked] : []),
    ];
    return html`<div
      class="item ${isSelected ? 'selected' : ''} ${number === this.hovered ? 'hovered' : ''} ${
        isHidden ? 'concealed' : ''
      } ${number === this.current ? 'current' : ''}"
      part="row"
      role="row"
      data-number=${number}
      tabindex=${number === this.active ? '0' : '-1'}
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-label=${listed(facts, language)}
      @click=${(event: MouseEvent) => this.#onClick(event, number)}
      @dblclick=${({target}: MouseEvent) =>
        (target as Element).closest('.act') === null && this.#ask({type: 'reveal', numbers: [number]})}
      @pointerenter=${(event: PointerEvent) =>
        event.pointerType !== 'touch' && this.#ask({type: 'hover', number})}
      @focusin=${() => (this.active = number)}
    >
      <div class="what" role="gridcell">
        ${chip(row.look)}
        <span class="name" title=${label.length > 20 ? visibleString(label) : nothing}
          ><bdi>${visibleText(label)}</bdi></span
        ><span class="place">${place.toLocaleString(language)}</span>
      </div>
      <div class="measure" role="gridcell">${share}</div>
      <div class="acts" role="gridcell">
        ${this.#act('hide', isHidden ? words.show : words.hide, isHidden ? EyeOff : Eye, row, isHidden)}
        ${
          this.readonly
            ? nothing
            : html`${this.#act(
                'lock',
                isLocked ? words.unlock : words.lock,
                isLocked ? Lock : LockOpen,
                row,
                isLocked,
              )}${this.#act('delete', words.delete, Trash, row, false, isLocked)}`
        }
      </div>
    </div>`;
  }

  #act(
    type: 'hide' | 'lock' | 'delete',
    name: string,
    shapes: IconShapes,
    {number}: RegionRow,
    isOn: boolean,
    isDisabled = false,
  ): TemplateResult {
    return html`<button
      type="button"
      class="act ${type} ${isOn ? 'on' : ''}"
      tabindex="-1"
      aria-label=${name}
      title=${name}
      ?disabled=${isDisabled}
      @click=${(event: Event) => {
        event.stopPropagation();
        this.#ask({type, numbers: this.#targets(number)});
      }}
    >
      ${icon(shapes)}
    </button>`;
  }

  /** What can be done to everything that is selected. */
  #renderSelection(): TemplateResult {
    const words = this.#words;
    const {language} = this.#strings;
    const numbers = [...this.selected];
    const rows = this.regions.filter(({number}) => this.selected.has(number));
    const [first] = rows;
    const label = rows.every((row) => row.label === first?.label) ? first?.label : undefined;
    const isLocked = rows.every((row) => row.isLocked);
    const button = (
      type: 'reveal' | 'merge' | 'delete',
      name: string,
      shapes: IconShapes,
      isDisabled = false,
    ) =>
      html`<button
        type="button"
        class="act ${type}"
        aria-label=${name}
        title=${name}
        ?disabled=${isDisabled}
        @click=${() => this.#ask({type, numbers})}
      >
        ${icon(shapes)}
      </button>`;
    return html`<div class="several" role="group" aria-label=${words.selectedCount(rows.length, language)}>
      <span class="total">${words.selectedCount(rows.length, language)}</span>
      ${button('reveal', words.reveal, Scan)}
      ${button('merge', words.merge, Combine, rows.length < 2 || isLocked)}
      ${button('delete', words.delete, Trash, isLocked)}
      <span class="label-field"
        >${chip(label === undefined ? undefined : first?.look)}<select
          class="select"
          aria-label=${words.relabel}
          ?disabled=${isLocked}
          @change=${(event: Event) =>
            this.#ask({type: 'relabel', numbers, label: (event.target as HTMLSelectElement).value})}
        >
          ${
            label === undefined
              ? html`<option value="" disabled .selected=${live(true)}>${words.severalLabels}</option>`
              : nothing
          }
          ${this.labels.map(
            (option) =>
              html`<option value=${option.label} .selected=${live(option.label === label)}>
                ${visibleString(option.label)}
              </option>`,
          )}</select
        >${icon(ChevronsUpDown)}</span
      >
    </div>`;
  }

  #onClick({shiftKey, ctrlKey, metaKey}: MouseEvent, number: number): void {
    if (shiftKey) return this.#selectRange(number);
    this.active = number;
    this.#anchor = number;
    if (!ctrlKey && !metaKey) return this.#ask({type: 'select', numbers: [number]});
    const rest = [...this.selected].filter((other) => other !== number);
    this.#ask({type: 'select', numbers: this.selected.has(number) ? rest : [...rest, number]});
  }

  /** From where the range began to here, the row here last. */
  #selectRange(to: number): void {
    this.#anchor ??= this.active;
    const all = this.regions.map(({number}) => number);
    const [a, b] = [Math.max(0, all.indexOf(this.#anchor)), all.indexOf(to)];
    const numbers = all.slice(Math.min(a, b), Math.max(a, b) + 1);
    this.#ask({type: 'select', numbers: a > b ? numbers.reverse() : numbers});
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey) return;
    const target = event.target as HTMLElement;
    const item = target.closest<HTMLElement>('.item');
    if (item && this.#onItemKey(event, item, target)) event.preventDefault();
  };

  #onItemKey(event: KeyboardEvent, item: HTMLElement, target: HTMLElement): boolean {
    const {key} = event;
    const number = Number(item.dataset['number']);
    const [forth, back] = item.matches(':dir(rtl)')
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft'];
    const acts = [...item.querySelectorAll<HTMLElement>('.act:enabled')];
    const place = acts.indexOf(target);
    if (key === forth || key === back) {
      const next = place + (key === forth ? 1 : -1);
      (next < 0 ? item : acts[next])?.focus();
      return true;
    }
    if (place >= 0 && (key === 'Enter' || key === ' ')) return false;
    const isControl = event.ctrlKey || event.metaKey;
    if (key === ' ') {
      const rest = [...this.selected].filter((other) => other !== number);
      this.#ask({type: 'select', numbers: this.selected.has(number) ? rest : [...rest, number]});
      return true;
    }
    if (key === 'Enter' && !isControl) {
      this.#ask({type: 'reveal', numbers: [number]});
      return true;
    }
    if ((key === 'Delete' || key === 'Backspace') && !this.readonly) {
      this.#ask({type: 'delete', numbers: this.#targets(number)});
      return true;
    }
    return this.#move(event, number);
  }

  #move({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent, from: number): boolean {
    const place = this.regions.findIndex(({number}) => number === from);
    const last = this.regions.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, place + 1),
      ArrowUp: Math.max(0, place - 1),
      Home: 0,
      End: last,
    };
    const next = this.regions[places[key] ?? -1];
    if (!next) return false;
    if (shiftKey) this.#selectRange(next.number);
    else if (!ctrlKey && !metaKey) {
      this.#anchor = next.number;
      this.#ask({type: 'select', numbers: [next.number]});
    }
    this.active = next.number;
    void this.updateComplete.then(() => this.#row(next.number)?.focus());
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-region-list': GtRegionList;
  }
}
