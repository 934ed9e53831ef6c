import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    display: grid;
    gap: 8px;
    padding: 12px;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: inherit;
    font-weight: 550;
  }

  .muted {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    overflow-wrap: anywhere;
  }

  code {
    font-family: var(--_font-mono);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .address {
    flex: 1 1 180px;
  }

  .problem {
    color: var(--_danger);
  }

  .report {
    display: flex;
    gap: 6px;
    align-items: center;
    font-weight: 550;
  }

  .report.good {
    color: var(--_success);
  }

  .report svg {
    width: 16px;
    height: 16px;
  }
`;
