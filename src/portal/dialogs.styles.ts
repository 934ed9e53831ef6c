import {css} from 'lit';

/** Dialogs of the portal: a question, what it means, and the answers at the end. */
export const dialogs = css`
  dialog {
    width: min(460px, calc(100vw - 32px));
    box-sizing: border-box;
    padding: 20px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    color: inherit;
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: #00000066;
  }

  dialog h2 {
    margin: 0;
    font-size: var(--_text-size-large);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  dialog p {
    margin-block: 8px 20px;
    color: var(--_text-muted);
  }

  dialog .sends {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    margin-block-start: 0;
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  .sends svg {
    flex: none;
    width: 16px;
    height: 16px;
    margin-block-start: 2px;
    color: var(--_accent);
  }

  dialog .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }

  dialog .answers > .first {
    margin-inline-end: auto;
  }

  fieldset {
    display: grid;
    gap: 2px;
    min-width: 0;
    margin: 0 0 20px;
    padding: 0;
    border: 0;
  }

  .choice {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 36px;
    padding-inline: 10px;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .choice:hover {
    background: var(--_surface-hover);
  }

  .choice input[type='radio'] {
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice .button {
    margin-inline-start: auto;
  }

  .choice > bdi,
  .choice > span {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .indented {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-inline-start: 33px;
  }

  .indented input {
    flex: 1;
    max-width: 100%;
  }

  .indented input[type='number'] {
    flex: none;
    width: 72px;
  }

  .quiet-text {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .button.danger {
    border-color: transparent;
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  [hidden] {
    display: none;
  }

  @media (pointer: coarse) {
    .choice {
      min-height: 44px;
    }
  }
`;
