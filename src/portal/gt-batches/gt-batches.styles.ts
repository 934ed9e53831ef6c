import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    background: var(--_surface-sunken);
  }

  main {
    max-width: 960px;
    margin-inline: auto;
    padding: 16px clamp(12px, 4vw, 24px) 48px;
  }

  .head,
  .head label {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    color: var(--_text-muted);
  }

  .head {
    justify-content: space-between;
    margin-block-end: 12px;
  }

  .head input {
    width: 88px;
    color: var(--_text);
  }

  ul {
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1.1fr) 104px minmax(0, 1.4fr) auto;
    gap: 8px 16px;
    align-items: center;
    padding: 10px 16px;
  }

  li + li {
    border-block-start: 1px solid var(--_border);
  }

  .what,
  .progress {
    display: grid;
    gap: 4px;
    min-width: 0;
  }

  .name {
    font-weight: 600;
  }

  .meta {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .state {
    color: var(--_text-muted);
  }

  .state.in-review {
    color: var(--_accent);
  }

  .state.accepted {
    color: var(--_success);
  }

  progress {
    appearance: none;
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--_border);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_border);
  }

  progress::-webkit-progress-value {
    background: var(--_success);
  }

  progress::-moz-progress-bar {
    background: var(--_success);
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    justify-content: flex-end;
  }

  @media (width < 760px) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .progress,
    .acts {
      grid-column: 1 / -1;
    }
  }
`;
