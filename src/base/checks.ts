import {isJsonObject} from './json.js';

/**
 * Checks for data that comes out of a file or another program, before it is taken at its word. Each says yes or no; the
 * readers of `json-readers.ts` give what they could read instead.
 */
export type Check = (value: unknown) => boolean;

/** An object whose members are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => isJsonObject(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
/** A number of things: 0, 1, 2 … */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** A list of which every part passes. */
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((part) => check(part));

/** Left out, or it passes. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
