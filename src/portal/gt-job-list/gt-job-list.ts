import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import download from 'lucide/dist/esm/icons/download.mjs';
import fileArchive from 'lucide/dist/esm/icons/file-archive.mjs';
import hardDriveDownload from 'lucide/dist/esm/icons/hard-drive-download.mjs';
import trash from 'lucide/dist/esm/icons/trash.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {JobDefinition} from '../job.js';
import {taskIcon} from '../task-icon.js';
import {styles} from './gt-job-list.styles.js';

/** A job as the list shows it. */
export interface JobSummary {
  readonly id: string;
  readonly definition: JobDefinition;
  /** The name of the file the items came from. */
  readonly source: string;
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** What a person can ask for in the list. */
export type JobAction = 'open' | 'export-manifest' | 'export-job' | 'backup' | 'delete';

/**
 * The jobs kept in this browser, each with its progress and what can be done with it.
 *
 * @fires {CustomEvent<{id: string; action: JobAction}>} gt-job-action - A person asked for something.
 */
export class GtJobList extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) jobs: readonly JobSummary[] = [];

  #ask(id: string, action: JobAction): void {
    this.dispatchEvent(
      new CustomEvent('gt-job-action', {detail: {id, action}, bubbles: true, composed: true}),
    );
  }

  #row({id, definition, source, done, skipped, total}: JobSummary) {
    const text = this.#strings.text.portal;
    const finished = total > 0 && done + skipped >= total;
    const begun = done + skipped > 0;
    return html`
      <li>
        <span class="type" aria-hidden="true">${icon(taskIcon(definition.taskType))}</span>
        <div class="what">
          <span class="title"><bdi>${definition.title}</bdi></span>
          <span class="meta"><bdi>${source}</bdi> · ${text.items(total)}</span>
        </div>
        <div class="progress">
          <progress
            max=${Math.max(total, 1)}
            value=${done + skipped}
            aria-label=${text.progressOf(definition.title)}
          ></progress>
          <span class="meta"
            >${text.doneOf(done, total)}${skipped > 0 ? html` · ${text.skipped(skipped)}` : nothing}</span
          >
        </div>
        <div class="actions">
          <button
            class="button quiet icon"
            title=${text.exportManifest}
            aria-label=${text.exportManifestOf(definition.title)}
            @click=${() => this.#ask(id, 'export-manifest')}
          >
            ${icon(download)}
          </button>
          <button
            class="button quiet icon"
            title=${text.exportJob}
            aria-label=${text.exportJobOf(definition.title)}
            @click=${() => this.#ask(id, 'export-job')}
          >
            ${icon(fileArchive)}
          </button>
          <button
            class="button quiet icon"
            title=${text.backup}
            aria-label=${text.backupOf(definition.title)}
            @click=${() => this.#ask(id, 'backup')}
          >
            ${icon(hardDriveDownload)}
          </button>
          <button
            class="button quiet icon"
            title=${text.deleteJob}
            aria-label=${text.deleteJobOf(definition.title)}
            @click=${() => this.#ask(id, 'delete')}
          >
            ${icon(trash)}
          </button>
          <button class="button ${finished ? '' : 'primary'}" @click=${() => this.#ask(id, 'open')}>
            ${finished ? text.review : begun ? text.resume : text.startWorking}
            <bdi class="visually-hidden">${definition.title}</bdi>
          </button>
        </div>
      </li>
    `;
  }

  protected override render() {
    return html`<ul role="list">
      ${repeat(
        this.jobs,
        ({id}) => id,
        (job) => this.#row(job),
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-job-list': GtJobList;
  }
}
