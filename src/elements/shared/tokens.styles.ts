import {css} from 'lit';

/**
 * The looks every element shares. A page sets the public `--gt-*` properties; elements read the private `--_*` ones,
 * so that a default stands in one place. Light and dark follow the `color-scheme` of the page.
 */
export const tokens = css`
  :host {
    --_surface: var(--gt-surface, light-dark(#ffffff, #17181b));
    --_surface-raised: var(--gt-surface-raised, light-dark(#ffffff, #1f2024));
    --_surface-sunken: var(--gt-surface-sunken, light-dark(#f5f6f8, #101113));
    --_surface-hover: var(--gt-surface-hover, light-dark(#f0f1f4, #26282d));
    --_surface-selected: var(--gt-surface-selected, light-dark(#eceefd, #26284a));
    --_text: var(--gt-text, light-dark(#1b1c20, #ecedf0));
    --_text-muted: var(--gt-text-muted, light-dark(#5c5f6a, #a2a5b0));
    --_border: var(--gt-border, light-dark(#e2e4e9, #303238));
    --_border-strong: var(--gt-border-strong, light-dark(#888c99, #767a87));
    --_accent: var(--gt-accent, light-dark(#4750c9, #8f97ff));
    --_accent-hover: var(--gt-accent-hover, light-dark(#3b43ad, #a5abff));
    --_on-accent: var(--gt-on-accent, light-dark(#ffffff, #14152b));
    --_success: var(--gt-success, light-dark(#1a7a47, #5ecb92));
    --_warning: var(--gt-warning, light-dark(#8a5a00, #e6b455));
    --_warning-surface: var(--gt-warning-surface, light-dark(#fdf5e3, #33290f));
    --_danger: var(--gt-danger, light-dark(#c0283a, #ff8b95));
    --_danger-surface: var(--gt-danger-surface, light-dark(#fdeeef, #3a1a1f));
    --_shadow: var(
      --gt-shadow,
      0 1px 2px light-dark(#1b1c2014, #00000066),
      0 8px 24px light-dark(#1b1c201f, #00000080)
    );
    --_radius: var(--gt-radius, 6px);
    --_radius-large: var(--gt-radius-large, 10px);
    --_font: var(
      --gt-font,
      ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      sans-serif
    );
    --_font-mono: var(--gt-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    --_text-size: var(--gt-text-size, 0.8125rem);
    --_text-size-small: var(--gt-text-size-small, 0.75rem);
    --_text-size-large: var(--gt-text-size-large, 0.9375rem);
    --_line-height: var(--gt-line-height, 1.45);

    box-sizing: border-box;
    color: var(--_text);
    font: 400 var(--_text-size) / var(--_line-height) var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0s !important;
      transition-duration: 0s !important;
    }
  }
`;
