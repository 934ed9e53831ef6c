import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import Circle from 'lucide/dist/esm/icons/circle.mjs';
import CircleDot from 'lucide/dist/esm/icons/circle-dot.mjs';
import CircleOff from 'lucide/dist/esm/icons/circle-slash.mjs';
import CornerUpLeft from 'lucide/dist/esm/icons/corner-up-left.mjs';
import SkipForward from 'lucide/dist/esm/icons/skip-forward.mjs';
import {sourceOf, type ManifestEntry} from '../../formats/entry.js';
import type {JobSession} from '../../session/job-session.js';
import type {ItemStatus} from '../../session/session-store.js';
import type {StringsController} from '../shared/strings-controller.js';
import {cssProperties} from '../shared/css-properties.js';
import {icon} from '../shared/icon.js';
import {visibleString} from '../shared/visible-text.js';
import {scrollFor, windowOf} from './rows.js';

const filters = ['all', 'untouched', 'submitted', 'skipped', 'declined'] as const;
type Filter = (typeof filters)[number];

const statusIcons = {
  untouched: Circle,
  draft: CircleDot,
  submitted: Check,
  changed: CircleDot,
  skipped: SkipForward,
  declined: CircleOff,
  released: CornerUpLeft,
} as const;

/** Height of a row in CSS pixels; the style sheet says the same. */
export const rowHeight = 34;

/** Summaries kept: a few screens of them. */
const summaryLimit = 500;

type Host = ReactiveControllerHost & HTMLElement & {readonly strings: StringsController};

/** The list behind "12 of 151": every item with its state, filtered, of any length. */
export class JumpList implements ReactiveController {
  readonly #host: Host;
  readonly #goTo: (index: number) => void;
  readonly #summaries = new Map<number, string>();
  #isOpen = false;
  #session: JobSession | undefined;
  #filter: Filter = 'all';
  #indexes: Uint32Array | undefined;
  #active = 0;
  #scrollTop = 0;
  #viewHeight = rowHeight * 9;

