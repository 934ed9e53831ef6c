import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {JsonObject} from '../../src/base/json.js';
import {checkOutputLine} from '../../src/formats/check-label.js';
import {boxedImage} from '../../src/formats/export/boxed-image.js';
import {coco} from '../../src/formats/export/coco.js';
import type {BoxedImage, Exporter} from '../../src/formats/export/exporter.js';
import {yolo} from '../../src/formats/export/yolo.js';
import {importCoco} from '../../src/formats/import/coco.js';
import {importYolo} from '../../src/formats/import/yolo.js';
import {parseLine} from '../../src/formats/parse-line.js';
import {onLattice} from '../../src/geometry/box-in-picture.js';
import type {Box} from '../../src/geometry/box.js';
import {uprightSize, type Orientation} from '../../src/geometry/orientation.js';
import type {Size} from '../../src/geometry/point.js';
import {documentOf, recordsOf} from '../../src/model/document.js';
import type {BoxRecord} from '../../src/model/record.js';
import {bbox, type BboxAnswer} from '../../src/tasks/bbox.js';
import {priorLabel, toLine} from '../../src/tasks/line.js';
import type {Task} from '../../src/tasks/task.js';

const name = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'Caf\u00e9',
    '0',
    ' x ',
    'a,b',
    '- c: "d" #',
    "it's",
    '<&>',
    ' \u2028!',
  ),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 8}).filter((text) => text.trim() !== ''),
);
const names = fc.uniqueArray(name, {minLength: 1, maxLength: 6});
const size = fc.record({width: fc.integer({min: 1, max: 20_000}), height: fc.integer({min: 1, max: 20_000})});
/** Four numbers from 0 to 1, to become a box of whatever picture. */
const share = fc.double({min: 0, max: 1, noNaN: true});
const shares = fc.tuple(share, share, share, share, fc.nat());
const picture = fc.record({size, labels: names, boxes: fc.array(shares, {maxLength: 12})});

function boxesIn({
  size: {width, height},
  labels,
  boxes,
}: {
  size: Size;
  labels: string[];
  boxes: (readonly number[])[];
}) {
  return boxes.map(([a = 0, b = 0, c = 0, d = 0, pick = 0]) => ({
    label: labels[pick % labels.length] as string,
    box: onLattice(
      {
        left: Math.min(a, b) * width,
        top: Math.min(c, d) * height,
        width: Math.abs(a - b) * width,
        height: Math.abs(c - d) * height,
      },
      {width, height},
    ),
  }));
}

const facts = {type: 'groundtruth/object-detection', attribute: 'x', jobName: 'Job', createdAt: 0};
const orientation = fc.integer({min: 1, max: 8}).map((number) => number as Orientation);
const coordinates = fc.constantFrom('stored' as const, 'displayed' as const);
const entry = {'source-ref': 's3://b/1.jpg'};
const documentWith = (list: readonly {label: string; box: Box}[]) =>
  documentOf(
    list.length > 0
      ? list.map((said, order): BoxRecord => ({id: `b${order}`, kind: 'box', order, ...said}))
      : [{id: 'nothing', kind: 'nothing', order: 0}],
  );
const boxesOf = (document: ReturnType<typeof documentOf>) =>
  recordsOf(document, 'box').map(({label, box}) => ({label, box}));

