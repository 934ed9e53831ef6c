import {isJsonObject, member, type JsonValue} from '../base/json.js';
import {listIn} from '../base/json-readers.js';
import {bottomOf, boxBetween, rightOf, type Box} from '../geometry/box.js';
import type {ImagePoint, Size} from '../geometry/point.js';
import {pointIn, writtenPoint} from './read-drawn.js';
import type {Preview} from './tool.js';

/** The corner of a new box that is not its anchor. */
export function freeCorner(box: Box, anchor: ImagePoint): ImagePoint {
  return {
    x: anchor.x === box.left ? rightOf(box) : box.left,
    y: anchor.y === box.top ? bottomOf(box) : box.top,
  };
}

/** A box or extreme points being drawn, as plain data to store; nothing for what is only moved or selected. */
export function writtenPreview(preview: Preview | undefined): JsonValue | undefined {
  if (preview?.kind === 'points') return {points: preview.points.map(writtenPoint)};
  if (preview?.kind !== 'new') return undefined;
  const {box, anchor} = preview;
  return {anchor: writtenPoint(anchor), corner: writtenPoint(freeCorner(box, anchor))};
}

/** What such data stand for, for `Tool.resume`; nothing where they are not understood. */
export function previewIn(value: JsonValue | undefined, size: Size, label: string): Preview | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined;
  const points = listIn(member(value, 'points'), (point) => pointIn(point, size));
  if (points && points.length > 0) return {kind: 'points', points};
  const anchor = pointIn(member(value, 'anchor'), size);
  const corner = pointIn(member(value, 'corner'), size);
  return anchor && corner && {kind: 'new', box: boxBetween(anchor, corner), anchor, label};
}
