import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import gitBranch from 'lucide/dist/esm/icons/git-branch-plus.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {saveFile} from '../../elements/shared/save-file.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {openManifest, type Manifest} from '../../formats/manifest.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {Part} from '../../session/part.js';
import type {SessionStore, WorkerProfile} from '../../session/session-store.js';
import {indexInWorker} from '../../workers/index-in-worker.js';
import {resolverFor} from '../job-media.js';
import type {Jobs, StoredJob} from '../jobs.js';
import {objectPages, type ObjectRow} from '../requester/object-rows.js';
import {partFile} from '../share-job.js';
import {styles} from './gt-requester.styles.js';

/** What a requester looks at. */
export const requesterViews = ['review', 'batches'] as const;
export type RequesterView = (typeof requesterViews)[number];

/** Some objects that are to be given to others, and what the file is called. */
export interface PartToShare {
  readonly part: Part;
  readonly name: string;
}

interface OpenJob {
  readonly job: StoredJob;
  readonly manifest: Manifest;
  readonly resolveSource: ResolveSource | undefined;
}

/**
 * The requester's side of a job: its answers to review, its batches, its numbers.
 *
 * @fires {CustomEvent} gt-leave - Back to the list of jobs.
 * @fires {CustomEvent<RequesterView>} gt-view - Another view is wanted.
 * @fires {CustomEvent<StoredJob>} gt-follow - A new job is wanted that goes on from the output of this one.
 */
export class GtRequester extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) store!: SessionStore;
  @property({attribute: false}) jobs!: Jobs;
  @property({attribute: false}) jobId = '';
  @property({attribute: false}) view: RequesterView = 'review';
  @property({attribute: false}) people: readonly WorkerProfile[] = [];
  /** Who decides. */
  @property({attribute: false}) worker: WorkerProfile | undefined;

  @state() private open: OpenJob | undefined;
  @state() private rows: readonly ObjectRow[] = [];
  @state() private isReading = true;
  @state() private gone = false;
  @state() private problem = '';

  /** Counts the readings, so that an old one ends when another begins. */
  #reading = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobId')) void this.#attempt(() => this.#open());
    else if (changed.has('view') && this.open) void this.#attempt(() => this.#read());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading++;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.problem = '';
    try {
      await act();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  async #open(): Promise<void> {
    const id = this.jobId;
    this.open = undefined;
    const job = await this.jobs.find(id);
    const file = job && (await this.jobs.manifest(id));
    if (id !== this.jobId) return;
    this.gone = !file;
    if (!job || !file) return;
    const manifest = await openManifest(file, {index: indexInWorker});
    const resolveSource = resolverFor(await this.jobs.places(job));
    if (id !== this.jobId) return;
    this.open = {job, manifest, resolveSource};
    await this.#read();
  }

  /** Reads the answers anew, page by page: the page stays usable meanwhile. */
  async #read(): Promise<void> {
    const reading = ++this.#reading;
    const job = await this.jobs.find(this.jobId);
    if (!job || !this.open || reading !== this.#reading) return;
    const {manifest} = this.open;
    this.open = {...this.open, job};
    this.isReading = true;
    const rows: ObjectRow[] = [];
    for await (const page of objectPages(job, this.store, manifest)) {
      if (reading !== this.#reading) return;
      rows.push(...page);
      this.rows = [...rows];
      // Between two pages the browser may do what a person asked for.
      await new Promise((done) => setTimeout(done));
    }
    if (reading === this.#reading) this.isReading = false;
  }

  async #share({part, name}: PartToShare): Promise<void> {
    const job = await this.jobs.find(this.jobId);
    if (!job) return;
    const file = await partFile(job, this.store, part, name);
    saveFile(file.blob, file.name);
  }

  #tell<Detail>(name: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  protected override render() {
    const {portal, requester: words} = this.#strings.text;
    return html`<header>
        <button class="button quiet back" @click=${() => this.#tell('gt-leave')}>
          ${icon(arrowLeft)} <span class="text">${portal.back}</span>
        </button>
        <h1><bdi>${this.open?.job.definition.title ?? ''}</bdi></h1>
        <nav aria-label=${words.viewsOf}>
          ${requesterViews.map(
            (view) =>
              html`<button
                aria-current=${view === this.view ? 'page' : nothing}
                @click=${() => this.#tell('gt-view', view)}
              >
                ${words.views[view]}
              </button>`,
          )}
        </nav>
        <button
          class="button quiet follow"
          title=${words.follow}
          ?disabled=${!this.open || this.rows.length === 0}
          @click=${() => this.#tell('gt-follow', this.open?.job)}
        >
          ${icon(gitBranch)} <span class="text">${words.follow}</span>
        </button>
      </header>
      ${this.problem ? html`<p class="notice error" role="alert">${words.failed(this.problem)}</p>` : nothing}
      ${this.gone ? html`<p class="notice warning" role="alert">${portal.jobGone}</p>` : nothing}
      ${this.open ? this.#view(this.open) : nothing}`;
  }

  #view({job, manifest, resolveSource}: OpenJob) {
    const onShare = (event: CustomEvent<PartToShare>) => void this.#attempt(() => this.#share(event.detail));
    if (this.view === 'batches') {
      return html`<gt-batches
        .store=${this.store}
        .jobs=${this.jobs}
        .job=${job}
        .manifest=${manifest}
        .rows=${this.rows}
        .reading=${this.isReading}
        .by=${this.worker?.id ?? ''}
        @gt-share-part=${onShare}
        @gt-decided=${() => void this.#attempt(() => this.#read())}
      ></gt-batches>`;
    }
    return html`<gt-review
      .store=${this.store}
      .jobs=${this.jobs}
      .job=${job}
      .manifest=${manifest}
      .rows=${this.rows}
      .reading=${this.isReading}
      .people=${this.people}
      .by=${this.worker?.id ?? ''}
      .resolveSource=${resolveSource}
      @gt-share-part=${onShare}
    ></gt-review>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-requester': GtRequester;
  }
}
