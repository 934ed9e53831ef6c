import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import imagePlus from 'lucide/dist/esm/icons/image-plus.mjs';
import italic from 'lucide/dist/esm/icons/italic.mjs';
import link from 'lucide/dist/esm/icons/link.mjs';
import list from 'lucide/dist/esm/icons/list.mjs';
import listOrdered from 'lucide/dist/esm/icons/list-ordered.mjs';
import paletteIcon from 'lucide/dist/esm/icons/palette.mjs';
import redoIcon from 'lucide/dist/esm/icons/redo-2.mjs';
import typeIcon from 'lucide/dist/esm/icons/type.mjs';
import undoIcon from 'lucide/dist/esm/icons/undo-2.mjs';
import {controls} from '../../elements/shared/controls.styles.js';
import {cssProperties} from '../../elements/shared/css-properties.js';
import {icon, type IconShapes} from '../../elements/shared/icon.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import {fields} from '../fields.styles.js';
import {mostPictureBytes, pictureAddress} from '../read-file.js';
import type {EditorLook, RichTextEditor} from '../rich-text/editor.js';
import {headingLevels, richTextOf, textColors, type Written} from '../rich-text/rich-text.js';
import {typedLink} from '../rich-text/safe-link.js';
import {styles} from './gt-rich-text.styles.js';

