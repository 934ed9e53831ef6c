import {isJsonObject, member, type JsonValue} from './json.js';

/**
 * Readers for plain data that was stored and is read again. Another version, or another program, may have written it:
 * each gives `undefined` for what it does not understand.
 */
export type Reader<T> = (value: JsonValue | undefined) => T | undefined;

/** A number that can be counted with. */
export const numberIn: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const flagIn: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const textIn: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);

/** A number, put between two others. */
export function within(least: number, most: number): Reader<number> {
  return (value) => {
    const number = numberIn(value);
    return number === undefined ? undefined : Math.min(most, Math.max(least, number));
  };
}

/** One of a few values. */
export function oneOf<const T extends JsonValue>(...values: readonly T[]): Reader<T> {
  return (value) => values.find((one) => one === value);
}

/** A list of which every part can be read. */
export function listIn<T>(
  value: JsonValue | undefined,
  read: (part: JsonValue) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parts: T[] = [];
  for (const one of value as readonly JsonValue[]) {
    const part = read(one);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

/** The members of an object that can be read; an empty object for what is none. */
export function membersIn<T extends object>(
  value: JsonValue | undefined,
  readers: {readonly [Key in keyof T]: Reader<T[Key]>},
): Partial<T> {
  const found: Partial<T> = {};
  if (value === undefined || !isJsonObject(value)) return found;
  for (const key of Object.keys(readers) as (keyof T & string)[]) {
    const read = readers[key](member(value, key));
    if (read !== undefined) found[key] = read;
  }
  return found;
}
