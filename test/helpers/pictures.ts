import type {Orientation} from '../../src/geometry/orientation.js';

type Draw = (context: CanvasRenderingContext2D) => void;

/** A picture drawn by the test. Without `draw`: the left half red, the right half blue. */
export async function drawnPicture(
  width: number,
  height: number,
  type = 'image/png',
  draw?: Draw,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const halves: Draw = () => {
    context.fillStyle = '#e02020';
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = '#2040e0';
    context.fillRect(width / 2, 0, width / 2, height);
  };
  (draw ?? halves)(context);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), type, 0.95));
}

/** The EXIF segment of a JPEG that says nothing but how to turn the picture. */
export function exifSegment(orientation: number): Uint8Array<ArrayBuffer> {
  const text = (word: string) => [...word].map((letter) => letter.charCodeAt(0));
  const tiff = [
    ...text('MM'),
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const body = [...text('Exif'), 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}

/** A JPEG as a phone held sideways writes it. */
export async function turnedJpeg(
  width: number,
  height: number,
  orientation: Orientation,
  draw?: Draw,
): Promise<Blob> {
  const jpeg = await (await drawnPicture(width, height, 'image/jpeg', draw)).bytes();
  return new Blob([jpeg.slice(0, 2), exifSegment(orientation), jpeg.slice(2)], {type: 'image/jpeg'});
}

/** A PNG that claims a size and holds next to nothing: what a decompression bomb looks like. */
export function hugePng(width: number, height: number): Blob {
  const head = new DataView(new ArrayBuffer(33));
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height, 0x01000000, 0].forEach((word, i) =>
    head.setUint32(i * 4, word),
  );
  return new Blob([head.buffer], {type: 'image/png'});
}

/** Two GIF frames of one pixel. */
export function animatedGif(): Blob {
  const frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const head = [...'GIF89a'].map((letter) => letter.charCodeAt(0));
  return new Blob(
    [Uint8Array.from([...head, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, ...frame, ...frame, 0x3b])],
    {
      type: 'image/gif',
    },
  );
}

/** Counts object URLs from now on. `open` is how many were made and not given back. */
export function countObjectUrls(): {readonly open: number; stop(): void} {
  const {createObjectURL, revokeObjectURL} = URL;
  const urls = new Set<string>();
  URL.createObjectURL = (object) => {
    const url = createObjectURL.call(URL, object);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revokeObjectURL.call(URL, url);
  };
  return {
    get open() {
      return urls.size;
    },
    stop() {
      Object.assign(URL, {createObjectURL, revokeObjectURL});
    },
  };
}
