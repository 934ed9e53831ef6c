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

/** Downloads the output of a session, one export at a time. */
export class Exporter {
  readonly #host: ReactiveControllerHost;
  #isBusy = false;
  #problem: string | undefined;

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

  /** False when there is no file, or not everything is in it. */
  async download(session: JobSession, what: keyof typeof files): Promise<boolean> {
    if (this.#isBusy) return false;
    let isWhole = false;
    this.#isBusy = true;
    this.#problem = undefined;
    this.#host.requestUpdate();
    const {jobName} = session.identity;
    try {
      const {make, ending} = files[what];
      const made: {readonly blob: Blob; readonly isPartial?: true} = await make(session);
      saveFile(made.blob, `${jobName}${ending}`);
      isWhole = !made.isPartial;
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
    return isWhole;
  }

  dismissProblem(): void {
    this.#problem = undefined;
    this.#host.requestUpdate();
  }
}