  constructor(host: Host, goTo: (index: number) => void) {
    this.#host = host;
    this.#goTo = goTo;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens the list at the present item, with the focus in it. */
  async open(session: JobSession): Promise<void> {
    if (session !== this.#session) this.#summaries.clear();
    this.#session = session;
    this.#isOpen = true;
    this.#setFilter('all');
    this.#active = session.state.place;
    await this.#host.updateComplete;
    const list = this.#list;
    if (!list) return;
    this.#viewHeight = list.clientHeight || this.#viewHeight;
    list.scrollTop = scrollFor(this.#active, 0, this.#viewHeight - rowHeight * 3, rowHeight, this.#count);
    this.#scrollTop = list.scrollTop;
    list.focus();
    this.#host.requestUpdate();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#onPointerDown);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#onPointerDown);
    this.close();
  }

  render(): TemplateResult | typeof nothing {
    const session = this.#session;
    if (!this.#isOpen || !session) return nothing;
    const {session: words, workerActs} = this.#host.strings.text;
    const names = {
      all: words.all,
      untouched: words.untouched,
      submitted: words.done,
      skipped: words.skipped,
      declined: workerActs.declined,
    };
    const offered = filters.filter((one) => one !== 'declined' || session.state.declined > 0);
    return html`<div
      class="jump"
      part="jump-list"
      role="dialog"
      aria-label=${words.goTo}
      @keydown=${this.#onKeydown}
      @focusout=${this.#onFocusout}
    >
      <div class="jump-head">
        <div class="filters" role="group" aria-label=${words.items}>
          ${offered.map(
            (filter) =>
              html`<button
                type="button"
                aria-pressed=${filter === this.#filter ? 'true' : 'false'}
                @click=${() => this.#setFilter(filter)}
              >
                ${names[filter]}
              </button>`,
          )}
        </div>
        <input
          class="jump-number"
          type="number"
          min="1"
          max=${session.state.counts.total}
          inputmode="numeric"
          aria-label=${words.goToNumber}
          placeholder="#"
        />
      </div>
      ${this.#renderRows(session)}
    </div>`;
  }

  #renderRows(session: JobSession): TemplateResult {
    const words = this.#host.strings.text.session;
    const count = this.#count;
    const {first, end, top, height} = windowOf(this.#scrollTop, this.#viewHeight, rowHeight, count);
    const rows = Array.from({length: end - first}, (_, i) => first + i);
    return html`<div
      class="rows"
      role="listbox"
      tabindex="0"
      aria-label=${words.items}
      aria-activedescendant=${count > 0 ? `row-${this.#active}` : nothing}
      @scroll=${this.#onScroll}
      @click=${this.#onClick}
      @keydown=${this.#onListKeydown}
    >
      ${count === 0 ? html`<p class="no-rows">${words.noItems}</p>` : nothing}
      <div class="rows-height" role="presentation" ${cssProperties({height: `${height}px`})}>
        <div class="rows-window" role="presentation" ${cssProperties({transform: `translateY(${top}px)`})}>
          ${rows.map((row) => this.#renderRow(session, row, count))}
        </div>
      </div>
    </div>`;
  }

  #renderRow(session: JobSession, row: number, count: number): TemplateResult {
    const {language, text} = this.#host.strings;
    const index = this.#indexAt(row);
    const status: ItemStatus = session.progress.statusOf(index);
    return html`<div
      id="row-${row}"
      class="row ${status} ${row === this.#active ? 'active' : ''}"
      role="option"
      aria-selected=${index === session.state.index ? 'true' : 'false'}
      aria-setsize=${count}
      aria-posinset=${row + 1}
      data-row=${row}
    >
      <span class="row-status">${icon(statusIcons[status])}</span>
      <span class="row-number">${(session.part.placeOf(index) + 1).toLocaleString(language)}</span>
      <bdi class="row-summary">${this.#summaryOf(session, index)}</bdi>
      <span class="visually-hidden">${{...text.session.statuses, ...text.workerActs.statuses}[status]}</span>
    </div>`;
  }

  get #list(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.rows') ?? null;
  }

  get #count(): number {
    return this.#indexes?.length ?? this.#session?.state.counts.total ?? 0;
  }

  #indexAt(row: number): number {
    return this.#indexes?.[row] ?? row;
  }

  #setFilter(filter: Filter): void {
    const session = this.#session;
    if (!session) return;
    this.#filter = filter;
    const isWhole = filter === 'all' && !session.part.stretches;
    this.#indexes = isWhole ? undefined : session.progress.indexesOf(filter, session.manifest.lineCount);
    this.#active = 0;
    this.#scrollTop = 0;
    const list = this.#list;
    if (list) list.scrollTop = 0;
    this.#host.requestUpdate();
  }

  /** What the item is about, read when its row comes into sight. */
  #summaryOf(session: JobSession, index: number): string {
    const known = this.#summaries.get(index);
    if (known !== undefined) return known;
    this.#summaries.set(index, '');
    if (this.#summaries.size > summaryLimit) {
      for (const old of this.#summaries.keys()) {
        this.#summaries.delete(old);
        if (this.#summaries.size <= summaryLimit / 2) break;
      }
    }
    void session.peek(index).then((found) => {
      const {notReadable} = this.#host.strings.text.session;
      this.#summaries.set(index, found.ok ? summaryOf(found.value) : notReadable);
      this.#host.requestUpdate();
    });
    return '';
  }

  #choose(row: number): void {
    if (row < 0 || row >= this.#count) return;
    const index = this.#indexAt(row);
    this.close();
    this.#goTo(index);
  }

  #setActive(row: number): void {
    const list = this.#list;
    this.#active = Math.max(0, Math.min(row, this.#count - 1));
    if (list)
      list.scrollTop = scrollFor(this.#active, list.scrollTop, list.clientHeight, rowHeight, this.#count);
    this.#host.requestUpdate();
  }

  readonly #onScroll = (event: Event): void => {
    const list = event.currentTarget as HTMLElement;
    this.#scrollTop = list.scrollTop;
    this.#viewHeight = list.clientHeight;
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Whatever is pressed in here is meant for the list, not for the item behind it.
    event.stopPropagation();
    const target = event.composedPath()[0];
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
      this.#host.shadowRoot?.querySelector<HTMLElement>('.position')?.focus();
    } else if (target instanceof HTMLInputElement) {
      if (event.key !== 'Enter' || !Number.isInteger(target.valueAsNumber)) return;
      event.preventDefault();
      this.close();
      this.#goTo(this.#session?.part.at(target.valueAsNumber - 1) ?? 0);
    }
  };

  readonly #onClick = (event: Event): void => {
    const row = (event.target as Element).closest<HTMLElement>('.row')?.dataset['row'];
    if (row !== undefined) this.#choose(Number(row));
  };

  readonly #onListKeydown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(this.#viewHeight / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: this.#count - 1,
    };
    const row = moves[event.key];
    if (row !== undefined) this.#setActive(row);
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(this.#active);
    else return;
    event.preventDefault();
  };

  readonly #onFocusout = ({relatedTarget, currentTarget}: FocusEvent): void => {
    if (relatedTarget instanceof Node && !(currentTarget as HTMLElement).contains(relatedTarget))
      this.close();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (!this.#isOpen) return;
    const nav = this.#host.shadowRoot?.querySelector('.nav');
    if (nav && !event.composedPath().includes(nav)) this.close();
  };
}

/** A file name, or the beginning of a text. */
function summaryOf(entry: ManifestEntry): string {
  const source = sourceOf(entry);
  if (!source) return '';
  const text =
    source.key === 'source-ref'
      ? (source.value
          .replace(/[?#].*$/s, '')
          .split('/')
          .at(-1) ?? '')
      : source.value.replace(/\s+/g, ' ');
  return visibleString(text.slice(0, 120));
}
