import {css} from 'lit';

export const maskTaskStyles = css`
  .side > gt-label-picker {
    padding: 4px 8px 10px;
  }

  .side > gt-label-picker:not(:last-child) {
    max-height: 50%;
  }

  .coverage {
    flex: none;
    padding: 8px 8px 6px;
  }

  .coverage-line {
    display: flex;
    align-items: center;
    gap: 2px;
    padding-inline-start: 10px;
    font-size: var(--_text-size-small);
    font-variant-numeric: tabular-nums;
  }

  .coverage-rest {
    flex: 1;
    min-width: 0;
    color: var(--_text-muted);
  }

  .coverage-label {
    display: none;
  }

  .coverage-line .button.icon {
    width: 28px;
    min-height: 28px;
    color: var(--_text-muted);
  }

  .coverage-bar {
    display: flex;
    gap: 1px;
    height: 6px;
    margin: 4px 10px 2px;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_surface-sunken);
    box-shadow: inset 0 0 0 1px light-dark(#0000000f, #ffffff17);
    forced-color-adjust: none;
  }

  .coverage-bar span {
    flex: 0 0 max(2px, calc(var(--_share) - 1px));
    background: var(--_color);
  }

  .prior {
    position: absolute;
    z-index: 2;
    inset-block-start: 50%;
    inset-inline: 16px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 10px;
    width: fit-content;
    max-width: calc(100% - 32px);
    margin-inline: auto;
    padding: 10px 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  /* Beside the middle, where people work on meanwhile. */
  .long-work {
    inset-block: auto 64px;
  }

  .spinner {
    display: grid;
  }

  .spinner svg {
    width: 16px;
    height: 16px;
    animation: turn 1s linear infinite;
  }

  .busy {
    display: grid;
    padding-inline: 6px;
    color: var(--_text-muted);
    animation: come 0.1s 0.25s backwards;
  }

  @keyframes come {
    from {
      opacity: 0;
    }
  }

  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }

  @media (pointer: coarse) {
    .coverage-line .button.icon {
      width: 44px;
    }

    .coverage-line .button:is(.icon, .coverage-label) {
      min-height: 44px;
    }
  }

  @container (width < 700px) {
    /* As much as there is, but for a line below it by which the rest can be drawn up: the stage keeps all fingers. */
    .stage.picture {
      flex: none;
      height: max(180px, min(100% - 3.75rem, 72vh));
      min-height: 0;
    }

    .coverage-line {
      padding-inline-start: 2px;
      gap: 4px;
    }

    .coverage-label {
      display: flex;
      flex: 0 1 auto;
      gap: 7px;
      min-width: 0;
      max-width: 50%;
      min-height: 30px;
      padding-inline: 8px;
      border: 1px solid var(--_border);
      font-weight: 600;
    }

    .coverage-label bdi {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .coverage-label svg {
      flex: none;
      width: 14px;
      height: 14px;
      color: var(--_text-muted);
    }

    .coverage-rest {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      text-align: end;
    }

    .side > gt-label-picker {
      max-height: 260px;
    }

    .side > gt-region-list {
      height: clamp(180px, 40vh, 360px);
    }
  }
`;
