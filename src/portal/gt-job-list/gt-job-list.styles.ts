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
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    overflow: hidden;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) 200px auto;
    gap: 4px 16px;
    align-items: center;
    padding: 12px 16px;
  }

  li + li {
    border-block-start: 1px solid var(--_border);
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

  .actions {
    display: flex;
    gap: 4px;
    justify-content: flex-end;
  }

  .actions .button:last-child {
    min-width: 124px;
    margin-inline-start: 8px;
  }

  @container (width < 720px) {
    li {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .progress,
    .actions {
      grid-column: 1 / -1;
    }

    .actions .button:last-child {
      flex: 1;
    }
  }
`;
