import {expect} from '@open-wc/testing';
import {documentOf, emptyDocument} from '../model/document.js';
import {chosenLabels, documentOfChoices} from './choices.js';
import {multiLabel} from './multi-label.js';
import type {Task} from './task.js';

const task: Task = {
  entry: {'source-ref': 's3://b/1.jpg'},
  labels: [{label: 'scab'}, {label: 'rot'}, {label: 'bruise'}, {label: 'rust'}],
};
const withNone: Task = {...task, exclusionLabel: 'None of these'};
const codes = (labels: readonly string[], given: Task = task) =>
  multiLabel.check(documentOfChoices(labels), given).map(({code}) => code);

describe('multi-label', () => {
  it('goes by the data of the entry', () => {
    expect(multiLabel.groundTruthType({source: 'x'})).to.equal('groundtruth/text-classification-multilabel');
    expect(multiLabel.groundTruthType(task.entry)).to.equal('groundtruth/image-classification-multilabel');
    expect(multiLabel.widgetName({source: 'x'})).to.equal('crowd-classifier-multi-select');
    expect(multiLabel.widgetName(task.entry)).to.equal('crowd-image-classifier-multi-select');
  });

  it('checks how many labels are chosen', () => {
    expect(codes([])).to.deep.equal(['answer/too-few']);
    expect(codes(['rot'])).to.deep.equal([]);
    expect(codes([], {...task, minLabels: 0})).to.deep.equal([]);
    expect(codes(['rot'], {...task, minLabels: 2})).to.deep.equal(['answer/too-few']);
    expect(codes(['rot', 'scab', 'rust'], {...task, maxLabels: 2})).to.deep.equal(['answer/too-many']);
    expect(codes(['rot', 'cta'])).to.deep.equal(['answer/unknown-label']);
    expect(multiLabel.check(emptyDocument, {...withNone, minLabels: 2})[0]?.message).to.equal(
      'Choose at least 2 labels, or “None of these”. None is chosen.',
    );
  });

  it('answers in the order of the list', () => {
    expect(multiLabel.toAnswer(documentOfChoices(['rust', 'scab'], 'dark'), task)).to.deep.equal({
      labels: ['scab', 'rust'],
      workerComment: 'dark',
    });
    expect(multiLabel.toAnswer(emptyDocument, task)).to.equal(undefined);
    expect(multiLabel.toAnswer(emptyDocument, {...task, minLabels: 0})).to.deep.equal({labels: []});
  });

  it('answers “none of these” with no labels, and remembers the choice', () => {
    const none = documentOfChoices(['None of these']);
    expect(multiLabel.check(none, withNone)).to.deep.equal([]);
    expect(multiLabel.toAnswer(none, withNone)).to.deep.equal({labels: []});
    const read = multiLabel.fromAnswer({labels: []}, withNone);
    expect(read.ok && chosenLabels(read.value)).to.deep.equal(['None of these']);
    expect(codes(['None of these', 'rot'], withNone)).to.deep.equal(['answer/excluded']);
    const without = multiLabel.fromAnswer({labels: []}, task);
    expect(without.ok && chosenLabels(without.value)).to.deep.equal([]);
  });

  it('reads answers and keeps what can be read', () => {
    const read = multiLabel.fromAnswer({labels: ['rust', 7, 'cta', 'scab', 'scab']}, task);
    expect(read.ok && chosenLabels(read.value)).to.deep.equal(['scab', 'rust', 'cta']);
    expect(read.ok && read.warnings?.map(({code}) => code)).to.deep.equal([
      'answer/shape',
      'answer/unknown-label',
    ]);
    for (const answer of [undefined, null, [], {}, {labels: 'rot'}, {label: 'rot'}]) {
      expect(multiLabel.fromAnswer(answer, task).ok, JSON.stringify(answer)).to.equal(false);
    }
  });

  it('labels with ids, names of the chosen classes only, and the confidence of one worker', () => {
    expect(multiLabel.toLabel({labels: ['rust', 'scab']}, task)).to.deep.equal({
      value: [0, 3],
      metadata: {'class-map': {0: 'scab', 3: 'rust'}, 'confidence-map': {0: 0, 3: 0}},
    });
    expect(multiLabel.toLabel({labels: []}, task)).to.deep.equal({
      value: [],
      metadata: {'class-map': {}, 'confidence-map': {}},
    });
    expect(() => multiLabel.toLabel({labels: ['cta']}, task)).to.throw(RangeError);
  });

  it('reads labels of other jobs, in any order, with ids as numbers or texts', () => {
    expect(multiLabel.fromLabel([3, '0'], {'class-map': {0: 'scab', 3: 'rust'}}, task)).to.deep.equal({
      ok: true,
      value: {labels: ['scab', 'rust']},
    });
    const moved = multiLabel.fromLabel([5, 1], {class_map: {5: 'scab', 1: 'canker'}}, task);
    expect(moved.ok && moved.value).to.deep.equal({labels: ['scab', 'canker']});
    expect(moved.ok && moved.warnings?.map(({code}) => code)).to.deep.equal([
      'label/class-moved',
      'answer/unknown-label',
    ]);
    const gap = multiLabel.fromLabel([1, 99], {}, task);
    expect(gap.ok && gap.value).to.deep.equal({labels: ['rot']});
    expect(gap.ok && gap.warnings?.map(({code}) => code)).to.deep.equal(['label/unknown-class']);
    expect(multiLabel.fromLabel(1, {}, task).ok).to.equal(false);
  });

  it('keeps a document of its own kinds only', () => {
    expect(multiLabel.kinds).to.deep.equal(['choice', 'comment']);
    expect(multiLabel.toAnswer(documentOf([]), withNone)).to.equal(undefined);
  });
});
