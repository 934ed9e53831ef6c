/** Pieces are handed to the browser at this size; it keeps large Blobs on disk. */
const pieceBytes = 4 * 1024 * 1024;

/** How long to work before the page gets a turn. */
const turnMs = 8;

/** Lets the page do what waits: input, painting. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * A file of everything a stream gives, without ever holding more than a piece of it in this page's memory, and
 * without keeping the page busy: a stream that has all at hand would never let go by itself.
 */
export async function blobOf(stream: ReadableStream<Uint8Array>, type: string): Promise<Blob> {
  const reader = stream.getReader();
  const pieces: Blob[] = [];
  let chunks: BlobPart[] = [];
  let size = 0;
  let turnEnds = performance.now() + turnMs;
  for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value?.length ?? 0;
    if (size >= pieceBytes) {
      pieces.push(new Blob(chunks));
      chunks = [];
      size = 0;
    }
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + turnMs;
  }
  return new Blob([...pieces, ...chunks], {type});
}
