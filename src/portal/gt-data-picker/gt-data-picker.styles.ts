import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .zone {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 12px;
    padding: 32px clamp(12px, 4vw, 24px);
    border: 1.5px dashed var(--_border-strong);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    text-align: center;
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }

  .zone.dragging {
    border-color: var(--_accent);
    background: var(--_surface-selected);
  }

  p {
    margin: 0;
  }

  .lead {
    font-size: var(--_text-size-large);
    font-weight: 600;
  }

  .hint {
    max-width: 52ch;
    color: var(--_text-muted);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
  }

  .address {
    display: flex;
    gap: 8px;
    width: min(100%, 440px);
  }

  .address input {
    flex: 1;
  }

  .notice {
    text-align: start;
  }
`;
