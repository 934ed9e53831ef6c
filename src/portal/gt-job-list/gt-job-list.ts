import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import clipboardCheck from 'lucide/dist/esm/icons/clipboard-check.mjs';
import download from 'lucide/dist/esm/icons/download.mjs';
import fileArchive from 'lucide/dist/esm/icons/file-archive.mjs';
import folderOutput from 'lucide/dist/esm/icons/folder-output.mjs';
import hardDriveDownload from 'lucide/dist/esm/icons/hard-drive-download.mjs';
import send from 'lucide/dist/esm/icons/send.mjs';
import share from 'lucide/dist/esm/icons/share-2.mjs';
import trash from 'lucide/dist/esm/icons/trash.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon, type IconShapes} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {DeliveryViews} from '../deliveries.js';
import {fields} from '../fields.styles.js';
import type {JobStatus, JobSummary, WorkerProgress} from '../job-summary.js';
import {canPickFolder} from '../picked-folder.js';
import {taskIcon} from '../task-icon.js';
import {styles} from './gt-job-list.styles.js';

/** What a person can ask for in the list. */
export type JobAction =
  | 'open'
  | 'check'
  | 'export-manifest'
  | 'export-job'
  | 'backup'
  | 'share'
  | 'send'
  | 'deliver-now'
  | 'to-folder'
  | 'delete';

const filters = ['all', 'not-started', 'in-progress', 'complete'] as const;

/** Workers of one job that are listed; the others are counted. */
const mostWorkers = 8;

/**
 * The jobs kept in this browser, each with its progress and what can be done with it.
 *
 * @fires {CustomEvent<{id: string; action: JobAction}>} gt-job-action - A person asked for something.
 */
