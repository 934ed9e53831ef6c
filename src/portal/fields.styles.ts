import {css} from 'lit';

/** Text fields of the portal's forms. */
export const fields = css`
  input[type='text'],
  textarea {
    min-width: 0;
    min-height: 34px;
    padding: 7px 10px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
`;
