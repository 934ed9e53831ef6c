import {html, LitElement, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import fileJson from 'lucide/dist/esm/icons/file-braces.mjs';
import folder from 'lucide/dist/esm/icons/folder-open.mjs';
import type {Problem} from '../../base/result.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {FolderFile} from '../../media/folder.js';
import {chosenFiles, droppedFiles} from '../dropped-files.js';
import {askForFolder} from '../picked-folder.js';
import {fields} from '../fields.styles.js';
import {styles} from './gt-data-picker.styles.js';

/** What the person brought: files, or the address of a manifest. */
export type PickedData = {readonly files: readonly FolderFile[]} | {readonly url: string};

/**
 * Where a person's own data comes in: by button, by drag and drop, as a folder, or by address.
 *
 * @fires {CustomEvent<PickedData>} gt-data - Files were chosen or an address was entered.
 */
export class GtDataPicker extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  /** Why what was brought cannot be used, shown in place. */
  @property({attribute: false}) problems: readonly Problem[] = [];
  /** True while what was brought is being read. */
  @property({type: Boolean}) busy = false;

  @state() private dragging = false;
  @query('#files') private filesInput!: HTMLInputElement;
  @query('#folder') private folderInput!: HTMLInputElement;

  #pick(data: PickedData): void {
    this.dispatchEvent(new CustomEvent<PickedData>('gt-data', {detail: data, bubbles: true, composed: true}));
  }

  #onChosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.files && input.files.length > 0) this.#pick({files: chosenFiles(input.files)});
    input.value = '';
  }

  readonly #onFolder = (): void => {
    void askForFolder(
      () => this.folderInput.click(),
      (files) => this.#pick({files}),
    );
  };

  async #onDrop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.dragging = false;
    if (!event.dataTransfer) return;
    const files = await droppedFiles(event.dataTransfer);
    if (files.length > 0) this.#pick({files});
  }

  #onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.dragging = true;
  }

  #onAddress(event: SubmitEvent): void {
    event.preventDefault();
    const url = String(new FormData(event.target as HTMLFormElement).get('url') ?? '').trim();
    if (url) this.#pick({url});
  }

  protected override render() {
    const text = this.#strings.text.portal;
    return html`
      <div
        class="zone ${this.dragging ? 'dragging' : ''}"
        @dragover=${this.#onDragOver}
        @dragleave=${() => (this.dragging = false)}
        @drop=${(event: DragEvent) => void this.#onDrop(event)}
      >
        <p class="lead">${this.busy ? text.reading : text.dropHere}</p>
        <p class="hint">${text.dropHint}</p>
        <div class="choices">
          <button class="button primary" type="button" @click=${() => this.filesInput.click()}>
            ${icon(fileJson)} ${text.openManifest}
          </button>
          <button class="button" type="button" @click=${this.#onFolder}>
            ${icon(folder)} ${text.openFolder}
          </button>
        </div>
        <input
          id="files"
          type="file"
          multiple
          hidden
          aria-label=${text.openManifest}
          @change=${this.#onChosen}
        />
        <input
          id="folder"
          type="file"
          webkitdirectory
          hidden
          aria-label=${text.openFolder}
          @change=${this.#onChosen}
        />
        <form class="address" @submit=${this.#onAddress}>
          <input
            name="url"
            type="text"
            dir="ltr"
            inputmode="url"
            autocomplete="off"
            spellcheck="false"
            aria-label=${text.manifestAddress}
            placeholder=${text.manifestAddressExample}
          />
          <button class="button" type="submit">${text.openAddress}</button>
        </form>
        ${
          this.problems.length > 0
            ? html`<div class="notice error" role="alert">
                <div>${this.problems.map(({message}) => html`<p>${message}</p>`)}</div>
              </div>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-data-picker': GtDataPicker;
  }
}
