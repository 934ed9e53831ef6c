import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .jobs {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    overflow: hidden;
  }

  .search {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 12px;
  }

  .search input {
    flex: 1 1 200px;
    min-width: 0;
    max-width: 320px;
    min-height: 34px;
    padding: 7px 10px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }

  .filters button {
    min-height: 28px;
    padding: 0 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .filters button:hover {
    background: var(--_surface-hover);
  }

  .filters button[aria-pressed='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: 500;
  }

  .none {
    margin: 0;
    padding: 24px 16px;
    color: var(--_text-muted);
    text-align: center;
  }

  .job {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) 180px auto;
    gap: 4px 16px;
    align-items: center;
    padding: 12px 16px;
  }

  .job + .job {
    border-block-start: 1px solid var(--_border);
  }

  .workers {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2 / -1;
    gap: 2px 16px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .delivery {
    grid-column: 2 / -1;
  }

  .workers li {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .worker {
    color: var(--_text);
  }

  .status.complete {
    color: var(--_success);
  }

  .type {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: var(--_radius);
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  .type svg {
    width: 16px;
    height: 16px;
  }

  .what,
  .progress {
    display: grid;
    gap: 2px;
    min-width: 0;
  }

  .title {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .meta {
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
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

  .actions,
  .more {
    display: flex;
    gap: 0 4px;
    align-items: center;
    justify-content: flex-end;
  }

  .actions {
    flex-direction: row-reverse;
    gap: 8px;
    justify-content: flex-start;
  }

  /* Rows with and without the button stand in the same columns. */
  .none-here {
    width: 32px;
  }

  .open {
    min-width: 124px;
  }

  @container (width < 860px) {
    .job {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .progress,
    .workers,
    .delivery,
    .actions {
      grid-column: 1 / -1;
    }

    .actions {
      flex-wrap: wrap-reverse;
    }

    .open {
      flex: 1 0 124px;
    }
  }

  @media (pointer: coarse) {
    .filters button {
      min-height: 44px;
    }
  }
`;
