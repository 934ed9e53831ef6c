import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    min-height: 49px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_border);
  }

  .spacer {
    flex: 1;
  }

  select.field-input {
    max-width: 180px;
    min-height: 32px;
    padding-block: 0;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }

  .filters button,
  .answers button {
    min-height: 32px;
    padding: 0 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .filters button:hover,
  .answers button:hover {
    background: var(--_surface-hover);
  }

  [aria-pressed='true'] {
    background: var(--_surface-selected) !important;
    color: var(--_accent) !important;
    font-weight: 500;
  }

  .number {
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  .body {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) 300px;
    min-height: 0;
  }

  .stage {
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }

  .stage > * {
    height: 100%;
  }

  .none {
    place-self: center;
    margin: 0;
    padding: 32px 16px;
    color: var(--_text-muted);
    text-align: center;
  }

  aside {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-width: 0;
    padding: 8px 16px 16px;
    border-inline-start: 1px solid var(--_border);
    overflow-y: auto;
  }

  .turn {
    display: flex;
    gap: 4px;
    align-items: center;
    justify-content: space-between;
    margin-inline: -8px;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .turn svg:dir(rtl) {
    scale: -1 1;
  }

  .answers {
    display: grid;
    gap: 2px;
  }

  .answers button {
    display: flex;
    gap: 8px;
    align-items: center;
    color: var(--_text);
    text-align: start;
  }

  .answers bdi {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .counts {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    color: var(--_success);
    font-size: var(--_text-size-small);
    font-weight: 400;
  }

  .counts svg {
    width: 14px;
    height: 14px;
  }

  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 16px;
    margin: 0;
  }

  dt {
    color: var(--_text-muted);
  }

  dd {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .label {
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: 999px;
  }

  dd.accepted {
    color: var(--_success);
  }

  dd.rejected {
    display: block;
    color: var(--_danger);
  }

  .say {
    display: grid;
    gap: 6px;
  }

  .say label {
    display: flex;
    justify-content: space-between;
    color: var(--_text-muted);
  }

  .quiet-text {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .acts {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }

  .acts .button,
  .told .button {
    justify-content: flex-start;
  }

  .acts kbd,
  .told kbd {
    margin-inline-start: auto;
  }

  .button.primary kbd {
    border-color: currentColor;
    background: transparent;
    color: inherit;
  }

  .button.danger {
    color: var(--_danger);
  }

  .told {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-height: 32px;
    margin-block-start: auto;
    color: var(--_text-muted);
  }

  .notice {
    margin: 0;
  }

  @media (width < 860px) {
    .body {
      grid-template: minmax(320px, 1fr) auto / minmax(0, 1fr);
    }

    aside {
      border-block-start: 1px solid var(--_border);
      border-inline-start: 0;
      overflow-y: visible;
    }

    .acts {
      grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    }
  }

  @media (pointer: coarse) {
    .filters button,
    .answers button,
    select.field-input {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