export class GtJobList extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) jobs: readonly JobSummary[] = [];
  /** What is on its way, by job. */
  @property({attribute: false}) deliveries: DeliveryViews = new Map();

  @state() private sought = '';
  @state() private filter: JobStatus | 'all' = 'all';

  #ask(id: string, action: JobAction): void {
    this.dispatchEvent(
      new CustomEvent('gt-job-action', {detail: {id, action}, bubbles: true, composed: true}),
    );
  }

  get #found(): readonly JobSummary[] {
    const sought = plain(this.sought);
    return this.jobs.filter(({definition, status}) => {
      const text = plain(`${definition.title} ${definition.jobName}`);
      return text.includes(sought) && (this.filter === 'all' || this.filter === status);
    });
  }

  #action(
    job: JobSummary,
    action: JobAction,
    name: string,
    nameOf: (title: string) => string,
    shapes: IconShapes,
  ) {
    return html`<button
      class="button quiet icon"
      title=${name}
      aria-label=${nameOf(job.definition.title)}
      @click=${() => this.#ask(job.id, action)}
    >
      ${icon(shapes)}
    </button>`;
  }

  #workers({definition, workers}: JobSummary) {
    const {people} = this.#strings.text;
    if (workers.length < 2) return nothing;
    const more = workers.length - mostWorkers;
    return html`<ul class="workers" role="list" aria-label=${people.workers(definition.title)}>
      ${workers.slice(0, mostWorkers).map(
        ({id, name, done, declined, total}) =>
          html`<li title=${people.standsInAnswers(id)}>
            <bdi class="worker">${name || id}</bdi>
            ${people.doneOf(done, total)}${declined > 0 ? html` · ${people.declined(declined)}` : nothing}
          </li>`,
      )}
      ${more > 0 ? html`<li>+${more.toLocaleString(this.#strings.language)}</li>` : nothing}
    </ul>`;
  }

  #deliveries({id}: JobSummary) {
    return (this.deliveries.get(id) ?? []).map(
      (view) =>
        html`<gt-delivery-status
          class="delivery"
          .view=${view}
          @gt-deliver-now=${() => this.#ask(id, 'deliver-now')}
        ></gt-delivery-status>`,
    );
  }

  #row(job: JobSummary) {
    const {portal: text, people, delivery, requester} = this.#strings.text;
    const {id, definition, source, done, skipped, declined, total, status, own} = job;
    return html`
      <li class="job">
        <span class="type" aria-hidden="true">${icon(taskIcon(definition.taskType))}</span>
        <div class="what">
          <span class="title"><bdi>${definition.title}</bdi></span>
          <span class="meta"
            ><span class="status ${status}">${people.statuses[status]}</span> · <bdi>${source}</bdi> ·
            ${text.items(total)}</span
          >
        </div>
        <div class="progress">
          <progress
            max=${Math.max(total, 1)}
            value=${done + skipped + declined}
            aria-label=${text.progressOf(definition.title)}
          ></progress>
          <span class="meta"
            >${text.doneOf(done, total)}${skipped > 0 ? html` · ${text.skipped(skipped)}` : nothing}${
              declined > 0 ? html` · ${people.declined(declined)}` : nothing
            }</span
          >
        </div>
        <div class="actions">
          <button class="button open ${isDone(own) ? '' : 'primary'}" @click=${() => this.#ask(id, 'open')}>
            ${isDone(own) ? text.review : hasBegun(own) ? text.resume : text.startWorking}
            <bdi class="visually-hidden">${definition.title}</bdi>
          </button>
          <div class="more">
            ${hasBegun(own) ? this.#action(job, 'send', people.sendWork, people.sendWorkOf, send) : html`<span class="none-here"></span>`}
            ${this.#action(job, 'check', requester.open, requester.openOf, clipboardCheck)}
            ${this.#action(job, 'export-manifest', text.exportManifest, text.exportManifestOf, download)}
            ${this.#action(job, 'export-job', text.exportJob, text.exportJobOf, fileArchive)}
            ${canPickFolder() ? this.#action(job, 'to-folder', delivery.toFolder, delivery.toFolderOf, folderOutput) : nothing}
            ${this.#action(job, 'backup', text.backup, text.backupOf, hardDriveDownload)}
            ${this.#action(job, 'share', people.shareJob, people.shareJobOf, share)}
            ${this.#action(job, 'delete', text.deleteJob, text.deleteJobOf, trash)}
          </div>
        </div>
        ${this.#workers(job)} ${this.#deliveries(job)}
      </li>
    `;
  }

  #search() {
    const {people} = this.#strings.text;
    return html`<div class="search" role="search">
      <input
        type="search"
        autocomplete="off"
        aria-label=${people.searchJobs}
        placeholder=${people.searchJobs}
        .value=${this.sought}
        @input=${(event: Event) => (this.sought = (event.target as HTMLInputElement).value)}
      />
      <div class="filters" role="group" aria-label=${people.status}>
        ${filters.map(
          (one) =>
            html`<button
              type="button"
              aria-pressed=${one === this.filter ? 'true' : 'false'}
              @click=${() => (this.filter = one)}
            >
              ${people.statuses[one]}
            </button>`,
        )}
      </div>
    </div>`;
  }

  protected override render() {
    const found = this.#found;
    return html`${this.jobs.length > 1 ? this.#search() : nothing}
      <div role="status">
        ${found.length === 0 ? html`<p class="none">${this.#strings.text.people.noJobs}</p>` : nothing}
      </div>
      <ul class="jobs" role="list" ?hidden=${found.length === 0}>
        ${repeat(
          found,
          ({id}) => id,
          (job) => this.#row(job),
        )}
      </ul>`;
  }
}

const hasBegun = (own: WorkerProgress | undefined): boolean =>
  own !== undefined && own.done + own.skipped + own.declined > 0;

const isDone = (own: WorkerProgress | undefined): boolean =>
  own !== undefined && own.total > 0 && own.done + own.skipped + own.declined >= own.total;

/** Text for comparing: neither case nor accents matter. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .trim();

declare global {
  interface HTMLElementTagNameMap {
    'gt-job-list': GtJobList;
  }
}
