import {css} from 'lit';

export const imageViewerStyles = css`
  :host {
    --_stage: var(--gt-stage-background, light-dark(#eceef2, #0c0d0f));
    position: relative;
    display: block;
    min-width: 0;
    block-size: 100%;
    min-block-size: var(--gt-viewer-min-height, 240px);
    border-radius: var(--_radius-large);
    background: var(--_stage);
  }

  .stage {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: inherit;
    outline-offset: -2px;
    cursor: var(--_cursor, default);
    contain: strict;
    /* Coordinates run from left to right in every language. */
    direction: ltr;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }

  .stage.draggable,
  .stage[data-space] {
    cursor: grab;
  }

  .stage.panning {
    cursor: grabbing;
  }

  .picture {
    position: absolute;
    inset: 0 auto auto 0;
    max-width: none;
    max-height: none;
    margin: 0;
    border: 0;
    transform-origin: 0 0;
    image-orientation: from-image;
    -webkit-user-drag: none;
  }

  .picture.transparent {
    background: repeating-conic-gradient(#ffffff 0 25%, #d9dbe1 0 50%) 0 0 / var(--_check) var(--_check);
  }

  .picture.pixelated {
    image-rendering: pixelated;
  }

  .sheet {
    position: absolute;
    inset: 0;
  }

  .definitions {
    position: absolute;
    width: 0;
    height: 0;
  }

  .grid {
    position: absolute;
    inset: 0 auto auto 0;
    background-image:
      linear-gradient(to right, #80808066 1px, transparent 1px),
      linear-gradient(to bottom, #80808066 1px, transparent 1px);
    pointer-events: none;
  }

  .layer {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .probe {
    position: absolute;
    width: 0;
    height: 0;
    pointer-events: none;
    visibility: hidden;
  }

  .minimap {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    padding: 3px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .minimap .map {
    position: relative;
    /* The picture runs from left to right in every language. */
    direction: ltr;
    overflow: hidden;
    border-radius: 3px;
    cursor: crosshair;
    touch-action: none;
  }

  .minimap canvas {
    display: block;
    width: 100%;
    height: 100%;
  }

  .minimap .frame {
    position: absolute;
    inset: 0 auto auto 0;
    border: 1.5px solid #ffffff;
    border-radius: 2px;
    outline: 1px solid #000000b3;
    box-shadow: 0 0 0 400px #00000059;
    cursor: grab;
  }

  .minimap .button {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-end: 3px;
    width: 24px;
    min-height: 24px;
    background: var(--_surface-raised);
  }

  .minimap .map[hidden] + .button {
    position: static;
    display: flex;
  }

  .minimap .button::before {
    content: '';
    width: 10px;
    border-block-start: 1.5px solid currentColor;
  }

  .minimap .map[hidden] + .button::before {
    width: 12px;
    height: 9px;
    border: 1.5px solid currentColor;
    border-radius: 2px;
  }

  .loupe {
    position: absolute;
    inset: 0 auto auto 0;
    width: 140px;
    height: 140px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--_stage);
    box-shadow:
      0 0 0 2px #ffffff,
      0 0 0 3px #00000080,
      0 8px 24px #00000059;
    pointer-events: none;
  }

  .loupe canvas {
    width: 100%;
    height: 100%;
  }

  .status {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 12px;
    display: flex;
    gap: 10px;
    padding: 3px 8px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_surface-raised) 88%, transparent);
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }

  /* Beside the toolbar is no room: above it. */
  .status.raised {
    inset-block-end: 60px;
  }

  .toolbar {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    display: flex;
    align-items: center;
    width: max-content;
    max-width: calc(100% - 8px);
    margin-inline: auto;
    padding: 3px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .tool {
    position: relative;
    display: flex;
    flex: none;
  }

  .toolbar .button {
    flex: none;
    min-height: 30px;
    padding: 0;
    border-radius: calc(var(--_radius-large) - 4px);
  }

  .toolbar .button.icon {
    width: 30px;
  }

  .toolbar .button[aria-pressed='true'],
  .toolbar .button[aria-expanded='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  .toolbar .percent {
    width: 54px;
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .toolbar .marked::after {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--_accent);
  }

  .divider {
    width: 1px;
    height: 18px;
    margin-inline: 4px;
    background: var(--_border);
  }

  .tip {
    position: absolute;
    z-index: 1;
    inset-block-end: calc(100% + 10px);
    left: 50%;
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 4px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: var(--_text-size-small);
    font-weight: 400;
    white-space: nowrap;
    transform: translateX(-50%);
    visibility: hidden;
    opacity: 0;
    pointer-events: none;
    transition:
      opacity 0.12s,
      visibility 0.12s;
  }

  .tool:hover > .tip {
    visibility: visible;
    opacity: 1;
    transition-delay: 0.45s;
  }

  .button:focus-visible + .tip {
    visibility: visible;
    opacity: 1;
  }

  .button[aria-expanded='true'] + .tip {
    visibility: hidden;
  }

  .panel {
    position: absolute;
    z-index: 2;
    inset-block-end: 60px;
    inset-inline: 0;
    display: grid;
    gap: 4px;
    width: 296px;
    max-width: calc(100% - 16px);
    max-height: calc(100% - 72px);
    margin-inline: auto;
    padding: 12px 14px 10px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .slider {
    display: grid;
    grid-template-columns: 5.5em 1fr 2em;
    gap: 10px;
    align-items: center;
    min-height: 30px;
  }

  .slider input {
    width: 100%;
    min-width: 0;
    margin: 0;
    border-radius: 4px;
    accent-color: var(--_accent);
  }

  .number {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 28px;
  }

  .check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .panel-end {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    margin-block-start: 4px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_border);
  }

  .muted {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .cover {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 16px;
    overflow: auto;
    border-radius: inherit;
  }

  .cover.passive {
    pointer-events: none;
  }

  .blank {
    display: grid;
    gap: 10px;
    justify-items: center;
    color: var(--_text-muted);
  }

  .blank svg {
    width: 28px;
    height: 28px;
  }

  .skeleton {
    position: absolute;
    inset: 8px;
    border-radius: var(--_radius);
    background: light-dark(#1b1c20, #ffffff);
    opacity: 0.05;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.1;
    }
  }

  /* A picture that comes at once needs no word about its coming. */
  .blank.loading {
    animation: appear 0.2s 0.4s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .failure {
    display: grid;
    gap: 10px;
    justify-items: center;
    width: min(440px, 100%);
    margin: auto;
    padding: 24px 20px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    text-align: center;
  }

  .badge {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .badge svg {
    width: 20px;
    height: 20px;
  }

  .failure h2 {
    margin: 0;
    font-size: var(--_text-size-large);
    font-weight: 600;
    text-wrap: balance;
  }

  .failure p {
    margin: 0;
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
    margin-block: 4px;
  }

  details {
    width: 100%;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  summary {
    width: fit-content;
    min-height: 24px;
    margin-inline: auto;
    padding-block: 3px;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .technical {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-block-start: 6px;
    text-align: start;
  }

  .technical code {
    flex: 1;
    min-width: 0;
    padding: 7px 10px;
    overflow-wrap: anywhere;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    color: var(--_text);
    font-family: var(--_font-mono);
    user-select: all;
  }

  .warnings {
    position: absolute;
    inset-block-start: var(--_room-above, 0);
    inset-inline: 0;
    display: grid;
    gap: 6px;
    justify-items: center;
    max-height: calc(100% - 72px - var(--_room-above, 0px));
    padding: 8px 8px 32px;
    overflow: auto;
    pointer-events: none;
  }

  .warnings .notice {
    align-items: flex-start;
    max-width: min(460px, 100%);
    padding: 4px 4px 4px 10px;
    border: 1px solid var(--_border);
    background: var(--_warning-surface);
    box-shadow: var(--_shadow);
    pointer-events: auto;
  }

  .warnings .notice > svg {
    flex: none;
    width: 16px;
    height: 16px;
    margin-block-start: 5px;
    color: var(--_warning);
  }

  .warnings details {
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  .warnings summary {
    margin-inline: 0;
  }

  .warnings p {
    margin: 2px 0 6px;
    color: var(--_text-muted);
  }

  .warnings .button {
    flex: none;
    width: 26px;
    min-height: 26px;
  }

  .hint {
    position: absolute;
    inset-block-start: 12px;
    inset-inline: 0;
    width: fit-content;
    max-width: calc(100% - 16px);
    margin-inline: auto;
    padding: 6px 12px;
    border-radius: 99px;
    background: #1b1c20e6;
    color: #ffffff;
    font-size: var(--_text-size-small);
    pointer-events: none;
    animation: appear 0.15s;
  }

  @media (pointer: coarse) {
    .toolbar {
      padding: 1px;
    }

    .toolbar .button {
      min-height: 44px;
    }

    .toolbar .button.icon {
      width: 44px;
    }

    .toolbar .percent {
      width: 48px;
    }

    .divider {
      margin-inline: 0;
    }

    .panel {
      inset-block-end: 72px;
    }

    .slider,
    .check,
    summary {
      min-height: 44px;
      align-content: center;
    }

    .warnings .button {
      width: 44px;
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    :host,
    .hint {
      border: 1px solid CanvasText;
    }

    .picture,
    .loupe,
    .minimap .map {
      forced-color-adjust: none;
    }

    .toolbar .button[aria-pressed='true'],
    .toolbar .button[aria-expanded='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
