import {html, LitElement, type TemplateResult} from 'lit';
import {controls} from '../elements/shared/controls.styles.js';
import {StringsController} from '../elements/shared/strings-controller.js';
import {tokens} from '../elements/shared/tokens.styles.js';
import {dialogs} from './dialogs.styles.js';
import {fields} from './fields.styles.js';

/** What the dialogs of the portal have in common: they are open while they are on the page, and tell when they end. */
export abstract class PortalDialog extends LitElement {
  static override styles = [tokens, controls, fields, dialogs];

  protected readonly strings = new StringsController(this);

  /** The question and the answers to it. The question has the id `title`. */
  protected abstract renderContent(): TemplateResult;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** Ends the dialog with an answer; without one it was dismissed. */
  protected answer<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  readonly #onClose = (): void => this.answer('gt-close', undefined);

  protected close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>${this.renderContent()}</dialog>`;
  }
}
