import {isJsonObject, type JsonObject, type JsonValue} from '../base/json.js';

const has = (object: JsonObject, ...keys: readonly string[]) =>
  keys.some((key) => Object.hasOwn(object, key));

/** JSON files that lie beside manifests and are opened by mistake. The first row that fits names the file. */
const shapes: readonly (readonly [name: string, fits: (object: JsonObject) => boolean])[] = [
  [
    'a label category configuration file',
    (object) => has(object, 'labels') && Array.isArray(object['labels']),
  ],
  [
    'a sequence label file (SeqLabel.json)',
    (object) => has(object, 'tracking-annotations', 'detection-annotations'),
  ],
  [
    'a sequence file',
    (object) => has(object, 'frames') && has(object, 'seq-no', 'number-of-frames', 'prefix'),
  ],
  ['a worker response file', (object) => has(object, 'answers', 'answerContent')],
  [
    'a consolidation response',
    (object) => has(object, 'datasetObjectId') && has(object, 'consolidatedAnnotation'),
  ],
  ['a consolidation request', (object) => has(object, 'datasetObjectId') && has(object, 'annotations')],
  ['a list of worker responses', (object) => has(object, 'datasetObjectId')],
  ['a Lambda event', (object) => has(object, 'labelingJobArn', 'dataObject', 'payload')],
  ['a COCO dataset', (object) => has(object, 'images') && has(object, 'annotations')],
  ['a GeoJSON file', (object) => has(object, 'type') && has(object, 'features')],
];

/** What a JSON value that is no manifest line is known as; `undefined` when it is nothing known. */
export function nameOfShape(value: JsonValue): string | undefined {
  const object = Array.isArray(value) ? (value as readonly JsonValue[])[0] : value;
  if (!isJsonObject(object)) return undefined;
  return shapes.find(([, fits]) => fits(object))?.[0];
}
