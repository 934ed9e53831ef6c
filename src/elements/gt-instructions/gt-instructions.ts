import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';
import Maximize2 from 'lucide/dist/esm/icons/maximize-2.mjs';
import Minimize2 from 'lucide/dist/esm/icons/minimize-2.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import {controls} from '../shared/controls.styles.js';
import {fillIn} from '../shared/fill-in.js';
import {icon} from '../shared/icon.js';
import {remember, remembered} from '../shared/safe-storage.js';
import type {ShortcutGroup, ShortcutRow} from '../shared/shortcut-list.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import {instructionsStyles} from './gt-instructions.styles.js';
import {fingerprint, fitContent, hasContent} from './slotted.js';

/** What is kept between visits: whether the panel was open, and which instructions were seen. */
interface Memory {
  readonly open: boolean;
  readonly seen: string;
}

/** The state a surrounding element shows on its own buttons. */
export interface InstructionsState {
  readonly open: boolean;
  /** False when no slot has content. */
  readonly hasContent: boolean;
  /** True until changed instructions have been opened. */
  readonly changed: boolean;
}

/**
 * @summary The instructions of a task: a short version in a panel, the full one in a dialog, good and bad examples, and
 * the list of shortcuts.
 *
 * @slot short-instructions - A few sentences that stay in sight.
 * @slot full-instructions - Everything else, shown in a dialog.
 * @slot good-example - Pictures or figures that show it done well.
 * @slot bad-example - Pictures or figures that show a mistake.
 * @fires {CustomEvent<InstructionsState>} gt-instructions-change - The panel opened or closed, or its content changed. Does not bubble.
 * @csspart panel - The side panel.
 * @csspart dialog - The dialogs.
 */
export class GtInstructions extends LitElement {
  static override styles = [tokens, controls, instructionsStyles];

  readonly #strings = new StringsController(this);

  /** True while the panel is shown. */
  @property({type: Boolean, reflect: true}) open = false;

  /** Shows the panel as a drawer over the work instead of beside it. */
  @property({type: Boolean, reflect: true}) narrow = false;

  /** Under this name the browser remembers whether the panel was open and which instructions were seen. */
  @property({attribute: 'storage-key'}) storageKey = '';

  /** The title of the dialog with the full instructions. */
  @property({attribute: 'full-header'}) fullHeader = '';

  /** The lines of the shortcuts page. */
  @property({attribute: false}) shortcuts: readonly ShortcutGroup[] = [];

  @state() private changed = false;
  @state() private enlarged: 'good' | 'bad' | undefined;
  @state() private filled: ReadonlySet<string> = new Set();

  @query('.full') private fullDialog!: HTMLDialogElement | null;
  @query('.shortcuts') private shortcutsDialog!: HTMLDialogElement | null;

  #hasDecided = false;
  /** True while the panel is open because it was the first visit, and nobody has asked for it. */
  #isOpenUnasked = false;

  get state(): InstructionsState {
    return {open: this.open, hasContent: this.filled.size > 0, changed: this.changed};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    fillIn<GtInstructions>(this, {storageKey: '', fullHeader: '', shortcuts: []});
    // A drawer covers the work: it opens only for who asks.
    if (changed.has('narrow') && this.narrow && this.#isOpenUnasked) this.open = false;
    this.toggleAttribute('enlarged', this.enlarged !== undefined && this.open);
  }

  protected override updated(changed: PropertyValues): void {
    if (['open', 'changed', 'filled'].some((name) => changed.has(name))) {
      this.dispatchEvent(new CustomEvent<InstructionsState>('gt-instructions-change', {detail: this.state}));
    }
  }

  /** Opens the panel, or closes it. Where there are only full instructions, opens those. */
  toggle(): void {
    if (!this.open && !this.#hasPanelContent && this.filled.has('full-instructions')) return this.showFull();
    if (this.open) this.hide();
    else this.show();
  }

  show(): void {
    this.#isOpenUnasked = false;
    this.open = true;
    this.changed = false;
    this.#keep();
  }

  hide(): void {
    this.open = false;
    this.#keep();
  }

  /** Opens the full instructions in a dialog. The focus comes back when it closes. */
  showFull(): void {
    if (!this.fullDialog?.open) this.fullDialog?.showModal();
    this.changed = false;
    this.#keep();
  }

  /** Opens the list of shortcuts in a dialog. */
  showShortcuts(): void {
    if (!this.shortcutsDialog?.open) this.shortcutsDialog?.showModal();
  }

  get #hasPanelContent(): boolean {
    return ['short-instructions', 'good-example', 'bad-example'].some((name) => this.filled.has(name));
  }

  get #slots(): readonly HTMLSlotElement[] {
    return [...this.renderRoot.querySelectorAll('slot')];
  }

