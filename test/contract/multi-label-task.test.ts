import '../../src/define/gt-multi-label-task.js';
import {labelTask, taskElementContract} from './task-element.js';

taskElementContract('gt-multi-label-task', {
  ...labelTask,
  labels: ['cat', 'dog', 'bird'],
  entry: {source: 'It purrs.', id: 1},
  otherEntry: {source: 'It barks.', id: 2},
  values: [{labels: ['cat']}, {labels: ['cat', 'dog']}],
  single: {key: '1', code: 'Digit1', value: {labels: ['cat']}},
  initially: {labels: ['cat']},
  labelled: {source: 'It sings.', animals: [2], 'animals-metadata': {'class-map': {'2': 'bird'}}},
  labelledValue: {labels: ['bird']},
  widgetName: 'crowd-classifier-multi-select',
  output: {
    label: [0],
    metadata: {
      'job-name': 'labeling-job/animals',
      'class-map': {'0': 'cat'},
      'human-annotated': 'yes',
      'confidence-map': {'0': 0},
      type: 'groundtruth/text-classification-multilabel',
    },
  },
});
