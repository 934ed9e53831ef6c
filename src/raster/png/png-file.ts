import {errorAt, fail, ok, type Problem, type Result} from '../../base/result.js';
import {crc32} from './checksums.js';
import {signature} from './chunks.js';

/** The largest picture Ground Truth takes, in pixels. Anything above is refused before a byte of it is unpacked. */
const mostPixels = 100_000_000;

/** One compressed byte cannot stand for more bytes than this. */
const bestRatio = 1032;

export const colorTypes = {grey: 0, color: 2, palette: 3, greyAlpha: 4, colorAlpha: 6} as const;

/** By colour type: how many samples a pixel has, and how many bits they may have. */
const layouts: {readonly [type: number]: {readonly channels: number; readonly depths: readonly number[]}} = {
  [colorTypes.grey]: {channels: 1, depths: [1, 2, 4, 8, 16]},
  [colorTypes.color]: {channels: 3, depths: [8, 16]},
  [colorTypes.palette]: {channels: 1, depths: [1, 2, 4, 8]},
  [colorTypes.greyAlpha]: {channels: 2, depths: [8, 16]},
  [colorTypes.colorAlpha]: {channels: 4, depths: [8, 16]},
};

/** What stands in the first chunk of a PNG file. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits per sample. */
  readonly depth: number;
  readonly colorType: number;
  readonly channels: number;
  readonly isInterlaced: boolean;
}

/** A PNG file taken apart. What it says about colour spaces is not looked at: a mask's colours are names of classes. */
export interface PngFile extends PngHeader {
  /** Red, green, blue of each palette entry; empty without a palette. */
  readonly palette: Uint8Array;
  /** The `tRNS` chunk as it stands; empty without one. */
  readonly transparency: Uint8Array;
  /** The compressed rows, in pieces that follow each other. */
  readonly data: readonly Uint8Array<ArrayBuffer>[];
}

const at = 'mask';
const problem = (code: string, message: string): Problem => errorAt(at, `png/${code}`, message);

/** Takes a PNG file apart and checks all that can be checked without unpacking its pixels. */
export function readPng(bytes: Uint8Array<ArrayBuffer>): Result<PngFile> {
  if (signature.some((byte, index) => bytes[index] !== byte))
    return fail(
      problem(
        'not-a-png',
        'This is not a PNG file: it does not begin as all of them do. Masks are PNG files.',
      ),
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: PngHeader | undefined;
  let [palette, transparency] = [new Uint8Array(), new Uint8Array()];
  const data: Uint8Array<ArrayBuffer>[] = [];
  for (let start = signature.length; ;) {
    if (start + 12 > bytes.length) return fail(truncated(bytes.length));
    const length = view.getUint32(start);
    const end = start + 8 + length;
    if (end + 4 > bytes.length) return fail(truncated(bytes.length));
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    if (isCritical(type) || type === 'tRNS') {
      if (view.getUint32(end) !== crc32(bytes, start + 4, end)) return fail(damaged(type));
      const content = bytes.subarray(start + 8, end);
      if (type === 'IEND') break;
      if (type === 'IHDR') {
        const read = readHeader(content);
        if (!read.ok) return read;
        header = read.value;
      } else if (type === 'PLTE') palette = content;
      else if (type === 'tRNS') transparency = content;
      else if (type === 'IDAT') data.push(content);
      else
        return fail(
          problem(
            'unknown-chunk',
            `The PNG file has a part "${type}" that is needed to read it and not known here.`,
          ),
        );
    }
    start = end + 4;
  }
  if (!header) return fail(problem('header', 'The PNG file has no header. It is damaged; export it again.'));
  const file: PngFile = {...header, palette, transparency, data};
  const contradiction = contradictionIn(file);
  return contradiction ? fail(contradiction) : ok(file);
}

/** How many bytes a row of so many pixels takes, without the byte that names its filter. */
export function rowBytes(width: number, {depth, channels}: PngHeader): number {
  return Math.ceil((width * depth * channels) / 8);
}

const isCritical = (type: string) => /^[A-Z]/.test(type);

function readHeader(content: Uint8Array): Result<PngHeader> {
  if (content.length !== 13)
    return fail(
      problem(
        'header',
        `The header of the PNG file has ${content.length} bytes instead of 13. The file is damaged.`,
      ),
    );
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colorType, compression, filter, interlace] = content.subarray(8) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  const layout = layouts[colorType];
  if (!layout?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    return fail(
      problem(
        'header',
        `The header of the PNG file says colour type ${colorType} with ${depth} bits, compression ${compression}, filter ${filter}, interlace ${interlace}. No PNG file may have these together.`,
      ),
    );
  if (width === 0 || height === 0)
    return fail(problem('header', `The PNG file says it is ${width}×${height} pixels large. It is damaged.`));
  if (width * height > mostPixels)
    return fail(
      problem(
        'too-large',
        `The PNG file says it is ${width}×${height} pixels large. Masks of up to ${mostPixels / 1e6} megapixels are read.`,
      ),
    );
  return ok({width, height, depth, colorType, channels: layout.channels, isInterlaced: interlace === 1});
}

function contradictionIn(file: PngFile): Problem | undefined {
  const {width, height, colorType, palette, data} = file;
  const entries = palette.length / 3;
  if (!Number.isInteger(entries) || entries > 256 || (colorType === colorTypes.palette && entries === 0))
    return problem(
      'palette',
      `The palette of the PNG file has ${palette.length} bytes; it must be 1 to 256 times three. The file is damaged.`,
    );
  const packed = data.reduce((sum, {length}) => sum + length, 0);
  if (packed === 0)
    return problem('no-pixels', 'The PNG file has no pixels in it. It is damaged; export it again.');
  if (packed * bestRatio < rowBytes(width, file) * height)
    return problem(
      'truncated',
      `The PNG file says it is ${width}×${height} pixels large, and ${packed} bytes cannot hold that many. It is damaged.`,
    );
  return undefined;
}

const truncated = (length: number) =>
  problem(
    'truncated',
    `The PNG file ends after ${length} bytes in the middle of a part. It was not transferred completely; fetch it again.`,
  );

const damaged = (type: string) =>
  problem(
    'checksum',
    `The part "${type}" of the PNG file does not agree with its check sum. The file is damaged; fetch it again.`,
  );
