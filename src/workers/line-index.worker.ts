import {indexAtOnce} from '../formats/index-lines.js';
import type {LineBatch} from '../formats/line-scanner.js';

/** What the page sends: the file to read through, and where its first line begins. */
export interface IndexRequest {
  readonly blob: Blob;
  readonly start: number;
}

/** What comes back: batches, then one of the other two. */
export type IndexReply = {readonly batch: LineBatch} | {readonly done: true} | {readonly failed: string};

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<IndexRequest>) => void) | null;
  postMessage(reply: IndexReply, transfer: Transferable[]): void;
};

scope.onmessage = ({data: {blob, start}}) => {
  void indexAtOnce(blob, start, (batch) => {
    scope.postMessage({batch}, [batch.offsets.buffer, batch.jumps.buffer]);
  }).then(
    () => scope.postMessage({done: true}, []),
    (error: unknown) => scope.postMessage({failed: String(error)}, []),
  );
};
