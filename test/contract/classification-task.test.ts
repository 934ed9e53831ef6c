import '../../src/define/gt-classification-task.js';
import {taskElementContract} from './task-element.js';

taskElementContract('gt-classification-task', {
  labels: ['cat', 'dog', 'bird'],
  entry: {source: 'It purrs.', id: 1},
  otherEntry: {source: 'It barks.', id: 2},
  presses: ['1', '2'],
  values: [{label: 'cat'}, {label: 'dog'}],
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
