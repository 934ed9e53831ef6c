import {objectFrom} from '../../base/json.js';
import type {Problem} from '../../base/result.js';
import type {Size} from '../../geometry/point.js';
import type {ClassList} from '../export/class-list.js';
import type {LabelledBox} from '../export/exporter.js';
import {metadataOf} from '../metadata.js';

/** Under which names imported boxes stand on their lines. */
export interface ImportOptions {
  /** The label attribute. */
  readonly attribute: string;
  readonly jobName: string;
  /** When the boxes were made, as far as anybody knows: milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
  /** Put before file names, such as `s3://bucket/in/`; without it the references of the file are taken. */
  readonly prefix?: string;
}

/** Boxes of another tool as manifest lines that are ready to be adjusted. */
export interface ImportedBoxes {
  /** One line for each image, with its boxes as an earlier label. */
  readonly lines: readonly string[];
  /** The label list of the lines: a class id is a place in it. */
  readonly labels: readonly string[];
  /** What was left out or looks wrong. */
  readonly problems: readonly Problem[];
}

export interface ImportedBox extends LabelledBox {
  /** How sure whoever drew it was, from 0 to 1. */
  readonly confidence?: number | undefined;
}

export interface ImportedImage {
  readonly reference: string;
  /** Missing when nobody says it. */
  readonly size: Size | undefined;
  readonly boxes: readonly ImportedBox[];
}

/** The manifest line of an image with its boxes. */
export function boxLine(
  {reference, size, boxes}: ImportedImage,
  classes: ClassList,
  options: ImportOptions,
): string {
  const ids = boxes.map(({label}) => classes.numberOf(label));
  const annotations = boxes.map(({box: {left, top, width, height}}, index) => ({
    class_id: ids[index] as number,
    top,
    left,
    height,
    width,
  }));
  const label = {
    ...(size && {image_size: [{width: size.width, height: size.height, depth: 3}]}),
    annotations,
  };
  const own = {
    objects: boxes.map(({confidence = 0}) => ({confidence})),
    'class-map': objectFrom(
      ids.map((id, index) => [String(id), (boxes[index] as ImportedBox).label] as const),
    ),
  };
  return JSON.stringify(
    objectFrom<unknown>([
      ['source-ref', reference],
      [options.attribute, label],
      [`${options.attribute}-metadata`, metadataOf(own, {...options, type: 'groundtruth/object-detection'})],
    ]),
  );
}

/** A confidence that stands in data; nothing when it is none. */
export function confidenceOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

/** A file name as a reference. */
export function withPrefix(prefix: string, name: string): string {
  return prefix === '' || prefix.endsWith('/') ? prefix + name : `${prefix}/${name}`;
}
