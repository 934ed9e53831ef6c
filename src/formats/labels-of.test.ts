import {expect} from '@open-wc/testing';
import type {JsonObject} from '../base/json.js';
import {mediumOf} from './entry.js';
import {labelsOf, likelyKind, overwriteWarning} from './labels-of.js';

const meta = (type: string, more: JsonObject = {}): JsonObject => ({
  type: `groundtruth/${type}`,
  'human-annotated': 'yes',
  ...more,
});

/** Attribute, kind, count and class names of what is found. */
const found = (entry: JsonObject) =>
  labelsOf(entry).map(({attribute, kind, count, classNames}) => [attribute, kind, count, classNames]);

describe('labelsOf', () => {
  it('describes a label by its metadata', () => {
    expect(
      labelsOf({
        'source-ref': 's3://b/1.jpg',
        health: 1,
        'health-metadata': meta('image-classification', {'class-name': 'leaf rust', confidence: 0.9}),
      }),
    ).to.deep.equal([
      {
        attribute: 'health',
        metadataKey: 'health-metadata',
        type: 'groundtruth/image-classification',
        kind: 'classification',
        humanAnnotated: true,
        classNames: ['leaf rust'],
        count: 1,
      },
    ]);
  });

  it('counts what each type labels and lists the classes it names', () => {
    expect(
      found({
        source: 'text',
        topics: [5, 1],
        'topics-metadata': meta('text-classification-multilabel', {'class-map': {1: 'optimism', 5: 'joy'}}),
        boxes: {annotations: [{class_id: 0}, {class_id: 0}]},
        'boxes-metadata': meta('object-detection', {'class-map': {0: 'cat'}}),
        none: {annotations: []},
        'none-metadata': meta('object-detection', {'class-map': {}}),
        spans: {annotations: {labels: [{label: 'DATE'}, {label: 'NAME'}], entities: [{label: 'NAME'}]}},
        'spans-metadata': meta('text-span'),
        'mask-ref': 's3://b/m.png',
        'mask-ref-metadata': meta('semantic-segmentation', {
          'internal-color-map': {0: {'class-name': 'BACKGROUND'}, 1: {'class-name': 'leaf'}},
        }),
        check: '1',
        'check-metadata': meta('label-verification', {'class-name': 'incorrect'}),
        cloud: {annotations: [{'class-id': 0, 'center-x': 1}]},
        'cloud-metadata': meta('point_cloud_object_detection', {class_map: {0: 'Car'}}),
        own: {count: 3},
        'own-metadata': {type: 'groundTruth/custom', job_name: 'own', 'human-annotated': 'no'},
      }),
    ).to.deep.equal([
      ['topics', 'multi-label', 2, ['optimism', 'joy']],
      ['boxes', 'bbox', 2, ['cat']],
      ['none', 'bbox', 0, []],
      ['spans', 'ner', 1, ['DATE', 'NAME']],
      ['mask-ref', 'semantic-segmentation', 1, ['leaf']],
      ['check', 'verification', 1, ['incorrect']],
      ['cloud', 'point-cloud', 1, ['Car']],
      ['own', 'custom', 1, []],
    ]);
  });

  it('finds failed objects, which have the metadata only', () => {
    const [label] = labelsOf({
      'source-ref': 's3://b/1.jpg',
      'fruit-metadata': {
        'retry-count': 1,
        'failure-reason': 'ClientError: Annotation tasks expired.',
        'human-annotated': 'true',
      },
    });
    expect(label).to.deep.equal({
      attribute: 'fruit',
      metadataKey: 'fruit-metadata',
      type: undefined,
      kind: undefined,
      humanAnnotated: true,
      classNames: [],
      count: 0,
      failureReason: 'ClientError: Annotation tasks expired.',
    });
  });

  it('does not take the data’s own metadata, other members or references for labels', () => {
    expect(
      found({
        'source-ref': 's3://b/1.json',
        'source-ref-metadata': {type: 'x', 'unix-timestamp': 1},
        metadata: {type: 'groundtruth/custom'},
        'annotator-metadata': {Info: 'x'},
        annotator: 'x',
        'textract-ref': 's3://b/t.json',
        'lonely-metadata': meta('image-classification'),
        'text-metadata': 'x',
        text: 'x',
        constructor: 1,
        'constructor-metadata': null,
        '-metadata': meta('custom'),
      }),
    ).to.deep.equal([]);
  });

  it('goes by the shape where the type is missing or unknown', () => {
    const by = (value: JsonObject[string], metadata: JsonObject) =>
      labelsOf({source: 't', x: value, 'x-metadata': {'job-name': 'j', ...metadata}}).map(({kind, type}) => [
        kind,
        type,
      ]);
    expect(by('0', {'class-name': 'dog'})).to.deep.equal([
      ['classification', 'groundtruth/text-classification'],
    ]);
    expect(by([1, 0], {})).to.deep.equal([['multi-label', 'groundtruth/text-classification-multilabel']]);
    expect(by({annotations: [{class_id: 1}]}, {})).to.deep.equal([['bbox', 'groundtruth/object-detection']]);
    expect(by({boundingBoxes: []}, {})).to.deep.equal([['bbox', 'groundtruth/object-detection']]);
    expect(by({annotations: {entities: []}}, {})).to.deep.equal([['ner', 'groundtruth/text-span']]);
    expect(by('s3://m.png', {'internal-color-map': {}})).to.deep.equal([
      ['semantic-segmentation', 'groundtruth/semantic-segmentation'],
    ]);
    expect(by({annotations: [{class_id: 1}]}, {type: 'other/boxes'})).to.deep.equal([
      ['bbox', 'other/boxes'],
    ]);
    expect(by({anything: 1}, {})).to.deep.equal([[undefined, undefined]]);
  });

  it('pairs a mask with metadata that lacks the -ref, as training guides write it', () => {
    expect(
      found({
        'source-ref': 's3://b/1.jpg',
        'mask-ref': 's3://m.png',
        'mask-metadata': meta('semantic-segmentation'),
      }),
    ).to.deep.equal([['mask-ref', 'semantic-segmentation', 1, []]]);
  });
});

