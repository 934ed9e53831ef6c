import {maxReadLine, withoutReturn} from './manifest.js';
import {readSlices} from './read-blob.js';

/** One line of a file that is not blank. */
export interface FileLine {
  /** Counted from 1, blank lines included. */
  readonly lineNumber: number;
  /** Without the line end; `undefined` for a line too long to be read. */
  readonly bytes: Uint8Array | undefined;
}

/** Small enough that reading and checking the lines of one slice does not make a page stutter. */
const sliceSize = 1024 * 1024;

/** The lines of a file from the byte `start`, some at a time, with no more than one slice and one line in memory. */
export async function* readLines(blob: Blob, start: number): AsyncGenerator<readonly FileLine[]> {
  let lineNumber = 1;
  let kept: Uint8Array[] = [];
  let keptLength = 0;
  const finish = (part: Uint8Array): FileLine => {
    const bytes = keptLength + part.length > maxReadLine ? undefined : withoutReturn(joined([...kept, part]));
    kept = [];
    keptLength = 0;
    return {lineNumber, bytes};
  };
  for await (const slice of readSlices(blob, start, blob.size, sliceSize)) {
    const lines: FileLine[] = [];
    let at = 0;
    for (let end; (end = slice.indexOf(10, at)) !== -1; at = end + 1) {
      const line = finish(slice.subarray(at, end));
      if (!line.bytes || !isBlank(line.bytes)) lines.push(line);
      lineNumber++;
    }
    const rest = slice.subarray(at);
    keptLength += rest.length;
    if (keptLength <= maxReadLine) kept.push(rest);
    else kept = [];
    yield lines;
  }
  const last = finish(new Uint8Array());
  if (!last.bytes || !isBlank(last.bytes)) yield [last];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
