import {waitUntil} from '@open-wc/testing';
import type {ContractCase, Element} from './task-element.js';

/** A white picture of 40 × 30 pixels, in its own address, so that it needs neither server nor resolver. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQAAAAB2pmFwAAAAD0lEQVR42mP4DwIMQ4oEAIsElWv6F0k/AAAAAElFTkSuQmCC';
export const inputImageProperties = {width: 40, height: 30};

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

const stageOf = (element: Element) =>
  element.shadowRoot?.querySelector('gt-image-viewer')?.shadowRoot?.querySelector<HTMLElement>('.stage');

const isThere = (element: Element): boolean =>
  element.shadowRoot?.querySelector('gt-image-viewer')?.sight !== undefined;

async function ready(element: Element): Promise<void> {
  await element.updateComplete;
  if (stageOf(element)) await waitUntil(() => isThere(element), 'the picture is there');
  await element.updateComplete;
}

/** The pen goes down in the corner and up again. */
const paint = ['c', 'Home', 'PageUp', 'Enter', 'Enter'];

function sayNothing(element: Element): void {
  stageOf(element)?.dispatchEvent(
    new KeyboardEvent('keydown', {key: 'n', code: 'KeyN', bubbles: true, composed: true, cancelable: true}),
  );
}

export const common = {
  labels: ['cat', 'dog', 'bird'],
  entry: {'source-ref': picture, id: 1},
  otherEntry: {'source-ref': picture, id: 2},
  presses: [['n'], paint],
  said: 'Nothing to label',
  edit: sayNothing,
  afterLabel: paint,
  submitKey: 'Control+Enter',
  focus: 'gt-image-viewer',
  ready,
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
