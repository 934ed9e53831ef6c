import type {ReactiveControllerHost} from 'lit';
import type {JobSession} from '../../session/job-session.js';
import {backupEnding} from '../../session/backup/backup-lines.js';
import {saveFile} from '../shared/save-file.js';

/** What can be downloaded, and how the file's name ends. */
const files = {
  manifest: {make: (session: JobSession) => session.exportManifest(), ending: '.output.manifest'},
  job: {make: (session: JobSession) => session.exportJob(), ending: '.zip'},
  backup: {make: (session: JobSession) => session.backup(), ending: backupEnding},
};

/** Items that could not be read for a file; and whether only unsaved work is in it, as nothing could be read. */
export interface Missing {
  readonly unreadable: readonly number[];
  readonly isPartial: boolean;
}

type Made = Partial<Missing> & {readonly blob: Blob; readonly unreadable: readonly number[]};

/** Downloads the output of a session, one export at a time. */
export class Exporter {
  readonly #host: ReactiveControllerHost;
  #isBusy = false;
  #problem: string | undefined;
  #missing: Missing | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Why the last export failed. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** What is not in the last file, though it was saved. */
  get missing(): Missing | undefined {
    return this.#missing;
  }

  /** False when there is no file, or not everything is in it. */
  async download(session: JobSession, what: keyof typeof files): Promise<boolean> {
    if (this.#isBusy) return false;
    let isWhole = false;
    this.#isBusy = true;
    this.#problem = undefined;
    this.#missing = undefined;
    this.#host.requestUpdate();
    const {jobName} = session.identity;
    try {
      const {make, ending} = files[what];
      const made: Made = await make(session);
      saveFile(made.blob, `${jobName}${ending}`);
      const {unreadable, isPartial = false} = made;
      isWhole = !isPartial && unreadable.length === 0;
      if (!isWhole) this.#missing = {unreadable, isPartial};
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
    return isWhole;
  }

  dismissProblem(): void {
    this.#problem = undefined;
    this.#missing = undefined;
    this.#host.requestUpdate();
  }
}
