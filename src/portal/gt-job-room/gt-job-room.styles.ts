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

  main > .notice:has(button) {
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    padding: 2px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .worker {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .worker svg {
    flex: none;
    width: 14px;
    height: 14px;
  }

  .worker bdi {
    max-width: 14ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  gt-session {
    flex: 1;
    min-height: 0;
  }
`;
