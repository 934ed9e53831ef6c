import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import imagePlus from 'lucide/dist/esm/icons/image-plus.mjs';
import type {Problem} from '../../base/result.js';
import {sourceOf, type ManifestEntry} from '../../formats/entry.js';
import {readLabels} from '../../formats/labels.js';
import {checkJobName, checkLabelAttributeName} from '../../formats/names.js';
import type {Label} from '../../model/label.js';
import type {ResolveSource} from '../../media/resolve.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {overwriteWarning} from '../../formats/labels-of.js';
import {freeName} from '../draft-job.js';
import type {FoundLabels} from '../job-suggestion.js';
import {nameTaken} from '../jobs.js';
import {
  attributeFor,
  fewestLabels,
  isMaskTask,
  jobNameFor,
  needsPicture,
  taskTags,
  type Example,
  type JobDefinition,
  type JobTaskType,
} from '../job.js';
import {applyDefinition, createTaskElement} from '../task-element.js';
import {taskIcon} from '../task-icon.js';
import {fields} from '../fields.styles.js';
import {styles} from './gt-job-form.styles.js';

/** The names of labels that are files end in `-ref`. */
const maskType = 'groundtruth/semantic-segmentation';

const taskTypes = Object.keys(taskTags) as readonly JobTaskType[];

/**
 * Task type, question, labels and instructions of a new job, beside a live view of what the worker will see.
 *
 * @slot pictures - Where the pictures are, when the references do not lead to them.
 * @fires {CustomEvent<JobDefinition>} gt-create-job - The form is complete and the person wants to start.
 * @fires {CustomEvent} gt-cancel - The person gave up.
 */
