import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 0;
    background: var(--_surface);
  }

  main {
    display: grid;
    grid-template-columns: minmax(320px, 420px) minmax(0, 1fr);
    height: 100%;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 24px;
    overflow: auto;
    border-inline-end: 1px solid var(--_border);
  }

  .head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
  }

  h1,
  p {
    margin: 0;
  }

  h1 {
    font-size: 1.125rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .muted,
  small {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-weight: 400;
  }

  fieldset {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .field {
    display: grid;
    gap: 6px;
  }

  .field > span,
  legend,
  summary {
    padding: 0;
    font-weight: 550;
  }

  input[type='text'],
  textarea {
    width: 100%;
  }

  .cards {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  .card {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 10px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .card input {
    position: absolute;
    opacity: 0;
  }

  .card:has(:checked) {
    border-color: var(--_accent);
    background: var(--_surface-selected);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .card:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .card b,
  .card small {
    display: block;
    line-height: 1.35;
  }

  .card b {
    font-weight: 550;
  }

  .type svg {
    width: 18px;
    height: 18px;
    color: var(--_accent);
  }

  .problems:empty {
    display: none;
  }

  .problems p {
    color: var(--_danger);
    font-size: var(--_text-size-small);
  }

  .problems p.warning {
    color: var(--_warning);
  }

  .notice p + .choices {
    margin-block-start: 8px;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  details {
    display: grid;
    border-block-start: 1px solid var(--_border);
    padding-block-start: 12px;
  }

  details .field,
  details .example {
    margin-block-start: 12px;
  }

  summary {
    cursor: pointer;
  }

  .example {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    gap: 12px;
    align-items: end;
  }

  .example .field {
    margin: 0;
  }

  .picture {
    display: grid;
    place-items: center;
    height: 56px;
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    cursor: pointer;
    overflow: hidden;
  }

  .picture img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  .picture svg {
    width: 18px;
    height: 18px;
  }

  .picture:has(:focus-visible) {
    outline: 2px solid var(--_accent);
  }

  .actions {
    position: sticky;
    inset-block-end: -24px;
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin: auto -24px -24px;
    padding: 12px 24px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .stage {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 8px;
    min-width: 0;
    padding: 16px 24px 24px;
    background: var(--_surface-sunken);
  }

  .caption {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .preview {
    min-height: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: auto;
  }

  .preview > * {
    height: 100%;
  }

  @media (width < 900px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }

    form {
      border: 0;
    }

    .preview {
      height: 560px;
    }
  }

  @media (width < 480px) {
    .cards {
      grid-template-columns: 1fr;
    }
  }
`;
