import type {BoxIndex} from '../editor/box-index.js';
import type {BoxRecord} from '../model/record.js';
import type {Area, DeviceBox, Projector} from './projector.js';
import type {BoxLook, BoxStatus} from './stage-options.js';

/** What a painter must know to choose boxes and their looks. */
export interface SceneSource {
  readonly index: BoxIndex;
  readonly lookOf: (label: string) => BoxLook;
  readonly statusOf: (record: BoxRecord) => BoxStatus;
  /** Chooses what is left out: hidden, or painted by somebody else. Missing when nothing is. */
  readonly isLeftOut: ((record: BoxRecord) => boolean) | undefined;
  /** Chooses what is painted thicker, because many boxes are selected. Missing when nothing is. */
  readonly isBold: ((record: BoxRecord) => boolean) | undefined;
}

/** From this many boxes on they are painted as a crowd: thin plain lines, no insides, no names. */
const crowdFrom = 5000;

/** The boxes that are about to be painted, on the canvas they will be painted on. */
export interface Scene {
  /** In order of creation; those of a crowd in the order of the index, where neighbours are neighbours. */
  readonly count: number;
  /** Left, top, right and bottom of each in device pixels. */
  readonly places: Int32Array;
  /** Empty for a crowd. */
  readonly records: readonly BoxRecord[];
  /** For each the number of its look in {@link looks}. */
  readonly lookOf: Uint16Array;
  /** Sorted, so that what is painted over what depends on nothing but the boxes themselves. */
  readonly looks: readonly BoxLook[];
  /** For each a sum of the flags below; all zero for a crowd. */
  readonly flags: Uint8Array;
  /**
   * Boxes of a crowd that are painted over the others, in order of creation: thicker ones, which are not in it, and
   * those that reach out of the picture. Missing when this is no crowd.
   */
  readonly special?: Scene;
  /** Where the picture is; warnings stay in it. Missing where there are none. */
  readonly picture?: DeviceBox;
}

export const isGiven = 1;
export const isSuggested = 2;
export const isBold = 4;
export const isOutside = 8;

const statusFlag: Readonly<Record<BoxStatus, number>> = {own: 0, given: isGiven, suggested: isSuggested};

/** Numbers the looks of the labels it meets. */
class Looks {
  readonly #labels = new Map<string, number>();

  /** A number for a label, counted from 0 in the order they come. */
  numberOf(label: string): number {
    let number = this.#labels.get(label);
    if (number === undefined) this.#labels.set(label, (number = this.#labels.size));
    return number;
  }

  /** All looks in a fixed order, and for the number of each label that of its look. */
  sorted(lookOf: (label: string) => BoxLook): [BoxLook[], number[]] {
    const byKey = new Map<string, BoxLook>();
    const keys = [...this.#labels.keys()].map((label) => {
      const look = lookOf(label);
      const key = `${look.color} ${look.pattern}`;
      byKey.set(key, look);
      return key;
    });
    const sorted = [...byKey.keys()].sort();
    const numbers = new Map(sorted.map((key, number) => [key, number]));
    return [sorted.map((key) => byKey.get(key) as BoxLook), keys.map((key) => numbers.get(key) ?? 0)];
  }
}

/** Finds and places the boxes of an area. Yields now and then, so that it can be done in slices. */
export function* sceneOf(source: SceneSource, projector: Projector, area: Area): Generator<void, Scene> {
  const {index, isLeftOut} = source;
  const found = index.searchRows(area.left, area.top, area.right, area.bottom);
  const {records} = index.rows;
  const rows = isLeftOut ? found.filter((row) => !isLeftOut(records[row] as BoxRecord)) : found;
  if (rows.length > crowdFrom) return yield* crowdOf(source, projector, area, rows.length);
  yield;
  return yield* fewOf(source, projector, rows);
}

function* fewOf(source: SceneSource, projector: Projector, rows: number[]): Generator<void, Scene> {
  const {index, statusOf, isBold: isThick} = source;
  const places = new Int32Array(rows.length * 4);
  const lookOf = new Uint16Array(rows.length);
  const flags = new Uint8Array(rows.length);
  const records: BoxRecord[] = [];
  const found = new Looks();
  for (const [i, row] of rows.sort((a, b) => a - b).entries()) {
    if (i % 1024 === 1023) yield;
    const record = index.rows.records[row];
    // Removed since it was found: its place is painted once more anyway.
    if (!record) continue;
    const count = records.push(record) - 1;
    const {left, top, width, height} = record.box;
    const isClipped = projector.place(left, top, left + width, top + height, places, count * 4);
    lookOf[count] = found.numberOf(record.label);
    flags[count] =
      statusFlag[statusOf(record)] | (isThick?.(record) ? isBold : 0) | (isClipped ? isOutside : 0);
  }
  const [looks, numbers] = found.sorted(source.lookOf);
  for (let i = 0; i < records.length; i++) lookOf[i] = numbers[lookOf[i] ?? 0] ?? 0;
  return {count: records.length, places, records, lookOf, looks, flags, picture: projector.picture};
}

/**
 * The same for a crowd, nearly in one go: a few milliseconds for 50,000 boxes. Memory is what takes time here. Records are
 * read in the order they were made in, and places in the order of the index; either by the order of the other would
 * take several times longer.
 */
function* crowdOf(
  source: SceneSource,
  projector: Projector,
  area: Area,
  size: number,
): Generator<void, Scene> {
  const {index, isLeftOut, isBold: isThick} = source;
  const {records} = index.rows;
  const found = new Looks();
  /** For each row the number of its label, from 1; 0 for rows that are left out. */
  const labelOf = new Uint32Array(records.length);
  for (let row = 0; row < records.length; row++) {
    const record = records[row];
    if (record && !isLeftOut?.(record)) labelOf[row] = found.numberOf(record.label) + 1;
  }
  const [looks, numbers] = found.sorted(source.lookOf);
  const places = new Int32Array(size * 4);
  const lookOf = new Uint16Array(size);
  const special: number[] = [];
  let count = 0;
  index.visit(area.left, area.top, area.right, area.bottom, (row, left, top, right, bottom) => {
    const label = labelOf[row] ?? 0;
    if (label === 0) return;
    if (isThick?.(records[row] as BoxRecord)) return void special.push(row);
    const isClipped = projector.place(left, top, right, bottom, places, count * 4);
    lookOf[count++] = numbers[label - 1] ?? 0;
    if (isClipped) special.push(row);
  });
  const flags = new Uint8Array(size);
  yield;
  return {
    count,
    places,
    records: [],
    lookOf,
    looks,
    flags,
    special: yield* fewOf(source, projector, special),
  };
}

/** The numbers of the boxes of each look, in the order of {@link Scene.looks}. */
export function groupsOf({
  count,
  lookOf,
  looks,
}: Pick<Scene, 'count' | 'lookOf'> & {readonly looks: readonly unknown[]}): readonly (readonly number[])[] {
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
