import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import download from 'lucide/dist/esm/icons/download.mjs';
import {icon} from '../../elements/shared/icon.js';
import {inParts} from '../../session/part.js';
import type {JobSummary} from '../job-summary.js';
import {PortalDialog} from '../portal-dialog.js';

/** Files a browser saves at a time without asking for each. */
const mostParts = 50;

/**
 * Asks how a job is shared: whole with everybody, or a part with each.
 *
 * @fires {CustomEvent<{id: string; parts: number}>} gt-share - Job files are wanted; with less than two parts it is one.
 * @fires {CustomEvent} gt-close - The dialog is over.
 */
export class GtShareDialog extends PortalDialog {
  @property({attribute: false}) job!: JobSummary;

  @state() private isSplit = false;
  @state() private people = 3;

  get #parts(): number {
    return this.isSplit ? this.people : 1;
  }

  #share(event: SubmitEvent): void {
    event.preventDefault();
    this.answer('gt-share', {id: this.job.id, parts: this.#parts});
    this.close();
  }

  #sizes(): string {
    const sizes = inParts(this.job.total, this.people).map((part) => part.size(this.job.total));
    return this.strings.text.people.partSizes(Math.min(...sizes), Math.max(...sizes));
  }

  #onPeople(event: Event): void {
    const {valueAsNumber} = event.target as HTMLInputElement;
    if (Number.isInteger(valueAsNumber) && valueAsNumber >= 2 && valueAsNumber <= this.#most)
      this.people = valueAsNumber;
  }

  get #most(): number {
    return Math.min(mostParts, this.job.total);
  }

  protected override willUpdate(): void {
    this.people = Math.max(2, Math.min(this.people, this.#most));
  }

  protected override renderContent() {
    const {portal, people: words} = this.strings.text;
    const {definition, total} = this.job;
    const choice = (isSplit: boolean, name: string) =>
      html`<label class="choice">
        <input
          type="radio"
          name="how"
          .checked=${this.isSplit === isSplit}
          @change=${() => (this.isSplit = isSplit)}
        />
        <span>${name}</span>
      </label>`;
    return html`
      <form @submit=${this.#share}>
        <h2 id="title">${words.shareTitle(definition.title)}</h2>
        <p>${words.shareText}</p>
        <fieldset aria-labelledby="title">
          ${choice(false, words.shareAll)}
          ${
            total >= 2
              ? html`${choice(true, words.shareParts)}
                ${
                  this.isSplit
                    ? html`<div class="indented">
                        <input
                          type="number"
                          min="2"
                          max=${this.#most}
                          step="1"
                          required
                          aria-label=${words.numberOfPeople}
                          .value=${String(this.people)}
                          @input=${this.#onPeople}
                        />
                        <span class="quiet-text" role="status">${this.#sizes()}</span>
                      </div>`
                    : nothing
                }`
              : nothing
          }
        </fieldset>
        <div class="answers">
          <button class="button" type="button" @click=${() => this.close()}>${portal.cancel}</button>
          <button class="button primary">${icon(download)} ${words.downloadJobFiles(this.#parts)}</button>
        </div>
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-share-dialog': GtShareDialog;
  }
}
