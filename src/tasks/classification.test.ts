import {expect} from '@open-wc/testing';
import type {ManifestEntry} from '../formats/entry.js';
import {documentOf, emptyDocument} from '../model/document.js';
import {classification} from './classification.js';
import type {Task} from './task.js';

const image: ManifestEntry = {'source-ref': 's3://b/1.jpg'};
const task: Task = {entry: image, labels: [{label: 'healthy'}, {label: 'leaf rust'}, {label: 'scab'}]};
const choice = (label: string, order = 0) => ({id: `choice-${order}`, kind: 'choice', order, label}) as const;
const comment = (text: string) => ({id: 'comment', kind: 'comment', order: 9, text}) as const;
const codes = (...records: Parameters<typeof documentOf>[0] extends Iterable<infer R> ? R[] : never) =>
  classification.check(documentOf(records), task).map(({code}) => code);

describe('classification', () => {
  it('goes by the data of the entry', () => {
    for (const [entry, type, widget] of [
      [image, 'groundtruth/image-classification', 'crowd-image-classifier'],
      [{source: 'text'}, 'groundtruth/text-classification', 'crowd-classifier'],
      [{'source-ref': 's3://b/clip.MP4'}, 'groundtruth/video-classification', 'crowd-classifier'],
      [
        {'source-ref': 's3://b/1.jpg', source: 'x'},
        'groundtruth/image-classification',
        'crowd-image-classifier',
      ],
      [{}, 'groundtruth/image-classification', 'crowd-image-classifier'],
    ] as const) {
      expect(classification.groundTruthType(entry)).to.equal(type);
      expect(classification.widgetName(entry)).to.equal(widget);
    }
  });

  it('asks for exactly one label of the list', () => {
    expect(codes()).to.deep.equal(['answer/no-label']);
    expect(codes(choice('scab'))).to.deep.equal([]);
    expect(codes(choice('scab'), choice('healthy', 1))).to.deep.equal(['answer/several-labels']);
    expect(classification.check(documentOf([choice('cta')]), task)[0]?.message).to.equal(
      "The label “cta” is not one of this task's labels. Choose one of: healthy, leaf rust, scab.",
    );
  });

  it('answers as the crowd widget does, with a comment when there is one', () => {
    expect(classification.toAnswer(emptyDocument, task)).to.equal(undefined);
    expect(classification.toAnswer(documentOf([choice('scab')]), task)).to.deep.equal({label: 'scab'});
    expect(classification.toAnswer(documentOf([choice('scab'), comment(' dark ')]), task)).to.deep.equal({
      label: 'scab',
      workerComment: 'dark',
    });
    expect(classification.toAnswer(documentOf([choice('scab'), comment(' ')]), task)).to.deep.equal({
      label: 'scab',
    });
  });

  it('reads answers; those that say something else are reported', () => {
    const read = classification.fromAnswer({label: 'scab', workerComment: 'dark'}, task);
    expect(read.ok && classification.toAnswer(read.value, task)).to.deep.equal({
      label: 'scab',
      workerComment: 'dark',
    });
    const unknown = classification.fromAnswer({label: 'cta'}, task);
    expect(unknown.ok && unknown.warnings?.map(({code}) => code)).to.deep.equal(['answer/unknown-label']);
    for (const answer of [undefined, null, 'scab', [], {}, {label: 3}, {labels: ['scab']}]) {
      expect(classification.fromAnswer(answer, task).ok, JSON.stringify(answer)).to.equal(false);
    }
  });

  it('labels with the class id, the name and the confidence of one worker', () => {
    expect(classification.toLabel({label: 'leaf rust'}, task)).to.deep.equal({
      value: 1,
      metadata: {'class-name': 'leaf rust', confidence: 0},
    });
    expect(() => classification.toLabel({label: 'cta'}, task)).to.throw(RangeError);
  });

  it('reads labels by name, by number and by number as text', () => {
    expect(classification.fromLabel(1, {'class-name': 'leaf rust'}, task)).to.deep.equal({
      ok: true,
      value: {label: 'leaf rust'},
    });
    expect(classification.fromLabel('2', {}, task)).to.deep.equal({ok: true, value: {label: 'scab'}});
    const moved = classification.fromLabel(0, {'class-name': 'scab'}, task);
    expect(moved.ok && [moved.value, moved.warnings?.[0]?.code]).to.deep.equal([
      {label: 'scab'},
      'label/class-moved',
    ]);
  });

  it('reports unknown classes and keeps what can be kept', () => {
    const named = classification.fromLabel(99, {'class-name': 'canker'}, task);
    expect(named.ok && [named.value, named.warnings?.[0]?.code]).to.deep.equal([
      {label: 'canker'},
      'answer/unknown-label',
    ]);
    for (const value of [99, '99', -1, 1.5, null, [1], {}, 'scab', '__proto__']) {
      const result = classification.fromLabel(value, {}, task);
      expect(result.ok ? 'ok' : result.problems.map(({code}) => code), JSON.stringify(value)).to.deep.equal([
        'label/unknown-class',
      ]);
    }
  });
});
