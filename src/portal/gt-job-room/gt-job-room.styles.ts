import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--_surface);
  }

  header {
    padding: 8px;
    border-block-end: 1px solid var(--_border);
  }

  .back:dir(rtl) svg {
    scale: -1 1;
  }

  main > .notice {
    margin: 8px 16px;
  }

  .ask {
    display: grid;
    gap: 16px;
    justify-items: end;
    width: min(560px, 100% - 32px);
    margin: 48px auto;
  }

  gt-picture-source {
    width: 100%;
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  gt-session {
    flex: 1;
    min-height: 0;
  }
`;
