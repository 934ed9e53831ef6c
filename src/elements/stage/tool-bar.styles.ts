import {css} from 'lit';

/**
 * One line that scrolls. An end that fades away has more behind it; a bar that needs no scrolling has no progress, and
 * so no fade. Browsers without such animations show a button cut in two instead.
 */
const scrollingBar = css`
  --_forth: to right;
  --_back: to left;
  flex-wrap: nowrap;
  overflow: auto hidden;
  overscroll-behavior-inline: contain;
  scrollbar-width: none;
  animation: fade-ends linear both;
  animation-timeline: scroll(self inline);
`;

/** To be put over the stage: the bar takes presses, what is beside it lets them through. */
export const toolBarStyles = css`
  .tools {
    position: absolute;
    z-index: 2;
    inset-block-start: 10px;
    inset-inline: 8px;
    display: grid;
    gap: 6px;
    justify-items: center;
    pointer-events: none;
  }

  .tools > :not(.tools-row),
  .tools-row > * {
    pointer-events: auto;
  }

  /* Tools that have settings beside them stay where they are, whatever those are. */
  .tools.start {
    justify-items: start;
  }

  .tools-row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-width: 0;
    max-width: 100%;
  }

  .tools-row > .tools-bar {
    flex-wrap: wrap;
    min-height: 38px;
    max-width: 100%;
  }

  .compact .tools-row {
    flex-wrap: nowrap;
    width: 100%;
    justify-content: space-between;
  }

  .compact .tools-main {
    min-width: 0;
    ${scrollingBar}
  }

  .tools-row > .tools-main:dir(rtl) {
    --_forth: to left;
    --_back: to right;
  }

  .compact .tools-main > *,
  .compact .tools-folds {
    flex: none;
  }

  .compact .answers {
    flex-wrap: wrap;
    justify-self: center;
    max-width: 100%;
  }

  .compact .tools-panel {
    justify-self: end;
    max-height: 60vh;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  /* What stands beside the tools elsewhere, one below the other with its names. */
  .folded {
    --_row: 32px;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-rows: max-content;
    gap: 2px;
    padding: 6px 10px;
  }

  .folded .tools-divider {
    display: none;
  }

  .folded > * {
    min-height: var(--_row);
  }

  .folded .tools-size,
  .folded .tools-select,
  .folded .tools-segments {
    display: flex;
    align-items: center;
    padding: 0;
  }

  .folded :is(.tools-size, .tools-select)::before {
    flex: 1;
    content: attr(title) / '';
  }

  .folded .tools-segments::before {
    flex: 1;
    content: attr(aria-label) / '';
  }

  .folded .tools-select > svg {
    display: none;
  }

  .folded > .tools-tool > .tools-tip {
    position: static;
    display: block;
    width: auto;
    max-width: none;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
    font-size: inherit;
    transform: none;
    visibility: visible;
    opacity: 1;
  }

  .folded .tools-segments label.tools-tool {
    flex: none;
  }

  .folded .tools-segments .tools-tip,
  .folded > .tools-tool > .tools-tip kbd {
    display: none;
  }

  .folded > .tools-tool {
    align-items: center;
    gap: 6px;
    border-radius: calc(var(--_radius-large) - 4px);
  }

  /* The words beside a button are part of what can be pressed. */
  .folded > .tools-tool > .button::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  /* A tip that is centred would be cut off at the edge of the stage. */
  .tools-row > :not(.options) .tools-tip {
    inset-inline: 0 auto;
    transform: none;
  }

  .options .tools-segments {
    display: flex;
    flex-wrap: nowrap;
    gap: 0;
    padding: 0;
    background: none;
  }

  .options .tools-segments label:not(.tools-tool) {
    flex: none;
  }

  .options .tools-segment {
    min-width: 30px;
    min-height: 30px;
    border-radius: calc(var(--_radius-large) - 4px);
    cursor: pointer;
  }

  .options .tools-segment svg {
    width: 16px;
    height: 16px;
  }

  .options .tools-segments input:hover + .tools-segment {
    background: var(--_surface-hover);
    color: var(--_text);
  }

  .options .tools-segments input:checked + .tools-segment {
    background: var(--_surface-selected);
    box-shadow: none;
    color: var(--_accent);
  }

  .tools-size {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline: 8px 4px;
  }

  .tools-size [type='range'] {
    width: 76px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .tools-size [type='number'] {
    width: max(44px, 3.6em);
    height: 26px;
    padding-inline: 6px 2px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) - 1px);
    background: var(--_surface-sunken);
    color: inherit;
    font: inherit;
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }

  .tools-size [type='number']:hover {
    border-color: var(--_border-strong);
  }

  .tools-size [type='number']::-webkit-inner-spin-button {
    display: none;
  }

  .tools-select {
    display: flex;
    align-items: center;
    padding-inline-start: 6px;
  }

  .tools-select svg {
    width: 16px;
    height: 16px;
    color: var(--_text-muted);
  }

  .tools-select select {
    height: 30px;
    padding-inline: 4px 0;
    border: 0;
    border-radius: calc(var(--_radius-large) - 4px);
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_text-size-small);
    cursor: pointer;
  }

  .tools-select select:hover {
    background: var(--_surface-hover);
  }

  .tools-hint,
  .tools-name {
    padding-inline: 10px;
    font-size: var(--_text-size-small);
  }

  .tools-hint {
    color: var(--_text-muted);
  }

  .tools-name {
    display: flex;
    gap: 7px;
    align-items: center;
    max-width: 16em;
  }

  .tools-name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tools-bar .button[aria-disabled='true'] {
    color: var(--_text-muted);
    opacity: 0.55;
  }

  .accept .button {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .accept .button:hover:not(:disabled) {
    background: var(--_accent-hover);
  }

  .tools-bar,
  .tools-panel,
  .mini-bar {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .tools-bar,
  .mini-bar {
    display: flex;
    align-items: center;
    padding: 3px;
  }

  .tools-tool {
    position: relative;
    display: flex;
  }

  :is(.tools-bar, .folded, .mini-bar) .button {
    min-height: 30px;
    border-radius: calc(var(--_radius-large) - 4px);
  }

  :is(.tools-bar, .folded, .mini-bar) .button.icon {
    width: 30px;
  }

  .tools-bar .button.worded {
    gap: 6px;
    padding-inline: 8px;
    font-size: var(--_text-size-small);
    font-weight: 400;
    white-space: nowrap;
  }

  :is(.tools-bar, .folded, .mini-bar) .button:is([aria-pressed='true'], [aria-expanded='true']) {
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  :is(.tools-bar, .folded, .mini-bar) .button:focus-visible {
    outline-offset: -2px;
  }

  .tools-divider {
    width: 1px;
    height: 18px;
    margin-inline: 4px;
    background: var(--_border);
  }

  .tools-tip {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(100% + 10px);
    left: 50%;
    display: flex;
    gap: 10px;
    align-items: center;
    width: max-content;
    max-width: 250px;
    padding: 5px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: var(--_text-size-small);
    transform: translateX(-50%);
    visibility: hidden;
    opacity: 0;
    pointer-events: none;
    transition:
      opacity 0.12s,
      visibility 0.12s;
  }

  .tools-tip small {
    display: block;
    color: var(--_text-muted);
    font-size: inherit;
  }

  @media (hover: hover) {
    .tools-tool:hover > .tools-tip {
      visibility: visible;
      opacity: 1;
      transition-delay: 0.45s;
    }
  }

  .button:focus-visible + .tools-tip {
    visibility: visible;
    opacity: 1;
  }

  .button[aria-expanded='true'] + .tools-tip {
    visibility: hidden;
  }

  .tools-panel {
    display: grid;
    gap: 4px;
    width: 280px;
    max-width: 100%;
    padding: 10px 14px;
  }

  .tools-slider {
    display: grid;
    grid-template-columns: auto 1fr 3em;
    gap: 12px;
    align-items: center;
    min-height: 28px;
  }

  .tools-slider input {
    width: 100%;
    min-width: 0;
    margin: 0;
    accent-color: var(--_accent);
  }

  .tools-percent {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .tools-check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 28px;
  }

  .tools-check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .tools-choice {
    min-width: 0;
    margin: 4px 0 0;
  }

  .tools-choice > span {
    display: block;
    padding: 0 0 4px;
  }

  .tools-segments {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .tools-segments label {
    position: relative;
    flex: 1 1 auto;
    display: grid;
  }

  .tools-segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .tools-segment {
    display: grid;
    place-items: center;
    min-height: 26px;
    padding-inline: 6px;
    border-radius: calc(var(--_radius) - 1px);
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .tools-segments input:checked + .tools-segment {
    background: var(--_surface-raised);
    box-shadow: 0 0 0 1px var(--_border);
    color: var(--_text);
  }

  .tools-segments input:focus-visible + .tools-segment {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .tools-note {
    margin: 4px 0 0;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .mini-bar {
    position: absolute;
    z-index: 1;
    top: 0;
    left: 0;
    width: max-content;
    max-width: calc(100% - 12px);
    transform: translate(var(--_x, 0), var(--_y, 0));
    visibility: hidden;
  }

  .mini-bar.placed {
    visibility: visible;
  }

  .mini-bar .label {
    gap: 7px;
    min-width: 0;
    padding-inline: 8px;
    font-weight: 400;
  }

  .mini-bar bdi {
    max-width: 9em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .mini-bar .danger:hover:not(:disabled) {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  /* Where the bar takes the width of the page, a tip beside its last button would make the page wider. */
  @container (width < 700px) {
    .tools-row .tools-tip {
      display: none;
    }
  }

  @container (max-width: 440px) {
    .tools-text {
      display: none;
    }
  }

  @keyframes fade-ends {
    0% {
      mask-image: linear-gradient(var(--_back), #0000, #000 40px);
    }

    1%,
    99% {
      mask-image: linear-gradient(var(--_back), #0000, #000 40px, #000 calc(100% - 40px), #0000);
    }

    100% {
      mask-image: linear-gradient(var(--_forth), #0000, #000 40px);
    }
  }

  @media (pointer: coarse) {
    /* Lines that wrap would cover half of a small picture. */
    .tools:not(.compact) .tools-row > .tools-bar {
      ${scrollingBar}
    }

    .tools-row > .tools-bar:dir(rtl) {
      --_forth: to left;
      --_back: to right;
    }

    .folded {
      --_row: 44px;
    }

    .tools-row .tools-tip {
      display: none;
    }

    .tools-row .tools-bar > * {
      flex: none;
    }

    :is(.tools-bar, .folded, .mini-bar) .button {
      min-height: 44px;
      min-width: 44px;
    }

    :is(.tools-bar, .folded, .mini-bar) .button.icon {
      width: 44px;
    }

    .mini-bar {
      flex-wrap: wrap;
    }

    .tools-check,
    .tools-slider,
    .tools-segment,
    .options .tools-segment,
    .tools-size [type='range'] {
      min-height: 44px;
    }

    .options .tools-segment {
      min-width: 44px;
    }

    .tools-size [type='number'],
    .tools-select select {
      height: 44px;
    }
  }

  @media (forced-colors: active) {
    .tools-segment {
      border: 1px solid ButtonBorder;
    }

    :is(.tools-bar, .folded, .mini-bar) .button:is([aria-pressed='true'], [aria-expanded='true']),
    :is(.tools-bar, .folded, .mini-bar)
      .button.quiet:not(:disabled):is([aria-pressed='true'], [aria-expanded='true']),
    .tools-segments input:checked + .tools-segment,
    .options .tools-segments input:checked + .tools-segment {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
