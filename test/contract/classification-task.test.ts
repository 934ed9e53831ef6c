import '../../src/define/gt-classification-task.js';
import {labelTask, taskElementContract} from './task-element.js';

taskElementContract('gt-classification-task', {
  ...labelTask,
  labels: ['cat', 'dog', 'bird'],
  entry: {source: 'It purrs.', id: 1},
  otherEntry: {source: 'It barks.', id: 2},
  values: [{label: 'cat'}, {label: 'dog'}],
  single: {key: '1', code: 'Digit1', value: {label: 'cat'}},
  initially: {label: 'cat'},
  labelled: {source: 'It sings.', animals: 2, 'animals-metadata': {'class-name': 'bird'}},
  labelledValue: {label: 'bird'},
  widgetName: 'crowd-classifier',
  output: {
    label: 0,
    metadata: {
      'class-name': 'cat',
      'job-name': 'labeling-job/animals',
      confidence: 0,
      type: 'groundtruth/text-classification',
      'human-annotated': 'yes',
    },
  },
});