describe('box laws', () => {
  it('document, answer, label and line say the same, however the picture is turned and counted', () => {
    fc.assert(
      fc.property(picture, orientation, coordinates, (given, turn, grid) => {
        const labels = given.labels.map((label) => ({label}));
        const task: Task = {entry, labels, frame: {stored: given.size, orientation: turn}, coordinates: grid};
        const drawn = boxesIn(given);
        const answer = bbox.toAnswer(documentWith(drawn), task);
        if (!answer) throw new Error('no answer');
        const {width, height} = grid === 'stored' ? given.size : uprightSize(given.size, turn);
        expect(answer.inputImageProperties).to.deep.equal({height, width});
        for (const {left, top, ...sides} of answer.boundingBoxes) {
          expect(
            left >= 0 && top >= 0 && left + sides.width <= width && top + sides.height <= height,
          ).to.equal(true);
        }

        const read = bbox.fromAnswer(JSON.parse(JSON.stringify(answer)), task);
        if (!read.ok) throw new Error('unreadable');
        expect(read.warnings).to.equal(undefined);
        expect(boxesOf(read.value)).to.deep.equal(drawn);
        expect(bbox.toAnswer(read.value, task)).to.deep.equal(answer);

        const line = toLine(entry, bbox.toLabel(answer, task), facts);
        expect(checkOutputLine(line, 'x', labels)).to.deep.equal([]);
        const again = parseLine(line);
        const prior = again.ok && priorLabel(again.value, 'x');
        if (!again.ok || !prior) throw new Error('no label');
        expect(bbox.fromLabel(prior.value, prior.metadata, task)).to.deep.equal({ok: true, value: answer});

        const adjusting: Task = {...task, entry: again.value, prior, initial: answer};
        expect(bbox.toAnswer(read.value, adjusting)?.initialValueModified).to.equal(false);
        const parts = bbox.toLabel(answer, adjusting);
        expect(parts).to.deep.equal({
          value: prior.value,
          metadata: {
            objects: prior.metadata['objects'],
            'class-map': prior.metadata['class-map'],
            'adjustment-status': 'unadjusted',
          },
        });
      }),
    );
  });

  it('numbers nobody touched go out as they came in', () => {
    const number = fc.double({min: -1e6, max: 1e6, noNaN: true});
    const length = fc.double({min: 0, max: 1e6, noNaN: true});
    const box = fc.record({height: length, label: name, left: number, top: number, width: length});
    fc.assert(
      fc.property(
        fc.array(box, {minLength: 1}),
        size,
        orientation,
        coordinates,
        (list, stored, turn, grid) => {
          const task: Task = {entry, labels: [], frame: {stored, orientation: turn}, coordinates: grid};
          const text = JSON.stringify(list);
          const read = bbox.fromAnswer({boundingBoxes: JSON.parse(text) as JsonObject[]}, task);
          if (!read.ok) throw new Error('unreadable');
          expect(JSON.stringify(bbox.toAnswer(read.value, task)?.boundingBoxes)).to.equal(text);
        },
      ),
    );
  });

  it('an adjusted label obeys the format, whatever stood there', () => {
    const number = fc.oneof(fc.integer({min: -9, max: 99}), fc.constantFrom('7', 1.5, null));
    const annotation = fc.record(
      {
        class_id: fc.constantFrom<unknown>(0, 1, 5, '2', -1, null),
        left: number,
        top: number,
        width: number,
        height: number,
        more: fc.jsonValue(),
      },
      {requiredKeys: []},
    );
    const classes = fc.dictionary(fc.constantFrom('0', '1', '2', '5', 'x'), fc.oneof(name, fc.jsonValue()));
    const objects = fc.oneof(fc.jsonValue(), fc.array(fc.record({confidence: share})));
    fc.assert(
      fc.property(
        names,
        fc.array(annotation),
        classes,
        objects,
        fc.nat(),
        (list, annotations, map, about, skip) => {
          const labels = list.map((label) => ({label}));
          const value = JSON.parse(
            JSON.stringify({annotations, image_size: [{width: 99, height: 99, depth: 3}]}),
          ) as JsonObject;
          const metadata = JSON.parse(JSON.stringify({'class-map': map, objects: about})) as JsonObject;
          const task: Task = {
            entry,
            labels,
            prior: {value, metadata},
            frame: {stored: {width: 99, height: 99}, orientation: 1},
          };
          const prior = bbox.fromLabel(value, metadata, task);
          if (!prior.ok) throw new Error('unreadable');
          const kept = prior.value.boundingBoxes.filter((_, index) => index !== skip % 5);
          const parts = bbox.toLabel({...prior.value, boundingBoxes: kept} as BboxAnswer, task);
          const text = toLine(entry, parts, facts);
          const allowed = /^label\/(?:confidence|no-confidence)$/;
          const errors = checkOutputLine(text, 'x').filter(
            ({severity, code}) => severity === 'error' && !allowed.test(code),
          );
          expect(errors).to.deep.equal([]);
          const back = parseLine(text);
          const again = back.ok && priorLabel(back.value, 'x');
          if (!again) throw new Error('no label');
          const read = bbox.fromLabel(again.value, again.metadata, task);
          expect(read.ok && read.value.boundingBoxes).to.deep.equal(kept);
        },
      ),
    );
  });

  it('nothing on a line or in an answer makes boxes throw', () => {
    const task: Task = {entry, labels: [{label: 'a'}]};
    const boxes = fc.record({boundingBoxes: fc.array(fc.anything()), boxAttributes: fc.anything()});
    const label = fc.record({annotations: fc.array(fc.jsonValue()), image_size: fc.jsonValue()});
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), boxes),
        fc.oneof(fc.jsonValue(), label),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (answer, value, metadata) => {
          const document = bbox.fromAnswer(answer, task);
          const read = bbox.fromLabel(value as never, metadata as never, task);
          const prior = {value: value as JsonObject, metadata: metadata as JsonObject};
          if (document.ok) {
            bbox.check(document.value, {...task, prior});
            bbox.toAnswer(document.value, {...task, prior, initial: {boundingBoxes: value as JsonObject}});
          }
          const inputImageProperties = {height: 1, width: 1};
          if (read.ok) bbox.toLabel({...read.value, inputImageProperties}, {...task, prior});
        },
      ),
    );
  });
});

