import {LineScanner, type LineBatch} from './line-scanner.js';
import {readChunks, readSlices} from './read-blob.js';

/**
 * Reads a whole file from the byte `start` and hands over where its lines begin, as they are found.
 * Batches that were handed over before may come again. Rejects when the file cannot be read or `signal` aborts.
 */
export type LineIndexer = (
  blob: Blob,
  start: number,
  take: (batch: LineBatch) => void,
  signal?: AbortSignal,
) => Promise<void>;

/** How many lines or bytes are gathered before they are handed over. */
const batchLines = 65_536;
const batchBytes = 16 * 1024 * 1024;

/** Indexes in the thread that asks, a slice at a time: a few milliseconds each, other work goes on between them. */
export const indexHere: LineIndexer = (blob, start, take, signal) =>
  indexChunks(readSlices(blob, start), start, take, signal);

/** The same as fast as the file comes, for threads that have nothing else to do. */
export const indexAtOnce: LineIndexer = (blob, start, take, signal) =>
  indexChunks(readChunks(blob, start), start, take, signal);

async function indexChunks(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  take: (batch: LineBatch) => void,
  signal?: AbortSignal,
): Promise<void> {
  const scanner = new LineScanner(start);
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    scanner.push(chunk);
    bytes += chunk.length;
    if (scanner.waiting >= batchLines || bytes >= batchBytes) {
      take(scanner.take());
      bytes = 0;
    }
  }
  take(scanner.take());
}
