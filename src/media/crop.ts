/** A part of an upright picture, in whole pixels of it, and the size it is wanted in. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels wanted per pixel of the picture: 1 for exactly its own, less for a smaller view of a larger part. */
  readonly density: number;
}

/** Decodes all of a picture, upright. Fails where it does not come out in the size that is expected. */
export async function decodeWhole(blob: Blob, width: number, height: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(blob);
  if (whole.width === width && whole.height === height) return whole;
  const found = `${whole.width} × ${whole.height}`;
  whole.close();
  throw new Error(`The picture is ${found} pixels instead of ${width} × ${height}.`);
}

/**
 * Cuts a part out of a decoded picture. At density 1 every pixel is exactly that of the file.
 *
 * It is drawn, because `createImageBitmap` with a rectangle forgets in Chromium that a picture was turned upright and
 * cuts from the file's own grid.
 */
export function cropOf(whole: ImageBitmap, {left, top, width, height, density}: Crop): ImageBitmap {
  const ratio = Math.min(1, density);
  const wide = Math.max(1, Math.round(width * ratio));
  const high = Math.max(1, Math.round(height * ratio));
  const canvas = new OffscreenCanvas(wide, high);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no memory for a canvas.');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(whole, left, top, width, height, 0, 0, wide, high);
  return canvas.transferToImageBitmap();
}
