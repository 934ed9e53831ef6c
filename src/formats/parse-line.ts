import {isJsonObject, type JsonValue} from '../base/json.js';
import {fail, ok, type Problem, type Result} from '../base/result.js';
import {entryOf, type ManifestEntry} from './entry.js';
import {isFault, nameOf, scanJson, type JsonFault, type JsonScan} from './json-text.js';

/** Ground Truth's limits, in characters. Longer ones are read all the same. */
export const maxLineLength = 100_000;
export const maxAttributeLength = 20_000;

/** Keys with `$` that streaming jobs add themselves. */
const serviceKeys = new Set(['$label-attribute-name-object-id', '$sequencer']);

/**
 * Reads one manifest line strictly and says what is wrong with it, or what is worth knowing about it.
 *
 * The entry is frozen and remembers its text (`textOf`). `lineNumber` is the line of the file, counting from 1.
 */
export function parseLine(text: string, lineNumber = 1): Result<ManifestEntry> {
  const at = `line ${lineNumber}`;
  const problem = (severity: Problem['severity'], code: string, message: string): Problem => ({
    code: `manifest/${code}`,
    at,
    message,
    severity,
    line: lineNumber,
  });
  const warnings: Problem[] = [];

  const {json, stray, offset} = withoutStray(text);
  if (stray !== undefined) {
    warnings.push(
      problem(
        'warning',
        'stray-character',
        `Line ${lineNumber} has ${nameOf(stray)} around its JSON object, which JSON does not allow. It is left out when the line is labelled; remove it from the file.`,
      ),
    );
  }

  const scan = scanJson(json);
  if (isFault(scan)) return fail(faultProblem(scan, lineNumber, offset));
  let value: JsonValue;
  try {
    value = JSON.parse(json) as JsonValue;
  } catch (error) {
    // Only if the scanner and the browser disagree about what JSON is; a property test looks for such a text.
    return fail(problem('error', 'syntax', `Line ${lineNumber} is not valid JSON: ${String(error)}.`));
  }
  if (!isJsonObject(value)) {
    return fail(
      problem(
        'error',
        'not-an-object',
        `Line ${lineNumber} holds ${kindNames[scan.kind]}, not a JSON object. Write each item as {"source-ref": "…"} or {"source": "…"}.`,
      ),
    );
  }

  const sources = sourceProblems(value, lineNumber, problem);
  if (sources.some(({severity}) => severity === 'error')) return fail(...sources);
  warnings.push(
    ...sources,
    ...keyWarnings(scan, lineNumber, problem),
    ...lengthWarnings(scan, json, lineNumber, problem),
  );
  return ok(entryOf(value, json), warnings);
}

type MakeProblem = (severity: Problem['severity'], code: string, message: string) => Problem;

const kindNames = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  word: 'a bare word',
} as const;

/** Takes away invisible characters around the object: editors and web pages leave them there. */
function withoutStray(text: string): {json: string; stray: number | undefined; offset: number} {
  let start = 0;
  let end = text.length;
  let stray: number | undefined;
  for (; start < end && isBlank(text.charCodeAt(start)); start++) stray ??= strayCode(text, start);
  for (; end > start && isBlank(text.charCodeAt(end - 1)); end--) stray ??= strayCode(text, end - 1);
  if (stray === undefined || start === end) return {json: text, stray: undefined, offset: 0};
  return {json: text.slice(start, end), stray, offset: start};
}

/** Of a blank that JSON does not know, its code. */
function strayCode(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  return code > 0x20 ? code : undefined;
}

