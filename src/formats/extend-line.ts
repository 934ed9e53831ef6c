import type {JsonValue} from '../base/json.js';
import {isFault, scanJson} from './json-text.js';
import {keepSpelling} from './keep-spelling.js';

/**
 * The line with some members set: those it has keep their place and get the new value, the others come at the end.
 * Parts of a list or an object that are the same as before keep their spelling (see `keepSpelling`).
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
  const values = new Map(members);
  let result = '';
  let copied = 0;
  const present = new Set<string>();
  for (const {key, valueStart, valueEnd} of scan.members) {
    if (!values.has(key)) continue;
    const value = values.get(key) as JsonValue;
    present.add(key);
    result +=
      text.slice(copied, valueStart) + json(key, keepSpelling(value, text.slice(valueStart, valueEnd)));
    copied = valueEnd;
  }
  const added = [...values].filter(([key]) => !present.has(key));
  if (added.length === 0) return result + text.slice(copied);
  const end = scan.members.at(-1)?.valueEnd ?? text.indexOf('{') + 1;
  const tail = added
    .map(([key, value]) => `${JSON.stringify(key)}:${json(key, JSON.stringify(value))}`)
    .join(',');
  const comma = scan.members.length > 0 ? ',' : '';
  return result + text.slice(copied, end) + comma + tail + text.slice(end);
}

function json(key: string, text: string | undefined): string {
  if (text === undefined) throw new TypeError(`The value for the key "${key}" is not JSON.`);
  return text;
}
