import type {Orientation} from '../geometry/orientation.js';
import {tiffOrientation} from './exif.js';

/** What the first bytes of a picture file say about it. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp';
  /** The stored pixel grid, before any orientation. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** More than one frame. */
  readonly isAnimated: boolean;
}

/** Reads numbers and names out of a file; past its end everything is 0. */
class Bytes {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  at(index: number): number {
    return this.#bytes[index] ?? 0;
  }

  big(index: number, length: number): number {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + this.at(index + i);
    return value;
  }

  little(index: number, length: number): number {
    let value = 0;
    for (let i = length - 1; i >= 0; i--) value = value * 256 + this.at(index + i);
    return value;
  }

  name(index: number, length = 4): string {
    return String.fromCharCode(...this.#bytes.subarray(index, index + length));
  }

  view(start: number, end: number): DataView {
    const {buffer, byteOffset, length} = this.#bytes;
    const stop = Math.min(end, length);
    return new DataView(buffer, byteOffset + Math.min(start, stop), Math.max(0, stop - start));
  }
}

type Reader = (bytes: Bytes) => ImageHeader | undefined;

const readPng: Reader = (bytes) => {
  if (bytes.big(0, 4) !== 0x89504e47 || bytes.big(4, 4) !== 0x0d0a1a0a) return undefined;
  let isAnimated = false;
  let orientation: Orientation = 1;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.big(at, 4)) {
    const name = bytes.name(at + 4);
    if (name === 'acTL') isAnimated = bytes.big(at + 8, 4) > 1;
    if (name === 'eXIf') orientation = tiffOrientation(bytes.view(at + 8, at + 8 + bytes.big(at, 4)));
    if (name === 'IDAT' || name === 'IEND') break;
  }
  return {type: 'image/png', width: bytes.big(16, 4), height: bytes.big(20, 4), orientation, isAnimated};
};

/** Start of frame, whatever the coding: C0 to CF but for the three codes that mean something else. */
const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const readJpeg: Reader = (bytes) => {
  if (bytes.big(0, 3) !== 0xffd8ff) return undefined;
  let orientation: Orientation | undefined;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes.at(at) !== 0xff) return undefined;
    const marker = bytes.at(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = bytes.big(at + 2, 2);
    if (marker === 0xe1 && bytes.name(at + 4, 6) === 'Exif\0\0') {
      orientation ??= tiffOrientation(bytes.view(at + 10, at + 2 + length));
    }
    if (isFrameStart(marker)) {
      const size = {width: bytes.big(at + 7, 2), height: bytes.big(at + 5, 2)};
      return {type: 'image/jpeg', ...size, orientation: orientation ?? 1, isAnimated: false};
    }
    if (marker === 0xda || marker === 0xd9 || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
};

/** Where a chain of GIF sub-blocks ends. */
function afterSubBlocks(bytes: Bytes, start: number): number {
  let at = start;
  while (at < bytes.length && bytes.at(at) !== 0) at += bytes.at(at) + 1;
  return at + 1;
}

const colorTableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

interface GifWalk {
  readonly frames: number;
  readonly hasEnd: boolean;
}

function walkGif(bytes: Bytes): GifWalk {
  let frames = 0;
  for (let at = 13 + colorTableLength(bytes.at(10)); at < bytes.length;) {
    switch (bytes.at(at)) {
      case 0x21:
        at = afterSubBlocks(bytes, at + 2);
        break;
      case 0x2c:
        frames++;
        at = afterSubBlocks(bytes, at + 11 + colorTableLength(bytes.at(at + 9)));
        break;
      default:
        return {frames, hasEnd: bytes.at(at) === 0x3b};
    }
  }
  return {frames, hasEnd: false};
}

const readGif: Reader = (bytes) => {
  if (!/^GIF8[79]a$/.test(bytes.name(0, 6))) return undefined;
  const size = {width: bytes.little(6, 2), height: bytes.little(8, 2)};
  return {type: 'image/gif', ...size, orientation: 1, isAnimated: walkGif(bytes).frames > 1};
};

const readWebp: Reader = (bytes) => {
  if (bytes.name(0) !== 'RIFF' || bytes.name(8) !== 'WEBP') return undefined;
  const made = (width: number, height: number, isAnimated = false): ImageHeader => ({
    type: 'image/webp',
    width,
    height,
    orientation: 1,
    isAnimated,
  });
  switch (bytes.name(12)) {
    case 'VP8 ':
      return made(bytes.little(26, 2) & 0x3fff, bytes.little(28, 2) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.little(21, 4);
      return made((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return made(bytes.little(24, 3) + 1, bytes.little(27, 3) + 1, (bytes.at(20) & 2) !== 0);
    default:
      return undefined;
  }
};

const readBmp: Reader = (bytes) => {
  const headerLength = bytes.little(14, 4);
  if (bytes.name(0, 2) !== 'BM' || headerLength < 12 || headerLength > 200) return undefined;
  const wide = headerLength >= 40;
  const width = wide ? bytes.little(18, 4) : bytes.little(18, 2);
  // A negative height means that the top row comes first.
  const height = wide ? Math.abs(bytes.little(22, 4) | 0) : bytes.little(20, 2);
  return {type: 'image/bmp', width, height, orientation: 1, isAnimated: false};
};

const readers: readonly Reader[] = [readPng, readJpeg, readGif, readWebp, readBmp];

/**
 * Type, size and orientation of a picture, read from its bytes without decoding it: so that a picture too large to
 * decode is refused before it takes the memory. Nothing for files of other kinds.
 */
export function readImageHeader(data: Uint8Array): ImageHeader | undefined {
  const bytes = new Bytes(data);
  for (const read of readers) {
    const header = read(bytes);
    if (header && header.width > 0 && header.height > 0) return header;
  }
  return undefined;
}

function lastIndexOf(data: Uint8Array, wanted: readonly number[], from: number): number {
  for (let at = data.length - wanted.length; at >= from; at--) {
    if (wanted.every((byte, i) => data[at + i] === byte)) return at;
  }
  return -1;
}

/** Where the pixels of a JPEG start: behind the header of its first scan. -1 if there is none. */
function jpegScanStart(bytes: Bytes): number {
  for (let at = 2; at + 4 <= bytes.length && bytes.at(at) === 0xff;) {
    const marker = bytes.at(at + 1);
    if (marker === 0xda) return at + 2;
    at +=
      marker === 0xff
        ? 1
        : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
          ? 2
          : 2 + bytes.big(at + 2, 2);
  }
  return -1;
}

/**
 * False if the file ends before the picture does. Browsers show such files with grey or missing rows and report no
 * error. Data behind the end of the picture, as phones append, do not matter.
 */
export function isComplete(header: ImageHeader, data: Uint8Array): boolean {
  const bytes = new Bytes(data);
  switch (header.type) {
    case 'image/png':
      return lastIndexOf(data, [0x49, 0x45, 0x4e, 0x44], 8) >= 0;
    case 'image/jpeg': {
      // A preview inside the EXIF data has an end mark of its own, so only what follows the first scan counts.
      const start = jpegScanStart(bytes);
      return start >= 0 && lastIndexOf(data, [0xff, 0xd9], start) >= 0;
    }
    case 'image/gif':
      return walkGif(bytes).hasEnd;
    case 'image/webp':
      return data.length >= bytes.little(4, 4) + 8;
    default:
      return true;
  }
}
