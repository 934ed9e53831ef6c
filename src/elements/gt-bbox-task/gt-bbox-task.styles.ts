import {css} from 'lit';

export const bboxTaskStyles = css`
  gt-image-viewer {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 0;
    /* Under the bars and panels, which come before it in the order of Tab. */
    isolation: isolate;
  }

  .side {
    gap: 0;
    padding: 0;
    overflow: hidden;
  }

  .side > gt-label-picker {
    flex: 0 1 auto;
    max-height: 45%;
    padding: 10px 8px;
  }

  .side > gt-box-list {
    flex: 1 1 0;
    min-height: 120px;
    border-block-start: 1px solid var(--_border);
  }

  @container (width < 700px) {
    .stage.picture {
      flex-basis: clamp(320px, 62vh, 640px);
      min-height: clamp(260px, 52vh, 420px);
    }

    gt-image-viewer::part(status) {
      display: none;
    }

    .side > gt-label-picker {
      max-height: 200px;
    }

    .side > gt-box-list {
      flex: none;
      height: clamp(220px, 45vh, 420px);
    }
  }

  .nothing-there {
    margin: auto;
    padding: 24px;
    color: var(--_text-muted);
    text-align: center;
  }
`;
