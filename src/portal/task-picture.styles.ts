import {css} from 'lit';

/** The colours of the pictures of tasks, on light and on dark ground. */
export const taskPictureStyles = css`
  .picture svg {
    display: block;
    width: 100%;
    height: auto;
  }

  .picture .ground {
    fill: light-dark(#eef0f4, #292b31);
  }

  .picture .shape {
    fill: light-dark(#d3d7e0, #3d4049);
  }

  .picture .chosen {
    fill: var(--_accent);
  }

  .picture .tag {
    fill: var(--_surface-raised);
    stroke: light-dark(#b9becb, #5a5e6a);
  }

  .picture .dot {
    fill: var(--_on-accent);
  }

  .picture .line {
    fill: none;
    stroke: var(--_on-accent);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .picture .outline {
    --_mark: var(--_accent);
    fill: color-mix(in srgb, var(--_mark) 14%, transparent);
    stroke: var(--_mark);
    stroke-width: 1.6;
  }

  .picture .outline.second {
    --_mark: light-dark(#c26a00, #ffb066);
  }

  .picture .corners {
    fill: var(--_surface-raised);
    stroke: var(--_accent);
  }

  .picture .area {
    fill: var(--_accent);
    fill-opacity: 0.75;
  }

  .picture .area.second {
    fill: light-dark(#d9861a, #ffb066);
  }

  .picture .area.third {
    fill: light-dark(#1f8f5b, #5ecb92);
  }
`;
