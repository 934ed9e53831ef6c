import {isJsonObject, member, type JsonValue} from '../../base/json.js';
import {listIn} from '../../base/json-readers.js';
import {moveWithin} from '../../geometry/box-in-picture.js';
import {boxAround} from '../../geometry/box.js';
import type {ImagePoint, Point, Size} from '../../geometry/point.js';
import {pointIn, writtenPoint} from '../read-drawn.js';

/** Two places between which an outline follows the edges of the picture. */
export interface EdgeQuestion {
  readonly from: ImagePoint;
  readonly to: ImagePoint;
}

/** What one click or drag added to an outline. */
export interface Leg {
  /** The places it added, in picture pixels; a click adds one. */
  readonly points: readonly ImagePoint[];
  /** The way to the first of them, where it is not straight. */
  readonly edge?: EdgeQuestion;
}

/** An open outline, leg by leg. */
export interface Outline {
  readonly legs: readonly Leg[];
  /** Where the hand began, if that is not the first corner. */
  readonly seed?: ImagePoint;
}

/** What is known of the way along edges; without it the way is straight. */
export type EdgePaths = (question: EdgeQuestion) => readonly ImagePoint[] | undefined;

const isSame = (a: Point | undefined, b: Point): boolean => a?.x === b.x && a.y === b.y;

/** All points of an outline in order. None is where the one before it is. */
export function outlinePoints({legs}: Outline, pathOf: EdgePaths): readonly ImagePoint[] {
  const points: ImagePoint[] = [];
  const add = (point: ImagePoint) => {
    if (!isSame(points.at(-1), point)) points.push(point);
  };
  for (const {points: own, edge} of legs) {
    if (edge) pathOf(edge)?.forEach(add);
    own.forEach(add);
  }
  return points;
}

/** The places where its clicks and drags began and ended, for their marks. */
export function outlineCorners({legs}: Outline): readonly ImagePoint[] {
  return legs.flatMap(({points}) => {
    const [first, last] = [points[0], points.at(-1)];
    return first && last ? (first === last ? [first] : [first, last]) : [];
  });
}

/** What an outline needs to enclose anything: three different corners. */
export function hasThreeCorners({legs}: Outline): boolean {
  const places = new Set<string>();
  for (const {points} of legs) {
    for (const {x, y} of points) {
      places.add(`${x} ${y}`);
      if (places.size === 3) return true;
    }
  }
  return false;
}

/** An outline moved as far as it stays in the picture. Ways along edges become as they are. */
export function movedOutline(outline: Outline, by: Point, size: Size, pathOf: EdgePaths): Outline {
  const whole = boxAround(outlinePoints(outline, pathOf));
  if (!whole) return outline;
  const {x, y} = moveWithin([whole], by, size);
  const legs = outline.legs.map(({points, edge}): Leg => {
    const path = (edge && pathOf(edge)) ?? [];
    return {points: [...path, ...points].map((point) => ({x: point.x + x, y: point.y + y}))};
  });
  return {legs};
}

/** An outline as plain data. */
export function writtenOutline({legs}: Outline): JsonValue {
  return {
    legs: legs.map(({points, edge}) => ({points: points.map(writtenPoint), ...(edge && {edge: true})})),
  };
}

/** The outline that such data stand for; the ways along edges are to be found anew. */
export function outlineIn(value: JsonValue, size: Size): Outline | undefined {
  let last: ImagePoint | undefined;
  const legs = listIn(isJsonObject(value) ? member(value, 'legs') : undefined, (leg): Leg | undefined => {
    if (!isJsonObject(leg)) return undefined;
    const points = listIn(member(leg, 'points'), (point) => pointIn(point, size));
    const [first] = points ?? [];
    if (!points || !first) return undefined;
    const edge = last && member(leg, 'edge') === true ? {from: last, to: first} : undefined;
    last = points.at(-1);
    return {points, ...(edge && {edge})};
  });
  return legs && {legs};
}

const eighth = Math.PI / 4;

/**
 * The place nearest to `at` in one of eight directions from another place, 45° apart, and in the picture as far as that
 * direction stays in it.
 */
export function inSteps(from: ImagePoint, at: ImagePoint, {width, height}: Size): ImagePoint {
  const turns = Math.round(Math.atan2(at.y - from.y, at.x - from.x) / eighth);
  // Rounded, so that straight down is not a hair beside it.
  const unit = {x: Math.round(Math.cos(turns * eighth)), y: Math.round(Math.sin(turns * eighth))};
  const wanted = ((at.x - from.x) * unit.x + (at.y - from.y) * unit.y) / (unit.x * unit.x + unit.y * unit.y);
  const room = (direction: number, place: number, most: number) =>
    direction === 0 ? Infinity : direction > 0 ? most - place : place;
  const length = Math.min(wanted, room(unit.x, from.x, width), room(unit.y, from.y, height));
  return {x: from.x + unit.x * length, y: from.y + unit.y * length};
}
