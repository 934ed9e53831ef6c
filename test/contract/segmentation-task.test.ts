import '../../src/define/gt-instance-segmentation-task.js';
import '../../src/define/gt-segmentation-task.js';
import {waitUntil} from '@open-wc/testing';
import {taskElementContract, type ContractCase, type Element} from './task-element.js';

/** A white picture of 40 × 30 pixels, in its own address, so that it needs neither server nor resolver. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQAAAAB2pmFwAAAAD0lEQVR42mP4DwIMQ4oEAIsElWv6F0k/AAAAAElFTkSuQmCC';
const inputImageProperties = {width: 40, height: 30};

/** The colour of whatever is painted first. */
const color = '#2ca02c';

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
const labeledImage = {pngImageData: mask.slice(mask.indexOf(',') + 1)};

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

const common = {
  labels: ['cat', 'dog', 'bird'],
  entry: {'source-ref': picture, id: 1},
  otherEntry: {'source-ref': picture, id: 2},
  presses: [['n'], paint],
  edit: sayNothing,
  afterLabel: paint,
  submitKey: 'Control+Enter',
  focus: 'gt-image-viewer',
  ready,
  isFile: true,
} as const satisfies Partial<ContractCase>;

const mapped = (name: string) => ({'class-name': name, 'hex-color': color, confidence: 0.5});
const background = {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.5};

const labelled = (type: string) => ({
  'source-ref': picture,
  'animals-ref': mask,
  'animals-ref-metadata': {'internal-color-map': {'0': background, '1': mapped('bird')}, type},
});

const metadata = {'human-annotated': 'yes', 'job-name': 'labeling-job/animals'};

const nothingLabelled = {labelMappings: {}, inputImageProperties};

taskElementContract('gt-segmentation-task', {
  ...common,
  values: [nothingLabelled, {labelMappings: {cat: {color}}, inputImageProperties}],
  settable: {labelMappings: {cat: {color}}, labeledImage, inputImageProperties},
  single: {key: 'n', code: 'KeyN', value: nothingLabelled},
  badValues: [
    'junk',
    7,
    [],
    {label: {}},
    {labelMappings: 'cat'},
    {labelMappings: {cat: {color}}},
    {when: 10n},
  ],
  initially: {...nothingLabelled, initialValueModified: false},
  labelled: labelled('groundtruth/semantic-segmentation'),
  labelledValue: {labelMappings: {bird: {color}}, initialValueModified: false, inputImageProperties},
  widgetName: 'crowd-semantic-segmentation',
  output: {
    label: undefined,
    metadata: {
      'internal-color-map': {
        '0': {...background, confidence: 0},
        '1': {'class-name': 'cat', 'hex-color': color, confidence: 0},
        '2': {'class-name': 'dog', 'hex-color': '#1f77b4', confidence: 0},
        '3': {'class-name': 'bird', 'hex-color': '#ff7f0e', confidence: 0},
      },
      type: 'groundtruth/semantic-segmentation',
      ...metadata,
    },
  },
});

const noInstances = {instances: [], inputImageProperties};

taskElementContract('gt-instance-segmentation-task', {
  ...common,
  values: [noInstances, {instances: [{color, label: 'cat'}], inputImageProperties}],
  settable: {instances: [{color, label: 'cat'}], labeledImage, inputImageProperties},
  single: {key: 'n', code: 'KeyN', value: noInstances},
  badValues: [
    'junk',
    7,
    [],
    {label: {}},
    {instances: 'cat'},
    {instances: [{color, label: 'cat'}]},
    {when: 10n},
  ],
  initially: {...noInstances, initialValueModified: false},
  labelled: labelled('groundtruth/custom'),
  labelledValue: {
    instances: [{color, label: 'bird'}],
    initialValueModified: false,
    inputImageProperties,
  },
  widgetName: 'crowd-instance-segmentation',
  output: {
    label: undefined,
    metadata: {
      'internal-color-map': {'0': {...background, confidence: 0}},
      type: 'groundtruth/custom',
      ...metadata,
    },
  },
});
