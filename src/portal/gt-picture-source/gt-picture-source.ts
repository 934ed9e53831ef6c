import {html, LitElement, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import folder from 'lucide/dist/esm/icons/folder-open.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {PictureFolder} from '../../media/folder.js';
import {chosenFiles, droppedFiles} from '../dropped-files.js';
import type {Problem} from '../../base/result.js';
import {checkBaseUrl, type PicturePlaces} from '../job-media.js';
import {askForFolder} from '../picked-folder.js';
import {fields} from '../fields.styles.js';
import {styles} from './gt-picture-source.styles.js';

/**
 * Asks where the pictures are, when the references of a manifest do not lead to them, and says how many were found.
 *
 * @fires {CustomEvent<PicturePlaces>} gt-pictures - A folder was chosen or an address entered.
 */
export class GtPictureSource extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  /** References of the manifest; the first of them is quoted. */
  @property({attribute: false}) references: readonly string[] = [];
  @property({attribute: false}) places: PicturePlaces = {};

  @state() private problem: Problem | undefined;

  @query('input[type=file]') private input!: HTMLInputElement;

  #give(places: PicturePlaces): void {
    this.dispatchEvent(new CustomEvent('gt-pictures', {detail: places, bubbles: true, composed: true}));
  }

  #onChosen(): void {
    if (this.input.files?.length) this.#give({...this.places, files: chosenFiles(this.input.files)});
    this.input.value = '';
  }

  readonly #onFolder = (): void => {
    void askForFolder(
      () => this.input.click(),
      (files) => this.#give({...this.places, files}),
    );
  };

  #onAddress(event: Event): void {
    const baseUrl = (event.target as HTMLInputElement).value.trim();
    this.problem = checkBaseUrl(baseUrl);
    if (!this.problem) this.#give({...this.places, baseUrl});
  }

  async #onDrop(event: DragEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) this.#give({...this.places, files: await droppedFiles(event.dataTransfer)});
  }

  #report() {
    const text = this.#strings.text.portal;
    const {files = []} = this.places;
    if (files.length === 0) return nothing;
    const {found, missing, ambiguous} = new PictureFolder(files).report(this.references);
    return html`
      <p class="report ${found === this.references.length ? 'good' : ''}">
        ${found === this.references.length ? icon(circleCheck) : nothing}
        <span>${text.picturesFound(found, this.references.length)}</span>
      </p>
      ${missing.length > 0 ? html`<p class="muted">${text.picturesMissing(missing[0]!)}</p>` : nothing}
      ${
        ambiguous.length > 0
          ? html`<p class="muted">
              ${text.picturesAmbiguous(ambiguous[0]!.ref, ambiguous[0]!.paths.join(', '))}
            </p>`
          : nothing
      }
    `;
  }

  protected override render() {
    const text = this.#strings.text.portal;
    return html`
      <section
        aria-labelledby="title"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => void this.#onDrop(event)}
      >
        <h2 id="title">${text.pictures}</h2>
        <p class="muted">
          ${text.picturesWhy} <code><bdi>${this.references[0]}</bdi></code>
        </p>
        <div class="choices">
          <button class="button" type="button" @click=${this.#onFolder}>
            ${icon(folder)} ${text.chooseFolder}
          </button>
          <input
            class="address"
            type="text"
            dir="ltr"
            inputmode="url"
            spellcheck="false"
            autocomplete="off"
            aria-label=${text.baseUrl}
            placeholder=${text.baseUrlExample}
            .value=${this.places.baseUrl ?? ''}
            aria-invalid=${this.problem ? 'true' : 'false'}
            @change=${this.#onAddress}
          />
        </div>
        <input type="file" webkitdirectory hidden aria-label=${text.chooseFolder} @change=${this.#onChosen} />
        <div role="status">
          ${this.problem ? html`<p class="problem">${this.problem.message}</p>` : nothing} ${this.#report()}
        </div>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-picture-source': GtPictureSource;
  }
}
