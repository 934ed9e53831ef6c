import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import check from 'lucide/dist/esm/icons/check.mjs';
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import pencil from 'lucide/dist/esm/icons/pencil.mjs';
import send from 'lucide/dist/esm/icons/send.mjs';
import undo from 'lucide/dist/esm/icons/undo-2.mjs';
import x from 'lucide/dist/esm/icons/x.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon, type IconShapes} from '../../elements/shared/icon.js';
import {isEditable} from '../../elements/shared/shortcuts-controller.js';
import type {SubmitDetail, TaskElement} from '../../elements/shared/task-element.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {Manifest} from '../../formats/manifest.js';
import type {ResolveSource} from '../../media/resolve.js';
import {submittedAt} from '../../session/answer-of.js';
import type {SubmittedItem} from '../../session/answers.js';
import type {ReviewState, Verdict} from '../../session/review/decision.js';
import type {SessionStore, WorkerProfile} from '../../session/session-store.js';
import {fields} from '../fields.styles.js';
import type {PartToShare} from '../gt-requester/gt-requester.js';
import {nameOf} from '../job-summary.js';
import type {Jobs, StoredJob} from '../jobs.js';
import {partOfIndexes} from '../requester/batches.js';
import {labelsSaid} from '../requester/labels-said.js';
import {rowOf, type ObjectRow} from '../requester/object-rows.js';
import {ReviewDesk, type OpenObject} from '../requester/review-desk.js';
import {createTaskElement} from '../task-element.js';
import {styles} from './gt-review.styles.js';

/** A decision that can be taken back. */
interface Done {
  readonly index: number;
  readonly worker: string;
  /** What held before. */
  readonly before: Verdict | undefined;
}

const filters = ['to-review', 'accepted', 'rejected', 'all'] as const;

/**
 * What workers have said, object by object, for a requester who accepts it, rejects it with a comment or corrects it.
 * One key each, and the next object is there at once.
 *
 * @fires {CustomEvent<PartToShare>} gt-share-part - The rejected objects are to go back to those who work elsewhere.
 */
