import {isJsonObject, type JsonObject, type JsonValue} from '../base/json.js';

/** One input manifest line as an object: every key of the line, known or not, in the order of the line. */
export type ManifestEntry = JsonObject;

/** Under this key an entry that was read from a line keeps the line's text. Not enumerable: it is never written. */
const lineText = Symbol.for('gt-elements.line-text');

/** The text of the entry's line; for an entry made by hand, compact JSON of its fields. */
export function textOf(entry: ManifestEntry): string {
  const text = (entry as {readonly [lineText]?: unknown})[lineText];
  return typeof text === 'string' ? text : JSON.stringify(entry);
}

/** Makes an entry of a line's value: frozen to the bottom, with the text it came from. */
export function entryOf(value: JsonObject, text: string): ManifestEntry {
  Object.defineProperty(value, lineText, {value: text});
  freeze(value);
  return value;
}

function freeze(value: JsonValue): void {
  if (typeof value !== 'object' || value === null) return;
  for (const part of Array.isArray(value) ? value : Object.values(value)) freeze(part);
  Object.freeze(value);
}

/** What an entry points at: `source-ref` is an address, `source` is the text itself. */
export interface Source {
  readonly key: 'source-ref' | 'source';
  readonly value: string;
}

/** The source of an entry; the address wins when it has both. `undefined` when it has none that can be used. */
export function sourceOf(entry: ManifestEntry): Source | undefined {
  for (const key of ['source-ref', 'source'] as const) {
    const value = isJsonObject(entry) && Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return {key, value};
  }
  return undefined;
}

/** What a person needs to see or hear an entry. */
export type Medium = 'image' | 'text' | 'video' | 'audio' | 'document' | 'sequence' | 'point-cloud';

const mediumByExtension = new Map<string, Medium>([
  ...(['mp4', 'ogg', 'ogv', 'webm', 'mov', 'm4v'] as const).map((name) => [name, 'video'] as const),
  ...(['mp3', 'wav', 'flac', 'm4a', 'aac', 'oga', 'opus'] as const).map((name) => [name, 'audio'] as const),
  ['pdf', 'document'],
  ['json', 'sequence'],
  ['bin', 'point-cloud'],
  ['pcd', 'point-cloud'],
  ['txt', 'point-cloud'],
]);

/** The medium of an entry, by its keys and the extension of its address. An unknown extension is taken for an image. */
export function mediumOf(entry: ManifestEntry): Medium {
  const source = sourceOf(entry);
  if (source?.key === 'source') return 'text';
  return mediumByExtension.get(extensionOf(source?.value ?? '')) ?? 'image';
}

/** The extension of an address or file name, in lower case and without the dot; '' when there is none. */
export function extensionOf(address: string): string {
  const path =
    /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^s3:/i.test(address)
      ? address.replace(/[?#].*$/s, '')
      : address;
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
