/** A picture and the size it is wanted in, upright. */
export interface DownscaleRequest {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Decodes a picture into a smaller bitmap. */
export function downscale({blob, width, height}: DownscaleRequest): Promise<ImageBitmap> {
  return createImageBitmap(blob, {resizeWidth: width, resizeHeight: height, resizeQuality: 'medium'});
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
