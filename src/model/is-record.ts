import {isCount, isFields, isNumber, isText, optional, type Check} from '../base/checks.js';
import type {AnyRecord, Kind, RecordKinds} from './record.js';

const isTrue: Check = (value) => value === true;
const isBox: Check = (value) =>
  isFields(value) && ['left', 'top', 'width', 'height'].every((side) => isNumber(value[side]));

const areAttributes: Check = (value) =>
  isFields(value) && Object.values(value).every((one) => typeof one === 'boolean' || isText(one));

/** What each kind of record has beside id, kind and order. */
const fieldsOf: {
  readonly [K in Kind]: Readonly<Record<Exclude<keyof RecordKinds[K], 'id' | 'kind' | 'order'>, Check>>;
} = {
  choice: {label: isText},
  comment: {text: isText},
  box: {
    label: isText,
    box: isBox,
    read: optional(isBox),
    attributes: optional(areAttributes),
    isSuggestion: optional(isTrue),
  },
  nothing: {},
  region: {number: (value) => isCount(value) && value !== 0, label: isText},
  tile: {column: isCount, row: isCount, runs: (value) => value instanceof Uint8Array},
};

/** True for what can be a record of a document: something read from a file is not taken at its word. */
export function isRecord(value: unknown): value is AnyRecord {
  if (!isFields(value) || !isText(value['id']) || !isNumber(value['order'])) return false;
  const kind = value['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(fieldsOf, kind)) return false;
  return Object.entries<Check>(fieldsOf[kind as Kind]).every(([name, check]) => check(value[name]));
}
