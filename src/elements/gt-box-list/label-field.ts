import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import ChevronsUpDown from 'lucide/dist/esm/icons/chevrons-up-down.mjs';
import type {Label} from '../../model/label.js';
import type {RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import {chip} from '../shared/chip.js';
import {icon} from '../shared/icon.js';
import type {Look} from '../shared/palette.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import type {AskForBox} from './box-request.js';

/** A menu longer than this is no help: the label picker has a search field. */
const longestMenu = 100;

export interface LabelField {
  readonly ids: readonly RecordId[];
  /** The present label; nothing where several boxes have different ones. */
  readonly label: string | undefined;
  readonly labels: readonly Label[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly isLocked: boolean;
  readonly words: Strings['boxTask'];
  readonly ask: AskForBox;
}

/** Chooses the label of one or several boxes. */
export function labelField(field: LabelField): TemplateResult {
  const {label, labels, looks, words, ids, isLocked, ask} = field;
  const isKnown = label !== undefined && looks.has(label);
  const shown =
    label === undefined ? words.severalLabels : label === '' ? words.unlabelled : visibleString(label);
  const inside =
    labels.length > longestMenu
      ? html`<button
          class="select"
          type="button"
          data-field="label"
          aria-haspopup="dialog"
          aria-label=${`${words.label}: ${shown}`}
          ?disabled=${isLocked}
          @click=${() => ask({type: 'pick-label', ids})}
        >
          <bdi>${label ? visibleText(label) : shown}</bdi>
        </button>`
      : html`<select
          class="select"
          data-field="label"
          aria-label=${words.label}
          ?disabled=${isLocked}
          @change=${(event: Event) => onChange(event, field)}
        >
          ${isKnown ? nothing : html`<option value="" disabled .selected=${live(true)}>${shown}</option>`}
          ${labels.map(
            (option) =>
              html`<option value=${option.label} .selected=${live(option.label === label)}>
                ${visibleString(option.label)}
              </option>`,
          )}
        </select>`;
  return html`<div class="label-field">
    ${label === undefined ? nothing : chip(looks.get(label))}${inside}${icon(ChevronsUpDown)}
  </div>`;
}

function onChange(event: Event, {ids, label, labels, ask}: LabelField): void {
  const select = event.target as HTMLSelectElement;
  const chosen = select.value;
  // It goes on to show what the boxes have, until they have another.
  const present = labels.findIndex((option) => option.label === label);
  select.selectedIndex = present < 0 ? 0 : present;
  if (chosen !== label) ask({type: 'relabel', ids, label: chosen});
}