export class GtJobForm extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  /** What the form starts from. */
  @property({attribute: false}) definition!: JobDefinition;
  /** The first usable line, for the preview. */
  @property({attribute: false}) entry: ManifestEntry | undefined;
  /** Labels already in the manifest, offered as a start. */
  @property({attribute: false}) found: readonly FoundLabels[] = [];
  /** How many items there are. */
  @property({type: Number}) total = 0;
  /** Left out: references are loaded as they are. */
  @property({attribute: false}) resolveSource: ResolveSource | undefined;

  /** Names of other jobs, which this one cannot have. */
  @property({attribute: false}) takenNames: readonly string[] = [];
  /** Why the job could not be made. */
  @property({attribute: false}) problems: readonly Problem[] = [];

  @state() private draft!: JobDefinition;
  @state() private labelText = '';
  @state() private tried = false;
  #nameTouched = false;
  #preview: HTMLElement | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('definition')) return;
    this.draft = this.definition;
    this.labelText = this.definition.labels.map(({label}) => label).join('\n');
  }

  protected override updated(changed: PropertyValues<this>): void {
    const tag = taskTags[this.draft.taskType];
    const place = this.renderRoot.querySelector('.preview');
    if (!place) return;
    if (this.#preview?.localName !== tag) {
      this.#preview = createTaskElement(this.draft, this.resolveSource);
      this.#preview.setAttribute('no-submit', '');
      place.replaceChildren(this.#preview);
      Object.assign(this.#preview, {entry: this.entry});
    } else {
      applyDefinition(this.#preview, this.draft, this.resolveSource);
      if (changed.has('entry') || changed.has('resolveSource'))
        Object.assign(this.#preview, {entry: this.entry});
    }
  }

  #change(part: Partial<JobDefinition>): void {
    this.draft = {...this.draft, ...part};
  }

  #changeTitle(title: string): void {
    const name = freeName(jobNameFor(title), this.takenNames);
    const labelAttributeName = attributeFor(name, this.draft.taskType);
    this.#change(this.#nameTouched ? {title} : {title, jobName: name, labelAttributeName});
  }

  /** A name that was made from the job's follows the task: labels that are files are called so. */
  #changeType(taskType: JobTaskType): void {
    const {jobName, labelAttributeName, taskType: before} = this.draft;
    const isMade = labelAttributeName === attributeFor(jobName, before);
    this.#change({
      taskType,
      ...(isMade && {labelAttributeName: attributeFor(jobName, taskType)}),
    });
  }

  #changeLabels(text: string): void {
    this.labelText = text;
    this.#change({labels: this.#labels().value});
  }

  /** A label a line. Blank lines are passed over; other mistakes are told and the good labels kept. */
  #labels(): {value: readonly Label[]; problems: readonly Problem[]} {
    const lines = this.labelText.split('\n').filter((line) => line.trim() !== '');
    const before = new Map(this.draft.labels.map((label) => [label.label, label]));
    if (lines.length === 0) return {value: [], problems: []};
    const read = readLabels(lines.map((line) => before.get(line.trim()) ?? line.trim()));
    return read.ok
      ? {value: read.value, problems: read.warnings ?? []}
      : {value: [], problems: read.problems};
  }

  #changeExample(kind: 'good' | 'bad', part: Partial<Example>): void {
    const before = this.draft.instructions[kind] ?? {caption: ''};
    this.#change({instructions: {...this.draft.instructions, [kind]: {...before, ...part}}});
  }

  async #changePicture(kind: 'good' | 'bad', input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const reader = new FileReader();
    const read = new Promise((done) => reader.addEventListener('loadend', done, {once: true}));
    reader.readAsDataURL(file);
    await read;
    if (typeof reader.result === 'string') this.#changeExample(kind, {picture: reader.result});
  }

  #useFound({attribute, taskType, classNames}: FoundLabels, keepAttribute: boolean): void {
    this.#nameTouched ||= keepAttribute;
    this.#changeType(taskType);
    if (keepAttribute) this.#change({labelAttributeName: attribute});
    this.#changeLabels(classNames.join('\n'));
  }

  /** What is wrong with the names: these keep a job from being made. */
  #nameProblems(): readonly Problem[] {
    const {jobName, labelAttributeName, taskType} = this.draft;
    return [
      ...(this.takenNames.includes(jobName) ? [nameTaken(jobName)] : []),
      ...checkJobName(jobName),
      ...checkLabelAttributeName(labelAttributeName, isMaskTask(taskType) ? maskType : undefined),
    ];
  }

  /** Said before anything of the manifest is replaced. */
  get #overwriteWarning(): Problem | undefined {
    return this.entry && overwriteWarning(this.entry, this.draft.labelAttributeName);
  }

  get #lacksLabels(): boolean {
    return this.draft.labels.length < fewestLabels[this.draft.taskType];
  }

  /** Some tasks are done on a picture. */
  get #possibleTypes(): readonly JobTaskType[] {
    const isPicture = !this.entry || sourceOf(this.entry)?.key === 'source-ref';
    return taskTypes.filter((taskType) => isPicture || !needsPicture(taskType));
  }

  get #hasErrors(): boolean {
    const all = [...this.#labels().problems, ...this.#nameProblems()];
    return all.some(({severity}) => severity === 'error');
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.tried = true;
    if (this.#lacksLabels || this.#hasErrors) return;
    this.dispatchEvent(new CustomEvent('gt-create-job', {detail: this.draft, bubbles: true, composed: true}));
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent('gt-cancel', {bubbles: true, composed: true}));
  }

  #taskTypeChoice(taskType: JobTaskType) {
    const text = this.#strings.text.portal.taskTypes[taskType];
    return html`
      <label class="card">
        <input
          type="radio"
          name="taskType"
          .checked=${this.draft.taskType === taskType}
          @change=${() => this.#changeType(taskType)}
        />
        <span class="type">${icon(taskIcon(taskType))}</span>
        <span><b>${text.name}</b><small>${text.description}</small></span>
      </label>
    `;
  }

  #exampleFields(kind: 'good' | 'bad') {
    const text = this.#strings.text.portal;
    const example = this.draft.instructions[kind];
    return html`
      <div class="example">
        <label class="picture" title=${text.examplePicture[kind]}>
          ${example?.picture ? html`<img src=${example.picture} alt="" />` : icon(imagePlus)}
          <input
            class="visually-hidden"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            aria-label=${text.examplePicture[kind]}
            @change=${(event: Event) => void this.#changePicture(kind, event.target as HTMLInputElement)}
          />
        </label>
        <label class="field">
          <span>${text.exampleCaption[kind]}</span>
          <input
            type="text"
            .value=${example?.caption ?? ''}
            @input=${(event: Event) => this.#changeExample(kind, {caption: valueOf(event)})}
          />
        </label>
      </div>
    `;
  }

  protected override render() {
    const text = this.#strings.text.portal;
    const {draft} = this;
    const {problems} = this.#labels();
    const tooFew = this.tried && this.#lacksLabels;
    return html`
      <main>
        <form @submit=${this.#submit} novalidate aria-labelledby="heading">
          <div class="head">
            <h1 id="heading">${text.newJob}</h1>
            <p class="muted">${text.items(this.total)}</p>
          </div>

          <label class="field">
            <span>${text.title}</span>
            <input
              type="text"
              required
              .value=${draft.title}
              @input=${(event: Event) => this.#changeTitle(valueOf(event))}
            />
          </label>

          <slot name="pictures"></slot>

          <fieldset>
            <legend>${text.taskType}</legend>
            <div class="cards">${this.#possibleTypes.map((taskType) => this.#taskTypeChoice(taskType))}</div>
          </fieldset>

          <label class="field">
            <span>${text.question}</span>
            <input
              type="text"
              placeholder=${text.questionExamples[draft.taskType]}
              .value=${draft.header}
              @input=${(event: Event) => this.#change({header: valueOf(event)})}
            />
          </label>

          <label class="field">
            <span>${text.labels} <small class="muted">${text.labelsHint(draft.labels.length)}</small></span>
            <textarea
              rows=${Math.min(12, Math.max(5, draft.labels.length + 1))}
              spellcheck="false"
              aria-invalid=${tooFew || problems.length > 0}
              aria-describedby="label-problems"
              placeholder=${needsPicture(draft.taskType) ? text.boxLabelsExample : text.labelsExample}
              .value=${this.labelText}
              @input=${(event: Event) => this.#changeLabels(valueOf(event))}
            ></textarea>
          </label>
          <div id="label-problems" class="problems" role="status">
            ${tooFew ? html`<p>${text.fewerLabels(fewestLabels[draft.taskType])}</p>` : nothing}
            ${problems.slice(0, 5).map(({message}) => html`<p>${message}</p>`)}
          </div>
          ${this.#foundLabels()}
          ${
            draft.taskType === 'multi-label'
              ? html`<label class="field">
                  <span>${text.exclusion} <small class="muted">${text.optional}</small></span>
                  <input
                    type="text"
                    placeholder=${text.exclusionExample}
                    .value=${draft.exclusionLabel ?? ''}
                    @input=${(event: Event) => this.#change({exclusionLabel: valueOf(event)})}
                  />
                </label>`
              : nothing
          }

          <details ?open=${draft.instructions.short !== ''}>
            <summary>${text.instructions} <small class="muted">${text.optional}</small></summary>
            <label class="field">
              <span>${text.shortInstructions}</span>
              <textarea
                rows="3"
                .value=${draft.instructions.short}
                @input=${(event: Event) => this.#change({instructions: {...draft.instructions, short: valueOf(event)}})}
              ></textarea>
            </label>
            <label class="field">
              <span>${text.fullInstructions}</span>
              <textarea
                rows="5"
                .value=${draft.instructions.full}
                @input=${(event: Event) => this.#change({instructions: {...draft.instructions, full: valueOf(event)}})}
              ></textarea>
            </label>
            ${this.#exampleFields('good')} ${this.#exampleFields('bad')}
          </details>

          <details ?open=${this.#nameProblems().length > 0 || this.#overwriteWarning !== undefined}>
            <summary>${text.output} <small class="muted">${draft.labelAttributeName}</small></summary>
            <label class="field">
              <span>${text.jobName}</span>
              <input
                type="text"
                spellcheck="false"
                .value=${draft.jobName}
                @input=${(event: Event) => ((this.#nameTouched = true), this.#change({jobName: valueOf(event)}))}
              />
            </label>
            <label class="field">
              <span>${text.labelAttributeName}</span>
              <input
                type="text"
                spellcheck="false"
                .value=${draft.labelAttributeName}
                @input=${(event: Event) => ((this.#nameTouched = true), this.#change({labelAttributeName: valueOf(event)}))}
              />
            </label>
            <div class="problems" role="status">
              ${[...this.#nameProblems(), this.#overwriteWarning].map(
                (problem) => problem && html`<p class=${problem.severity}>${problem.message}</p>`,
              )}
            </div>
          </details>

          ${
            this.problems.length > 0
              ? html`<div class="notice error" role="alert">
                  <div>${this.problems.map(({message}) => html`<p>${message}</p>`)}</div>
                </div>`
              : nothing
          }
          <div class="actions">
            <button class="button" type="button" @click=${this.#cancel}>${text.cancel}</button>
            <button class="button primary" type="submit">${text.startWorking}</button>
          </div>
        </form>
        <section class="stage" aria-label=${text.previewName}>
          <p class="caption">${text.preview}</p>
          <div class="preview"></div>
        </section>
      </main>
    `;
  }

  #foundLabels() {
    const text = this.#strings.text.portal;
    return this.found.map(
      (found) => html`
        <div class="notice">
          <div>
            <p>${text.foundLabels(found.attribute, found.lines)}</p>
            <div class="choices">
              <button class="button" type="button" @click=${() => this.#useFound(found, true)}>
                ${text.continueLabels}
              </button>
              ${
                found.classNames.join('\n') === this.labelText
                  ? nothing
                  : html`<button class="button" type="button" @click=${() => this.#useFound(found, false)}>
                      ${text.copyLabels}
                    </button>`
              }
            </div>
          </div>
        </div>
      `,
    );
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'gt-job-form': GtJobForm;
  }
}
