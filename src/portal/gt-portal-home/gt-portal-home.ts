import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import downloadIcon from 'lucide/dist/esm/icons/download.mjs';
import type {Problem} from '../../base/result.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {Restored} from '../../session/backup/restore-backup.js';
import type {JobAction, JobSummary} from '../gt-job-list/gt-job-list.js';
import type {SampleJob} from '../samples.js';
import {styles} from './gt-portal-home.styles.js';

/**
 * The first screen of the portal: jobs kept here, a place to bring data, sample jobs.
 *
 * @fires {CustomEvent<PickedData>} gt-data - Files were chosen or an address was entered.
 * @fires {CustomEvent<{id: string; action: JobAction}>} gt-job-action - A person asked for something about a job.
 * @fires {CustomEvent<SampleJob>} gt-sample - A sample job was chosen.
 */
export class GtPortalHome extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) jobs: readonly JobSummary[] = [];
  @property({attribute: false}) samples: readonly SampleJob[] = [];
  /** Why what was brought cannot be used. */
  @property({attribute: false}) problems: readonly Problem[] = [];
  /** What became of a backup that was brought. */
  @property({attribute: false}) restored: Restored | undefined;
  @property({type: Boolean}) busy = false;
  /** True when this browser forgets everything with the tab. */
  @property({type: Boolean}) forgetful = false;

  @state() private deleting: JobSummary | undefined;

  #ask(id: string, action: JobAction): void {
    this.dispatchEvent(
      new CustomEvent('gt-job-action', {detail: {id, action}, bubbles: true, composed: true}),
    );
  }

  #onJobAction(event: CustomEvent<{id: string; action: JobAction}>): void {
    if (event.detail.action !== 'delete') return;
    event.stopPropagation(); // Deleting is asked twice; the portal hears the second answer.
    this.deleting = this.jobs.find(({id}) => id === event.detail.id);
  }

  #choose(sample: SampleJob): void {
    this.dispatchEvent(new CustomEvent('gt-sample', {detail: sample, bubbles: true, composed: true}));
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
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

  #restoredNotice({session, added, replaced, kept, same}: Restored) {
    const text = this.#strings.text.portal;
    const title = this.jobs.find(({id}) => id === session.id)?.definition.title ?? session.jobName;
    return html`<p class="notice">
      ${text.restored(title)} ${text.restoredItems(added.length, replaced.length, kept.length, same)}
    </p>`;
  }

  #deleteDialog(job: JobSummary) {
    const text = this.#strings.text.portal;
    return html`
      <dialog aria-labelledby="delete-question" @close=${() => (this.deleting = undefined)}>
        <h2 id="delete-question">${text.deleteQuestion(job.definition.title)}</h2>
        <p>${text.deleteWarning(job.done)}</p>
        <form method="dialog">
          <button class="button" type="button" @click=${() => this.#ask(job.id, 'export-manifest')}>
            ${icon(downloadIcon)} ${text.exportManifest}
          </button>
          <button class="button" value="cancel">${text.cancel}</button>
          <button class="button danger" value="delete" @click=${() => this.#ask(job.id, 'delete')}>
            ${text.delete}
          </button>
        </form>
      </dialog>
    `;
  }

  protected override render() {
    const text = this.#strings.text.portal;
    return html`
      <main>
        <div role="status">${this.restored ? this.#restoredNotice(this.restored) : nothing}</div>
        ${this.forgetful ? html`<p class="notice warning" role="alert">${text.storageOff}</p>` : nothing}
        ${
          this.jobs.length > 0
            ? html`<section aria-labelledby="jobs">
                <h2 id="jobs">${text.jobs}</h2>
                <gt-job-list .jobs=${this.jobs} @gt-job-action=${this.#onJobAction}></gt-job-list>
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
      ${this.deleting ? this.#deleteDialog(this.deleting) : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-portal-home': GtPortalHome;
  }
}