export class GtReview extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) store!: SessionStore;
  @property({attribute: false}) jobs!: Jobs;
  @property({attribute: false}) job!: StoredJob;
  @property({attribute: false}) manifest!: Manifest;
  @property({attribute: false}) rows: readonly ObjectRow[] = [];
  @property({attribute: false}) reading = false;
  @property({attribute: false}) people: readonly WorkerProfile[] = [];
  /** The profile of who decides. */
  @property({attribute: false}) by = '';
  @property({attribute: false}) resolveSource: ResolveSource | undefined;

  @state() private filter: ReviewState | 'all' = 'to-review';
  @state() private session = '';
  @state() private label = '';
  @state() private object: OpenObject | undefined;
  /** Which of the answers is on show. */
  @state() private shown = 0;
  @state() private isAdjusting = false;
  @state() private told = '';
  @state() private problem = '';
  /** What was decided here since the rows were read. */
  @state() private fresh: ReadonlyMap<number, ObjectRow> = new Map();

  @query('.stage') private stage!: HTMLElement | null;
  @query('textarea') private comment!: HTMLTextAreaElement | null;

  #desk: ReviewDesk | undefined;
  #task: TaskElement | undefined;
  #done: readonly Done[] = [];
  #opening = 0;
  #last = Promise.resolve();

  override connectedCallback(): void {
    super.connectedCallback();
    // Before the task element, which has keys of its own.
    addEventListener('keydown', this.#onKey, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey, true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('job') && changed.get('job')?.id !== this.job.id;
    if (isOther || changed.has('by'))
      this.#desk = new ReviewDesk(this.store, this.jobs, this.job, this.manifest, this.by);
    if (changed.has('rows') && this.reading) this.fresh = new Map();
    if (changed.has('rows') && !this.object) void this.#attempt(() => this.#move(1, -1));
  }

  /** Does one thing after the other: what is asked for while something is on its way is done after it. */
  #attempt(act: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(async () => {
      this.problem = '';
      try {
        await act();
      } catch (error) {
        this.problem = error instanceof Error ? error.message : String(error);
      }
    });
    return this.#last;
  }

  // Which objects.

  #row(row: ObjectRow): ObjectRow {
    return this.fresh.get(row.index) ?? row;
  }

  #fits(given: ObjectRow): boolean {
    const {state: how, answers} = this.#row(given);
    return (
      (this.filter === 'all' || how === this.filter) &&
      (!this.session || answers.some(({session}) => session === this.session)) &&
      (!this.label || answers.some(({labels}) => labels.includes(this.label)))
    );
  }

  #count(how: ReviewState): number {
    return this.rows.reduce((sum, row) => sum + (this.#row(row).state === how ? 1 : 0), 0);
  }

  /** Goes to the next object that fits, or the one before; round the end. */
  async #move(by: 1 | -1, from = this.object?.index ?? -1): Promise<void> {
    const fitting = this.rows.filter((row) => this.#fits(row));
    const next =
      by === 1
        ? (fitting.find(({index}) => index > from) ?? fitting[0])
        : (fitting.findLast(({index}) => index < from) ?? fitting.at(-1));
    await this.#show(next?.index);
  }

  async #show(index: number | undefined): Promise<void> {
    const opening = ++this.#opening;
    const object = index === undefined ? undefined : await this.#desk?.open(index);
    if (opening !== this.#opening) return;
    this.object = object;
    this.isAdjusting = false;
    const chosen = object?.judgement.chosen;
    const bySession = object?.answers.findIndex(({session}) => session === this.session) ?? -1;
    this.shown = Math.max(0, bySession >= 0 ? bySession : chosen ? object!.answers.indexOf(chosen) : 0);
    if (this.comment) this.comment.value = '';
    await this.#showAnswer();
  }

  get #answer(): SubmittedItem | undefined {
    return this.object?.answers[this.shown];
  }

  /** Shows what the worker said, in the element they said it in. */
  async #showAnswer(): Promise<void> {
    const {object} = this;
    const answer = this.#answer;
    await this.updateComplete;
    if (!object?.entry || !answer || !this.stage) return;
    if (!this.#task) {
      this.#task = createTaskElement(this.job.definition, this.resolveSource) as TaskElement;
      this.#task.addEventListener('gt-submit', (event) => this.#onSubmit(event as CustomEvent<SubmitDetail>));
    }
    const history = this.isAdjusting ? await this.#desk?.historyOf(answer) : undefined;
    const value = history ? undefined : await this.#desk?.valueOf(answer);
    const task = this.#task;
    if (object !== this.object || answer !== this.#answer) return;
    Object.assign(task, {
      readonly: !this.isAdjusting,
      noSubmit: !this.isAdjusting,
      workerId: this.by,
      objectId: object.index,
      entry: undefined,
    });
    Object.assign(task, {entry: object.entry}, history ? {value: undefined, history} : {value});
    if (this.#task.parentElement !== this.stage) this.stage.replaceChildren(task);
    if (this.isAdjusting) task.focus();
  }

  // What the requester does.

  async #decide(verdict: 'accepted' | 'rejected'): Promise<void> {
    const {object} = this;
    const answer = this.#answer;
    if (!object || !answer?.answer || !this.#desk) return;
    const comment = verdict === 'rejected' ? (this.comment?.value.trim() ?? '') : '';
    const before = object.judgement.standing[this.shown]?.verdict;
    await this.#desk.decide(object, answer, verdict, comment);
    this.#done = [...this.#done, {index: object.index, worker: answer.answer.workerId, before}];
    await this.#decided(object.index, this.#strings.text.requester.told[verdict]);
  }

  async #undo(): Promise<void> {
    const last = this.#done.at(-1);
    const object = last && (await this.#desk?.open(last.index));
    const answer = object?.answers.find((one) => one.answer?.workerId === last?.worker);
    if (!last || !object || !answer) return;
    await this.#desk?.decide(object, answer, last.before ?? 'withdrawn');
    this.#done = this.#done.slice(0, -1);
    this.told = this.#strings.text.requester.told.withdrawn;
    await this.#learn(last.index);
    await this.#show(last.index);
  }

  async #learn(index: number): Promise<void> {
    const object = await this.#desk?.open(index);
    if (object) this.fresh = new Map(this.fresh).set(index, rowOf(index, object.answers, object.judgement));
  }

  async #decided(index: number, told: string): Promise<void> {
    this.told = told;
    await this.#learn(index);
    await this.#move(1, index);
  }

  async #adjust(isAdjusting: boolean): Promise<void> {
    if (!this.#answer) return;
    this.isAdjusting = isAdjusting;
    await this.#showAnswer();
  }

  #onSubmit(event: CustomEvent<SubmitDetail>): void {
    const {object} = this;
    const answer = this.#answer;
    const {history, timeSpentMs} = event.target as TaskElement;
    if (!this.isAdjusting || !object || !answer) return event.preventDefault();
    void this.#attempt(async () => {
      await this.#desk?.correct(object, answer, {...event.detail, history, timeSpentMs});
      this.#done = [...this.#done, {index: object.index, worker: this.by, before: undefined}];
      this.isAdjusting = false;
      await this.#decided(object.index, this.#strings.text.requester.told.adjusted);
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || this.isAdjusting) return;
    if (target === this.comment && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      // The keys act on the next object.
      this.stage?.focus();
      return void this.#attempt(() => this.#decide('rejected'));
    }
    if (!target || isEditable(target)) return;
    const number = Number(event.key);
    const act = this.#acts[event.key.toLowerCase()];
    const other = number >= 1 && number <= (this.object?.answers.length ?? 0);
    if (!act && !other) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) act();
    else void this.#attempt(() => this.#choose(number - 1));
  };

  readonly #acts: Readonly<Record<string, () => void>> = {
    a: () => void this.#attempt(() => this.#decide('accepted')),
    r: () => void this.#attempt(() => this.#decide('rejected')),
    e: () => void this.#attempt(() => this.#adjust(true)),
    z: () => void this.#attempt(() => this.#undo()),
    j: () => void this.#attempt(() => this.#move(1)),
    k: () => void this.#attempt(() => this.#move(-1)),
    c: () => this.comment?.focus(),
  };

  async #choose(shown: number): Promise<void> {
    this.shown = shown;
    this.isAdjusting = false;
    await this.#showAnswer();
  }

  #refilter(change: () => void): void {
    change();
    void this.#attempt(() => this.#move(1, -1));
  }

  #sendBack(): void {
    const indexes = this.rows.filter((row) => this.#row(row).state === 'rejected').map(({index}) => index);
    const detail: PartToShare = {part: partOfIndexes(indexes), name: 'rejected'};
    this.dispatchEvent(new CustomEvent('gt-share-part', {detail, bubbles: true, composed: true}));
  }

  // What is seen.

  #nameOf(session: string): string {
    const found = this.job.sessions.find(({id}) => id === session);
    const own = found?.workerId ?? this.people.find(({id}) => id === this.by)?.id ?? '';
    const name = found ? nameOf(found, this.people) : this.people.find(({id}) => id === own)?.name;
    return name || (own === this.by ? this.#strings.text.people.you : own);
  }

  #select(
    name: string,
    value: string,
    options: readonly (readonly [string, string])[],
    set: (value: string) => void,
  ) {
    return html`<select
      class="field-input"
      aria-label=${name}
      .value=${value}
      @change=${(event: Event) => this.#refilter(() => set((event.target as HTMLSelectElement).value))}
    >
      ${options.map(([one, text]) => html`<option value=${one} ?selected=${one === value}>${text}</option>`)}
    </select>`;
  }

  #bar() {
    const words = this.#strings.text.requester;
    const {sessions, definition} = this.job;
    const rejected = this.#count('rejected');
    return html`<div class="bar">
      <div class="filters" role="group" aria-label=${words.state}>
        ${filters.map(
          (one) =>
            html`<button
              aria-pressed=${one === this.filter ? 'true' : 'false'}
              @click=${() => this.#refilter(() => (this.filter = one))}
            >
              ${words.filters[one]}
              <span class="number"
                >${(one === 'all' ? this.rows.length : this.#count(one)).toLocaleString(this.#strings.language)}</span
              >
            </button>`,
        )}
      </div>
      ${
        sessions.length > 1
          ? this.#select(
              words.worker,
              this.session,
              [['', words.everybody], ...sessions.map(({id}) => [id, this.#nameOf(id)] as const)],
              (value) => (this.session = value),
            )
          : nothing
      }
      ${this.#select(
        words.label,
        this.label,
        [['', words.anyLabel], ...definition.labels.map(({label}) => [label, label] as const)],
        (value) => (this.label = value),
      )}
      <span class="spacer"></span>
      <span class="quiet-text" role="status">${this.reading ? words.reading(this.rows.length) : ''}</span>
      ${
        rejected > 0
          ? html`<button class="button" title=${words.sendBackText} @click=${this.#sendBack}>
              ${icon(send)} ${words.sendBack(rejected)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #act(name: string, key: string, shapes: IconShapes, look: string) {
    return html`<button class="button ${look}" aria-keyshortcuts=${key} @click=${() => this.#acts[key]?.()}>
      ${icon(shapes)} ${name} <kbd aria-hidden="true">${key.toUpperCase()}</kbd>
    </button>`;
  }

  #facts({answers, judgement}: OpenObject) {
    const words = this.#strings.text.requester;
    const answer = this.#answer;
    if (!answer?.answer) return nothing;
    const standing = judgement.standing[this.shown];
    const seconds = answer.answer.timeSpentInSeconds ?? answer.timeSpentMs / 1000;
    const labels = [...new Set(labelsSaid(answer.answer.answerContent))];
    const when = new Intl.DateTimeFormat(this.#strings.language, {dateStyle: 'medium', timeStyle: 'short'});
    return html`${
        answers.length > 1
          ? html`<div class="answers" role="group" aria-label=${words.answers}>
              ${answers.map(
                (one, at) =>
                  html`<button
                    aria-pressed=${at === this.shown ? 'true' : 'false'}
                    @click=${() => void this.#attempt(() => this.#choose(at))}
                  >
                    <kbd aria-hidden="true">${at + 1}</kbd> <bdi>${this.#nameOf(one.session)}</bdi>
                    ${
                      one === judgement.chosen
                        ? html`<span class="counts">${icon(check)} ${words.counts}</span>`
                        : nothing
                    }
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <dl>
        <dt>${words.worker}</dt>
        <dd><bdi>${this.#nameOf(answer.session)}</bdi></dd>
        <dt>${words.submitted}</dt>
        <dd>${when.format(submittedAt(answer.answer))}</dd>
        <dt>${words.took}</dt>
        <dd>${words.seconds(seconds)}</dd>
        <dt>${words.labels}</dt>
        <dd>
          ${labels.length > 0 ? labels.map((label) => html`<span class="label"><bdi>${label}</bdi></span>`) : words.unknown}
        </dd>
        ${
          standing && standing.verdict !== 'withdrawn'
            ? html`<dt>${words.state}</dt>
                <dd class=${standing.verdict}>
                  ${words.filters[standing.verdict]}${standing.comment ? html`: <bdi>${standing.comment}</bdi>` : nothing}
                </dd>`
            : nothing
        }
      </dl>`;
  }

  #side(object: OpenObject) {
    const words = this.#strings.text.requester;
    return html`<div class="turn">
        <button
          class="button quiet icon"
          aria-label=${words.previous}
          title="${words.previous} (K)"
          aria-keyshortcuts="k"
          @click=${() => this.#acts['k']?.()}
        >
          ${icon(chevronLeft)}
        </button>
        <span>${words.place(object.index + 1, this.job.total)}</span>
        <button
          class="button quiet icon"
          aria-label=${words.next}
          title="${words.next} (J)"
          aria-keyshortcuts="j"
          @click=${() => this.#acts['j']?.()}
        >
          ${icon(chevronRight)}
        </button>
      </div>
      ${this.#facts(object)}
      ${
        this.isAdjusting
          ? html`<p class="notice">${words.adjusting}</p>
              <button class="button" @click=${() => void this.#attempt(() => this.#adjust(false))}>
                ${words.cancelAdjust}
              </button>`
          : html`<div class="say">
              <label for="comment">${words.comment} <kbd aria-hidden="true">C</kbd></label>
              <textarea
                id="comment"
                rows="2"
                dir="auto"
                maxlength="1000"
                placeholder=${words.commentHint}
                aria-describedby="hint"
              ></textarea>
              <span class="quiet-text" id="hint">${words.rejectWithComment}</span>
              <div class="acts">
                ${this.#act(words.accept, 'a', check, 'primary')} ${this.#act(words.reject, 'r', x, 'danger')}
                ${this.#act(words.adjust, 'e', pencil, '')}
              </div>
            </div>`
      }`;
  }

  protected override render() {
    const {object} = this;
    const words = this.#strings.text.requester;
    const isEmpty = !object && !this.reading;
    const nothingLeft = this.rows.length === 0 ? words.noAnswers : words.allReviewed;
    return html`<main>
      ${this.#bar()}
      ${this.problem ? html`<p class="notice error" role="alert">${words.failed(this.problem)}</p>` : nothing}
      <div class="body">
        ${
          object
            ? html`<div class="stage" tabindex="-1" ?hidden=${!object.entry}></div>
                ${object.entry ? nothing : html`<p class="none">${words.lineGone}</p>`}`
            : html`<p class="none">
                ${isEmpty ? (this.filter === 'to-review' || this.rows.length === 0 ? nothingLeft : words.none) : ''}
              </p>`
        }
        <aside>
          ${object ? this.#side(object) : nothing}
          <div class="told">
            <span role="status">${this.told}</span>
            ${
              this.#done.length > 0
                ? html`<button
                    class="button quiet"
                    aria-keyshortcuts="z"
                    @click=${() => void this.#attempt(() => this.#undo())}
                  >
                    ${icon(undo)} ${words.undo} <kbd aria-hidden="true">Z</kbd>
                  </button>`
                : nothing
            }
          </div>
        </aside>
      </div>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-review': GtReview;
  }
}
