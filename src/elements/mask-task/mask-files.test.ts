import {aTimeout, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {bytesOfBase64} from '../../base/base64.js';
import type {JsonObject} from '../../base/json.js';
import {entryOf} from '../../formats/entry.js';
import type {History} from '../../model/history.js';
import type {AnyRecord} from '../../model/record.js';
import {decodeMaskPng} from '../../raster/png/decode-mask.js';
import {encodeMaskPng} from '../../raster/png/encode-mask.js';
import {emptyMap} from '../../raster/label-map.js';
import {encodeTile} from '../../raster/tiles.js';
import '../../define/gt-instance-segmentation-task.js';
import '../../define/gt-segmentation-task.js';
import type {GtInstanceSegmentationTask} from '../gt-instance-segmentation-task/gt-instance-segmentation-task.js';
import type {GtSegmentationTask} from '../gt-segmentation-task/gt-segmentation-task.js';
import type {SubmitDetail} from '../shared/task-element.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';

const size = {width: 160, height: 130};
const labels = ['leaf', 'trunk'];
const reference = 's3://b/canopy/0.png';
const metadata = {
  'internal-color-map': {
    '0': {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.7},
    '1': {'class-name': 'trunk', 'hex-color': '#2ca02c', confidence: 0.7},
    '2': {'class-name': 'leaf', 'hex-color': '#1F77B4', confidence: 0.7},
  },
  type: 'groundtruth/semantic-segmentation',
  'human-annotated': 'yes',
  'creation-date': '2024-05-02T11:20:31.953102',
  'job-name': 'labeling-job/canopy',
};

/** A mask whose upper rows have the value 1 and whose corner has 2. */
async function earlierMask(of = size): Promise<Blob> {
  const {data} = emptyMap(of);
  data.fill(1, 0, of.width * 40);
  data.fill(2, of.width * of.height - 7, of.width * of.height);
  const bytes = await encodeMaskPng({
    ...of,
    data: data as Uint8Array<ArrayBuffer>,
    palette: ['#ffffff', '#2ca02c', '#1f77b4'],
  });
  return new Blob([bytes], {type: 'image/png'});
}

const lineWithMask = () => {
  const entry: JsonObject = {
    'source-ref': 's3://b/a.jpg',
    'canopy-ref': reference,
    'canopy-ref-metadata': metadata,
  };
  return entryOf(entry, JSON.stringify(entry));
};
const plainLine = () => entryOf({'source-ref': 's3://b/a.jpg'}, '{"source-ref":"s3://b/a.jpg"}');

/** One region of the first label in a corner, as a step of the history. */
function painted(label = 'leaf', number = 1): History {
  const map = emptyMap(size);
  map.data.fill(number, 0, 9);
  const runs = encodeTile(map, {column: 0, row: 0});
  if (!runs) throw new Error('no runs');
  const records: readonly AnyRecord[] = [
    {id: `region:${number}`, kind: 'region', order: 0, number, label},
    {id: 'tile:0:0', kind: 'tile', order: 0, column: 0, row: 0, runs},
  ];
  const changes = records.map((after) => ({id: after.id, before: undefined, after}));
  return {done: [{name: 'paint', at: 0, changes}], undone: []};
}

type MaskTask = GtSegmentationTask | GtInstanceSegmentationTask;

async function shown<T extends MaskTask = GtSegmentationTask>(
  properties: Partial<T>,
  mask: (ref: string) => Promise<Blob> = () => earlierMask(),
  tag = 'gt-segmentation-task',
): Promise<T> {
  const host = await fixture<HTMLElement>(html`<div style="height: 600px"></div>`);
  const element = document.createElement(tag) as T;
  const picture = await drawnPicture(size.width, size.height);
  Object.assign(element, {
    labels,
    jobName: 'canopy',
    resolveSource: (ref: string) => (ref.endsWith('.jpg') ? picture : mask(ref)),
    ...properties,
  });
  const ready = oneEvent(element, 'gt-ready');
  host.append(element);
  await ready;
  return element;
}

const dataOf = async (file: Blob) => decodeMaskPng(new Uint8Array(await file.arrayBuffer()));
const button = (element: MaskTask, text: string) =>
  [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === text);

describe('the mask file of an answer', () => {
  it('is in getAnswer and gt-submit, as a file beside the line and as text in the answer, never in value', async () => {
    const element = await shown({entry: plainLine(), history: painted(), objectId: 7, workerId: 'w'});
    expect(element.value).to.deep.equal({
      labelMappings: {leaf: {color: '#2ca02c'}},
      inputImageProperties: {height: 130, width: 160},
    });
    const answer = await element.getAnswer();
    const bytes = bytesOfBase64(answer?.labeledImage?.pngImageData ?? '');
    const {data, palette} = await decodeMaskPng(bytes as Uint8Array);
    expect([...data.subarray(0, 11)]).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
    expect(palette).to.have.length(256);
    const submit = oneEvent(element, 'gt-submit') as unknown as Promise<CustomEvent<SubmitDetail>>;
    expect(await element.submit()).to.equal(true);
    const {detail} = await submit;
    const [file] = detail.files;
    expect(file?.path).to.match(
      /^canopy\/annotations\/consolidated-annotation\/output\/7_\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d\.\d{6}\.png$/,
    );
    const line = JSON.parse(detail.line) as JsonObject;
    expect(line['canopy-ref']).to.equal(file?.path);
    expect(line['canopy-ref-metadata']).to.deep.include({type: 'groundtruth/semantic-segmentation'});
    const content = detail.answer.answerContent['crowd-semantic-segmentation'] as unknown as typeof answer;
    expect(bytesOfBase64(content?.labeledImage?.pngImageData ?? '')).to.deep.equal(
      new Uint8Array((await file?.blob.arrayBuffer()) as ArrayBuffer),
    );
    expect(file?.blob.type).to.equal('image/png');
  });

  it('comes from the moment it was asked for; nothing can be changed and submitted twice meanwhile', async () => {
    const element = await shown({entry: plainLine(), history: painted()});
    let submissions = 0;
    element.addEventListener('gt-submit', () => submissions++);
    const [first, second] = [element.submit(), element.submit()];
    await element.updateComplete;
    const submit = element.shadowRoot?.querySelector('[part=submit]');
    expect(submit?.textContent?.trim()).to.equal('Submitting…');
    expect(submit?.getAttribute('aria-disabled')).to.equal('true');
    expect(element.undo(), 'undo while it is written').to.equal(false);
    expect(await first).to.equal(true);
    expect(await second).to.equal(true);
    expect(submissions).to.equal(1);
    await element.updateComplete;
    expect(submit?.textContent?.trim()).to.contain('Submit');
    const asked = element.toManifestLine({now: new Date(0)});
    element.history = {done: [], undone: []};
    const {files} = await asked;
    expect((await dataOf(files[0]?.blob as Blob)).data[0]).to.equal(1);
  });

  it('is not handed over for another item', async () => {
    const element = await shown({entry: plainLine(), history: painted()});
    let submissions = 0;
    element.addEventListener('gt-submit', () => submissions++);
    const submitted = element.submit();
    element.entry = entryOf({'source-ref': 's3://b/b.jpg'}, '{"source-ref":"s3://b/b.jpg"}');
    await element.updateComplete;
    expect(await submitted).to.equal(false);
    expect(submissions).to.equal(0);
  });

  it('of single things has a value and a colour for each', async () => {
    const element = await shown<GtInstanceSegmentationTask>(
      {entry: plainLine(), history: painted('leaf', 3)},
      undefined,
      'gt-instance-segmentation-task',
    );
    const {line, files} = await element.toManifestLine({now: new Date(0)});
    const {data} = await dataOf(files[0]?.blob as Blob);
    expect([...data.subarray(0, 10)]).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(JSON.parse(line)).to.deep.include({'canopy-ref': files[0]?.path});
    expect(line)
      .to.contain('"1":{"class-name":"leaf","hex-color":"#ff7f0e","confidence":0}')
      .and.contain('groundtruth/custom');
  });
});

describe('the mask that an item starts with', () => {
  it('is loaded where the page says, and goes back as it was when nobody touches it', async () => {
    const element = await shown({entry: lineWithMask()});
    await waitUntil(() => element.value !== undefined);
    expect(element.value).to.deep.include({initialValueModified: false});
    const {line, files} = await element.toManifestLine({now: new Date(0)});
    const [now, before] = [await dataOf(files[0]?.blob as Blob), await dataOf(await earlierMask())];
    expect(now.data).to.deep.equal(before.data);
    expect(now.palette).to.deep.equal(before.palette);
    const written = JSON.parse(line) as Record<string, JsonObject>;
    expect(written['canopy-ref-metadata']?.['internal-color-map']).to.deep.equal(
      metadata['internal-color-map'],
    );
    expect(written['canopy-ref-metadata']?.['adjustment-status']).to.equal('unadjusted');
  });

  it('is kept with the work that is resumed on it', async () => {
    const element = await shown({entry: lineWithMask(), history: painted()});
    await waitUntil(() => element.value?.initialValueModified === true);
    const {files} = await element.toManifestLine();
    const {data} = await dataOf(files[0]?.blob as Blob);
    // The tile that was painted replaces its pixels; those beyond it are the earlier mask's.
    expect(data[0], 'leaf has the value of the map on the line').to.equal(2);
    expect(data[128]).to.equal(1);
    expect(data.at(-1)).to.equal(2);
  });

  it('keeps everybody from painting and submitting until it is there', async () => {
    let bring = (_mask: Blob) => {};
    const coming = new Promise<Blob>((resolve) => (bring = resolve));
    const element = await shown({entry: lineWithMask()}, () => coming);
    expect(element.shadowRoot?.querySelector('.prior')?.textContent?.trim()).to.equal(
      'Loading the earlier mask…',
    );
    expect(await element.submit()).to.equal(false);
    expect(element.value).to.equal(undefined);
    bring(await earlierMask());
    await waitUntil(() => element.value !== undefined);
    expect(element.shadowRoot?.querySelector('.prior')).to.equal(null);
  });

  it('is never silently left out: a person tries again, or begins without it', async () => {
    let fails = true;
    const element = await shown({entry: lineWithMask()}, async () => {
      if (fails) throw new Error('no such file');
      return earlierMask();
    });
    await waitUntil(() => button(element, 'Try again') !== undefined);
    expect(element.shadowRoot?.querySelector('.notices')?.textContent)
      .to.contain('The earlier mask could not be loaded')
      .and.contain('no such file');
    expect(await element.submit()).to.equal(false);
    fails = false;
    button(element, 'Try again')?.click();
    await waitUntil(() => element.value !== undefined);
    expect(element.shadowRoot?.querySelector('.notices')).to.equal(null);

    fails = true;
    const other = await shown({entry: lineWithMask()}, async () => {
      throw new Error('gone');
    });
    await waitUntil(() => button(other, 'Start without it') !== undefined);
    button(other, 'Start without it')?.click();
    await other.updateComplete;
    expect(button(other, 'Start without it')).to.equal(undefined);
    other.history = painted();
    expect(other.value).to.deep.include({initialValueModified: true});
    expect(await other.submit()).to.equal(true);
  });

  it('is refused in another size than its picture, in words', async () => {
    const element = await shown({entry: lineWithMask()}, () => earlierMask({width: 80, height: 65}));
    await waitUntil(() => element.shadowRoot?.querySelector('.notices'));
    expect(element.shadowRoot?.querySelector('.notices')?.textContent)
      .to.contain('80 × 65')
      .and.contain('160 × 130');
    expect(element.value).to.equal(undefined);
  });

  it('may come from the page, as a whole answer or as the crowd element takes it', async () => {
    const source = await shown({entry: lineWithMask()});
    await waitUntil(() => source.value !== undefined);
    const answer = await source.getAnswer();
    const other = await shown({entry: plainLine()});
    other.value = answer;
    await waitUntil(() => other.value !== undefined);
    expect(other.value).to.deep.equal({
      labelMappings: answer?.labelMappings,
      inputImageProperties: {height: 130, width: 160},
    });
    other.value = null as never;
    await aTimeout(0);
    expect(other.value).to.equal(undefined);
    const third = await shown({
      entry: plainLine(),
      initialValue: {src: 'https://h/m.png', labelMappings: answer?.labelMappings ?? {}},
    });
    await waitUntil(() => third.value !== undefined);
    expect(third.value).to.deep.include({initialValueModified: false});
  });
});
