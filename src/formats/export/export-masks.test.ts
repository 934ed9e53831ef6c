import {expect} from '@open-wc/testing';
import {numbers} from '../../../test/helpers/numbers.js';
import type {JsonObject} from '../../base/json.js';
import {fillPolygon} from '../../raster/polygon-fill.js';
import {decodeInstancePng, decodeMaskPng} from '../../raster/png/decode-mask.js';
import {encodeMaskPng} from '../../raster/png/encode-mask.js';
import {spansOfRunLengths, unpackRunLengths} from '../../raster/rle.js';
import {eachSpan, SpanList} from '../../raster/spans.js';
import {cocoMasks} from './coco-masks.js';
import type {MaskedImage, MaskExporter} from './exporter.js';
import {indexMasks} from './index-masks.js';
import {maskedImage} from './masked-image.js';
import {vocColor, vocMasks} from './voc-masks.js';
import {yoloMasks} from './yolo-masks.js';

/** Rows of digits: the number of each pixel. */
function masked(rows: readonly string[], hasThings = false, reference = 's3://b/in/tree 1.jpg'): MaskedImage {
  const data = Uint8Array.from(rows.join(''), Number);
  return {
    reference,
    map: {width: rows[0]?.length ?? 0, height: rows.length, data},
    regions: [
      {number: 1, label: 'leaf'},
      {number: 2, label: hasThings ? 'leaf' : 'trunk'},
      {number: 5, label: 'sky'},
    ],
    hasThings,
  };
}

const tree = masked(['0110000', '0100022', '1101102', '0001022']);
const ring = masked(['1111100', '1000102', '1020102', '1000100', '1111100']);

/** Blocks that meet, enclose each other and touch at corners only. */
function random(seed: number, hasThings: boolean): MaskedImage {
  const next = numbers(seed);
  const [width, height] = [1 + next(40), 1 + next(40)];
  const data = new Uint8Array(width * height);
  for (let block = next(80); block > 0; block--) {
    const [x, y, w, h, number] = [next(width), next(height), 1 + next(12), 1 + next(12), next(4)];
    for (let row = y; row < Math.min(height, y + h); row++)
      data.fill(number, row * width + x, row * width + Math.min(width, x + w));
  }
  const regions = [1, 2, 3].map((number) => ({number, label: hasThings ? 'leaf' : `class ${number}`}));
  return {reference: `s3://b/${seed}.jpg`, map: {width, height, data}, regions, hasThings};
}

type Files = ReadonlyMap<string, string | Blob>;

async function filesOf(
  exporter: MaskExporter,
  images: readonly MaskedImage[],
  labels?: readonly string[],
): Promise<Files> {
  const files = new Map<string, string | Blob>();
  for await (const {path, content} of exporter.write(images, labels)) {
    expect(files.has(path)).to.equal(false);
    files.set(path, content);
  }
  return files;
}

async function textOf(files: Files, path: string): Promise<string> {
  const content = files.get(path);
  if (content === undefined) throw new Error(`no ${path}`);
  return typeof content === 'string' ? content : content.text();
}

async function maskOf(files: Files, path: string) {
  const content = files.get(path);
  if (!(content instanceof Blob)) throw new Error(`no ${path}`);
  return decodeMaskPng(await content.arrayBuffer());
}

interface Annotation {
  readonly image_id: number;
  readonly category_id: number;
  readonly bbox: readonly number[];
  readonly area: number;
  readonly iscrowd: number;
  readonly segmentation:
    readonly (readonly number[])[] | {readonly size: readonly number[]; readonly counts: string};
}

/** The pixels inside one line of numbers, x and y by turns. */
function filled(lines: readonly (readonly number[])[]) {
  const list = new SpanList();
  fillPolygon(
    lines.map((line) =>
      Array.from({length: line.length / 2}, (_, at) => ({x: line[at * 2] ?? 0, y: line[at * 2 + 1] ?? 0})),
    ),
    list.add,
  );
  return list.spans;
}

