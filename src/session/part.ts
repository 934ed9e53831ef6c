import type {JsonValue} from '../base/json.js';
import {listIn, numberIn} from '../base/json-readers.js';

/** Items of a manifest from a 0-based line index up to another, which is left out. */
export type Stretch = readonly [first: number, end: number];

/**
 * The items of a manifest that a session is about: all of them, or the stretches it was given of them. Work on a job is
 * divided so: each worker's session has its part, and lines keep the numbers they have in the whole.
 */
export class Part {
  /** Nothing for all items. Ascending, and none touches the next. */
  readonly stretches: readonly Stretch[] | undefined;

  constructor(stretches?: readonly Stretch[]) {
    this.stretches = stretches && joined(stretches);
  }

  has(index: number): boolean {
    return this.stretches?.some(([first, end]) => index >= first && index < end) ?? true;
  }

  /** How many items it is, of a manifest with `total` items. */
  size(total: number): number {
    return this.placeOf(total);
  }

  /** How many items of the part come before an item. */
  placeOf(index: number): number {
    if (!this.stretches) return index;
    return this.stretches.reduce((sum, [first, end]) => sum + Math.max(0, Math.min(index, end) - first), 0);
  }

  /** The item at a place in the part, from 0; the last for places after the end. */
  at(place: number): number {
    if (!this.stretches) return place;
    let before = 0;
    for (const [first, end] of this.stretches) {
      if (place < before + end - first) return first + Math.max(0, place - before);
      before += end - first;
    }
    return Math.max(0, (this.stretches.at(-1)?.[1] ?? 1) - 1);
  }

  /** Both parts as one. */
  with(other: Part): Part {
    return this.stretches && other.stretches
      ? new Part([...this.stretches, ...other.stretches])
      : new Part(undefined);
  }
}

/** Sorted, with stretches that meet made one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: [number, number][] = [];
  for (const [first, end] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && first <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > first) all.push([first, end]);
  }
  return all;
}

/** The part that the settings of a session name; the whole where they name none. */
export function partIn(value: JsonValue | undefined): Part {
  return new Part(listIn(value, stretchIn));
}

function stretchIn(value: JsonValue): Stretch | undefined {
  const [first, end, more] = listIn(value, numberIn) ?? [];
  const isStretch =
    Number.isSafeInteger(first) && Number.isSafeInteger(end) && first! >= 0 && end! > first! && !more;
  return isStretch ? [first!, end!] : undefined;
}

/** A manifest of `total` items in `count` parts of nearly the same size, one after the other. */
export function inParts(total: number, count: number): readonly Part[] {
  const border = (part: number) => Math.round((part * total) / count);
  return Array.from({length: count}, (_, part) => new Part([[border(part), border(part + 1)]]));
}
