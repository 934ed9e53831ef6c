import type {JsonValue} from '../base/json.js';
import {isFault, scanJson} from './json-text.js';

/**
 * The line with some members set: those it has keep their place and get the new value, the others come at the end.
 *
 * Works on the text, so everything else stays as it was, character for character: `1.0`, 20-digit integers, `-0`,
 * `1e400`, the order of keys, spacing, escapes, repeated keys. A key that stands twice gets the value twice, so
 * that every reader sees it. Throws when `text` is not a JSON object: take it from an entry that was read.
 */
export function extendLine(
  text: string,
  members: readonly (readonly [key: string, value: JsonValue])[],
): string {
  const scan = scanJson(text);
  if (isFault(scan) || scan.kind !== 'object') {
    throw new TypeError(`extendLine was given a text that is not a JSON object: ${text.slice(0, 80)}`);
  }
  const values = new Map(members.map(([key, value]) => [key, compact(key, value)]));
  let result = '';
  let copied = 0;
  const present = new Set<string>();
  for (const {key, valueStart, valueEnd} of scan.members) {
    const value = values.get(key);
    if (value === undefined) continue;
    present.add(key);
    result += text.slice(copied, valueStart) + value;
    copied = valueEnd;
  }
  const added = [...values].filter(([key]) => !present.has(key));
  if (added.length === 0) return result + text.slice(copied);
  const end = scan.members.at(-1)?.valueEnd ?? text.indexOf('{') + 1;
  const tail = added.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',');
  const comma = scan.members.length > 0 ? ',' : '';
  return result + text.slice(copied, end) + comma + tail + text.slice(end);
}

function compact(key: string, value: JsonValue): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`The value for the key "${key}" is not JSON: ${String(value)}`);
  return json;
}
