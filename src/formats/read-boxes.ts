import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {errorAt, warningAt} from '../base/result.js';
import type {Box} from '../geometry/box.js';
import type {Size} from '../geometry/point.js';
import type {ProblemList} from '../base/problem-list.js';

/** A box as somebody said it: numbers as they stand, in the grid of answers. */
export interface SaidBox {
  readonly label: string;
  readonly box: Box;
  /** Where it stood in the list it was read from. */
  readonly index: number;
}

/** Beyond this, numbers are mistakes: no picture has so many pixels, and drawing on them breaks. */
const farthest = 1e9;

/** What a box is read from; `label` says the label of one of its items, or nothing. */
export interface BoxList {
  /** The member the items stand in, for messages: `boundingBoxes`. */
  readonly name: string;
  /** Whose boxes they are, for messages, where it is not plain: `image 7`. */
  readonly owner?: string;
  readonly items: readonly JsonValue[];
  readonly label: (item: JsonObject) => string | undefined;
  readonly size: Size | undefined;
}

/** The boxes of a list that may hold anything. What is no box is left out and reported; the rest is kept as it is. */
export function readBoxes(
  {name, owner, items, label, size}: BoxList,
  problems: ProblemList,
): readonly SaidBox[] {
  const boxes: SaidBox[] = [];
  const called = (index: number) => `Box ${index + 1}${owner === undefined ? '' : ` of ${owner}`}`;
  for (const [index, item] of items.entries()) {
    const read = readBox(item, label);
    if (typeof read === 'string') {
      problems.add('box/unreadable', () =>
        errorAt(
          `${name}[${index}]`,
          'box/unreadable',
          `${called(index)} ${read}. It is left out; the other boxes are kept.`,
        ),
      );
      continue;
    }
    boxes.push({...read, index});
    if (size && !isInside(read.box, size)) {
      problems.add('box/outside', () =>
        warningAt(
          `${name}[${index}]`,
          'box/outside',
          `${called(index)} (${spoken(read.box)}) reaches beyond the picture of ${size.width} × ${size.height} pixels. It is kept as it is until somebody changes it.`,
        ),
      );
    }
  }
  return boxes;
}

/** Averaged boxes carry the noise of floating point numbers beyond the border. */
const noise = 1e-6;

/** True when no part of the box lies beyond the picture. */
export function isInside({left, top, width, height}: Box, size: Size): boolean {
  return (
    left >= -noise &&
    top >= -noise &&
    left + width <= size.width + noise &&
    top + height <= size.height + noise
  );
}

/** A box in words: `120 × 80 at 40, 300`. */
export function spoken({left, top, width, height}: Box): string {
  return `${width} × ${height} at ${left}, ${top}`;
}

/** One item as a box, or what is wrong with it. */
function readBox(
  item: JsonValue,
  labelOf: (item: JsonObject) => string | undefined,
): Omit<SaidBox, 'index'> | string {
  if (!isJsonObject(item)) return 'is not an object with "left", "top", "width" and "height"';
  const left = numberIn(item, 'left');
  const top = numberIn(item, 'top');
  const width = numberIn(item, 'width');
  const height = numberIn(item, 'height');
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    const missing = ['left', 'top', 'width', 'height'].filter((key) => numberIn(item, key) === undefined);
    return `has no usable number for ${missing.map((key) => `"${key}"`).join(', ')}`;
  }
  if (width < 0 || height < 0) return `has a negative size (${width} × ${height})`;
  const label = labelOf(item);
  if (label === undefined) return 'has no label';
  return {label, box: {left, top, width, height}};
}

/** A number, also one written as a text, as templates do. */
function numberIn(item: JsonObject, key: string): number | undefined {
  const value = member(item, key);
  const number = typeof value === 'string' && /^\s*-?[0-9.]+\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Math.abs(number) <= farthest ? number : undefined;
}

/** The label of an item of an answer. */
export function labelIn(item: JsonObject): string | undefined {
  const label = member(item, 'label');
  return typeof label === 'string' && label !== '' ? label : undefined;
}

/** A size that stands in data, such as `inputImageProperties`; `undefined` when it is none. */
export function sizeIn(value: JsonValue | undefined): Size | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined;
  const width = numberIn(value, 'width');
  const height = numberIn(value, 'height');
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? {width, height} : undefined;
}
