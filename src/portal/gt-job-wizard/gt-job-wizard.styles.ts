import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 0;
    background: var(--_surface);
  }

  main {
    display: grid;
    grid-template: minmax(0, 1fr) / 208px minmax(360px, 460px) minmax(0, 1fr);
    height: 100%;
  }

  main.without-preview {
    grid-template-columns: 208px minmax(360px, 720px) minmax(0, 1fr);
  }

  h1,
  p,
  dl,
  dd {
    margin: 0;
  }

  nav {
    padding: 24px 12px;
    border-inline-end: 1px solid var(--_border);
  }

  .kind {
    padding: 0 10px 12px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  nav ol {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .step {
    display: flex;
    gap: 10px;
    align-items: center;
    width: 100%;
    min-height: 34px;
    padding: 4px 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-muted);
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }

  .step:hover {
    background: var(--_surface-hover);
  }

  .step[aria-current] {
    background: var(--_surface-selected);
    color: var(--_text);
  }

  .mark {
    display: grid;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    border: 1px solid var(--_border-strong);
    border-radius: 50%;
    font-size: 0.6875rem;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .mark svg {
    width: 12px;
    height: 12px;
  }

  .step[aria-current] .mark {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .done .mark {
    border-color: var(--_success);
    color: var(--_success);
  }

  .faulty .mark {
    border-color: var(--_danger);
    color: var(--_danger);
    font-weight: 700;
  }

  form {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    min-height: 0;
    border-inline-end: 1px solid var(--_border);
  }

  .without-preview form {
    border: 0;
  }

  .form {
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 24px;
    overflow: hidden auto;
    scrollbar-width: thin;
  }

  .title {
    display: grid;
    gap: 2px;
  }

  h1 {
    outline: none;
    font-size: 1.125rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .muted,
  small {
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  .grow {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .card,
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .card {
    padding: 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .line b {
    font-weight: 550;
  }

  .heading {
    display: grid;
    gap: 2px;
  }

  .heading b {
    font-weight: 550;
  }

  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 550;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    align-content: start;
  }

  .field > span {
    font-weight: 550;
  }

  .field > :last-child {
    width: 100%;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr));
    gap: 12px;
    align-items: end;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .results {
    display: grid;
    gap: 8px;
  }

  .results .address {
    display: grid;
    gap: 6px;
    padding-inline-start: 24px;
  }

  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }

  .task-card {
    position: relative;
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr);
    gap: 10px;
    align-items: center;
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    cursor: pointer;
    transition: background-color 0.12s;
  }

  .task-card:hover {
    background: var(--_surface-hover);
  }

  .task-card input {
    position: absolute;
    opacity: 0;
  }

  .task-card:has(:checked) {
    border-color: var(--_accent);
    background: var(--_surface-selected);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .task-card:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .words {
    padding-inline: 4px;
  }

  .words b,
  .words small {
    display: block;
    line-height: 1.4;
  }

  .words b {
    font-weight: 550;
  }

  .problems {
    display: grid;
    gap: 4px;
  }

  .problems:not(:has(p)) {
    display: none;
  }

  .problems p {
    color: var(--_danger);
    font-size: var(--_text-size-small);
    overflow-wrap: anywhere;
  }

  .problems p.warning {
    color: var(--_warning);
  }

  .notice p + .choices {
    margin-block-start: 8px;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .examples {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .example {
    display: grid;
    grid: auto / 76px minmax(0, 1fr);
    grid-auto-columns: auto;
    grid-auto-flow: column;
    gap: 12px;
    align-items: end;
  }

  .example-picture {
    display: grid;
    place-items: center;
    height: 58px;
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    cursor: pointer;
    overflow: hidden;
  }

  .example-picture:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .example-picture img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  .example-picture svg {
    width: 18px;
    height: 18px;
  }

  .summary {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
  }

  .part {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr) auto;
    gap: 12px;
    align-items: start;
    padding: 10px 6px 10px 14px;
  }

  .part:dir(rtl) {
    padding: 10px 14px 10px 6px;
  }

  .part + .part {
    border-block-start: 1px solid var(--_border);
  }

  dt {
    color: var(--_text-muted);
  }

  dd {
    overflow-wrap: anywhere;
  }

  .change {
    margin-block: -6px;
  }

  .change .button {
    padding: 0 8px;
    color: var(--_accent);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }

  .label-chip {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
  }

  .actions {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 12px 24px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .actions .quiet {
    margin-inline-start: -12px;
    color: var(--_text-muted);
  }

  gt-task-preview {
    padding: 16px 24px 24px;
    background: var(--_surface-sunken);
  }

  @media (width < 1180px) {
    main,
    main.without-preview {
      grid-template: auto minmax(0, 1fr) / minmax(340px, 420px) minmax(0, 1fr);
    }

    main.without-preview {
      grid-template-columns: minmax(0, 720px);
    }

    nav {
      grid-column: 1 / -1;
      padding: 8px 14px;
      border-block-end: 1px solid var(--_border);
      border-inline-end: 0;
    }

    .kind {
      display: none;
    }

    nav ol {
      display: flex;
    }

    .step {
      width: auto;
    }
  }

  @media (width < 860px) {
    main,
    main.without-preview {
      grid-template: auto / minmax(0, 1fr);
      height: auto;
    }

    form {
      display: block;
      border: 0;
    }

    .form {
      padding: 20px 16px;
      overflow: visible;
    }

    .actions {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      padding: 10px 16px;
    }

    gt-task-preview {
      height: 640px;
      padding: 16px;
    }

    nav {
      padding: 8px;
    }

    nav ol {
      justify-content: space-between;
    }

    .step {
      gap: 8px;
      padding: 4px 8px;
    }

    .step:not([aria-current]) .step-name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media (width < 480px) {
    .part {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .part dt {
      grid-column: 1;
    }

    .part .change {
      grid-row: 1;
      grid-column: 2;
    }

    .part dd:not(.change) {
      grid-column: 1 / -1;
    }
  }

  @media (pointer: coarse) {
    .step {
      min-height: 44px;
    }
  }
`;
