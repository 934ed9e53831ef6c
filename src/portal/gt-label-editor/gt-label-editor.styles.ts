import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }

  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-height: min(60vh, 480px);
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  ol:empty {
    display: none;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    align-items: center;
    min-height: 38px;
    padding: 2px 4px 2px 2px;
    background: var(--_surface-raised);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 38px;
  }

  .row + .row {
    border-block-start: 1px solid var(--_border);
  }

  .row.dragged {
    position: relative;
    background: var(--_surface-selected);
    box-shadow: var(--_shadow);
  }

  .tool {
    display: grid;
    flex: none;
    place-items: center;
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    border-radius: 5px;
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .tool:hover:not(:disabled) {
    background: var(--_surface-hover);
    color: var(--_text);
  }

  .tool:disabled {
    opacity: 0.3;
    cursor: default;
  }

  .tool svg {
    width: 15px;
    height: 15px;
  }

  .grip {
    width: 22px;
    cursor: grab;
    touch-action: none;
  }

  .dragged .grip {
    cursor: grabbing;
  }

  .more[aria-expanded='true'] svg {
    rotate: 180deg;
  }

  .bin:hover:not(:disabled) {
    color: var(--_danger);
  }

  .color {
    flex: none;
    width: 22px;
    height: 22px;
    margin-inline-end: 4px;
    padding: 0;
    border: 0;
    border-radius: 5px;
    background: none;
    cursor: pointer;
    forced-color-adjust: none;
  }

  .color::-webkit-color-swatch-wrapper {
    padding: 3px;
  }

  .color::-webkit-color-swatch {
    border: 1px solid light-dark(#0000001f, #ffffff33);
    border-radius: 4px;
  }

  .row > input[type='text'] {
    min-height: 30px;
    padding: 4px 8px;
    border-color: transparent;
    background: none;
  }

  .row > input[type='text']:hover {
    border-color: var(--_border);
  }

  .row > input[type='text']:focus {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
    outline-offset: 0;
  }

  .name {
    flex: 1 1 84px;
  }

  .row > .key[type='text'] {
    flex: none;
    width: 30px;
    padding: 0;
    border-color: var(--_border);
    border-radius: 5px;
    font: 500 0.75rem var(--_font-mono);
    text-align: center;
  }

  .details {
    display: grid;
    flex: 1 0 100%;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: 8px;
    padding: 6px 4px 8px 24px;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .field input,
  .field textarea {
    color: var(--_text);
    font-size: var(--_text-size);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .paste {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 12px;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .problems:empty {
    display: none;
  }

  .problems p {
    margin: 0;
    color: var(--_danger);
    font-size: var(--_text-size-small);
  }

  .problems p.warning {
    color: var(--_warning);
  }

  @media (pointer: coarse) {
    .row {
      min-height: 48px;
    }

    .tool {
      width: 36px;
      height: 44px;
    }

    .row > input[type='text'] {
      min-height: 44px;
    }

    .color {
      width: 32px;
      height: 32px;
    }
  }

  @media (width < 480px) {
    .up,
    .down {
      display: none;
    }

    .row:focus-within :is(.up, .down) {
      display: grid;
    }
  }
`;