  get #memoryKey(): string {
    return `gt-elements.instructions.${this.storageKey}`;
  }

  #memory(): Memory | undefined {
    if (!this.storageKey) return undefined;
    try {
      const kept: unknown = JSON.parse(remembered(this.#memoryKey) ?? 'null');
      if (typeof kept !== 'object' || kept === null) return undefined;
      const {open, seen} = kept as Partial<Memory>;
      return {open: open === true, seen: typeof seen === 'string' ? seen : ''};
    } catch {
      return undefined;
    }
  }

  #keep(): void {
    if (!this.storageKey) return;
    const seen = this.changed ? (this.#memory()?.seen ?? '') : fingerprint(this.#slots);
    remember(this.#memoryKey, JSON.stringify({open: this.open, seen} satisfies Memory));
  }

  readonly #readSlots = (): void => {
    fitContent(this.#slots);
    this.filled = new Set(this.#slots.filter(hasContent).map(({name}) => name));
    this.toggleAttribute('empty', this.filled.size === 0);
    if (this.filled.size === 0) return;
    const memory = this.#memory();
    this.changed = memory !== undefined && !this.open && memory.seen !== fingerprint(this.#slots);
    if (this.#hasDecided) return;
    this.#hasDecided = true;
    // First visit: open, unless it would cover the work.
    const wanted = memory ? memory.open : this.#hasPanelContent;
    if (!wanted || this.narrow) return;
    this.show();
    this.#isOpenUnasked = true;
  };

  #close(dialog: HTMLDialogElement | null): void {
    dialog?.close();
  }

  readonly #onPanelKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.narrow || event.defaultPrevented) return;
    event.preventDefault();
    this.hide();
  };

  protected override render(): TemplateResult {
    const words = this.#strings.text.instructions;
    return html`<section
        class="panel"
        part="panel"
        aria-label=${words.title}
        ?hidden=${!this.open}
        @keydown=${this.#onPanelKeydown}
      >
        <div class="head">
          <h3>${words.title}</h3>
          <button class="button icon quiet" type="button" aria-label=${words.close} @click=${this.hide}>
            ${icon(X)}
          </button>
        </div>
        <div class="short"><slot name="short-instructions" @slotchange=${this.#readSlots}></slot></div>
        <div class="examples">${this.#renderExample('good')}${this.#renderExample('bad')}</div>
        <button
          class="button full-button"
          type="button"
          ?hidden=${!this.filled.has('full-instructions')}
          @click=${this.showFull}
        >
          ${words.full}
        </button>
      </section>
      <dialog class="full" part="dialog" aria-labelledby="full-title" closedby="any">
        ${this.#renderDialogHead('full-title', this.fullHeader || words.fullTitle, () => this.fullDialog)}
        <div class="content" tabindex="0" role="region" aria-labelledby="full-title">
          <slot name="full-instructions" @slotchange=${this.#readSlots}></slot>
        </div>
      </dialog>
      ${this.#renderShortcuts()}`;
  }

  #renderExample(kind: 'good' | 'bad'): TemplateResult {
    const words = this.#strings.text.instructions;
    const isLarge = this.enlarged === kind;
    return html`<div
      class="example ${kind}"
      role="group"
      aria-labelledby="caption-${kind}"
      ?hidden=${!this.filled.has(`${kind}-example`)}
    >
      <div class="caption">
        ${kind === 'good' ? icon(CircleCheck) : icon(CircleX)}
        <span id="caption-${kind}">${words[kind]}</span>
        <button
          class="button icon quiet"
          type="button"
          aria-label=${isLarge ? words.shrink : words.enlarge}
          aria-expanded=${isLarge ? 'true' : 'false'}
          @click=${() => {
            this.enlarged = isLarge ? undefined : kind;
          }}
        >
          ${isLarge ? icon(Minimize2) : icon(Maximize2)}
        </button>
      </div>
      <slot name="${kind}-example" @slotchange=${this.#readSlots}></slot>
    </div>`;
  }

  #renderDialogHead(id: string, title: string, dialog: () => HTMLDialogElement | null): TemplateResult {
    return html`<div class="head">
      <h3 id=${id} dir="auto">${title}</h3>
      <button
        class="button icon quiet"
        type="button"
        aria-label=${this.#strings.text.instructions.closeDialog}
        @click=${() => this.#close(dialog())}
      >
        ${icon(X)}
      </button>
    </div>`;
  }

  #renderShortcuts(): TemplateResult {
    const words = this.#strings.text.shortcuts;
    return html`<dialog class="shortcuts" part="dialog" aria-labelledby="shortcuts-title" closedby="any">
      ${this.#renderDialogHead('shortcuts-title', words.title, () => this.shortcutsDialog)}
      <div class="content" tabindex="0" role="region" aria-labelledby="shortcuts-title">
        <p class="help">${this.shortcuts.length > 0 ? words.help : words.none}</p>
        <div class="groups">
          ${this.shortcuts.map(
            ({title, rows}) =>
              html`<section>
                <h4>${title}</h4>
                <dl>${rows.map((row) => this.#renderShortcut(row))}</dl>
              </section>`,
          )}
        </div>
      </div>
    </dialog>`;
  }

  #renderShortcut({name, keys}: ShortcutRow): TemplateResult {
    const {or} = this.#strings.text.shortcuts;
    return html`<div>
      <dt dir="auto">${name}</dt>
      <dd>
        ${keys.map(
          (caps, index) => html`${index > 0 ? or : nothing} ${caps.map((cap) => html`<kbd>${cap}</kbd>`)}`,
        )}
      </dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-instructions': GtInstructions;
  }
}
