import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import check from 'lucide/dist/esm/icons/check.mjs';
import share from 'lucide/dist/esm/icons/share-2.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {Manifest} from '../../formats/manifest.js';
import type {SessionStore} from '../../session/session-store.js';
import {fields} from '../fields.styles.js';
import type {PartToShare} from '../gt-requester/gt-requester.js';
import type {Jobs, StoredJob} from '../jobs.js';
import {batchesOf, indexesWith, partOfBatch, usualBatchSize, type Batch} from '../requester/batches.js';
import type {ObjectRow} from '../requester/object-rows.js';
import {ReviewDesk} from '../requester/review-desk.js';
import {styles} from './gt-batches.styles.js';

/**
 * The batches of a job with their states: received, in progress, in review, accepted.
 *
 * @fires {CustomEvent<PartToShare>} gt-share-part - A batch is to be given to others.
 * @fires {CustomEvent} gt-decided - A batch was accepted: its answers are to be read anew.
 */
export class GtBatches extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) store!: SessionStore;
  @property({attribute: false}) jobs!: Jobs;
  @property({attribute: false}) job!: StoredJob;
  @property({attribute: false}) manifest!: Manifest;
  @property({attribute: false}) rows: readonly ObjectRow[] = [];
  @property({attribute: false}) reading = false;
  @property({attribute: false}) by = '';

  @state() private size = usualBatchSize;
  @state() private leftOut: readonly number[] = [];
  @state() private begun: readonly number[] = [];
  @state() private isBusy = false;
  @state() private problem = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('job')) void this.#readRest();
  }

  async #readRest(): Promise<void> {
    this.leftOut = await indexesWith(this.job, this.store, 'skipped', 'declined');
    this.begun = await indexesWith(this.job, this.store, 'draft', 'released');
  }

  /** Accepts what is to review in a batch: the answer that counts of each object. */
  async #accept({first, end}: Batch): Promise<void> {
    this.isBusy = true;
    this.problem = '';
    try {
      const desk = new ReviewDesk(this.store, this.jobs, this.job, this.manifest, this.by);
      for (const {index, state} of this.rows) {
        if (index < first || index >= end || state !== 'to-review') continue;
        const object = await desk.open(index);
        const {chosen, state: now} = object.judgement;
        if (chosen && now === 'to-review') await desk.decide(object, chosen, 'accepted');
      }
      this.dispatchEvent(new CustomEvent('gt-decided', {bubbles: true, composed: true}));
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.isBusy = false;
    }
  }

  #share(batch: Batch): void {
    const detail: PartToShare = {part: partOfBatch(batch), name: `batch-${batch.number}`};
    this.dispatchEvent(new CustomEvent('gt-share-part', {detail, bubbles: true, composed: true}));
  }

  #onSize(event: Event): void {
    const {valueAsNumber} = event.target as HTMLInputElement;
    if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1) this.size = valueAsNumber;
  }

  #batch(batch: Batch) {
    const words = this.#strings.text.requester;
    const {number, first, end, total, accepted, toReview, rejected, leftOut, state} = batch;
    const open = total - accepted - toReview - rejected - leftOut;
    return html`<li>
      <div class="what">
        <span class="name">${words.batch(number)}</span>
        <span class="meta">${words.objectsFromTo(first + 1, end)}</span>
      </div>
      <span class="state ${state}">${words.states[state]}</span>
      <div class="progress">
        <progress max=${total} value=${accepted + leftOut} aria-label=${words.progressOf(number)}></progress>
        <span class="meta">${words.batchCounts(accepted, toReview, rejected, open)}</span>
      </div>
      <div class="acts">
        <button class="button quiet" aria-label=${words.shareOf(number)} @click=${() => this.#share(batch)}>
          ${icon(share)} ${words.share}
        </button>
        <button
          class="button"
          aria-label=${words.acceptBatchOf(number)}
          ?disabled=${this.isBusy || state !== 'in-review' || toReview === 0}
          @click=${() => void this.#accept(batch)}
        >
          ${icon(check)} ${words.acceptBatch}
        </button>
      </div>
    </li>`;
  }

  protected override render() {
    const words = this.#strings.text.requester;
    const {total} = this.job;
    // A list of more than some hundreds nobody reads.
    const size = Math.max(this.size, Math.ceil(total / 500));
    return html`<main>
      <div class="head">
        <label
          >${words.batchSize}
          <input type="number" min="1" step="1" .value=${String(this.size)} @change=${this.#onSize}
        /></label>
        <span role="status">${this.reading ? words.reading(this.rows.length) : ''}</span>
      </div>
      ${this.problem ? html`<p class="notice error" role="alert">${words.failed(this.problem)}</p>` : nothing}
      <ul role="list">
        ${batchesOf(total, size, this.rows, this.leftOut, this.begun).map((batch) => this.#batch(batch))}
      </ul>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-batches': GtBatches;
  }
}
