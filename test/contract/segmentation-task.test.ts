import '../../src/define/gt-segmentation-task.js';
import {background, color, common, labeledImage, labelled, metadata} from './mask-case.js';
import {inputImageProperties} from './stage-case.js';
import {taskElementContract} from './task-element.js';

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
