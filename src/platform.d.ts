/*
 * The neutral globals the plain-data rooms may use: each exists in pages, workers and Node, touches no screen and
 * no storage, and is declared here one by one with its reason. Only tsconfig.pure.json includes this file.
 */

/** `base/warn.ts` tells the page's developer about mistakes. */
declare const console: {warn(message: string): void};

/** `formats` reads manifests from it: the one type that stands for a file on disk, in pages, workers and Node. */
declare class Blob {
  constructor(parts?: readonly (string | Blob | Uint8Array<ArrayBuffer>)[], options?: {type?: string});
  readonly size: number;
  slice(start?: number, end?: number, type?: string): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): {
    getReader(options: {mode: 'byob'}): {
      read(
        view: Uint8Array<ArrayBuffer>,
      ): Promise<{done: false; value: Uint8Array<ArrayBuffer>} | {done: true; value?: unknown}>;
    };
  };
}

/** `formats` hands output manifests out as it, piece by piece. */
declare class ReadableStream<T> {
  constructor(source: {
    pull?(controller: {enqueue(chunk: T): void; close(): void}): void | Promise<void>;
    cancel?(): void | Promise<void>;
  });
}

/** `formats` refuses bytes that are not UTF-8 with it, and makes UTF-8. */
declare class TextDecoder {
  constructor(encoding?: string, options?: {fatal?: boolean; ignoreBOM?: boolean});
  decode(bytes?: Uint8Array, options?: {stream?: boolean}): string;
}
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

/** Stops the reading of a large file, and the search for pixels that nobody wants any more. */
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

/** `base/base64.ts` turns mask files into text and back. */
declare function atob(text: string): string;
declare function btoa(bytes: string): string;
