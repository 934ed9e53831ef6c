import {warningAt, type Problem} from '../../base/result.js';
import type {SessionId, SessionStore} from '../session-store.js';
import type {SourceLine} from './backup-lines.js';

/** Puts the files of a job together again from their parts, and keeps those that the store has not. */
export class SourceParts {
  readonly #store: SessionStore;
  readonly #session: SessionId;
  readonly #warnings: Problem[];
  #present: Omit<SourceLine, 'bytes'> | undefined;
  #parts: Blob[] = [];

  /** Adds to `warnings` what a person must know. */
  constructor(store: SessionStore, session: SessionId, warnings: Problem[]) {
    this.#store = store;
    this.#session = session;
    this.#warnings = warnings;
  }

  /** True when the value was a part of a file. */
  async take(value: unknown, line: number): Promise<boolean> {
    if (typeof value !== 'object' || value === null || !('source' in value)) {
      await this.finish();
      return false;
    }
    const {source, type, size, bytes} = value as Partial<SourceLine>;
    if (
      typeof source !== 'string' ||
      typeof type !== 'string' ||
      typeof size !== 'number' ||
      !(bytes instanceof Uint8Array)
    ) {
      const message = `Line ${line} of the backup, a part of one of the job's files, is damaged. Open the file itself again.`;
      this.#warnings.push(warningAt(`line ${line}`, 'backup/damaged-line', message));
      return true;
    }
    if (source !== this.#present?.source) await this.finish();
    this.#present = {source, type, size};
    this.#parts.push(new Blob([bytes]));
    return true;
  }

  /** Keeps the file that is there now. */
  async finish(): Promise<void> {
    const {source, type, size} = this.#present ?? {};
    if (source === undefined) return;
    const file = new Blob(this.#parts, {type: type ?? ''});
    this.#present = undefined;
    this.#parts = [];
    if (file.size !== size) {
      const message = `“${source}”, one of the job's files, is not whole in the backup: ${file.size} of ${size} bytes. Open the file itself again.`;
      this.#warnings.push(warningAt(source, 'backup/source', message));
      return;
    }
    const here = await this.#store.source(this.#session, source);
    if (!here) await this.#store.putSource(this.#session, source, file);
    else if (!(await areSame(here, file))) {
      const message = `“${source}”, one of the job's files, is another one in the backup than here. The one here stays: answers to other lines are not used.`;
      this.#warnings.push(warningAt(source, 'backup/source-differs', message));
    }
  }
}

/** Bytes compared at a time. */
const stretchBytes = 4 << 20;

async function areSame(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  for (let at = 0; at < a.size; at += stretchBytes) {
    const [one, other] = await Promise.all(
      [a, b].map(async (file) => new Uint8Array(await file.slice(at, at + stretchBytes).arrayBuffer())),
    );
    if (one!.some((byte, index) => byte !== other![index])) return false;
  }
  return true;
}
