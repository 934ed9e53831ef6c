import {crc32} from './checksums.js';

/** The eight bytes every PNG file begins with. */
export const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Part of a PNG file: four letters, and what they announce. */
export interface Chunk {
  readonly type: string;
  /** In pieces that follow each other. */
  readonly data: readonly Uint8Array[];
}

/** A PNG file of these chunks. */
export function pngOf(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const sizes = chunks.map(({data}) => data.reduce((sum, piece) => sum + piece.length, 0));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size + 12, signature.length));
  const view = new DataView(bytes.buffer);
  bytes.set(signature);
  let at = signature.length;
  for (const [index, {type, data}] of chunks.entries()) {
    view.setUint32(at, sizes[index] as number);
    const start = at + 4;
    bytes.set(
      Array.from(type, (letter) => letter.charCodeAt(0)),
      start,
    );
    at = start + 4;
    for (const piece of data) {
      bytes.set(piece, at);
      at += piece.length;
    }
    view.setUint32(at, crc32(bytes, start, at));
    at += 4;
  }
  return bytes;
}

/** The chunk every PNG file starts with: size, bits per sample and what the samples are. */
export function headerChunk(width: number, height: number, depth: number, colorType: number): Chunk {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([depth, colorType], 8);
  return {type: 'IHDR', data: [data]};
}
