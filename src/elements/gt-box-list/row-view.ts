import {html, nothing, type TemplateResult} from 'lit';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import Scan from 'lucide/dist/esm/icons/scan.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import type {Size} from '../../geometry/point.js';
import type {Label} from '../../model/label.js';
import type {RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import type {BoxAttribute} from '../../tasks/task.js';
import {listed, sizeText, sizeView} from '../stage/listed.js';
import {chip} from '../shared/chip.js';
import {icon, type IconShapes} from '../shared/icon.js';
import type {Look} from '../shared/palette.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import {attributeFields} from './attribute-fields.js';
import type {AskForBox} from './box-request.js';
import {labelField} from './label-field.js';
import {missingAttributes, type BoxRow, type GroupItem} from './list-items.js';
import type {NumberFields} from './number-fields.js';

/** What all rows of a list share. */
export interface ListView {
  readonly labels: readonly Label[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly attributes: readonly BoxAttribute[];
  readonly picture: Size | undefined;
  readonly isReadonly: boolean;
  readonly numbers: NumberFields;
  readonly words: Strings['boxTask'];
  readonly language: string;
  readonly ask: AskForBox;
  /** The boxes that an act on this one is for: all selected ones if it is among them. */
  readonly targets: (id: RecordId) => readonly RecordId[];
}

/** How a row stands in its list right now. */
export interface RowState {
  /** 0-based place in the list. */
  readonly place: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isOpen: boolean;
}

/** A small button with a picture for a name. `press` says what it does. */
export function iconButton(
  field: string,
  name: string,
  shapes: IconShapes,
  press: (event: MouseEvent) => void,
  more: {readonly isOn?: boolean; readonly isDisabled?: boolean; readonly isTabbable?: boolean} = {},
): TemplateResult {
  return html`<button
    type="button"
    class="act ${more.isOn ? 'on' : ''} ${field}"
    data-field=${field}
    tabindex=${more.isTabbable ? '0' : '-1'}
    aria-label=${name}
    title=${name}
    ?disabled=${more.isDisabled ?? false}
    @click=${press}
  >
    ${icon(shapes)}
  </button>`;
}

/** A button with words that stands in a line. */
function wordButton(field: string, name: string, press: () => void): TemplateResult {
  return html`<button type="button" class="word" data-field=${field} tabindex="-1" @click=${press}>
    ${name}
  </button>`;
}

/** One box: a line, and below it everything about the box while it is the only one selected. */
export function boxRow(row: BoxRow, state: RowState, list: ListView): TemplateResult {
  const {words, language, looks} = list;
  const isRemoved = row.status === 'removed';
  const missing = missingAttributes(row, list.attributes).length;
  const warning = warningOf(row, list);
  const name = `${row.label === '' ? words.unlabelled : visibleString(row.label)} ${row.number.toLocaleString(language)}`;
  const facts = [
    name,
    sizeText(row.box, language),
    ...(row.status ? [words.statuses[row.status]] : []),
    ...(row.isHidden ? [words.isHidden] : []),
    ...(row.isLocked ? [words.isLocked] : []),
    ...(missing > 0 ? [words.missing(missing, language)] : []),
    ...(warning ? [warning] : []),
  ];
  return html`<div
    class="item ${state.isSelected ? 'selected' : ''} ${state.isHovered ? 'hovered' : ''} ${
      state.isOpen ? 'open' : ''
    } ${row.isHidden ? 'concealed' : ''} ${row.status ?? ''}"
    part="row"
    role="row"
    data-key=${row.id}
    tabindex=${state.isTabStop ? '0' : '-1'}
    aria-rowindex=${state.place + 1}
    aria-selected=${isRemoved ? nothing : state.isSelected ? 'true' : 'false'}
    aria-label=${listed(facts, language)}
  >
    <div class="line" role="presentation">
      <div class="what" role="gridcell">
        ${chip(looks.get(row.label))}
        <span class="name" title=${row.label.length > 20 ? visibleString(row.label) : nothing}
          ><bdi>${row.label === '' ? words.unlabelled : visibleText(row.label)}</bdi></span
        ><span class="place">${row.number.toLocaleString(language)}</span>
        ${
          warning
            ? html`<span class="sign" title=${warning}>${icon(TriangleAlert)}</span>`
            : missing > 0
              ? html`<span class="sign dot" title=${words.missing(missing, language)}></span>`
              : nothing
        }
      </div>
      <div class="measure" role="gridcell">${sizeView(row.box, language)}</div>
      <div class="acts" role="gridcell">${rowActs(row, list)}</div>
    </div>
    ${state.isOpen ? details(row, list) : nothing}
  </div>`;
}

function rowActs(row: BoxRow, {words, isReadonly, ask, targets}: ListView): TemplateResult {
  const {id, status, isHidden = false, isLocked = false} = row;
  if (status === 'removed') {
    return html`${
      isReadonly ? nothing : wordButton('restore', words.restore, () => ask({type: 'restore', ids: [id]}))
    }`;
  }
  return html`${iconButton(
    'hide',
    isHidden ? words.show : words.hide,
    isHidden ? EyeOff : Eye,
    () => ask({type: 'hide', ids: targets(id), isHidden: !isHidden}),
    {isOn: isHidden},
  )}${
    isReadonly
      ? nothing
      : iconButton(
          'lock',
          isLocked ? words.unlock : words.lock,
          isLocked ? Lock : LockOpen,
          () => ask({type: 'lock', ids: targets(id), isLocked: !isLocked}),
          {isOn: isLocked},
        )
  }${
    status === 'suggestion' && !isReadonly
      ? wordButton('accept', words.accept, () => ask({type: 'accept', ids: targets(id)}))
      : nothing
  }`;
}

/** What is wrong with a box: what the check says, else where it lies. A removed box is in no answer. */
function warningOf(row: BoxRow, {picture, words}: ListView): string | undefined {
  if (row.warning || !row.isOutside || row.status === 'removed') return row.warning;
  const {left, top, width, height} = row.box;
  const isBeside =
    picture && (left >= picture.width || top >= picture.height || left + width <= 0 || top + height <= 0);
  return isBeside ? words.isOutside : words.isPartlyOutside;
}

/** What a selected row unfolds to. */
function details(row: BoxRow, list: ListView): TemplateResult {
  const {labels, looks, attributes, picture, isReadonly, words, language, ask} = list;
  const isLocked = isReadonly || row.isLocked === true;
  const ids = [row.id];
  const warning = warningOf(row, list);
  return html`<div class="details" role="gridcell">
    ${
      warning
        ? html`<p class="warning">
            <span>${warning}</span>
            ${
              row.isOutside && !isLocked
                ? html`<button
                    class="word"
                    type="button"
                    data-field="fit"
                    @click=${() => ask({type: 'fit', ids})}
                  >
                    ${words.fit}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
    ${labelField({ids, label: row.label, labels, looks, isLocked, words, ask})}
    ${list.numbers.render({row, picture, isLocked, words, language})}
    ${attributeFields({row, attributes, isLocked, words, ask})}
    <div class="foot">
      ${iconButton('reveal', words.reveal, Scan, () => ask({type: 'reveal', ids}), {isTabbable: true})}
      ${
        isReadonly
          ? nothing
          : html`${iconButton('duplicate', words.duplicate, Copy, () => ask({type: 'duplicate', ids}), {
              isTabbable: true,
            })}
            ${iconButton('delete', words.delete, Trash, () => ask({type: 'delete', ids}), {
              isTabbable: true,
              isDisabled: isLocked,
            })}`
      }
    </div>
  </div>`;
}

/** The head of a group, with what can be done to all its boxes. */
export function groupRow(
  {key, status, ids}: GroupItem,
  state: Pick<RowState, 'place' | 'isTabStop'>,
  {words, language, isReadonly, ask}: ListView,
): TemplateResult {
  return html`<div
    class="item group"
    role="row"
    data-key=${key}
    tabindex=${state.isTabStop ? '0' : '-1'}
    aria-rowindex=${state.place + 1}
    aria-label=${listed([words.statuses[status], words.count(ids.length, language)], language)}
  >
    <div class="line" role="presentation">
      <div class="what" role="gridcell">
        <span class="heading">${words.statuses[status]}</span
        ><span class="place">${ids.length.toLocaleString(language)}</span>
      </div>
      <div class="acts" role="gridcell">
        ${
          isReadonly
            ? nothing
            : status === 'suggestion'
              ? html`${wordButton('delete', words.deleteAll, () => ask({type: 'delete', ids}))}${wordButton(
                  'accept',
                  words.acceptAll,
                  () => ask({type: 'accept', ids}),
                )}`
              : status === 'removed' && ids.length > 1
                ? wordButton('restore', words.restoreAll, () => ask({type: 'restore', ids}))
                : nothing
        }
      </div>
    </div>
  </div>`;
}