async function textsOf(exporter: Exporter, images: readonly BoxedImage[], labels: readonly string[]) {
  const files: {path: string; text: string}[] = [];
  for await (const {path, content} of exporter.write(images, labels)) {
    files.push({path, text: typeof content === 'string' ? content : await content.text()});
  }
  return files;
}

function imagesOf(lines: readonly string[]): BoxedImage[] {
  return lines.map((line) => {
    const read = parseLine(line);
    const image = read.ok && boxedImage(read.value, 'x');
    if (!image || !image.ok) throw new Error(line);
    return image.value;
  });
}

describe('laws of exporting and importing', () => {
  const images = fc.array(fc.tuple(size, fc.array(shares, {maxLength: 9}), fc.constantFrom('a', 'b', 'A')), {
    maxLength: 5,
  });
  const given = (list: [Size, (readonly number[])[], string][], labels: string[]): BoxedImage[] =>
    list.map(([imageSize, boxes, stem]) => ({
      reference: `s3://b/${stem}.jpg`,
      size: imageSize,
      boxes: boxesIn({size: imageSize, labels, boxes}),
    }));

  it('GT → COCO → GT gives the same boxes, numbers and label list', async () => {
    await fc.assert(
      fc.asyncProperty(images, names, async (list, labels) => {
        const before = given(list, labels);
        const [file] = await textsOf(coco, before, labels);
        const back = importCoco(file?.text ?? '', facts);
        expect(back.problems).to.deep.equal([]);
        expect(back.labels).to.deep.equal(labels);
        expect(imagesOf(back.lines)).to.deep.equal(before);
      }),
      {numRuns: 60},
    );
  });

  it('GT → YOLO → GT gives the same boxes to the pixel', async () => {
    await fc.assert(
      fc.asyncProperty(images, names, async (list, labels) => {
        const before = given(list, labels);
        const files = await textsOf(yolo, before, labels);
        const back = importYolo(files, facts);
        expect(back.problems).to.deep.equal([]);
        expect(back.labels).to.deep.equal(labels);
        expect(imagesOf(back.lines)).to.deep.equal(before);
      }),
      {numRuns: 60},
    );
  });
});
