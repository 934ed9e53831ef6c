import {isJsonObject, member, type JsonValue} from '../../base/json.js';
import {warningAt, type Problem} from '../../base/result.js';
import type {BoxAttribute} from '../../tasks/task.js';

const types = new Set<unknown>(['boolean', 'choice', 'text']);

/**
 * The attributes of boxes from what a page gave: names, which stand for ticks, or whole {@link BoxAttribute} objects.
 * What cannot be used is left out and told.
 */
export function readBoxAttributes(given: JsonValue | undefined): {
  readonly attributes: readonly BoxAttribute[];
  readonly problems: readonly Problem[];
} {
  if (given === undefined) return {attributes: [], problems: []};
  if (!Array.isArray(given)) return {attributes: [], problems: [unusable('box-attributes', 'not a list')]};
  const problems: Problem[] = [];
  const attributes = new Map<string, BoxAttribute>();
  for (const [index, item] of (given as readonly JsonValue[]).entries()) {
    const read = readOne(item);
    if (typeof read === 'string') problems.push(unusable(`box-attributes[${index}]`, read));
    else if (attributes.has(read.name)) problems.push(unusable(`box-attributes[${index}]`, 'there already'));
    else attributes.set(read.name, read);
  }
  return {attributes: [...attributes.values()], problems};
}

/** One attribute, or what is wrong with it. */
function readOne(item: JsonValue): BoxAttribute | string {
  if (typeof item === 'string' && item !== '') return {name: item, type: 'boolean'};
  if (!isJsonObject(item)) return 'neither a name nor an object';
  const name = member(item, 'name');
  const label = member(item, 'label');
  const type = member(item, 'type') ?? 'boolean';
  const options = member(item, 'options');
  if (typeof name !== 'string' || name === '') return 'without a "name"';
  if (!types.has(type)) return 'of a type other than "boolean", "choice" and "text"';
  const texts = Array.isArray(options) ? options.filter((option) => typeof option === 'string') : [];
  if (type === 'choice' && texts.length === 0) return 'a choice without "options"';
  return {
    name,
    type: type as BoxAttribute['type'],
    ...(typeof label === 'string' && label !== '' && {label}),
    ...(type === 'choice' && {options: texts}),
    ...(member(item, 'required') === true && {required: true}),
  };
}

function unusable(at: string, what: string): Problem {
  return warningAt(
    at,
    'box-attributes/unusable',
    `The attribute of boxes at ${at} is ${what}, and is left out. Write a name, or {"name": "…", "type": "choice", "options": ["…"]}.`,
  );
}
