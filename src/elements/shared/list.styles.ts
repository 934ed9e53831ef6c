import {css} from 'lit';

/** The small buttons at the end of a row. Those that say something by being on have the class `on`. */
export const rowActStyles = css`
  .act {
    display: grid;
    flex: none;
    place-items: center;
    width: 26px;
    height: 26px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .act svg {
    width: 15px;
    height: 15px;
  }

  .act:hover:not(:disabled) {
    background: light-dark(#0000000f, #ffffff17);
    color: var(--_text);
  }

  .act.delete:hover:not(:disabled) {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .act:focus-visible {
    outline-offset: -2px;
  }

  @media (pointer: coarse) {
    .act {
      width: 44px;
      height: 44px;
    }
  }
`;

/** Lists of what is on a stage: the bar above, rows with names and acts, what can be done to the selection. */
export const listStyles = css`
  ${rowActStyles}

  :host {
    --_row: max(30px, 1.9rem);
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    padding-inline: 18px 8px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .list {
    flex: 0 1 auto;
    min-height: 0;
    padding: 2px 8px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .item {
    border-radius: var(--_radius);
    outline-offset: -2px;
    -webkit-tap-highlight-color: transparent;
  }

  .item:hover,
  .item.hovered {
    background: var(--_surface-hover);
  }

  .item.selected {
    background: var(--_surface-selected);
  }

  .what {
    display: flex;
    flex: 1;
    align-items: center;
    min-width: 0;
  }

  .what .chip {
    margin-inline-end: 9px;
  }

  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    /* A name that is cut keeps its beginning, whichever way it runs. */
    unicode-bidi: plaintext;
  }

  .selected .name {
    font-weight: 500;
  }

  .place {
    flex: none;
    margin-inline-start: 5px;
    color: var(--_text-muted);
  }

  .concealed .name {
    color: var(--_text-muted);
  }

  .concealed .what .chip {
    opacity: 0.45;
  }

  .measure {
    flex: none;
    margin-inline: 8px 4px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .acts {
    display: flex;
    flex: none;
    align-items: center;
  }

  .act:disabled {
    opacity: 0.45;
    cursor: default;
  }

  .label-field {
    position: relative;
    display: flex;
    align-items: center;
    min-width: 0;
  }

  .label-field > .chip {
    position: absolute;
    inset-inline-start: 9px;
    pointer-events: none;
  }

  .label-field > .chip + .select {
    padding-inline-start: 28px;
  }

  .label-field > svg {
    position: absolute;
    inset-inline-end: 7px;
    width: 13px;
    height: 13px;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .select {
    width: 100%;
    min-width: 0;
    height: 28px;
    padding-inline: 8px 24px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 1px);
    overflow: hidden;
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    appearance: none;
    unicode-bidi: plaintext;
    transition: border-color 0.12s;
  }

  .select:dir(rtl) {
    text-align: right;
  }

  .select:disabled {
    color: var(--_text-muted);
    opacity: 1;
  }

  .select:hover {
    border-color: var(--_border-strong);
  }

  .select:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .several {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin: 2px 8px;
    padding: 6px 2px 6px 8px;
    border-block-start: 1px solid var(--_border);
  }

  .several .total {
    flex: 1 1 auto;
    font-weight: 500;
  }

  .several .label-field {
    flex: 1 1 100%;
    order: 1;
  }

  .empty {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 6px 18px 12px;
    color: var(--_text-muted);
  }

  .empty p {
    margin: 0;
    text-wrap: pretty;
  }

  .empty .first {
    color: var(--_text);
  }

  @media (pointer: coarse) {
    :host {
      --_row: 44px;
    }

    .select {
      height: 44px;
    }
  }

  @media (forced-colors: active) {
    .item.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .item.hovered:not(.selected) {
      outline: 1px dashed CanvasText;
      outline-offset: -2px;
    }

    .item:focus-visible {
      outline: 3px solid CanvasText;
    }
  }
`;
