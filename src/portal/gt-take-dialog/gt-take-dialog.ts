import {html, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import send from 'lucide/dist/esm/icons/send.mjs';
import {icon} from '../../elements/shared/icon.js';
import type {WorkerProfile} from '../../session/session-store.js';
import {hostOf} from '../deliveries.js';
import {PortalDialog} from '../portal-dialog.js';

/** Who works: somebody known here, by id, or somebody new, by name. */
export type Chosen = {readonly id: string} | {readonly name: string};

/**
 * Asks who works on a job that came in as a file.
 *
 * @fires {CustomEvent<Chosen>} gt-take - Somebody works on it.
 * @fires {CustomEvent} gt-close - The dialog is over.
 */
export class GtTakeDialog extends PortalDialog {
  @property() jobTitle = '';
  /** How many items are to be done. */
  @property({type: Number}) count = 0;
  /** Where the answers are sent; empty for a job that keeps them here. */
  @property() deliverTo = '';
  @property({attribute: false}) people: readonly WorkerProfile[] = [];
  @property() currentId = '';

  @state() private chosen: string | undefined;
  @query('#new-name') private nameInput!: HTMLInputElement;

  /** Those who have a name can be chosen; somebody without one says it now. */
  get #named(): readonly WorkerProfile[] {
    return this.people.filter(({name}) => name !== '');
  }

  get #choice(): string {
    const named = this.#named;
    return this.chosen ?? (named.find(({id}) => id === this.currentId) ?? named[0])?.id ?? '';
  }

  #take(event: SubmitEvent): void {
    event.preventDefault();
    const name = this.nameInput.value.trim();
    const id = this.#choice;
    this.answer<Chosen>('gt-take', id ? {id} : {name});
    this.close();
  }

  protected override renderContent() {
    const {portal, people: words, delivery} = this.strings.text;
    const named = this.#named;
    const choice = this.#choice;
    return html`
      <form @submit=${this.#take}>
        <h2 id="title">${words.takeTitle(this.jobTitle)}</h2>
        <p>${words.takeText(this.count)}</p>
        ${this.deliverTo ? html`<p class="sends">${icon(send)} <span>${delivery.sendsTo(hostOf(this.deliverTo))}</span></p>` : nothing}
        <fieldset aria-labelledby="title">
          ${named.map(
            ({id, name}) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="who"
                  ?autofocus=${choice === id}
                  .checked=${choice === id}
                  @change=${() => (this.chosen = id)}
                />
                <bdi>${name}</bdi>
              </label>`,
          )}
          <label class="choice" ?hidden=${named.length === 0}>
            <input type="radio" name="who" .checked=${choice === ''} @change=${() => (this.chosen = '')} />
            <span>${words.somebodyElse}</span>
          </label>
          <div class=${named.length > 0 ? 'indented' : 'alone'} ?hidden=${choice !== ''}>
            <input
              id="new-name"
              type="text"
              dir="auto"
              autocomplete="off"
              maxlength="100"
              ?autofocus=${named.length === 0}
              ?required=${choice === ''}
              aria-label=${words.name}
              placeholder=${words.name}
            />
          </div>
        </fieldset>
        <div class="answers">
          <button class="button" type="button" @click=${() => this.close()}>${portal.cancel}</button>
          <button class="button primary">${this.deliverTo ? delivery.agree : portal.startWorking}</button>
        </div>
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-take-dialog': GtTakeDialog;
  }
}
