import {html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import type {JsonObject} from '../../base/json.js';
import type {Keymap} from '../../editor/keymap.js';
import {mediumOf, sourceOf, type ManifestEntry} from '../../formats/entry.js';
import {create, remove, replace, type Change} from '../../model/change.js';
import {nextOrder, recordsOf} from '../../model/document.js';
import type {ChoiceRecord} from '../../model/record.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import {viewerKeymapWithin} from '../gt-image-viewer/viewer-keymap.js';
import type {GtLabelPicker, LabelPick} from '../gt-label-picker/gt-label-picker.js';
import {hasContent} from '../gt-instructions/slotted.js';
import {icon} from './icon.js';
import {labelTaskStyles} from './label-task.styles.js';
import {capsOf, labelNumber, type ShortcutRow} from './shortcut-list.js';
import {TaskElement} from './task-element.js';
import {labelKeymap, pictureKeymap} from './task-keymap.js';
import {visibleString, visibleText} from './visible-text.js';

const viewerActs = {
  'zoom-in': 'zoomIn',
  'zoom-out': 'zoomOut',
  fit: 'fit',
  'actual-size': 'actualSize',
} as const satisfies Readonly<Record<string, keyof GtImageViewer>>;

/** A task whose answer is labels for the whole item: shows it as picture, text or slotted content, beside a label picker. */
export abstract class LabelTaskElement<Answer extends JsonObject> extends TaskElement<Answer> {
  static override styles = [...[TaskElement.styles].flat(), labelTaskStyles];

  /** Lets the worker add a remark to the answer. */
  @property({type: Boolean}) comment = false;

  @state() private hasCustomContent = false;
  @state() private isCommentOpen = false;

  /** Another object for each item, and for each answer that the page sets, to tell the picker. */
  #work: object = {};

  @query('gt-label-picker') protected picker!: GtLabelPicker | null;
  @query('gt-image-viewer') private viewer!: GtImageViewer | null;
  @query('textarea') private commentField!: HTMLTextAreaElement | null;

  /** True when several labels may be chosen. */
  protected abstract readonly isMultiple: boolean;
  /** The last row, "none of the others"; '' for none. */
  protected get exclusionLabel(): string {
    return '';
  }

  /** Acts on what the worker asked of the picker. */
  protected abstract pick(pick: LabelPick): void;

  /** The chosen labels, in the order they were chosen. */
  protected get chosen(): readonly ChoiceRecord[] {
    return recordsOf(this.editor.state.document, 'choice');
  }

  /** Loads the next item's picture ahead, so that it is there when its turn comes. */
  async prefetch(entry: ManifestEntry): Promise<void> {
    const source = sourceOf(entry);
    if (source?.key === 'source-ref' && mediumOf(entry) === 'image')
      await this.viewer?.prefetchImage(source.value);
  }

  protected override get defaultKeymap(): Keymap {
    return [
      ...labelKeymap,
      ...(this.exclusionLabel ? [{command: 'label-exclusion', keys: ['N']}] : []),
      ...(this.comment ? [{command: 'comment', keys: ['M']}] : []),
      ...pictureKeymap,
    ];
  }

  protected override get shortcutRows(): readonly ShortcutRow[] {
    const {commands, keys: names} = this.strings.text.shortcuts;
    const row = (name: string, ...keys: readonly (readonly string[])[]): ShortcutRow[] =>
      commands[name] === undefined ? [] : [{name: commands[name], keys}];
    const count = this.picker?.rowCount ?? 0;
    const caps = (chord: string) => capsOf(chord, names);
    return [
      ...row('label-numbers', ['1', '…', '9', '0']),
      ...(count > 10 ? row('label-shift-numbers', [...caps('Shift+1'), '…', '0']) : []),
      ...(count > 20 ? row('label-alt-numbers', [...caps('Alt+Shift+1'), '…', '0']) : []),
      ...(this.picker?.takesTwoDigits ? row('label-two-digits', ['1', '2']) : []),
      ...row('label-move', ['↑'], ['↓']),
      ...(this.isMultiple
        ? [...row('label-toggle', caps('Space')), ...row('label-all', caps('Ctrl+A'))]
        : []),
    ];
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.picker;
  }

  protected override focusPlace(at: string): void {
    if (at.startsWith('comment')) this.#openComment();
    else this.picker?.focus();
  }

  protected override runCommand(command: string): boolean {
    if (super.runCommand(command)) return true;
    if (this.isDisabled) return false;
    const number = labelNumber(command);
    if (number !== undefined) {
      if (this.isLocked) return false;
      return (number <= 10 ? this.picker?.pressDigit(number) : this.picker?.pickNumber(number)) ?? false;
    }
    const own = /^label-key-(\d+)$/.exec(command)?.[1];
    if (own) return !this.isLocked && (this.picker?.pickNumber(Number(own)) ?? false);
    if (command === 'label-exclusion') return this.picker?.pickNumber(this.task.labels.length + 1) ?? false;
    if (command === 'label-search') {
      void this.picker?.openSearch();
      return this.task.labels.length > 0;
    }
    if (command === 'comment') {
      this.#openComment();
      return true;
    }
    const act = Object.hasOwn(viewerActs, command)
      ? viewerActs[command as keyof typeof viewerActs]
      : undefined;
    if (!act || !this.viewer) return false;
    this.viewer[act]();
    return true;
  }

  protected override itemOpened(): void {
    this.isCommentOpen = false;
    this.#work = {};
  }

  protected override answerGiven(): void {
    // The focus follows a radio that the page has set or cleared, but stays on its check box.
    if (!this.isMultiple) this.#work = {};
  }

  protected override updated(): void {
    super.updated();
    // A picture says itself when it is there, unless the item before showed the same one.
    const picture = this.#picture;
    if (this.hasItem && (picture === undefined || this.viewer?.shownSrc === picture)) this.itemShown();
  }

  /** A new choice. Its id is new in the document, and stays with it through undo and redo. */
  protected newChoice(label: string, offset = 0): Change {
    const order = nextOrder(this.editor.state.document) + offset;
    return create({id: `choice-${order}`, kind: 'choice', order, label});
  }

  get #source(): ReturnType<typeof sourceOf> {
    return sourceOf(this.task.entry);
  }

  get #picture(): string | undefined {
    const source = this.#source;
    return !this.hasCustomContent && source?.key === 'source-ref' ? source.value : undefined;
  }

  protected override renderStage(): TemplateResult {
    const picture = this.#picture;
    const text = !this.hasCustomContent && this.#source?.key === 'source' ? this.#source.value : undefined;
    const kind = this.hasCustomContent ? 'custom' : picture === undefined ? 'text' : 'picture';
    return html`<div class="stage ${kind}" part="stage">
      ${
        picture === undefined
          ? nothing
          : html`<gt-image-viewer
              .src=${picture}
              .resolveSource=${this.resolveSource}
              .keymap=${viewerKeymapWithin(this.activeKeymap)}
              .shortcuts=${this.shortcuts}
              .alt=${this.header || this.words.picture}
              @gt-image-ready=${() => this.itemShown()}
            ></gt-image-viewer>`
      }
      ${
        text === undefined
          ? nothing
          : html`<pre class="reading" dir="auto" role="region" tabindex="0" aria-label=${this.words.text}>
${visibleText(text)}</pre>`
      }
      ${
        this.hasItem || this.hasCustomContent
          ? nothing
          : html`<p class="nothing">${this.words.nothingToShow}</p>`
      }
      <div class="custom-content" ?hidden=${!this.hasCustomContent}>
        <slot @slotchange=${this.#onSlotChange}></slot>
      </div>
    </div>`;
  }

  readonly #onSlotChange = (event: Event): void => {
    this.hasCustomContent = hasContent(event.target as HTMLSlotElement);
  };

  protected override renderSide(): TemplateResult {
    return html`<gt-label-picker
        .item=${this.#work}
        .labels=${this.task.labels}
        .chosen=${this.chosen.map(({label}) => label)}
        .exclusionLabel=${this.exclusionLabel}
        .legend=${this.header || (this.words.question[this.taskType.name] ?? '')}
        ?multiple=${this.isMultiple}
        ?invalid=${this.submitProblems.length > 0}
        ?readonly=${this.readonly}
        ?disabled=${this.isDisabled}
        @gt-label-pick=${this.#onPick}
      ></gt-label-picker>
      ${this.renderSideMessage()} ${this.comment ? this.#renderComment() : nothing}`;
  }

  /** A line under the labels, such as why a choice was refused. */
  protected renderSideMessage(): TemplateResult | typeof nothing {
    return nothing;
  }

  readonly #onPick = (event: CustomEvent<LabelPick>): void => {
    if (!this.isLocked) this.pick(event.detail);
  };

  // The comment.

  get #commentText(): string {
    return recordsOf(this.editor.state.document, 'comment')[0]?.text ?? '';
  }

  #renderComment(): TemplateResult {
    const words = this.words;
    const text = this.#commentText;
    if (!this.isCommentOpen && text === '') {
      return html`<div class="comment">
        <button class="button quiet" type="button" ?disabled=${this.isLocked} @click=${this.#openComment}>
          ${icon(MessageSquare)}${words.addComment}
        </button>
      </div>`;
    }
    return html`<div class="comment">
      <label for="comment">${words.comment}</label>
      <textarea
        id="comment"
        dir="auto"
        placeholder=${words.commentPlaceholder}
        ?readonly=${this.readonly}
        ?disabled=${this.isDisabled}
        .value=${text}
        @input=${this.#onCommentInput}
        @beforeinput=${this.#onCommentBeforeInput}
        @keydown=${this.#onCommentKeydown}
      ></textarea>
    </div>`;
  }

  readonly #openComment = (): void => {
    this.isCommentOpen = true;
    void this.updateComplete.then(() => this.commentField?.focus());
  };

  readonly #onCommentInput = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value;
    const before = recordsOf(this.editor.state.document, 'comment')[0];
    const order = nextOrder(this.editor.state.document);
    const change = before
      ? text === ''
        ? remove(before)
        : replace(before, {...before, text})
      : create({id: `comment-${order}`, kind: 'comment', order, text});
    this.isCommentOpen = true;
    if (before || text !== '') this.commit(this.words.stepComment, [change], 'comment');
  };

  /** The browser's own undo knows nothing of the other steps, so the element's takes its place. */
  readonly #onCommentBeforeInput = (event: InputEvent): void => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') this.undo();
    else this.redo();
  };

  readonly #onCommentKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key === 'escape') {
      event.preventDefault();
      if (this.#commentText === '') this.isCommentOpen = false;
      this.picker?.focus();
    } else if (event.ctrlKey || event.metaKey) {
      if (key === 'enter' && !this.noSubmit && !event.repeat) this.submitByPerson();
      else if (key === 'z' && !event.shiftKey) this.undo();
      else if (key === 'y' || key === 'z') this.redo();
      else return;
      event.preventDefault();
    }
  };

  /** The words for a label in messages. */
  protected nameOf(label: string): string {
    return visibleString(label);
  }
}
