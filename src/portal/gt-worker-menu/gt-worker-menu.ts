import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import pencil from 'lucide/dist/esm/icons/pencil.mjs';
import userRound from 'lucide/dist/esm/icons/user-round.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {WorkerProfile} from '../../session/session-store.js';
import {dialogs} from '../dialogs.styles.js';
import {fields} from '../fields.styles.js';
import {styles} from './gt-worker-menu.styles.js';

/** What is to be done about the people who work here. */
export type WorkerChange =
  | {readonly kind: 'choose'; readonly id: string}
  | {readonly kind: 'add'; readonly name: string}
  | {readonly kind: 'rename'; readonly id: string; readonly name: string};

/**
 * Says who works, and changes it: another person, a new one, another name.
 *
 * @fires {CustomEvent<WorkerChange>} gt-worker - A person asked for a change.
 */
export class GtWorkerMenu extends LitElement {
  static override styles = [tokens, controls, fields, dialogs, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) people: readonly WorkerProfile[] = [];
  @property() currentId = '';

  @state() private isOpen = false;
  /** Whose name is being changed; `new` for somebody who comes. */
  @state() private naming: string | undefined;

  #nameOf(id: string): string {
    const {name = ''} = this.people.find((person) => person.id === id) ?? {};
    return name || (id === this.currentId ? this.#strings.text.people.you : id);
  }

  #ask(change: WorkerChange): void {
    this.dispatchEvent(
      new CustomEvent<WorkerChange>('gt-worker', {detail: change, bubbles: true, composed: true}),
    );
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const field = this.renderRoot.querySelector<HTMLInputElement>('.naming input');
    if (field && !this.renderRoot.querySelector('.naming:focus-within')) {
      field.focus();
      field.select();
    }
  }

  #onName(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim();
    if (name) this.#ask(id === 'new' ? {kind: 'add', name} : {kind: 'rename', id, name});
    this.naming = undefined;
  }

  #nameForm(id: string, name: string) {
    const text = this.#strings.text.people;
    return html`<form class="naming" @submit=${(event: SubmitEvent) => this.#onName(event, id)}>
      <input
        name="name"
        type="text"
        dir="auto"
        required
        maxlength="100"
        autocomplete="off"
        aria-label=${text.name}
        .value=${name}
      />
      <button class="button primary">${id === 'new' ? text.add : text.save}</button>
    </form>`;
  }

  #row({id, name}: WorkerProfile) {
    const text = this.#strings.text.people;
    if (this.naming === id) return this.#nameForm(id, name);
    return html`<div class="row">
      <label class="choice" title=${text.standsInAnswers(id)}>
        <input
          type="radio"
          name="worker"
          .checked=${id === this.currentId}
          @change=${() => this.#ask({kind: 'choose', id})}
        />
        <bdi>${this.#nameOf(id)}</bdi>
      </label>
      <button
        class="button quiet icon"
        type="button"
        title=${text.rename(this.#nameOf(id))}
        aria-label=${text.rename(this.#nameOf(id))}
        @click=${() => (this.naming = id)}
      >
        ${icon(pencil)}
      </button>
    </div>`;
  }

  #dialog() {
    const text = this.#strings.text.people;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.isOpen = false;
        this.naming = undefined;
      }}
    >
      <h2 id="title">${text.whoWorks}</h2>
      <fieldset aria-labelledby="title">${this.people.map((person) => this.#row(person))}</fieldset>
      <div class="answers">
        ${
          this.naming === 'new'
            ? this.#nameForm('new', '')
            : html`<button class="button first" type="button" @click=${() => (this.naming = 'new')}>
                ${text.addPerson}
              </button>`
        }
        <form method="dialog"><button class="button">${text.close}</button></form>
      </div>
    </dialog>`;
  }

  protected override render() {
    const name = this.#nameOf(this.currentId);
    return html`<button
        class="button quiet who"
        type="button"
        aria-haspopup="dialog"
        aria-label=${this.#strings.text.people.workingAs(name)}
        @click=${() => (this.isOpen = true)}
      >
        ${icon(userRound)}<bdi class="name">${name}</bdi>${icon(chevronDown)}
      </button>
      ${this.isOpen ? this.#dialog() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-worker-menu': GtWorkerMenu;
  }
}