/** Blanks of JSON, and characters that look like nothing but are none of them. */
function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  return (
    code <= 0x200f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function faultProblem(fault: JsonFault, lineNumber: number, offset: number): Problem {
  const column = fault.offset + offset + 1;
  return {
    code: fault.tooDeep ? 'manifest/too-deep' : 'manifest/syntax',
    at: `line ${lineNumber}`,
    message: fault.tooDeep
      ? `Line ${lineNumber}, column ${column}: ${fault.reason}. The line is left as it is and cannot be labelled.`
      : `Line ${lineNumber}, column ${column}: ${fault.reason}. Correct the line; the other lines are not affected.`,
    severity: 'error',
    line: lineNumber,
    column,
  };
}

function sourceProblems(
  value: {readonly [key: string]: JsonValue},
  line: number,
  problem: MakeProblem,
): Problem[] {
  const present = (['source-ref', 'source'] as const).filter((key) => Object.hasOwn(value, key));
  if (present.length === 0) {
    return [
      problem(
        'error',
        'no-source',
        `Line ${line} has neither "source-ref" nor "source". Add the one that says where the data is.`,
      ),
    ];
  }
  const faults = present.flatMap((key) => {
    const source = value[key] as JsonValue;
    if (typeof source !== 'string') {
      return [
        {
          code: 'source-type',
          message: `Line ${line} has ${describe(source)} as its "${key}"; expected a string.`,
        },
      ];
    }
    if (source.trim() === '') {
      return [
        {code: 'empty-source', message: `Line ${line} has an empty "${key}". Say in it ${purpose[key]}.`},
      ];
    }
    return [];
  });
  const severity = faults.length === present.length ? 'error' : 'warning';
  const problems = faults.map(({code, message}) => problem(severity, code, message));
  if (present.length === 2 && faults.length === 0) {
    problems.push(
      problem(
        'warning',
        'two-sources',
        `Line ${line} has both "source-ref" and "source". "source-ref" is shown; remove the one that is not meant.`,
      ),
    );
  }
  return problems;
}

const purpose = {'source-ref': 'where the data is', source: 'which text to label'} as const;

function describe(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function keyWarnings(scan: JsonScan, line: number, problem: MakeProblem): Problem[] {
  const repeated = scan.duplicateKeys.map((key) =>
    problem(
      'warning',
      'duplicate-key',
      `Line ${line} has the key ${quote(key)} more than once in one object. The last value counts; the line is written back as it is.`,
    ),
  );
  const reserved = [...new Set(scan.members.map(({key}) => key))]
    .filter((key) => key.startsWith('$') && !serviceKeys.has(key))
    .map((key) =>
      problem(
        'warning',
        'dollar-key',
        `Line ${line} has the key ${quote(key)}. Keys that begin with "$" are reserved by Ground Truth; it is kept.`,
      ),
    );
  return [...repeated, ...reserved];
}

function lengthWarnings(scan: JsonScan, json: string, line: number, problem: MakeProblem): Problem[] {
  const warnings: Problem[] = [];
  const length = charactersOver(json, maxLineLength);
  if (length !== undefined) {
    warnings.push(
      problem(
        'warning',
        'long-line',
        `Line ${line} has ${length} characters; Ground Truth takes at most ${maxLineLength}.`,
      ),
    );
  }
  for (const {key, valueStart, valueEnd} of scan.members) {
    if (valueEnd - valueStart <= maxAttributeLength) continue;
    const raw = json.slice(valueStart, valueEnd);
    const long = charactersOver(raw.startsWith('"') ? (JSON.parse(raw) as string) : raw, maxAttributeLength);
    if (long === undefined) continue;
    warnings.push(
      problem(
        'warning',
        'long-attribute',
        `Line ${line} has ${long} characters in ${quote(key)}; Ground Truth takes at most ${maxAttributeLength} in one attribute.`,
      ),
    );
  }
  return warnings;
}

/** How many characters (code points) `text` has, if they are more than `limit`. */
function charactersOver(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined;
  let count = 0;
  for (let at = 0; at < text.length; count++) at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return count > limit ? count : undefined;
}

/** A key as part of a sentence: shortened, with control characters visible. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `"${short.replace(/[\p{C}\u2028\u2029]/gu, (character) => nameOf(character.codePointAt(0) as number))}"`;
}
