import {css} from 'lit';

/** The small square in the colour and pattern of a label. Set `--_chip` and the name of the pattern as a class. */
export const chipStyles = css`
  .chip {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 3px;
    background: var(--_chip);
    box-shadow: inset 0 0 0 1px light-dark(#0000002e, #ffffff52);
    forced-color-adjust: none;
  }

  .chip.ring {
    background: none;
    box-shadow: inset 0 0 0 3px var(--_chip);
  }

  .chip.stripes {
    background: repeating-linear-gradient(135deg, var(--_chip) 0 2px, light-dark(#fff, #17181b) 2px 3.5px);
  }

  .chip.dots {
    border-radius: 50%;
    background: radial-gradient(circle, light-dark(#fff, #17181b) 0 1.8px, var(--_chip) 2.2px);
  }
`;
