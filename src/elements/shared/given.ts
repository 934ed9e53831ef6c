import {copyJson, isJsonObject, type JsonObject, type JsonValue} from '../../base/json.js';
import {errorAt, fail, ok, type Problem, type Result} from '../../base/result.js';
import {entryOf, type ManifestEntry} from '../../formats/entry.js';
import {parseLenientJson} from '../../formats/lenient-json.js';
import {parseLine} from '../../formats/parse-line.js';

/** The text of an attribute that has yet to be read, so that a setter can tell it from a string property. */
export class AttributeText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** For `@property` on an accessor: hands attribute text on unread. A removed attribute is `undefined`. */
export const unread = {
  fromAttribute: (text: string | null): AttributeText | undefined =>
    text === null ? undefined : new AttributeText(text),
};

/** True for an entry made by the manifest reader: two equal lines of a file are still two items. */
export function isFromManifest(entry: object): boolean {
  return Object.hasOwn(entry, Symbol.for('gt-elements.line-text'));
}

/** The entry a page handed over, by property or attribute; copied, because the page may change or proxy its own. */
export function readEntry(given: unknown): Result<ManifestEntry | undefined> {
  if (given === undefined || given === null || given === '') return ok(undefined);
  if (given instanceof AttributeText)
    return given.text.trim() === '' ? ok(undefined) : parseEntry(given.text);
  if (!isPlainObject(given)) {
    return fail(
      errorAt(
        'entry',
        'entry/not-an-object',
        `The entry is ${describe(given)}. It must be one manifest line as an object, such as {"source-ref": "https://…"}.`,
      ),
    );
  }
  if (isFromManifest(given) && Object.isFrozen(given)) return ok(given as ManifestEntry);
  const copied = copyOf(given);
  if (!copied.ok || !isJsonObject(copied.value)) {
    return fail(
      errorAt(
        'entry',
        'entry/not-json',
        'The entry holds something that JSON cannot hold. Use only objects, lists, texts, numbers, true, false and null.',
      ),
    );
  }
  return ok(entryOf(copied.value, JSON.stringify(copied.value)));
}

/** Reads an attribute as a manifest line. What is wrong is said of the entry: there is no file with other lines. */
function parseEntry(text: string): Result<ManifestEntry> {
  const read = parseLine(text);
  if (read.ok) return read.warnings ? ok(read.value, read.warnings.map(ofEntry)) : read;
  return fail(...read.problems.map(ofEntry));
}

function ofEntry({code, message, severity}: Problem): Problem {
  const words = message
    .replace(/^Line 1, column (\d+):/, 'The entry, column $1:')
    .replace(/^Line 1\b/, 'The entry')
    .replace('Correct the line; the other lines are not affected.', 'Correct the text of the attribute.')
    .replace('The line is left as it is and cannot be labelled.', 'It cannot be labelled.');
  return {code, at: 'entry', message: words, severity};
}

/** A JSON value a page handed over, copied. `undefined` for nothing; attribute text is read as JSON. */
export function readJson(given: unknown, at: string): Result<JsonValue | undefined> {
  if (given === undefined || given === null) return ok(undefined);
  if (given instanceof AttributeText) {
    if (given.text.trim() === '') return ok(undefined);
    const parsed = parseLenientJson(given.text);
    if (parsed.ok) return parsed;
    return fail(
      errorAt(
        at,
        `${at}/not-json`,
        `The attribute ${at} is not JSON: ${excerpt(given.text)}. Correct its text.`,
      ),
    );
  }
  const copied = copyOf(given);
  if (copied.ok) return copied;
  return fail(
    errorAt(at, `${at}/not-json`, `${at} holds something that JSON cannot hold: ${describe(given)}.`),
  );
}

/** The start of a text, in quotes, for a message. */
export function excerpt(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`;
}

function copyOf(value: unknown): Result<JsonValue> {
  try {
    return ok(copyJson(value as JsonValue));
  } catch {
    return fail();
  }
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${excerpt(value)}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
