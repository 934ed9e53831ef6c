import {isJsonObject, member, type JsonObject, type JsonValue} from '../../base/json.js';
import {ProblemList} from '../../base/problem-list.js';
import {errorAt, fail, ok, type Result} from '../../base/result.js';
import {sourceOf, type ManifestEntry} from '../entry.js';
import {labelIn, readBoxes, sizeIn} from '../read-boxes.js';
import type {BoxedImage} from './exporter.js';

/**
 * The image of an entry and the boxes that stand on it under `attribute`; `undefined` when it is not labelled. A class
 * without a name on the line is called by its number. What is no box is left out and told of.
 */
export function boxedImage(entry: ManifestEntry, attribute: string): Result<BoxedImage> | undefined {
  const value = member(entry, attribute);
  if (value === undefined) return undefined;
  const reference = sourceOf(entry)?.value ?? '';
  const items = isJsonObject(value) ? member(value, 'annotations') : undefined;
  if (!isJsonObject(value) || !Array.isArray(items)) {
    return fail(
      errorAt(
        attribute,
        'export/no-boxes',
        `The label "${attribute}" of ${reference} has no boxes. It is left out.`,
      ),
    );
  }
  const size = sizeOf(value);
  if (!size) {
    return fail(
      errorAt(
        `${attribute}.image_size`,
        'export/no-size',
        `The label "${attribute}" of ${reference} does not say how large the image is. It is left out.`,
      ),
    );
  }
  const problems = new ProblemList();
  const label = classNames(member(entry, `${attribute}-metadata`));
  const boxes = readBoxes({name: `${attribute}.annotations`, owner: reference, items, label, size}, problems);
  return ok(
    {reference, size, boxes: boxes.map(({label: name, box}) => ({label: name, box}))},
    problems.problems,
  );
}

function sizeOf(value: JsonObject): BoxedImage['size'] | undefined {
  const stated = member(value, 'image_size');
  return sizeIn(Array.isArray(stated) ? (stated as readonly JsonValue[])[0] : stated);
}

function classNames(metadata: JsonValue | undefined): (annotation: JsonObject) => string | undefined {
  const about = metadata !== undefined && isJsonObject(metadata) ? metadata : {};
  const map = member(about, 'class-map') ?? member(about, 'class_map');
  const names = map !== undefined && isJsonObject(map) ? map : {};
  return (annotation) => {
    const id = member(annotation, 'class_id');
    if (typeof id !== 'number' && typeof id !== 'string') return labelIn(annotation);
    const name = member(names, String(id));
    return typeof name === 'string' && name !== '' ? name : String(id);
  };
}
