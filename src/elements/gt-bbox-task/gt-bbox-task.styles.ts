import {css} from 'lit';

export const bboxTaskStyles = css`
  .side > gt-label-picker {
    max-height: 45%;
    padding: 10px 8px;
  }

  @container (width < 700px) {
    .stage.picture {
      min-height: clamp(260px, 52vh, 420px);
    }

    .side > gt-label-picker {
      max-height: 200px;
    }

    .side > gt-box-list {
      height: clamp(220px, 45vh, 420px);
    }
  }
`;
