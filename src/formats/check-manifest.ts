import {errorAt, type Problem} from '../base/result.js';
import {emptyFile} from './file-kind.js';
import {beginManifest, endless, Manifest, readLine, startOf} from './manifest.js';
import {readBytes} from './read-blob.js';
import {readLines} from './read-lines.js';

/**
 * Every problem of a manifest, from the first line to the last, each with its 1-based line in the file.
 *
 * A file that is something else gives exactly one problem, which names what it looks like. Nothing in a file makes
 * this throw, and a file of any size is read a slice at a time.
 */
export async function* checkManifest(source: Blob | string | Manifest): AsyncGenerator<Problem> {
  try {
    // Reading the file through twice would be waste: only its beginning is asked for here.
    const manifest =
      source instanceof Manifest ? source : await beginManifest(source, {index: async () => {}});
    if (manifest.problem) {
      yield manifest.problem;
      return;
    }
    const {blob} = manifest;
    const start = startOf(await readBytes(blob, 0, Math.min(3, blob.size)));
    let isEmpty = true;
    for await (const lines of readLines(blob, start)) {
      for (const {lineNumber, bytes} of lines) {
        isEmpty = false;
        if (!bytes) {
          yield endless(lineNumber);
          continue;
        }
        const result = readLine(bytes, lineNumber);
        yield* result.ok ? (result.warnings ?? []) : result.problems;
      }
    }
    if (isEmpty) yield emptyFile;
  } catch (error) {
    yield unreadableFile(error);
  }
}

function unreadableFile(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return {
    ...errorAt(
      'file',
      'manifest/unreadable',
      `The file could not be read to its end (${why}). It may have been changed or moved; choose it again.`,
    ),
    line: 1,
  };
}
