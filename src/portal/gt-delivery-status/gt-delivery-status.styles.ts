import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    min-height: 24px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .line > svg {
    flex: none;
    width: 14px;
    height: 14px;
  }

  .idle > svg {
    color: var(--_success);
  }

  .stopped > svg,
  .pausing > svg {
    color: var(--_warning);
  }

  .progress {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .trouble {
    min-width: 0;
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  .trouble:empty {
    display: none;
  }

  .button {
    min-height: 24px;
    padding-inline: 8px;
    font-size: inherit;
  }

  @media (pointer: coarse) {
    .button {
      min-height: 44px;
    }
  }
`;
