import {css} from 'lit';

/** Buttons, key caps and notices that look the same in every element. */
export const controls = css`
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-weight: 500;
    line-height: 1.2;
    cursor: pointer;
    transition: background-color 0.12s;
  }

  .button:hover:not(:disabled) {
    background: var(--_surface-hover);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover:not(:disabled) {
    background: var(--_accent-hover);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover:not(:disabled) {
    background: var(--_surface-hover);
  }

  .button.icon {
    width: 32px;
    padding: 0;
  }

  .button:disabled {
    color: var(--_text-muted);
    opacity: 0.55;
    cursor: default;
  }

  .button.primary:disabled {
    background: var(--_surface-hover);
    border-color: var(--_border);
  }

  .button svg {
    flex: none;
    width: 16px;
    height: 16px;
  }

  kbd {
    display: inline-grid;
    place-items: center;
    min-width: 20px;
    height: 20px;
    padding: 0 5px;
    border: 1px solid var(--_border);
    border-block-end-width: 2px;
    border-radius: 5px;
    background: var(--_surface-raised);
    color: var(--_text-muted);
    font: 500 0.6875rem/1 var(--_font-mono);
    white-space: nowrap;
  }

  .notice {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .notice.warning {
    background: var(--_warning-surface);
  }

  .notice.error {
    background: var(--_danger-surface);
  }

  @media (pointer: coarse) {
    .button {
      min-height: 44px;
    }

    .button.icon {
      width: 44px;
    }
  }

  @media (forced-colors: active) {
    .button:disabled {
      color: GrayText;
      opacity: 1;
    }
  }
`;
