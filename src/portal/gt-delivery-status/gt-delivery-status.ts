import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import check from 'lucide/dist/esm/icons/check.mjs';
import cloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import folderOutput from 'lucide/dist/esm/icons/folder-output.mjs';
import send from 'lucide/dist/esm/icons/send.mjs';
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {DeliveryView} from '../deliveries.js';
import {styles} from './gt-delivery-status.styles.js';

/**
 * Says quietly how far answers are on their way to a place, and aloud only what is in their way.
 *
 * @fires {CustomEvent} gt-deliver-now - What could not be delivered is to be tried again.
 */
export class GtDeliveryStatus extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) view!: DeliveryView;

  get #trouble(): string {
    const {delivery: text} = this.#strings.text;
    const {kind, waiting, problem} = this.view;
    if (kind !== 'pausing' && kind !== 'stopped') return '';
    if (kind === 'pausing' && !navigator.onLine) return text.noConnection(waiting);
    const reasons: Readonly<Record<string, string>> = text.reasons;
    const reason = (problem && reasons[problem.code]) ?? problem?.message ?? '';
    return `${kind === 'stopped' ? text.stopped(waiting) : text.again(waiting)}. ${reason}`;
  }

  get #shapes() {
    const {kind, to, waiting} = this.view;
    if (kind === 'stopped') return triangleAlert;
    if (kind === 'pausing') return navigator.onLine ? triangleAlert : cloudOff;
    if (kind === 'idle' && waiting === 0) return check;
    return to === 'folder' ? folderOutput : send;
  }

  #tryNow(): void {
    this.dispatchEvent(new CustomEvent('gt-deliver-now', {bubbles: true, composed: true}));
  }

  protected override render() {
    const {delivery: text} = this.#strings.text;
    const {kind, delivered, waiting, place} = this.view;
    const trouble = this.#trouble;
    const progress = kind === 'elsewhere' ? text.elsewhere : text.delivered(delivered, delivered + waiting);
    return html`<div class="line ${kind}">
      ${icon(this.#shapes)}
      <span class="progress" title=${text.goTo(place)}
        >${progress}<span class="place"> · <bdi>${place}</bdi></span></span
      >
      <span class="trouble" role="status">${trouble}</span>
      ${
        trouble
          ? html`<button class="button" type="button" @click=${this.#tryNow}>${text.tryAgain}</button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-delivery-status': GtDeliveryStatus;
  }
}
