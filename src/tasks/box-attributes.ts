import {isJsonObject, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import {warningAt, type Problem} from '../base/result.js';
import type {BoxAttributes, BoxRecord} from '../model/record.js';

/** The answer's list beside the boxes: one object for each, empty where nothing is said. `undefined` for none at all. */
export function attributesOf(records: readonly BoxRecord[]): readonly JsonObject[] | undefined {
  const list = records.map(({attributes}) => attributes ?? {});
  return list.some((attributes) => Object.keys(attributes).length > 0) ? list : undefined;
}

/** What such a list says about the box at `index`. Ticks that are off and empty texts say nothing. */
export function attributesAt(
  list: JsonValue | undefined,
  index: number,
  problems: {add(code: string, make: () => Problem): void},
): BoxAttributes | undefined {
  const said = Array.isArray(list) ? (list as readonly JsonValue[])[index] : undefined;
  if (said === undefined || said === null) return undefined;
  const members: [string, boolean | string][] = [];
  let isReadable = isJsonObject(said);
  for (const [name, value] of isJsonObject(said) ? Object.entries(said) : []) {
    if (value === false || value === '' || value === null) continue;
    if (value === true || typeof value === 'string') members.push([name, value]);
    else isReadable = false;
  }
  if (!isReadable) {
    problems.add('answer/box-attributes', () =>
      warningAt(
        `boxAttributes[${index}]`,
        'answer/box-attributes',
        `The attributes of box ${index + 1} are not all texts or true and false. Those that are not are left out.`,
      ),
    );
  }
  return members.length > 0 ? objectFrom(members) : undefined;
}
