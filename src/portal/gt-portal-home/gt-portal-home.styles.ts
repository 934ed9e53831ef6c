import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
  }

  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    max-width: 960px;
    margin-inline: auto;
    padding: 32px clamp(16px, 4vw, 24px) 64px;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
  }

  h1,
  h2,
  p {
    margin: 0;
  }

  h1 {
    font-size: 1.625rem;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--_text-size-large);
    font-weight: 600;
  }

  .welcome p {
    max-width: 62ch;
    color: var(--_text-muted);
    font-size: var(--_text-size-large);
  }

  .samples {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .sample {
    display: grid;
    gap: 2px;
    width: 100%;
    padding: 0 0 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    text-align: start;
    cursor: pointer;
    overflow: hidden;
    transition: border-color 0.12s;
  }

  .sample:hover {
    border-color: var(--_border-strong);
  }

  .sample > :not(.cover) {
    padding-inline: 14px;
  }

  .cover {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 1px;
    height: 132px;
    margin-block-end: 10px;
    background: var(--_surface-sunken);
    overflow: hidden;
  }

  .cover img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  .cover q {
    align-self: center;
    padding: 16px;
    color: var(--_text-muted);
    font-size: var(--_text-size-large);
    line-height: 1.5;
  }

  .name {
    font-weight: 600;
  }

  .muted {
    color: var(--_text-muted);
  }

  [role='status']:not(:has(.told)) {
    display: contents;
  }

  .told {
    display: grid;
    gap: 4px;
    border: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
`;