describe('labels of boxes', () => {
  it('count the boxes and name their classes, in either form', () => {
    const counts = (value: JsonObject, metadata: JsonObject) =>
      labelsOf({'source-ref': 's3://b/1.jpg', x: value, 'x-metadata': metadata}).map(
        ({count, classNames}) => [count, ...classNames],
      );
    const annotations = [{class_id: 2}, {class_id: 0}, {class_id: 2}];
    expect(
      counts({annotations}, {...meta('object-detection'), 'class-map': {0: 'apple', 2: 'pear'}}),
    ).to.deep.equal([[3, 'apple', 'pear']]);
    const boundingBoxes = [{label: 'pear'}, {label: 'fig'}, {}, {label: 'pear'}];
    expect(counts({boundingBoxes}, meta('object-detection'))).to.deep.equal([[4, 'pear', 'fig']]);
  });
});

describe('likelyKind and mediumOf', () => {
  it('tell what an entry is for', () => {
    expect(likelyKind({source: 'a', x: 1, 'x-metadata': meta('text-classification')})).to.equal(
      'classification',
    );
    expect(likelyKind({source: 'a'})).to.equal(undefined);
    expect(likelyKind({'source-ref': 's3://b/seq.json'})).to.equal('video');
    expect(likelyKind({'source-ref': 's3://b/0.bin'})).to.equal('point-cloud');
  });

  it('tell the medium by the extension, in any case, behind queries', () => {
    expect(mediumOf({source: 'a'})).to.equal('text');
    expect(mediumOf({'source-ref': 's3://b/IMG.JPG'})).to.equal('image');
    expect(mediumOf({'source-ref': 's3://b/a.MP4'})).to.equal('video');
    expect(mediumOf({'source-ref': 'https://h/a.webm?X-Sig=a.jpg#t=1'})).to.equal('video');
    expect(mediumOf({'source-ref': 's3://b/what? is #1.pdf'})).to.equal('document');
    expect(mediumOf({'source-ref': 's3://b/no-extension'})).to.equal('image');
  });
});

describe('overwriteWarning', () => {
  it('names what labelling would replace', () => {
    expect(overwriteWarning({source: 'a', x: 1}, 'x')?.message).to.contain(
      'already has "x". Labelling it replaces it',
    );
    expect(overwriteWarning({source: 'a', x: 1}, 'y')).to.equal(undefined);
  });
});
