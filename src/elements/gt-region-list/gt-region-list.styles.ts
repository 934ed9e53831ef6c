import {css} from 'lit';
import {listStyles} from '../shared/list.styles.js';

export const regionListStyles = css`
  ${listStyles}

  .bar {
    justify-content: space-between;
    gap: 4px;
    min-height: 36px;
  }

  .bar .button {
    min-height: 26px;
    padding: 0 8px;
    font-size: var(--_text-size-small);
    font-weight: 400;
  }

  .bar .button svg {
    width: 14px;
    height: 14px;
  }

  .item {
    display: flex;
    align-items: center;
    min-height: var(--_row);
    padding-inline: 10px 2px;
    cursor: default;
    user-select: none;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30px;
  }

  .current .chip {
    outline: 1.5px solid var(--_accent);
    outline-offset: 2px;
  }

  .current .name {
    font-weight: 500;
  }

  /* In a row at rest only what is on shows; the rest takes no press, but screen readers find it. */
  @media (hover: hover) {
    .item:not(:hover, :focus-visible, :focus-within) .act:not(.on) {
      width: 0;
      overflow: hidden;
      opacity: 0;
      pointer-events: none;
    }

    .item:is(:hover, :focus-visible, :focus-within) .measure {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .bar .button {
      min-height: 44px;
    }
  }
`;
