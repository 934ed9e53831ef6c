import {css} from 'lit';

export const labelTaskStyles = css`
  gt-image-viewer {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 0;
  }

  .stage.text,
  .stage.custom {
    background: var(--_surface);
    overflow: auto;
    overscroll-behavior: contain;
  }

  .reading {
    width: 100%;
    max-width: 72ch;
    margin: 0 auto;
    padding: clamp(16px, 4cqi, 40px) clamp(16px, 4cqi, 32px);
    font: 400 1rem/1.65 var(--_font);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
    tab-size: 4;
  }

  .custom-content {
    padding: 16px;
    overflow-wrap: anywhere;
  }

  .custom-content[hidden] {
    display: none;
  }

  .custom-content ::slotted(*) {
    max-width: 100%;
  }

  .nothing {
    margin: auto;
    padding: 24px;
    color: var(--_text-muted);
    text-align: center;
  }

  .hidden-character {
    padding: 0 3px;
    border-radius: 3px;
    background: var(--_warning-surface);
    color: var(--_warning);
    font: 0.75em var(--_font-mono);
    user-select: none;
  }

  .comment {
    flex: none;
    display: grid;
    gap: 6px;
    padding: 4px 6px;
  }

  .comment > .button {
    justify-self: start;
    color: var(--_text-muted);
  }

  .comment label {
    padding-inline: 4px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  textarea {
    width: 100%;
    min-height: 84px;
    padding: 8px 10px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  textarea::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  textarea:focus-visible {
    outline-offset: -1px;
  }

  .side-message {
    margin: 0;
    padding: 0 10px;
    color: var(--_danger);
    font-size: var(--_text-size-small);
  }
`;
