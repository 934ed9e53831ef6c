import {isJsonObject, type JsonValue} from '../base/json.js';
import type {Problem} from '../base/result.js';
import {nameOfShape} from './json-shapes.js';
import {decodeForShow, readBytes} from './read-blob.js';

/** Documents larger than this are not read as a whole to be named. */
const maxDocument = 16 * 1024 * 1024;

/** How many lines are looked at for one that says what it labels. */
const maxTried = 200;

const signatures: readonly (readonly [name: string, bytes: readonly number[], offset?: number])[] = [
  ['a gzip archive', [0x1f, 0x8b]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP image', [0x57, 0x45, 0x42, 0x50], 8],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['an MP4 video', [0x66, 0x74, 0x79, 0x70], 4],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
];

/**
 * Says in one sentence that a file is no manifest but something else; `undefined` when its lines should be tried.
 *
 * Decided by content, never by name: real manifests end in `.manifest`, `.jsonl` and `.json`, and one bad line
 * does not make a file something else. `head` is the beginning of `blob`.
 */
export async function otherKindOf(head: Uint8Array, blob: Blob): Promise<Problem | undefined> {
  if (blob.size === 0) return emptyFile;
  const signature = signatures.find(([, bytes, offset = 0]) =>
    bytes.every((byte, at) => head[offset + at] === byte),
  );
  if (signature) return otherKind(`looks like ${signature[0]}`);
  const encoding = foreignEncoding(head);
  if (encoding) {
    return problem(
      'manifest/encoding',
      `The file looks like ${encoding}. A manifest is UTF-8; save it as UTF-8.`,
    );
  }
  const {text, whole} = await textFor(head, blob);
  if (text.trim() === '') return whole ? emptyFile : undefined;
  return otherText(text, whole, blob);
}

/** What is said of files without an item. */
export const emptyFile: Problem = problem(
  'manifest/empty',
  'The file has no entries. A manifest has one JSON object on each line.',
);

function problem(code: string, message: string): Problem {
  return {code, at: 'file', message, severity: 'error', line: 1};
}

function otherKind(
  found: string,
  advice = 'Choose the manifest: it has one JSON object on each line.',
): Problem {
  return problem('manifest/not-a-manifest', `The file ${found}, not a manifest. ${advice}`);
}

function foreignEncoding(head: Uint8Array): string | undefined {
  const is = (...bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (is(0xff, 0xfe, 0, 0) || is(0, 0, 0xfe, 0xff)) return 'UTF-32';
  const length = Math.min(head.length, 1024) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  if (length < 4 || Math.max(even, odd) < length / 8) return undefined;
  return even > 0 && odd > 0
    ? even + odd > length / 2
      ? 'UTF-32'
      : 'binary data'
    : 'UTF-16 without a byte-order mark';
}

/** The head as text; the whole file when it is not large and its first line is longer than the head. */
async function textFor(head: Uint8Array, blob: Blob): Promise<{text: string; whole: boolean}> {
  if (head.length >= blob.size) return {text: decodeForShow(head), whole: true};
  const end = head.lastIndexOf(10);
  if (end !== -1) return {text: decodeForShow(head.subarray(0, end)), whole: false};
  if (blob.size > maxDocument) return {text: decodeForShow(head), whole: false};
  return {text: decodeForShow(await readBytes(blob, 0, blob.size)), whole: true};
}

async function otherText(text: string, isWhole: boolean, blob: Blob): Promise<Problem | undefined> {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = ''] = lines;
  const value = parsed(first);
  const begins = value === undefined && /^[{[]/.test(first);
  // Before single lines are tried: in an array over several lines the last element looks like an item.
  const whole = begins ? await wholeDocument(blob) : undefined;
  if (whole !== undefined) return otherDocument(whole);
  if (lines.slice(0, maxTried).some(isEntry)) return undefined;
  if (value !== undefined) return otherValue(value, lines.length === 1 && isWhole);

  const pieces = first.split('\r').filter((piece) => piece.trim() !== '');
  if (lines.length === 1 && pieces.length > 1 && isJsonObject(parsed(pieces[0] as string))) {
    return problem(
      'manifest/line-ends',
      'The file ends its lines with carriage returns (CR) only, as very old programs do. Save it with LF or CRLF line ends.',
    );
  }
  if (begins) {
    const goesOn = lines.length > 1 ? /[{[,]$/.test(first) : first.startsWith('[') && !isWhole;
    return goesOn ? otherDocument(first.startsWith('[') ? [] : {}) : undefined;
  }
  if (first.startsWith('<')) return otherKind('looks like a web page or an XML file');
  const rows = lines.length > 1 ? lines : pieces;
  if (rows.length < 2 || rows.some((row) => /^[{[]/.test(row))) return undefined;
  const delimiter = [',', ';', '\t'].find((mark) => isTable(rows, mark));
  return delimiter
    ? otherKind('looks like a table (CSV)', 'Make a manifest of it first: each row becomes an item.')
    : otherKind('looks like plain text', 'Make a manifest of it first: each line becomes an item.');
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function isEntry(line: string): boolean {
  if (!line.includes('"source')) return false;
  const value = parsed(line);
  return isJsonObject(value) && (Object.hasOwn(value, 'source') || Object.hasOwn(value, 'source-ref'));
}

function otherValue(value: JsonValue, isOnly: boolean): Problem | undefined {
  const name = nameOfShape(value);
  if (name) return otherKind(`looks like ${name}`);
  if (Array.isArray(value) && isOnly)
    return otherKind('is a JSON array', 'Write each element on a line of its own.');
  return undefined;
}

/** The value of a file that is one JSON text over several lines. */
async function wholeDocument(blob: Blob): Promise<JsonValue | undefined> {
  if (blob.size > maxDocument) return undefined;
  return parsed(decodeForShow(await readBytes(blob, 0, blob.size)).replace(/^\ufeff/, ''));
}

function otherDocument(value: JsonValue): Problem {
  const name = nameOfShape(value);
  if (name) return otherKind(`looks like ${name}`);
  return Array.isArray(value)
    ? otherKind('is a JSON array', 'Write each element on a line of its own.')
    : otherKind('is JSON spread over several lines', 'Write each object on one line.');
}

function isTable(rows: readonly string[], delimiter: string): boolean {
  const counts = rows.slice(0, 5).map((row) => row.replace(/"[^"]*"/g, '').split(delimiter).length);
  return (counts[0] as number) > 1 && counts.every((count) => count === counts[0]);
}
