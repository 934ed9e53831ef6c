import {css} from 'lit';

/** Fields of the portal's forms. */
export const fields = css`
  input[type='text'],
  input[type='number'],
  select.field-input,
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

  select.field-input {
    padding-inline-end: 4px;
  }

  select.field-input option {
    background: var(--_surface-raised);
    color: var(--_text);
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
  }

  @media (pointer: coarse) {
    input[type='text'],
    input[type='number'],
    select.field-input {
      min-height: 44px;
    }
  }
`;
