import {svg, type SVGTemplateResult} from 'lit';
import type {JobTaskType} from './job.js';

/** A hill, a sun and a tree: the scene that all pictures of tasks show. */
const scene = svg`
  <rect class="ground" x="1" y="1" width="94" height="54" rx="5" />
  <circle class="shape" cx="24" cy="18" r="7" />
  <path class="shape" d="M1 46 C 20 32, 36 32, 52 42 S 84 50, 95 40 V 50 a5 5 0 0 1 -5 5 H 6 a5 5 0 0 1 -5 -5 Z" />
  <path class="shape" d="M70 18 l9 14 h-5 l6 9 h-20 l6 -9 h-5 Z" />
`;

const tick = (x: number, y: number) => svg`<path class="line" d=${`M${x} ${y} l2.5 2.5 l4.5 -5`} />`;

const pictures: Record<JobTaskType, SVGTemplateResult> = {
  classification: svg`${scene}
    <g class="tags">
      <rect class="chosen" x="9" y="37" width="34" height="12" rx="6" />
      <circle class="dot" cx="16" cy="43" r="2.5" />
      <path class="line" d="M22 43 h14" />
      <rect class="tag" x="50" y="37" width="34" height="12" rx="6" />
    </g>`,
  'multi-label': svg`${scene}
    <rect class="chosen" x="6" y="37" width="26" height="12" rx="6" />
    ${tick(15, 43)}
    <rect class="chosen" x="35" y="37" width="26" height="12" rx="6" />
    ${tick(44, 43)}
    <rect class="tag" x="64" y="37" width="26" height="12" rx="6" />`,
  bbox: svg`${scene}
    <rect class="outline" x="58" y="15" width="24" height="28" />
    <rect class="outline second" x="14" y="8" width="20" height="20" />
    <path class="corners" d="M56.500 13.500 h3 v3 h-3 z M80.500 13.500 h3 v3 h-3 z M56.500 41.500 h3 v3 h-3 z M80.500 41.500 h3 v3 h-3 z" />`,
  'semantic-segmentation': svg`${scene}
    <path class="area" d="M1 46 C 20 32, 36 32, 52 42 S 84 50, 95 40 V 50 a5 5 0 0 1 -5 5 H 6 a5 5 0 0 1 -5 -5 Z" />
    <path class="area second" d="M70 18 l9 14 h-5 l6 9 h-20 l6 -9 h-5 Z" />`,
  'instance-segmentation': svg`
    <rect class="ground" x="1" y="1" width="94" height="54" rx="5" />
    <path class="shape" d="M1 48 H95 V 50 a5 5 0 0 1 -5 5 H 6 a5 5 0 0 1 -5 -5 Z" />
    <path class="area" d="M24 12 l9 15 h-5 l7 11 h-22 l7 -11 h-5 Z M22 38 h4 v8 h-4 Z" />
    <path class="area second" d="M50 18 l8 13 h-5 l6 8 h-18 l6 -8 h-5 Z M48 39 h4 v7 h-4 Z" />
    <path class="area third" d="M74 10 l10 17 h-5 l7 11 h-24 l7 -11 h-5 Z M72 38 h4 v8 h-4 Z" />`,
};

/** What a task is like, drawn. Its colours come from `taskPictureStyles`. */
export const taskPicture = (taskType: JobTaskType) =>
  svg`<svg viewBox="0 0 96 56" role="presentation" focusable="false">${pictures[taskType]}</svg>`;
