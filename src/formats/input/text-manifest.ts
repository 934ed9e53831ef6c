import {errorAt, fail, ok, type Result} from '../../base/result.js';
import {blobOf, startOf} from '../manifest.js';
import {decodeUtf8, readBytes, readSlices} from '../read-blob.js';
import {utf16OrderOf, utf8FromUtf16} from '../utf16.js';

/** A manifest made from another file. */
export interface MadeManifest {
  /** One `source` line for each text, ready to be opened or saved. */
  readonly manifest: Blob;
  readonly lineCount: number;
  /** Lines or rows without a text: they give no item. */
  readonly blank: number;
}

/** A manifest for a text file: a `source` line for each line that is not blank. A file of any size. */
export async function manifestOfText(source: Blob | string): Promise<Result<MadeManifest>> {
  const parts = new ManifestParts();
  const blob = await utf8Of(source);
  const start = startOf(await readBytes(blob, 0, Math.min(3, blob.size)));
  let rest = new Uint8Array();
  let lineNumber = 1;
  for await (const slice of readSlices(blob, start)) {
    const whole = joined(rest, slice);
    const end = Math.max(whole.lastIndexOf(10), whole.lastIndexOf(13, whole.length - 2)) + 1;
    const text = decodeUtf8(whole.subarray(0, end));
    if (text === undefined) return fail(notUtf8(lineNumber));
    lineNumber += addLines(text, parts);
    rest = whole.slice(end);
  }
  const text = decodeUtf8(rest);
  if (text === undefined) return fail(notUtf8(lineNumber));
  addLines(text, parts);
  return parts.finish();
}

/** The same file in UTF-8. */
export async function utf8Of(source: Blob | string): Promise<Blob> {
  const blob = blobOf(source);
  const order = utf16OrderOf(await readBytes(blob, 0, Math.min(4, blob.size)));
  return order ? utf8FromUtf16(blob, order) : blob;
}

/** Says of the bytes from a line on that they are something else. */
export function notUtf8(lineNumber: number): ReturnType<typeof errorAt> {
  return {
    ...errorAt(
      `line ${lineNumber}`,
      'import/not-utf8',
      `The file is not UTF-8 after line ${lineNumber}, perhaps Windows-1252 (Latin-1). Save it as UTF-8.`,
    ),
    line: lineNumber,
  };
}

/** Collects the lines of a manifest in large pieces, so that millions of them cost little. */
export class ManifestParts {
  readonly #parts: Blob[] = [];
  #text = '';
  #lineCount = 0;
  #blank = 0;
  readonly #key: 'source' | 'source-ref';

  /** `key` says what the texts are: texts to label, or references of pictures. */
  constructor(key: 'source' | 'source-ref' = 'source') {
    this.#key = key;
  }

  /** Adds an item for a text; a blank one is only counted. */
  add(text: string, others: {readonly [key: string]: string} = {}): void {
    if (text.trim() === '') {
      this.#blank++;
      return;
    }
    this.#text += `${JSON.stringify({[this.#key]: text, ...others})}\n`;
    this.#lineCount++;
    if (this.#text.length > 1024 * 1024) this.#flush();
  }

  finish(): Result<MadeManifest> {
    this.#flush();
    if (this.#lineCount === 0) {
      return fail(errorAt('file', 'import/empty', 'The file has no text to label.'));
    }
    return ok({manifest: new Blob(this.#parts), lineCount: this.#lineCount, blank: this.#blank});
  }

  #flush(): void {
    this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }
}

function addLines(text: string, parts: ManifestParts): number {
  const lines = text.split(/\r\n|\n|\r/);
  // What follows the last line end is the beginning of the next piece.
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) parts.add(line);
  return lines.length;
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
