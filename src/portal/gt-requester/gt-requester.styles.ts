import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    grid-row: 1 / -1;
    min-width: 0;
    min-height: 0;
    background: var(--_surface);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding: 8px;
    border-block-end: 1px solid var(--_border);
  }

  h1 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font-size: var(--_text-size-large);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  nav {
    display: flex;
    gap: 2px;
  }

  nav button {
    min-height: 32px;
    padding: 0 12px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-muted);
    font-weight: 500;
    cursor: pointer;
  }

  nav button:hover {
    background: var(--_surface-hover);
  }

  nav [aria-current] {
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  .back:dir(rtl) svg {
    scale: -1 1;
  }

  .notice {
    margin: 8px 16px;
  }

  gt-review,
  gt-batches {
    flex: 1;
    min-height: 0;
  }

  @media (width < 720px) {
    .follow .text {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    nav {
      order: 1;
      width: 100%;
    }

    nav button {
      flex: 1;
    }
  }

  @media (pointer: coarse) {
    nav button {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    nav [aria-current] {
      outline: 1px solid Highlight;
    }
  }
`;
