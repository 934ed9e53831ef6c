import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import downloadIcon from 'lucide/dist/esm/icons/download.mjs';
import {member} from '../../base/json.js';
import {controls} from '../../elements/shared/controls.styles.js';
import type {GtSession} from '../../elements/gt-session/gt-session.js';
import {icon} from '../../elements/shared/icon.js';
import {saveFile} from '../../elements/shared/save-file.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {openManifest} from '../../formats/manifest.js';
import {indexInWorker} from '../../workers/index-in-worker.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {SessionStore} from '../../session/session-store.js';
import {outputName} from '../job-export.js';
import {needsPlace, resolverFor, type PicturePlaces} from '../job-media.js';
import {workerId, type Jobs, type StoredJob} from '../jobs.js';
import {createTaskElement} from '../task-element.js';
import {styles} from './gt-job-room.styles.js';

/** A job that is open: its manifest at hand and its task element made. */
interface OpenJob {
  readonly job: StoredJob;
  readonly manifest: Blob;
  readonly task: HTMLElement;
  readonly resolveSource: ResolveSource | undefined;
  /** References that lead nowhere yet; the person is asked where the pictures are. */
  readonly lost: readonly string[];
}

/**
 * Where a job is worked on: the session with its task, and the way out.
 *
 * @fires {CustomEvent} gt-leave - The worker goes back to the list of jobs.
 */
export class GtJobRoom extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) store!: SessionStore;
  @property({attribute: false}) jobs!: Jobs;
  @property({attribute: false}) jobId = '';

  @state() private open: OpenJob | undefined;
  @state() private gone = false;
  @state() private places: PicturePlaces = {};

  @query('gt-session') private session!: GtSession | null;

  #hasFocused = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobId')) void this.#open(this.jobId);
  }

  async #open(id: string): Promise<void> {
    this.open = undefined;
    const job = await this.jobs.find(id);
    const manifest = job && (await this.jobs.manifest(id));
    if (id !== this.jobId) return;
    this.gone = !manifest;
    if (!job || !manifest) return;
    const places = await this.jobs.places(job);
    const lost = hasPlace(places) ? [] : await lostReferences(manifest);
    if (id === this.jobId) this.#show(job, manifest, places, lost);
  }

  #show(job: StoredJob, manifest: Blob, places: PicturePlaces, lost: readonly string[]): void {
    const resolveSource = resolverFor(places);
    this.places = places;
    this.#hasFocused = false;
    this.open = {job, manifest, lost, resolveSource, task: createTaskElement(job.definition, resolveSource)};
  }

  async #onPlaces(places: PicturePlaces): Promise<void> {
    const {open} = this;
    if (!open) return;
    if (places.files) await this.jobs.keepPictures(open.job.id, places.files);
    if (places.baseUrl !== undefined) await this.jobs.changeBaseUrl(open.job, places.baseUrl);
    this.#show(open.job, open.manifest, places, hasPlace(places) ? [] : open.lost);
  }

  /** The keys act on the task from the first moment on, unless the person is somewhere else already. */
  #takeFocus(): void {
    if (this.#hasFocused) return;
    this.#hasFocused = true;
    if (!this.matches(':focus-within')) this.open?.task.focus();
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent('gt-leave', {bubbles: true, composed: true}));
  }

  /** Asks the session itself: it also knows answers that could not be stored. */
  async #export(): Promise<void> {
    const blob = await this.session?.exportManifest();
    if (blob && this.open) saveFile(blob, outputName(this.open.job));
  }

  protected override render() {
    const text = this.#strings.text.portal;
    const {open} = this;
    if (open && open.lost.length === 0) return this.#work(open);
    return html`
      <header>${this.#backButton()}</header>
      <main>
        ${this.gone ? html`<p class="notice warning" role="alert">${text.jobGone}</p>` : nothing}
        ${
          open
            ? html`<gt-picture-source
                .references=${open.lost}
                .places=${this.places}
                @gt-pictures=${(event: CustomEvent<PicturePlaces>) => void this.#onPlaces(event.detail)}
              ></gt-picture-source>`
            : nothing
        }
      </main>
    `;
  }

  #backButton(slot = '') {
    const text = this.#strings.text.portal;
    return html`<button class="button quiet" slot=${slot} @click=${this.#leave}>
      ${icon(arrowLeft)} ${text.back}
    </button>`;
  }

  #work({job, manifest, task, resolveSource}: OpenJob) {
    const {jobName, labelAttributeName, title} = job.definition;
    const {exportManifest} = this.#strings.text.portal;
    return html`<main>
      <gt-session
        .store=${this.store}
        .manifestFile=${manifest}
        .jobName=${jobName}
        .labelAttributeName=${labelAttributeName}
        .workerId=${workerId}
        .taskTitle=${title}
        .resolveSource=${resolveSource}
        @gt-ready=${this.#takeFocus}
      >
        ${this.#backButton('start')}
        <button
          class="button quiet icon"
          slot="end"
          title=${exportManifest}
          aria-label=${exportManifest}
          @click=${() => void this.#export()}
        >
          ${icon(downloadIcon)}
        </button>
        ${task}
      </gt-session>
    </main>`;
  }
}

const hasPlace = ({files = [], baseUrl}: PicturePlaces) => files.length > 0 || Boolean(baseUrl);

/** References among the first lines that no browser can open by itself. */
async function lostReferences(manifest: Blob): Promise<readonly string[]> {
  const lines = await openManifest(manifest, {index: indexInWorker});
  const references: string[] = [];
  for (let index = 0; index < Math.min(lines.lineCount, 200); index++) {
    const entry = await lines.entry(index);
    const reference = entry.ok ? member(entry.value, 'source-ref') : undefined;
    if (typeof reference === 'string' && needsPlace(reference)) references.push(reference);
  }
  return references;
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-job-room': GtJobRoom;
  }
}
