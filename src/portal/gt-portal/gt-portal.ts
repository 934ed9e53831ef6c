import {html, LitElement, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import shieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import {errorAt, type Problem} from '../../base/result.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {openManifest} from '../../formats/manifest.js';
import {decoded} from '../../media/folder.js';
import {IndexedDbStore} from '../../session/indexed-db.js';
import {MemoryStore} from '../../session/memory.js';
import type {SessionStore, WorkerProfile} from '../../session/session-store.js';
import {Deliveries, type DeliveryViews} from '../deliveries.js';
import {draftJob, type JobDraft} from '../draft-job.js';
import {DraftStore} from '../draft-store.js';
import {indexInWorker} from '../../workers/index-in-worker.js';
import {droppedFiles} from '../dropped-files.js';
import {fetchManifest} from '../fetch-manifest.js';
import type {PickedData} from '../gt-data-picker/gt-data-picker.js';
import type {JobAction} from '../gt-job-list/gt-job-list.js';
import type {GtJobRoom, SavedAnswer} from '../gt-job-room/gt-job-room.js';
import type {Chosen} from '../gt-take-dialog/gt-take-dialog.js';
import type {WorkerChange} from '../gt-worker-menu/gt-worker-menu.js';
import {incomingData} from '../incoming-data.js';
import {areBackups, type Brought} from '../bring-backup.js';
import {JobDesk, type Told} from '../job-desk.js';
import {summaryOf, type JobSummary} from '../job-summary.js';
import {pickFolderToFill} from '../picked-folder.js';
import {People} from '../people.js';
import {requesterViews, type RequesterView} from '../gt-requester/gt-requester.js';
import {chainedJob} from '../requester/chained-job.js';
import {Jobs, type NewJob} from '../jobs.js';
import {loadSamples, startSample, type SampleJob} from '../samples.js';
import {styles} from './gt-portal.styles.js';

type Screen =
  | {readonly kind: 'home'}
  | {readonly kind: 'new'; readonly draft: JobDraft}
  | {readonly kind: 'work'; readonly id: string}
  | {readonly kind: RequesterView; readonly id: string};

/**
 * The demo portal: jobs kept in this browser, a form for new ones, and the place to work through them.
 *
 * @fires {CustomEvent} gt-reload - The person wants the new version, and everything is saved.
 * @summary Opens local manifests, runs labeling jobs on them and exports Ground Truth output manifests.
 */
export class GtPortal extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  /** Address of the list of sample jobs. */
  @property() samples = '';

  /** True when a new version of the page waits; the person is asked. */
  @property({type: Boolean, attribute: 'has-update'}) hasUpdate = false;

  /** They want the new version another time. */
  @state() private isUpdatePutOff = false;
  /** The page was not reloaded, because not everything could be saved. */
  @state() private isUpdateStopped = false;
  @query('gt-job-room') private room!: GtJobRoom | null;

  @state() private screen: Screen | undefined;
  @state() private jobs: readonly JobSummary[] = [];
  @state() private sampleJobs: readonly SampleJob[] = [];
  @state() private problems: readonly Problem[] = [];
  @state() private busy = false;
  /** What became of what was brought or asked for last. */
  @state() private told: readonly string[] = [];
  /** The job file that was brought last, until somebody has said who works on it. */
  @state() private taking: Brought | undefined;
  @state() private people: readonly WorkerProfile[] = [];
  @state() private worker: WorkerProfile | undefined;
  /** Answers on their way to where their jobs want them. */
  @state() private sent: DeliveryViews = new Map();

  /** What is to be known about a draft that came back. */
  @state() private draftNotice = '';

  /** What is in the form, so that Back and Forward find it again. */
  #draft: JobDraft | undefined;

  #store: SessionStore = new MemoryStore();
  #jobs = new Jobs(this.#store);
  #people = new People(this.#store);
  #desk = this.#newDesk();
  #drafts = new DraftStore(this.#store);
  #deliveries = this.#newDeliveries();
  #started = false;
  constructor() {
    super();
    this.addEventListener('dragover', this.#onDragOver);
    this.addEventListener('drop', this.#onDrop);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#onAddress);
    if (!this.#started) void this.#start();
    else void this.#refresh();
    this.#started = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#onAddress);
    this.#deliveries.close();
  }

  async #start(): Promise<void> {
    const store = new IndexedDbStore();
    try {
      await store.sessions();
      this.#store = store;
      this.#jobs = new Jobs(store);
      this.#people = new People(store);
      this.#desk = this.#newDesk();
      this.#drafts = new DraftStore(store);
      this.#deliveries = this.#newDeliveries();
    } catch {
      // Nothing can be kept here: the portal works on in memory and says so.
    }
    // Whoever comes to work need not wait until all jobs are counted.
    await this.#refresh(jobInAddress() === undefined);
    if (location.hash === '#new') await this.#restoreDraft();
    this.#onAddress();
    void this.#loadSamples();
    const manifest = new URLSearchParams(location.search).get('manifest');
    if (manifest && !location.hash) await this.#attempt(() => this.#bring({url: manifest}));
  }

  /** The page was left while a job was being made: it goes on where it was. */
  async #restoreDraft(): Promise<void> {
    const found = await this.#drafts.restore().catch(() => undefined);
    if (!found) return;
    const text = this.#strings.text.wizard;
    this.#draft = found.draft;
    this.draftNotice = found.isWhole ? text.draftRestored : text.picturesGone;
  }

  async #loadSamples(): Promise<void> {
    if (!this.samples) return;
    try {
      this.sampleJobs = await loadSamples(this.samples);
    } catch (error) {
      this.#failed(this.samples, String(error));
    }
  }

  async #refresh(isForList = true): Promise<void> {
    const [worker, people] = [await this.#people.current(), await this.#people.list()];
    const jobs: JobSummary[] = [];
    const stored = await this.#jobs.list();
    for (const job of isForList ? stored : [])
      jobs.push(await summaryOf(job, this.#store, people, worker.id));
    [this.worker, this.people, this.jobs] = [worker, people, jobs];
    if (this.isConnected) this.#deliveries.serve(stored, worker.id);
  }

  #newDeliveries(): Deliveries {
    return new Deliveries(this.#store, () => (this.sent = this.#deliveries.views));
  }

  #newDesk(): JobDesk {
    return new JobDesk(this.#store, this.#jobs, () => this.#strings.text);
  }

  /** Shows what the address says: `#job=<id>` a job, `#review=<id>` and the like its requester’s side, `#new` the form, anything else the first screen. */
  readonly #onAddress = (): void => {
    const id = /^#job=(.+)$/.exec(location.hash)?.[1];
    const asked = /^#(review|batches)=(.+)$/.exec(location.hash);
    const view = requesterViews.find((one) => one === asked?.[1]);
    if (view && asked?.[2]) this.#show({kind: view, id: decoded(asked[2])});
    else if (id) this.#show({kind: 'work', id: decoded(id)});
    else if (location.hash === '#new' && this.#draft) this.#show({kind: 'new', draft: this.#draft});
    else this.#show({kind: 'home'});
  };

  #show(screen: Screen): void {
    this.screen = screen;
    this.problems = [];
    this.told = [];
    this.taking = undefined;
    if (screen.kind === 'home') void this.#refresh();
  }

  #go(screen: Screen): void {
    const hash = hashOf(screen);
    if (screen.kind === 'new') {
      this.#draft = screen.draft;
      this.draftNotice = '';
      this.#drafts.keep(screen.draft);
    }
    if (hash !== location.hash) history.pushState(null, '', location.pathname + location.search + hash);
    this.#show(screen);
  }

  #failed(address: string, why: string): void {
    this.problems = [
      errorAt('manifest', 'portal/load-failed', this.#strings.text.portal.loadFailed(address, why)),
    ];
  }

  /** Does something that may fail, most often because the browser's storage is full, and says so in place. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    this.problems = [];
    this.told = [];
    try {
      await act();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.problems = [errorAt('portal', 'portal/failed', this.#strings.text.portal.failed(why))];
    }
  }

  /** A file dropped beside the drop zone would otherwise take the place of the portal. */
  readonly #onDragOver = (event: DragEvent): void => event.preventDefault();

  readonly #onDrop = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const {dataTransfer} = event;
    if (!dataTransfer || this.screen?.kind !== 'home') return;
    void this.#attempt(async () => this.#bring({files: await droppedFiles(dataTransfer)}));
  };

  /** Reads what a person brought and shows the form for it. */
  async #bring(picked: PickedData): Promise<void> {
    this.busy = true;
    try {
      if ('files' in picked && (await areBackups(picked.files)))
        return await this.#restore(picked.files.map(({file}) => file));
      const data = 'url' in picked ? await fetchManifest(picked.url) : await incomingData(picked.files);
      const draft = data.ok ? await draftJob(data.value, this.#takenNames) : data;
      if (draft.ok) this.#go({kind: 'new', draft: draft.value});
      else this.problems = draft.problems;
    } finally {
      this.busy = false;
    }
  }

  /** Takes in what others sent, or was kept, and says what became of it. */
  async #restore(files: readonly File[]): Promise<void> {
    const brought = await this.#desk.bring(files, this.people);
    if (brought.person) await this.#people.goOnAs(brought.person);
    await this.#refresh();
    this.#tell(brought);
    this.taking = brought.toTake;
  }

  #tell({sentences, problems}: Told): void {
    this.told = sentences;
    this.problems = problems;
  }

  /** Somebody works on the job that came in: they get their part of it, and it opens. */
  async #take(chosen: Chosen): Promise<void> {
    const {taking} = this;
    if (!taking) return;
    this.taking = undefined;
    const {id} = 'id' in chosen ? chosen : await this.#people.come(chosen.name);
    this.#people.choose(id);
    await this.#jobs.join(taking.job, id, taking.part);
    const job = await this.#jobs.find(taking.job.id);
    // The dialog has told them where their answers go.
    if (job) await this.#jobs.agreeToDelivery(job, id);
    await this.#refresh();
    this.#go({kind: 'work', id: taking.job.id});
  }

  async #changeWorker(change: WorkerChange): Promise<void> {
    if (change.kind === 'choose') this.#people.choose(change.id);
    else if (change.kind === 'add') await this.#people.come(change.name);
    else await this.#people.rename(change.id, change.name);
    await this.#refresh();
  }

  /** True when the job was made. */
  async #create(job: NewJob): Promise<boolean> {
    const created = await this.#jobs.create(job);
    if (!created.ok) {
      this.problems = created.problems;
      return false;
    }
    // Whoever makes a job has said themselves where results go.
    if (this.worker) await this.#jobs.agreeToDelivery(created.value, this.worker.id);
    await this.#refresh();
    this.#go({kind: 'work', id: created.value.id});
    return true;
  }

  get #takenNames(): readonly string[] {
    return this.jobs.map((job) => job.definition.jobName);
  }

  async #startSample(sample: SampleJob): Promise<void> {
    const started = await startSample(sample, this.#jobs);
    if (started.ok) this.#go({kind: 'work', id: started.value.id});
    else this.problems = started.problems;
  }

  async #onJobAction(id: string, action: JobAction): Promise<void> {
    if (action === 'open') return this.#go({kind: 'work', id});
    if (action === 'check') return this.#go({kind: 'review', id});
    if (action === 'deliver-now') return this.#deliveries.tryNow(id);
    if (action === 'to-folder') return this.#deliverToFolder(id);
    const job = await this.#jobs.find(id);
    if (action === 'delete') {
      await this.#jobs.remove(id);
      await this.#refresh();
    } else if (job && this.worker && action !== 'share') {
      this.#tell(await this.#desk.give(action, job, this.worker));
    }
  }

  /** A new job is made that goes on from the output of another one. */
  async #follow(id: string): Promise<void> {
    const [job, manifest] = [await this.#jobs.find(id), await this.#jobs.manifest(id)];
    if (!job || !manifest) return;
    const title = this.#strings.text.requester.followTitle(job.definition.title);
    const open = await openManifest(manifest, {index: indexInWorker});
    const draft = await chainedJob(job, this.#store, this.#jobs, open, title, this.#takenNames);
    if (draft.ok) this.#go({kind: 'new', draft: draft.value});
    else this.problems = draft.problems;
  }

  async #deliverToFolder(id: string): Promise<void> {
    const folder = await pickFolderToFill();
    const job = folder && (await this.#jobs.find(id));
    if (!job) return;
    this.#deliveries.toFolder(job, folder);
    this.#tell({sentences: [this.#strings.text.delivery.folderFor(job.definition.title)], problems: []});
  }

  async #share(id: string, parts: number): Promise<void> {
    const job = await this.#jobs.find(id);
    if (job) await this.#desk.share(job, parts);
  }

  /** Saves what is open, then asks whoever made the page to reload it. */
  async #takeUpdate(): Promise<void> {
    await this.#drafts.settled;
    const isSaved = (await this.room?.settle()) ?? true;
    this.isUpdateStopped = !isSaved;
    if (isSaved) this.dispatchEvent(new CustomEvent('gt-reload', {bubbles: true, composed: true}));
  }

  #updateNotice() {
    const text = this.#strings.text.update;
    const isShown = this.hasUpdate && !this.isUpdatePutOff;
    return html`<div class="update" role="status">
      ${
        isShown
          ? html`<div class="update-card">
              <p><b>${text.ready}</b> ${this.isUpdateStopped ? text.unsaved : text.comesBack}</p>
              <span class="update-actions">
                <button class="button quiet" @click=${() => (this.isUpdatePutOff = true)}>
                  ${text.later}
                </button>
                <button class="button primary" @click=${() => void this.#takeUpdate()}>${text.reload}</button>
              </span>
            </div>`
          : nothing
      }
    </div>`;
  }

  protected override render() {
    return html`${this.#screen()} ${this.#updateNotice()}`;
  }

  #screen() {
    const {screen} = this;
    if (!screen) return nothing;
    if (screen.kind === 'review' || screen.kind === 'batches') {
      const {id, kind} = screen;
      return html`<gt-requester
        .store=${this.#store}
        .jobs=${this.#jobs}
        .jobId=${id}
        .view=${kind}
        .people=${this.people}
        .worker=${this.worker}
        @gt-leave=${() => this.#go({kind: 'home'})}
        @gt-view=${(event: CustomEvent<RequesterView>) => this.#go({kind: event.detail, id})}
        @gt-follow=${() => void this.#attempt(() => this.#follow(id))}
      ></gt-requester>`;
    }
    if (screen.kind === 'work') {
      return html`<gt-job-room
        .store=${this.#store}
        .jobs=${this.#jobs}
        .jobId=${screen.id}
        .worker=${this.worker}
        .deliveries=${this.sent.get(screen.id) ?? []}
        @gt-agree=${() => void this.#attempt(() => this.#refresh())}
        @gt-answer-saved=${({detail: {session, index}}: CustomEvent<SavedAnswer>) =>
          this.#deliveries.submitted(session, index)}
        @gt-deliver-now=${() => this.#deliveries.tryNow(screen.id)}
        @gt-leave=${() => this.#go({kind: 'home'})}
      ></gt-job-room>`;
    }
    return html`
      ${this.#topBar(screen.kind === 'new')}
      ${screen.kind === 'new' ? this.#form(screen.draft) : this.#home()}
    `;
  }

  #topBar(back: boolean) {
    const {portal: text, delivery} = this.#strings.text;
    return html`
      <header>
        ${
          back
            ? html`<button class="button quiet back" @click=${() => this.#go({kind: 'home'})}>
                ${icon(arrowLeft)} ${text.back}
              </button>`
            : html`<span class="brand"><span class="mark" aria-hidden="true"></span> gt-elements</span>`
        }
        <span class="end">
          <span class="privacy"
            >${icon(shieldCheck)} ${this.sent.size > 0 ? delivery.someSent : text.privacy}</span
          >
          <gt-worker-menu
            .people=${this.people}
            .currentId=${this.worker?.id ?? ''}
            @gt-worker=${(event: CustomEvent<WorkerChange>) =>
              void this.#attempt(() => this.#changeWorker(event.detail))}
          ></gt-worker-menu>
        </span>
      </header>
    `;
  }

  #home() {
    return html`<gt-portal-home
      .jobs=${this.jobs}
      .deliveries=${this.sent}
      .samples=${this.sampleJobs}
      .problems=${this.problems}
      .busy=${this.busy}
      .told=${this.told}
      .taking=${
        this.taking && {
          title: this.taking.job.definition.title,
          count: this.taking.part.size(this.taking.job.total),
          deliverTo: this.taking.job.definition.deliverTo,
        }
      }
      .people=${this.people}
      .currentId=${this.worker?.id ?? ''}
      .forgetful=${!this.#store.durable}
      @gt-data=${(event: CustomEvent<PickedData>) => void this.#attempt(() => this.#bring(event.detail))}
      @gt-sample=${(event: CustomEvent<SampleJob>) => void this.#attempt(() => this.#startSample(event.detail))}
      @gt-job-action=${({detail: {id, action}}: CustomEvent<{id: string; action: JobAction}>) =>
        void this.#attempt(() => this.#onJobAction(id, action))}
      @gt-share=${({detail: {id, parts}}: CustomEvent<{id: string; parts: number}>) =>
        void this.#attempt(() => this.#share(id, parts))}
      @gt-take=${(event: CustomEvent<Chosen>) => void this.#attempt(() => this.#take(event.detail))}
      @gt-leave-it=${() => (this.taking = undefined)}
    ></gt-portal-home>`;
  }

  #form(draft: JobDraft) {
    const forget = () => {
      this.#draft = undefined;
      this.#drafts.discard();
    };
    return html`<gt-job-wizard
      .draft=${draft}
      .takenNames=${this.#takenNames}
      .problems=${this.problems}
      .notice=${this.draftNotice}
      @gt-draft=${(event: CustomEvent<JobDraft>) => this.#drafts.keep((this.#draft = event.detail))}
      @gt-cancel=${() => {
        forget();
        this.#go({kind: 'home'});
      }}
      @gt-create-job=${(event: CustomEvent<NewJob>) =>
        void this.#attempt(async () => {
          if (await this.#create(event.detail)) forget();
        })}
    ></gt-job-wizard>`;
  }
}

/** The address of a screen, within the page. */
function hashOf(screen: Screen): string {
  if (screen.kind === 'home') return '';
  if (screen.kind === 'new') return '#new';
  return `#${screen.kind === 'work' ? 'job' : screen.kind}=${encodeURIComponent(screen.id)}`;
}

/** The job that the address names, as it stands there. */
const jobInAddress = (): string | undefined => /^#job=(.+)$/.exec(location.hash)?.[1];

declare global {
  interface HTMLElementTagNameMap {
    'gt-portal': GtPortal;
  }
}
