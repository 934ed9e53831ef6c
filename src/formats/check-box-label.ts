import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import type {Size} from '../geometry/point.js';
import type {Label} from '../model/label.js';
import {checkConfidence, checkName, checkUnused, classIdOf, mapOf, type Report} from './label-report.js';
import {isInside} from './read-boxes.js';

const sides = ['left', 'top', 'width', 'height'] as const;

/** What is wrong with a label of `groundtruth/object-detection`: boxes, the size of their image, objects and classes. */
export function checkBoxLabel(
  value: JsonValue,
  metadata: JsonObject,
  labels: readonly Label[] | undefined,
  report: Report,
): void {
  const annotations = isJsonObject(value) ? member(value, 'annotations') : undefined;
  if (!isJsonObject(value) || !Array.isArray(annotations)) {
    report.error('value', 'no-annotations', 'The label has no list "annotations".');
    return;
  }
  const size = checkImageSize(member(value, 'image_size'), report);
  const names = mapOf(metadata, ['class-map', 'class_map'], report);
  const used = new Set<number>();
  for (const [index, annotation] of (annotations as readonly JsonValue[]).entries()) {
    const id = checkAnnotation(annotation, `value.annotations[${index}]`, size, report);
    if (id === undefined || used.has(id)) continue;
    used.add(id);
    if (names) checkName(id, member(names, String(id)), 'class-map', labels, report);
  }
  checkUnused(names, used, 'class-map', report);
  checkObjects(member(metadata, 'objects'), annotations.length, report);
  const status = member(metadata, 'adjustment-status');
  if (status !== undefined && status !== 'adjusted' && status !== 'unadjusted') {
    report.error(
      'adjustment-status',
      'adjustment-status',
      'The field "adjustment-status" is not "adjusted" or "unadjusted".',
    );
  }
}

/** 5.4: a list of one object with width, height and depth. Gives the size, if it is one. */
function checkImageSize(value: JsonValue | undefined, report: Report): Size | undefined {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  const [size] = list;
  const [width, height, depth] = ['width', 'height', 'depth'].map((key) =>
    size !== undefined && isJsonObject(size) ? member(size, key) : undefined,
  );
  if (list.length !== 1 || !isLength(width) || !isLength(height)) {
    report.error(
      'value.image_size',
      'image-size',
      'The "image_size" is not a list of one object with the width and height of the image in pixels.',
    );
    return undefined;
  }
  if (!isLength(depth)) {
    report.warning('value.image_size', 'image-depth', 'The "image_size" has no "depth"; jobs write 3.');
  }
  return {width, height};
}

function isLength(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

/** Gives the class id, if it is one. */
function checkAnnotation(
  annotation: JsonValue,
  field: string,
  size: Size | undefined,
  report: Report,
): number | undefined {
  if (!isJsonObject(annotation)) {
    report.error(field, 'box', 'An annotation is not an object.');
    return undefined;
  }
  const numbers = sides.map((side) => member(annotation, side));
  if (numbers.every((number) => typeof number === 'number' && Number.isFinite(number))) {
    checkPlace(numbers as [number, number, number, number], field, size, report);
  } else {
    report.error(field, 'box', 'A box lacks a number for "left", "top", "width" or "height".');
  }
  return classIdOf(member(annotation, 'class_id') ?? null, report, {field});
}

function checkPlace(
  [left, top, width, height]: readonly [number, number, number, number],
  field: string,
  size: Size | undefined,
  report: Report,
): void {
  if (width < 0 || height < 0) {
    report.error(field, 'box-size', `A box has a negative size (${width} × ${height}).`);
  } else if (width === 0 || height === 0) {
    report.warning(field, 'empty-box', `A box is empty (${width} × ${height}).`);
  }
  if (size && !isInside({left, top, width, height}, size)) {
    report.warning(
      field,
      'box-outside',
      `A box (${width} × ${height} at ${left}, ${top}) reaches beyond the image of ${size.width} × ${size.height} pixels.`,
    );
  }
}

/** 5.4: as many as annotations, each with a confidence. */
function checkObjects(value: JsonValue | undefined, count: number, report: Report): void {
  if (!Array.isArray(value)) {
    report.error('objects', 'no-objects', 'The metadata has no list "objects".');
    return;
  }
  const objects = value as readonly JsonValue[];
  if (objects.length !== count) {
    report.error(
      'objects',
      'objects',
      `There are ${objects.length} "objects" for ${count} annotations; each annotation has one.`,
    );
  }
  for (const [index, object] of objects.entries()) {
    const confidence = isJsonObject(object) ? member(object, 'confidence') : undefined;
    checkConfidence(confidence, `objects[${index}].confidence`, report);
  }
}
