import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
    background: var(--_surface-sunken);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 48px;
    padding: 0 16px;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }

  .brand,
  .privacy,
  .end {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .back:dir(rtl) svg {
    scale: -1 1;
  }

  .brand {
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .mark {
    width: 18px;
    height: 18px;
    border: 2px solid var(--_accent);
    border-radius: 5px;
    box-shadow:
      inset 0 0 0 3px var(--_surface),
      inset 0 0 0 9px var(--_accent);
  }

  .privacy {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .end {
    gap: 16px;
    min-width: 0;
  }

  .privacy svg {
    flex: none;
    width: 14px;
    height: 14px;
  }

  gt-job-room {
    grid-row: 1 / -1;
  }

  @media (width < 640px) {
    .privacy {
      display: none;
    }

    :host {
      height: auto;
      min-height: 100%;
    }
  }
`;
