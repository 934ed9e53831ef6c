import '../../src/define/gt-bbox-task.js';
import type {GtBboxTask} from '../../src/elements/gt-bbox-task/gt-bbox-task.js';
import {inputImageProperties, onPicture, picture, stageOf} from './stage-case.js';
import {taskElementContract, type Element} from './task-element.js';

/** A box of 10 × 10 in the corner, drawn with the crosshair. */
const draw = ['c', 'Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'];
const corner = {left: 0, top: 0, width: 10, height: 10};

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
  ...onPicture,
  presses: [draw, ['2']],
  values: [
    {boundingBoxes: [{label: 'cat', ...corner}], inputImageProperties},
    {boundingBoxes: [{label: 'dog', ...corner}], inputImageProperties},
  ],
  edit,
  afterLabel: draw,
  single: {key: 'n', code: 'KeyN', value: {boundingBoxes: [], inputImageProperties}},
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
