import {encodeUtf8, escapeLoneSurrogates, readSlices} from './read-blob.js';

/** The byte order that the byte-order mark at the beginning of a file tells of; `undefined` for other files. */
export function utf16OrderOf(head: Uint8Array): 'little' | 'big' | undefined {
  if (head[0] === 0xfe && head[1] === 0xff) return 'big';
  if (head[0] !== 0xff || head[1] !== 0xfe) return undefined;
  const isUtf32 = head.length >= 4 && head[2] === 0 && head[3] === 0;
  return isUtf32 ? undefined : 'little';
}

/** The same text in UTF-8, without the byte-order mark. A file cut off within a character gets the byte FF at its end. */
export async function utf8FromUtf16(blob: Blob, order: 'little' | 'big'): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let rest = '';
  let odd: number | undefined;
  for await (const slice of readSlices(blob, 2)) {
    if (odd !== undefined) rest += unitsOf(Uint8Array.of(odd, slice[0] as number), order);
    const body = odd === undefined ? slice : slice.subarray(1);
    odd = body.length % 2 === 1 ? body[body.length - 1] : undefined;
    const text = rest + unitsOf(body, order);
    // The second half of the last character may be in the next slice.
    const keep = /[\ud800-\udbff]$/.test(text) ? 1 : 0;
    rest = text.slice(text.length - keep);
    parts.push(encodeUtf8(escapeLoneSurrogates(text.slice(0, text.length - keep))));
  }
  parts.push(encodeUtf8(escapeLoneSurrogates(rest)));
  if (odd !== undefined) parts.push(Uint8Array.of(0xff));
  return new Blob(parts);
}

function unitsOf(bytes: Uint8Array, order: 'little' | 'big'): string {
  const low = order === 'little' ? 0 : 1;
  const units = new Uint16Array(Math.floor(bytes.length / 2));
  for (let at = 0; at < units.length; at++) {
    units[at] = (bytes[2 * at + low] as number) | ((bytes[2 * at + 1 - low] as number) << 8);
  }
  let text = '';
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
