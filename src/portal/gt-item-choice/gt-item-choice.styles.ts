import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
  }

  .field {
    display: grid;
    flex: 1 1 150px;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    max-width: 260px;
    font-weight: 550;
  }

  .field > :last-child {
    font-weight: 400;
  }

  .narrow {
    flex: 0 1 110px;
  }

  p {
    margin: 0;
  }

  .hint {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .result {
    font-variant-numeric: tabular-nums;
  }
`;
