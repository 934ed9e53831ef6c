import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import downloadIcon from 'lucide/dist/esm/icons/download.mjs';
import folderOpen from 'lucide/dist/esm/icons/folder-open.mjs';
import userRound from 'lucide/dist/esm/icons/user-round.mjs';
import {member} from '../../base/json.js';
import {controls} from '../../elements/shared/controls.styles.js';
import type {GtSession} from '../../elements/gt-session/gt-session.js';
import {icon} from '../../elements/shared/icon.js';
import {saveFile} from '../../elements/shared/save-file.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {beginManifest} from '../../formats/manifest.js';
import {PictureFolder} from '../../media/folder.js';
import type {ResolveSource} from '../../media/resolve.js';
import type {SessionId, SessionStore, WorkerProfile} from '../../session/session-store.js';
import {hostOf, type DeliveryView} from '../deliveries.js';
import {otherSessions, outputName} from '../job-export.js';
import {needsPlace, resolverFor, type PicturePlaces} from '../job-media.js';
import {deliveryOf, type Jobs, type StoredJob} from '../jobs.js';
import {createTaskElement} from '../task-element.js';
import {styles} from './gt-job-room.styles.js';

/** A job that is open: its manifest at hand and its task element made. */
interface OpenJob {
  readonly job: StoredJob;
  /** The sessions of the others who work on it. */
  readonly others: readonly string[];
  readonly manifest: Blob;
  readonly task: HTMLElement;
  readonly resolveSource: ResolveSource | undefined;
  /** References of the first lines that need a folder or a base address to be found. */
  readonly references: readonly string[];
  /** The session of the worker. */
  readonly own: SessionId;
  /** The worker has agreed to where the job sends answers. */
  readonly isAgreed: boolean;
}

/** An answer that is stored now. */
export interface SavedAnswer {
  readonly session: SessionId;
  readonly index: number;
}

/**
 * Where a job is worked on: the session with its task, and the way out.
 *
 * @fires {CustomEvent<SavedAnswer>} gt-answer-saved - An answer was submitted, and is stored.
 * @fires {CustomEvent} gt-agree - The worker wants their answers to be sent where the job says.
 * @fires {CustomEvent} gt-leave - The worker goes back to the list of jobs.
 */
