/** Anything `JSON.parse` can give. */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** True for `{…}`, false for arrays, `null` and everything else. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own member `key` of `object`. Unlike `object[key]` it never finds `constructor` or other inherited names. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * An object from key–value pairs whose keys come from data. A key `__proto__` becomes an ordinary own member,
 * which an object literal or an assignment would not do.
 */
export function objectFrom<T>(members: Iterable<readonly [string, T]>): {[key: string]: T} {
  return Object.fromEntries(members);
}

/**
 * Copies plain data out of whatever the host page handed over: a framework's reactive proxy, a class instance,
 * an object it will change later. Throws if the value is not JSON.
 */
export function copyJson<T extends JsonValue>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
