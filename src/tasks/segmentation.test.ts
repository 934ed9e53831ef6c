import {expect} from '@open-wc/testing';
import {bytesOfBase64} from '../base/base64.js';
import type {JsonObject} from '../base/json.js';
import {documentOf, recordsOf} from '../model/document.js';
import type {AnyRecord} from '../model/record.js';
import {readMaskFile, writeMaskFile, type ReadMask} from '../raster/mask-file.js';
import {decodeMaskPng} from '../raster/png/decode-mask.js';
import {instanceSegmentation} from './instance-segmentation.js';
import {priorLabel, toLine} from './line.js';
import {semanticSegmentation} from './semantic-segmentation.js';
import type {Task, TaskType} from './task.js';

/** The 4×3 masks of the format reference: rows 0 1 1 0 / 0 1 2 2 / 0 0 2 2, with a palette and as a worker sends it. */
const indexed =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAMAAACDKl70AAAACVBMVEX///8soCwfd7Qv9J/pAAAAFUlEQVR42mNgYGRkYGBgZGICkkxMAABQAAzqMSWdAAAAAElFTkSuQmCC';
const rgba =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAHklEQVR42mNgAAKdBTr/QZgBBkAc+fItYAwXhAkAAEtgDwoXaw4wAAAAAElFTkSuQmCC';
const rows = [0, 1, 1, 0, 0, 1, 2, 2, 0, 0, 2, 2];

const labels = [{label: 'leaf'}, {label: 'trunk'}];
const frame = {stored: {width: 4, height: 3}, orientation: 1} as const;
const task: Task = {entry: {}, labels, frame, maskPath: 'canopy/0_x.png'};

const answer = {
  inputImageProperties: {height: 3, width: 4},
  labelMappings: {leaf: {color: '#2ca02c'}, trunk: {color: '#1f77b4'}},
  labeledImage: {pngImageData: rgba},
};

const metadata = {
  'internal-color-map': {
    '0': {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.86},
    '1': {'class-name': 'leaf', 'hex-color': '#2ca02c', confidence: 0.86},
    '2': {'class-name': 'trunk', 'hex-color': '#1f77b4', confidence: 0.86},
  },
  type: 'groundtruth/semantic-segmentation',
};

/** The task with the mask file that the answer asks for, as an element loads it. */
async function withMask(
  taskType: TaskType,
  said: JsonObject,
  base: Task,
  file = indexed,
): Promise<Task & {readonly masks: ReadonlyMap<string, ReadMask>}> {
  const request = taskType.maskOf?.(said, base);
  if (!request) throw new Error('no mask is asked for');
  const text = 'base64' in request.source ? request.source.base64 : file;
  const read = await readMaskFile(
    bytesOfBase64(text) as Uint8Array,
    request.meanings,
    request.orientation ?? 1,
  );
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return {...base, masks: new Map([[request.key, read.value]])};
}

/** A task that goes on with the label on its line. */
async function adjusting(base: Task, meta: JsonObject = metadata, taskType: TaskType = semanticSegmentation) {
  const prior = {value: 's3://b/0.png', metadata: meta};
  const initial = taskType.fromLabel(prior.value, meta, {...base, prior});
  if (!initial.ok) throw new Error('no answer');
  return withMask(taskType, initial.value, {...base, prior, initial: initial.value});
}

function opened(taskType: TaskType, said: unknown, of: Task) {
  const document = taskType.fromAnswer(said, of);
  if (!document.ok) throw new Error(document.problems[0]?.message);
  return document;
}

async function written(taskType: TaskType, document: ReturnType<typeof opened>['value'], of: Task) {
  const plan = taskType.maskPlan?.(document, of);
  if (!plan) throw new Error('no plan');
  const tiles = recordsOf(document, 'tile').map(({column, row, runs}) => ({column, row, runs}));
  return decodeMaskPng(await writeMaskFile(tiles, plan));
}

const changed = (document: ReturnType<typeof opened>['value'], ...records: AnyRecord[]) =>
  documentOf([...document.records.values(), ...records]);

