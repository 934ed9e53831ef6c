import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import shuffle from 'lucide/dist/esm/icons/shuffle.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {everyItem, type ItemAmount, type ItemChoice, type ItemFilter} from '../../formats/choose-items.js';
import {fields} from '../fields.styles.js';
import {styles} from './gt-item-choice.styles.js';

const filterKinds = ['all', 'unlabelled', 'equals', 'contains'] as const;
const amountKinds = ['all', 'first', 'sample'] as const;

/** Seeds a person can read out to somebody else. */
const seeds = 10_000;

/**
 * Which items of the data are in the job: a filter, and of what it lets through all, the first or a random sample.
 *
 * @fires {CustomEvent<ItemChoice>} gt-choice - Something else was chosen.
 */
export class GtItemChoice extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) choice: ItemChoice = everyItem;
  /** Keys of the lines, as suggestions. */
  @property({attribute: false}) keys: readonly string[] = [];
  /** Label attributes that were found. */
  @property({attribute: false}) labelAttributes: readonly string[] = [];
  /** How many items there are. */
  @property({type: Number}) total = 0;
  /** How many of them are chosen; unknown while they are being counted. */
  @property({attribute: false}) chosen: number | undefined;

  #change(part: Partial<ItemChoice>): void {
    this.dispatchEvent(new CustomEvent<ItemChoice>('gt-choice', {detail: {...this.choice, ...part}}));
  }

  #changeFilter(kind: ItemFilter['kind']): void {
    const {filter} = this.choice;
    const key = 'key' in filter ? filter.key : '';
    const text = 'text' in filter ? filter.text : '';
    const filters = {
      all: {kind: 'all'},
      unlabelled: {kind: 'unlabelled', attribute: this.labelAttributes[0] ?? ''},
      equals: {kind: 'equals', key, text},
      contains: {kind: 'contains', key, text},
    } as const;
    this.#change({filter: filters[kind]});
  }

  #changeAmount(kind: ItemAmount['kind']): void {
    const {amount} = this.choice;
    const count = 'count' in amount ? amount.count : Math.min(100, this.total);
    const amounts = {
      all: {kind: 'all'},
      first: {kind: 'first', count},
      sample: {kind: 'sample', count, seed: newSeed()},
    } as const;
    this.#change({amount: amounts[kind]});
  }

  #number(label: string, value: number, least: number, change: (value: number) => void) {
    return html`<label class="field narrow">
      <span>${label}</span>
      <input
        type="number"
        min=${least}
        step="1"
        .value=${Number.isFinite(value) ? String(value) : ''}
        @input=${(event: Event) => {
          const {value: typed} = event.target as HTMLInputElement;
          change(typed === '' ? 0 : Math.max(0, Math.floor(Number(typed))));
        }}
      />
    </label>`;
  }

  #text(label: string, value: string, list: string, change: (value: string) => void) {
    return html`<label class="field">
      <span>${label}</span>
      <input
        type="text"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        list=${list || nothing}
        .value=${value}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  #filterFields() {
    const words = this.#strings.text.wizard;
    const {filter} = this.choice;
    if (filter.kind === 'all') return nothing;
    if (filter.kind === 'unlabelled')
      return this.#text(words.attribute, filter.attribute, 'attributes', (attribute) =>
        this.#change({filter: {...filter, attribute}}),
      );
    return html`
      ${this.#text(words.key, filter.key, 'keys', (key) => this.#change({filter: {...filter, key}}))}
      ${this.#text(words.value, filter.text, '', (text) => this.#change({filter: {...filter, text}}))}
    `;
  }

  #amountFields() {
    const words = this.#strings.text.wizard;
    const {amount} = this.choice;
    if (amount.kind === 'all') return nothing;
    return html`
      ${this.#number(words.number, amount.count, 1, (count) => this.#change({amount: {...amount, count}}))}
      ${
        amount.kind === 'sample'
          ? html`${this.#number(words.seed, amount.seed, 0, (seed) => this.#change({amount: {...amount, seed}}))}
              <button
                class="button"
                type="button"
                @click=${() => this.#change({amount: {...amount, seed: newSeed()}})}
              >
                ${icon(shuffle)} ${words.newSample}
              </button>`
          : nothing
      }
    `;
  }

  #options<Kind extends string>(kinds: readonly Kind[], names: Readonly<Record<Kind, string>>, chosen: Kind) {
    return kinds.map(
      (kind) => html`<option value=${kind} ?selected=${kind === chosen}>${names[kind]}</option>`,
    );
  }

  protected override render() {
    const words = this.#strings.text.wizard;
    const {filter, amount} = this.choice;
    return html`
      <div class="row">
        <label class="field">
          <span>${words.which}</span>
          <select
            class="field-input"
            @change=${(event: Event) => this.#changeFilter((event.target as HTMLSelectElement).value as ItemFilter['kind'])}
          >
            ${this.#options(filterKinds, words.filters, filter.kind)}
          </select>
        </label>
        ${this.#filterFields()}
      </div>
      <div class="row">
        <label class="field">
          <span>${words.howMany}</span>
          <select
            class="field-input"
            @change=${(event: Event) => this.#changeAmount((event.target as HTMLSelectElement).value as ItemAmount['kind'])}
          >
            ${this.#options(amountKinds, words.amounts, amount.kind)}
          </select>
        </label>
        ${this.#amountFields()}
      </div>
      ${amount.kind === 'sample' ? html`<p class="hint">${words.seedHint}</p>` : nothing}
      <p class="result" role="status">
        ${this.chosen === undefined ? words.choosing : words.chosenOf(this.chosen, this.total)}
      </p>
      <datalist id="keys">${this.keys.map((key) => html`<option value=${key}></option>`)}</datalist>
      <datalist id="attributes">
        ${this.labelAttributes.map((attribute) => html`<option value=${attribute}></option>`)}
      </datalist>
    `;
  }
}

const newSeed = (): number => Math.floor(Math.random() * seeds);

declare global {
  interface HTMLElementTagNameMap {
    'gt-item-choice': GtItemChoice;
  }
}
