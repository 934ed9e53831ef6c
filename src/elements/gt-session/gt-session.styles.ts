import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-width: 0;
    height: 100%;
    container-type: inline-size;
    background: var(--_surface);
  }

  .base {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }

  .bar {
    position: relative;
    z-index: 2;
    flex: none;
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-height: 49px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }

  .where {
    flex: 0 1 auto;
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }

  .title {
    min-width: 0;
    margin: 0;
    padding-inline-start: 4px;
    overflow: hidden;
    font-size: var(--_text-size);
    font-weight: 600;
    line-height: 1.4;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title[hidden] {
    display: none;
  }

  .nav {
    position: relative;
    flex: none;
    display: flex;
    align-items: center;
  }

  .nav .button {
    color: var(--_text-muted);
  }

  .nav .button:hover:not(:disabled) {
    color: var(--_text);
  }

  .nav .position {
    gap: 3px;
    padding-inline: 6px 4px;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .nav .position svg {
    width: 13px;
    height: 13px;
  }

  .nav .icon {
    width: 28px;
  }

  .nav .icon:dir(rtl) svg {
    scale: -1 1;
  }

  .how {
    flex: 1 1 auto;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 14px;
    min-width: 0;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    white-space: nowrap;
  }

  .counts {
    display: flex;
    gap: 14px;
    font-variant-numeric: tabular-nums;
  }

  .resubmit {
    color: var(--_warning);
  }

  .status,
  .timer {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }

  .status svg,
  .timer svg {
    flex: none;
    width: 14px;
    height: 14px;
  }

  .status.saved svg {
    color: var(--_success);
  }

  .status.not-saved,
  .status.tab-only,
  .status.update-needed,
  .timer.over {
    color: var(--_danger);
    font-weight: 600;
  }

  .status.read-only {
    color: var(--_warning);
    font-weight: 600;
  }

  .timer {
    font-variant-numeric: tabular-nums;
  }

  .actions {
    flex: none;
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .actions .primary {
    min-width: 96px;
  }

  .actions .primary kbd {
    margin-inline-end: -4px;
    border-color: color-mix(in srgb, var(--_on-accent) 35%, transparent);
    background: transparent;
    color: inherit;
  }

  .actions .primary.settling:disabled {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    opacity: 1;
  }

  .actions .stop,
  .actions .act-button {
    color: var(--_text-muted);
  }

  .progress {
    position: absolute;
    inset-inline: 0;
    inset-block-end: -1px;
    display: flex;
    height: 2px;
    overflow: hidden;
  }

  .progress i {
    display: block;
    height: 100%;
    transition: inline-size 0.2s ease-out;
  }

  .part-done {
    background: var(--_accent);
  }

  .part-skipped {
    background: repeating-linear-gradient(90deg, var(--_border-strong) 0 3px, transparent 3px 5px);
  }

  .notices {
    flex: none;
  }

  .notices .notice {
    flex-wrap: wrap;
    align-items: center;
    min-height: 41px;
    padding: 4px 8px 4px 16px;
    border-block-end: 1px solid var(--_border);
    border-radius: 0;
    overflow-wrap: anywhere;
  }

  .notices .notice:dir(rtl) {
    padding: 4px 16px 4px 8px;
  }

  .notice > svg {
    flex: none;
    width: 16px;
    height: 16px;
    color: var(--_text-muted);
  }

  .notice.warning > svg {
    color: var(--_warning);
  }

  .notice.error > svg {
    color: var(--_danger);
  }

  .notice-text {
    flex: 1 1 220px;
  }

  /* A few words and a button: one line at any width, so that the picture keeps its room. */
  .notices .notice.brief {
    flex-wrap: nowrap;
    min-height: 33px;
    padding-block: 2px;
  }

  .notice.brief .notice-text {
    flex-basis: 0;
  }

  .notice.act {
    flex-wrap: wrap;
    align-items: center;
    padding: 4px 8px 4px 16px;
    border-block-end: 1px solid var(--_border);
    border-radius: 0;
    overflow-wrap: anywhere;
  }

  .notice.act:dir(rtl) {
    padding: 4px 16px 4px 8px;
  }

  .reason {
    display: flex;
    flex: 1 1 240px;
    gap: 4px;
    max-width: 420px;
  }

  .reason input {
    flex: 1;
    min-width: 0;
    padding: 2px 8px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    font-size: var(--_text-size-small);
  }

  .notice-actions {
    display: flex;
    gap: 4px;
    margin-inline-start: auto;
  }

  .notice .button {
    min-height: 28px;
    padding-inline: 10px;
    font-size: var(--_text-size-small);
  }

  .notice .button.icon {
    width: 28px;
    padding: 0;
  }

  .body {
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: auto;
  }

  .task {
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }

  .task[hidden] {
    display: none;
  }

  .task ::slotted(*) {
    flex: 1 1 auto;
  }

  .waiting {
    margin: auto;
    padding: 24px;
    color: var(--_text-muted);
    animation: appear 0.2s 0.4s backwards;
  }

  .waiting.shown {
    animation: none;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .panel {
    display: grid;
    justify-items: center;
    gap: 8px;
    width: min(480px, 100%);
    margin: auto;
    padding: 32px 20px;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .panel:focus {
    outline: none;
  }

  .panel-icon {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
  }

  .panel-icon svg {
    width: 22px;
    height: 22px;
  }

  .panel-icon.success {
    background: color-mix(in srgb, var(--_success) 14%, transparent);
    color: var(--_success);
  }

  .panel-icon.warning {
    background: var(--_warning-surface);
    color: var(--_warning);
  }

  .panel h2 {
    margin: 4px 0 0;
    font-size: 1.0625rem;
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  .panel p {
    margin: 0;
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  .panel ul {
    display: grid;
    gap: 6px;
    width: 100%;
    margin: 8px 0;
    padding: 10px 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    list-style: none;
    text-align: start;
  }

  .figures {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    width: min(320px, 100%);
    margin: 12px 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    overflow: hidden;
  }

  .figures div {
    display: flex;
    flex-direction: column-reverse;
    padding: 10px 8px;
  }

  .figures div + div {
    border-inline-start: 1px solid var(--_border);
  }

  .figures dt {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .figures dd {
    margin: 0;
    font-size: 1.375rem;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.25;
  }

  .panel-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 6px;
  }

  .quiet-row {
    margin: 0;
  }

  .quiet-row .button {
    color: var(--_text-muted);
  }

  .jump {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 6px);
    inset-inline-start: 0;
    display: flex;
    flex-direction: column;
    width: min(360px, calc(100cqi - 24px));
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  .jump-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px;
    border-block-end: 1px solid var(--_border);
  }

  .filters {
    flex: 1 0 auto;
    display: flex;
    max-width: 100%;
  }

  .filters button {
    flex: 1 1 auto;
    min-height: 28px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }

  .filters button:hover {
    background: var(--_surface-hover);
  }

  .filters button[aria-pressed='true'] {
    background: var(--_surface-selected);
    color: var(--_text);
  }

  .jump-number {
    flex: none;
    width: 76px;
    min-height: 28px;
    padding: 0 8px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: var(--_text-size-small);
    appearance: textfield;
  }

  .jump-number::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .rows {
    height: min(306px, 50vh);
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  .rows:focus {
    outline: none;
  }

  .rows-height {
    position: relative;
    overflow: hidden;
  }

  .no-rows {
    margin: 0;
    padding: 20px;
    color: var(--_text-muted);
    text-align: center;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 34px;
    padding-inline: 10px;
    cursor: pointer;
  }

  .row:hover {
    background: var(--_surface-hover);
  }

  .row[aria-selected='true'] {
    background: var(--_surface-selected);
  }

  .rows:focus-visible .row.active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    border-radius: var(--_radius);
  }

  .row-status {
    flex: none;
    display: grid;
    color: var(--_border-strong);
  }

  .row-status svg {
    width: 14px;
    height: 14px;
  }

  .row.submitted .row-status {
    color: var(--_success);
  }

  .row.draft .row-status {
    color: var(--_accent);
  }

  .row-number {
    flex: none;
    min-width: 2.5em;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .row-summary {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @container (width < 900px) {
    .counts {
      display: none;
    }
  }

  @container (width < 720px) {
    .stop-label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .actions .stop {
      width: 32px;
      padding: 0;
    }
  }

  @container (width < 600px) {
    .bar {
      flex-wrap: wrap;
      padding: 6px 8px 8px;
    }

    .where {
      display: contents;
    }

    .title {
      order: 1;
      flex: 1 1 0;
    }

    .how {
      order: 2;
      flex: 0 0 auto;
      padding-inline-end: 4px;
    }

    .nav {
      order: 3;
      flex: 1 0 auto;
      margin-inline-start: -4px;
    }

    .actions {
      order: 4;
      flex: 0 1 auto;
      justify-content: flex-end;
      margin-inline-start: auto;
    }

    .actions .primary {
      min-width: 72px;
    }

    .title:not([hidden]) {
      flex-basis: 40%;
    }

    .jump {
      inset-inline-start: 4px;
      width: calc(100cqi - 24px);
    }
  }

  @container (width < 400px) {
    .bar {
      column-gap: 4px;
    }

    .actions {
      gap: 4px;
    }

    .actions .button:not(.stop) {
      padding-inline: 9px;
    }

    .actions .primary {
      min-width: 64px;
    }

    .actions .primary kbd {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .nav .icon,
    .notice .button.icon {
      width: 40px;
    }

    .notice .button,
    .filters button,
    .jump-number {
      min-height: 40px;
    }
  }

  @media (forced-colors: active) {
    .part-done {
      background: Highlight;
      forced-color-adjust: none;
    }

    .part-skipped {
      background: GrayText;
      forced-color-adjust: none;
    }

    .row[aria-selected='true'],
    .filters button[aria-pressed='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
