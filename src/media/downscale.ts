/** A picture and the size it is wanted in, upright. */
export interface DownscaleRequest {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Decodes a picture into a smaller bitmap, upright. */
export async function downscale({blob, width, height}: DownscaleRequest): Promise<ImageBitmap> {
  const options = {resizeWidth: width, resizeHeight: height, resizeQuality: 'medium'} as const;
  return upright(await createImageBitmap(blob, options));
}

/**
 * The same pixels in rows from top to bottom. Chromium keeps a bitmap as the file has it and only notes how to turn it;
 * a canvas that takes the bitmap over forgets that note, and would show a turned photo on its side.
 */
function upright(bitmap: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) return bitmap;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}

function inWorker(request: DownscaleRequest, signal: AbortSignal): Promise<ImageBitmap> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./downscale.worker.ts', import.meta.url), {type: 'module'});
    const end = (settle: () => void): void => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
      settle();
    };
    const stop = (): void => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', stop, {once: true});
    worker.onmessage = ({data}: MessageEvent<{bitmap?: ImageBitmap; error?: string}>) =>
      end(() => (data.bitmap ? resolve(data.bitmap) : reject(new Error(data.error))));
    worker.onerror = () => end(() => reject(new Error('The worker did not start.')));
    worker.postMessage(request);
  });
}

/** Decodes beside the page where that is possible: scripts from another origin may start no workers. */
export async function downscaleAside(request: DownscaleRequest, signal: AbortSignal): Promise<ImageBitmap> {
  try {
    return await inWorker(request, signal);
  } catch {
    signal.throwIfAborted();
    return downscale(request);
  }
}
