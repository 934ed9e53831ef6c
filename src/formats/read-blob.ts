/** Large enough that asking for a slice costs nothing beside reading it, small enough to scan in a few milliseconds. */
export const sliceSize = 4 * 1024 * 1024;

/** The bytes `start` to `end` of a file. Throws when the file gives fewer: it was changed or taken away. */
export async function readBytes(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
  if (bytes.length !== end - start) {
    throw new Error(`Bytes ${start} to ${end} of the file were asked for, and only ${bytes.length} came.`);
  }
  return bytes;
}

/**
 * The bytes of a file in order, a slice at a time. The next slice is on its way while one is looked at.
 *
 * Slices and not `blob.text()`: above about 537 million characters Chromium gives an empty text without an error.
 */
export async function* readSlices(
  blob: Blob,
  start = 0,
  end = blob.size,
  size = sliceSize,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = (from: number) => {
    const bytes = readBytes(blob, from, Math.min(from + size, end));
    // A reader that stops early never waits for the slice on its way.
    bytes.catch(() => {});
    return bytes;
  };
  let next = start < end ? read(start) : undefined;
  for (let at = start; next; at += size) {
    const bytes: Uint8Array<ArrayBuffer> = await next;
    next = at + size < end ? read(at + size) : undefined;
    yield bytes;
  }
}

/**
 * The bytes of a file in order, in one buffer that is filled again and again: each chunk is good until the next is
 * asked for. Half the time of {@link readSlices} where the file can be read so, and it may keep a thread busy.
 */
export async function* readChunks(blob: Blob, start = 0): AsyncGenerator<Uint8Array> {
  const reader = byteReader(blob.slice(start));
  if (!reader) {
    yield* readSlices(blob, start);
    return;
  }
  let buffer = new ArrayBuffer(sliceSize);
  for (;;) {
    const {done, value} = await reader.read(new Uint8Array(buffer));
    if (done) return;
    yield value;
    buffer = value.buffer;
  }
}

function byteReader(blob: Blob) {
  try {
    return blob.stream().getReader({mode: 'byob'});
  } catch {
    // Not every browser fills given buffers from files.
    return undefined;
  }
}

const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const tolerant = new TextDecoder('utf-8', {ignoreBOM: true});
const encoder = new TextEncoder();

/** The text of UTF-8 bytes; `undefined` when they are something else. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of bytes with U+FFFD for what is not UTF-8. Only to be shown: it must never be written back. */
export function decodeForShow(bytes: Uint8Array): string {
  return tolerant.decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/**
 * Half surrogate pairs as JSON escapes. UTF-8 has no form for them: an encoder would put U+FFFD in their place.
 * Inside the strings of a JSON text, the only place where they can stand, the escape means the same.
 */
export function escapeLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}
