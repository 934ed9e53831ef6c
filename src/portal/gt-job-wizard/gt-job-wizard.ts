import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import check from 'lucide/dist/esm/icons/check.mjs';
import {errorAt, type Problem, type Result} from '../../base/result.js';
import {chipStyles} from '../../elements/shared/chip.styles.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {everyItem} from '../../formats/choose-items.js';
import type {ManifestEntry} from '../../formats/entry.js';
import type {ResolveSource} from '../../media/resolve.js';
import {placesOf, readDraftData, stepNames, type JobDraft, type StepName} from '../draft-job.js';
import {fetchManifest} from '../fetch-manifest.js';
import {fields} from '../fields.styles.js';
import type {PickedData} from '../gt-data-picker/gt-data-picker.js';
import {incomingData, tableData, type IncomingData, type TableSource} from '../incoming-data.js';
import {ItemChooser} from '../item-chooser.js';
import type {JobDefinition} from '../job.js';
import {resolverFor, type PicturePlaces} from '../job-media.js';
import type {NewJob} from '../jobs.js';
import {mostPictureBytes, pictureAddress} from '../read-file.js';
import {taskPictureStyles} from '../task-picture.styles.js';
import {hasErrors, problemsAt, usableLabels} from '../wizard-problems.js';
import {dataStep} from './data-step.js';
import {styles} from './gt-job-wizard.styles.js';
import {changeExample, instructionsStep} from './instructions-step.js';
import {labelsStep} from './labels-step.js';
import {reviewStep} from './review-step.js';
import {taskStep} from './task-step.js';
import type {WizardModel} from './wizard-model.js';

/** Problems of what is not there yet. */
const missing: ReadonlySet<string> = new Set(['wizard/too-few', 'wizard/no-address']);

/**
 * Makes a job in steps: data, task, labels, instructions, and a last look. From the second step on it shows the task
 * as a worker will see it.
 *
 * @fires {CustomEvent<JobDraft>} gt-draft - Something was decided or another step opened: the draft as it is now.
 * @fires {CustomEvent<NewJob>} gt-create-job - Everything is there and the person wants to start.
 * @fires {CustomEvent} gt-cancel - The person gave up.
 */
export class GtJobWizard extends LitElement {
  static override styles = [tokens, controls, fields, chipStyles, taskPictureStyles, styles];

  readonly #strings = new StringsController(this);

  /** What the wizard starts from: a suggestion, or a draft that was left. */
  @property({attribute: false}) draft!: JobDraft;
  /** Names of other jobs, which this one cannot have. */
  @property({attribute: false}) takenNames: readonly string[] = [];
  /** Why the job could not be made. */
  @property({attribute: false}) problems: readonly Problem[] = [];
  /** Said once above the steps: what is to be known about a draft that came back. */
  @property() notice = '';

  @state() private now!: JobDraft;
  @state() private entry: ManifestEntry | undefined;
  @state() private previewPlace = 0;
  @state() private isReplacing = false;
  @state() private isReading = false;
  @state() private isCreating = false;
  @state() private readProblems: readonly Problem[] = [];
  @state() private pictureProblem = '';

  @query('h1') private heading!: HTMLElement | null;

