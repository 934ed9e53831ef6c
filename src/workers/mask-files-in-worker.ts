import {bytesOfBase64} from '../base/base64.js';
import type {Result} from '../base/result.js';
import type {ReadMask} from '../raster/mask-file.js';
import {
  answerHere,
  type MaskFileReply,
  type MaskFileRequest,
  type MaskToRead,
  type MaskToWrite,
  type WrittenMask,
} from './mask-files.js';

/** Masks of so many pixels are made in the time a worker takes to start. */
const worthAWorker = 1_000_000;

/** Reads a mask file in a worker; where none can be started, here, with pauses. */
export async function readMaskInWorker(mask: MaskToRead, signal?: AbortSignal): Promise<Result<ReadMask>> {
  const reply = await ask({read: mask}, signal);
  return 'read' in reply ? reply.read : failed(reply);
}

/** Writes a mask file in a worker; where none can be started, here, with pauses. */
export async function writeMaskInWorker(mask: MaskToWrite): Promise<WrittenMask> {
  const reply = await ask({write: mask});
  return 'written' in reply ? reply.written : failed(reply);
}

function failed(reply: MaskFileReply): never {
  throw new Error('failed' in reply ? reply.failed : 'The worker gave another answer than was asked for.');
}

/** One worker for one file: it ends with it, and gives all its memory back. */
async function ask(request: MaskFileRequest, signal?: AbortSignal): Promise<MaskFileReply> {
  signal?.throwIfAborted();
  const worker = (await pixelsOf(request)) >= worthAWorker ? startWorker() : undefined;
  signal?.throwIfAborted();
  if (!worker) return answerHere(request);
  const listening = new AbortController();
  try {
    const reply = await new Promise<MaskFileReply | 'no worker'>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), {signal: listening.signal});
      worker.onerror = () => resolve('no worker');
      worker.onmessageerror = () => resolve('no worker');
      worker.onmessage = ({data}: MessageEvent<MaskFileReply>) => resolve(data);
      worker.postMessage(request);
    });
    return reply === 'no worker' ? answerHere(request) : reply;
  } finally {
    listening.abort();
    worker.terminate();
  }
}

/** How many pixels the mask has; all there can be, when its file does not say so where it should. */
async function pixelsOf(request: MaskFileRequest): Promise<number> {
  if ('write' in request) {
    const {width, height} = request.write.plan.size;
    return width * height;
  }
  const {file} = request.read;
  // Width and height stand behind the signature and the name of the first chunk: bytes 16 to 24.
  const beginning =
    typeof file === 'string'
      ? bytesOfBase64(file.replace(/^data:[^,]*,/, '').slice(0, 32))
      : new Uint8Array(await file.slice(0, 24).arrayBuffer());
  if (!beginning || beginning.length < 24) return Infinity;
  const view = new DataView(beginning.buffer, beginning.byteOffset);
  return view.getUint32(16) * view.getUint32(20);
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(new URL('./mask-file.worker.ts', import.meta.url), {type: 'module'});
  } catch {
    // A page of another origin may not start it. The file is then made in the page.
    return undefined;
  }
}
