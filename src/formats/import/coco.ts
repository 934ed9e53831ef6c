import {isJsonObject, member, type JsonObject, type JsonValue} from '../../base/json.js';
import {ProblemList} from '../../base/problem-list.js';
import {errorAt, warningAt} from '../../base/result.js';
import {ClassList} from '../export/class-list.js';
import {readBoxes, sizeIn} from '../read-boxes.js';
import {
  boxLine,
  confidenceOf,
  withPrefix,
  type ImportedBox,
  type ImportedBoxes,
  type ImportOptions,
} from './box-lines.js';
import {boundsOf} from './polygon-bounds.js';

/**
 * The boxes of a COCO file for object detection, as manifest lines. Images come in the order of the file, also those
 * without boxes. Numbers are kept as they are. Where an annotation has no box, its polygons are framed.
 */
export function importCoco(text: string, options: ImportOptions): ImportedBoxes {
  const problems = new ProblemList();
  const dataset = parsed(text, problems);
  if (!dataset) return {lines: [], labels: [], problems: problems.problems};
  const categories = readCategories(listIn(dataset, 'categories'), problems);
  const classes = new ClassList(categories.values());
  const images = readImages(listIn(dataset, 'images'), options, problems);
  const boxes = collect(listIn(dataset, 'annotations'), images, problems);
  const lines = [...images.values()].map(({reference, size, id}) => {
    const own = boxes.get(id) ?? [];
    const label = (item: JsonObject) => nameOf(member(item, 'category_id'), categories, problems);
    const read = readBoxes({name: 'annotations', owner: `image ${id}`, items: own, label, size}, problems);
    const imported = read.map(({label: name, box, index}): ImportedBox => {
      const confidence = confidenceOf(member(own[index] as JsonObject, 'score'));
      return {label: name, box, confidence};
    });
    return boxLine({reference, size, boxes: imported}, classes, options);
  });
  return {lines, labels: classes.labels, problems: problems.problems};
}

type Id = string | number;

interface CocoImage {
  readonly id: Id;
  readonly reference: string;
  readonly size: ReturnType<typeof sizeIn>;
}

function parsed(text: string, problems: ProblemList): JsonObject | undefined {
  let value: JsonValue | undefined;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    value = undefined;
  }
  const isDataset = value !== undefined && isJsonObject(value) && Array.isArray(member(value, 'images'));
  if (isDataset) return value as JsonObject;
  problems.add('import/not-coco', () =>
    errorAt('file', 'import/not-coco', 'The file is no COCO dataset: it must be JSON with a list "images".'),
  );
  return undefined;
}

function listIn(object: JsonObject, key: string): readonly JsonValue[] {
  const list = member(object, key);
  return Array.isArray(list) ? (list as readonly JsonValue[]) : [];
}

/** Ids may be numbers or texts; the two never mean the same. */
function idOf(item: JsonObject, key: string): Id | undefined {
  const id = member(item, key);
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function readCategories(items: readonly JsonValue[], problems: ProblemList): Map<Id, string> {
  const names = new Map<Id, string>();
  for (const [index, item] of items.entries()) {
    const id = isJsonObject(item) ? idOf(item, 'id') : undefined;
    const name = isJsonObject(item) ? member(item, 'name') : undefined;
    if (id === undefined || names.has(id)) {
      problems.add('import/category', () =>
        errorAt(
          `categories[${index}]`,
          'import/category',
          `Category ${index + 1} has no id of its own. It is left out.`,
        ),
      );
      continue;
    }
    names.set(id, typeof name === 'string' && name.trim() !== '' ? name : String(id));
  }
  return names;
}

function readImages(
  items: readonly JsonValue[],
  {prefix}: ImportOptions,
  problems: ProblemList,
): ReadonlyMap<Id, CocoImage> {
  const images = new Map<Id, CocoImage>();
  for (const [index, item] of items.entries()) {
    const image = isJsonObject(item) ? readImage(item, prefix) : undefined;
    if (!image || images.has(image.id)) {
      problems.add('import/image', () =>
        errorAt(
          `images[${index}]`,
          'import/image',
          `Image ${index + 1} has no id of its own or no file name. It is left out, and its boxes with it.`,
        ),
      );
      continue;
    }
    images.set(image.id, image);
    if (image.size) continue;
    problems.add('import/no-size', () =>
      warningAt(
        `images[${index}]`,
        'import/no-size',
        `Image ${index + 1} does not say its width and height. They are taken from the picture when it is labelled.`,
      ),
    );
  }
  return images;
}

function readImage(item: JsonObject, prefix: string | undefined): CocoImage | undefined {
  const id = idOf(item, 'id');
  const texts = ['file_name', 'coco_url'].map((key) => member(item, key));
  const [name, url] = texts.map((text) =>
    typeof text === 'string' && text.trim() !== '' ? text : undefined,
  );
  const reference = prefix !== undefined && name !== undefined ? withPrefix(prefix, name) : (url ?? name);
  return id === undefined || reference === undefined ? undefined : {id, reference, size: sizeIn(item)};
}

/** The annotations of each image, with their boxes as four named numbers. */
function collect(
  items: readonly JsonValue[],
  images: ReadonlyMap<Id, CocoImage>,
  problems: ProblemList,
): ReadonlyMap<Id, readonly JsonObject[]> {
  const found = new Map<Id, JsonObject[]>();
  for (const [index, item] of items.entries()) {
    const image = isJsonObject(item) ? idOf(item, 'image_id') : undefined;
    if (!isJsonObject(item) || image === undefined || !images.has(image)) {
      problems.add('import/no-image', () =>
        errorAt(
          `annotations[${index}]`,
          'import/no-image',
          `Annotation ${index + 1} belongs to no image of the file. It is left out.`,
        ),
      );
      continue;
    }
    const box = boxIn(item);
    const list = found.get(image);
    const named = {
      ...box,
      category_id: member(item, 'category_id') ?? null,
      score: member(item, 'score') ?? null,
    };
    if (list) list.push(named);
    else found.set(image, [named]);
  }
  return found;
}

function boxIn(annotation: JsonObject): JsonObject {
  const bbox = member(annotation, 'bbox');
  if (Array.isArray(bbox) && bbox.length === 4) {
    const [left = null, top = null, width = null, height = null] = bbox as readonly JsonValue[];
    return {left, top, width, height};
  }
  const bounds = boundsOf(member(annotation, 'segmentation'));
  return bounds ? {...bounds} : {};
}

/** A category nobody names keeps its number for a name. */
function nameOf(
  id: JsonValue | undefined,
  names: ReadonlyMap<Id, string>,
  problems: ProblemList,
): string | undefined {
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  const name = names.get(id);
  if (name !== undefined) return name;
  problems.add(`import/unknown-category ${id}`, () =>
    warningAt(
      'categories',
      'import/unknown-category',
      `There is no category ${String(id).slice(0, 60)} in the file. Its boxes get that number for a label.`,
    ),
  );
  return String(id) || undefined;
}
