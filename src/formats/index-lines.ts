import {LineScanner, type LineBatch} from './line-scanner.js';
import {readSlices} from './read-blob.js';

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

/** Indexes in the thread that asks, a slice at a time: a few milliseconds each, other work goes on between them. */
export const indexHere: LineIndexer = async (blob, start, take, signal) => {
  const scanner = new LineScanner(start);
  for await (const slice of readSlices(blob, start)) {
    signal?.throwIfAborted();
    scanner.push(slice);
    take(scanner.take());
  }
};
