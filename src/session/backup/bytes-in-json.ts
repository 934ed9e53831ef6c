import {base64Of, bytesOfBase64} from '../../base/base64.js';
import {objectFrom} from '../../base/json.js';

/** The only member of an object that stands for bytes. Members of data that begin with `$` get one more. */
const bytesKey = '$bytes';

/** Plain data that may hold bytes, as one line of JSON. */
export function lineOf(value: unknown): string {
  return JSON.stringify(packed(value));
}

/** What {@link lineOf} made a line of. Throws a `SyntaxError` for what is no JSON. */
export function valueOf(line: string): unknown {
  return unpacked(JSON.parse(line));
}

function packed(value: unknown): unknown {
  if (value instanceof Uint8Array) return {[bytesKey]: base64Of(value)};
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return objectFrom(
    Object.entries(value).map(([key, inner]) => [key.startsWith('$') ? `$${key}` : key, packed(inner)]),
  );
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first?.[0] === bytesKey && typeof first[1] === 'string') {
    return bytesOfBase64(first[1]);
  }
  return objectFrom(
    members.map(([key, inner]) => [key.startsWith('$$') ? key.slice(1) : key, unpacked(inner)]),
  );
}
