import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {ProblemList} from '../base/problem-list.js';
import {errorAt, warningAt, type Problem} from '../base/result.js';
import type {Label} from '../model/label.js';
import {quote} from './parse-line.js';

/** Collects problems about one attribute. A field is one of the metadata, or `value` or a part of it: `value.x[3]`. */
export class Report {
  readonly #problems = new ProblemList();
  readonly #attribute: string;

  constructor(attribute: string) {
    this.#attribute = attribute;
  }

  get problems(): readonly Problem[] {
    return this.#problems.problems;
  }

  error(field: string, code: string, message: string): void {
    this.add(errorAt(this.#place(field), `label/${code}`, message));
  }

  warning(field: string, code: string, message: string): void {
    this.add(warningAt(this.#place(field), `label/${code}`, message));
  }

  add(problem: Problem): void {
    this.#problems.add(problem.code, () => problem);
  }

  #place(field: string): string {
    if (field === 'value' || field.startsWith('value.')) return this.#attribute + field.slice('value'.length);
    return field === 'metadata' ? `${this.#attribute}-metadata` : `${this.#attribute}-metadata.${field}`;
  }
}

/** 4.1: confidence is a number from 0 to 1. Some published files have none. */
export function checkConfidence(value: JsonValue | undefined, field: string, report: Report): void {
  if (value === undefined) {
    report.warning(
      field,
      'no-confidence',
      `The field "${field}" is missing; one worker's label has the confidence 0.`,
    );
  } else if (!(typeof value === 'number' && value >= 0 && value <= 1)) {
    report.error(field, 'confidence', `The field "${field}" is not a number from 0 to 1.`);
  }
}

/** The class id that a value stands for, or `undefined` with the problem reported. */
export function classIdOf(
  value: JsonValue,
  report: Report,
  {field = 'value', textIsRight = false} = {},
): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) {
    if (!textIsRight)
      report.warning(field, 'id-as-text', `The class id ${quote(value)} is a text; jobs write a number.`);
    return Number(value);
  }
  report.error(
    field,
    'class-id',
    `A class id is a whole number from 0; found ${quote(JSON.stringify(value))}.`,
  );
  return undefined;
}

/** A class must have a name, and the one the list has. */
export function checkName(
  id: number,
  name: JsonValue | undefined,
  field: string,
  labels: readonly Label[] | undefined,
  report: Report,
): void {
  if (typeof name !== 'string' || name === '') {
    report.error(field, 'no-class-name', `There is no class name for the class ${id} in "${field}".`);
    return;
  }
  if (!labels) return;
  const label = labels[id];
  if (!label) {
    report.error(
      'value',
      'unknown-class',
      `There is no class ${id}: the list has ${labels.length} labels, counted from 0.`,
    );
  } else if (label.label !== name) {
    report.error(
      field,
      'class-name',
      `The class ${id} is ${quote(name)} here and ${quote(label.label)} in the label list.`,
    );
  }
}

/** The object under the first of `keys` that is there. */
export function mapOf(metadata: JsonObject, keys: readonly string[], report: Report): JsonObject | undefined {
  const [field = ''] = keys;
  const map = keys.map((key) => member(metadata, key)).find((found) => found !== undefined);
  if (map !== undefined && isJsonObject(map)) return map;
  report.error(field, `no-${field}`, `The metadata has no object "${field}".`);
  return undefined;
}

/** A map of classes names only those that are used. */
export function checkUnused(
  map: JsonObject | undefined,
  used: ReadonlySet<number>,
  field: string,
  report: Report,
): void {
  const extra = Object.keys(map ?? {}).filter((key) => !used.has(Number(key)));
  if (extra.length === 0) return;
  report.error(
    field,
    'unused-class',
    `The "${field}" names classes that are not used: ${extra.slice(0, 5).map(quote).join(', ')}.`,
  );
}
