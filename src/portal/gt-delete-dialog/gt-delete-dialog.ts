import {html} from 'lit';
import {property} from 'lit/decorators.js';
import hardDriveDownload from 'lucide/dist/esm/icons/hard-drive-download.mjs';
import {icon} from '../../elements/shared/icon.js';
import type {JobSummary} from '../job-summary.js';
import {PortalDialog} from '../portal-dialog.js';

/**
 * Asks whether a job is really to be deleted, and says what would be gone.
 *
 * @fires {CustomEvent<{id: string; action: 'delete' | 'backup'}>} gt-job-action - What the person wants.
 * @fires {CustomEvent} gt-close - The dialog is over.
 */
export class GtDeleteDialog extends PortalDialog {
  @property({attribute: false}) job!: JobSummary;

  #act(action: 'delete' | 'backup'): void {
    this.answer('gt-job-action', {id: this.job.id, action});
    if (action === 'delete') this.close();
  }

  protected override renderContent() {
    const {portal, people} = this.strings.text;
    const {definition, workers} = this.job;
    const answers = workers.reduce((sum, {done}) => sum + done, 0);
    const withAnswers = workers.filter(({done}) => done > 0).length;
    return html`
      <h2 id="title">${portal.deleteQuestion(definition.title)}</h2>
      <p>${people.deleteLoses(answers, withAnswers)}</p>
      <div class="answers">
        <button class="button first" @click=${() => this.#act('backup')}>
          ${icon(hardDriveDownload)} ${portal.backup}
        </button>
        <button class="button" @click=${() => this.close()}>${portal.cancel}</button>
        <button class="button danger" @click=${() => this.#act('delete')}>${portal.delete}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-delete-dialog': GtDeleteDialog;
  }
}