export class GtJobRoom extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) store!: SessionStore;
  @property({attribute: false}) jobs!: Jobs;
  @property({attribute: false}) jobId = '';
  /** Who works. */
  @property({attribute: false}) worker: WorkerProfile | undefined;

  /** How far the worker's answers are on their way. */
  @property({attribute: false}) deliveries: readonly DeliveryView[] = [];

  @state() private open: OpenJob | undefined;
  @state() private gone = false;
  /** True while the person is asked where the pictures are. */
  @state() private isAsking = false;
  @state() private problem: string | undefined;
  @state() private places: PicturePlaces = {};

  @query('gt-session') private session!: GtSession | null;

  #hasFocused = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobId') || (changed.has('worker') && changed.get('worker')?.id !== this.worker?.id))
      void this.#attempt(() => this.#open(this.jobId));
  }

  /** Stores everything; false when some of it could not be. */
  async settle(): Promise<boolean> {
    return (await this.session?.settle()) ?? true;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  async #open(id: string): Promise<void> {
    this.open = undefined;
    const job = await this.jobs.find(id);
    const manifest = job && (await this.jobs.manifest(id));
    const {worker} = this;
    if (id !== this.jobId) return;
    this.gone = !manifest;
    if (!job || !manifest || !worker) return;
    const own = await this.jobs.join(job, worker.id);
    const [places, references] = [await this.jobs.places(job), await placedReferences(manifest)];
    if (id !== this.jobId) return;
    const isAgreed = deliveryOf(job, own) !== undefined;
    this.#show(
      {job, manifest, references, own: own.id, isAgreed, others: otherSessions(job, own.id)},
      places,
    );
    this.isAsking = references.length > 0 && !hasPlace(places);
  }

  #show(opened: Omit<OpenJob, 'task' | 'resolveSource'>, places: PicturePlaces): void {
    const resolveSource = resolverFor(places);
    const task = createTaskElement(opened.job.definition, resolveSource);
    this.places = places;
    this.#hasFocused = false;
    this.open = {...opened, resolveSource, task};
  }

  async #onPlaces(places: PicturePlaces): Promise<void> {
    const {open} = this;
    if (!open) return;
    if (places.files) await this.jobs.keepPictures(open.job.id, places.files);
    if (places.baseUrl !== undefined) await this.jobs.changeBaseUrl(open.job, places.baseUrl);
    this.#show(open, places);
    const folder = new PictureFolder(places.files ?? []);
    this.isAsking = !places.baseUrl && folder.report(open.references).missing.length > 0;
  }

  /** The keys act on the task from the first moment on, unless the person is somewhere else already. */
  #takeFocus(): void {
    if (this.#hasFocused) return;
    this.#hasFocused = true;
    if (!this.matches(':focus-within')) this.open?.task.focus();
  }

  async #agree(): Promise<void> {
    const {open, worker} = this;
    if (!open || !worker) return;
    await this.jobs.agreeToDelivery(open.job, worker.id);
    if (this.open === open) this.open = {...open, isAgreed: true};
    this.dispatchEvent(new CustomEvent('gt-agree', {bubbles: true, composed: true}));
    open.task.focus();
  }

  /** Tells of an answer as soon as it is stored: before that there is nothing to deliver. */
  async #onSubmit(): Promise<void> {
    const {open, session: element} = this;
    const session = element?.session;
    if (!open || !session) return;
    const detail: SavedAnswer = {session: open.own, index: session.state.index};
    const tell = () =>
      this.dispatchEvent(
        new CustomEvent<SavedAnswer>('gt-answer-saved', {detail, bubbles: true, composed: true}),
      );
    // The session takes the answer when everybody has heard of the event.
    await Promise.resolve();
    await session.settled();
    tell();
    if (!session.isUnsaved) return;
    const stop = session.subscribe(() => {
      if (session.isUnsaved) return;
      stop();
      tell();
    });
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent('gt-leave', {bubbles: true, composed: true}));
  }

  /** Asks the session itself: it also knows answers that could not be stored. */
  async #export(byPointer: boolean): Promise<void> {
    const blob = await this.session?.exportManifest();
    if (blob && this.open) saveFile(blob, outputName(this.open.job));
    // After a press with the pointer the keys act on the item again.
    if (byPointer) this.open?.task.focus();
  }

  protected override render() {
    const text = this.#strings.text.portal;
    const {open} = this;
    if (open && !this.isAsking) return this.#work(open);
    return html`
      <header>${this.#backButton()}</header>
      <main>
        ${this.#problemNotice()}
        ${this.gone ? html`<p class="notice warning" role="alert">${text.jobGone}</p>` : nothing}
        ${open ? this.#question(open) : nothing}
      </main>
    `;
  }

  #question({references}: OpenJob) {
    const text = this.#strings.text.portal;
    return html`<div class="ask">
      <gt-picture-source
        .references=${references}
        .places=${this.places}
        @gt-pictures=${(event: CustomEvent<PicturePlaces>) => void this.#attempt(() => this.#onPlaces(event.detail))}
      ></gt-picture-source>
      <button class="button" @click=${() => (this.isAsking = false)}>
        ${hasPlace(this.places) ? text.goOn : text.goOnWithout}
      </button>
    </div>`;
  }

  #problemNotice() {
    const text = this.#strings.text.portal;
    return this.problem
      ? html`<p class="notice error" role="alert">${text.failed(this.problem)}</p>`
      : nothing;
  }

  /** Somebody else's wish, which nobody was asked about: a job from another person's time here, or from a backup. */
  #deliveryQuestion({job, isAgreed}: OpenJob) {
    const {delivery: text} = this.#strings.text;
    const {deliverTo} = job.definition;
    if (deliverTo === undefined || isAgreed) return nothing;
    return html`<div class="notice" role="status">
      <span>${text.notAgreed(hostOf(deliverTo))}</span>
      <button class="button" @click=${() => void this.#attempt(() => this.#agree())}>${text.sendMine}</button>
    </div>`;
  }

  #backButton(slot = '') {
    const text = this.#strings.text.portal;
    return html`<button class="button quiet back" slot=${slot} @click=${this.#leave}>
      ${icon(arrowLeft)} ${text.back}
    </button>`;
  }

  #work(open: OpenJob) {
    const {job, others, manifest, task, references, resolveSource} = open;
    const {jobName, labelAttributeName, title} = job.definition;
    const {portal: text, people} = this.#strings.text;
    const name = this.worker?.name || people.you;
    return html`<main>
      ${this.#problemNotice()} ${this.#deliveryQuestion(open)}
      ${
        this.jobs.forgetsPictures(job.id)
          ? html`<p class="notice" role="status">${text.picturesNotKept}</p>`
          : nothing
      }
      <gt-session
        .store=${this.store}
        .manifestFile=${manifest}
        .jobName=${jobName}
        .labelAttributeName=${labelAttributeName}
        .workerId=${this.worker?.id ?? ''}
        .otherSessions=${others}
        .reviewLogs=${job.reviews.map(({id}) => id)}
        .taskTitle=${title}
        .resolveSource=${resolveSource}
        .timeLimit=${job.definition.timeLimit ?? 0}
        time-over="release"
        with-stop
        with-decline
        with-release
        @gt-submit=${() => void this.#onSubmit()}
        @gt-stop=${this.#leave}
        @gt-ready=${this.#takeFocus}
        @gt-error=${this.#takeFocus}
      >
        ${this.#backButton('start')}
        <span class="worker" slot="end" title=${people.workingAs(name)}
          >${icon(userRound)}<span class="visually-hidden">${people.workingAs(name)}</span
          ><bdi aria-hidden="true">${name}</bdi></span
        >
        ${
          references.length > 0
            ? html`<button
                class="button quiet icon"
                slot="end"
                title=${text.pictures}
                aria-label=${text.pictures}
                @click=${() => (this.isAsking = true)}
              >
                ${icon(folderOpen)}
              </button>`
            : nothing
        }
        <button
          class="button quiet icon"
          slot="end"
          title=${text.exportManifest}
          aria-label=${text.exportManifest}
          @click=${(event: MouseEvent) => void this.#attempt(() => this.#export(event.detail > 0))}
        >
          ${icon(downloadIcon)}
        </button>
        ${task}
      </gt-session>
      ${
        this.deliveries.length > 0
          ? html`<footer>
              ${this.deliveries.map((view) => html`<gt-delivery-status .view=${view}></gt-delivery-status>`)}
            </footer>`
          : nothing
      }
    </main>`;
  }
}

const hasPlace = ({files = [], baseUrl}: PicturePlaces) => files.length > 0 || Boolean(baseUrl);

/** References among the first lines that a folder or a base address is needed for. */
async function placedReferences(manifest: Blob): Promise<readonly string[]> {
  // The session reads the manifest through; here its beginning is enough.
  const lines = await beginManifest(manifest, {index: async () => {}});
  const entries = await lines.entries(0, Math.min(lines.lineCount, 200));
  return entries
    .map((entry) => (entry.ok ? member(entry.value, 'source-ref') : undefined))
    .filter((reference) => typeof reference === 'string')
    .filter(needsPlace);
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-job-room': GtJobRoom;
  }
}