describe('exporters of masks', () => {
  it('COCO: polygons along the sides of pixels, run lengths where there are holes', async () => {
    const files = await filesOf(cocoMasks, [tree, ring], ['sky', 'leaf', 'trunk']);
    expect([...files.keys()]).to.deep.equal(['annotations.json']);
    const dataset = JSON.parse(await textOf(files, 'annotations.json')) as JsonObject;
    expect(dataset['images']).to.deep.equal([
      {id: 1, width: 7, height: 4, file_name: 'tree 1.jpg', coco_url: 's3://b/in/tree 1.jpg'},
      {id: 2, width: 7, height: 5, file_name: 'tree 1.jpg', coco_url: 's3://b/in/tree 1.jpg'},
    ]);
    expect(dataset['categories']).to.deep.equal([
      {id: 1, name: 'sky', supercategory: ''},
      {id: 2, name: 'leaf', supercategory: ''},
      {id: 3, name: 'trunk', supercategory: ''},
    ]);
    const annotations = dataset['annotations'] as unknown as (Annotation & {id: number})[];
    expect(annotations.map(({segmentation: _, ...rest}) => rest)).to.deep.equal([
      {id: 1, image_id: 1, category_id: 2, bbox: [0, 0, 5, 4], area: 8, iscrowd: 0},
      {id: 2, image_id: 1, category_id: 3, bbox: [5, 1, 2, 3], area: 5, iscrowd: 0},
      {id: 3, image_id: 2, category_id: 2, bbox: [0, 0, 5, 5], area: 16, iscrowd: 0},
      {id: 4, image_id: 2, category_id: 3, bbox: [2, 1, 5, 2], area: 3, iscrowd: 0},
    ]);
    expect(annotations.map(({segmentation}) => Array.isArray(segmentation))).to.deep.equal([
      true,
      true,
      false,
      true,
    ]);
    expect((annotations[3]?.segmentation as number[][]).map((line) => line.length)).to.deep.equal([8, 8]);
    const {size, counts} = annotations[2]?.segmentation as {size: number[]; counts: string};
    expect(size).to.deep.equal([5, 7]);
    expect(unpackRunLengths(counts)).to.deep.equal([0, 6, 3, 2, 3, 2, 3, 6, 10]);
  });

  it('COCO: every mask comes back pixel by pixel', async () => {
    const images = Array.from({length: 120}, (_, seed) => random(seed, seed % 2 === 0));
    const labels = ['class 1', 'class 2', 'class 3', 'leaf'];
    const dataset = JSON.parse(
      await textOf(await filesOf(cocoMasks, images, labels), 'annotations.json'),
    ) as {annotations: Annotation[]};
    let lengths = 0;
    for (const [index, {map, regions, hasThings}] of images.entries()) {
      const read = new Uint8Array(map.data.length);
      const own = dataset.annotations.filter(({image_id}) => image_id === index + 1);
      const present = regions.filter(({number}) => map.data.includes(number));
      expect(own.length).to.equal(present.length);
      for (const [at, {segmentation, category_id, area}] of own.entries()) {
        const number = present[at]?.number ?? 0;
        expect(labels[category_id - 1]).to.equal(hasThings ? 'leaf' : `class ${number}`);
        const spans =
          'counts' in segmentation
            ? spansOfRunLengths(unpackRunLengths(segmentation.counts), map)
            : filled(segmentation);
        lengths += 'counts' in segmentation ? 1 : 0;
        eachSpan(spans, (y, start, end) => read.fill(number, y * map.width + start, y * map.width + end));
        expect(map.data.filter((pixel) => pixel === number).length).to.equal(area);
      }
      expect(read).to.deep.equal(map.data);
    }
    expect(lengths).to.be.greaterThan(10);
  });

  it('YOLO: one line for each thing, or for each part of what is no thing, and every pixel comes back', async () => {
    const images = [tree, ring, ...Array.from({length: 120}, (_, seed) => random(seed, seed % 2 === 0))].map(
      (image, index) => ({...image, reference: `s3://b/${index}.jpg`}),
    );
    const files = await filesOf(yoloMasks, images, ['leaf', 'trunk', 'class 1', 'class 2', 'class 3']);
    const lines = (await textOf(files, 'labels/0.txt')).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).to.deep.equal(['0', '0', '1']);
    expect((await textOf(files, 'labels/1.txt')).trimEnd().split('\n').length).to.equal(3);
    expect(await textOf(files, 'data.yaml')).to.contain('  1: "trunk"\n');
    expect(JSON.parse(await textOf(files, 'images.json'))[1]).to.deep.equal({
      ...{file: 'images/1.jpg', reference: 's3://b/1.jpg'},
      ...{width: 7, height: 5},
    });
    for (const [index, {map, regions, hasThings}] of images.entries()) {
      const read = new Uint8Array(map.data.length);
      const text = await textOf(files, `labels/${index}.txt`);
      const rows = text.split('\n').filter((row) => row !== '');
      const present = regions.filter(({number}) => map.data.includes(number));
      if (hasThings) expect(rows.length).to.equal(present.length);
      for (const [at, row] of rows.entries()) {
        const [name, ...parts] = row.split(' ').map(Number);
        const line = parts.map((part, place) => part * (place % 2 === 0 ? map.width : map.height));
        expect(line.every((part) => Math.abs(part - Math.round(part)) < 0.01)).to.equal(true);
        const label = ['leaf', 'trunk', 'class 1', 'class 2', 'class 3'][name ?? 0];
        const number = hasThings
          ? present[at]?.number
          : regions.find((region) => region.label === label)?.number;
        eachSpan(filled([line.map(Math.round)]), (y, start, end) =>
          read.fill(number ?? 0, y * map.width + start, y * map.width + end),
        );
      }
      expect(read, `image ${index}`).to.deep.equal(map.data);
    }
  });

  it('VOC: class numbers in its own colours, and the numbers of things', async () => {
    const things = masked(['0110000', '0100022', '1101102', '0005022'], true, 'https://x.org/b.png?x=1');
    const files = await filesOf(vocMasks, [tree, things], ['trunk', 'a:b']);
    expect([...files.keys()]).to.deep.equal([
      'SegmentationClass/tree 1.png',
      'SegmentationClass/b.png',
      'SegmentationObject/b.png',
      'labelmap.txt',
      'ImageSets/Segmentation/default.txt',
    ]);
    const read = await maskOf(files, 'SegmentationClass/tree 1.png');
    expect([...read.data]).to.deep.equal(Array.from(tree.map.data, (number) => [0, 3, 1][number]));
    expect(read.palette.slice(0, 8)).to.deep.equal([
      '#000000',
      '#800000',
      '#008000',
      '#808000',
      '#000080',
      '#800080',
      '#008080',
      '#808080',
    ]);
    expect(read.palette[255]).to.equal('#ffffff');
    const classes = await maskOf(files, 'SegmentationClass/b.png');
    expect([...classes.data]).to.deep.equal(
      Array.from(things.map.data, (number) => [0, 3, 3, 0, 0, 4][number]),
    );
    expect((await maskOf(files, 'SegmentationObject/b.png')).data).to.deep.equal(things.map.data);
    expect(await textOf(files, 'labelmap.txt')).to.equal(
      '# label:color_rgb:parts:actions\nbackground:0,0,0::\ntrunk:128,0,0::\na b:0,128,0::\nleaf:128,128,0::\nsky:0,0,128::\n',
    );
    expect(await textOf(files, 'ImageSets/Segmentation/default.txt')).to.equal('tree 1\nb\n');
    // As VOC's own files have them: aeroplane, tv monitor, and the borders nobody wants to judge.
    expect([1, 20, 255].map(vocColor)).to.deep.equal(['#800000', '#004080', '#e0e0c0']);
    expect(new Set(Array.from({length: 3000}, (_, value) => vocColor(value))).size).to.equal(3000);
  });

  it('plain PNG: class numbers, and a list of what they mean', async () => {
    const files = await filesOf(indexMasks, [tree, {...tree, hasThings: true}], ['trunk']);
    expect([...files.keys()]).to.deep.equal([
      'masks/tree 1.png',
      'masks/tree 1-2.png',
      'things/tree 1-2.png',
      'classes.json',
      'images.json',
    ]);
    expect([...(await maskOf(files, 'masks/tree 1.png')).data]).to.deep.equal(
      Array.from(tree.map.data, (number) => [0, 2, 1][number]),
    );
    expect((await maskOf(files, 'things/tree 1-2.png')).data).to.deep.equal(tree.map.data);
    expect(JSON.parse(await textOf(files, 'classes.json'))).to.deep.equal([
      {id: 0, name: 'BACKGROUND', color: '#ffffff'},
      {id: 1, name: 'trunk', color: '#2ca02c'},
      {id: 2, name: 'leaf', color: '#1f77b4'},
      {id: 3, name: 'sky', color: '#ff7f0e'},
    ]);
    expect(JSON.parse(await textOf(files, 'images.json'))).to.have.length(2);
  });

  it('more things than a byte can tell apart have colours of their own', async () => {
    const data = Uint16Array.from({length: 400}, (_, at) => at);
    const regions = Array.from(data.subarray(1), (number) => ({number, label: 'leaf'}));
    const image: MaskedImage = {
      reference: 'a.jpg',
      map: {width: 20, height: 20, data},
      regions,
      hasThings: true,
    };
    const files = await filesOf(vocMasks, [image]);
    const colors = Array.from({length: 399}, (_, index) => vocColor(index + 1));
    const content = files.get('SegmentationObject/a.png') as Blob;
    expect((await decodeInstancePng(await content.arrayBuffer(), colors)).data).to.deep.equal(data);
    expect(new Set((await maskOf(files, 'SegmentationClass/a.png')).data)).to.deep.equal(new Set([0, 1]));
  });
});

