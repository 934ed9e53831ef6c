import {html, nothing, type TemplateResult} from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import type {Label} from '../../model/label.js';
import {cssProperties} from '../shared/css-properties.js';
import {icon, type IconShapes} from '../shared/icon.js';
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
  /** What stands at its end, such as how often the label is used. */
  readonly note: number | string | undefined;
  readonly acts: readonly LabelAct[];
  readonly ask: (act: string) => void;
}

/** A small button beside a label. */
export interface LabelAct {
  readonly act: string;
  readonly shapes: (label: string) => IconShapes;
  /** What it does now. */
  readonly name: (label: string) => string;
  /** It is in force, and so shows also while nobody points at its row. */
  readonly isOn?: (label: string) => boolean;
}

/** One row: a radio button, or a check box in a list item, because only list items may tell their place in a list. */
export function labelRow(row: RowState): TemplateResult {
  const {option, place, multiple, disabled} = row;
  const {label, index, isExclusion} = option;
  const setSize = row.setSize ?? nothing;
  const setPlace = row.setSize === undefined ? nothing : place + 1;
  return html`<div
    class="slot ${row.acts.length > 0 ? 'with-acts' : ''}"
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
      aria-describedby=${describedBy(row) || nothing}
      aria-setsize=${multiple ? nothing : setSize}
      aria-posinset=${multiple ? nothing : setPlace}
    >
      ${rowContent(row)}
    </div>
    ${row.acts.length > 0 ? rowActs(row) : nothing}
  </div>`;
}

/** Beside the row, because a radio button can hold no others. The arrow keys lead there. */
function rowActs({option, acts, ask, disabled}: RowState): TemplateResult {
  const {label} = option.label;
  return html`<span class="label-acts">
    ${acts.map(({act, shapes, name, isOn}) => {
      const title = name(label);
      return html`<button
        type="button"
        class="act ${isOn?.(label) ? 'on' : ''}"
        tabindex="-1"
        data-act=${act}
        aria-label=${`${title}: ${visibleString(label)}`}
        title=${title}
        ?disabled=${disabled}
        @click=${() => ask(act)}
      >
        ${icon(shapes(label))}
      </button>`;
    })}
  </span>`;
}

function describedBy({option: {label, index}, note}: RowState): string {
  const ids = [
    ...(label.description ? [`description-${index}`] : []),
    ...(typeof note === 'string' ? [`note-${index}`] : []),
  ];
  return ids.join(' ');
}

function rowContent({option, multiple, note}: RowState): TemplateResult {
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
    ${note === undefined ? nothing : html`<span class="count" id="note-${index}">${note}</span>`}
    ${keyCap ? html`<kbd aria-hidden="true">${keyCap}</kbd>` : nothing}`;
}