/** A heavy B, which the icons do not have. */
const bold: IconShapes = [
  ['path', {d: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z', 'stroke-width': '2.5'}],
];

const emptyLook: EditorLook = {
  strong: false,
  em: false,
  link: undefined,
  color: undefined,
  heading: 0,
  list: undefined,
  canUndo: false,
  canRedo: false,
  hasSelection: false,
};

/**
 * A field for instructions: plain text, until a person wants it formatted. Only then the editor is loaded.
 *
 * @fires {CustomEvent<Written>} gt-written - The text changed.
 */
export class GtRichText extends LitElement {
  static override styles = [tokens, controls, fields, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) value: Written = '';
  /** What the field is for. */
  @property() label = '';
  @property({type: Number}) rows = 3;

  @state() private look = emptyLook;
  /** The part of the tool line that is open below it. */
  @state() private opened: 'link' | 'color' | undefined;
  @state() private problem = '';

  @query('.page') private page!: HTMLElement | null;
  #editor: RichTextEditor | undefined;
  #isLoading = false;
  /** What came out of the editor last; any other value is a new one from outside. */
  #written: Written | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The editor was put away with the page it stood on; it comes again with the text it had.
    if (this.hasUpdated && typeof this.value !== 'string') void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value !== this.#written) {
      this.#close();
      void this.#open();
    }
    if ((changed as Map<PropertyKey, unknown>).has('opened') && this.opened)
      this.renderRoot.querySelector<HTMLElement>('.part input, .part button')?.focus();
  }

  override focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Makes formatted text of the text and loads the editor for it. */
  async #format(): Promise<void> {
    if (typeof this.value === 'string') this.#change(richTextOf(this.value));
    await this.#open();
    this.#editor?.focus();
  }

  async #open(): Promise<void> {
    if (this.#isLoading || this.#editor || typeof this.value === 'string') return;
    this.#isLoading = true;
    try {
      const {RichTextEditor: Editor} = await import('../rich-text/editor.js');
      await this.updateComplete;
      if (!this.page || !this.isConnected || typeof this.value === 'string') return;
      this.#editor = new Editor(this.page, {
        text: this.value,
        label: this.label,
        changed: (look, text) => {
          this.look = look;
          if (text) this.#change(text);
        },
        picture: (file) => void this.#addPicture(file),
      });
    } catch {
      this.problem = this.#strings.text.wizard.editorFailed;
    } finally {
      this.#isLoading = false;
    }
  }

  #close(): void {
    this.#editor?.destroy();
    this.#editor = undefined;
  }

  #change(value: Written): void {
    this.#written = value;
    this.value = value;
    this.dispatchEvent(new CustomEvent<Written>('gt-written', {detail: value}));
  }

  async #addPicture(file: File): Promise<void> {
    this.problem = '';
    const words = this.#strings.text.wizard;
    if (file.size > mostPictureBytes) {
      this.problem = words.pictureTooLarge(mostPictureBytes / 1024 / 1024);
      return;
    }
    const address = await pictureAddress(file);
    if (address) this.#editor?.addPicture(address, file.name.replace(/\.[^.]+$/, ''));
  }

  #onPicture(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.#addPicture(file);
    input.value = '';
  }

  #onLink(event: SubmitEvent): void {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get('address') ?? '');
    const href = typedLink(typed);
    this.problem = typed.trim() && !href ? this.#strings.text.wizard.badLink : '';
    if (this.problem) return;
    this.opened = undefined;
    this.#editor?.setLink(href);
  }

  #toggleOpened(part: 'link' | 'color'): void {
    this.opened = this.opened === part ? undefined : part;
    this.problem = '';
  }

  #onPartKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.opened = undefined;
    this.#editor?.focus();
  }

  #tool(
    name: string,
    shapes: IconShapes,
    act: () => void,
    state: {pressed?: boolean; disabled?: boolean; expanded?: boolean} = {},
  ) {
    return html`<button
      class="tool"
      type="button"
      title=${name}
      aria-label=${name}
      aria-pressed=${state.pressed === undefined ? nothing : String(state.pressed)}
      aria-expanded=${state.expanded === undefined ? nothing : String(state.expanded)}
      ?disabled=${state.disabled ?? false}
      @click=${act}
    >
      ${icon(shapes)}
    </button>`;
  }

  #tools() {
    const words = this.#strings.text.wizard.format;
    const {look} = this;
    const editor = () => this.#editor;
    return html`<div class="tools" role="group" aria-label=${words.name}>
        <select
          class="blocks"
          aria-label=${words.block}
          .value=${String(look.heading)}
          @change=${(event: Event) => editor()?.setHeading(Number((event.target as HTMLSelectElement).value))}
        >
          ${[0, ...headingLevels].map((level) => html`<option value=${level} ?selected=${level === look.heading}>${words.blocks[level]}</option>`)}
        </select>
        ${this.#tool(words.bold, bold, () => editor()?.toggle('strong'), {pressed: look.strong})}
        ${this.#tool(words.italic, italic, () => editor()?.toggle('em'), {pressed: look.em})}
        ${this.#tool(words.color, paletteIcon, () => this.#toggleOpened('color'), {expanded: this.opened === 'color'})}
        ${this.#tool(words.link, link, () => this.#toggleOpened('link'), {expanded: this.opened === 'link', pressed: look.link !== undefined})}
        ${this.#tool(words.bullets, list, () => editor()?.toggleList('bullet_list'), {pressed: look.list === 'bullet_list'})}
        ${this.#tool(words.numbers, listOrdered, () => editor()?.toggleList('ordered_list'), {pressed: look.list === 'ordered_list'})}
        <label class="tool" title=${words.picture}>
          ${icon(imagePlus)}
          <input
            class="visually-hidden"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            aria-label=${words.picture}
            @change=${this.#onPicture}
          />
        </label>
        <span class="gap"></span>
        ${this.#tool(words.undo, undoIcon, () => editor()?.undo(), {disabled: !look.canUndo})}
        ${this.#tool(words.redo, redoIcon, () => editor()?.redo(), {disabled: !look.canRedo})}
      </div>
      ${this.opened === 'link' ? this.#linkPart() : this.opened === 'color' ? this.#colorPart() : nothing}`;
  }

  #linkPart() {
    const words = this.#strings.text.wizard.format;
    return html`<form class="part" @submit=${this.#onLink} @keydown=${this.#onPartKey} novalidate>
      <input
        name="address"
        type="text"
        dir="ltr"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        aria-label=${words.address}
        placeholder="https://"
        .value=${this.look.link ?? ''}
      />
      <button class="button" type="submit">${words.setLink}</button>
      ${
        this.look.link === undefined
          ? nothing
          : html`<button
              class="button quiet"
              type="button"
              @click=${() => ((this.opened = undefined), this.#editor?.setLink(undefined))}
            >
              ${words.removeLink}
            </button>`
      }
    </form>`;
  }

  #colorPart() {
    const words = this.#strings.text.wizard.format;
    const choose = (color: string | undefined) => {
      this.opened = undefined;
      this.#editor?.setColor(color);
    };
    return html`<div class="part" role="group" aria-label=${words.color} @keydown=${this.#onPartKey}>
      <button
        class="swatch none"
        type="button"
        aria-pressed=${this.look.color === undefined}
        @click=${() => choose(undefined)}
      >
        ${words.noColor}
      </button>
      ${Object.entries(textColors).map(
        ([name, color]) =>
          html`<button
            class="swatch"
            type="button"
            aria-label=${words.colors[name as keyof typeof words.colors]}
            title=${words.colors[name as keyof typeof words.colors]}
            aria-pressed=${this.look.color === name}
            ${cssProperties({'--_swatch': color})}
            @click=${() => choose(name)}
          ></button>`,
      )}
    </div>`;
  }

  protected override render() {
    const words = this.#strings.text.wizard;
    const isPlain = typeof this.value === 'string';
    return html`
      <div class="head">
        <span id="label">${this.label}</span>
        ${
          isPlain
            ? html`<button class="button quiet format" type="button" @click=${() => void this.#format()}>
                ${icon(typeIcon)} ${words.formatText}
              </button>`
            : nothing
        }
      </div>
      ${
        isPlain
          ? html`<textarea
              rows=${this.rows}
              dir="auto"
              aria-labelledby="label"
              .value=${this.value as string}
              @input=${(event: Event) => this.#change((event.target as HTMLTextAreaElement).value)}
            ></textarea>`
          : html`<div class="editor">
              ${this.#tools()}
              <div class="page"></div>
            </div>`
      }
      <div role="status" class="problem">${this.problem}</div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-rich-text': GtRichText;
  }
}