describe('maskedImage', () => {
  const metadata = {
    'internal-color-map': {
      0: {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0},
      1: {'class-name': 'leaf', 'hex-color': '#2ca02c', confidence: 0},
      2: {'class-name': 'trunk', 'hex-color': '#1f77b4', confidence: 0},
    },
    type: 'groundtruth/semantic-segmentation',
  };
  const entry = {'source-ref': 's3://b/1.jpg', 'x-ref': 's3://b/out/0.png', 'x-ref-metadata': metadata};
  const data = Uint8Array.of(0, 1, 2, 2);
  const palette = ['#ffffff', '#2ca02c', '#1f77b4'];
  const file = () => encodeMaskPng({width: 2, height: 2, data, palette});

  it('reads a line and its mask file', async () => {
    const asked: string[] = [];
    const image = await maskedImage(entry, 'x-ref', async (reference) => {
      asked.push(reference);
      return new Blob([await file()]);
    });
    expect(asked).to.deep.equal(['s3://b/out/0.png']);
    expect(image).to.deep.equal({
      ok: true,
      value: {
        reference: 's3://b/1.jpg',
        map: {width: 2, height: 2, data},
        regions: [
          {number: 1, label: 'leaf'},
          {number: 2, label: 'trunk'},
        ],
        hasThings: false,
      },
    });
    expect(await maskedImage(entry, 'y-ref', file)).to.equal(undefined);
  });

  it('leaves no class out that only sounds like the background', async () => {
    const map = {
      0: {'class-name': 'Background', 'hex-color': '#ffffff'},
      1: {'class-name': 'background', 'hex-color': '#2ca02c'},
      2: {'class-name': 'Background', 'hex-color': '#1f77b4'},
    };
    const line = {...entry, 'x-ref-metadata': {...metadata, 'internal-color-map': map}};
    const image = await maskedImage(line, 'x-ref', file);
    if (!image?.ok) throw new Error('unreadable');
    expect(image.value.regions).to.deep.equal([
      {number: 1, label: 'background'},
      {number: 2, label: 'Background'},
    ]);
    expect([...image.value.map.data]).to.deep.equal([0, 1, 2, 2]);
  });

  it('makes way for a class with the number 0', async () => {
    const map = {'internal-color-map': {0: {'class-name': 'cracked', 'hex-color': '#23A436'}}};
    const png = await encodeMaskPng({width: 2, height: 2, data, palette: ['#23a436', '#ffffff', '#ffffff']});
    const image = await maskedImage({...entry, 'x-ref-metadata': map}, 'x-ref', async () => png);
    if (!image?.ok) throw new Error('unreadable');
    expect(image.value.regions).to.deep.equal([{number: 1, label: 'cracked'}]);
    expect([...image.value.map.data]).to.deep.equal([1, 0, 0, 0]);
  });

  it('tells of colours that nobody explained', async () => {
    const png = await encodeMaskPng({width: 2, height: 2, data, palette: ['#ffffff', '#2ca02c', '#123456']});
    const image = await maskedImage(entry, 'x-ref', async () => png);
    if (!image?.ok) throw new Error('unreadable');
    expect(image.warnings?.map(({code}) => code)).to.deep.equal(['export/unknown-colors']);
    expect([...image.value.map.data]).to.deep.equal([0, 1, 0, 0]);
  });

  it('reads more things than a byte can tell apart', async () => {
    const things = Object.fromEntries(
      Array.from({length: 300}, (_, index) => [
        index + 1,
        {'class-name': 'leaf', 'hex-color': vocColor(index + 1), confidence: 0},
      ]),
    );
    const numbersOfThings = Uint16Array.from({length: 301}, (_, at) => at);
    const {encodeInstancePng} = await import('../../raster/png/encode-mask.js');
    const png = await encodeInstancePng({
      ...{width: 301, height: 1, data: numbersOfThings},
      colors: Array.from({length: 300}, (_, index) => vocColor(index + 1)),
    });
    const line = {
      ...entry,
      'x-ref-metadata': {
        type: 'groundtruth/custom',
        'internal-color-map': {0: metadata['internal-color-map'][0], ...things},
      },
    };
    const image = await maskedImage(line, 'x-ref', async () => png);
    if (!image?.ok) throw new Error('unreadable');
    expect(image.value.map.data).to.deep.equal(numbersOfThings);
    expect(image.value.regions.length).to.equal(300);
    expect(image.value.hasThings).to.equal(true);
  });

  it('says why a line cannot be exported', async () => {
    const code = async (line: typeof entry | JsonObject, read: () => Promise<Uint8Array | undefined>) => {
      const image = await maskedImage(line as typeof entry, 'x-ref', read);
      return image && !image.ok && image.problems[0]?.code;
    };
    expect(await code({...entry, 'x-ref': {}}, file)).to.equal('export/no-mask');
    expect(await code({...entry, 'x-ref-metadata': {}}, file)).to.equal('export/no-color-map');
    expect(await code(entry, async () => undefined)).to.equal('export/no-file');
    expect(await code(entry, () => Promise.reject(new Error('404')))).to.equal('export/no-file');
    expect(await code(entry, async () => new Uint8Array(3))).to.equal('png/not-a-png');
  });
});
