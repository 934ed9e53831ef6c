import '../../src/define/gt-instance-segmentation-task.js';
import {background, color, common, labeledImage, labelled, metadata} from './mask-case.js';
import {inputImageProperties} from './stage-case.js';
import {taskElementContract} from './task-element.js';

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