describe('semantic segmentation', () => {
  it('reads the answer of a worker and gives it back, with its mask', async () => {
    const given = await withMask(semanticSegmentation, answer, {...task, given: answer});
    const {value: document} = opened(semanticSegmentation, answer, given);
    expect(recordsOf(document, 'region').map(({number, label}) => [number, label])).to.deep.equal([
      [1, 'leaf'],
      [2, 'trunk'],
    ]);
    const {labelMappings, inputImageProperties} = answer;
    expect(semanticSegmentation.toAnswer(document, given)).to.deep.equal({
      labelMappings,
      inputImageProperties,
    });
    expect(semanticSegmentation.check(document, given)).to.deep.equal([]);
    const mask = await written(semanticSegmentation, document, given);
    expect([...mask.data]).to.deep.equal(rows);
    expect(mask.palette.slice(0, 4)).to.deep.equal(['#ffffff', '#2ca02c', '#1f77b4', '#ffffff']);
  });

  it('writes the line as real files have it', async () => {
    const given = await withMask(semanticSegmentation, answer, {...task, given: answer});
    const {value: document} = opened(semanticSegmentation, answer, given);
    const said = semanticSegmentation.toAnswer(document, given) as typeof answer;
    const line = toLine({'source-ref': 's3://b/a.jpg'}, semanticSegmentation.toLabel(said, given), {
      type: semanticSegmentation.groundTruthType({}),
      attribute: 'canopy-ref',
      jobName: 'Canopy',
      createdAt: 0,
    });
    expect(line).to.equal(
      '{"source-ref":"s3://b/a.jpg","canopy-ref":"canopy/0_x.png","canopy-ref-metadata":{"internal-color-map":{"0":{"class-name":"BACKGROUND","hex-color":"#ffffff","confidence":0},"1":{"class-name":"leaf","hex-color":"#2ca02c","confidence":0},"2":{"class-name":"trunk","hex-color":"#1f77b4","confidence":0}},"type":"groundtruth/semantic-segmentation","human-annotated":"yes","creation-date":"1970-01-01T00:00:00.000000","job-name":"labeling-job/canopy"}}',
    );
  });

  it('gives a mask that nobody touched back as it was, with its ids, colours and confidence', async () => {
    const odd = {
      'internal-color-map': {
        '0': {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.5},
        '1': {'class-name': 'trunk', 'hex-color': '#2CA02C', confidence: 0.5},
        '2': {'class-name': 'moss', 'hex-color': '#1f77b4', confidence: 0.5},
      },
    };
    const adjust = await adjusting(task, odd);
    const {value: document, warnings} = opened(semanticSegmentation, adjust.initial, adjust);
    expect(warnings?.map(({code}) => code)).to.deep.equal(['answer/unknown-label']);
    expect(recordsOf(document, 'region').map(({number, label}) => [number, label])).to.deep.equal([
      [2, 'trunk'],
      [3, 'moss'],
    ]);
    const said = semanticSegmentation.toAnswer(document, adjust);
    expect(said?.initialValueModified).to.equal(false);
    const {metadata: out} = semanticSegmentation.toLabel(said as typeof answer, adjust);
    expect(out['adjustment-status']).to.equal('unadjusted');
    expect(out['internal-color-map']).to.deep.equal({
      ...odd['internal-color-map'],
      // The list's own class has found a free number; where it stands nothing was said about it.
      '3': {'class-name': 'leaf', 'hex-color': '#ff7f0e', confidence: 0},
    });
    const mask = await written(semanticSegmentation, document, adjust);
    expect([...mask.data]).to.deep.equal(rows);
    expect(mask.palette.slice(0, 3)).to.deep.equal(['#ffffff', '#2ca02c', '#1f77b4']);
    expect(semanticSegmentation.check(document, adjust).map(({severity}) => severity)).to.deep.equal([
      'warning',
    ]);
  });

  it('says that a mask was adjusted when a pixel or a label differs', async () => {
    const adjust = await adjusting(task);
    const {value: document} = opened(semanticSegmentation, adjust.initial, adjust);
    const [region] = recordsOf(document, 'region');
    const relabelled = changed(document, {...region, label: 'bark'} as AnyRecord);
    const [tile] = recordsOf(document, 'tile');
    const repainted = changed(document, {...tile, runs: Uint8Array.of(1, 12)} as AnyRecord);
    for (const one of [relabelled, repainted]) {
      const said = semanticSegmentation.toAnswer(one, adjust);
      expect(said?.initialValueModified).to.equal(true);
      const {metadata: out} = semanticSegmentation.toLabel(said as typeof answer, adjust);
      expect(out['adjustment-status']).to.equal('adjusted');
      expect(JSON.stringify(out)).not.to.contain('0.86');
    }
    const same = changed(document, {...tile, runs: tile?.runs.slice()} as AnyRecord);
    expect(semanticSegmentation.toAnswer(same, adjust)?.initialValueModified).to.equal(false);
  });

  it('takes class 0 for nobody’s, however the background is spelled there', async () => {
    const map = {
      ...metadata['internal-color-map'],
      '0': {'class-name': 'Background', 'hex-color': '#ffffff'},
    };
    const listed = {...task, labels: [{label: 'Background'}, ...labels]};
    const of = await adjusting(listed, {...metadata, 'internal-color-map': map});
    const document = opened(semanticSegmentation, of.initial, of).value;
    expect(recordsOf(document, 'region').map(({label}) => label)).to.deep.equal(['leaf', 'trunk']);
    const label = semanticSegmentation.toLabel(semanticSegmentation.toAnswer(document, of)!, of);
    const written = label.metadata['internal-color-map'] as Record<string, JsonObject>;
    expect(Object.entries(written).map(([id, one]) => `${id} ${one['class-name']}`)).to.deep.equal([
      '0 Background',
      '1 leaf',
      '2 trunk',
      '4 Background',
    ]);
  });

  it('uses no label that names the background, and no more than a file has room for', () => {
    for (const taskType of [semanticSegmentation, instanceSegmentation] as TaskType[]) {
      const read = taskType.usableLabels?.([{label: 'BACKGROUND'}, {label: 'background'}, ...labels]);
      expect(read?.labels.map(({label}) => label)).to.deep.equal(['background', 'leaf', 'trunk']);
      expect(read?.problems.map(({code}) => code)).to.deep.equal(['labels/background']);
    }
    const many = Array.from({length: 300}, (_, place) => ({label: `class ${place + 1}`}));
    const semantic = semanticSegmentation.usableLabels?.(many);
    expect(semantic?.labels).to.deep.equal(many.slice(0, 255));
    expect(semantic?.problems.map(({code}) => code)).to.deep.equal(['labels/too-many']);
    expect(instanceSegmentation.usableLabels?.(many).problems).to.deep.equal([]);
  });

  it('gives ids and names in the same order, also those that left the list and are numbers', async () => {
    const before: Task = {...task, labels: [{label: 'trunk'}, {label: '7'}]};
    const records = [
      {id: 'region:1', kind: 'region', order: 0, number: 1, label: 'trunk'},
      {id: 'region:2', kind: 'region', order: 1, number: 2, label: '7'},
    ] as const;
    const document = documentOf(records);
    const of = {...before, labels: [{label: 'leaf'}]};
    const ids = semanticSegmentation.maskPlan?.(document, of)?.ids;
    const {metadata: written} = semanticSegmentation.toLabel(
      semanticSegmentation.toAnswer(document, of)!,
      of,
    );
    const map = written['internal-color-map'] as Record<string, JsonObject>;
    for (const {number, label} of records)
      expect(map[String(ids?.get(number))]?.['class-name'], label).to.equal(label);
  });

  it('reads files without a background in their map, and without a map', async () => {
    const lookout = {'internal-color-map': {'0': {'class-name': 'cracked', 'hex-color': '#1F77B4'}}};
    const base = {...task, labels: [{label: 'cracked'}]};
    const cracked = await adjusting(base, lookout);
    const {value: document, warnings = []} = opened(semanticSegmentation, cracked.initial, cracked);
    const mask = await written(semanticSegmentation, document, cracked);
    expect([...mask.data]).to.deep.equal([0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1]);
    expect(warnings[0]?.message)
      .to.contain('3 pixels of the earlier mask have colours')
      .and.contain('#2ca02c (3)');
    expect(mask.palette[1]).to.equal('#1f77b4');
    const bare = await adjusting(task, {});
    expect(semanticSegmentation.fromLabel('s3://b/0.png', {}, task).ok).to.equal(true);
    const {value: byIndex, warnings: said} = opened(semanticSegmentation, bare.initial, bare);
    expect(said?.map(({code}) => code)).to.deep.equal(['mask/no-color-map']);
    expect([...(await written(semanticSegmentation, byIndex, bare)).data]).to.deep.equal(rows);
  });

  it('starts from the suggestion of a crowd template', async () => {
    const initial = {
      src: 'https://h/m.png',
      labelMappings: {trunk: {color: '#2CA02C'}, leaf: {color: '#1f77b4'}},
    };
    const begun = await withMask(semanticSegmentation, initial, {...task, initial});
    const {value: document} = opened(semanticSegmentation, initial, begun);
    const said = semanticSegmentation.toAnswer(document, begun);
    expect(said).to.deep.equal({
      labelMappings: {leaf: {color: '#1f77b4'}, trunk: {color: '#2CA02C'}},
      initialValueModified: false,
      inputImageProperties: {height: 3, width: 4},
    });
    const mask = await written(semanticSegmentation, document, begun);
    expect([...mask.data]).to.deep.equal(rows.map((id) => [0, 2, 1][id]));
    expect(mask.palette.slice(1, 3)).to.deep.equal(['#1f77b4', '#2ca02c']);
  });

  it('waits for the mask it starts with, and does not begin with another size', async () => {
    const waiting = {...task, initial: {...answer, labeledImage: {pngImageData: indexed}}};
    const {value: document} = opened(semanticSegmentation, waiting.initial, waiting);
    expect(semanticSegmentation.toAnswer(document, waiting)).to.equal(undefined);
    expect(semanticSegmentation.check(document, waiting).map(({code}) => code)).to.include(
      'answer/mask-loading',
    );
    const resumed = documentOf([{id: 'region:1', kind: 'region', order: 0, number: 1, label: 'leaf'}]);
    expect(semanticSegmentation.toAnswer(resumed, waiting), 'with steps done on it').to.equal(undefined);
    const adjust = await adjusting({...task, frame: {stored: {width: 5, height: 3}, orientation: 1}});
    const refused = semanticSegmentation.fromAnswer(adjust.initial, adjust);
    expect(refused.ok ? '' : refused.problems[0]?.code).to.equal('mask/other-size');
    expect(refused.ok ? '' : refused.problems[0]?.message)
      .to.contain('4 × 3')
      .and.contain('5 × 3');
  });

  it('counts in the picture as shown when the task does', async () => {
    const turnedTask: Task = {
      ...task,
      coordinates: 'displayed',
      frame: {stored: {width: 3, height: 4}, orientation: 6},
    };
    const turned = await withMask(semanticSegmentation, answer, {...turnedTask, given: answer});
    const {value: document} = opened(semanticSegmentation, answer, turned);
    const plan = semanticSegmentation.maskPlan?.(document, turned);
    expect(plan?.size).to.deep.equal({width: 3, height: 4});
    const mask = await written(semanticSegmentation, document, turned);
    expect([mask.width, mask.height, ...mask.data]).to.deep.equal([4, 3, ...rows]);
    expect(semanticSegmentation.toAnswer(document, turned)?.inputImageProperties).to.deep.equal({
      height: 3,
      width: 4,
    });
    const unknown = {...turnedTask, frame: undefined} as unknown as Task;
    expect(semanticSegmentation.maskOf?.(answer, unknown)).not.to.have.property('orientation');
  });

  it('tells nothing from nothing to label', () => {
    const nothing = documentOf([{id: 'nothing', kind: 'nothing', order: 0}]);
    expect(semanticSegmentation.toAnswer(documentOf([]), task)).to.equal(undefined);
    const said = semanticSegmentation.toAnswer(nothing, task);
    expect(said).to.deep.equal({labelMappings: {}, inputImageProperties: {height: 3, width: 4}});
    expect(opened(semanticSegmentation, said, task).value.records.has('nothing')).to.equal(true);
    const unseen = {entry: {}, labels, given: said as JsonObject};
    expect(semanticSegmentation.maskPlan?.(nothing, unseen)?.size).to.deep.equal({width: 4, height: 3});
    expect(semanticSegmentation.check(documentOf([]), task).map(({code}) => code)).to.deep.equal([
      'answer/no-mask',
    ]);
  });

  it('refuses answers of another shape, in words', () => {
    for (const wrong of [
      null,
      [],
      'x',
      {},
      {labelMappings: []},
      {labelMappings: {leaf: {color: '#000001'}}},
    ]) {
      const read = semanticSegmentation.fromAnswer(wrong, task);
      expect(read.ok, JSON.stringify(wrong)).to.equal(false);
    }
    expect(semanticSegmentation.fromLabel(7, {}, task).ok).to.equal(false);
    expect(semanticSegmentation.maskOf?.(null, task)).to.equal(undefined);
  });

  it('never gives one colour to two classes', () => {
    const twins: Task = {
      ...task,
      labels: [
        {label: 'a', color: '#ffffff'},
        {label: 'b', color: '#00ff00'},
        {label: 'c', color: '#00FF00'},
        {label: 'd'},
      ],
    };
    const {metadata: out} = semanticSegmentation.toLabel({labelMappings: {}} as never, twins);
    const map = out['internal-color-map'] as Record<string, {'hex-color': string}>;
    expect(Object.values(map).map((one) => one['hex-color'])).to.deep.equal([
      '#ffffff',
      '#2ca02c',
      '#00ff00',
      '#ff7f0e',
      '#d62728',
    ]);
  });
});

