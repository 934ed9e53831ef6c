import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 28px;
    font-weight: 550;
  }

  .format {
    min-height: 28px;
    padding: 0 8px;
    color: var(--_text-muted);
    font-size: var(--_text-size-small);
  }

  textarea {
    width: 100%;
  }

  .editor {
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .editor:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  .tools,
  .part {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    align-items: center;
    padding: 4px;
    border-block-end: 1px solid var(--_border);
  }

  .part {
    gap: 8px;
    padding: 8px;
  }

  .part input {
    flex: 1 1 160px;
  }

  .gap {
    flex: 1;
  }

  .tool {
    display: grid;
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

  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
  }

  .tool:disabled {
    opacity: 0.4;
    cursor: default;
  }

  .tool:has(:focus-visible) {
    outline: 2px solid var(--_accent);
  }

  .tool svg {
    width: 16px;
    height: 16px;
  }

  .blocks {
    min-height: 28px;
    margin-inline-end: 4px;
    padding: 0 4px;
    border: 0;
    border-radius: 5px;
    background: none;
    color: inherit;
    font: inherit;
  }

  .blocks option {
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .swatch {
    width: 28px;
    height: 28px;
    padding: 0;
    border: 3px solid var(--_surface-raised);
    border-radius: 50%;
    background: var(--_swatch);
    cursor: pointer;
    forced-color-adjust: none;
  }

  .swatch[aria-pressed='true'] {
    box-shadow: 0 0 0 2px var(--_accent);
  }

  .swatch.none {
    width: auto;
    padding: 0 10px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: none;
    font-size: var(--_text-size-small);
  }

  .page {
    min-height: 96px;
    max-height: 420px;
    overflow-y: auto;
  }

  .ProseMirror {
    position: relative;
    min-height: 96px;
    padding: 10px 12px;
    outline: none;
    font-variant-ligatures: none;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    white-space: break-spaces;
  }

  .ProseMirror > * {
    unicode-bidi: plaintext;
  }

  .ProseMirror > :first-child {
    margin-block-start: 0;
  }

  .ProseMirror > :last-child {
    margin-block-end: 0;
  }

  .ProseMirror p,
  .ProseMirror ul,
  .ProseMirror ol {
    margin-block: 0 8px;
  }

  .ProseMirror li > p {
    margin-block: 0 2px;
  }

  .ProseMirror h4,
  .ProseMirror h5,
  .ProseMirror h6 {
    margin-block: 14px 6px;
    font-size: 1.25em;
    line-height: 1.3;
  }

  .ProseMirror h5 {
    font-size: 1.1em;
  }

  .ProseMirror h6 {
    font-size: 1em;
  }

  .ProseMirror a {
    color: var(--_accent);
  }

  .ProseMirror img {
    display: block;
    max-width: 100%;
    height: auto;
  }

  .ProseMirror-selectednode {
    outline: 2px solid var(--_accent);
  }

  .ProseMirror-hideselection *::selection {
    background: transparent;
  }

  .ProseMirror-separator,
  img.ProseMirror-separator {
    display: inline !important;
    margin: 0 !important;
    border: none !important;
    width: 0 !important;
    height: 0 !important;
  }

  .problem {
    color: var(--_danger);
    font-size: var(--_text-size-small);
  }

  .problem:empty {
    display: none;
  }

  @media (pointer: coarse) {
    .tool,
    .swatch {
      width: 44px;
      height: 44px;
    }

    .blocks,
    .format {
      min-height: 44px;
    }
  }
`;
