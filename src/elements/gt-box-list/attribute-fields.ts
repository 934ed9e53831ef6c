import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import ChevronsUpDown from 'lucide/dist/esm/icons/chevrons-up-down.mjs';
import type {Strings} from '../../strings/strings.js';
import type {BoxAttribute} from '../../tasks/task.js';
import {icon} from '../shared/icon.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import type {AskForBox} from './box-request.js';
import {missingAttributes, type BoxRow} from './list-items.js';

export interface AttributeFieldsView {
  readonly row: BoxRow;
  readonly attributes: readonly BoxAttribute[];
  readonly isLocked: boolean;
  readonly words: Strings['boxTask'];
  readonly ask: AskForBox;
}

/** What is to be said about a box beside its label: a tick, a choice or a text each. */
export function attributeFields({
  row,
  attributes,
  isLocked,
  words,
  ask,
}: AttributeFieldsView): TemplateResult | typeof nothing {
  if (attributes.length === 0) return nothing;
  const missing = new Set(missingAttributes(row, attributes));
  const set = (name: string, value: boolean | string, isTyping = false): void =>
    ask({type: 'attribute', id: row.id, name, value, isTyping});
  return html`<div class="attributes">
    ${attributes.map((attribute) => {
      const value = row.attributes?.[attribute.name];
      const badge = missing.has(attribute) ? html`<span class="badge">${words.required}</span>` : nothing;
      const title = html`<span class="title"
        ><bdi>${visibleText(attribute.label ?? attribute.name)}</bdi>${badge}</span
      >`;
      return attribute.type === 'boolean'
        ? html`<label class="tick">
            <input
              type="checkbox"
              data-field=${`attribute-${attribute.name}`}
              ?disabled=${isLocked}
              .checked=${live(value === true)}
              @change=${(event: Event) => set(attribute.name, (event.target as HTMLInputElement).checked)}
            />${title}
          </label>`
        : html`<label class="attribute">
            ${title}${
              attribute.type === 'choice'
                ? choice(attribute, value, isLocked, words, set)
                : text(attribute, value, isLocked, set)
            }
          </label>`;
    })}
  </div>`;
}

type SetValue = (name: string, value: boolean | string, isTyping?: boolean) => void;

function choice(
  {name, options = [], required}: BoxAttribute,
  value: boolean | string | undefined,
  isLocked: boolean,
  words: Strings['boxTask'],
  set: SetValue,
): TemplateResult {
  const isUnknown = typeof value === 'string' && value !== '' && !options.includes(value);
  const shown = isUnknown ? [...options, value] : options;
  return html`<span class="choice"
    ><select
      class="select"
      data-field=${`attribute-${name}`}
      aria-required=${required ? 'true' : nothing}
      ?disabled=${isLocked}
      @change=${(event: Event) => set(name, (event.target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${live(!value)}>${words.notAnswered}</option>
      ${shown.map(
        (option) =>
          html`<option value=${option} .selected=${live(option === value)}>${visibleString(option)}</option>`,
      )}</select
    >${icon(ChevronsUpDown)}</span
  >`;
}

function text(
  {name, required}: BoxAttribute,
  value: boolean | string | undefined,
  isLocked: boolean,
  set: SetValue,
): TemplateResult {
  return html`<input
    class="text"
    type="text"
    dir="auto"
    autocomplete="off"
    data-field=${`attribute-${name}`}
    aria-required=${required ? 'true' : nothing}
    ?readonly=${isLocked}
    .value=${live(typeof value === 'string' ? value : '')}
    @input=${(event: InputEvent) => set(name, (event.target as HTMLInputElement).value, true)}
  />`;
}
