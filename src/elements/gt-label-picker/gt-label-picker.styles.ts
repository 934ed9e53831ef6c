import {css} from 'lit';
import {rowActStyles} from '../shared/list.styles.js';

export const labelPickerStyles = css`
  ${rowActStyles}

  :host {
    --_row: 34px;
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-height: 0;
    min-width: 0;
  }

  :host([tall]) {
    --_row: 52px;
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 28px;
    padding-inline: 10px 4px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .bar .button {
    min-height: 26px;
    padding: 0 8px;
    font-size: var(--_text-size-small);
  }

  .search {
    position: relative;
    display: flex;
    align-items: center;
    margin-inline: 2px;
  }

  .search svg {
    position: absolute;
    inset-inline-start: 10px;
    width: 15px;
    height: 15px;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search kbd {
    position: absolute;
    inset-inline-end: 7px;
    pointer-events: none;
  }

  .search:focus-within kbd {
    visibility: hidden;
  }

  input {
    width: 100%;
    min-width: 0;
    height: 34px;
    padding-inline: 32px 34px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    appearance: none;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  input:focus-visible {
    outline-offset: -1px;
  }

  .recent {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    min-height: 28px;
    padding-inline: 10px 4px;
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .recent .button {
    flex: 0 1 auto;
    min-width: 3em;
    min-height: 24px;
    max-width: 10em;
    padding: 0 7px;
    font-size: var(--_text-size-small);
    font-weight: 400;
  }

  .recent bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .list {
    position: relative;
    flex: 0 1 auto;
    min-height: 0;
    padding: 2px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .list.windowed {
    flex: 1 1 360px;
    min-height: calc(var(--_row) * 4);
    max-height: max(360px, 60vh);
    padding-block: 0;
    contain: size layout;
  }

  .sizer {
    height: calc(var(--_row) * var(--_rows, 0));
  }

  .windowed .slot {
    position: absolute;
    inset-inline: 2px;
    inset-block-start: calc(var(--_row) * var(--_at, 0));
    height: var(--_row);
  }

  .row {
    display: flex;
    align-items: center;
    gap: 9px;
    min-height: var(--_row);
    padding: 5px 8px 5px 10px;
    border-radius: var(--_radius);
    cursor: pointer;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
  }

  .row:dir(rtl) {
    padding: 5px 10px 5px 8px;
  }

  .windowed .row {
    height: 100%;
    padding-block: 0;
  }

  .windowed .row:focus-visible {
    position: relative;
    z-index: 1;
    height: auto;
    background: var(--_surface-hover);
  }

  .row:hover,
  .row.match {
    background: var(--_surface-hover);
  }

  .row.match {
    box-shadow: inset 0 0 0 1.5px var(--_border-strong);
  }

  .row[aria-checked='true'] {
    background: var(--_surface-selected);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .row.exclusion {
    color: var(--_text-muted);
  }

  .row[aria-checked='true'].exclusion {
    color: var(--_text);
  }

  .locked .row {
    cursor: default;
  }

  .disabled .row {
    opacity: 0.6;
  }

  .mark {
    flex: none;
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    border: 1.5px solid var(--_border-strong);
    border-radius: 50%;
    background: var(--_surface-raised);
    color: var(--_on-accent);
  }

  [role='checkbox'] .mark {
    border-radius: 4px;
  }

  .mark svg {
    width: 12px;
    height: 12px;
    stroke-width: 3.5;
    visibility: hidden;
  }

  [aria-checked='true'] .mark {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  [aria-checked='true'] .mark svg {
    visibility: visible;
  }

  [role='radio'][aria-checked='true'] .mark {
    border-width: 5px;
    background: var(--_surface-raised);
  }

  .words {
    flex: 1;
    min-width: 0;
  }

  .name,
  .description {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 1.3;
  }

  [aria-checked='true'] .name {
    font-weight: 600;
  }

  .description {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .windowed .description {
    -webkit-line-clamp: 1;
  }

  .row:focus-visible .name,
  .row:focus-visible .description {
    -webkit-line-clamp: none;
  }

  .count {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .slot.with-acts {
    display: flex;
    align-items: center;
    border-radius: var(--_radius);
  }

  .with-acts .row {
    flex: 1;
    min-width: 0;
  }

  .with-acts:hover,
  .with-acts:has(.match) {
    background: var(--_surface-hover);
  }

  .with-acts:has([aria-checked='true']) {
    background: var(--_surface-selected);
  }

  .with-acts .row:not(:focus-visible) {
    background: none;
  }

  .label-acts {
    flex: none;
    display: flex;
    align-items: center;
  }

  .label-acts:has(.on) {
    padding-inline-end: 3px;
  }

  /*
   * At rest only what is on shows; the rest takes no press, but screen readers find it. Under the pointer the buttons
   * take the room of what stood there, so that the names stay where they are.
   */
  @media (hover: hover) {
    .with-acts:not(:hover, :focus-within) .act:not(.on) {
      width: 0;
      overflow: hidden;
      opacity: 0;
      pointer-events: none;
    }

    .with-acts:is(:hover, :focus-within) :is(.count, kbd) {
      display: none;
    }

    .with-acts:is(:hover, :focus-within) .label-acts {
      padding-inline-end: 3px;
    }
  }

  .hidden-character {
    padding: 0 2px;
    border-radius: 3px;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font: 0.75em var(--_font-mono);
  }

  .empty {
    margin: 0;
    padding: 8px 10px;
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }

  @media (pointer: coarse) {
    :host {
      --_row: 44px;
    }

    :host([tall]) {
      --_row: 56px;
    }

    .bar .button,
    .recent,
    .recent .button,
    input {
      min-height: 44px;
    }
  }

  /* A hand that has no keyboard is not told of keys. */
  @media (pointer: coarse) and (hover: none) {
    kbd {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .row[aria-checked='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .row:focus-visible {
      outline: 3px solid CanvasText;
    }

    [aria-checked='true'] .mark {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
