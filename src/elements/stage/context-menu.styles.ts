import {css} from 'lit';

export const contextMenuStyles = css`
  .menu-sheet,
  .label-popover {
    position: fixed;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    color: inherit;
  }

  .menu-sheet {
    inset: 0;
    width: auto;
    height: auto;
    background: none;
  }

  .menu,
  .label-popover {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .menu {
    position: absolute;
    top: 0;
    left: 0;
    min-width: 200px;
    max-width: min(320px, calc(100% - 12px));
    max-height: calc(100% - 12px);
    padding: 4px;
    overflow: auto;
    scrollbar-width: thin;
    user-select: none;
  }

  .menu-line {
    height: 1px;
    margin: 4px 6px;
    background: var(--_border);
  }

  .menu-heading {
    padding: 4px 8px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .menu-item {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 28px;
    padding-inline: 8px;
    border-radius: calc(var(--_radius-large) - 4px);
    cursor: default;
    outline: 0;
  }

  .menu-item:focus {
    background: var(--_surface-hover);
  }

  .menu-item:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .menu-item.danger:focus {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .menu-item[aria-expanded='true'] {
    background: var(--_surface-hover);
  }

  .menu-item[aria-disabled='true'] {
    color: var(--_text-muted);
    opacity: 0.6;
  }

  .menu-icon,
  .menu-more {
    display: grid;
    flex: none;
    place-items: center;
    width: 16px;
    color: var(--_text-muted);
  }

  .menu-item.danger:focus .menu-icon {
    color: inherit;
  }

  .menu-icon svg,
  .menu-more svg {
    width: 15px;
    height: 15px;
  }

  .menu-more:dir(rtl) svg {
    transform: scaleX(-1);
  }

  .menu-name {
    display: flex;
    flex: 1;
    gap: 8px;
    align-items: center;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .menu-item kbd {
    padding: 0;
    border: 0;
    background: none;
    font-family: inherit;
    font-size: var(--_text-size-small);
    font-weight: 400;
  }

  .menu-item .size {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .label-popover {
    inset: auto;
    display: none;
    width: 240px;
    max-width: calc(100vw - 12px);
    padding: 6px 4px;
  }

  .label-popover:popover-open {
    display: flex;
  }

  .label-popover gt-label-picker {
    flex: 1;
    min-width: 0;
    max-height: min(320px, calc(100dvh - 24px));
  }

  @media (pointer: coarse) {
    .menu-item {
      min-height: 44px;
    }
  }

  @media (pointer: coarse) and (hover: none) {
    .menu-item kbd {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .menu-item:focus {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .menu-item:focus :is(.menu-icon, .menu-more, .size) {
      color: inherit;
    }
  }
`;
