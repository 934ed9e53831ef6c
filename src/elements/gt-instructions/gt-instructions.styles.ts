import {css} from 'lit';

export const instructionsStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  :host([empty]:not([open])) .panel,
  .panel[hidden] {
    display: none;
  }

  .panel {
    display: flex;
    flex-direction: column;
    gap: 14px;
    height: 100%;
    padding: 14px 16px 18px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  h3,
  h4 {
    margin: 0;
    font-size: var(--_text-size);
    font-weight: 600;
    line-height: 1.3;
  }

  .head .button {
    margin-inline-end: -8px;
    color: var(--_text-muted);
  }

  .short,
  .full {
    overflow-wrap: anywhere;
  }

  ::slotted(*) {
    display: block;
    max-width: 100%;
    margin: 0;
  }

  .full ::slotted(*) {
    margin-block-end: 12px;
  }

  .examples {
    display: flex;
    flex-direction: column;
    gap: 14px;
  }

  .example {
    margin: 0;
    padding: 10px;
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_example);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  .example.good {
    --_example: var(--_success);
  }

  .example.bad {
    --_example: var(--_danger);
    border-inline-start-style: dashed;
  }

  .example ::slotted(*) {
    border-radius: 4px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .example ::slotted(img) {
    width: 100%;
    height: auto;
  }

  .caption {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    margin-block-end: 6px;
    font-weight: 600;
  }

  .caption > svg {
    flex: none;
    width: 16px;
    height: 16px;
    color: var(--_example);
  }

  .caption span {
    flex: 1;
  }

  .caption .button {
    min-height: 28px;
    width: 28px;
    color: var(--_text-muted);
  }

  .full-button {
    align-self: flex-start;
  }

  :host([enlarged]) {
    --_panel-width: min(560px, 60vw);
  }

  :host([narrow]) .panel {
    position: absolute;
    z-index: 4;
    inset-block: 0;
    inset-inline-start: 0;
    width: min(360px, 92%);
    max-height: 100%;
    border-inline-end: 1px solid var(--_border);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  dialog {
    width: min(680px, calc(100vw - 32px));
    max-height: min(80vh, calc(100dvh - 32px));
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: #0d0e1266;
  }

  dialog .head {
    flex: none;
    padding: 12px 12px 12px 20px;
    border-block-end: 1px solid var(--_border);
  }

  dialog .head:dir(rtl) {
    padding: 12px 20px 12px 12px;
  }

  dialog h3 {
    font-size: var(--_text-size-large);
  }

  dialog .head .button {
    margin: 0;
  }

  dialog .content {
    padding: 16px 20px 20px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .shortcuts {
    width: min(560px, calc(100vw - 32px));
  }

  .groups {
    display: grid;
    gap: 18px;
  }

  h4 {
    margin-block-end: 4px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  dl {
    margin: 0;
  }

  dl div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-height: 34px;
    border-block-start: 1px solid var(--_border);
  }

  dt {
    overflow-wrap: anywhere;
  }

  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  .help {
    margin: 0 0 14px;
    color: var(--_text-muted);
  }
`;
