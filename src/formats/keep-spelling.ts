import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {isFault, scanJson} from './json-text.js';

/**
 * The JSON of `value`, which takes the place of `text`. What has not changed keeps its spelling: members of objects by
 * their keys, items of lists wherever they stand now. So a box nobody touched stays `12.0` or `1e2` when others around
 * it change. A value that is the same as a whole comes out as `text`, character for character.
 *
 * `text` must be JSON. Undefined for what is not JSON, as `JSON.stringify` gives it.
 */
export function keepSpelling(value: JsonValue, text: string): string | undefined {
  return respelled(value, JSON.parse(text) as JsonValue, text);
}

function respelled(value: JsonValue, before: JsonValue, text: string): string | undefined {
  const json = JSON.stringify(value) as string | undefined;
  if (typeof value !== 'object' || value === null) return json;
  if (json === JSON.stringify(before)) return text;
  if (Array.isArray(value) && Array.isArray(before)) return list(value as readonly JsonValue[], before, text);
  return isJsonObject(value) && isJsonObject(before) ? object(value, before, text) : json;
}

function object(value: JsonObject, before: JsonObject, text: string): string {
  const scan = scanJson(text);
  const spelled = new Map(
    isFault(scan)
      ? []
      : scan.members.map(({key, valueStart, valueEnd}) => [key, text.slice(valueStart, valueEnd)]),
  );
  const members = Object.entries(value).map(([key, part]) => {
    const old = spelled.get(key);
    const known = member(before, key);
    return `${JSON.stringify(key)}:${old === undefined || known === undefined ? JSON.stringify(part) : inObject(part, known, old)}`;
  });
  return `{${members.join(',')}}`;
}

function inObject(value: JsonValue, before: JsonValue, text: string): string | undefined {
  const isScalar = typeof value !== 'object' || value === null;
  return isScalar && value === before ? text : respelled(value, before, text);
}

/** Equal items are given their texts in the order of the old list. */
function list(value: readonly JsonValue[], before: readonly JsonValue[], text: string): string {
  const scan = scanJson(text);
  const spelled = new Map<string, string[]>();
  if (!isFault(scan)) {
    for (const [index, {start, end}] of [...scan.items.entries()].reverse()) {
      const key = JSON.stringify(before[index]);
      const same = spelled.get(key);
      if (same) same.push(text.slice(start, end));
      else spelled.set(key, [text.slice(start, end)]);
    }
  }
  const items = value.map((item) => {
    const json = JSON.stringify(item);
    return spelled.get(json)?.pop() ?? json;
  });
  return `[${items.join(',')}]`;
}
