import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import type {Orientation} from '../geometry/orientation.js';
import type {Size} from '../geometry/point.js';
import {readColorMap, type ColorMapEntry} from '../formats/color-map.js';
import {sizeIn} from '../formats/read-boxes.js';
import {pictureSize} from './box-grid.js';
import type {MaskMeaning} from '../raster/mask-file.js';
import type {MaskAtHand, MaskRequest} from './mask-file.js';
import type {Task} from './task.js';

/** What an answer says about the pixels of one number in its mask. */
export interface StatedRegion {
  /** The number its pixels get in the document; 0 for what is nobody's. */
  readonly number: number;
  readonly label: string;
  readonly color?: string;
  /** The value of its pixels in the file, where the answer tells. */
  readonly id?: number;
}

/** What the answers of both kinds of mask tasks have in common. */
export type MaskAnswer = JsonObject & {
  /** The size of the picture in the grid of the mask; missing until the picture is known. */
  readonly inputImageProperties?: {readonly height: number; readonly width: number};
  /** Only for items that started with a mask: whether it is another one now. */
  readonly initialValueModified?: boolean;
  /** The mask itself. Only in complete answers: `getAnswer()` and `gt-submit`. */
  readonly labeledImage?: {readonly pngImageData: string};
  /** Where the mask is that an item starts with. Never in answers of workers. */
  readonly src?: string;
};

/** The `internal-color-map` of the earlier label, if the answer is about that label's mask. */
export function priorMap(answer: JsonObject, {prior}: Task): readonly ColorMapEntry[] | undefined {
  return prior && member(answer, 'src') === prior.value ? readColorMap(prior.metadata) : undefined;
}

/** The mask file of an answer, if it has one. */
export function maskRequest(
  answer: JsonObject,
  regions: readonly StatedRegion[],
  task: Task,
): MaskRequest | undefined {
  const image = member(answer, 'labeledImage');
  const base64 = image !== undefined && isJsonObject(image) ? member(image, 'pngImageData') : undefined;
  const reference = member(answer, 'src');
  const source =
    typeof base64 === 'string' && base64 !== ''
      ? ({base64} as const)
      : typeof reference === 'string' && reference !== ''
        ? ({reference} as const)
        : undefined;
  if (!source) return undefined;
  const meanings = regions.map(({number, id, color}): MaskMeaning => ({
    number,
    ...(id !== undefined && {id}),
    ...(color !== undefined && {color}),
  }));
  const orientation = orientationOf(task);
  const origin = 'base64' in source ? fingerprint(image as object, source.base64) : source.reference;
  return {
    key: JSON.stringify([origin, meanings, orientation ?? 0]),
    source,
    meanings,
    ...(orientation && {orientation}),
  };
}

/** How files lie over the stored grid; `undefined` while that depends on a picture that is not known yet. */
export function orientationOf({coordinates, frame}: Task): Orientation | undefined {
  return coordinates === 'displayed' ? frame?.orientation : 1;
}

const fingerprints = new WeakMap<object, string>();

/** Tells long texts apart without keeping them as keys. Made once for each image. */
function fingerprint(image: object, base64: string): string {
  let known = fingerprints.get(image);
  if (known === undefined) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < base64.length; at++) hash = Math.imul(hash ^ base64.charCodeAt(at), 0x01000193);
    known = `base64 ${base64.length} ${hash >>> 0}`;
    fingerprints.set(image, known);
  }
  return known;
}

/** The size of the mask in the grid of answers: that of the picture, else what the answer it started from tells. */
export function maskSize(task: Task, atHand: MaskAtHand | undefined): Size | undefined {
  return (
    pictureSize(task) ??
    sizeIn(task.given && member(task.given, 'inputImageProperties')) ??
    sizeIn(task.initial && member(task.initial, 'inputImageProperties')) ??
    (atHand === 'left-out' ? undefined : atHand?.size)
  );
}

/** The size as answers state it. */
export function imageProperties(size: Size | undefined): Pick<MaskAnswer, 'inputImageProperties'> {
  return size ? {inputImageProperties: {height: size.height, width: size.width}} : {};
}

/** A colour of an answer, such as `{"color": "#2ca02c"}`. */
export function colorIn(value: JsonValue | undefined): string | undefined {
  const color = value !== undefined && isJsonObject(value) ? member(value, 'color') : value;
  return typeof color === 'string' ? color : undefined;
}
