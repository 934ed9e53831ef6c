import type {Manifest} from '../formats/manifest.js';
import type {ManifestEntry} from '../formats/entry.js';
import {labelsOf} from '../formats/labels-of.js';
import {readColorMap} from '../formats/color-map.js';
import {isJsonObject, member} from '../base/json.js';
import {backgroundName} from '../raster/colors.js';
import {attributeFor, jobNameFor, taskTags, type JobDefinition, type JobTaskType} from './job.js';

/** A label attribute found in a manifest, and what its classes are called. */
export interface FoundLabels {
  readonly attribute: string;
  readonly taskType: JobTaskType;
  /** By class id; ids that no line names have a stand-in, so that the others keep theirs. */
  readonly classNames: readonly string[];
  /** On how many of the lines looked at. */
  readonly lines: number;
}

/** What the first lines of a manifest say about the job it is for. */
export interface ManifestSummary {
  readonly first: ManifestEntry | undefined;
  readonly kind: 'image' | 'text';
  readonly found: readonly FoundLabels[];
  /** Keys of the lines looked at, in the order they were met: a filter may ask for their values. */
  readonly keys: readonly string[];
  /** References of the lines looked at, for matching pictures. */
  readonly references: readonly string[];
}

/** Enough lines to meet every class of most jobs, few enough to be read while the form opens. */
const linesToRead = 2000;
const pageLength = 250;

/** More keys than a list of suggestions has room for. */
const mostKeys = 200;

const isJobTaskType = (kind: string | undefined): kind is JobTaskType =>
  kind !== undefined && Object.hasOwn(taskTags, kind);

/** Reads the first lines of a manifest and says what is in them. Bad lines are passed over. */
export async function summarise(manifest: Manifest): Promise<ManifestSummary> {
  const found = new Map<string, {taskType: JobTaskType; classes: Map<number, string>; lines: number}>();
  const references: string[] = [];
  const keys = new Set<string>();
  let first: ManifestEntry | undefined;
  for await (const entry of firstEntries(manifest)) {
    first ??= entry;
    for (const key of Object.keys(entry)) if (keys.size < mostKeys) keys.add(key);
    const reference = member(entry, 'source-ref');
    if (typeof reference === 'string') references.push(reference);
    for (const {attribute, kind: taskType} of labelsOf(entry)) {
      if (!isJobTaskType(taskType)) continue;
      const labels = found.get(attribute) ?? {taskType, classes: new Map<number, string>(), lines: 0};
      labels.lines++;
      for (const [id, name] of classesOf(entry, attribute)) labels.classes.set(id, name);
      addMaskClasses(entry, attribute, labels.classes);
      found.set(attribute, labels);
    }
  }
  return {
    first,
    kind: references.length > 0 ? 'image' : 'text',
    references,
    keys: [...keys],
    found: Array.from(found, ([attribute, {taskType, classes, lines}]) => ({
      attribute,
      taskType,
      lines,
      classNames: namesById(classes),
    })),
  };
}

/** The usable lines among the first ones, read some hundred at a time. */
async function* firstEntries(manifest: Manifest): AsyncGenerator<ManifestEntry> {
  const end = Math.min(manifest.lineCount, linesToRead);
  for (let from = 0; from < end; from += pageLength) {
    for (const entry of await manifest.entries(from, Math.min(from + pageLength, end)))
      if (entry.ok) yield entry.value;
  }
}

/** Class ids and names that one line tells: `class-name` of a single label, `class-map` of several. */
function classesOf(entry: ManifestEntry, attribute: string): readonly (readonly [number, string])[] {
  const value = member(entry, attribute);
  const metadata = member(entry, `${attribute}-metadata`) as ManifestEntry | undefined;
  if (!metadata) return [];
  const className = member(metadata, 'class-name');
  if (typeof className === 'string') return [[Number(value), className]];
  const map = member(metadata, 'class-map');
  return map && typeof map === 'object'
    ? Object.entries(map).map(([id, name]) => [Number(id), String(name)])
    : [];
}

/**
 * The classes that the colour map of a mask names, in its order. Ids in it begin with the background, and things of one
 * class have several; so what counts is the order of the names.
 */
function addMaskClasses(entry: ManifestEntry, attribute: string, classes: Map<number, string>): void {
  const metadata = member(entry, `${attribute}-metadata`);
  const map = metadata !== undefined && isJsonObject(metadata) ? readColorMap(metadata) : undefined;
  const known = new Set(classes.values());
  for (const {name} of map ?? []) {
    if (name === backgroundName || known.has(name)) continue;
    classes.set(classes.size, name);
    known.add(name);
  }
}

function namesById(classes: ReadonlyMap<number, string>): readonly string[] {
  const ids = [...classes.keys()].filter((id) => Number.isInteger(id) && id >= 0 && id < 10_000);
  return Array.from({length: Math.max(-1, ...ids) + 1}, (_, id) => classes.get(id) ?? `class ${id}`);
}

/** A definition to start from: the labels found in the manifest, or an empty list to fill. */
export function suggestDefinition(name: string, summary: ManifestSummary): JobDefinition {
  const title = name.replace(/\.(output\.)?(manifest|jsonl|ndjson|json|txt|csv)$/i, '');
  const found = summary.found[0];
  const jobName = jobNameFor(title);
  const taskType = found?.taskType ?? 'classification';
  return {
    title,
    taskType,
    header: '',
    labels: found?.classNames.map((label) => ({label})) ?? [],
    jobName,
    labelAttributeName: attributeFor(jobName, taskType),
    instructions: {short: '', full: ''},
  };
}
