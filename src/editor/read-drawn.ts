import {isJsonObject, member, type JsonValue} from '../base/json.js';
import {listIn, numberIn} from '../base/json-readers.js';
import {intoPicture} from '../geometry/box-in-picture.js';
import type {Box} from '../geometry/box.js';
import type {ImagePoint, Size} from '../geometry/point.js';

/**
 * Readers for drawings that were stored and are opened again. Another version, or another program, may have written
 * them: each gives `undefined` for what it does not understand, and puts places beside the picture on its border.
 */

/** A place as `[x, y]`. */
export function pointIn(value: JsonValue | undefined, size: Size): ImagePoint | undefined {
  const [x, y, ...more] = listIn(value, numberIn) ?? [];
  return x === undefined || y === undefined || more.length > 0 ? undefined : intoPicture({x, y}, size);
}

export const writtenPoint = ({x, y}: ImagePoint): JsonValue => [x, y];

/** A box as `{left, top, width, height}`. */
export function boxIn(value: JsonValue | undefined, size: Size): Box | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined;
  const [left, top, width, height] = (['left', 'top', 'width', 'height'] as const).map((side) =>
    numberIn(member(value, side)),
  );
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    return undefined;
  const from = intoPicture({x: left, y: top}, size);
  const to = intoPicture({x: left + width, y: top + height}, size);
  if (to.x <= from.x || to.y <= from.y) return undefined;
  return {left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y};
}

export const writtenBox = ({left, top, width, height}: Box): JsonValue => ({left, top, width, height});