  readonly #chooser = new ItemChooser(() => void this.#onChosen());
  /** The same resolver for the same places, so that a picture is not loaded anew for every key stroke. */
  readonly #resolvers = new WeakMap<PicturePlaces, {readonly resolve: ResolveSource | undefined}>();
  /** The same object for the same decisions, so that the preview is left alone by everything else. */
  #shown: {readonly of: JobDefinition; readonly definition: JobDefinition} | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The draft that was told comes back from whoever keeps it.
    if (changed.has('draft') && this.draft !== this.now) {
      this.now = this.draft;
      this.previewPlace = 0;
    }
    this.#chooser.choose(this.now.data.manifest, this.now.choice);
  }

  protected override firstUpdated(): void {
    this.#focusHeading();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chooser.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  #focusHeading(): void {
    this.heading?.focus({preventScroll: true});
    this.renderRoot.querySelector('.form')?.scrollTo({top: 0});
  }

  async #onChosen(): Promise<void> {
    this.requestUpdate();
    const count = this.#chooser.chosen?.count ?? 0;
    this.previewPlace = Math.max(0, Math.min(this.previewPlace, count - 1));
    this.entry = await this.#chooser.entryAt(this.previewPlace);
  }

  async #showItem(place: number): Promise<void> {
    this.previewPlace = place;
    this.entry = await this.#chooser.entryAt(place);
  }

  readonly #change = (part: Partial<JobDraft>): void => {
    this.now = {...this.now, ...part};
    this.dispatchEvent(new CustomEvent<JobDraft>('gt-draft', {detail: this.now}));
  };

  readonly #define = (part: Partial<JobDefinition>): void =>
    this.#change({definition: {...this.now.definition, ...part}});

  /** What is missing at the step that is left is told there from then on. */
  readonly #go = (step: StepName): void => {
    const {step: before, left} = this.now;
    if (step === before) return;
    this.#change({step, left: left.includes(before) ? left : [...left, before]});
    void this.updateComplete.then(() => this.#focusHeading());
  };

  #goBy(by: 1 | -1): void {
    const {step, left} = this.now;
    const to = stepNames[stepNames.indexOf(step) + by];
    if (!to) return;
    if (by === 1 && hasErrors(this.#allProblems(step))) {
      this.#change({left: left.includes(step) ? left : [...left, step]});
      return;
    }
    this.#go(to);
  }

  #allProblems(step: StepName): readonly Problem[] {
    const {takenNames} = this;
    const chosen = this.#chooser.chosen?.count;
    const {wizard: words, delivery} = this.#strings.text;
    return problemsAt(step, this.now, {words, badAddress: delivery.badAddress, takenNames, chosen});
  }

  /** Mistakes are told at once; what is only missing, when its step was left. */
  readonly #toldProblems = (step: StepName): readonly Problem[] => {
    const isLeft = this.now.left.includes(step);
    return this.#allProblems(step).filter(({code}) => isLeft || !missing.has(code));
  };

  #model(): WizardModel {
    const {wizard, portal, delivery} = this.#strings.text;
    return {
      draft: this.now,
      words: wizard,
      portalWords: portal,
      deliveryWords: delivery,
      chosen: this.#chooser.chosen?.count,
      problems: this.#toldProblems,
      change: this.#change,
      define: this.#define,
      go: this.#go,
    };
  }

  async #bring(picked: PickedData): Promise<void> {
    const read = () => ('url' in picked ? fetchManifest(picked.url) : incomingData(picked.files));
    if (await this.#read(read)) this.isReplacing = false;
  }

  /** Reads data and takes it; what was decided before stays. */
  async #read(read: () => Promise<Result<IncomingData>>, keepsPlaces = false): Promise<boolean> {
    this.isReading = true;
    this.readProblems = [];
    try {
      const data = await read();
      const known = data.ok ? await readDraftData(data.value) : data;
      if (!known.ok) {
        this.readProblems = known.problems;
        return false;
      }
      const others = keepsPlaces ? {} : {places: placesOf(known.value.data), choice: everyItem};
      this.previewPlace = 0;
      this.#change({...known.value, ...others});
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.readProblems = [errorAt('data', 'portal/failed', this.#strings.text.portal.failed(why))];
      return false;
    } finally {
      this.isReading = false;
    }
  }

  #readTable(table: TableSource): void {
    const {name, pictures} = this.now.data;
    void this.#read(() => tableData(name, table, pictures), true);
  }

  async #choosePicture(kind: 'good' | 'bad', file: File): Promise<void> {
    const words = this.#strings.text.wizard;
    this.pictureProblem =
      file.size > mostPictureBytes ? words.pictureTooLarge(mostPictureBytes / 1024 / 1024) : '';
    const picture = this.pictureProblem ? undefined : await pictureAddress(file);
    if (picture) changeExample(kind, {picture}, this.#model());
  }

  async #create(): Promise<void> {
    if (this.isCreating) return;
    this.isCreating = true;
    try {
      const chosen = await this.#chooser.settled;
      const faulty = stepNames.find((step) => hasErrors(this.#allProblems(step)));
      if (faulty || !chosen) {
        this.#change({left: stepNames});
        if (faulty) await this.#showProblems(faulty);
        return;
      }
      const {data, places} = this.now;
      const {baseUrl, files = []} = places;
      const detail: NewJob = {
        definition: {...this.#definition, ...(baseUrl ? {baseUrl} : {})},
        manifest: chosen.manifest,
        source: data.name,
        total: chosen.count,
        pictures: files,
      };
      this.dispatchEvent(new CustomEvent<NewJob>('gt-create-job', {detail}));
    } finally {
      this.isCreating = false;
    }
  }

  /** The problems of the other steps stand in the summary, each beside the way to it. */
  async #showProblems(step: StepName): Promise<void> {
    await this.updateComplete;
    const place = this.renderRoot.querySelector('.problems p.error');
    place?.scrollIntoView({block: 'center'});
    const words = this.#strings.text.wizard;
    const name = words.editStep(words.step[step]);
    this.renderRoot.querySelector<HTMLElement>(`button[aria-label="${CSS.escape(name)}"]`)?.focus();
  }

  /** The definition as the job will have it: without empty rows and empty texts. */
  get #definition(): JobDefinition {
    const {definition} = this.now;
    if (this.#shown?.of === definition) return this.#shown.definition;
    const {exclusionLabel, ...rest} = definition;
    const none = exclusionLabel?.trim();
    const finished: JobDefinition = {
      ...rest,
      title: definition.title.trim() || definition.jobName,
      labels: usableLabels(definition.labels),
      ...(none && definition.taskType === 'multi-label' ? {exclusionLabel: none} : {}),
    };
    this.#shown = {of: definition, definition: finished};
    return finished;
  }

  #resolver(places: PicturePlaces): ResolveSource | undefined {
    const known = this.#resolvers.get(places) ?? {resolve: resolverFor(places)};
    this.#resolvers.set(places, known);
    return known.resolve;
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent('gt-cancel'));
  }

  #content() {
    const model = this.#model();
    switch (this.now.step) {
      case 'data':
        return dataStep(model, {
          isReplacing: this.isReplacing,
          isReading: this.isReading,
          readProblems: this.readProblems,
          replace: (isReplacing) => ((this.isReplacing = isReplacing), (this.readProblems = [])),
          bring: (picked) => void this.#bring(picked),
          readTable: (table) => this.#readTable(table),
        });
      case 'task':
        return taskStep(model);
      case 'labels':
        return labelsStep(model);
      case 'instructions':
        return instructionsStep(model, {
          pictureProblem: this.pictureProblem,
          choosePicture: (kind, file) => void this.#choosePicture(kind, file),
        });
      case 'review':
        return reviewStep(model, this.takenNames, this.problems);
    }
  }

  #stepButton(step: StepName, at: number) {
    const words = this.#strings.text.wizard;
    const isCurrent = step === this.now.step;
    const isFaulty = this.now.left.includes(step) && hasErrors(this.#allProblems(step));
    const isDone = !isFaulty && !isCurrent && this.now.left.includes(step);
    const state = isFaulty ? words.stepFaulty : isDone ? words.stepComplete : '';
    return html`<li>
      <button
        class="step ${isFaulty ? 'faulty' : isDone ? 'done' : ''}"
        type="button"
        aria-current=${isCurrent ? 'step' : nothing}
        @click=${() => this.#go(step)}
      >
        <span class="mark" aria-hidden="true">${isFaulty ? '!' : isDone ? icon(check) : at + 1}</span>
        <span class="step-name">${words.step[step]}</span>
        ${state ? html`<span class="visually-hidden">(${state})</span>` : nothing}
      </button>
    </li>`;
  }

  protected override render() {
    const {wizard: words, portal} = this.#strings.text;
    const {step, places} = this.now;
    const isFirst = step === stepNames[0];
    const isLast = step === stepNames.at(-1);
    const chosen = this.#chooser.chosen;
    return html`
      <main class=${isFirst ? 'without-preview' : ''}>
        <nav aria-label=${words.steps}>
          <p class="kind">${portal.newJob}</p>
          <ol role="list">
            ${stepNames.map((name, at) => this.#stepButton(name, at))}
          </ol>
        </nav>
        <form
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            if (isLast) void this.#create();
            else this.#goBy(1);
          }}
          novalidate
          aria-labelledby="heading"
        >
          <div class="form">
            ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
            <div class="title">
              <h1 id="heading" tabindex="-1">${words.step[step]}</h1>
              <p class="muted">${words.about[step]}</p>
            </div>
            ${this.#content()}
          </div>
          <div class="actions">
            <button class="button quiet" type="button" @click=${this.#cancel}>${portal.cancel}</button>
            <span class="grow"></span>
            ${
              isFirst
                ? nothing
                : html`<button class="button" type="button" @click=${() => this.#goBy(-1)}>
                    ${words.back}
                  </button>`
            }
            <button class="button primary" type="submit" ?disabled=${this.isCreating}>
              ${isLast ? portal.startWorking : words.next}
            </button>
          </div>
        </form>
        ${
          isFirst
            ? nothing
            : html`<gt-task-preview
                .definition=${this.#definition}
                .entry=${this.entry}
                .resolveSource=${this.#resolver(places)}
                .place=${this.previewPlace}
                .total=${chosen?.count ?? 0}
                @gt-preview-item=${(event: CustomEvent<number>) => void this.#showItem(event.detail)}
              ></gt-task-preview>`
        }
      </main>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-job-wizard': GtJobWizard;
  }
}
