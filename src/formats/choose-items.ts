import {isJsonObject, member} from '../base/json.js';
import type {ManifestEntry} from './entry.js';
import {labelsOf} from './labels-of.js';
import type {Manifest} from './manifest.js';

/** Which lines of a manifest may be in a job. */
export type ItemFilter =
  | {readonly kind: 'all'}
  /** Lines that nobody has labelled under this attribute; objects that failed are such. */
  | {readonly kind: 'unlabelled'; readonly attribute: string}
  | {readonly kind: 'equals' | 'contains'; readonly key: string; readonly text: string};

/** How many of them are taken. */
export type ItemAmount =
  | {readonly kind: 'all'}
  | {readonly kind: 'first'; readonly count: number}
  /** The same seed takes the same lines of the same manifest. */
  | {readonly kind: 'sample'; readonly count: number; readonly seed: number};

/** The items of a job: those a filter lets through, and of these all, the first or a random sample. */
export interface ItemChoice {
  readonly filter: ItemFilter;
  readonly amount: ItemAmount;
}

export const everyItem: ItemChoice = {filter: {kind: 'all'}, amount: {kind: 'all'}};

/** True when nothing is left out. */
export const takesEverything = ({filter, amount}: ItemChoice): boolean =>
  filter.kind === 'all' && amount.kind === 'all';

/** Lines that are read together while a filter looks at them. */
const pageLength = 512;

/** The items that are chosen, ascending. `rest` is called between pages and may wait. */
export async function chooseItems(
  manifest: Pick<Manifest, 'lineCount' | 'entries'>,
  {filter, amount}: ItemChoice,
  rest?: () => Promise<void>,
): Promise<Uint32Array> {
  const most = amount.kind === 'first' ? wholeCount(amount.count) : Infinity;
  const passed = await filtered(manifest, filter, most, rest);
  return amount.kind === 'sample' ? sampleOf(passed, wholeCount(amount.count), amount.seed) : passed;
}

async function filtered(
  manifest: Pick<Manifest, 'lineCount' | 'entries'>,
  filter: ItemFilter,
  most: number,
  rest?: () => Promise<void>,
): Promise<Uint32Array> {
  const {lineCount} = manifest;
  if (filter.kind === 'all')
    return Uint32Array.from({length: Math.min(lineCount, most)}, (_, index) => index);
  const passed: number[] = [];
  for (let first = 0; first < lineCount && passed.length < most; first += pageLength) {
    const entries = await manifest.entries(first, Math.min(first + pageLength, lineCount));
    for (const [at, entry] of entries.entries())
      // A line that cannot be read has no value that a filter could ask for.
      if (entry.ok && passed.length < most && passes(entry.value, filter)) passed.push(first + at);
    await rest?.();
  }
  return Uint32Array.from(passed);
}

function passes(entry: ManifestEntry, filter: Exclude<ItemFilter, {kind: 'all'}>): boolean {
  if (filter.kind === 'unlabelled') {
    const {attribute} = filter;
    return !labelsOf(entry).some(
      (label) => label.attribute === attribute && label.failureReason === undefined,
    );
  }
  const value = member(entry, filter.key);
  if (value === undefined) return false;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (filter.kind === 'equals') return text === filter.text;
  return text.toLowerCase().includes(filter.text.toLowerCase());
}

const wholeCount = (count: number): number => (count >= 1 ? Math.floor(count) : 0);

/** `count` of the items, every set of them as likely as any other, in their order. */
export function sampleOf(items: Uint32Array, count: number, seed: number): Uint32Array {
  if (count >= items.length) return items;
  const random = randomFrom(seed);
  const shuffled = items.slice();
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (shuffled.length - at));
    const taken = shuffled[other] as number;
    shuffled[other] = shuffled[at] as number;
    shuffled[at] = taken;
  }
  return shuffled.slice(0, count).sort();
}

/** Numbers from 0 to 1, the same for the same seed in every browser and release (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** More stretches than this are copied together; fewer stay parts of the file and cost nothing. */
const mostParts = 256;

/** A manifest of the items alone: their lines byte for byte, in their order. */
export async function manifestOfItems(
  manifest: Pick<Manifest, 'blob' | 'range'>,
  items: Uint32Array,
): Promise<Blob> {
  const stretches = stretchesOf(manifest, items);
  if (stretches.length <= mostParts)
    return new Blob(stretches.map(({start, end}) => manifest.blob.slice(start, end)));
  return new Blob(await copied(manifest.blob, stretches));
}

interface Stretch {
  readonly start: number;
  end: number;
}

function stretchesOf(manifest: Pick<Manifest, 'range'>, items: Uint32Array): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const item of items) {
    const {start, end} = manifest.range(item);
    const last = stretches.at(-1);
    if (last?.end === start) last.end = end;
    else stretches.push({start, end});
  }
  return stretches;
}

/** Stretches of a file, read in windows so that thousands of them are a few reads. */
async function copied(blob: Blob, stretches: readonly Stretch[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const windowSize = 4 * 1024 * 1024;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let first = 0; first < stretches.length;) {
    const from = stretches[first]!.start;
    let last = first;
    while (last + 1 < stretches.length && stretches[last + 1]!.end - from <= windowSize) last++;
    const bytes = new Uint8Array(await blob.slice(from, stretches[last]!.end).arrayBuffer());
    const inside = stretches.slice(first, last + 1);
    const whole = new Uint8Array(inside.reduce((sum, {start, end}) => sum + end - start, 0));
    let at = 0;
    for (const {start, end} of inside) {
      whole.set(bytes.subarray(start - from, end - from), at);
      at += end - start;
    }
    parts.push(whole);
    first = last + 1;
  }
  return parts;
}

/** True for what can be a choice: stored drafts are not taken at their word. */
export function isItemChoice(value: unknown): value is ItemChoice {
  if (!isRecord(value) || !isRecord(value['filter']) || !isRecord(value['amount'])) return false;
  const {filter, amount} = value;
  const texts = {all: [], unlabelled: ['attribute'], equals: ['key', 'text'], contains: ['key', 'text']};
  const numbers = {all: [], first: ['count'], sample: ['count', 'seed']};
  return hasMembers(filter, texts, 'string') && hasMembers(amount, numbers, 'number');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => isJsonObject(value as never);

function hasMembers(
  value: Readonly<Record<string, unknown>>,
  kinds: Readonly<Record<string, readonly string[]>>,
  type: 'string' | 'number',
): boolean {
  const kind = value['kind'];
  const wanted = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return wanted?.every((name) => typeof value[name] === type) ?? false;
}
