/** Bytes that a gzip file begins with. */
const gzipMark = [0x1f, 0x8b];

/**
 * The lines of a text file, compressed with gzip or not, one after the other. Ends early, with `isCut` set, where a
 * compressed file is cut off or damaged: what came before is good.
 */
export class LineReader implements AsyncIterable<string> {
  readonly #file: Blob;
  isCut = false;

  constructor(file: Blob) {
    this.#file = file;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const reader = (await this.#texts()).getReader();
    let rest = '';
    try {
      for (;;) {
        const {done, value} = await this.#next(reader);
        if (done) break;
        const lines = (rest + value).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line !== '') yield line;
      }
      if (rest !== '') yield rest;
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  async #next(reader: ReadableStreamDefaultReader<string>): Promise<ReadableStreamReadResult<string>> {
    try {
      return await reader.read();
    } catch {
      this.isCut = true;
      return {done: true, value: undefined};
    }
  }

  async #texts(): Promise<ReadableStream<string>> {
    const start = new Uint8Array(await this.#file.slice(0, gzipMark.length).arrayBuffer());
    const isGzip = gzipMark.every((byte, at) => start[at] === byte);
    const bytes = this.#file.stream();
    const plain = isGzip ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
    return plain.pipeThrough(new TextDecoderStream());
  }
}
