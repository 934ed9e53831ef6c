import '../../src/define/gt-bbox-task.js';
import {waitUntil} from '@open-wc/testing';
import type {GtBboxTask} from '../../src/elements/gt-bbox-task/gt-bbox-task.js';
import {taskElementContract, type Element} from './task-element.js';

/** A white picture of 40 × 30 pixels, in its own address, so that it needs neither server nor resolver. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQAAAAB2pmFwAAAAD0lEQVR42mP4DwIMQ4oEAIsElWv6F0k/AAAAAElFTkSuQmCC';
const inputImageProperties = {width: 40, height: 30};

/** A box of 10 × 10 in the corner, drawn with the crosshair. */
const draw = ['c', 'Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'];
const corner = {left: 0, top: 0, width: 10, height: 10};

const stageOf = (element: Element) =>
  element.shadowRoot?.querySelector('gt-image-viewer')?.shadowRoot?.querySelector<HTMLElement>('.stage');

const isThere = (element: Element): boolean =>
  element.shadowRoot?.querySelector('gt-image-viewer')?.sight !== undefined;

async function ready(element: Element): Promise<void> {
  await element.updateComplete;
  if (stageOf(element)) await waitUntil(() => isThere(element), 'the picture is there');
  await element.updateComplete;
}

/** Draws by key events made up on the spot. */
function edit(element: Element): void {
  for (const key of ['c', 'Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter']) {
    const name = key.replace('Shift+', '');
    stageOf(element as unknown as GtBboxTask)?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: name,
        code: name === 'c' ? 'KeyC' : name,
        shiftKey: key.startsWith('Shift'),
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
  }
}

taskElementContract('gt-bbox-task', {
  labels: ['cat', 'dog', 'bird'],
  entry: {'source-ref': picture, id: 1},
  otherEntry: {'source-ref': picture, id: 2},
  presses: [draw, ['2']],
  values: [
    {boundingBoxes: [{label: 'cat', ...corner}], inputImageProperties},
    {boundingBoxes: [{label: 'dog', ...corner}], inputImageProperties},
  ],
  edit,
  afterLabel: draw,
  single: {key: 'n', code: 'KeyN', value: {boundingBoxes: [], inputImageProperties}},
  submitKey: 'Control+Enter',
  focus: 'gt-image-viewer',
  ready,
  // An empty list is an answer: there is nothing to label.
  badValues: ['junk', 7, {label: {}}, {boundingBoxes: 'cat'}, {boundingBoxes: 7}, {when: 10n}],
  initially: {
    boundingBoxes: [{label: 'cat', ...corner}],
    initialValueModified: false,
    inputImageProperties,
  },
  labelled: {
    'source-ref': picture,
    animals: {
      annotations: [{class_id: 2, top: 3, left: 2, height: 5, width: 4}],
      image_size: [{width: 40, height: 30, depth: 3}],
    },
    'animals-metadata': {
      objects: [{confidence: 0.5}],
      'class-map': {'2': 'bird'},
      type: 'groundtruth/object-detection',
    },
  },
  labelledValue: {
    boundingBoxes: [{label: 'bird', left: 2, top: 3, width: 4, height: 5}],
    initialValueModified: false,
    inputImageProperties,
  },
  widgetName: 'boundingBox',
  output: {
    label: {
      annotations: [{class_id: 0, ...corner}],
      image_size: [{width: 40, height: 30, depth: 3}],
    },
    metadata: {
      objects: [{confidence: 0}],
      'class-map': {'0': 'cat'},
      type: 'groundtruth/object-detection',
      'human-annotated': 'yes',
      'job-name': 'labeling-job/animals',
    },
  },
});
