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

  /* Above the screen, not in it: nothing moves under the hand of whoever is drawing. */
  .update {
    position: fixed;
    inset-block-end: 48px;
    inset-inline-end: 16px;
    z-index: 20;
  }

  .update-card {
    display: grid;
    gap: 12px;
    width: min(340px, calc(100vw - 32px));
    box-sizing: border-box;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .update-card p {
    margin: 0;
    color: var(--_text-muted);
  }

  .update-card b {
    color: var(--_text);
    font-weight: 600;
  }

  .update-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
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
