/** Writes PNG files of every kind the format allows, slowly and plainly: what the reader is held to. */
export interface PngToWrite {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  readonly isInterlaced?: boolean;
  /** The filter of each row, counted through all passes. */
  readonly filter?: (row: number) => number;
  /** Red, green, blue of each entry. */
  readonly palette?: readonly (readonly number[])[];
  readonly transparency?: readonly number[];
  /** Chunks between header and palette: their letters and bytes. */
  readonly extras?: readonly (readonly [type: string, data: readonly number[]])[];
  /** The samples of a pixel. */
  readonly samples: (x: number, y: number) => readonly number[];
}

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export async function writePng(png: PngToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const {width, height, depth, colorType, isInterlaced = false, palette, transparency, extras = []} = png;
  return joined([
    [137, 80, 78, 71, 13, 10, 26, 10],
    chunk('IHDR', [...big(width), ...big(height), depth, colorType, 0, 0, isInterlaced ? 1 : 0]),
    ...extras.map(([type, data]) => chunk(type, data)),
    ...(palette ? [chunk('PLTE', palette.flat())] : []),
    ...(transparency ? [chunk('tRNS', transparency)] : []),
    ...split(await deflated(filteredRows(png))).map((part) => chunk('IDAT', part)),
    chunk('IEND', []),
  ]);
}

/** A chunk with its length and its check sum, counted bit by bit. */
export function chunk(type: string, data: ArrayLike<number>): number[] {
  const body = [...Array.from(type, (letter) => letter.charCodeAt(0)), ...Array.from(data)];
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return [...big(data.length), ...body, ...big(~crc >>> 0)];
}

export const big = (number: number) => [
  number >>> 24,
  (number >>> 16) & 255,
  (number >>> 8) & 255,
  number & 255,
];

export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function joined(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** In pieces of odd sizes, as files have them. */
function split(bytes: Uint8Array): Uint8Array[] {
  const size = Math.max(1, Math.floor(bytes.length / 3));
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}

function filteredRows(png: PngToWrite): Uint8Array<ArrayBuffer> {
  const {width, height, depth, samples, isInterlaced, filter = () => 0} = png;
  const rows: number[][] = [];
  let count = 0;
  let step = 1;
  for (const [left, top, stepX, stepY] of isInterlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    let above: number[] = [];
    for (let y = top; y < height; y += stepY) {
      const values: number[] = [];
      for (let x = left; x < width; x += stepX) values.push(...samples(x, y));
      if (values.length === 0) continue;
      const row = packed(values, depth);
      step = Math.max(1, (samples(0, 0).length * depth) / 8);
      const kind = filter(count++);
      rows.push([kind, ...row.map((byte, at) => (byte - guess(kind, row, above, at, step)) & 255)]);
      above = row;
    }
  }
  return Uint8Array.from(rows.flat());
}

function packed(values: readonly number[], depth: number): number[] {
  const bits = values.map((value) => value.toString(2).padStart(depth, '0')).join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2));
}

function guess(
  kind: number,
  row: readonly number[],
  above: readonly number[],
  at: number,
  step: number,
): number {
  const left = row[at - step] ?? 0;
  const up = above[at] ?? 0;
  const corner = above[at - step] ?? 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return Math.floor((left + up) / 2);
  if (kind !== 4) return 0;
  const estimate = left + up - corner;
  const nearest = Math.min(...[left, up, corner].map((value) => Math.abs(estimate - value)));
  return [left, up, corner].find((value) => Math.abs(estimate - value) === nearest) ?? 0;
}