describe('instance segmentation', () => {
  const apples = [{label: 'apple'}];
  const crowd = {
    inputImageProperties: {height: 3, width: 4},
    instances: [
      {color: '#2ca02c', label: 'apple'},
      {color: '#1f77b4', label: 'apple'},
    ],
    labeledImage: {pngImageData: rgba},
  };
  const base: Task = {...task, labels: apples};

  it('reads the answer of a worker and gives it back, with its mask and a map of each thing', async () => {
    const given = await withMask(instanceSegmentation, crowd, {...base, given: crowd});
    const {value: document} = opened(instanceSegmentation, crowd, given);
    const said = instanceSegmentation.toAnswer(document, given);
    const {instances, inputImageProperties} = crowd;
    expect(said).to.deep.equal({instances, inputImageProperties});
    expect([...(await written(instanceSegmentation, document, given)).data]).to.deep.equal(rows);
    const {metadata: out} = instanceSegmentation.toLabel(said as typeof crowd, given);
    expect(out).to.deep.equal({
      'internal-color-map': {
        '0': {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0},
        '1': {'class-name': 'apple', 'hex-color': '#2ca02c', confidence: 0},
        '2': {'class-name': 'apple', 'hex-color': '#1f77b4', confidence: 0},
      },
    });
    expect(instanceSegmentation.groundTruthType({})).to.equal('groundtruth/custom');
  });

  it('reads its own label again, keeps values and colours, and gives new things others', async () => {
    const map = {
      '0': {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0},
      '1': {'class-name': 'apple', 'hex-color': '#2ca02c', confidence: 0},
      '2': {'class-name': 'apple', 'hex-color': '#1f77b4', confidence: 0},
    };
    const adjust = await adjusting(base, {'internal-color-map': map}, instanceSegmentation);
    const {value: document} = opened(instanceSegmentation, adjust.initial, adjust);
    const same = instanceSegmentation.toAnswer(document, adjust);
    expect(same?.initialValueModified).to.equal(false);
    expect(
      instanceSegmentation.toLabel(same as typeof crowd, adjust).metadata['internal-color-map'],
    ).to.deep.equal(map);
    // The first thing goes, and another one takes a number of its own.
    const records = [...document.records.values()].filter(({id}) => id !== 'region:1');
    const more = documentOf([
      ...records,
      {id: 'region:3', kind: 'region', order: 9, number: 3, label: 'apple'},
    ]);
    const said = instanceSegmentation.toAnswer(more, adjust);
    expect(said?.instances).to.deep.equal([
      {color: '#1f77b4', label: 'apple'},
      {color: '#ff7f0e', label: 'apple'},
    ]);
    const plan = instanceSegmentation.maskPlan?.(more, adjust);
    expect([...(plan?.ids ?? [])]).to.deep.equal([
      [2, 2],
      [3, 1],
    ]);
  });

  it('has more things than a palette has colours, and reads them again', async () => {
    const size = {width: 20, height: 20};
    const things = Array.from({length: 400}, (_, place) => place + 1);
    const many: Task = {...base, frame: {stored: size, orientation: 1}};
    const runs = things.flatMap((number) =>
      number < 128 ? [number, 1] : [(number & 127) | 128, number >> 7, 1],
    );
    const document = documentOf([
      {id: 'tile:0:0', kind: 'tile', order: 0, column: 0, row: 0, runs: Uint8Array.from(runs)},
      ...things.map((number): AnyRecord => ({
        id: `region:${number}`,
        kind: 'region',
        order: number,
        number,
        label: 'apple',
      })),
    ]);
    const said = instanceSegmentation.toAnswer(document, many) as typeof crowd;
    expect(new Set(said.instances.map(({color}) => color)).size).to.equal(400);
    const plan = instanceSegmentation.maskPlan?.(document, many);
    if (!plan) throw new Error('no plan');
    const bytes = await writeMaskFile([{column: 0, row: 0, runs: Uint8Array.from(runs)}], plan);
    const {metadata: out} = instanceSegmentation.toLabel(said, many);
    const prior = {value: 'x.png', metadata: out};
    const initial = instanceSegmentation.fromLabel('x.png', out, {...many, prior});
    if (!initial.ok) throw new Error('not read');
    const request = instanceSegmentation.maskOf?.(initial.value, {...many, prior});
    const read = await readMaskFile(bytes, request?.meanings ?? [], 1);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    expect(read.value.numbers).to.deep.equal(things);
    expect([...(read.value.tiles[0]?.runs ?? [])]).to.deep.equal(runs);
  });
});

describe('the label on a line that is a mask', () => {
  it('is found under the name that training guides give its metadata, too', () => {
    const entry = {'source-ref': 's3://b/a.jpg', 'mask-ref': 's3://b/0.png', 'mask-metadata': metadata};
    expect(priorLabel(entry, 'mask-ref')).to.deep.equal({value: 's3://b/0.png', metadata});
  });
});
