import type {Frame} from '../geometry/view.js';
import {failure, PictureDesk, type CallName, type PictureCalls, type PictureReply} from './picture-desk.js';

/** First comes the picture, then any number of calls, each of which may be aborted. */
export type PictureRequest =
  | {readonly blob: Blob; readonly frame: Frame}
  | {readonly id: number; readonly name: CallName; readonly args: Parameters<PictureCalls[CallName]>}
  | {readonly abort: number};

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<PictureRequest>) => void) | null;
  postMessage(reply: PictureReply, transfer: Transferable[]): void;
};

let desk: PictureDesk | undefined;
const running = new Map<number, AbortController>();

scope.onmessage = ({data}) => {
  if ('blob' in data) desk = new PictureDesk(data.blob, data.frame);
  else if ('abort' in data) running.get(data.abort)?.abort();
  else void answer(data.id, data.name, data.args);
};

async function answer(id: number, name: CallName, args: Parameters<PictureCalls[CallName]>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    if (!desk) throw new Error('No picture came.');
    const found = await desk.ask(name, args, stop.signal);
    scope.postMessage({id, answer: found}, buffersOf(found));
  } catch (error) {
    scope.postMessage(failure(id, error), []);
  } finally {
    running.delete(id);
  }
}

/** What is handed over instead of being copied. */
function buffersOf(answer: ReturnType<PictureCalls[CallName]>): Transferable[] {
  if (answer instanceof Int32Array) return [answer.buffer];
  if (!answer) return [];
  if ('cells' in answer) return [answer.cells.buffer];
  return 'data' in answer ? [answer.data.buffer] : [];
}
