import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {JsonObject} from '../../base/json.js';
import {checkOutputLine} from '../check-label.js';
import {importCoco} from './coco.js';
import {importYolo, type YoloFile} from './yolo.js';
import {namesInYaml} from './yolo-names.js';

const options = {attribute: 'fruit', jobName: 'Imported', createdAt: Date.UTC(2024, 4, 2)};
const coco = (dataset: object, more: object = {}) =>
  importCoco(JSON.stringify(dataset), {...options, ...more});
const codes = ({problems}: {problems: readonly {code: string; at: string}[]}) =>
  problems.map(({code, at}) => `${code} ${at}`);
const entryOf = (line: string | undefined) => JSON.parse(line ?? '{}') as JsonObject;

const image = {id: 7, file_name: 'a.jpg', width: 100, height: 60};
const categories = [
  {id: 90, name: 'apple'},
  {id: 3, name: 'pear'},
];
const box = {image_id: 7, category_id: 3, bbox: [1, 2, 30.5, 4]};

describe('importCoco', () => {
  it('gives lines with boxes as an earlier label, and the label list they count in', () => {
    const {lines, labels, problems} = coco({
      images: [image],
      categories,
      annotations: [{...box, score: 0.7}],
    });
    expect(problems).to.deep.equal([]);
    expect(labels).to.deep.equal(['apple', 'pear']);
    expect(lines).to.deep.equal([
      '{"source-ref":"a.jpg","fruit":{"image_size":[{"width":100,"height":60,"depth":3}],"annotations":[{"class_id":1,"top":2,"left":1,"height":4,"width":30.5}]},' +
        '"fruit-metadata":{"objects":[{"confidence":0.7}],"class-map":{"1":"pear"},"type":"groundtruth/object-detection","human-annotated":"yes","creation-date":"2024-05-02T00:00:00.000000","job-name":"labeling-job/imported"}}',
    ]);
    const list = labels.map((label) => ({label}));
    expect(checkOutputLine(lines[0] as string, 'fruit', list)).to.deep.equal([]);
  });

  it('names the images as it is told', () => {
    const url = {...image, coco_url: 'http://images.example/a.jpg'};
    expect(entryOf(coco({images: [url]}).lines[0])['source-ref']).to.equal('http://images.example/a.jpg');
    const prefixed = coco({images: [url]}, {prefix: 's3://b/in'});
    expect(entryOf(prefixed.lines[0])['source-ref']).to.equal('s3://b/in/a.jpg');
  });

  it('frames polygons, and reports masks', () => {
    const {lines, problems} = coco({
      images: [image],
      categories,
      annotations: [
        {image_id: 7, category_id: 3, segmentation: [[1, 2, 11, 2, 5, 22]]},
        {image_id: 7, category_id: 3, segmentation: {counts: [1, 2], size: [60, 100]}},
      ],
    });
    expect((entryOf(lines[0])['fruit'] as JsonObject)['annotations']).to.deep.equal([
      {class_id: 1, top: 2, left: 1, height: 20, width: 10},
    ]);
    expect(codes({problems})).to.deep.equal(['box/unreadable annotations[1]']);
    expect(problems[0]?.message).to.contain('Box 2 of image 7');
  });

  it('keeps what can be kept of a damaged file', () => {
    const result = coco({
      images: [image, {id: 7, file_name: 'b.jpg'}, {file_name: 'c.jpg'}, null, {id: 8, file_name: 'd.jpg'}],
      categories: [...categories, {id: 3, name: 'twice'}, {name: 'x'}, {id: 4, name: '__proto__'}],
      annotations: [
        box,
        {...box, category_id: 1000},
        {...box, category_id: 4},
        {...box, bbox: [1e300, 0, 1, 1]},
        {...box, bbox: [1, 2, -3, 4]},
        {...box, bbox: 'x'},
        {...box, image_id: 99},
        {bbox: [1, 2, 3, 4]},
        7,
      ],
    });
    expect(result.labels).to.deep.equal(['apple', 'pear', '__proto__', '1000']);
    expect(result.lines.length).to.equal(2);
    expect((entryOf(result.lines[0])['fruit-metadata'] as JsonObject)['class-map']).to.deep.equal(
      JSON.parse('{"1":"pear","2":"__proto__","3":"1000"}'),
    );
    expect(codes(result)).to.deep.equal([
      'import/category categories[2]',
      'import/category categories[3]',
      'import/image images[1]',
      'import/image images[2]',
      'import/image images[3]',
      'import/no-size images[4]',
      'import/no-image annotations[6]',
      'import/no-image annotations[7]',
      'import/no-image annotations[8]',
      'import/unknown-category categories',
      'box/unreadable annotations[3]',
      'box/unreadable annotations[4]',
      'box/unreadable annotations[5]',
    ]);
    for (const text of ['', '{', '[]', '{"images":7}', 'null']) {
      expect(codes(importCoco(text, options)), text).to.deep.equal(['import/not-coco file']);
    }
  });

  it('never throws', () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.record({
        id: fc.jsonValue(),
        image_id: fc.constant(7),
        bbox: fc.jsonValue(),
        name: fc.jsonValue(),
        category_id: fc.jsonValue(),
        segmentation: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(part), fc.array(part), (images, annotations, names) => {
        const {lines} = coco({images: [image, ...images], annotations, categories: names});
        for (const line of lines) JSON.parse(line);
      }),
    );
  });
});

