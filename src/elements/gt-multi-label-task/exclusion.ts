import {isJsonObject, member} from '../../base/json.js';
import {parseLenientJson} from '../../formats/lenient-json.js';
import {AttributeText} from '../shared/given.js';

/** The choice that excludes the others, as crowd templates write it, or just its text. */
export type ExclusionCategory = string | {readonly text: string};

/** The text of an exclusion category however it was given; '' for none. */
export function readExclusion(given: unknown): string {
  if (given instanceof AttributeText) {
    const text = given.text.trim();
    if (!text.startsWith('{')) return text;
    const parsed = parseLenientJson(text);
    return parsed.ok ? readExclusion(parsed.value) : text;
  }
  if (typeof given === 'string') return given.trim();
  if (typeof given !== 'object' || given === null || !isJsonObject(given)) return '';
  const text = member(given, 'text');
  return typeof text === 'string' ? text.trim() : '';
}
