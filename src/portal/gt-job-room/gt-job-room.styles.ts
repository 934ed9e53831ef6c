import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    background: var(--_surface);
  }

  header {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    min-height: 40px;
    padding: 4px 8px;
    border-block-end: 1px solid var(--_border);
  }

  .notice {
    align-self: start;
    margin: 24px;
  }

  .ask {
    width: min(560px, 100% - 32px);
    margin: 48px auto;
  }

  gt-session {
    min-width: 0;
    min-height: 0;
  }
`;