describe('importYolo', () => {
  const size = {width: 640, height: 480};
  const imageOf = (stem: string) => ({reference: `s3://b/${stem}.jpg`, size});
  const yaml: YoloFile = {path: 'data.yaml', text: 'nc: 2\nnames: [apple, "red pear"] # two\n'};
  const read = (text: string, ...others: YoloFile[]) =>
    importYolo([{path: 'labels/train/a.txt', text}, yaml, ...others], {...options, imageOf});
  const annotations = (line: string | undefined) => (entryOf(line)['fruit'] as JsonObject)['annotations'];

  it('turns fractions into whole pixels', () => {
    const result = read('1 0.5 0.5 1 1\r\n0 0.040625 0.083333 0.046875 0.083333 0.9\n\n');
    expect(result.problems).to.deep.equal([]);
    expect(result.labels).to.deep.equal(['apple', 'red pear']);
    expect(entryOf(result.lines[0])['source-ref']).to.equal('s3://b/train/a.jpg');
    expect(annotations(result.lines[0])).to.deep.equal([
      {class_id: 1, top: 0, left: 0, height: 480, width: 640},
      {class_id: 0, top: 20, left: 11, height: 40, width: 30},
    ]);
    expect((entryOf(result.lines[0])['fruit-metadata'] as JsonObject)['objects']).to.deep.equal([
      {confidence: 0},
      {confidence: 0.9},
    ]);
    const list = result.labels.map((label) => ({label}));
    expect(checkOutputLine(result.lines[0] as string, 'fruit', list)).to.deep.equal([]);
  });

  it('frames polygons and turned boxes', () => {
    expect(annotations(read('0 0.1 0.1 0.5 0.1 0.3 0.6').lines[0])).to.deep.equal([
      {class_id: 0, top: 48, left: 64, height: 240, width: 256},
    ]);
  });

  it('reports rows that are no boxes, classes without a name, and images nobody knows', () => {
    const result = read(
      '0 10 20 30 40\nx 0 0 1 1\n0 0.5 0.5\n-1 0 0 1 1\n0 0.5 0.5 -1 1\n5 0.5 0.5 0.1 0.1\n',
    );
    expect(codes(result)).to.deep.equal([
      ...[1, 2, 3, 4, 5].map((row) => `import/row labels/train/a.txt:${row}`),
      'import/unknown-class labels/train/a.txt',
    ]);
    expect(result.labels).to.deep.equal(['apple', 'red pear', '5']);
    const lost = importYolo([{path: 'labels/a.txt', text: ''}], options);
    expect(codes(lost)).to.deep.equal(['import/no-size labels/a.txt']);
    expect(lost.lines).to.deep.equal([]);
  });

  it('takes an image called test for an image', () => {
    const files = ['labels/test.txt', 'test.txt', 'labels/classes.txt'].map((path) => ({path, text: 'x'}));
    const {lines, labels} = importYolo(files, {...options, imageOf});
    expect(lines.length).to.equal(1);
    expect(labels).to.deep.equal(['x']);
  });

  it('reads class names in every way they are written', () => {
    const names = (text: string) => [...namesInYaml(text)].map(([number, name]) => `${number} ${name}`);
    const both = ['0 apple', '1 red pear'];
    expect(names("names: ['apple', 'red pear']\n")).to.deep.equal(both);
    expect(names('names: [apple,\n  red pear]\nnc: 2\n')).to.deep.equal(both);
    expect(names('path: x\nnames:\n  0: apple\n  1: "red pear" # x\nnc: 2')).to.deep.equal(both);
    expect(names("names:\n- apple # a\n- 'red pear'\n\nnc: 2")).to.deep.equal(both);
    expect(names('names: {0: apple, 1: red pear}')).to.deep.equal(both);
    expect(names("names:\n  - 'it''s'\n")).to.deep.equal(["0 it's"]);
    expect(names('names: [')).to.deep.equal([]);
    expect(names('nc: 2')).to.deep.equal([]);
    expect(names('names:\n  0: " \u2028!"\n  1: b\n')).to.deep.equal(['0  \u2028!', '1 b']);
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.array(fc.float(), {maxLength: 9}))
        .map((rows) => rows.map((row) => row.join(' ')).join('\n')),
    );
    const path = fc.constantFrom('data.yaml', 'labels/a.txt', 'classes.txt', 'images.json', 'labels/b/c.txt');
    fc.assert(
      fc.property(fc.array(fc.record({path, text})), fc.string(), (files, names) => {
        const result = importYolo([...files, {path: 'data.yaml', text: `names: ${names}`}], {
          ...options,
          imageOf,
        });
        for (const line of result.lines) JSON.parse(line);
      }),
    );
  });
});
