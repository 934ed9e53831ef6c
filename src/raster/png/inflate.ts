import {errorAt, fail, ok, type Result} from '../../base/result.js';
import {pause} from '../pause.js';

/** Bytes unpacked between two pauses: some milliseconds of work for whoever takes them. */
const bytesPerTurn = 1 << 20;

/**
 * Unpacks a zlib stream of exactly `size` bytes and hands them on in pieces, in order. It stops at the first byte too
 * many, so that no file takes more memory or time than its header says.
 */
export async function inflate(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  size: number,
  take: (piece: Uint8Array) => void,
): Promise<Result<undefined>> {
  const {readable, writable} = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  // What goes wrong here is told by the reading end.
  const ignored = () => undefined;
  const part = partSize(pieces, size);
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += part)
      writer.write(piece.subarray(at, at + part)).catch(ignored);
  }
  writer.close().catch(ignored);
  const reader = readable.getReader();
  let taken = 0;
  let sincePause = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      taken += step.value.length;
      if (taken > size) {
        reader.cancel().catch(ignored);
        return fail(
          errorAt(
            'mask',
            'png/too-much-data',
            `The PNG file holds more than the ${size} bytes its header speaks of. It is damaged.`,
          ),
        );
      }
      take(step.value);
      sincePause += step.value.length;
      if (sincePause < bytesPerTurn) continue;
      sincePause = 0;
      await pause();
    }
  } catch {
    return fail(
      errorAt(
        'mask',
        'png/data',
        'The pixels of the PNG file cannot be unpacked. The file is damaged; fetch or export it again.',
      ),
    );
  }
  if (taken < size)
    return fail(
      errorAt(
        'mask',
        'png/truncated',
        `The PNG file holds ${taken} bytes of pixels and should hold ${size}. It is damaged; fetch it again.`,
      ),
    );
  return ok(undefined);
}

/** Browsers unpack what they are given at once: given a little, they keep little in memory and never hold up the page. */
function partSize(pieces: readonly Uint8Array[], size: number): number {
  const packed = pieces.reduce((sum, {length}) => sum + length, 0);
  return Math.max(512, Math.floor((packed * bytesPerTurn) / size));
}
