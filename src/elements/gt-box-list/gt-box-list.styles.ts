import {css} from 'lit';
import {listStyles} from '../shared/list.styles.js';

export const boxListStyles = css`
  ${listStyles}

  :host {
    container-type: inline-size;
  }

  .bar {
    gap: 2px;
    min-height: 32px;
  }

  .bar .count {
    flex: 1;
    min-width: 0;
  }

  .bar .word {
    font-weight: 400;
  }

  .list {
    position: relative;
    overflow-anchor: none;
  }

  .list.windowed {
    flex: 1 1 360px;
    min-height: calc(var(--_row) * 6);
    max-height: max(360px, 60vh);
    contain: size layout;
  }

  .space {
    height: var(--_height);
  }

  .line {
    display: flex;
    align-items: center;
    height: var(--_row);
    padding-inline: 10px 2px;
    cursor: default;
    user-select: none;
  }

  .item.open {
    margin-block: 2px;
  }

  .group {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .group:hover {
    background: none;
  }

  .group:not(:first-child) {
    margin-block-start: 0;
  }

  .heading {
    font-weight: 500;
  }

  .removed .what .chip {
    opacity: 0.45;
  }

  .removed .name {
    color: var(--_text-muted);
    text-decoration: line-through;
  }

  .suggestion .chip {
    outline: 1px dashed var(--_text-muted);
    outline-offset: 2px;
  }

  .sign {
    display: grid;
    flex: none;
    place-items: center;
    margin-inline-start: 6px;
    color: var(--_warning);
  }

  .sign svg {
    width: 14px;
    height: 14px;
  }

  .sign.dot {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--_warning);
    forced-color-adjust: none;
  }

  .word:focus-visible {
    outline-offset: -2px;
  }

  /*
   * In a row at rest only what is on shows; the rest takes no press, but screen readers find it. Nothing that shows
   * moves when the pointer comes.
   */
  .item:not(.open, :hover, :focus-visible, :focus-within) .acts .act:not(.on) {
    overflow: hidden;
    opacity: 0;
    pointer-events: none;
  }

  .item:not(.open, :hover, :focus-visible, :focus-within) .acts .act:not(.on, .on ~ *) {
    width: 0;
  }

  .item:is(:hover, :focus-visible, :focus-within):not(.removed, .suggestion, .open) .measure {
    display: none;
  }

  .word {
    min-height: 24px;
    padding: 0 8px;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    color: var(--_accent);
    font-size: var(--_text-size-small);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }

  .bar .word {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    color: inherit;
  }

  .bar .word svg {
    width: 13px;
    height: 13px;
  }

  .word:hover {
    background: light-dark(#0000000f, #ffffff17);
  }

  .details {
    display: grid;
    gap: 6px;
    padding: 2px 8px 6px;
  }

  .choice {
    position: relative;
    display: flex;
    align-items: center;
    min-width: 0;
  }

  .choice > svg {
    position: absolute;
    inset-inline-end: 7px;
    width: 13px;
    height: 13px;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .number,
  .text {
    width: 100%;
    min-width: 0;
    height: 28px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 1px);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    transition: border-color 0.12s;
  }

  .text {
    padding-inline: 8px;
  }

  :is(.number, .text):hover {
    border-color: var(--_border-strong);
  }

  .text:focus-visible,
  .number:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .numbers {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 6px;
    /* Left before right, as in the picture. */
    direction: ltr;
  }

  .number {
    display: flex;
    align-items: center;
    cursor: text;
  }

  .number span {
    flex: none;
    padding-inline-start: 8px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .number input {
    flex: 1;
    width: 0;
    min-width: 0;
    height: 100%;
    padding-inline: 6px;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: inherit;
  }

  .number:has([aria-invalid]) {
    border-color: var(--_danger);
  }

  .number:has([readonly]),
  .text[readonly] {
    border-color: transparent;
    background: none;
  }

  .refused,
  .warning {
    margin: 0;
    font-size: var(--_text-size-small);
  }

  .refused {
    color: var(--_danger);
  }

  .warning {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    padding-block: 4px;
    padding-inline: 8px 4px;
    border-radius: calc(var(--_radius) - 1px);
    background: var(--_warning-surface);
    overflow-wrap: anywhere;
  }

  .attributes {
    display: grid;
    gap: 6px;
  }

  .attribute {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 8px;
    align-items: center;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: center;
    min-width: 0;
    font-size: var(--_text-size-small);
    overflow-wrap: anywhere;
  }

  .tick {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 24px;
  }

  .tick input {
    flex: none;
    width: 15px;
    height: 15px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .badge {
    padding: 0 5px;
    border-radius: 4px;
    background: var(--_warning-surface);
    color: var(--_warning);
    font-size: 0.6875rem;
    font-weight: 500;
  }

  .foot {
    display: flex;
    margin-inline: -4px;
  }

  .foot .delete {
    margin-inline-start: auto;
  }

  @container (min-width: 252px) {
    .numbers {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 4px;
    }

    .number span {
      padding-inline-start: 6px;
    }

    .number input {
      padding-inline: 4px 2px;
      font-size: var(--_text-size-small);
    }
  }

  @media (pointer: coarse) {
    .word,
    .tick {
      min-height: 44px;
    }

    .number,
    .text {
      height: 44px;
    }

    .numbers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 6px;
    }
  }

  /* A hand that has no keyboard is not told of keys. */
  @media (pointer: coarse) and (hover: none) {
    .by-keys {
      display: none;
    }
  }
`;
