import type {BoxIndex} from '../editor/box-index.js';
import type {BoxRecord} from '../model/record.js';
import type {Area, Projector} from './projector.js';
import type {BoxLook, BoxStatus} from './stage-options.js';

/** What a painter must know to choose boxes and their looks. */
export interface SceneSource {
  readonly index: BoxIndex;
  readonly lookOf: (label: string) => BoxLook;
  readonly statusOf: (record: BoxRecord) => BoxStatus;
  /** Left out: hidden, or painted by somebody else. */
  readonly isLeftOut: (record: BoxRecord) => boolean;
  /** Many boxes are selected and painted thicker right here. */
  readonly isBold: (record: BoxRecord) => boolean;
}

/** The boxes that are about to be painted, on the canvas they will be painted on. */
export interface Scene {
  readonly count: number;
  /** Left, top, right and bottom of each in device pixels. */
  readonly places: Int32Array;
  readonly records: readonly BoxRecord[];
  /** For each the number of its look in {@link looks}. */
  readonly lookOf: Uint16Array;
  /** Sorted, so that what is painted over what depends on nothing but the boxes themselves. */
  readonly looks: readonly BoxLook[];
  /** For each a sum of the flags below. */
  readonly flags: Uint8Array;
}

export const isGiven = 1;
export const isSuggested = 2;
export const isBold = 4;
export const isOutside = 8;

const statusFlag: Readonly<Record<BoxStatus, number>> = {own: 0, given: isGiven, suggested: isSuggested};

/** Rows found in any order, in the order of creation. Marking is faster than sorting when many were found. */
export function ascending(found: number[], count: number): ArrayLike<number> {
  if (found.length < 64) return found.sort((a, b) => a - b);
  if (found.length < count / 16) return Uint32Array.from(found).sort();
  const marks = new Uint8Array(count);
  for (const row of found) marks[row] = 1;
  const sorted = new Uint32Array(found.length);
  let at = 0;
  for (let row = 0; row < count; row++) if (marks[row] === 1) sorted[at++] = row;
  return sorted;
}

/** The looks of all labels in a fixed order, and for each label the number of its look. */
function looksOf(labels: readonly string[], lookOf: (label: string) => BoxLook): [BoxLook[], number[]] {
  const keys = new Map<string, BoxLook>();
  const keyOf = labels.map((label) => {
    const look = lookOf(label);
    const key = `${look.color} ${look.pattern}`;
    keys.set(key, look);
    return key;
  });
  const sorted = [...keys.keys()].sort();
  const numbers = new Map(sorted.map((key, number) => [key, number]));
  return [sorted.map((key) => keys.get(key) as BoxLook), keyOf.map((key) => numbers.get(key) ?? 0)];
}

/** Finds and places the boxes of an area. Yields now and then, so that it can be done in slices. */
export function* sceneOf(source: SceneSource, projector: Projector, area: Area): Generator<void, Scene> {
  const {index} = source;
  const found = index.searchRows(area.left, area.top, area.right, area.bottom);
  yield;
  const {edges, labelOf, labels, records: all, count: rowCount} = index.rows;
  const rows = ascending(found, rowCount);
  const [looks, lookOfLabel] = looksOf(labels, source.lookOf);
  yield;
  const places = new Int32Array(rows.length * 4);
  const lookOf = new Uint16Array(rows.length);
  const flags = new Uint8Array(rows.length);
  const records: BoxRecord[] = [];
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i % 1024 === 1023) yield;
    const row = rows[i] ?? 0;
    const record = all[row];
    if (!record || source.isLeftOut(record)) continue;
    const at = row * 4;
    const isClipped = projector.place(
      edges[at] ?? 0,
      edges[at + 1] ?? 0,
      edges[at + 2] ?? 0,
      edges[at + 3] ?? 0,
      places,
      count * 4,
    );
    lookOf[count] = lookOfLabel[labelOf[row] ?? 0] ?? 0;
    flags[count] =
      statusFlag[source.statusOf(record)] |
      (source.isBold(record) ? isBold : 0) |
      (isClipped ? isOutside : 0);
    records.push(record);
    count++;
  }
  return {count, places, records, lookOf, looks, flags};
}

/** The numbers of the boxes of each look, in the order of {@link Scene.looks}. */
export function groupsOf({count, lookOf, looks}: Scene): readonly (readonly number[])[] {
  const groups = looks.map((): number[] => []);
  for (let i = 0; i < count; i++) groups[lookOf[i] ?? 0]?.push(i);
  return groups;
}

/** Does all of something at once that can also be done in slices. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
