import {inputImageProperties, onPicture, picture, stageOf} from './stage-case.js';
import type {ContractCase, Element} from './task-element.js';

/** The colour of whatever is painted first. */
export const color = '#2ca02c';

/** A mask as a browser would write it: white, with that colour in a corner. */
const mask = (() => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, inputImageProperties);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 40, 30);
  context.fillStyle = color;
  context.fillRect(0, 0, 10, 10);
  return canvas.toDataURL('image/png');
})();
export const labeledImage = {pngImageData: mask.slice(mask.indexOf(',') + 1)};

/** The pen goes down in the corner and up again. */
const paint = ['c', 'Home', 'PageUp', 'Enter', 'Enter'];

function sayNothing(element: Element): void {
  stageOf(element)?.dispatchEvent(
    new KeyboardEvent('keydown', {key: 'n', code: 'KeyN', bubbles: true, composed: true, cancelable: true}),
  );
}

export const common = {
  ...onPicture,
  presses: [['n'], paint],
  said: 'Nothing to label',
  edit: sayNothing,
  afterLabel: paint,
  isFile: true,
} as const satisfies Partial<ContractCase>;

const mapped = (name: string) => ({'class-name': name, 'hex-color': color, confidence: 0.5});
export const background = {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.5};

export const labelled = (type: string) => ({
  'source-ref': picture,
  'animals-ref': mask,
  'animals-ref-metadata': {'internal-color-map': {'0': background, '1': mapped('bird')}, type},
});

export const metadata = {'human-annotated': 'yes', 'job-name': 'labeling-job/animals'};
