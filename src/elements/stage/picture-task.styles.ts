import {css} from 'lit';

/** A picture with its bars, and beside it labels and what has been made. */
export const pictureTaskStyles = css`
  gt-image-viewer {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 0;
    /* Under the bars and panels, which come before it in the order of Tab. */
    isolation: isolate;
  }

  .nothing-there {
    margin: auto;
    padding: 24px;
    color: var(--_text-muted);
    text-align: center;
  }

  .side {
    gap: 0;
    padding: 0;
    overflow: hidden;
  }

  .side > gt-label-picker {
    flex: 0 1 auto;
  }

  .side > :is(gt-box-list, gt-region-list) {
    flex: 1 1 0;
    min-height: 120px;
    border-block-start: 1px solid var(--_border);
  }

  @container (width < 700px) {
    .stage.picture {
      flex-basis: clamp(320px, 62vh, 640px);
    }

    gt-image-viewer::part(status) {
      display: none;
    }

    .side > :is(gt-box-list, gt-region-list) {
      flex: none;
    }
  }
`;
