import {errorAt, fail, ok, type Result} from '../base/result.js';
import {PictureFolder, type FolderFile} from '../media/folder.js';
import type {JobSource} from './job-source.js';

/** A job whose manifest and media are in a folder on disk. */
export class FolderSource implements JobSource {
  readonly #manifest: FolderFile | undefined;
  readonly #files: PictureFolder;

  /** `manifest` is the path of the manifest as `files` has it; without it, the only file whose name ends like one. */
  constructor(files: readonly FolderFile[], manifest?: string) {
    const fitting = files.filter(({path}) =>
      manifest === undefined ? /\.(manifest|jsonl)$/i.test(path) : path === manifest,
    );
    this.#manifest = fitting.length === 1 ? fitting[0] : undefined;
    this.#files = new PictureFolder(files);
  }

  async manifest(): Promise<Result<Blob>> {
    if (this.#manifest) return ok(this.#manifest.file);
    return fail(
      errorAt(
        'folder',
        'delivery/no-manifest',
        'The folder has no manifest, or several. Expected one file whose name ends in .manifest or .jsonl; say which one it is.',
      ),
    );
  }

  async media(reference: string): Promise<Result<Blob>> {
    const match = this.#files.match(reference);
    if (match.kind === 'found') return ok(match.file);
    const why =
      match.kind === 'missing'
        ? 'no file for it'
        : `several files that fit: ${match.paths.slice(0, 3).join(', ')}`;
    return fail(
      errorAt('folder', 'delivery/no-file', `The folder has ${why}. The reference is “${reference}”.`),
    );
  }
}
