import {expect} from '@open-wc/testing';
import type {JsonObject} from '../../base/json.js';
import {boxedImage} from './boxed-image.js';
import {coco} from './coco.js';
import type {BoxedImage, Exporter} from './exporter.js';
import {FileNames} from './file-names.js';
import {voc} from './voc.js';
import {yolo} from './yolo.js';

const size = {width: 640, height: 480};
const tree: BoxedImage = {
  reference: 's3://b/in/tree 1.jpg',
  size,
  boxes: [
    {label: 'pear', box: {left: 0, top: 0, width: 640, height: 480}},
    {label: 'apple', box: {left: 10.5, top: 20, width: 30, height: 40}},
  ],
};
const bare: BoxedImage = {reference: 's3://b/other/tree 1.jpg', size, boxes: []};

async function filesOf(
  exporter: Exporter,
  images: readonly BoxedImage[],
  labels?: readonly string[],
): Promise<{[path: string]: string}> {
  const files: {[path: string]: string} = {};
  for await (const {path, content} of exporter.write(images, labels)) {
    expect(files).to.not.have.property(path);
    files[path] = typeof content === 'string' ? content : await content.text();
  }
  return files;
}

describe('exporters', () => {
  it('COCO: one file, ids from 1, boxes as they are', async () => {
    const files = await filesOf(coco, [tree, bare], ['apple', 'pear', 'plum']);
    expect(Object.keys(files)).to.deep.equal(['annotations.json']);
    const dataset = JSON.parse(files['annotations.json'] as string) as JsonObject;
    expect(dataset['images']).to.deep.equal([
      {id: 1, width: 640, height: 480, file_name: 'tree 1.jpg', coco_url: 's3://b/in/tree 1.jpg'},
      {id: 2, width: 640, height: 480, file_name: 'tree 1.jpg', coco_url: 's3://b/other/tree 1.jpg'},
    ]);
    expect(dataset['annotations']).to.deep.equal([
      {
        id: 1,
        image_id: 1,
        category_id: 2,
        bbox: [0, 0, 640, 480],
        area: 307_200,
        segmentation: [],
        iscrowd: 0,
      },
      {
        id: 2,
        image_id: 1,
        category_id: 1,
        bbox: [10.5, 20, 30, 40],
        area: 1200,
        segmentation: [],
        iscrowd: 0,
      },
    ]);
    expect((dataset['categories'] as unknown as {name: string}[]).map(({name}) => name)).to.deep.equal([
      'apple',
      'pear',
      'plum',
    ]);
  });

  it('COCO: many images, more than one piece', async () => {
    const images = Array.from({length: 9000}, (_, index) => ({...tree, reference: `s3://b/${index}.jpg`}));
    const dataset = JSON.parse((await filesOf(coco, images))['annotations.json'] as string) as {
      images: unknown[];
      annotations: {id: number}[];
    };
    expect(dataset.images.length).to.equal(9000);
    expect(dataset.annotations.at(-1)?.id).to.equal(18_000);
    expect(JSON.parse((await filesOf(coco, []))['annotations.json'] as string)).to.deep.include({images: []});
  });

  it('YOLO: a file for each image, fractions of its size, and what the format does not say', async () => {
    const files = await filesOf(yolo, [tree, bare]);
    expect(files).to.deep.equal({
      'labels/tree 1.txt': '0 0.500000 0.500000 1.000000 1.000000\n1 0.040625 0.083333 0.046875 0.083333\n',
      'labels/tree 1-2.txt': '',
      'data.yaml': 'path: .\ntrain: images\nval: images\nnames:\n  0: "pear"\n  1: "apple"\n',
      'images.json':
        '[\n{"file":"images/tree 1.jpg","reference":"s3://b/in/tree 1.jpg","width":640,"height":480},\n' +
        '{"file":"images/tree 1-2.jpg","reference":"s3://b/other/tree 1.jpg","width":640,"height":480}\n]\n',
    });
    expect((await filesOf(yolo, []))['data.yaml']).to.contain('names: {}');
  });

  it('VOC: pixels from 1, the last one included, and text that XML can hold', async () => {
    const files = await filesOf(voc, [
      {
        ...tree,
        boxes: [
          ...tree.boxes.slice(0, 1),
          {label: '<a & "b">\u0001\ud800', box: {left: 3, top: 4, width: 5, height: 6}},
        ],
      },
    ]);
    const xml = new DOMParser().parseFromString(files['Annotations/tree 1.xml'] as string, 'text/xml');
    expect(xml.querySelector('parsererror')).to.equal(null);
    const texts = (selector: string) => [...xml.querySelectorAll(selector)].map((node) => node.textContent);
    expect(texts('filename, path, size > *')).to.deep.equal([
      'tree 1.jpg',
      's3://b/in/tree 1.jpg',
      '640',
      '480',
      '3',
    ]);
    expect(texts('object > name')).to.deep.equal(['pear', '<a & "b">\ufffd\ufffd']);
    expect(texts('bndbox > *')).to.deep.equal(['1', '1', '640', '480', '4', '5', '8', '10']);
  });

  it('cut boxes at the border where a format demands it, and drop those outside', async () => {
    const boxes = [
      {label: 'a', box: {left: -5, top: 470, width: 10, height: 100}},
      {label: 'a', box: {left: 700, top: 0, width: 10, height: 10}},
    ];
    const files = await filesOf(yolo, [{...tree, boxes}]);
    expect(files['labels/tree 1.txt']).to.equal('0 0.003906 0.989583 0.007813 0.020833\n');
    expect(
      (await filesOf(voc, [{...tree, boxes}]))['Annotations/tree 1.xml']?.match(/<object>/g)?.length,
    ).to.equal(1);
  });
});

