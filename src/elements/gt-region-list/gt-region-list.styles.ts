import {css} from 'lit';

export const regionListStyles = css`
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
    justify-content: space-between;
    gap: 4px;
    min-height: 36px;
    padding-inline: 18px 8px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .bar .button {
    min-height: 26px;
    padding: 0 8px;
    font-size: var(--_text-size-small);
    font-weight: 400;
  }

  .bar .button svg {
    width: 14px;
    height: 14px;
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
    display: flex;
    align-items: center;
    min-height: var(--_row);
    padding-inline: 10px 2px;
    border-radius: var(--_radius);
    outline-offset: -2px;
    cursor: default;
    user-select: none;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30px;
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

  .current .chip {
    outline: 1.5px solid var(--_accent);
    outline-offset: 2px;
  }

  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }

  :is(.selected, .current) .name {
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

  .concealed .chip {
    opacity: 0.45;
  }

  .share {
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

  .act:disabled {
    opacity: 0.45;
    cursor: default;
  }

  /* In a row at rest only what is on shows; the rest takes no press, but screen readers find it. */
  @media (hover: hover) {
    .item:not(:hover, :focus-visible, :focus-within) .act:not(.on) {
      width: 0;
      overflow: hidden;
      opacity: 0;
      pointer-events: none;
    }

    .item:is(:hover, :focus-visible, :focus-within) .share {
      display: none;
    }
  }

  .selection {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin: 2px 8px;
    padding: 6px 2px 8px 8px;
    border-block-start: 1px solid var(--_border);
  }

  .total {
    flex: 1 1 auto;
    font-weight: 500;
  }

  .label-field {
    position: relative;
    flex: 1 1 100%;
    display: flex;
    align-items: center;
    min-width: 0;
  }

  .label-field > .chip {
    position: absolute;
    inset-inline-start: 9px;
    pointer-events: none;
  }

  .label-field > svg {
    position: absolute;
    inset-inline-end: 7px;
    width: 13px;
    height: 13px;
    color: var(--_text-muted);
    pointer-events: none;
  }

  select {
    width: 100%;
    min-width: 0;
    height: 28px;
    padding-inline: 28px 24px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 1px);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    appearance: none;
  }

  .empty {
    display: grid;
    gap: 4px;
    padding: 4px 18px 12px;
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

    .act {
      width: 44px;
      height: 44px;
    }

    .bar .button,
    select {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .item.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .item.hovered:not(.selected) {
      outline: 1px dashed CanvasText;
    }

    .item:focus-visible {
      outline: 3px solid CanvasText;
    }
  }
`;
