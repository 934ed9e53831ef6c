import {css} from 'lit';

export const taskElementStyles = css`
  :host {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-width: 0;
    height: 100%;
    min-height: clamp(420px, 60vh, 720px);
    container-type: inline-size;
    overflow: hidden auto;
    background: var(--_surface);
  }

  /* Fills its host also where the page's own CSS has made that a block or a grid. */
  .base {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    height: 100%;
    min-height: inherit;
  }

  .base:focus,
  .side:focus {
    outline: none;
  }

  .header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_border);
  }

  .header[hidden] {
    display: none;
  }

  h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: var(--_text-size-large);
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .notices {
    flex: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    max-height: 30vh;
    overflow: hidden auto;
    background: var(--_warning-surface);
  }

  .notices:has(.error) {
    background: var(--_danger-surface);
  }

  .notices .notice,
  .summary {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 8px 16px;
    border-radius: 0;
    overflow-wrap: anywhere;
  }

  .summary {
    list-style: none;
    cursor: pointer;
    outline-offset: -2px;
  }

  .summary::-webkit-details-marker {
    display: none;
  }

  .notices details[open] svg:last-child {
    rotate: 180deg;
  }

  .notices svg {
    flex: none;
    width: 16px;
    height: 16px;
  }

  .notices :is(.notice, .summary) > svg:first-child {
    color: var(--_warning);
  }

  .notices :is(.notice, .summary).error > svg:first-child {
    color: var(--_danger);
  }

  .notices > .button {
    width: 28px;
    min-height: 28px;
    margin: 4px 8px;
  }

  .problems {
    flex: none;
    max-height: 30vh;
    overflow: hidden auto;
    padding: 12px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_danger-surface);
  }

  .problems h3 {
    margin: 0 0 4px;
    font-size: var(--_text-size);
    font-weight: 600;
  }

  .problems ul {
    margin: 0;
    padding-inline-start: 18px;
  }

  .problems li {
    padding-block: 2px;
    overflow-wrap: anywhere;
  }

  .problems a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_danger);
    text-underline-offset: 3px;
  }

  .body {
    flex: 1 1 auto;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) 288px;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
  }

  gt-instructions {
    position: relative;
    overflow: hidden;
    contain: size;
    width: 0;
  }

  gt-instructions[open]:not([narrow]) {
    width: 272px;
    border-inline-end: 1px solid var(--_border);
  }

  gt-instructions[open][enlarged]:not([narrow]) {
    width: min(560px, 50cqi);
  }

  .stage {
    position: relative;
    grid-area: 1 / 2;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    contain: size;
    background: var(--_surface-sunken);
  }

  .side {
    grid-area: 1 / 3;
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
    min-height: 0;
    padding: 10px 8px;
    border-inline-start: 1px solid var(--_border);
    contain: size;
    overflow: hidden auto;
  }

  .side > gt-label-picker {
    flex: 1 1 auto;
  }

  .footer {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    padding: 8px 12px;
    border-block-start: 1px solid var(--_border);
  }

  .footer .spacer {
    flex: 1;
  }

  .footer .button.quiet {
    color: var(--_text-muted);
  }

  .footer .button.quiet:hover:not(:disabled) {
    color: var(--_text);
  }

  .footer .divider {
    width: 1px;
    height: 20px;
    margin-inline: 4px;
    background: var(--_border);
  }

  .footer .primary {
    min-width: 112px;
  }

  .footer .primary kbd {
    margin-inline-end: -4px;
    border-color: color-mix(in srgb, var(--_on-accent) 35%, transparent);
    background: transparent;
    color: inherit;
  }

  @media (pointer: coarse) {
    .footer .primary kbd {
      display: none;
    }
  }

  .dot {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_accent);
  }

  .status {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  /* The lower border of the item, or where the person has scrolled to from there. */
  .toast-place {
    position: sticky;
    z-index: 3;
    inset-block: 140px 0;
    grid-area: 1 / 2;
    align-self: end;
    height: 0;
  }

  .toast {
    position: absolute;
    inset-block-end: 16px;
    inset-inline: 8px;
    display: flex;
    align-items: center;
    gap: 12px;
    width: fit-content;
    max-width: calc(100% - 16px);
    margin-inline: auto;
    padding: 6px 6px 6px 14px;
    border-radius: var(--_radius-large);
    background: light-dark(#1b1c20, #ecedf0);
    color: light-dark(#ffffff, #17181b);
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }

  /* Nothing to press: what is under it stays in reach. */
  .toast.plain {
    padding: 8px 14px;
    pointer-events: none;
  }

  /* Above the viewer's own bar. */
  .stage.picture + .toast-place .toast {
    inset-block-end: 60px;
  }

  @media (pointer: coarse) {
    .stage.picture + .toast-place .toast {
      inset-block-end: 72px;
    }
  }

  .toast:dir(rtl) {
    padding: 6px 14px 6px 6px;
  }

  .toast .button.quiet {
    color: inherit;
    font-weight: 600;
  }

  .toast .button.quiet:hover:not(:disabled) {
    background: light-dark(#ffffff26, #00000014);
  }

  .toast :focus-visible {
    outline-color: currentColor;
  }

  @container (width < 700px) {
    .body {
      display: flex;
      flex-direction: column;
      min-height: 200px;
      overflow: hidden auto;
    }

    .stage {
      flex: 1 1 auto;
      min-height: 160px;
      contain: none;
    }

    .stage.picture {
      flex-basis: clamp(220px, 45vh, 480px);
      min-height: clamp(160px, 40vh, 260px);
    }

    .toast-place {
      flex: none;
      align-self: stretch;
    }

    .side {
      flex: none;
      contain: none;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_border);
      overflow: visible;
    }

    gt-instructions {
      position: static;
      contain: none;
      overflow: visible;
    }

    .footer .primary {
      flex: 1 1 112px;
    }
  }

  @container (width < 460px) {
    .footer .label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .header {
      padding-inline: 12px;
    }
  }

  /* In rems, because it is large text that leaves no room for it. */
  @container (width < 21rem) {
    .footer .primary kbd {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .toast {
      border: 1px solid CanvasText;
    }

    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
