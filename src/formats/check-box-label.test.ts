import {expect} from '@open-wc/testing';
import {objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import {checkLabel} from './check-label.js';

const labels = [{label: 'apple'}, {label: 'fig'}, {label: 'pear'}];
const apple = {class_id: 0, top: 96, left: 210, height: 90, width: 88};
const pear = {class_id: 2, top: 401, left: 702, height: 61.5, width: 54};
const label: JsonObject = {
  image_size: [{width: 1280, height: 853, depth: 3}],
  annotations: [apple, pear],
};
const metadata: JsonObject = {
  objects: [{confidence: 0.91}, {confidence: 0}],
  'class-map': {0: 'apple', 2: 'pear'},
  type: 'groundtruth/object-detection',
  'human-annotated': 'yes',
  'creation-date': '2024-05-02T11:00:00.527256',
  'job-name': 'labeling-job/fruit-boxes',
};

const codes = (value: JsonValue, about: JsonObject = metadata) =>
  checkLabel({'source-ref': 's3://b/1.jpg', fruit: value, 'fruit-metadata': about}, 'fruit', labels).map(
    ({code, severity, at}) => `${code} ${at}${severity === 'error' ? '' : ' (warning)'}`,
  );
const boxes = (...annotations: JsonValue[]) => ({...label, annotations});
const without = (object: JsonObject, key: string) =>
  objectFrom(Object.entries(object).filter(([name]) => name !== key));

describe('checkLabel on boxes', () => {
  it('finds nothing wrong with what the format says', () => {
    expect(codes(label)).to.deep.equal([]);
    expect(codes(boxes(), {...metadata, objects: [], 'class-map': {}})).to.deep.equal([]);
    expect(codes(label, {...metadata, 'adjustment-status': 'unadjusted'})).to.deep.equal([]);
    const noise = {...apple, left: 1280 - 88.3, width: 88.30000000000007};
    expect(codes(boxes(noise, pear))).to.deep.equal([]);
  });

  it('finds missing parts', () => {
    expect(codes([])).to.deep.equal(['label/no-annotations fruit']);
    expect(codes(without(label, 'image_size'))).to.deep.equal(['label/image-size fruit.image_size']);
    expect(codes({...label, image_size: [{width: 10.5, height: 1}]})).to.deep.equal([
      'label/image-size fruit.image_size',
    ]);
    expect(codes({...label, image_size: [{width: 1280, height: 853}]})).to.deep.equal([
      'label/image-depth fruit.image_size (warning)',
    ]);
    expect(codes(label, without(metadata, 'objects'))).to.deep.equal([
      'label/no-objects fruit-metadata.objects',
    ]);
    expect(codes(label, without(metadata, 'class-map'))).to.deep.equal([
      'label/no-class-map fruit-metadata.class-map',
    ]);
    expect(codes(boxes(null, without(pear, 'top')))).to.deep.equal([
      'label/box fruit.annotations[0]',
      'label/box fruit.annotations[1]',
      'label/unused-class fruit-metadata.class-map',
    ]);
  });

  it('finds parts that do not fit together', () => {
    expect(codes(label, {...metadata, objects: [{confidence: 0}]})).to.deep.equal([
      'label/objects fruit-metadata.objects',
    ]);
    expect(codes(label, {...metadata, objects: [{confidence: 2}, {}]})).to.deep.equal([
      'label/confidence fruit-metadata.objects[0].confidence',
      'label/no-confidence fruit-metadata.objects[1].confidence (warning)',
    ]);
    expect(codes(label, {...metadata, 'class-map': {0: 'apple'}})).to.deep.equal([
      'label/no-class-name fruit-metadata.class-map',
    ]);
    expect(codes(boxes(apple, apple))).to.deep.equal(['label/unused-class fruit-metadata.class-map']);
    expect(codes(label, {...metadata, 'class-map': {0: 'apple', 2: 'fig'}})).to.deep.equal([
      'label/class-name fruit-metadata.class-map',
    ]);
    expect(codes(label, {...metadata, 'adjustment-status': true})).to.deep.equal([
      'label/adjustment-status fruit-metadata.adjustment-status',
    ]);
  });

  it('finds classes and places that cannot be', () => {
    expect(codes(boxes({...apple, class_id: '0'}, {...pear, class_id: 1.5}))).to.deep.equal([
      'label/id-as-text fruit.annotations[0] (warning)',
      'label/class-id fruit.annotations[1]',
      'label/unused-class fruit-metadata.class-map',
    ]);
    expect(
      codes(boxes({...apple, left: -1}, {...pear, width: 0}, {...pear, height: -4}), {
        ...metadata,
        objects: [{confidence: 0}, {confidence: 0}, {confidence: 0}],
      }),
    ).to.deep.equal([
      'label/box-outside fruit.annotations[0] (warning)',
      'label/empty-box fruit.annotations[1] (warning)',
      'label/box-size fruit.annotations[2]',
    ]);
  });

  it('stays short for thousands of bad boxes', () => {
    const bad = Array.from({length: 5000}, () => null);
    const problems = codes(boxes(...bad), {
      ...metadata,
      objects: bad.map(() => ({confidence: 0})),
      'class-map': {},
    });
    expect(problems.length).to.equal(101);
  });
});
