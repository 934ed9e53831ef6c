import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    min-width: 0;
  }

  .who {
    max-width: 100%;
    min-width: 0;
  }

  .name {
    max-width: 16ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  fieldset {
    margin-block-start: 12px;
  }

  .row {
    display: flex;
    gap: 4px;
    align-items: center;
  }

  .row .choice {
    flex: 1;
    min-width: 0;
  }

  .naming {
    display: flex;
    flex: 1;
    gap: 8px;
    min-width: 0;
  }

  .naming input {
    flex: 1;
  }
`;
