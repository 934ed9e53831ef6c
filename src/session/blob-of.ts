/** Pieces are handed to the browser at this size; it keeps large Blobs on disk. */
const pieceBytes = 4 * 1024 * 1024;

/** A file of everything a stream gives, without ever holding more than a piece of it in this page's memory. */
export async function blobOf(stream: ReadableStream<Uint8Array>, type: string): Promise<Blob> {
  const reader = stream.getReader();
  const pieces: Blob[] = [];
  let chunks: BlobPart[] = [];
  let size = 0;
  for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value?.length ?? 0;
    if (size < pieceBytes) continue;
    pieces.push(new Blob(chunks));
    chunks = [];
    size = 0;
  }
  return new Blob([...pieces, ...chunks], {type});
}
