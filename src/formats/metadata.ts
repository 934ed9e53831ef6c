import {member, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';

/** What a job adds to each label. */
export interface JobFacts {
  /** Such as `groundtruth/image-classification`. */
  readonly type: string;
  /** With or without the prefix `labeling-job/`. */
  readonly jobName: string;
  /** When the label was made: milliseconds since 1970-01-01 UTC, fractions kept to the microsecond. */
  readonly createdAt: number;
}

/** Key orders of real output files: for one class, for several, and for everything else. Nothing may depend on them. */
const orders = {
  oneClass: ['class-name', 'job-name', 'confidence', 'type', 'human-annotated', 'creation-date'],
  classes: ['job-name', 'class-map', 'human-annotated', 'creation-date', 'confidence-map', 'type'],
  other: ['type', 'human-annotated', 'creation-date', 'job-name', 'adjustment-status'],
} as const;

/** The metadata of a label made by a person: the task's own members and the job's facts, in the order of real files. */
export function metadataOf(own: JsonObject, {type, jobName, createdAt}: JobFacts): JsonObject {
  const members: JsonObject = {
    ...own,
    type,
    'human-annotated': 'yes',
    'creation-date': creationDate(createdAt),
    'job-name': jobNameInMetadata(jobName),
  };
  const order = Object.hasOwn(own, 'class-name')
    ? orders.oneClass
    : Object.hasOwn(own, 'confidence-map')
      ? orders.classes
      : orders.other;
  const isOrdered = new Set<string>(order);
  const others = Object.keys(members).filter((key) => !isOrdered.has(key));
  const keys = order === orders.other ? [...others, ...order] : [...order, ...others];
  return objectFrom(
    keys.flatMap((key): [string, JsonValue][] => {
      const value = member(members, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** `2024-05-02T10:11:12.345678`: UTC with microseconds and without a zone, as jobs write it. */
export function creationDate(timeMs: number): string {
  const whole = Math.floor(timeMs);
  const micros = Math.min(999, Math.floor((timeMs - whole) * 1000));
  return `${new Date(whole).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}`;
}

/**
 * The time a `creation-date` tells of, in milliseconds since 1970; `undefined` when it cannot be read.
 * Takes what real files have: microseconds or milliseconds, with or without a zone (then it is UTC), and the text of
 * a JavaScript date.
 */
export function readCreationDate(text: string): number | undefined {
  const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (iso) {
    const zone = (iso[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
    const time = Date.parse(`${iso[1]}${zone}`) + Number(`0${iso[2] ?? ''}`) * 1000;
    return Number.isNaN(time) ? undefined : time;
  }
  const time = Date.parse(text.replace(/\s*\([^)]*\)$/, ''));
  return Number.isNaN(time) ? undefined : time;
}

const prefix = 'labeling-job/';

/** The `job-name` of metadata: `labeling-job/` and the job's name in lower case. */
export function jobNameInMetadata(jobName: string): string {
  const lower = jobName.toLowerCase();
  return lower.startsWith(prefix) ? lower : prefix + lower;
}
