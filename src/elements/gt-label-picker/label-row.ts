import {html, nothing, type TemplateResult} from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import type {Label} from '../../model/label.js';
import {cssProperties} from '../shared/css-properties.js';
import {icon} from '../shared/icon.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import type {Option} from './options.js';

/** Names longer than this may need a second line. */
const shortName = 26;

/** True for a label that one line cannot be trusted to hold, where every row has the same height. */
export function needsTwoLines(label: Label): boolean {
  return label.label.length > shortName || Boolean(label.description);
}

/** How a row stands in its list right now. */
export interface RowState {
  readonly option: Option;
  /** 0-based place among the rows that are found. */
  readonly place: number;
  /** How many rows there are, said only where not all of them are rendered. */
  readonly setSize: number | undefined;
  readonly multiple: boolean;
  readonly isChosen: boolean;
  /** True for the row that Enter takes while searching. */
  readonly isMatch: boolean;
  readonly isTabStop: boolean;
  readonly disabled: boolean;
  readonly readonly: boolean;
  readonly count: number | undefined;
}

/** One row: a radio button, or a check box in a list item, because only list items may tell their place in a list. */
export function labelRow(row: RowState): TemplateResult {
  const {option, place, multiple, disabled} = row;
  const {label, index, isExclusion} = option;
  const setSize = row.setSize ?? nothing;
  const setPlace = row.setSize === undefined ? nothing : place + 1;
  return html`<div
    class="slot"
    role=${multiple ? 'listitem' : 'presentation'}
    aria-setsize=${multiple ? setSize : nothing}
    aria-posinset=${multiple ? setPlace : nothing}
    ${cssProperties({'--_at': `${place}`})}
  >
    <div
      id="row-${index}"
      part="row"
      class="row ${isExclusion ? 'exclusion' : ''} ${row.isMatch ? 'match' : ''}"
      role=${multiple ? 'checkbox' : 'radio'}
      tabindex=${row.isTabStop ? '0' : '-1'}
      data-index=${index}
      title=${label.label.length > shortName ? visibleString(label.label) : nothing}
      aria-checked=${row.isChosen ? 'true' : 'false'}
      aria-disabled=${disabled ? 'true' : nothing}
      aria-readonly=${multiple && row.readonly ? 'true' : nothing}
      aria-labelledby="name-${index}"
      aria-describedby=${label.description ? `description-${index}` : nothing}
      aria-setsize=${multiple ? nothing : setSize}
      aria-posinset=${multiple ? nothing : setPlace}
    >
      ${rowContent(row)}
    </div>
  </div>`;
}

function rowContent({option, multiple, count}: RowState): TemplateResult {
  const {label, index, look, keyCap} = option;
  return html`<span class="mark">${multiple ? icon(Check) : nothing}</span>
    ${
      look
        ? html`<span class="chip ${look.pattern}" ${cssProperties({'--_chip': look.color})}></span>`
        : nothing
    }
    <span class="words">
      <bdi class="name" id="name-${index}">${visibleText(label.label)}</bdi>
      ${
        label.description
          ? html`<bdi class="description" id="description-${index}">${visibleText(label.description)}</bdi>`
          : nothing
      }
    </span>
    ${count === undefined ? nothing : html`<span class="count">${count}</span>`}
    ${keyCap ? html`<kbd aria-hidden="true">${keyCap}</kbd>` : nothing}`;
}
