import {fixture, html, oneEvent} from '@open-wc/testing';
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
import {drawnPicture} from '../../../test/helpers/pictures.js';

export const size = {width: 160, height: 130};
const labels = ['leaf', 'trunk'];
const reference = 's3://b/canopy/0.png';
export const metadata = {
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
export async function earlierMask(
  of = size,
  palette: readonly string[] = ['#ffffff', '#2ca02c', '#1f77b4'],
): Promise<Blob> {
  const {data} = emptyMap(of);
  data.fill(1, 0, of.width * 40);
  data.fill(2, of.width * of.height - 7, of.width * of.height);
  const bytes = await encodeMaskPng({
    ...of,
    data: data as Uint8Array<ArrayBuffer>,
    palette,
  });
  return new Blob([bytes], {type: 'image/png'});
}

export const lineWithMask = () => {
  const entry: JsonObject = {
    'source-ref': 's3://b/a.jpg',
    'canopy-ref': reference,
    'canopy-ref-metadata': metadata,
  };
  return entryOf(entry, JSON.stringify(entry));
};
export const plainLine = () => entryOf({'source-ref': 's3://b/a.jpg'}, '{"source-ref":"s3://b/a.jpg"}');

/** One region in a corner, as a step of the history. */
export function painted(label = 'leaf', number = 1): History {
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

export type MaskTask = GtSegmentationTask | GtInstanceSegmentationTask;

/** A task with its picture on screen; `mask` gives the files of earlier masks. */
export async function shown<T extends MaskTask = GtSegmentationTask>(
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

export const dataOf = async (file: Blob) => decodeMaskPng(new Uint8Array(await file.arrayBuffer()));
export const button = (element: MaskTask, text: string) =>
  [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === text);