describe('file names', () => {
  it('are safe everywhere and never the same', () => {
    const names = new FileNames();
    const stems = [
      's3://b/in/tree.jpg',
      's3://c/in/Tree.png',
      'https://x.test/a%20b.jpg?x=1/2#y',
      's3://b/100%.jpg',
      's3://b/a:b?*.png',
      's3://b/con.png',
      '..',
      '',
      's3://b/.hidden',
      `s3://b/${'x'.repeat(300)}.png`,
    ].map((reference) => names.stemOf(reference));
    expect(stems).to.deep.equal([
      'tree',
      'Tree-2',
      'a b',
      '100%',
      'a_b__',
      'con_',
      'image',
      'image-2',
      'image-3',
      'x'.repeat(120),
    ]);
  });
});

describe('boxedImage', () => {
  const label = {
    image_size: [{width: 640, height: 480, depth: 3}],
    annotations: [{class_id: 2, top: 1, left: 2, height: 3, width: 4}],
  };
  const entry = (
    value: JsonObject | number | undefined,
    metadata: JsonObject = {'class-map': {2: 'pear'}},
  ): JsonObject => ({
    'source-ref': 's3://b/1.jpg',
    ...(value === undefined ? {} : {fruit: value}),
    'fruit-metadata': metadata,
  });

  it('reads the label of an entry', () => {
    const box = {left: 2, top: 1, width: 4, height: 3};
    expect(boxedImage(entry(label), 'fruit')).to.deep.equal({
      ok: true,
      value: {reference: 's3://b/1.jpg', size, boxes: [{label: 'pear', box}]},
    });
    const unnamed = boxedImage(entry(label, {}), 'fruit');
    expect(unnamed?.ok && unnamed.value.boxes).to.deep.equal([{label: '2', box}]);
  });

  it('tells what cannot be exported', () => {
    const codes = (value: JsonObject | number) => {
      const read = boxedImage(entry(value), 'fruit');
      return (read?.ok ? read.warnings : read?.problems)?.map(({code}) => code);
    };
    expect(boxedImage(entry(undefined), 'fruit')).to.equal(undefined);
    expect(codes(1)).to.deep.equal(['export/no-boxes']);
    expect(codes({annotations: []})).to.deep.equal(['export/no-size']);
    expect(codes({...label, annotations: [null]})).to.deep.equal(['box/unreadable']);
  });
});
