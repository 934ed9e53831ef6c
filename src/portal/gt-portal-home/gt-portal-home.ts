import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Problem} from '../../base/result.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {WorkerProfile} from '../../session/session-store.js';
import type {DeliveryViews} from '../deliveries.js';
import type {JobAction} from '../gt-job-list/gt-job-list.js';
import type {JobSummary} from '../job-summary.js';
import type {SampleJob} from '../samples.js';
import {styles} from './gt-portal-home.styles.js';

/** What a person is told about a job before they take it. */
export interface JobToTake {
  readonly title: string;
  readonly count: number;
  /** Where the answers are sent. */
  readonly deliverTo?: string | undefined;
}

/**
 * The first screen of the portal: jobs kept here, a place to bring data, sample jobs.
 *
 * @fires {CustomEvent<PickedData>} gt-data - Files were chosen or an address was entered.
 * @fires {CustomEvent<{id: string; action: JobAction}>} gt-job-action - A person asked for something about a job.
 * @fires {CustomEvent<SampleJob>} gt-sample - A sample job was chosen.
 * @fires {CustomEvent<{id: string; parts: number}>} gt-share - A job is to be shared.
 * @fires {CustomEvent<Chosen>} gt-take - Somebody works on the job that was brought.
 * @fires {CustomEvent} gt-leave-it - Nobody does.
 */
export class GtPortalHome extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) jobs: readonly JobSummary[] = [];
  /** What is on its way, by job. */
  @property({attribute: false}) deliveries: DeliveryViews = new Map();
  @property({attribute: false}) samples: readonly SampleJob[] = [];
  /** Why what was brought cannot be used. */
  @property({attribute: false}) problems: readonly Problem[] = [];
  /** What became of what was brought or asked for last, in sentences. */
  @property({attribute: false}) told: readonly string[] = [];
  /** A job that came in as a file, and that somebody is to work on. */
  @property({attribute: false}) taking: JobToTake | undefined;
  @property({attribute: false}) people: readonly WorkerProfile[] = [];
  @property() currentId = '';
  @property({type: Boolean}) busy = false;
  /** True when this browser forgets everything with the tab. */
  @property({type: Boolean}) forgetful = false;

  /** The job that a dialog is about. */
  @state() private asking: {readonly about: 'delete' | 'share'; readonly id: string} | undefined;

  protected override willUpdate(): void {
    if (!this.jobs.some(({id}) => id === this.asking?.id)) this.asking = undefined;
  }

  #onJobAction(event: CustomEvent<{id: string; action: JobAction}>): void {
    const {id, action} = event.detail;
    if (action !== 'delete' && action !== 'share') return;
    event.stopPropagation(); // Both are asked twice; the portal hears the second answer.
    this.asking = {about: action, id};
  }

  #choose(sample: SampleJob): void {
    this.dispatchEvent(new CustomEvent('gt-sample', {detail: sample, bubbles: true, composed: true}));
  }

  #sampleCard(sample: SampleJob) {
    const {cover, definition, description} = sample;
    return html`
      <li>
        <button class="sample" @click=${() => this.#choose(sample)}>
          <span class="cover" aria-hidden="true">
            ${
              cover.length > 0
                ? cover.map((photo) => html`<img src=${photo} alt="" loading="lazy" />`)
                : html`<q>${this.#strings.text.portal.textSample}</q>`
            }
          </span>
          <span class="name"><bdi>${definition.title}</bdi></span>
          <span class="muted"><bdi>${description}</bdi></span>
        </button>
      </li>
    `;
  }

  #dialog() {
    const over = () => (this.asking = undefined);
    const job = this.jobs.find(({id}) => id === this.asking?.id);
    if (job && this.asking?.about === 'delete')
      return html`<gt-delete-dialog .job=${job} @gt-close=${over}></gt-delete-dialog>`;
    if (job) return html`<gt-share-dialog .job=${job} @gt-close=${over}></gt-share-dialog>`;
    if (!this.taking) return nothing;
    const leave = () => this.dispatchEvent(new CustomEvent('gt-leave-it', {bubbles: true, composed: true}));
    return html`<gt-take-dialog
      .jobTitle=${this.taking.title}
      .count=${this.taking.count}
      .deliverTo=${this.taking.deliverTo ?? ''}
      .people=${this.people}
      .currentId=${this.currentId}
      @gt-close=${leave}
    ></gt-take-dialog>`;
  }

  protected override render() {
    const text = this.#strings.text.portal;
    return html`
      <main>
        <div role="status">
          ${
            this.told.length > 0
              ? html`<div class="notice told">${this.told.map((sentence) => html`<p>${sentence}</p>`)}</div>`
              : nothing
          }
        </div>
        ${this.forgetful ? html`<p class="notice warning" role="alert">${text.storageOff}</p>` : nothing}
        ${
          this.jobs.length > 0
            ? html`<section aria-labelledby="jobs">
                <h2 id="jobs">${text.jobs}</h2>
                <gt-job-list
                  .jobs=${this.jobs}
                  .deliveries=${this.deliveries}
                  @gt-job-action=${this.#onJobAction}
                ></gt-job-list>
              </section>`
            : html`<section class="welcome">
                <h1>${text.welcome}</h1>
                <p>${text.welcomeText}</p>
              </section>`
        }
        <section aria-labelledby="data">
          <h2 id="data">${text.yourData}</h2>
          <gt-data-picker .problems=${this.problems} .busy=${this.busy}></gt-data-picker>
        </section>
        ${
          this.samples.length > 0
            ? html`<section aria-labelledby="samples">
                <h2 id="samples">${text.samples}</h2>
                <ul class="samples" role="list">
                  ${this.samples.map((sample) => this.#sampleCard(sample))}
                </ul>
              </section>`
            : nothing
        }
      </main>
      ${this.#dialog()}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-portal-home': GtPortalHome;
  }
}
