import type {Size} from '../geometry/point.js';
import {downscaleAside} from './downscale.js';

/** A picture that is decoded and can be put on the page as it is. `release` gives its memory back. */
export interface DecodedPicture {
  readonly element: HTMLImageElement | HTMLCanvasElement;
  /** The size as shown, in pixels of the file: not of the element, which may hold fewer. */
  readonly size: Size;
  release(): void;
}

/** Above this a browser repaints a scaled `<img>` too slowly, so a smaller bitmap is shown instead. */
const largestImgPixels = 16_000_000;

/**
 * What the smaller bitmap may have: enough to see the whole picture on a large screen. More would cost its memory three
 * times over in the browser's own copies; who looks closely gets pixels cut from the picture itself.
 */
const largestCanvasPixels = 6_000_000;

/** Waits for the decoding, but not in a tab that nobody sees: some browsers decode there only when it is seen again. */
async function decodeWhileVisible(image: HTMLImageElement): Promise<void> {
  if (document.hidden) return;
  let stop = () => {};
  const hidden = new Promise<void>((resolve) => {
    stop = () => document.hidden && resolve();
    document.addEventListener('visibilitychange', stop);
  });
  try {
    await Promise.race([image.decode(), hidden]);
  } finally {
    document.removeEventListener('visibilitychange', stop);
  }
}

/** Shows an address in an `<img>` and waits until all of it is decoded, so that no half picture is ever seen. */
export async function decodeAddress(url: string): Promise<DecodedPicture> {
  const image = new Image();
  image.decoding = 'async';
  image.draggable = false;
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('The browser cannot show it.'));
    image.src = url;
  });
  await decodeWhileVisible(image);
  const size = {width: image.naturalWidth, height: image.naturalHeight};
  // An address that says nothing lets go of the pixels. Without the attribute, Chromium keeps the element for ever.
  return {element: image, size, release: () => void (image.src = '')};
}

async function decodeImg(blob: Blob): Promise<DecodedPicture> {
  const url = URL.createObjectURL(blob);
  const release = () => URL.revokeObjectURL(url);
  try {
    const picture = await decodeAddress(url);
    return {
      ...picture,
      release: () => {
        picture.release();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function decodeCanvas(blob: Blob, upright: Size, signal: AbortSignal): Promise<DecodedPicture> {
  const ratio = Math.min(1, Math.sqrt(largestCanvasPixels / (upright.width * upright.height)));
  const bitmap = await downscaleAside(
    {
      blob,
      width: Math.max(1, Math.round(upright.width * ratio)),
      height: Math.max(1, Math.round(upright.height * ratio)),
    },
    signal,
  );
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
  const release = () => {
    // A canvas without size is the one way to give its memory back at once.
    canvas.width = 0;
    canvas.height = 0;
  };
  return {element: canvas, size: upright, release};
}

/**
 * Decodes the bytes of a picture: as an `<img>` where a browser handles that well, else as a bitmap of fewer pixels.
 * `upright` is the size as shown, if the header told it. Animated pictures are stopped at their first frame.
 */
export function decodeBlob(
  blob: Blob,
  upright: Size | undefined,
  isAnimated: boolean,
  signal: AbortSignal,
): Promise<DecodedPicture> {
  const isLarge = upright !== undefined && upright.width * upright.height > largestImgPixels;
  return upright && (isLarge || isAnimated) ? decodeCanvas(blob, upright, signal) : decodeImg(blob);
}
