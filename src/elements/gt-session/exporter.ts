import type {ReactiveControllerHost} from 'lit';
import type {JobSession} from '../../session/job-session.js';
import {saveFile} from '../shared/save-file.js';

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

  async download(session: JobSession, what: 'manifest' | 'job'): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#problem = undefined;
    this.#host.requestUpdate();
    const {jobName} = session.identity;
    try {
      const {blob} = await (what === 'job' ? session.exportJob() : session.exportManifest());
      saveFile(blob, what === 'job' ? `${jobName}.zip` : `${jobName}.output.manifest`);
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
  }

  dismissProblem(): void {
    this.#problem = undefined;
    this.#host.requestUpdate();
  }
}
