import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }

  section {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: 8px;
    height: 100%;
  }

  .head,
  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .head {
    justify-content: space-between;
    min-height: 32px;
  }

  .turn svg:dir(rtl) {
    scale: -1 1;
  }

  p,
  h3 {
    margin: 0;
  }

  .task {
    min-height: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: auto;
  }

  .task.none:not([hidden]) {
    display: grid;
    place-items: center;
    padding: 24px;
    color: var(--_text-muted);
    text-align: center;
  }

  .task > * {
    height: 100%;
  }

  details {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }

  summary {
    padding: 8px 12px;
    font-weight: 550;
    cursor: pointer;
  }

  .json {
    display: grid;
    grid: auto minmax(0, 1fr) / auto-flow minmax(0, 1fr) minmax(0, 1.4fr);
    gap: 4px 8px;
    padding: 0 12px 12px;
    color: var(--_text-muted);
  }

  h3 {
    font-size: var(--_text-size-small);
    font-weight: 500;
  }

  pre {
    max-height: 132px;
    margin: 0;
    padding: 8px 10px;
    overflow-y: auto;
    scrollbar-width: thin;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    color: var(--_text);
    font: 400 var(--_text-size-small) / 1.5 var(--_font-mono);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  @media (width < 560px) {
    .json {
      grid: auto-flow auto / minmax(0, 1fr);
    }
  }
`;
